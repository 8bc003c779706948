package comparison

import "tavoitekartta/model"

// Subject is what a part of a row tells of.
type Subject string

// The subjects.
const (
	Title            Subject = "title" // or the name, or the role of a contact: what the row is called
	Subtitle         Subject = "subtitle"
	Text             Subject = "text" // of a chapter or block
	Description      Subject = "description"
	Author           Subject = "author"
	Timetable        Subject = "timetable"
	TimetablePrinted Subject = "timetablePrinted"
	Bodies           Subject = "bodies"
	Leads            Subject = "leads"
	Partners         Subject = "partners"
	BodiesPrinted    Subject = "bodiesPrinted"
	IndicatorKind    Subject = "indicatorKind"
	Unit             Subject = "unit"
	Direction        Subject = "direction"
	Baseline         Subject = "baseline"
	BaselineSource   Subject = "baselineSource"
	Target           Subject = "target"
	OwnerKind        Subject = "ownerKind"
	Address          Subject = "address"
	Aliases          Subject = "aliases"
	SectorOfBody     Subject = "sector"
	Validity         Subject = "validity"
	Successor        Subject = "successor"
	ProgrammeKind    Subject = "programmeKind"
	Years            Subject = "years"
	LanguagesOf      Subject = "languages"
	PreparedBy       Subject = "preparedBy"
	CoordinatedWith  Subject = "coordinatedWith"
	SteeringGroup    Subject = "steeringGroup"
	FollowUpBody     Subject = "followUpBody"
	LegalBasis       Subject = "legalBasis"
	LegalBasisText   Subject = "legalBasisText"
	Strategy         Subject = "strategy"
	ParentProgramme  Subject = "parentProgramme"
	Predecessor      Subject = "predecessor"
	Keywords         Subject = "keywords"
	Reimbursement    Subject = "reimbursement"
	Published        Subject = "published"
)

// Words writes values in the words of the interface. Each returns "" for a
// value that says nothing.
type Words interface {
	// Timetable writes when a measure is done: "2019, 2021", "jatkuva".
	Timetable(model.Timetable) string
	// Target writes an indicator's targets, without their unit.
	Target(*model.Indicator) string
	// Baseline writes an indicator's baseline and its year.
	Baseline(*model.Indicator) string
	// Code writes a code of a subject that has codes.
	Code(Subject, string) string
	// Date writes a day.
	Date(model.Date) string
	// Span writes from when to when, either of which may be the zero date.
	Span(from, to model.Date) string
	// Languages writes names of languages.
	Languages([]model.Language) string
}
