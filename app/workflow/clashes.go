package workflow

import (
	"context"
	"time"

	"tavoitekartta/model"
)

// Written tells of a value who wrote it, where and when.
type Written struct {
	By   Person
	At   time.Time
	Here bool // in this data folder, and not in one whose data were brought in
}

// Written returns who wrote a value.
func (w *Work) Written(ctx context.Context, c model.Candidate) Written {
	by := Person{Named: c.Author != "", IDs: []model.PersonID{c.Author}, Name: w.NameOf(ctx, c.Author)}
	return Written{By: by, At: time.UnixMilli(c.AtMillis), Here: c.Change.Replica == w.desk.store.Replica()}
}

// Settle ends a clash, as one step; what may be chosen is told at
// [model.Step.Settle]. It returns [model.ErrLocked] while the content is locked.
func (w *Work) Settle(ctx context.Context, c model.Clash, chosen model.Value) error {
	var step model.ChangeID
	err := w.Edit(ctx, func(st *model.Step) error {
		if err := st.Settle(c, chosen); err != nil {
			return err
		}
		if changes := st.Changes(); len(changes) > 0 {
			step = changes[0].Step
		}
		return nil
	})
	if err == nil && c.Kind == model.FieldClash {
		if w.settled == nil {
			w.settled = map[model.ChangeID]bool{}
		}
		w.settled[step] = true
	}
	return err
}
