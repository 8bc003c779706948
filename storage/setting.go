package storage

import (
	"context"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// Setting returns a kept setting, "" when it was never set.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	var text string
	err := s.data.view(ctx, func(txn *badger.Txn) error {
		value, err := get(txn, []byte(prefixSetting+name))
		text = string(value)
		return err
	})
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read setting %s: %w", name, err)
	}
	return text, nil
}

// SetSetting keeps a setting; an empty text removes it.
func (s *Store) SetSetting(ctx context.Context, name, text string) error {
	o := operation{Key: []byte(prefixSetting + name)}
	if text != "" {
		o.Value = []byte(text)
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.data.commit(ctx, []operation{o}); err != nil {
		return fmt.Errorf("keep setting %s: %w", name, err)
	}
	return nil
}
