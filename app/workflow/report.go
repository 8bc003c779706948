package workflow

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"tavoitekartta/model"
)

// ProgrammeDocument is the kind of report that holds the whole programme.
const ProgrammeDocument = "programme"

// ReportKinds lists the kinds of reports.
func ReportKinds() []string { return []string{ProgrammeDocument} }

// ErrUnknownReport says that there is no such kind of report or edition.
var ErrUnknownReport = errors.New("unknown report")

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

// Report writes a document of the programme as it stands. An approved one is
// the very file that was kept with the version, when it was printed in that
// edition; a locked one is printed from the frozen content.
func (w *Work) Report(ctx context.Context, out io.Writer, kind string, e Edition, progress func(done, whole int)) (ReportResult, error) {
	if !slices.Contains(ReportKinds(), kind) {
		return ReportResult{}, fmt.Errorf("%w: kind %q", ErrUnknownReport, kind)
	}
	request := ReportRequest{
		Kind: kind, Edition: e, Programme: *w.Programme(), Names: w.desk.names(ctx),
		Today: w.desk.Today(), Progress: progress,
	}
	if w.ReadOnly() {
		v, err := w.Version(ctx)
		if err != nil {
			return ReportResult{}, fmt.Errorf("report: %w", err)
		}
		if i := keptDocument(v, e); i >= 0 {
			return w.copyDocument(ctx, out, v, i)
		}
		if request.Programme, err = frozen(v); err != nil {
			return ReportResult{}, fmt.Errorf("report: %w", err)
		}
		if d := w.Programme().FinalDecision(); d != nil && v.ApprovedAt.IsZero() {
			request.Programme.Decisions = []model.Decision{*d}
		}
		request.Version = v
	}
	// The whole document is made before the first byte goes out, so that a
	// cancelled or failed report leaves no half file.
	var pdf bytes.Buffer
	result, err := w.desk.reporter.Report(ctx, &pdf, request)
	if err != nil {
		return ReportResult{}, fmt.Errorf("report: %w", err)
	}
	if _, err := pdf.WriteTo(out); err != nil {
		return ReportResult{}, fmt.Errorf("report: %w", err)
	}
	return result, nil
}

func keptDocument(v *model.Version, e Edition) int {
	return slices.IndexFunc(v.Documents, func(d model.Document) bool { return slices.Equal(d.Languages, e) })
}

func (w *Work) copyDocument(ctx context.Context, out io.Writer, v *model.Version, index int) (ReportResult, error) {
	pdf, err := w.desk.store.Document(ctx, w.ID(), v.Number, index)
	if err != nil {
		return ReportResult{}, fmt.Errorf("report: %w", err)
	}
	if _, err := out.Write(pdf); err != nil {
		return ReportResult{}, fmt.Errorf("report: %w", err)
	}
	return ReportResult{Pages: v.Documents[index].Pages}, nil
}
