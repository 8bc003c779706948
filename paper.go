package main

import (
	"context"
	"io"

	"tavoitekartta/app/workflow"
	"tavoitekartta/reports"
)

// paper joins the use cases with the reports.
type paper struct{}

// Report writes a document as PDF.
func (paper) Report(ctx context.Context, w io.Writer, r workflow.ReportRequest) (workflow.ReportResult, error) {
	result, err := reports.Render(ctx, w, r.Programme, reports.Options{
		Kind: r.Kind, Languages: r.Edition, Version: r.Version, Names: r.Names, Today: r.Today, Progress: r.Progress,
		Identity: reports.Identity{Name: r.Identity.Name, Colour: r.Identity.Colour, Crest: r.Identity.Crest},
	})
	if err != nil {
		return workflow.ReportResult{}, err
	}
	printed := workflow.ReportResult{Pages: result.Pages}
	for _, m := range result.Missing {
		printed.Missing = append(printed.Missing, workflow.MissingCharacter{Character: m.Character, Context: m.Context})
	}
	return printed, nil
}
