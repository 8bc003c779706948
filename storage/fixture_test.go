//go:build fixture

package storage

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestWriteFixture writes the store that this version leaves behind. It is run
// once for each version of the format, before its release, and its file never
// changed after:
//
//	go test -tags migrated_fynedo,nethttpomithttp2,fixture -run TestWriteFixture ./storage
func TestWriteFixture(t *testing.T) {
	dir, _ := sampleStore(t)
	file, err := os.Create(filepath.Join("testdata", fmt.Sprintf("store-%d.tar.gz", versionStore)))
	must(t, err)
	packed, err := gzip.NewWriterLevel(file, gzip.BestCompression)
	must(t, err)
	files := tar.NewWriter(packed)
	names := []string{}
	for name, kind := range fingerprints(t, dir) {
		if kind != "folder" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		must(t, files.WriteHeader(&tar.Header{Name: filepath.ToSlash(name), Mode: 0o600, Size: int64(len(data))}))
		_, err = files.Write(data)
		must(t, err)
	}
	must(t, files.Close())
	must(t, packed.Close())
	must(t, file.Close())
}
