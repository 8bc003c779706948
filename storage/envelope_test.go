package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

type pair struct{ key, value string }

var samplePairs = []pair{{"a", "first"}, {"b", ""}, {"c", "third, with some length to it"}}

// sampleBackup writes a backup of samplePairs and gives its path.
func sampleBackup(t testing.TB, passphrase string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	head := backupHead{MadeMillis: 1_700_000_000_000, Replica: "r", Position: 7, StoreVersion: versionStore, Programmes: 2}
	_, err = writeBackup(file, head, passphrase, func(write func(key, value []byte) error) error {
		for _, p := range samplePairs {
			if err := write([]byte(p.key), []byte(p.value)); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func readPairs(path, passphrase string) ([]pair, error) {
	var got []pair
	_, _, err := readBackup(path, passphrase, func(key, value []byte) error {
		got = append(got, pair{string(key), string(value)})
		return nil
	})
	return got, err
}

func TestBackupGivesBackItsRecords(t *testing.T) {
	t.Parallel()
	for _, passphrase := range []string{"", "sanoja peräkkäin"} {
		path := sampleBackup(t, passphrase)
		got, err := readPairs(path, passphrase)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(samplePairs) {
			t.Fatalf("passphrase %q: %v, %v", passphrase, got, err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if passphrase != "" && bytes.Contains(data, []byte("third")) {
			t.Fatal("encrypted backup holds clear text")
		}
	}
}

func TestEncryptedBackupWantsItsPassphrase(t *testing.T) {
	t.Parallel()
	path := sampleBackup(t, "oikea")
	for _, passphrase := range []string{"", "väärä"} {
		if got, err := readPairs(path, passphrase); !errors.Is(err, ErrPassphrase) || got != nil {
			t.Fatal(got, err)
		}
	}
}

func TestBackupWithAnyFlippedBitOrCutIsRefused(t *testing.T) {
	t.Parallel()
	path := sampleBackup(t, "")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	refused := func(what string, data []byte) {
		t.Helper()
		write(t, path, data)
		_, err := readPairs(path, "")
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotStore) {
			t.Fatalf("%s: %v", what, err)
		}
	}
	for offset := range whole {
		for bit := range 8 {
			changed := bytes.Clone(whole)
			changed[offset] ^= 1 << bit
			refused(fmt.Sprintf("bit %d of byte %d", bit, offset), changed)
		}
		refused(fmt.Sprintf("cut at %d", offset), whole[:offset])
	}
	refused("something behind the end", append(bytes.Clone(whole), 0))
}

func TestBackupOfANewerVersionIsRefused(t *testing.T) {
	path := sampleBackup(t, "")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data, stamp(magicBackup, versionBackup+1))
	write(t, path, data)
	if _, err := readPairs(path, ""); !errors.Is(err, ErrNewer) {
		t.Fatal(err)
	}
}

func FuzzReadBackup(f *testing.F) {
	data, err := os.ReadFile(sampleBackup(f, ""))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "fuzzed")
		write(t, path, data)
		_, err := readPairs(path, "")
		if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotStore) &&
			!errors.Is(err, ErrNewer) && !errors.Is(err, ErrPassphrase) {
			t.Fatal(err)
		}
	})
}
