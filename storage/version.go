package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// blobChunk is how many bytes of a document stand in one record.
const blobChunk = 512 << 10

// ErrFrozen says that a version is kept already and differs from the one given
// in more than its approval.
var ErrFrozen = errors.New("storage: version is frozen")

// SaveVersion keeps a version with the bytes of its documents, in the order of
// version.Documents, all of it or nothing. The bytes are written first in chunks, the small record that makes
// them count comes last. A version already kept may only gain its approval, or
// documents; anything else is ErrFrozen. Bytes that differ from the size and
// SHA-256 in the version, or content from its fingerprint, are ErrDamaged.
func (s *Store) SaveVersion(ctx context.Context, version model.Version, documents [][]byte) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.saveVersion(ctx, version, documents); err != nil {
		return fmt.Errorf("save version %d of %s: %w", version.Number, version.Programme, err)
	}
	return nil
}

func (s *Store) saveVersion(ctx context.Context, version model.Version, documents [][]byte) error {
	record, err := s.programmeRecord(ctx, version.Programme)
	if err != nil {
		return err
	}
	if record.Changes == 0 || version.Number < 1 {
		return ErrNotFound
	}
	if err := s.checkFrozen(ctx, version); err != nil {
		return err
	}
	w := &programmeWrite{programme: version.Programme}
	if err := s.writeBlobs(ctx, w, version, documents); err != nil {
		return err
	}
	version.Content = nil // its chunks are kept under the fingerprint
	if err := w.setEncoded(versionKey(version.Programme, uint32(version.Number)), version); err != nil {
		return err
	}
	if _, err := decodeVersion(w.operations[len(w.operations)-1].Value); err != nil {
		return err // it could not be read back, by text that is not UTF-8
	}
	return s.carryOut(ctx, w)
}

// checkFrozen compares with the version that is kept under the same number.
func (s *Store) checkFrozen(ctx context.Context, version model.Version) error {
	kept, err := s.version(ctx, version.Programme, version.Number)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	approved := !kept.ApprovedAt.IsZero()
	documents := len(version.Documents) >= len(kept.Documents) &&
		slices.EqualFunc(kept.Documents, version.Documents[:len(kept.Documents)], sameDocument)
	switch {
	case kept.Fingerprint != version.Fingerprint, !documents:
		return ErrFrozen
	case approved && !kept.ApprovedAt.Equal(version.ApprovedAt):
		return ErrFrozen
	}
	return nil
}

func sameDocument(a, b model.Document) bool { return a.SHA256 == b.SHA256 && a.Size == b.Size }

// writeBlobs adds the content and those documents that are not kept yet.
// documents holds the bytes of all of the version's documents, or, when the
// version only gains its approval, none.
func (s *Store) writeBlobs(ctx context.Context, w *programmeWrite, version model.Version, documents [][]byte) error {
	if sha256.Sum256(version.Content) != version.Fingerprint {
		return damaged(PartVersion, errChecksum, "content")
	}
	if err := s.writeBlob(ctx, w, version.Fingerprint, version.Content); err != nil {
		return err
	}
	for i, document := range version.Documents {
		if i >= len(documents) {
			if _, err := s.blob(ctx, document.SHA256, document.Size); err != nil {
				return fmt.Errorf("document %d: %w", i, err)
			}
			continue
		}
		if int64(len(documents[i])) != document.Size || sha256.Sum256(documents[i]) != document.SHA256 {
			return damaged(PartVersion, errChecksum, "document %d", i)
		}
		if err := s.writeBlob(ctx, w, document.SHA256, documents[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) writeBlob(ctx context.Context, w *programmeWrite, hash model.Hash, content []byte) error {
	if _, err := s.blob(ctx, hash, int64(len(content))); err == nil {
		return nil // the same bytes are kept already
	}
	number := uint32(0)
	for chunk := range slices.Chunk(content, blobChunk) {
		w.set(blobKey(hash, number), chunk)
		number++
	}
	return ctx.Err()
}

// blob reads bytes by their hash; size tells whether chunks are missing.
func (s *Store) blob(ctx context.Context, hash model.Hash, size int64) ([]byte, error) {
	var content bytes.Buffer
	err := s.data.view(ctx, func(txn *badger.Txn) error {
		return each(txn, blobOf(hash), func(_, value []byte) error {
			content.Write(value)
			return nil
		})
	})
	switch {
	case err != nil:
		return nil, tableError("read bytes", err)
	case content.Len() == 0 && size > 0:
		return nil, ErrNotFound
	case sha256.Sum256(content.Bytes()) != hash:
		return nil, damaged(PartVersion, errChecksum, "%s", hash)
	}
	return content.Bytes(), nil
}

func (s *Store) version(ctx context.Context, programme model.EntityID, number int) (version model.Version, err error) {
	if number < 1 {
		return version, ErrNotFound
	}
	err = s.data.view(ctx, func(txn *badger.Txn) error {
		value, err := get(txn, versionKey(programme, uint32(number)))
		if err != nil {
			return err
		}
		version, err = decodeVersion(value)
		return err
	})
	return version, err
}

func decodeVersion(value []byte) (version model.Version, err error) {
	if err := model.Unmarshal(value, &version); err != nil {
		return version, damaged(PartVersion, err, "record")
	}
	return version, nil
}

// Versions returns a programme's versions with their content, the first one
// first. It returns ErrDamaged when a content's bytes are not those that were
// approved.
func (s *Store) Versions(ctx context.Context, programme model.EntityID) ([]model.Version, error) {
	var versions []model.Version
	err := s.data.view(ctx, func(txn *badger.Txn) error {
		return each(txn, versionsOf(programme), func(_, value []byte) error {
			version, err := decodeVersion(value)
			versions = append(versions, version)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list versions of %s: %w", programme, tableError("read versions", err))
	}
	for i := range versions {
		if versions[i].Content, err = s.blob(ctx, versions[i].Fingerprint, 1); err != nil {
			return nil, fmt.Errorf("content of version %d of %s: %w", versions[i].Number, programme, lost(err))
		}
	}
	return versions, nil
}

// lost makes a piece that must be there and is not what it is: damage.
func lost(err error) error {
	if errors.Is(err, ErrNotFound) {
		return damaged(PartVersion, err, "bytes are missing")
	}
	return err
}

// Document returns the bytes of one of a version's documents, counted from 0,
// checked against their SHA-256: ErrNotFound, ErrDamaged.
func (s *Store) Document(ctx context.Context, programme model.EntityID, version, index int) ([]byte, error) {
	kept, err := s.version(ctx, programme, version)
	if err == nil && (index < 0 || index >= len(kept.Documents)) {
		err = ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("document %d of version %d of %s: %w", index, version, programme, err)
	}
	document := kept.Documents[index]
	content, err := s.blob(ctx, document.SHA256, document.Size)
	if err != nil {
		return nil, fmt.Errorf("document %d of version %d of %s: %w", index, version, programme, lost(err))
	}
	return content, nil
}
