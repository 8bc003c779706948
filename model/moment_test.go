package model_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

// desksThatMet gives desks that edited apart, met now and then and hold the
// same changes at the end; each desk's clock is off by up to ten years.
func desksThatMet(rt *rapid.T) []*desk {
	desks := threeDesks(rt)
	for i, d := range desks {
		years := rapid.IntRange(-10, 10).Draw(rt, fmt.Sprintf("clock%d", i))
		d.clock = d.clock.AddDate(years, 0, 0)
	}
	for i := range rapid.IntRange(1, 20).Draw(rt, "acts") {
		d := rapid.SampledFrom(desks).Draw(rt, fmt.Sprintf("desk%d", i))
		drawEdit(rt, d, fmt.Sprintf("%d.", i))
		if rapid.IntRange(0, 3).Draw(rt, fmt.Sprintf("meet%d", i)) == 0 {
			d.receive(rapid.SampledFrom(desks).Draw(rt, fmt.Sprintf("other%d", i)))
		}
	}
	for range 2 {
		for _, d := range desks {
			for _, other := range desks {
				d.receive(other)
			}
		}
	}
	return desks
}

func stateAt(t rapid.TB, changes []model.Change, at time.Time) *model.State {
	t.Helper()
	s, err := model.StateAt(changes, at)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func lastMoment(changes []model.Change) time.Time {
	last := changes[0].At()
	for _, c := range changes {
		if c.At().After(last) {
			last = c.At()
		}
	}
	return last
}

func TestTheStateAtTheLastMomentIsTheState(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		for _, d := range desksThatMet(rt) {
			at := stateAt(rt, d.log, lastMoment(d.log))
			if at.Digest() != d.state.Digest() {
				rt.Fatal("the state at the last moment differs from the state")
			}
			if fmt.Sprint(at.Progress()) != fmt.Sprint(d.state.Progress()) {
				rt.Fatalf("progress %v, want %v", at.Progress(), d.state.Progress())
			}
			if got, want := fmt.Sprint(at.Programme()), fmt.Sprint(d.state.Programme()); got != want {
				rt.Fatalf("reads\n%s\nwant\n%s", got, want)
			}
		}
	})
}

func TestAStateOfAMomentHoldsWhatItsChangesHadSeenAndGrowsWithTime(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := desksThatMet(rt)[0]
		moments := make([]time.Time, 0, len(d.log))
		for _, c := range d.log {
			moments = append(moments, c.At())
		}
		slices.SortFunc(moments, time.Time.Compare)
		moments = slices.Compact(moments)
		var earlier model.VersionVector
		for _, at := range moments {
			head := stateAt(rt, d.log, at).Head()
			if !head.CoversAll(earlier) {
				rt.Fatalf("at %s less is there than before: %v, %v", at, head, earlier)
			}
			earlier = head
			for _, c := range d.log {
				if held := head.Covers(c.ID); held && (c.At().After(at) || !head.CoversAll(c.Seen)) {
					rt.Fatalf("at %s the state holds %s of %s, which had seen %v", at, c.ID, c.At(), c.Seen)
				}
			}
		}
	})
}

func TestTheOrderOfArrivalDoesNotMatterForTheStateOfAMoment(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desks := desksThatMet(rt)
		at := rapid.SampledFrom(desks[0].log).Draw(rt, "moment").At()
		want := stateAt(rt, desks[0].log, at).Digest()
		for _, d := range desks[1:] {
			if stateAt(rt, d.log, at).Digest() != want {
				rt.Fatalf("two desks with the same changes differ at %s", at)
			}
		}
	})
}

func TestTheStateAtAHeadIsTheStateThatHadThatHead(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(rt, replicaA)
		programmeWithGoal(rt, d)
		other := newDesk(rt, replicaB)
		other.receive(d)
		var heads []model.VersionVector
		var digests []model.Hash
		for i := range rapid.IntRange(1, 10).Draw(rt, "acts") {
			drawEdit(rt, d, fmt.Sprintf("%d.", i))
			drawEdit(rt, other, fmt.Sprintf("o%d.", i))
			heads, digests = append(heads, d.state.Head()), append(digests, d.state.Digest())
			if rapid.Bool().Draw(rt, fmt.Sprintf("meet%d", i)) {
				d.receive(other)
			}
		}
		for i, head := range heads {
			s, err := model.StateAtHead(d.log, head)
			if err != nil {
				rt.Fatal(err)
			}
			if s.Digest() != digests[i] {
				rt.Fatalf("the state at head %v differs from what it was", head)
			}
		}
	})
}

func TestAStateIsNotMadeOfWhatIsNotThere(t *testing.T) {
	d := newDesk(t, replicaA)
	programmeWithGoal(t, d)
	beyond := d.state.Head().With(model.ChangeID{Replica: replicaA, Seq: 1000})
	if _, err := model.StateAtHead(d.log, beyond); !errors.Is(err, model.ErrMissingChange) {
		t.Errorf("a head beyond the changes: %v", err)
	}
	other := newDesk(t, replicaB)
	other.receive(d)
	other.must(func(st *model.Step) error { return st.SetText(d.state.Root(), model.FieldTitle, model.Finnish, "a") })
	d.receive(other)
	unseen := model.VersionVector{{Replica: replicaB, Seq: other.next - 1}}
	if _, err := model.StateAtHead(d.log, unseen); !errors.Is(err, model.ErrMissingChange) {
		t.Errorf("a head without what its change had seen: %v", err)
	}
}

func TestBeforeTheFirstChangeThereIsNoProgramme(t *testing.T) {
	d := newDesk(t, replicaA)
	programmeWithGoal(t, d)
	if s := stateAt(t, d.log, d.log[0].At().Add(-time.Second)); s.Root() != "" || len(s.Head()) != 0 {
		t.Errorf("root %q, head %v", s.Root(), s.Head())
	}
}

// manyChanges is a programme of so many measures, each with a title, a
// timetable and edits of the title: some twenty changes a measure.
func manyChanges(t testing.TB, measures int) []model.Change {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	for i := range measures {
		var id model.EntityID
		d.must(func(st *model.Step) (err error) { id, err = st.Add(goal, model.KindMeasure, ""); return err })
		for edit := range 18 {
			d.must(func(st *model.Step) error {
				return st.SetText(id, model.FieldTitle, model.Finnish, fmt.Sprintf("Toimenpide %d, sanamuoto %d", i, edit))
			})
		}
	}
	return d.log
}

func BenchmarkStateAt(b *testing.B) {
	for _, measures := range []int{500, 5000} {
		changes := manyChanges(b, measures)
		at := lastMoment(changes)
		b.Run(fmt.Sprintf("%d changes", len(changes)), func(b *testing.B) {
			for b.Loop() {
				if _, err := model.StateAt(changes, at); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
