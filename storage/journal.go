package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The journal is a row of segment files, each named for the first position in
// it. A segment begins with a stamp and a head; records follow, then zeros up to
// the end of the file, since writing into blocks that exist costs half the
// fsync. All numbers are big endian.
//
//	head    first position (8), digest of the record before it (32), CRC-32C (4)
//	record  "TKJR", length of payload (4), position (8), CRC-32C of length,
//	        position and payload (4), payload, SHA-256 of the digest before this
//	        record, and of all of this record up to here (32)
//
// The CRC tells whether one record is whole by itself; the SHA-256 chains them,
// so that none can be missing, doubled or moved.
const (
	journalPrefix  = "journal-"
	journalHead    = stampSize + 8 + sha256.Size + 4
	recordHead     = 4 + 4 + 8 + 4
	recordOverhead = recordHead + sha256.Size
	journalGrowth  = 256 << 10 // bytes of zeros that a segment grows by
	maxPayload     = 512 << 20 // bytes of one record
)

// recordMark opens each record, so that one can be looked for behind a gap.
var recordMark = []byte("TKJR")

// journal is the open end of the journal: it appends and fsyncs. It is not safe
// for use by several goroutines.
type journal struct {
	folder   string
	file     journalFile
	head     journalPoint
	offset   int64 // where the next record goes
	size     int64 // of the file, zeros included
	failed   error // why nothing can be appended any more
	segments []uint64
}

// journalFile is the segment that is written to: an *os.File, whose Sync is
// fsync, on Windows FlushFileBuffers. Badger's own syncing does nothing there
// (ristretto's msync is a stub), so a save hangs on this one.
type journalFile interface {
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
}

// journalPoint is a place between two records: the position of the last record
// before it, and that record's digest.
type journalPoint struct {
	Position uint64
	Digest   [sha256.Size]byte
}

// createJournal begins a journal with an empty segment behind the given point.
func createJournal(folder string, behind journalPoint) (*journal, error) {
	j := &journal{folder: folder, head: behind}
	if err := j.beginSegment(); err != nil {
		return nil, err
	}
	return j, nil
}

// append writes one record and returns when it is on the disk. After an error
// of the disk nothing more can be appended: what an fsync failed to write may
// be gone from memory too.
func (j *journal) append(payload []byte) (uint64, error) {
	if j.failed != nil {
		return 0, j.failed
	}
	if len(payload) == 0 || len(payload) > maxPayload {
		return 0, fmt.Errorf("journal record of %d bytes", len(payload))
	}
	record, digest := encodeRecord(j.head, payload)
	if err := j.write(record); err != nil {
		return 0, err
	}
	j.head = journalPoint{Position: j.head.Position + 1, Digest: digest}
	j.offset += int64(len(record))
	return j.head.Position, nil
}

func (j *journal) write(record []byte) error {
	end := j.offset + int64(len(record))
	if end > j.size {
		grown := end + journalGrowth - end%journalGrowth
		record = append(record, make([]byte, grown-end)...)
		end = grown
	}
	if _, err := j.file.WriteAt(record, j.offset); err != nil {
		return j.undo(fileError("append to journal", err))
	}
	if err := j.file.Sync(); err != nil {
		j.failed = fileError("sync journal", err)
		return j.failed
	}
	j.size = max(j.size, end)
	return nil
}

// undo takes a record that was half written off again.
func (j *journal) undo(cause error) error {
	if err := j.file.Truncate(j.offset); err != nil {
		j.failed = cause
		return cause
	}
	j.size = j.offset
	if err := j.file.Sync(); err != nil {
		j.failed = cause
	}
	return cause
}

// rotate closes the segment and begins the next one, unless it is empty.
func (j *journal) rotate() error {
	if j.failed != nil {
		return j.failed
	}
	if j.segments[len(j.segments)-1] == j.head.Position+1 {
		return nil
	}
	closing := j.file
	if err := j.beginSegment(); err != nil {
		return err
	}
	return closing.Close()
}

// cut removes the segments that hold nothing above position. The open segment
// always stays.
func (j *journal) cut(position uint64) error {
	for len(j.segments) > 1 && j.segments[1] <= position+1 {
		if err := removeFile(segmentPath(j.folder, j.segments[0])); err != nil {
			return fileError("cut journal", err)
		}
		j.segments = j.segments[1:]
	}
	return syncFolder(j.folder)
}

func (j *journal) close() error { return j.file.Close() }

// beginSegment writes a new file under a temporary name first, so that a
// segment without its head is never seen.
func (j *journal) beginSegment() error {
	first := j.head.Position + 1
	path := segmentPath(j.folder, first)
	head := encodeJournalHead(j.head)
	blocks := append(head, make([]byte, journalGrowth-len(head))...)
	if err := writeFile(path, blocks, 0o600); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fileError("open journal", err)
	}
	j.file, j.offset, j.size = file, int64(len(head)), int64(len(blocks))
	j.segments = append(j.segments, first)
	return nil
}

func segmentPath(folder string, first uint64) string {
	return filepath.Join(folder, fmt.Sprintf("%s%016x", journalPrefix, first))
}

func encodeJournalHead(behind journalPoint) []byte {
	head := stamp(magicJournal, versionJournal)
	head = binary.BigEndian.AppendUint64(head, behind.Position+1)
	head = append(head, behind.Digest[:]...)
	return binary.BigEndian.AppendUint32(head, crc32.Checksum(head, crcTable))
}

func decodeJournalHead(data []byte) (behind journalPoint, err error) {
	if _, err := readStamp(PartJournal, magicJournal, versionJournal, data); err != nil {
		return behind, err
	}
	if len(data) < journalHead {
		return behind, errChecksum
	}
	split := journalHead - 4
	if crc32.Checksum(data[:split], crcTable) != binary.BigEndian.Uint32(data[split:journalHead]) {
		return behind, errChecksum
	}
	first := binary.BigEndian.Uint64(data[stampSize:])
	if first == 0 {
		return behind, errChecksum
	}
	behind.Position = first - 1
	copy(behind.Digest[:], data[stampSize+8:])
	return behind, nil
}

func encodeRecord(behind journalPoint, payload []byte) (record []byte, digest [sha256.Size]byte) {
	record = make([]byte, 0, len(payload)+recordOverhead)
	record = append(record, recordMark...)
	record = binary.BigEndian.AppendUint32(record, uint32(len(payload)))
	record = binary.BigEndian.AppendUint64(record, behind.Position+1)
	sum := crc32.Checksum(record[4:], crcTable)
	record = binary.BigEndian.AppendUint32(record, crc32.Update(sum, crcTable, payload))
	record = append(record, payload...)
	digest = recordDigest(behind.Digest, record)
	return append(record, digest[:]...), digest
}

func recordDigest(before [sha256.Size]byte, record []byte) (digest [sha256.Size]byte) {
	hash := sha256.New()
	hash.Write(before[:])
	hash.Write(record)
	hash.Sum(digest[:0])
	return digest
}

// recordAt reads the record at the beginning of data by itself, without the
// chain. whole is false when it is not there, not complete, or changed.
func recordAt(data []byte) (position uint64, payload, digest []byte, whole bool) {
	if len(data) < recordOverhead || !bytes.HasPrefix(data, recordMark) {
		return 0, nil, nil, false
	}
	length := int64(binary.BigEndian.Uint32(data[4:]))
	if length == 0 || length > maxPayload || length+recordOverhead > int64(len(data)) {
		return 0, nil, nil, false
	}
	payload = data[recordHead : recordHead+length]
	sum := crc32.Update(crc32.Checksum(data[4:16], crcTable), crcTable, payload)
	if sum != binary.BigEndian.Uint32(data[16:20]) {
		return 0, nil, nil, false
	}
	return binary.BigEndian.Uint64(data[8:16]), payload, data[recordHead+length : recordOverhead+length], true
}

// journalScan is what reading a journal found.
type journalScan struct {
	segments []uint64
	first    journalPoint // before the first record
	head     journalPoint // behind the last whole record
	offset   int64        // where the last segment's records end
	size     int64        // of the last segment's file
	torn     bool         // bytes of an unfinished record follow the last whole one
}

// scanJournal reads every segment in order and gives each record's payload to
// visit, which may be nil. A record cut short at the very end was never
// acknowledged and is left out; anything else out of order is ErrDamaged.
// Nothing is written. A folder without segments gives fs.ErrNotExist.
func scanJournal(folder string, visit func(position uint64, payload []byte) error) (*journalScan, error) {
	firsts, err := listSegments(folder)
	if err != nil {
		return nil, err
	}
	if len(firsts) == 0 {
		return nil, fmt.Errorf("journal in %s: %w", folder, os.ErrNotExist)
	}
	scan := &journalScan{segments: firsts}
	for i, first := range firsts {
		if err := scan.readSegment(folder, first, i == 0, i == len(firsts)-1, visit); err != nil {
			return nil, err
		}
	}
	return scan, nil
}

func listSegments(folder string) ([]uint64, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fileError("list journal", err)
	}
	var firsts []uint64
	for _, entry := range entries {
		digits, found := strings.CutPrefix(entry.Name(), journalPrefix)
		if !found || len(digits) != 16 {
			continue
		}
		var first uint64
		if _, err := fmt.Sscanf(digits, "%x", &first); err != nil {
			return nil, damaged(PartJournal, err, "%s", entry.Name())
		}
		firsts = append(firsts, first)
	}
	slices.Sort(firsts)
	return firsts, nil
}

func (s *journalScan) readSegment(folder string, first uint64, opening, last bool, visit func(uint64, []byte) error) error {
	path := segmentPath(folder, first)
	data, err := os.ReadFile(path)
	if err != nil {
		return fileError("read journal", err)
	}
	behind, err := decodeJournalHead(data)
	if errors.Is(err, ErrNewer) {
		return err
	}
	if err != nil {
		return damaged(PartJournal, err, "head of %s", path)
	}
	if opening {
		s.first, s.head = behind, behind
	}
	if behind != s.head || behind.Position+1 != first {
		return damaged(PartJournal, errChecksum, "%s does not continue the segment before it", path)
	}
	offset := int64(journalHead)
	for {
		position, payload, digest, whole := recordAt(data[offset:])
		if !whole {
			break
		}
		length := int64(len(payload)) + recordOverhead
		want := recordDigest(s.head.Digest, data[offset:offset+length-sha256.Size])
		if position != s.head.Position+1 || !bytes.Equal(want[:], digest) {
			if position == s.head.Position+1 && last && !recordFollows(data[offset+length-sha256.Size:]) {
				break // its digest was still being written
			}
			return damaged(PartJournal, errChecksum, "%s, offset %d", path, offset)
		}
		if visit != nil {
			if err := visit(position, payload); err != nil {
				return err
			}
		}
		s.head = journalPoint{Position: position, Digest: want}
		offset += length
	}
	s.offset, s.size = offset, int64(len(data))
	s.torn = !zeros(data[offset:])
	if s.torn && (!last || recordFollows(data[offset+1:])) {
		return damaged(PartJournal, errChecksum, "%s, offset %d", path, offset)
	}
	return nil
}

// recordFollows reports whether a whole record stands anywhere in data: then
// what stands before it is no torn end but a hole.
func recordFollows(data []byte) bool {
	for {
		i := bytes.Index(data, recordMark)
		if i < 0 {
			return false
		}
		data = data[i:]
		if _, _, _, whole := recordAt(data); whole {
			return true
		}
		data = data[1:]
	}
}

func zeros(data []byte) bool {
	for len(data) >= 8 {
		if binary.BigEndian.Uint64(data) != 0 {
			return false
		}
		data = data[8:]
	}
	for _, b := range data {
		if b != 0 {
			return false
		}
	}
	return true
}

// open makes the scanned journal ready for appending. A torn end is cut off
// now; by then everything before it has been read and compared.
func (s *journalScan) open(folder string) (*journal, error) {
	path := segmentPath(folder, s.segments[len(s.segments)-1])
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, fileError("open journal", err)
	}
	j := &journal{folder: folder, file: file, head: s.head, offset: s.offset, size: s.size, segments: slices.Clone(s.segments)}
	if !s.torn {
		return j, nil
	}
	err = file.Truncate(s.offset)
	if err == nil {
		err = file.Sync()
	}
	if err != nil {
		_ = file.Close()
		return nil, fileError("cut torn end of journal", err)
	}
	j.size = s.offset
	return j, nil
}
