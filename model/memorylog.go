package model

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"
)

// MemoryLog is a [Log] that lives in memory: for files being read and for tests.
type MemoryLog struct {
	mu      sync.Mutex
	changes []Change
	head    VersionVector
	links   map[ReplicaID]Link
	grown   chan struct{} // closed and replaced when changes are added
}

// NewMemoryLog returns an empty log.
func NewMemoryLog() *MemoryLog {
	return &MemoryLog{links: map[ReplicaID]Link{}, grown: make(chan struct{})}
}

// Append adds changes; see [Log].
func (l *MemoryLog) Append(ctx context.Context, changes ...Change) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	fitting, head, links, err := Fitting(l.head, l.links, changes)
	if err != nil {
		return err
	}
	if len(fitting) == 0 {
		return nil
	}
	l.changes = append(l.changes, fitting...)
	l.head, l.links = head, links
	close(l.grown)
	l.grown = make(chan struct{})
	return nil
}

// Fitting checks that changes continue a log with the given head and chain
// ends, and returns those that are new with the head and ends after them. The
// arguments are left as they were.
func Fitting(head VersionVector, links map[ReplicaID]Link, changes []Change) ([]Change, VersionVector, map[ReplicaID]Link, error) {
	after := make(map[ReplicaID]Link, len(links)+1)
	for r, l := range links {
		after[r] = l
	}
	var fitting []Change
	for _, c := range changes {
		if head.Covers(c.ID) {
			continue
		}
		if err := c.wellFormed(); err != nil {
			return nil, nil, nil, err
		}
		switch have := after[c.ID.Replica]; {
		case c.Previous.Seq != have.Seq || !head.CoversAll(c.Seen):
			return nil, nil, nil, fmt.Errorf("%w: before %s", ErrMissingChange, c.ID)
		case c.Previous != have:
			return nil, nil, nil, fmt.Errorf("%w: at %s", ErrBrokenChain, c.ID)
		}
		fitting = append(fitting, c)
		head = head.With(c.ID)
		after[c.ID.Replica] = Link{Seq: c.ID.Seq, Hash: c.Hash()}
	}
	return fitting, head, after, nil
}

// Follow yields changes; see [Log].
func (l *MemoryLog) Follow(ctx context.Context, from VersionVector) iter.Seq2[Change, error] {
	return func(yield func(Change, error) bool) {
		for next := 0; ; {
			l.mu.Lock()
			batch, grown := slices.Clone(l.changes[next:]), l.grown
			next = len(l.changes)
			l.mu.Unlock()
			for _, c := range batch {
				if from.Covers(c.ID) {
					continue
				}
				if ctx.Err() != nil {
					break
				}
				if !yield(c, nil) {
					return
				}
			}
			select {
			case <-ctx.Done():
				yield(Change{}, ctx.Err())
				return
			case <-grown:
			}
		}
	}
}

// Head returns what the log holds; see [Log].
func (l *MemoryLog) Head(context.Context) (VersionVector, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.head, nil
}
