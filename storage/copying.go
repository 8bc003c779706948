package storage

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tavoitekartta/model"
)

// folderSize is how many bytes a copy of a folder takes at most.
func folderSize(folder string) (size int, err error) {
	err = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			size += int(min(info.Size(), 4<<20)) // Badger's files are mostly empty space
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return 0, damaged(PartFolder, err, "%s", filepath.Base(folder))
	}
	return size, err
}

// copyFolder copies the regular files of a folder and its folders.
func copyFolder(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, relative)
		switch {
		case entry.IsDir():
			return fileError("copy folder", os.MkdirAll(target, 0o700))
		case entry.Type().IsRegular():
			return fileError("copy file", copyFile(path, target))
		}
		return nil
	})
}

// copyFile leaves holes where the original has zeros: Badger makes files of many
// megabytes of which it uses some kilobytes.
func copyFile(from, to string) (err error) {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	block := make([]byte, 64<<10)
	for offset := int64(0); offset < info.Size(); {
		if offset = nextData(source, offset); offset >= info.Size() {
			break
		}
		n, err := source.ReadAt(block, offset)
		if n > 0 && !zeros(block[:n]) {
			if _, err := target.WriteAt(block[:n], offset); err != nil {
				return err
			}
		}
		offset += int64(n)
		if err != nil && err != io.EOF {
			return err
		}
		if n == 0 {
			break
		}
	}
	return target.Truncate(info.Size())
}

// blobSum hashes the chunks of a document.
type blobSum struct{ sum hash.Hash }

func newBlobSum() blobSum { return blobSum{sha256.New()} }

func (b blobSum) add(_, chunk []byte) error {
	b.sum.Write(chunk)
	return nil
}

func (b blobSum) hash() model.Hash { return model.Hash(b.sum.Sum(nil)) }
