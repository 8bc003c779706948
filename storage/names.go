package storage

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"tavoitekartta/model"
)

// Persons returns the persons whose names are kept, in the order of their ids;
// erased ones are left out.
func (s *Store) Persons(ctx context.Context) ([]model.PersonID, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.names.mutex.Lock()
	defer s.names.mutex.Unlock()
	var persons []model.PersonID
	for person, entry := range s.names.persons {
		if entry.Key != nil {
			persons = append(persons, model.PersonID(person))
		}
	}
	slices.Sort(persons)
	return persons, nil
}

// AddNames keeps names that came in a file from another laptop. Persons whose
// names are known or have been erased here are passed over.
func (s *Store) AddNames(ctx context.Context, names map[model.PersonID]string) error {
	if err := errors.Join(ctx.Err(), s.guard().check(0)); err != nil {
		return err
	}
	return s.names.add(names)
}

// all gives every name that is kept.
func (r *keyRing) all() (map[model.PersonID]string, error) {
	r.mutex.Lock()
	persons := slices.Collect(maps.Keys(r.persons))
	r.mutex.Unlock()
	names := map[model.PersonID]string{}
	for _, person := range persons {
		name, err := r.name(person)
		if errors.Is(err, errErased) {
			continue
		}
		if err != nil {
			return nil, err
		}
		names[model.PersonID(person)] = name
	}
	return names, nil
}

// add keeps the names of persons that the ring has never known.
func (r *keyRing) add(names map[model.PersonID]string) error {
	for person, name := range names {
		r.mutex.Lock()
		_, known := r.persons[string(person)]
		r.mutex.Unlock()
		if known {
			continue
		}
		if err := r.put(string(person), name); err != nil {
			return err
		}
	}
	return nil
}

// addNames adds names to the key ring of a locked data folder.
func addNames(dir string, names map[model.PersonID]string, random io.Reader) error {
	if len(names) == 0 {
		return nil
	}
	ring, err := openKeyRing(dir, random)
	if err != nil {
		return err
	}
	return ring.add(names)
}

// writeNames writes names behind the records of a file, in the order of persons.
func writeNames(names map[model.PersonID]string, write func(key, value []byte) error) error {
	for _, person := range slices.Sorted(maps.Keys(names)) {
		if err := write([]byte(prefixName+string(person)), []byte(names[person])); err != nil {
			return err
		}
	}
	return nil
}

// nameKey reads the person of a record that is a name.
func nameKey(key []byte) (model.PersonID, bool) {
	person, isName := strings.CutPrefix(string(key), prefixName)
	return model.PersonID(person), isName
}

func (r *restored) addName(person model.PersonID, name string) {
	if r.names == nil {
		r.names = map[model.PersonID]string{}
	}
	r.names[person] = name
}
