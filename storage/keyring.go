package storage

import (
	"crypto/cipher"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"

	"tavoitekartta/model"
)

const (
	ringFolder = "names"
	ringName   = "ring"
	keyName    = "key"
)

// errErased says that the name was in the key ring and has been erased.
var errErased = errors.New("name erased")

// keyRing keeps the names of persons outside everything that is chained, copied
// or exchanged. Each name is encrypted with a key of its own, and that key with
// the store's key, so that erasing the person's key erases the name, from a
// forgotten copy of the ring as well once the store key is gone.
type keyRing struct {
	folder string
	random io.Reader

	mutex   sync.Mutex
	persons map[string]ringEntry
	wrap    cipher.AEAD
}

// ringEntry is one person. An erased person keeps the entry without its bytes:
// "erased" and "never known" are told apart.
type ringEntry struct {
	_    struct{} `cbor:",toarray"`
	Key  []byte   // the person's key under the store key; nonce first
	Name []byte   // the name under the person's key; nonce first
}

// openKeyRing reads the ring of a data folder, or begins one.
func openKeyRing(dataFolder string, random io.Reader) (*keyRing, error) {
	r := &keyRing{folder: filepath.Join(dataFolder, ringFolder), random: random, persons: map[string]ringEntry{}}
	if err := os.MkdirAll(r.folder, 0o700); err != nil {
		return nil, fileError("make key ring", err)
	}
	if err := r.finishErasing(); err != nil {
		return nil, err
	}
	body, _, err := readSealed(PartKeyRing, magicRing, versionRing, r.path(ringName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	default:
		if err := model.Unmarshal(body, &r.persons); err != nil {
			return nil, damaged(PartKeyRing, err, "%s", ringName)
		}
	}
	if err := r.openStoreKey(); err != nil {
		return nil, err
	}
	return r, nil
}

func (r *keyRing) path(name string) string { return filepath.Join(r.folder, name) }

// openStoreKey reads the key file, mode 0600, and makes one for an empty ring.
func (r *keyRing) openStoreKey() error {
	key, _, err := readSealed(PartKeyRing, magicKey, versionStoreKey, r.path(keyName))
	if errors.Is(err, fs.ErrNotExist) {
		if len(r.persons) > 0 {
			return damaged(PartKeyRing, err, "%s", keyName)
		}
		key = make([]byte, chacha20poly1305.KeySize)
		if _, err := io.ReadFull(r.random, key); err != nil {
			return fmt.Errorf("make store key: %w", err)
		}
		err = writeFile(r.path(keyName), seal(magicKey, versionStoreKey, key), 0o600)
	}
	if err != nil {
		return err
	}
	r.wrap, err = chacha20poly1305.NewX(key)
	if err != nil {
		return damaged(PartKeyRing, err, "%s", keyName)
	}
	return nil
}

// put keeps a name, instead of the one that the person had.
func (r *keyRing) put(person, name string) error {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	key := make([]byte, chacha20poly1305.KeySize)
	if _, err := io.ReadFull(r.random, key); err != nil {
		return fmt.Errorf("make person's key: %w", err)
	}
	own, err := chacha20poly1305.NewX(key)
	if err != nil {
		return fmt.Errorf("use person's key: %w", err)
	}
	wrapped, err := r.seal(r.wrap, key, person)
	if err != nil {
		return err
	}
	hidden, err := r.seal(own, []byte(name), person)
	if err != nil {
		return err
	}
	return r.store(person, ringEntry{Key: wrapped, Name: hidden})
}

// name gives a person's name; ErrNotFound or errErased.
func (r *keyRing) name(person string) (string, error) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	entry, known := r.persons[person]
	if !known {
		return "", ErrNotFound
	}
	if entry.Key == nil {
		return "", errErased
	}
	key, err := unsealName(r.wrap, entry.Key, person)
	if err != nil {
		return "", err
	}
	own, err := chacha20poly1305.NewX(key)
	if err != nil {
		return "", damaged(PartKeyRing, err, "key of %s", person)
	}
	name, err := unsealName(own, entry.Name, person)
	return string(name), err
}

// erase removes a person's key and name from the disk.
func (r *keyRing) erase(person string) error {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if _, known := r.persons[person]; !known {
		return ErrNotFound
	}
	return r.store(person, ringEntry{})
}

// store changes one entry, on the disk first. The old ring is overwritten
// before the new one takes its name, so that the old key does not stay behind
// in free blocks; a whole ".new" file found at opening means that the change
// was decided, and is carried out.
func (r *keyRing) store(person string, entry ringEntry) error {
	before, known := r.persons[person]
	r.persons[person] = entry
	body, err := model.Marshal(r.persons)
	if err == nil {
		err = writeSynced(r.path(ringName+".new"), seal(magicRing, versionRing, body), 0o600)
	}
	if err == nil {
		err = syncFolder(r.folder)
	}
	if err != nil {
		delete(r.persons, person)
		if known {
			r.persons[person] = before
		}
		return err
	}
	return r.finishErasing()
}

func (r *keyRing) finishErasing() error {
	fresh := r.path(ringName + ".new")
	if !exists(fresh) {
		return nil
	}
	if _, _, err := readSealed(PartKeyRing, magicRing, versionRing, fresh); err != nil {
		if errors.Is(err, ErrNewer) {
			return err
		}
		if err := removeFile(fresh); err != nil {
			return fileError("remove unfinished key ring", err)
		}
		return nil
	}
	if err := overwrite(r.path(ringName)); err != nil {
		return err
	}
	return replaceFile(fresh, r.path(ringName))
}

// overwrite fills a file with zeros in place. What a drive keeps of older
// blocks by itself is out of reach.
func overwrite(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fileError("open old key ring", err)
	}
	info, err := file.Stat()
	if err == nil {
		_, err = file.WriteAt(make([]byte, info.Size()), 0)
	}
	if err == nil {
		err = file.Sync()
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	return fileError("overwrite old key ring", err)
}

func (r *keyRing) seal(with cipher.AEAD, plain []byte, person string) ([]byte, error) {
	nonce := make([]byte, with.NonceSize(), with.NonceSize()+len(plain)+with.Overhead())
	if _, err := io.ReadFull(r.random, nonce); err != nil {
		return nil, fmt.Errorf("make nonce: %w", err)
	}
	return with.Seal(nonce, nonce, plain, []byte(person)), nil
}

func unsealName(with cipher.AEAD, hidden []byte, person string) ([]byte, error) {
	if len(hidden) < with.NonceSize() {
		return nil, damaged(PartKeyRing, nil, "entry of %s", person)
	}
	nonce, hidden := hidden[:with.NonceSize()], hidden[with.NonceSize():]
	plain, err := with.Open(nil, nonce, hidden, []byte(person))
	if err != nil {
		return nil, damaged(PartKeyRing, err, "entry of %s", person)
	}
	return plain, nil
}

// inspectKeyRing reads a data folder's key ring without changing it.
func inspectKeyRing(dataFolder string) error {
	r := &keyRing{folder: filepath.Join(dataFolder, ringFolder), persons: map[string]ringEntry{}}
	body, _, err := readSealed(PartKeyRing, magicRing, versionRing, r.path(ringName))
	if err == nil {
		err = model.Unmarshal(body, &r.persons)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	_, _, err = readSealed(PartKeyRing, magicKey, versionStoreKey, r.path(keyName))
	if errors.Is(err, fs.ErrNotExist) && len(r.persons) == 0 {
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return damaged(PartKeyRing, err, "%s", keyName)
	}
	return err
}
