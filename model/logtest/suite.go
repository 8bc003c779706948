// Package logtest is the one suite that every [model.Log] passes: in memory,
// on disk, in a file, behind a session.
package logtest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"tavoitekartta/model"
)

// Run tests the logs that open returns. Each call of open gives a new, empty
// log of one programme, closed at the end of the test.
func Run(t *testing.T, open func(t *testing.T) model.Log) {
	t.Run("what is appended is read back in order", func(t *testing.T) { readBack(t, open(t)) })
	t.Run("what is known already is passed over", func(t *testing.T) { passOver(t, open(t)) })
	t.Run("a gap is refused and nothing of it kept", func(t *testing.T) { refuseGap(t, open(t)) })
	t.Run("a broken chain is refused", func(t *testing.T) { refuseBroken(t, open(t)) })
	t.Run("following goes on with what comes later", func(t *testing.T) { followOn(t, open(t)) })
	t.Run("following starts behind what is known", func(t *testing.T) { followFrom(t, open(t)) })
	t.Run("two replicas merge to one digest", func(t *testing.T) { mergeTwo(t, open(t), open(t)) })
	t.Run("a cancelled append keeps nothing", func(t *testing.T) { cancelled(t, open(t)) })
}

const (
	first  model.ReplicaID = "0000000000002"
	second model.ReplicaID = "000000000000j"
)

// Changes returns the changes of a small programme with n goals, made by one replica.
func Changes(t testing.TB, n int) []model.Change {
	t.Helper()
	_, changes := programme(t, n)
	return changes
}

func programme(t testing.TB, n int) (*model.State, []model.Change) {
	t.Helper()
	s := model.NewState()
	st := s.Begin(model.Writer{Replica: first, NextSeq: 1, At: time.Unix(1_800_000_000, 0)})
	root, err := st.CreateProgramme()
	must(t, err)
	section, err := st.Add(root, model.KindSection, "")
	must(t, err)
	for range n {
		goal, err := st.Add(section, model.KindGoal, "")
		must(t, err)
		must(t, st.SetText(goal, model.FieldTitle, model.Finnish, "Neuvonta"))
	}
	return s, st.Changes()
}

// edit makes one change of another replica on top of a state.
func edit(t testing.TB, s *model.State, by model.ReplicaID, seq uint64, title string) model.Change {
	t.Helper()
	st := s.Begin(model.Writer{Replica: by, NextSeq: seq, At: time.Unix(1_800_000_100, 0)})
	must(t, st.SetText(s.Root(), model.FieldTitle, model.Finnish, title))
	return st.Changes()[0]
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, log model.Log, from model.VersionVector) []model.Change {
	t.Helper()
	changes, err := model.ReadLog(t.Context(), log, from)
	must(t, err)
	return changes
}

func hashes(changes []model.Change) []model.Hash {
	var all []model.Hash
	for _, c := range changes {
		all = append(all, c.Hash())
	}
	return all
}

func readBack(t *testing.T, log model.Log) {
	changes := Changes(t, 3)
	must(t, log.Append(t.Context(), changes[:4]...))
	must(t, log.Append(t.Context(), changes[4:]...))
	if got := read(t, log, nil); !slices.Equal(hashes(got), hashes(changes)) {
		t.Errorf("read %d changes back, appended %d, or others", len(got), len(changes))
	}
	head, err := log.Head(t.Context())
	must(t, err)
	if last := changes[len(changes)-1].ID; head.Last(first) != last.Seq {
		t.Errorf("head is %v after %v", head, last)
	}
}

func passOver(t *testing.T, log model.Log) {
	changes := Changes(t, 2)
	must(t, log.Append(t.Context(), changes...))
	must(t, log.Append(t.Context(), changes...))
	if got := read(t, log, nil); len(got) != len(changes) {
		t.Errorf("%d changes after appending %d twice", len(got), len(changes))
	}
}

func refuseGap(t *testing.T, log model.Log) {
	changes := Changes(t, 2)
	gap := slices.Delete(slices.Clone(changes), 3, 4)
	if err := log.Append(t.Context(), gap...); !errors.Is(err, model.ErrMissingChange) {
		t.Errorf("a gap gave %v", err)
	}
	if got := read(t, log, nil); len(got) != 0 {
		t.Errorf("%d changes of the refused ones were kept", len(got))
	}
}

func refuseBroken(t *testing.T, log model.Log) {
	changes := Changes(t, 2)
	changes[2].Previous.Hash[0] ^= 1
	if err := log.Append(t.Context(), changes...); !errors.Is(err, model.ErrBrokenChain) {
		t.Errorf("a broken chain gave %v", err)
	}
}

func followOn(t *testing.T, log model.Log) {
	changes := Changes(t, 2)
	must(t, log.Append(t.Context(), changes[:3]...))
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	var got []model.Change
	for c, err := range log.Follow(ctx, nil) {
		must(t, err)
		got = append(got, c)
		if len(got) == 3 {
			must(t, log.Append(t.Context(), changes[3:]...))
		}
		if len(got) == len(changes) {
			break
		}
	}
	if !slices.Equal(hashes(got), hashes(changes)) {
		t.Error("following gave other changes than were appended")
	}
}

func followFrom(t *testing.T, log model.Log) {
	changes := Changes(t, 2)
	must(t, log.Append(t.Context(), changes...))
	from := model.VersionVector{}.With(changes[4].ID)
	if got := read(t, log, from); !slices.Equal(hashes(got), hashes(changes[5:])) {
		t.Errorf("%d changes behind %v, want %d", len(got), from, len(changes)-5)
	}
}

func mergeTwo(t *testing.T, a, b model.Log) {
	state, changes := programme(t, 2)
	must(t, a.Append(t.Context(), changes...))
	_, err := model.Merge(t.Context(), b, a)
	must(t, err)
	other, err := model.Replay(slices.Values(changes))
	must(t, err)
	must(t, a.Append(t.Context(), edit(t, state, first, uint64(len(changes)+1), "A")))
	must(t, b.Append(t.Context(), edit(t, other, second, 1, "B")))
	brought, err := model.Merge(t.Context(), a, b)
	must(t, err)
	if len(brought) != 1 {
		t.Errorf("merging brought %d changes, want 1", len(brought))
	}
	_, err = model.Merge(t.Context(), b, a)
	must(t, err)
	stateA, stateB := replayed(t, a), replayed(t, b)
	if stateA.Digest() != stateB.Digest() {
		t.Error("the merged logs give different states")
	}
	if clashes := stateA.Clashes(); len(clashes) != 1 {
		t.Errorf("%d clashes, want the one made", len(clashes))
	}
	if model.Digest(entries(read(t, a, nil))) != model.Digest(entries(read(t, b, nil))) {
		t.Error("the merged logs have different digests")
	}
}

func replayed(t *testing.T, log model.Log) *model.State {
	t.Helper()
	s, err := model.Replay(slices.Values(read(t, log, nil)))
	must(t, err)
	return s
}

func entries(changes []model.Change) []model.ChainEntry {
	var all []model.ChainEntry
	for _, c := range changes {
		all = append(all, c.Entry())
	}
	return all
}

func cancelled(t *testing.T, log model.Log) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := log.Append(ctx, Changes(t, 1)...); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled append gave %v", err)
	}
	if got := read(t, log, nil); len(got) != 0 {
		t.Errorf("%d changes were kept", len(got))
	}
}
