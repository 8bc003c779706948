package storage

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"
	"time"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"tavoitekartta/model"
)

// A backup is one file:
//
//	stamp (16), flags (1), length of head (4), head (CBOR), CRC-32C of flags,
//	length and head (4), body, SHA-256 of everything before it (32)
//
// The body is a zstd stream, inside an age file when flag 1 is set. In it stand
// the records in the order of their keys, each as length of key (4), key,
// length of value (4), value; then a zero length, the number of records (8) and
// the SHA-256 of all that stood before the zero (32). The records are the
// store's own, not Badger's stream, which has no checksum, holds what has been
// replaced, and cannot be read in one pass with its digest.
const (
	flagEncrypted   = 1
	maxEnvelopeHead = 1 << 16
	maxRecordKey    = 1 << 12
	maxRecordValue  = 1 << 28
	maxWorkFactor   = 20 // of scrypt, 2^20: more is no backup of ours
)

// backupHead is what a backup tells without being unpacked.
type backupHead struct {
	MadeMillis   int64  `cbor:"1,keyasint"`
	Replica      string `cbor:"2,keyasint"`
	Position     uint64 `cbor:"3,keyasint"` // of the journal's last record in it
	StoreVersion uint32 `cbor:"4,keyasint"` // of the records
	Programmes   int    `cbor:"5,keyasint"`
	Names        bool   `cbor:"6,keyasint,omitempty"` // names of persons stand in it, behind the store's records
}

func (h backupHead) made() time.Time { return time.UnixMilli(h.MadeMillis).UTC() }

// contentDigest is the SHA-256 over records in the order of their keys, and
// their number. Two stores with the same records have the same.
type contentDigest struct {
	Records uint64
	Sum     [sha256.Size]byte
}

// recordStream writes or hashes records; both go through the one framing.
type recordStream struct {
	out     io.Writer
	hash    hash.Hash
	records uint64
	lengths [4]byte
}

func newRecordStream(out io.Writer) *recordStream { return &recordStream{out: out, hash: sha256.New()} }

func (s *recordStream) write(key, value []byte) error {
	if len(key) == 0 || len(key) > maxRecordKey || len(value) > maxRecordValue {
		return fmt.Errorf("record of %d and %d bytes", len(key), len(value))
	}
	for _, part := range [][]byte{key, value} {
		binary.BigEndian.PutUint32(s.lengths[:], uint32(len(part)))
		if err := s.both(s.lengths[:]); err != nil {
			return err
		}
		if err := s.both(part); err != nil {
			return err
		}
	}
	s.records++
	return nil
}

func (s *recordStream) both(part []byte) error {
	s.hash.Write(part)
	if s.out == nil {
		return nil
	}
	_, err := s.out.Write(part)
	return err
}

func (s *recordStream) digest() contentDigest {
	return contentDigest{Records: s.records, Sum: [sha256.Size]byte(s.hash.Sum(nil))}
}

// end writes what closes the stream.
func (s *recordStream) end() error {
	digest := s.digest()
	closing := binary.BigEndian.AppendUint64(make([]byte, 4), digest.Records)
	_, err := s.out.Write(append(closing, digest.Sum[:]...))
	return err
}

// writeBackup writes a whole backup to out and returns the digest of its
// records. records calls its argument for every record in the order of keys.
func writeBackup(out io.Writer, head backupHead, passphrase string, records func(write func(key, value []byte) error) error) (digest contentDigest, err error) {
	sum := sha256.New()
	buffered := bufio.NewWriterSize(io.MultiWriter(out, sum), 1<<16)
	if err := writeBackupHead(buffered, head, passphrase != ""); err != nil {
		return digest, err
	}
	body, err := newBodyWriter(buffered, passphrase)
	if err != nil {
		return digest, err
	}
	stream := newRecordStream(body)
	if err := records(stream.write); err != nil {
		return digest, errors.Join(err, body.Close())
	}
	if err := errors.Join(stream.end(), body.Close(), buffered.Flush()); err != nil {
		return digest, fileError("write backup", err)
	}
	if _, err := out.Write(sum.Sum(nil)); err != nil {
		return digest, fileError("write backup", err)
	}
	return stream.digest(), nil
}

func writeBackupHead(out io.Writer, head backupHead, encrypted bool) error {
	encoded, err := model.Marshal(head)
	if err != nil {
		return fmt.Errorf("encode head of backup: %w", err)
	}
	flags := byte(0)
	if encrypted {
		flags = flagEncrypted
	}
	framed := binary.BigEndian.AppendUint32([]byte{flags}, uint32(len(encoded)))
	framed = append(framed, encoded...)
	framed = binary.BigEndian.AppendUint32(framed, crc32.Checksum(framed, crcTable))
	if _, err := out.Write(append(stamp(magicBackup, versionBackup), framed...)); err != nil {
		return fileError("write backup", err)
	}
	return nil
}

// bodyWriter compresses, and encrypts when there is a passphrase.
type bodyWriter struct {
	*zstd.Encoder
	sealed io.WriteCloser // nil without a passphrase
}

func newBodyWriter(out io.Writer, passphrase string) (*bodyWriter, error) {
	body := &bodyWriter{}
	if passphrase != "" {
		recipient, err := age.NewScryptRecipient(passphrase)
		if err != nil {
			return nil, fmt.Errorf("use passphrase: %w", err)
		}
		body.sealed, err = age.Encrypt(out, recipient)
		if err != nil {
			return nil, fmt.Errorf("encrypt backup: %w", err)
		}
		out = body.sealed
	}
	var err error
	body.Encoder, err = zstd.NewWriter(out, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("compress backup: %w", err)
	}
	return body, nil
}

// Close ends the compressed stream, then the encrypted one.
func (b *bodyWriter) Close() error {
	err := b.Encoder.Close()
	if b.sealed != nil {
		err = errors.Join(err, b.sealed.Close())
	}
	return err
}

// readBackupHead reads what stands before the body and says where that begins.
func readBackupHead(in io.Reader) (head backupHead, encrypted bool, size int64, err error) {
	first := make([]byte, stampSize+5)
	if _, err := io.ReadFull(in, first); err != nil {
		return head, false, 0, errMagic
	}
	if _, err := readStamp(PartBackup, magicBackup, versionBackup, first); err != nil {
		return head, false, 0, err
	}
	length := binary.BigEndian.Uint32(first[stampSize+1:])
	if length > maxEnvelopeHead {
		return head, false, 0, errChecksum
	}
	rest := make([]byte, length+4)
	if _, err := io.ReadFull(in, rest); err != nil {
		return head, false, 0, errChecksum
	}
	sum := crc32.Update(crc32.Checksum(first[stampSize:], crcTable), crcTable, rest[:length])
	if sum != binary.BigEndian.Uint32(rest[length:]) {
		return head, false, 0, errChecksum
	}
	if err := model.Unmarshal(rest[:length], &head); err != nil {
		return head, false, 0, err
	}
	return head, first[stampSize]&flagEncrypted != 0, int64(len(first) + len(rest)), nil
}

// readBackup checks a backup's SHA-256 over all of its bytes, then gives every
// record to visit, in the order of keys, and compares the digest at the end: a
// caller that builds something from the records uses it only when no error came
// back. Errors: ErrNotStore for a file that is no backup, ErrNewer, ErrDamaged,
// ErrPassphrase, and those of visit.
func readBackup(path, passphrase string, visit func(key, value []byte) error) (head backupHead, digest contentDigest, err error) {
	file, err := os.Open(path)
	if err != nil {
		return head, digest, fileError("open backup", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	head, encrypted, bodyOffset, err := readBackupHead(file)
	if err != nil {
		return head, digest, backupError(path, err)
	}
	bodySize, err := checkEnvelope(file, bodyOffset)
	if err != nil {
		return head, digest, backupError(path, err)
	}
	body := io.Reader(bufio.NewReaderSize(io.NewSectionReader(file, bodyOffset, bodySize), 1<<16))
	if encrypted {
		if body, err = decryptBody(body, passphrase); err != nil {
			return head, digest, backupError(path, err)
		}
	}
	digest, err = readRecords(body, visit)
	return head, digest, backupError(path, err)
}

// backupError turns what went wrong with a backup's bytes into ErrDamaged, and
// leaves the other errors of the store as they are.
func backupError(path string, err error) error {
	var caller visitError
	switch {
	case err == nil, errors.Is(err, ErrNewer), errors.Is(err, ErrPassphrase):
		return err
	case errors.As(err, &caller):
		return caller.cause
	case errors.Is(err, errMagic):
		return fmt.Errorf("backup %s: %w", path, ErrNotStore)
	}
	return damaged(PartBackup, err, "%s", path)
}

// headOf reads what a backup tells without being unpacked.
func headOf(path string) (head backupHead, err error) {
	file, err := os.Open(path)
	if err != nil {
		return head, fileError("open backup", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	head, _, _, err = readBackupHead(file)
	return head, backupError(path, err)
}

// checkEnvelope compares the SHA-256 at the end and returns the body's length.
func checkEnvelope(file *os.File, bodyOffset int64) (bodySize int64, err error) {
	info, err := file.Stat()
	if err != nil {
		return 0, err
	}
	covered := info.Size() - sha256.Size
	if covered < bodyOffset {
		return 0, errChecksum
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(file, 0, covered)); err != nil {
		return 0, err
	}
	want := make([]byte, sha256.Size)
	if _, err := file.ReadAt(want, covered); err != nil {
		return 0, err
	}
	if !bytes.Equal(sum.Sum(nil), want) {
		return 0, errChecksum
	}
	return covered - bodyOffset, nil
}

func decryptBody(body io.Reader, passphrase string) (io.Reader, error) {
	if passphrase == "" {
		return nil, ErrPassphrase
	}
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	plain, err := age.Decrypt(body, identity)
	var mismatch *age.NoIdentityMatchError
	if errors.As(err, &mismatch) {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	return plain, err
}

// visitError carries an error of the caller's past backupError.
type visitError struct{ cause error }

func (e visitError) Error() string { return e.cause.Error() }

func readRecords(body io.Reader, visit func(key, value []byte) error) (digest contentDigest, err error) {
	unpacked, err := zstd.NewReader(body, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30))
	if err != nil {
		return digest, err
	}
	defer unpacked.Close()
	in := bufio.NewReader(unpacked)
	stream := newRecordStream(nil)
	for {
		key, err := readPart(in, maxRecordKey)
		if err != nil {
			return digest, err
		}
		if len(key) == 0 {
			break
		}
		value, err := readPart(in, maxRecordValue)
		if err != nil {
			return digest, err
		}
		if err := stream.write(key, value); err != nil {
			return digest, err
		}
		if err := visit(key, value); err != nil {
			return digest, visitError{err}
		}
	}
	digest = stream.digest()
	closing := make([]byte, 8+sha256.Size)
	if _, err := io.ReadFull(in, closing); err != nil {
		return digest, err
	}
	if binary.BigEndian.Uint64(closing) != digest.Records || !bytes.Equal(closing[8:], digest.Sum[:]) {
		return digest, errChecksum
	}
	if _, err := in.ReadByte(); err != io.EOF {
		return digest, errChecksum
	}
	return digest, nil
}

func readPart(in io.Reader, limit uint32) ([]byte, error) {
	var length [4]byte
	if _, err := io.ReadFull(in, length[:]); err != nil {
		return nil, err
	}
	size := binary.BigEndian.Uint32(length[:])
	if size > limit {
		return nil, errChecksum
	}
	part := make([]byte, size)
	_, err := io.ReadFull(in, part)
	return part, err
}
