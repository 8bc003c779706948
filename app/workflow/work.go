package workflow

import (
	"context"
	"fmt"
	"time"

	"tavoitekartta/model"
)

// Work is an open programme. It is used from one goroutine at a time: the
// window's, or a command's.
type Work struct {
	desk    *Desk
	state   *model.State
	undo    *model.UndoList
	reading *model.Programme // nil when it must be read anew
	savedAt time.Time
	settled map[model.ChangeID]bool // the steps of this session that chose a field's value
}

// ID returns the programme's id.
func (w *Work) ID() model.EntityID { return w.state.Root() }

// Desk returns the desk at which the programme is open.
func (w *Work) Desk() *Desk { return w.desk }

// State returns the programme's state, to look at and not to edit.
func (w *Work) State() *model.State { return w.state }

// Programme returns the typed reading of the programme. The caller does not
// alter it.
func (w *Work) Programme() *model.Programme {
	if w.reading == nil {
		p := w.state.Programme()
		w.reading = &p
	}
	return w.reading
}

// SavedAt returns when something was last kept, the zero time for not yet.
func (w *Work) SavedAt() time.Time { return w.savedAt }

// ReadOnly tells whether the content is locked.
func (w *Work) ReadOnly() bool { return w.state.Stored().Locked() }

// Reload takes in what has been kept beside this Work, as by a command. What can
// be undone stays.
func (w *Work) Reload(ctx context.Context) error {
	fresh, err := w.desk.Open(ctx, w.ID())
	if err != nil {
		return err
	}
	w.state, w.reading = fresh.state, nil
	w.desk.finder.index.Put(w.state)
	return nil
}

// Findings returns all that the rules find, and the texts that cannot be printed
// whole.
func (w *Work) Findings() []model.Finding {
	return append(w.desk.rules.Check(w.state), w.unprintable()...)
}

func (w *Work) unprintable() []model.Finding {
	return w.state.Unprintable(w.Programme(), w.desk.reporter.Lacking)
}

// Obstacles returns what keeps the programme from being locked.
func (w *Work) Obstacles() []model.Finding { return w.desk.rules.Obstacles(w.state) }

// Edit makes one step and keeps it. When it returns an error, nothing of the
// step remains.
func (w *Work) Edit(ctx context.Context, edit func(*model.Step) error) error {
	writer, err := w.desk.writer(ctx)
	if err != nil {
		return err
	}
	step := w.state.Begin(writer)
	if err := edit(step); err != nil {
		return w.abandon(ctx, step, fmt.Errorf("edit: %w", err))
	}
	return w.keep(ctx, step)
}

func (w *Work) keep(ctx context.Context, step *model.Step) error {
	if len(step.Changes()) == 0 {
		return nil
	}
	if err := w.desk.store.Save(ctx, w.state, step.Changes()); err != nil {
		return w.abandon(ctx, step, fmt.Errorf("save: %w", err))
	}
	if w.reading != nil {
		reading := w.state.Reread(w.reading, step.Changes())
		w.reading = &reading
	}
	w.undo.Add(step.Changes()...)
	w.desk.finder.index.Update(w.state, step.Changes())
	w.savedAt = w.desk.clock()
	return nil
}

// abandon goes back to what the store holds.
func (w *Work) abandon(ctx context.Context, step *model.Step, cause error) error {
	w.reading = nil
	if len(step.Changes()) == 0 {
		return cause
	}
	state, err := w.desk.store.Load(context.WithoutCancel(ctx), step.State().Root())
	if err != nil {
		return fmt.Errorf("%w; and the kept state cannot be read: %w", cause, err)
	}
	w.state = state
	return cause
}

// CanUndo tells whether a step of this session can be undone.
func (w *Work) CanUndo() bool { return w.mayTakeBack(w.undo.CanUndo()) }

// CanRedo tells whether an undone step can be done again.
func (w *Work) CanRedo() bool { return w.mayTakeBack(w.undo.CanRedo()) }

func (w *Work) mayTakeBack(step []model.Change) bool { return step != nil && w.state.MayTakeBack(step) }

// Undone is what undoing or doing again came to.
type Undone struct {
	Changed []model.EntityID // the elements that changed
	Kept    int              // fields left alone because somebody else has changed them since
	Settled bool             // a choice between values: the field says again what it showed before
}

// Undo takes the last step back. It returns [model.ErrNothingToUndo] when
// there is none.
func (w *Work) Undo(ctx context.Context) (Undone, error) {
	return w.takeBack(ctx, w.undo.CanUndo(), (*model.State).Undo)
}

// Redo does the last undone step again.
func (w *Work) Redo(ctx context.Context) (Undone, error) {
	return w.takeBack(ctx, w.undo.CanRedo(), (*model.State).Redo)
}

func (w *Work) takeBack(ctx context.Context, changes []model.Change,
	take func(*model.State, model.Writer, []model.Change) (*model.Step, []model.Change, error),
) (Undone, error) {
	writer, err := w.desk.writer(ctx)
	if err != nil {
		return Undone{}, err
	}
	step, kept, err := take(w.state, writer, changes)
	if err != nil {
		return Undone{}, err
	}
	if len(step.Changes()) == 0 {
		w.undo.Skip(changes)
		return Undone{Kept: len(kept)}, nil
	}
	if err := w.keep(ctx, step); err != nil {
		return Undone{}, err
	}
	done := Undone{Kept: len(kept), Settled: w.settled[changes[0].Step]}
	for _, c := range step.Changes() {
		done.Changed = append(done.Changed, c.Entity)
	}
	return done, nil
}

// Merge brings in what another log of the same programme holds and returns how
// many changes were new and the clashes that are open afterwards.
func (w *Work) Merge(ctx context.Context, from model.Log) (brought int, clashes []model.Clash, err error) {
	changes, err := model.Merge(ctx, w.desk.store.Log(w.ID()), from)
	if err != nil {
		return 0, nil, fmt.Errorf("merge into %s: %w", w.ID(), err)
	}
	state, err := w.desk.store.Load(ctx, w.ID())
	if err != nil {
		return 0, nil, fmt.Errorf("merge into %s: %w", w.ID(), err)
	}
	w.state, w.reading = state, nil
	w.desk.finder.index.Put(w.state)
	return len(changes), w.state.Clashes(), nil
}
