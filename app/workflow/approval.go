package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tavoitekartta/model"
)

// Errors of approval.
var (
	ErrNotLocked  = errors.New("the programme is not locked")
	ErrNotDecided = errors.New("no decision is recorded")
	ErrNotFrozen  = errors.New("the programme has no approved version")
	// ErrNotRecorded says that the programme is not approved as recorded afterwards.
	ErrNotRecorded = errors.New("the programme is not approved as recorded afterwards")
	// ErrDecisionChanged says that the decision was edited while the approved
	// documents were printed: they would not tell what is recorded.
	ErrDecisionChanged = errors.New("the decision was changed meanwhile")
)

// ObstaclesError says what keeps a programme from being locked.
type ObstaclesError struct{ Findings []model.Finding }

func (e *ObstaclesError) Error() string {
	return fmt.Sprintf("%d obstacles to approval, the first: %s", len(e.Findings), e.Findings[0].Code)
}

// PendingError says what a locked programme still waits for.
type PendingError struct{ Codes []model.Code }

func (e *PendingError) Error() string { return fmt.Sprintf("waiting for the minutes: %v", e.Codes) }

// Propose moves a draft into decision-making, or back.
func (w *Work) Propose(ctx context.Context, inDecisionMaking bool) error {
	if w.ReadOnly() {
		return model.ErrLocked
	}
	state := model.Draft
	if inDecisionMaking {
		state = model.InDecisionMaking
	}
	return w.Edit(ctx, func(st *model.Step) error {
		return st.Set(w.ID(), model.FieldStoredState, model.ValueOf(string(state)))
	})
}

// Lock freezes the content as decided. It returns an [*ObstaclesError] when
// something that approval requires is missing; nothing has changed then. A
// programme recorded afterwards comes straight to approved: its minutes were
// checked long ago. No version of it is frozen, since what is recorded is not
// the document that was decided on.
func (w *Work) Lock(ctx context.Context) error {
	if w.ReadOnly() {
		return model.ErrLocked
	}
	if obstacles := w.Obstacles(); len(obstacles) > 0 {
		return &ObstaclesError{Findings: obstacles}
	}
	err := w.Edit(ctx, func(st *model.Step) error {
		if err := st.FixNumbers(); err != nil {
			return err
		}
		state := model.Locked
		if w.Programme().RecordedAfterwards {
			state = model.Approved
		}
		return st.Set(w.ID(), model.FieldStoredState, model.ValueOf(string(state)))
	})
	if err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	w.undo.Forget()
	return w.finishVersion(ctx)
}

// RecordedApproval tells whether the programme is approved as recorded
// afterwards: closed, with its decision, and without a frozen version.
func (w *Work) RecordedApproval() bool {
	p := w.Programme()
	return p.State == model.Approved && p.RecordedAfterwards
}

// CompleteRecord opens a programme approved as recorded afterwards, so that
// more of what is known can be written down; [Work.Lock] closes it again. It
// returns [ErrNotRecorded] for any other programme.
func (w *Work) CompleteRecord(ctx context.Context) error {
	if !w.RecordedApproval() {
		return ErrNotRecorded
	}
	err := w.Edit(ctx, func(st *model.Step) error {
		return st.Set(w.ID(), model.FieldStoredState, model.ValueOf(string(model.Draft)))
	})
	if err != nil {
		return fmt.Errorf("complete record: %w", err)
	}
	return nil
}

// Pending returns what a locked programme still waits for; a programme
// recorded afterwards waits for nothing.
func (w *Work) Pending() []model.Code {
	p := w.Programme()
	d := p.FinalDecision()
	if d == nil || p.RecordedAfterwards {
		return nil
	}
	return d.Pending()
}

// Version returns the version that the programme is locked or approved as, or
// [ErrNotFrozen].
func (w *Work) Version(ctx context.Context) (*model.Version, error) {
	versions, err := w.desk.store.Versions(ctx, w.ID())
	if err != nil {
		return nil, fmt.Errorf("read versions: %w", err)
	}
	number := w.Programme().Version
	for i := range versions {
		if versions[i].Number == number {
			return &versions[i], nil
		}
	}
	return nil, ErrNotFrozen
}

// Versions returns all frozen versions, the first one first.
func (w *Work) Versions(ctx context.Context) ([]model.Version, error) {
	return w.desk.store.Versions(ctx, w.ID())
}

// finishVersion makes the stored state and the frozen version agree; each of
// Lock and Approve writes both, and the process may end between the two.
func (w *Work) finishVersion(ctx context.Context) error {
	stored := w.state.Stored()
	if !stored.Locked() || w.RecordedApproval() {
		return nil
	}
	v, err := w.Version(ctx)
	switch {
	case errors.Is(err, ErrNotFrozen):
		return w.freeze(ctx)
	case err != nil:
		return err
	case stored == model.Locked && !v.ApprovedAt.IsZero():
		return w.Edit(ctx, func(st *model.Step) error {
			return st.Set(w.ID(), model.FieldStoredState, model.ValueOf(string(model.Approved)))
		})
	}
	return nil
}

func (w *Work) freeze(ctx context.Context) error {
	p := w.Programme()
	content, err := p.CanonicalContent()
	if err != nil {
		return err
	}
	d := p.FinalDecision()
	if d == nil {
		return ErrNotDecided
	}
	writer, err := w.desk.writer(ctx)
	if err != nil {
		return err
	}
	return w.desk.store.SaveVersion(ctx, model.Version{
		Programme: p.ID, Number: p.Version, Content: content, Fingerprint: model.HashBytes(content),
		Decision: *d, Handling: p.Handling(), Head: w.state.Head(), LockedAt: w.desk.clock(), LockedBy: writer.Person,
	}, nil)
}

// frozen returns the content of a version as it was decided.
func frozen(v *model.Version) (model.Programme, error) {
	p, err := model.ReadCanonicalContent(v.Content)
	if err != nil {
		return model.Programme{}, err
	}
	p.State = model.Locked
	if !v.ApprovedAt.IsZero() {
		p.State = model.Approved
	}
	p.Decisions = append(slices.Clone(v.Handling), v.Decision)
	return p, nil
}

// BeginNextVersion opens an approved programme for editing as its next
// version; the approved one stays as it is. The recorded decision stays with it.
func (w *Work) BeginNextVersion(ctx context.Context) error {
	if w.state.Stored() != model.Approved || w.RecordedApproval() {
		return ErrNotFrozen
	}
	p := w.Programme()
	err := w.Edit(ctx, func(st *model.Step) error {
		for _, d := range p.Decisions {
			if err := st.Delete(d.ID); err != nil {
				return err
			}
		}
		if err := st.Set(p.ID, model.FieldVersion, model.ValueOf(p.Version+1)); err != nil {
			return err
		}
		return st.Set(p.ID, model.FieldStoredState, model.ValueOf(string(model.Draft)))
	})
	if err != nil {
		return fmt.Errorf("begin next version: %w", err)
	}
	w.undo.Forget()
	return nil
}

// NameOf returns the name of a person who is recorded, "" when it was never
// given or has been erased.
func (w *Work) NameOf(ctx context.Context, p model.PersonID) string {
	if p == "" {
		return ""
	}
	return w.desk.names(ctx)(p)
}

// NameMinutesEntry records who an entry of the minutes is about. The name goes
// to the key ring, a new random id to the entry.
func (w *Work) NameMinutesEntry(ctx context.Context, entry model.EntityID, name string) error {
	var person model.PersonID
	if name != "" {
		var err error
		if person, err = w.desk.rememberPerson(ctx, name); err != nil {
			return fmt.Errorf("name minutes entry: %w", err)
		}
	}
	return w.Edit(ctx, func(st *model.Step) error {
		return st.Set(entry, model.FieldPerson, model.ValueOf(person))
	})
}
