package main

import (
	"context"
	"image"
	"io"
	"sync"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/picture"
	"tavoitekartta/reports/programme"
)

// paper joins the use cases with the reports.
type paper struct {
	letters func() (reports.Letters, error) // read when they are first asked
}

func newPaper() paper { return paper{sync.OnceValues(reports.NewLetters)} }

// Kinds are the kinds of report that can be made.
func (paper) Kinds() []string { return reports.Kinds() }

// Report writes a document as PDF.
func (paper) Report(ctx context.Context, w io.Writer, r workflow.ReportRequest) (workflow.ReportResult, error) {
	result, err := reports.Render(ctx, w, r.Programme, reportOptions(r))
	if err != nil {
		return workflow.ReportResult{}, err
	}
	return workflow.ReportResult{Pages: result.Pages, Missing: missingSigns(result.Missing)}, nil
}

// Missing lists what cannot be drawn of a document.
func (paper) Missing(ctx context.Context, r workflow.ReportRequest) ([]workflow.MissingSign, error) {
	missing, err := reports.Missing(ctx, r.Programme, reportOptions(r))
	return missingSigns(missing), err
}

// Lacking lists what cannot be drawn of a text. Without fonts, which are part of
// the program, nothing is told.
func (p paper) Lacking(written string) []string {
	letters, err := p.letters()
	if err != nil {
		return nil
	}
	return letters.Lacking(written)
}

func missingSigns(missing []reports.MissingSign) []workflow.MissingSign {
	var signs []workflow.MissingSign
	for _, m := range missing {
		signs = append(signs, workflow.MissingSign(m))
	}
	return signs
}

// Pages lays a document out for being looked at.
func (paper) Pages(ctx context.Context, r workflow.ReportRequest) ([]workflow.Page, error) {
	laid, painter, err := reports.Preview(ctx, r.Programme, reportOptions(r))
	if err != nil {
		return nil, err
	}
	pages := make([]workflow.Page, len(laid.Pages))
	for i := range laid.Pages {
		pages[i] = sheet{laid, &laid.Pages[i], painter}
	}
	return pages, nil
}

func reportOptions(r workflow.ReportRequest) reports.Options {
	return reports.Options{
		Kind: r.Kind, Choice: programme.Choice(r.Choice), Languages: r.Edition, Version: r.Version, FollowUp: r.FollowUp, Names: r.Names, Today: r.Today,
		Progress: r.Progress, NoAttachment: r.NoAttachment, WithoutNames: r.WithoutNames,
		Identity: reports.Identity{Name: r.Identity.Name, Colour: r.Identity.Colour, Crest: r.Identity.Crest},
	}
}

// sheet is a laid-out page as the window looks at it.
type sheet struct {
	laid    *layout.Result
	page    *layout.Page
	painter *picture.Painter
}

func (s sheet) Picture(width int) image.Image { return s.painter.Paint(s.page, width) }
func (s sheet) Ratio() float64                { return s.page.Height() / s.page.Width() }
func (s sheet) Words() string                 { return s.laid.Words(s.page) }

func (s sheet) Areas() []workflow.PageArea {
	var areas []workflow.PageArea
	for _, a := range s.laid.Areas(s.page) {
		areas = append(areas, workflow.PageArea{
			Subject: model.EntityID(a.Subject),
			X:       a.X / s.page.Width(), Y: a.Y / s.page.Height(),
			Width: a.Width / s.page.Width(), Height: a.Height / s.page.Height(),
		})
	}
	return areas
}
