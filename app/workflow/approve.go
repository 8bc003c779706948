package workflow

import (
	"bytes"
	"context"
	"fmt"
	"reflect"

	"tavoitekartta/model"
)

// PreparedApproval is an approved version whose documents are still to be
// printed. Printing touches nothing that the window edits, so it may run beside
// it; [Work.CompleteApproval] then keeps the version.
type PreparedApproval struct {
	version   model.Version
	classes   model.Programme // how the record is archived, and nothing else
	names     func(model.PersonID) string
	editions  []Edition
	desk      *Desk
	today     model.Date
	identity  Identity
	documents [][]byte
}

// Approve completes a locked programme once its minutes are checked: the
// documents are printed and kept with the version. It returns [ErrNotLocked]
// or a [*PendingError].
func (w *Work) Approve(ctx context.Context, progress func(done, whole int)) error {
	prepared, err := w.PrepareApproval(ctx)
	if err != nil {
		return err
	}
	if err := prepared.Print(ctx, progress); err != nil {
		return err
	}
	return w.CompleteApproval(ctx, prepared)
}

// PrepareApproval freezes what the approved version will hold. It returns
// [ErrNotLocked] or a [*PendingError]; nothing is kept yet.
func (w *Work) PrepareApproval(ctx context.Context) (*PreparedApproval, error) {
	if w.state.Stored() != model.Locked {
		return nil, ErrNotLocked
	}
	if pending := w.Pending(); len(pending) > 0 {
		return nil, &PendingError{Codes: pending}
	}
	v, err := w.Version(ctx)
	if err != nil {
		return nil, fmt.Errorf("prepare approval: %w", err)
	}
	v.Decision, v.Handling = *w.Programme().FinalDecision(), w.Programme().Handling()
	v.ApprovedAt = w.desk.clock()
	identity, err := w.desk.Identity(ctx)
	if err != nil {
		return nil, fmt.Errorf("prepare approval: %w", err)
	}
	return &PreparedApproval{
		version: *v, classes: classesOf(w.Programme()), names: w.namesOf(ctx, []model.Decision{v.Decision}),
		editions: w.Editions(), desk: w.desk, today: w.desk.Today(), identity: identity,
	}, nil
}

// classesOf is how a programme's record is archived.
func classesOf(p *model.Programme) model.Programme {
	var classes model.Programme
	classes.TakeClasses(p)
	return classes
}

// Print prints the documents of the version, each edition after the other.
// Progress is told pages of all of them; it may be nil.
func (a *PreparedApproval) Print(ctx context.Context, progress func(done, whole int)) error {
	a.documents, a.version.Documents = nil, nil
	for i, e := range a.editions {
		content, err := frozen(&a.version)
		if err != nil {
			return fmt.Errorf("print approved version: %w", err)
		}
		content.TakeClasses(&a.classes)
		var pdf bytes.Buffer
		result, err := a.desk.reporter.Report(ctx, &pdf, ReportRequest{
			Kind: ProgrammeDocument, Edition: e, Programme: content, Version: &a.version,
			Names: a.names, Today: a.today, Identity: a.identity, Progress: a.share(progress, i),
		})
		if err != nil {
			return fmt.Errorf("print approved version: %w", err)
		}
		a.documents = append(a.documents, pdf.Bytes())
		a.version.Documents = append(a.version.Documents, model.Document{
			Languages: e, Size: int64(pdf.Len()), SHA256: model.HashBytes(pdf.Bytes()), Pages: result.Pages,
		})
	}
	return nil
}

// share makes the progress of one document that of all of them.
func (a *PreparedApproval) share(progress func(done, whole int), document int) func(done, whole int) {
	if progress == nil {
		return nil
	}
	return func(done, whole int) { progress(document*whole+done, len(a.editions)*whole) }
}

// CompleteApproval keeps a printed version: from then on the programme is
// approved. It returns [ErrNotLocked] or [ErrDecisionChanged] when the programme
// has changed since the approval was prepared; nothing is kept then.
func (w *Work) CompleteApproval(ctx context.Context, a *PreparedApproval) error {
	if w.state.Stored() != model.Locked {
		return ErrNotLocked
	}
	if d := w.Programme().FinalDecision(); d == nil || !reflect.DeepEqual(*d, a.version.Decision) {
		return ErrDecisionChanged
	}
	if err := w.desk.store.SaveVersion(ctx, a.version, a.documents); err != nil {
		return fmt.Errorf("approve: %w", err)
	}
	return w.finishVersion(ctx)
}

// Editions returns the editions that an approved version is printed in: one
// for each language in which the programme's title stands.
func (w *Work) Editions() []Edition {
	p := w.Programme()
	editions := []Edition{{p.FirstLanguage}}
	for _, l := range p.Languages {
		if l != p.FirstLanguage && p.Title.In(l) != "" {
			editions = append(editions, Edition{l})
		}
	}
	return editions
}
