package workflow

import (
	"errors"
	"fmt"
	"slices"

	"tavoitekartta/model"
)

// ProgrammeDocument is the kind of report that holds the whole programme.
const ProgrammeDocument = "programme"

// Other kinds of reports, of which pages elsewhere offer one.
const (
	GoalExtract = "extract" // one goal on a page, for a meeting
	BodySheet   = "body"    // a sheet of what a responsible body has to do
	AgendaItem  = "agenda"  // what is proposed to an organ, and why
	Worksheet   = "worksheet"
)

// ReportAsks tells what a kind of report asks besides its languages.
type ReportAsks struct {
	Sections        bool // which sections are printed
	Body            bool // whose sheet is made
	Goal            bool // which goal is on the extract, or every one
	Decision        bool // for which handling it is
	Year            bool // of which year the follow-up is
	EmptyLines      bool // whether there are lines to fill by hand
	SignatureFields bool // whether there are unsigned signature fields
	Approved        bool // it is made of content that is locked or approved alone
	Plain           bool // it is made of the texts in easy language
	Fillable        bool // it is filled on a computer, so that it is no archive's file
}

// ReportUse says for whom a kind of report is made.
type ReportUse string

// The uses, in the order in which they are offered.
const (
	ForDecision  ReportUse = "decision"
	ForWorkgroup ReportUse = "workgroup"
	ForBodies    ReportUse = "bodies"
	ForResidents ReportUse = "residents"
)

// ReportUses lists the uses in the order in which they are offered.
func ReportUses() []ReportUse {
	return []ReportUse{ForDecision, ForWorkgroup, ForBodies, ForResidents}
}

// reportAsks are the kinds in the order in which they are offered, for whom each
// is and what it asks. Which of them there are the [Reporter] says; one that it
// has beyond these comes last, is for decision-making and asks nothing.
var reportAsks = []struct {
	kind string
	use  ReportUse
	asks ReportAsks
}{
	{ProgrammeDocument, ForDecision, ReportAsks{}},
	{AgendaItem, ForDecision, ReportAsks{Decision: true}},
	{"approved", ForDecision, ReportAsks{SignatureFields: true, Approved: true}},
	{"sections", ForWorkgroup, ReportAsks{Sections: true, EmptyLines: true}},
	{GoalExtract, ForWorkgroup, ReportAsks{Goal: true}},
	{BodySheet, ForBodies, ReportAsks{Body: true, SignatureFields: true}},
	{Worksheet, ForBodies, ReportAsks{Body: true, Year: true, Fillable: true}},
	{"letter-of-intent", ForBodies, ReportAsks{SignatureFields: true}},
	{"plain", ForResidents, ReportAsks{Plain: true}},
}

// UseOf tells for whom a kind of report is made.
func UseOf(kind string) ReportUse {
	for _, known := range reportAsks {
		if known.kind == kind {
			return known.use
		}
	}
	return ForDecision
}

// AskedOf tells what a kind of report asks; one that is not known asks nothing.
func AskedOf(kind string) ReportAsks {
	for _, known := range reportAsks {
		if known.kind == kind {
			return known.asks
		}
	}
	return ReportAsks{}
}

// ReportKinds lists the kinds of reports that can be made, in the order in which
// they are offered.
func (d *Desk) ReportKinds() []string {
	kinds := slices.Clone(d.reporter.Kinds())
	place := func(kind string) int {
		for i, known := range reportAsks {
			if known.kind == kind {
				return i
			}
		}
		return len(reportAsks)
	}
	slices.SortStableFunc(kinds, func(a, b string) int { return place(a) - place(b) })
	return kinds
}

// ReportChoice is what kinds of reports ask besides; each uses what concerns it.
type ReportChoice struct {
	Sections        []model.EntityID // those that are printed, all when empty
	Body            model.EntityID   // whose sheet is made, every one's when ""
	Goal            model.EntityID   // the goal on an extract, each on a page of its own when ""
	Decision        model.EntityID   // the handling of an agenda, the next one when ""
	Year            int              // of a follow-up, 0 for none
	EmptyLines      bool             // lines to fill by hand
	SignatureFields bool             // unsigned signature fields
}

// ReportOrder says which document of a programme is wanted.
type ReportOrder struct {
	Kind    string
	Edition Edition
	Choice  ReportChoice
}

// The errors that an order of a report can give.
var (
	// ErrUnknownReport says that there is no such kind of report or edition.
	ErrUnknownReport = errors.New("unknown report")
	// ErrReportNotApproved says that the kind is made of an approved version,
	// and the programme is a draft.
	ErrReportNotApproved = errors.New("the report is made of an approved version")
	// ErrReportWithoutGoal says that the programme has no goal for an extract.
	ErrReportWithoutGoal = errors.New("the report needs a goal")
	// ErrReportWithoutBodies says that no responsible body is in the programme.
	ErrReportWithoutBodies = errors.New("the report needs a responsible body")
	// ErrReportWithoutSections says that the programme has no sections.
	ErrReportWithoutSections = errors.New("the report needs a section")
)

// CheckReport tells why a document cannot be made of the programme as it stands:
// one of the errors above, or [model.ErrNotThere] for a choice that is not in the
// programme. It is nil for one that can be made.
func (w *Work) CheckReport(order ReportOrder) error {
	if !slices.Contains(w.desk.ReportKinds(), order.Kind) {
		return fmt.Errorf("%w: kind %q", ErrUnknownReport, order.Kind)
	}
	asks, p := AskedOf(order.Kind), w.Programme()
	switch {
	case asks.Approved && !w.ReadOnly():
		return ErrReportNotApproved
	case asks.Goal && !hasGoal(p):
		return ErrReportWithoutGoal
	case asks.Body && len(p.Bodies) == 0:
		return ErrReportWithoutBodies
	case asks.Sections && len(p.Sections) == 0:
		return ErrReportWithoutSections
	}
	return choiceIn(p, order.Choice)
}

func hasGoal(p *model.Programme) bool {
	for range p.AllGoals() {
		return true
	}
	return false
}

// choiceIn tells whether what is chosen is in the programme.
func choiceIn(p *model.Programme, choice ReportChoice) error {
	for _, section := range choice.Sections {
		if !slices.ContainsFunc(p.Sections, func(s model.Section) bool { return s.ID == section }) {
			return fmt.Errorf("section of a report: %w", model.ErrNotThere)
		}
	}
	if choice.Body != "" && p.Body(choice.Body) == nil {
		return fmt.Errorf("body of a report: %w", model.ErrNotThere)
	}
	if choice.Goal != "" {
		if goal, _ := p.Goal(choice.Goal); goal == nil {
			return fmt.Errorf("goal of a report: %w", model.ErrNotThere)
		}
	}
	if choice.Decision != "" && p.Decision(choice.Decision) == nil {
		return fmt.Errorf("handling of a report: %w", model.ErrNotThere)
	}
	return nil
}
