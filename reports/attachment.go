package reports

import (
	"fmt"
	"strings"
	"sync"

	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
	"tavoitekartta/reports/layout"
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
func attachment(p model.Programme, options Options, laid *layout.Result) (*pdf.Attachment, error) {
	if !options.Carries() {
		return nil, nil
	}
	kind, edition := options.Kind, options.Languages
	if kind == "" {
		kind = KindProgramme
	}
	if len(edition) == 0 {
		edition = []model.Language{model.Language(laid.Language)}
	}
	if d := options.decisionAlone(&p); d != nil {
		p.Decisions = []model.Decision{*d}
	}
	data, err := interchange.Encode(kind, edition, interchange.Record(laid.Record), p, shownNames(options.Names, laid))
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

// shownNames gives the names of persons that the pages show, and "" for any
// other: with the data no name goes out that the reader of the pages does not see.
func shownNames(names func(model.PersonID) string, laid *layout.Result) func(model.PersonID) string {
	if names == nil {
		return nil
	}
	printed := sync.OnceValue(func() string {
		var words strings.Builder
		for i := range laid.Pages {
			words.WriteString(laid.Words(&laid.Pages[i]) + "\n")
		}
		return strings.Join(strings.Fields(words.String()), " ")
	})
	return func(person model.PersonID) string {
		name := names(person)
		if name == "" || !strings.Contains(printed(), strings.Join(strings.Fields(name), " ")) {
			return ""
		}
		return name
	}
}

// decisionAlone is the decision kept with the version, where the programme
// itself does not hold it, nil otherwise.
func (o Options) decisionAlone(p *model.Programme) *model.Decision {
	if len(p.Decisions) > 0 || o.Version == nil || o.Version.Decision.ID == "" {
		return nil
	}
	return &o.Version.Decision
}
