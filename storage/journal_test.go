package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// writeJournal makes a journal of the given payloads and closes it.
func writeJournal(t *testing.T, folder string, payloads ...string) {
	t.Helper()
	j, err := createJournal(folder, journalPoint{})
	if err != nil {
		t.Fatal(err)
	}
	for _, payload := range payloads {
		if _, err := j.append([]byte(payload)); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.close(); err != nil {
		t.Fatal(err)
	}
}

// readPayloads scans a journal into a list.
func readPayloads(folder string) ([]string, *journalScan, error) {
	var got []string
	scan, err := scanJournal(folder, func(_ uint64, payload []byte) error {
		got = append(got, string(payload))
		return nil
	})
	return got, scan, err
}

func TestJournalGivesBackWhatWasAppended(t *testing.T) {
	folder := t.TempDir()
	want := []string{"first", "second", string(bytes.Repeat([]byte("long "), 200_000)), "last"}
	writeJournal(t, folder, want...)
	got, scan, err := readPayloads(folder)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || scan.head.Position != 4 || scan.torn {
		t.Fatalf("read %d records, head %d, torn %v", len(got), scan.head.Position, scan.torn)
	}
}

func TestJournalGoesOnAcrossSegmentsAndIsCutBehindAPosition(t *testing.T) {
	folder := t.TempDir()
	j, err := createJournal(folder, journalPoint{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { must(t, j.close()) }()
	for round := range 3 {
		for record := range 2 {
			if _, err := j.append(fmt.Appendf(nil, "%d.%d", round, record)); err != nil {
				t.Fatal(err)
			}
		}
		if err := j.rotate(); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.rotate(); err != nil { // an empty segment is not rotated
		t.Fatal(err)
	}
	got, _, err := readPayloads(folder)
	if err != nil || fmt.Sprint(got) != "[0.0 0.1 1.0 1.1 2.0 2.1]" {
		t.Fatal(got, err)
	}
	if err := j.cut(3); err != nil { // the second segment still holds 4
		t.Fatal(err)
	}
	if got, _, err = readPayloads(folder); err != nil || fmt.Sprint(got) != "[1.0 1.1 2.0 2.1]" {
		t.Fatal(got, err)
	}
	if err := j.cut(6); err != nil {
		t.Fatal(err)
	}
	got, scan, err := readPayloads(folder)
	if err != nil || len(got) != 0 || scan.head.Position != 6 {
		t.Fatal(got, scan, err)
	}
}

func TestJournalCutAtEachByteKeepsTheWholeRecords(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	writeJournal(t, folder, "one", "two", "three")
	path := segmentPath(folder, 1)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ends := recordEnds(whole)
	for length := journalHead; length <= ends[2]; length++ {
		for _, tail := range []string{"", string(make([]byte, 64)), "rubbish\x00\x00\x00"} {
			if length == ends[2] && tail == "rubbish\x00\x00\x00" {
				continue
			}
			if err := os.WriteFile(path, append(bytes.Clone(whole[:length]), tail...), 0o600); err != nil {
				t.Fatal(err)
			}
			got, scan, err := readPayloads(folder)
			if err != nil {
				t.Fatalf("cut at %d, tail %q: %v", length, tail, err)
			}
			want := 0
			for want < 3 && ends[want] <= length {
				want++
			}
			if len(got) != want {
				t.Fatalf("cut at %d, tail %q: %d records instead of %d", length, tail, len(got), want)
			}
			appendAfterCut(t, folder, scan, want)
		}
	}
}

// appendAfterCut opens the torn journal, appends, and reads all of it again.
func appendAfterCut(t *testing.T, folder string, scan *journalScan, records int) {
	t.Helper()
	j, err := scan.open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.append([]byte("after")); err != nil {
		t.Fatal(err)
	}
	if err := j.close(); err != nil {
		t.Fatal(err)
	}
	got, _, err := readPayloads(folder)
	if err != nil || len(got) != records+1 || got[records] != "after" {
		t.Fatal(got, err)
	}
}

// recordEnds gives the offsets behind each record of a segment.
func recordEnds(segment []byte) []int {
	var ends []int
	for offset := journalHead; ; {
		_, payload, _, whole := recordAt(segment[offset:])
		if !whole {
			return ends
		}
		offset += len(payload) + recordOverhead
		ends = append(ends, offset)
	}
}

func TestJournalWithAnyFlippedBitIsReadRightOrRefused(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	payloads := []string{"one", "two", "three"}
	writeJournal(t, folder, payloads...)
	path := segmentPath(folder, 1)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ends := recordEnds(whole)
	for offset := range ends[2] {
		for bit := range 8 {
			changed := bytes.Clone(whole)
			changed[offset] ^= 1 << bit
			if err := os.WriteFile(path, changed, 0o600); err != nil {
				t.Fatal(err)
			}
			got, scan, err := readPayloads(folder)
			switch {
			case errors.Is(err, ErrDamaged), errors.Is(err, ErrNewer):
			case err != nil:
				t.Fatalf("bit %d of byte %d: %v", bit, offset, err)
			case offset < ends[1]:
				t.Fatalf("bit %d of byte %d passed: %v", bit, offset, got)
			case !scan.torn || len(got) != 2:
				t.Fatalf("bit %d of byte %d of the last record: %v", bit, offset, got)
			}
		}
	}
}

func TestJournalWithoutAMiddleSegmentIsDamaged(t *testing.T) {
	folder := t.TempDir()
	j, err := createJournal(folder, journalPoint{})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := j.append([]byte("x")); err != nil {
			t.Fatal(err)
		}
		if err := j.rotate(); err != nil {
			t.Fatal(err)
		}
	}
	must(t, j.close())
	if err := os.Remove(segmentPath(folder, 2)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := readPayloads(folder); !errors.Is(err, ErrDamaged) {
		t.Fatal(err)
	}
}

func TestJournalOfANewerVersionIsRefused(t *testing.T) {
	folder := t.TempDir()
	writeJournal(t, folder, "one")
	path := segmentPath(folder, 1)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data, stamp(magicJournal, versionJournal+1))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var newer *NewerError
	if _, _, err := readPayloads(folder); !errors.As(err, &newer) || newer.Found != versionJournal+1 {
		t.Fatal(err)
	}
}

func FuzzScanJournal(f *testing.F) {
	folder := f.TempDir()
	j, err := createJournal(folder, journalPoint{})
	if err != nil {
		f.Fatal(err)
	}
	if _, err := j.append([]byte("seed")); err != nil {
		f.Fatal(err)
	}
	must(f, j.close())
	seed, err := os.ReadFile(segmentPath(folder, 1))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed[:512])
	f.Fuzz(func(t *testing.T, data []byte) {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(segmentPath(folder, 1))), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := readPayloads(folder); err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) {
			t.Fatal(err)
		}
	})
}
