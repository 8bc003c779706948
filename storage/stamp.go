package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
)

// A stamp opens every file: eight letters of magic, the version of the format
// (four bytes, big endian), and a CRC-32C of those twelve bytes. The CRC tells
// a newer program's file from a flipped bit in an old one's.
const stampSize = 16

// magic says which kind of file it is; always eight bytes.
type magic string

const (
	magicFolder  magic = "TKFOLDER"
	magicStore   magic = "TKSTORE\n"
	magicEnd     magic = "TKENDED\n"
	magicJournal magic = "TKJOURNL"
	magicBackup  magic = "TKBACKUP"
	magicRing    magic = "TKRING\r\n"
	magicKey     magic = "TKKEY\r\n\x1a"
)

// Versions of the formats that this program writes. Each file of an older
// version is read through the steps of migration.go.
const (
	versionFolder   uint32 = 1
	versionStore    uint32 = 1
	versionEnd      uint32 = 1
	versionJournal  uint32 = 1
	versionBackup   uint32 = 1
	versionRing     uint32 = 1
	versionStoreKey uint32 = 1
)

// errMagic says that a file does not begin as its kind does.
var errMagic = errors.New("not a file of this kind")

// errChecksum says that bytes and their checksum differ.
var errChecksum = errors.New("checksum differs")

// crcTable is the Castagnoli polynomial, which processors compute themselves.
var crcTable = crc32.MakeTable(crc32.Castagnoli)

// stamp gives the sixteen bytes that open a file.
func stamp(kind magic, version uint32) []byte {
	head := make([]byte, 0, stampSize)
	head = append(head, kind...)
	head = binary.BigEndian.AppendUint32(head, version)
	return binary.BigEndian.AppendUint32(head, crc32.Checksum(head, crcTable))
}

// readStamp reads the version from the first sixteen bytes of data. It returns
// errMagic, errChecksum or a NewerError for versions above known.
func readStamp(part Part, kind magic, known uint32, data []byte) (version uint32, err error) {
	if len(data) < stampSize {
		return 0, errMagic
	}
	if crc32.Checksum(data[:12], crcTable) != binary.BigEndian.Uint32(data[12:16]) {
		if !bytes.HasPrefix(data, []byte(kind)) {
			return 0, errMagic
		}
		return 0, errChecksum
	}
	if !bytes.HasPrefix(data, []byte(kind)) {
		return 0, errMagic
	}
	version = binary.BigEndian.Uint32(data[8:12])
	if version > known {
		return version, &NewerError{Part: part, Found: version, Known: known}
	}
	return version, nil
}

// seal gives the bytes of a small file: stamp, body, SHA-256 of both.
func seal(kind magic, version uint32, body []byte) []byte {
	data := append(stamp(kind, version), body...)
	sum := sha256.Sum256(data)
	return append(data, sum[:]...)
}

// unseal gives the body of a small file and the version of its format.
func unseal(part Part, kind magic, known uint32, data []byte) (body []byte, version uint32, err error) {
	version, err = readStamp(part, kind, known, data)
	if err != nil {
		return nil, version, err
	}
	if len(data) < stampSize+sha256.Size {
		return nil, version, errChecksum
	}
	split := len(data) - sha256.Size
	if sha256.Sum256(data[:split]) != [sha256.Size]byte(data[split:]) {
		return nil, version, errChecksum
	}
	return data[stampSize:split], version, nil
}

// readSealed reads a small file whole. A missing file is fs.ErrNotExist.
func readSealed(part Part, kind magic, known uint32, path string) (body []byte, version uint32, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, 0, err
	}
	body, version, err = unseal(part, kind, known, data)
	if errors.Is(err, ErrNewer) {
		return nil, version, err
	}
	if err != nil {
		return nil, version, damaged(part, err, "%s", path)
	}
	return body, version, nil
}
