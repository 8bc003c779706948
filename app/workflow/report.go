package workflow

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"tavoitekartta/model"
	"tavoitekartta/model/personname"
)

// ParseEdition reads "fi", "sv", "en" or "fi+sv".
func ParseEdition(s string) (Edition, error) {
	switch s {
	case "fi", "sv", "en":
		return Edition{model.Language(s)}, nil
	case "fi+sv":
		return Edition{model.Finnish, model.Swedish}, nil
	}
	return nil, fmt.Errorf("%w: edition %q", ErrUnknownReport, s)
}

// PreparedReport is a document ready to be made; making it touches nothing that
// the window edits, so it may run beside it.
type PreparedReport struct {
	ctx      context.Context
	reporter Reporter
	request  ReportRequest
	kept     *model.Document
	pdf      []byte
	Progress func(done, whole int) // called while pages are made; may be nil
}

// PrepareReport gathers what a document of the programme needs as it stands. An
// approved programme document is the very file that was kept with the version,
// when it was printed in that edition; all else of a locked programme is printed
// from the frozen content, with what was written beside it since where the kind
// shows it, and of one recorded afterwards from what is recorded now. The errors are those of [Work.CheckReport].
func (w *Work) PrepareReport(ctx context.Context, order ReportOrder) (*PreparedReport, error) {
	prepared, v, err := w.requestReport(ctx, order)
	if err != nil || v == nil || order.Kind != ProgrammeDocument {
		return prepared, err
	}
	if i := v.DocumentIn(order.Edition); i >= 0 {
		prepared.kept = &v.Documents[i]
		if prepared.pdf, err = w.desk.store.Document(ctx, w.ID(), v.Number, i); err != nil {
			return nil, fmt.Errorf("report: %w", err)
		}
	}
	return prepared, nil
}

// requestReport gathers what a document needs, and the frozen version from which
// it is printed, nil for a draft.
func (w *Work) requestReport(ctx context.Context, order ReportOrder) (*PreparedReport, *model.Version, error) {
	if err := w.CheckReport(order); err != nil {
		return nil, nil, err
	}
	prepared := &PreparedReport{ctx: ctx, reporter: w.desk.reporter, request: ReportRequest{
		Kind: order.Kind, Edition: order.Edition, Choice: order.Choice, Programme: *w.Programme(), Today: w.desk.Today(),
	}}
	request := &prepared.request
	if w.ReadOnly() && !w.RecordedApproval() {
		v, err := w.Version(ctx)
		if err != nil {
			return nil, nil, fmt.Errorf("report: %w", err)
		}
		if request.Programme, err = frozen(v); err != nil {
			return nil, nil, fmt.Errorf("report: %w", err)
		}
		if d := w.Programme().FinalDecision(); d != nil && v.ApprovedAt.IsZero() {
			request.Programme.Decisions = append(w.Programme().Handling(), *d)
		}
		request.Programme.TakeClasses(w.Programme())
		if AskedOf(order.Kind).Plain {
			request.Programme.TakePlainTexts(w.Programme())
		}
		request.Version, request.FollowUp = v, w.Programme()
	}
	request.Names = w.namesOf(ctx, request.Programme.Decisions)
	var err error
	if request.Identity, err = w.desk.Identity(ctx); err != nil {
		return nil, nil, fmt.Errorf("report: %w", err)
	}
	return prepared, request.Version, nil
}

// Variation is how a document differs from the usual one of its kind.
type Variation struct {
	// NoAttachment leaves the programme's data out: PDF/A-2a, for receivers that
	// refuse attachments.
	NoAttachment bool
	// WithoutNames are the names that are taken out, nil for a document with
	// names; [PreparedReport.PersonNames] lists them.
	WithoutNames personname.Removal
}

// PersonNames lists the names of persons in what the document is made of, and
// the texts that may be one, for the choice of those that are taken out.
func (p *PreparedReport) PersonNames() []personname.Found {
	return personname.Find(&p.request.Programme, p.request.Names)
}

// Vary makes the document differ. It is then made anew, also where the usual one
// is kept with the version.
func (p *PreparedReport) Vary(v Variation) {
	if v.NoAttachment || v.WithoutNames != nil {
		p.request.NoAttachment, p.request.WithoutNames, p.kept = true, v.WithoutNames, nil
	}
}

// PreparedPreview is a document ready to be laid out for being looked at, which
// touches nothing that the window edits.
type PreparedPreview struct{ prepared *PreparedReport }

// PreparePreview gathers what the pages of a document need. Of an approved one
// they are laid out anew from the frozen content. The errors are those of
// [Work.CheckReport].
func (w *Work) PreparePreview(ctx context.Context, order ReportOrder) (*PreparedPreview, error) {
	prepared, _, err := w.requestReport(ctx, order)
	if err != nil {
		return nil, err
	}
	return &PreparedPreview{prepared}, nil
}

// Vary makes the document that is looked at differ, as [PreparedReport.Vary]
// does the one that is made.
func (p *PreparedPreview) Vary(v Variation) { p.prepared.Vary(v) }

// PersonNames lists what [PreparedReport.PersonNames] lists.
func (p *PreparedPreview) PersonNames() []personname.Found { return p.prepared.PersonNames() }

// Pages lays the document out.
func (p *PreparedPreview) Pages() ([]Page, error) {
	pages, err := p.prepared.reporter.Pages(p.prepared.ctx, p.prepared.request)
	if err != nil {
		return nil, fmt.Errorf("preview: %w", err)
	}
	return pages, nil
}

// Missing lists what the document cannot print, before its pages are laid out.
func (p *PreparedPreview) Missing() ([]MissingSign, error) { return p.prepared.Missing() }

// namesOf looks up the persons of decisions now, for a document that is made
// in another goroutine.
func (w *Work) namesOf(ctx context.Context, decisions []model.Decision) func(model.PersonID) string {
	lookUp, known := w.desk.names(ctx), map[model.PersonID]string{}
	for _, d := range decisions {
		for _, m := range d.Minutes {
			known[m.Person] = lookUp(m.Person)
		}
		for _, o := range d.Dissents {
			known[o.Person] = lookUp(o.Person)
		}
	}
	return func(p model.PersonID) string { return known[p] }
}

// Make writes the document. The whole of it is made before the first byte goes
// out, so that a cancelled or failed one leaves no half file.
func (p *PreparedReport) Make(out io.Writer) (ReportResult, error) {
	result := ReportResult{}
	if p.kept != nil {
		result.Pages = p.kept.Pages
	} else {
		var pdf bytes.Buffer
		var err error
		p.request.Progress = p.Progress
		if result, err = p.reporter.Report(p.ctx, &pdf, p.request); err != nil {
			return ReportResult{}, fmt.Errorf("report: %w", err)
		}
		p.pdf = pdf.Bytes()
	}
	if _, err := out.Write(p.pdf); err != nil {
		return ReportResult{}, fmt.Errorf("report: %w", err)
	}
	return result, nil
}

// Report prepares a document and makes it.
func (w *Work) Report(ctx context.Context, out io.Writer, order ReportOrder, progress func(done, whole int)) (ReportResult, error) {
	prepared, err := w.PrepareReport(ctx, order)
	if err != nil {
		return ReportResult{}, err
	}
	prepared.Progress = progress
	return prepared.Make(out)
}
