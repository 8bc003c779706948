package reports

import (
	"fmt"

	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/pdf"
	"tavoitekartta/reports/programme"
)

// wholeKinds are the kinds whose pages show the whole programme. Only they
// carry its data: what goes along with a sheet for one body or with an extract
// must not be more than its pages show, and a part of a programme is none that
// could be brought in again.
var wholeKinds = map[string]bool{
	"":            true, // the kind when none is named
	KindProgramme: true,
	"approved":    true,
}

// Carries tells whether a document made with the options carries the
// programme's data.
func (o Options) Carries() bool { return wholeKinds[o.Kind] && !o.alone() }

// alone tells whether the document goes without data.
func (o Options) alone() bool { return o.NoAttachment || o.WithoutNames != nil }

// conformance is what the file claims beside PDF/UA-1.
func (o Options) conformance() pdf.Conformance {
	switch {
	case !Archivable(o.Kind):
		return pdf.AccessibleOnly
	case o.alone():
		return pdf.Archive2
	}
	return pdf.Archive3
}

// attachment is the programme as data, nil for a document that carries none.
func attachment(p model.Programme, options Options, language string, record document.Record) (*pdf.Attachment, error) {
	if !options.Carries() {
		return nil, nil
	}
	kind, edition := options.Kind, options.Languages
	if kind == "" {
		kind = KindProgramme
	}
	if len(edition) == 0 {
		edition = []model.Language{model.Language(language)}
	}
	if d := options.decisionAlone(&p); d != nil {
		p.Decisions = []model.Decision{*d}
	}
	data, err := interchange.Encode(kind, edition, interchange.Record(record), p, options.Names)
	if err != nil {
		return nil, fmt.Errorf("attach programme: %w", err)
	}
	description, err := programme.DataDescription(edition[0])
	if err != nil {
		return nil, fmt.Errorf("attach programme: %w", err)
	}
	return &pdf.Attachment{
		Name: interchange.FileName, MediaType: interchange.MediaType, Description: description, Data: data,
	}, nil
}

// decisionAlone is the decision kept with the version, where the programme
// itself does not hold it, nil otherwise.
func (o Options) decisionAlone(p *model.Programme) *model.Decision {
	if len(p.Decisions) > 0 || o.Version == nil || o.Version.Decision.ID == "" {
		return nil
	}
	return &o.Version.Decision
}
