package search_test

import (
	"testing"
	"time"

	"tavoitekartta/model"
)

const replica model.ReplicaID = "0000000000003"

// builder makes a programme for a test, by changes.
type builder struct {
	testing.TB
	state   *model.State
	section model.EntityID
	goal    model.EntityID
	changes []model.Change // of the last step
	seq     uint64
}

func newBuilder(t testing.TB) *builder { return newBuilderAt(t, 1) }

// newBuilderAt makes a programme whose changes are numbered from seq, so that
// several are of one replica.
func newBuilderAt(t testing.TB, seq uint64) *builder {
	t.Helper()
	b := &builder{TB: t, state: model.NewState(), seq: seq}
	b.edit(func(st *model.Step) error {
		id, err := st.CreateProgramme()
		if err != nil {
			return err
		}
		if err := st.SetText(id, model.FieldTitle, model.Finnish, "Vaasan ohjelma"); err != nil {
			return err
		}
		if b.section, err = st.Add(id, model.KindSection, ""); err != nil {
			return err
		}
		if err := st.SetText(b.section, model.FieldTitle, model.Finnish, "Helsinki"); err != nil {
			return err
		}
		b.goal, err = st.Add(b.section, model.KindGoal, "")
		return err
	})
	return b
}

func (b *builder) edit(do func(*model.Step) error) {
	b.Helper()
	step := b.state.Begin(model.Writer{Replica: replica, Person: "k", NextSeq: b.seq, At: time.Unix(1_770_000_000, 0)})
	err := do(step)
	b.changes = step.Changes()
	b.seq += uint64(len(b.changes))
	if err != nil {
		b.Fatal(err)
	}
}

// add adds an element with a text in one language.
func (b *builder) add(parent model.EntityID, kind model.Kind, base model.Field, l model.Language, text string) model.EntityID {
	b.Helper()
	var id model.EntityID
	b.edit(func(st *model.Step) (err error) {
		if id, err = st.Add(parent, kind, ""); err != nil {
			return err
		}
		return st.SetText(id, base, l, text)
	})
	return id
}

func (b *builder) measure(l model.Language, title string) model.EntityID {
	b.Helper()
	return b.add(b.goal, model.KindMeasure, model.FieldTitle, l, title)
}

// set gives a field a value.
func (b *builder) set(id model.EntityID, f model.Field, v any) {
	b.Helper()
	b.edit(func(st *model.Step) error { return st.Set(id, f, model.ValueOf(v)) })
}
