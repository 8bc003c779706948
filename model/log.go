package model

import (
	"context"
	"fmt"
	"iter"
)

// Log is the list of changes of one programme: on this disk, in a file carried
// between laptops, or behind a live session. Every Log passes the suite in
// model/logtest.
type Log interface {
	// Append adds changes whose predecessors the log holds; changes that it
	// already holds are passed over. All are added or none. When it returns
	// nil the changes are kept. It returns [ErrMissingChange],
	// [ErrBrokenChain] or [ErrMalformedChange] for changes that do not fit.
	Append(ctx context.Context, changes ...Change) error
	// Follow yields the changes that from does not cover, in an order in which
	// they can be applied, then those that are appended later, until ctx ends.
	// The error it yields last is ctx's or the log's.
	Follow(ctx context.Context, from VersionVector) iter.Seq2[Change, error]
	// Head returns which changes the log holds.
	Head(ctx context.Context) (VersionVector, error)
}

// ReadLog returns the changes that a log holds now and from does not cover, in
// an order in which they can be applied.
func ReadLog(ctx context.Context, log Log, from VersionVector) ([]Change, error) {
	head, err := log.Head(ctx)
	if err != nil {
		return nil, fmt.Errorf("read log: %w", err)
	}
	missing := 0
	for _, id := range head {
		if from.Last(id.Replica) < id.Seq {
			missing++
		}
	}
	if missing == 0 {
		return nil, nil
	}
	following, stop := context.WithCancel(ctx)
	defer stop()
	var changes []Change
	reached := from
	for c, err := range log.Follow(following, from) {
		if err != nil {
			return nil, fmt.Errorf("read log: %w", err)
		}
		changes = append(changes, c)
		reached = reached.With(c.ID)
		if reached.CoversAll(head) {
			break
		}
	}
	return changes, ctx.Err()
}

// Merge brings into one log what another holds and it does not, and returns
// those changes. Merging in any order, any number of times, gives the same.
func Merge(ctx context.Context, into, from Log) ([]Change, error) {
	have, err := into.Head(ctx)
	if err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	changes, err := ReadLog(ctx, from, have)
	if err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	if len(changes) == 0 {
		return nil, nil
	}
	if err := into.Append(ctx, changes...); err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	return changes, nil
}

// Replay applies changes to a new state.
func Replay(changes iter.Seq[Change]) (*State, error) {
	s := NewState()
	for c := range changes {
		if _, err := s.Apply(c); err != nil {
			return nil, err
		}
	}
	return s, nil
}
