package intake

import (
	"io"
	"reflect"

	"tavoitekartta/model"
)

// Form is the form of descriptions that this program writes.
const Form = 1

// Description is a programme as a file holds it. What is left out is not known
// or not chosen; a template leaves out nearly all.
type Description struct {
	Form               int                 `json:"form" intake:"number"`
	Title              model.Text          `json:"title,omitzero" intake:"title"`
	Subtitle           model.Text          `json:"subtitle,omitzero" intake:"title"`
	Kind               model.ProgrammeKind `json:"kind,omitempty"`
	FirstYear          int                 `json:"firstYear,omitempty" intake:"year"`
	LastYear           int                 `json:"lastYear,omitempty" intake:"year"`
	FirstLanguage      model.Language      `json:"firstLanguage,omitempty"`
	Languages          []model.Language    `json:"languages,omitempty"`
	Owners             []Owner             `json:"owners,omitempty"`
	PreparedBy         model.Text          `json:"preparedBy,omitzero" intake:"title"`
	CoordinatedWith    model.Text          `json:"coordinatedWith,omitzero" intake:"title"`
	FollowUpBody       model.Text          `json:"followUpBody,omitzero" intake:"title"`
	LegalBasis         string              `json:"legalBasis,omitempty" intake:"title"` // a code such as "1386/2010"
	LegalBasisText     model.Text          `json:"legalBasisText,omitzero" intake:"title"`
	Strategy           model.Text          `json:"strategy,omitzero" intake:"prose"`
	ParentProgramme    model.Text          `json:"parentProgramme,omitzero" intake:"title"`
	Predecessor        model.Text          `json:"predecessor,omitzero" intake:"title"`
	Keywords           model.Text          `json:"keywords,omitzero" intake:"title"`
	Reimbursement      model.Text          `json:"reimbursement,omitzero" intake:"prose"`
	Address            string              `json:"address,omitempty" intake:"title"`
	Published          model.Date          `json:"published,omitzero"` // "2019-01-21", like every date
	RecordedAfterwards bool                `json:"recordedAfterwards,omitempty"`
	StructureOnly      bool                `json:"structureOnly,omitempty"`
	Confidentiality    string              `json:"confidentiality,omitempty" intake:"title"`
	RetentionClass     string              `json:"retentionClass,omitempty" intake:"title"`
	Chapters           []Chapter           `json:"chapters,omitempty"`
	Contacts           []Contact           `json:"contacts,omitempty"`
	Bodies             []Body              `json:"bodies,omitempty"`
	Sections           []Section           `json:"sections,omitempty"`
	Goals              []Goal              `json:"goals,omitempty"` // without a section
	SteeringGroup      model.Text          `json:"steeringGroup,omitzero" intake:"title"`
	PlainText          model.Text          `json:"plainText,omitzero" intake:"prose"` // in easy language, here and below
	Decisions          []Decision          `json:"decisions,omitempty"`               // with a final one and recordedAfterwards the programme comes as approved
}

// Owner is an owner of the programme.
type Owner struct {
	Name      model.Text      `json:"name,omitzero" intake:"title"`
	Kind      model.OwnerKind `json:"kind,omitempty"`
	Bilingual bool            `json:"bilingual,omitempty"`
}

// Chapter is a text around the tables.
type Chapter struct {
	Role       model.ChapterRole `json:"role,omitempty"`
	Title      model.Text        `json:"title,omitzero" intake:"title"`
	Body       model.Text        `json:"body,omitzero" intake:"prose"`
	AuthorRole model.Text        `json:"authorRole,omitzero" intake:"title"`
	Blocks     []Block           `json:"blocks,omitempty"` // after the body
}

// Block is one part of a chapter: a list has an item on each line of its body,
// a table or chart a row on each line and its cells parted by tabs.
type Block struct {
	Role       model.BlockRole `json:"role,omitempty"` // a paragraph when left out
	Title      model.Text      `json:"title,omitzero" intake:"title"`
	Body       model.Text      `json:"body,omitzero" intake:"cells"`
	AuthorRole model.Text      `json:"authorRole,omitzero" intake:"title"`
}

// Contact is whom to ask, by role. Persons' names have no place in files.
type Contact struct {
	Role    model.Text `json:"role,omitzero" intake:"title"`
	Address string     `json:"address,omitempty" intake:"title"`
}

// Body is an entry of the register of bodies.
type Body struct {
	Name      model.Text   `json:"name" intake:"title"`
	Aliases   []model.Text `json:"aliases,omitempty" intake:"title"`
	Sector    model.Sector `json:"sector,omitempty"`
	ValidFrom model.Date   `json:"validFrom,omitzero"`
	ValidTo   model.Date   `json:"validTo,omitzero"`
	Successor string       `json:"successor,omitempty" intake:"title"` // name of another body of the register
}

// Section is a section with its goals.
type Section struct {
	Title       model.Text        `json:"title,omitzero" intake:"title"`
	Role        model.SectionRole `json:"role,omitempty"` // a house when left out
	Description model.Text        `json:"description,omitzero" intake:"prose"`
	PlainText   model.Text        `json:"plainText,omitzero" intake:"prose"`
	Goals       []Goal            `json:"goals,omitempty"`
}

// Goal is a goal with its measures.
type Goal struct {
	Title         model.Text     `json:"title,omitzero" intake:"title"`
	Description   model.Text     `json:"description,omitzero" intake:"prose"`
	PlainText     model.Text     `json:"plainText,omitzero" intake:"prose"`
	Measures      []Measure      `json:"measures,omitempty"`
	Bodies        []Involvement  `json:"bodies,omitempty"`
	BodiesPrinted model.Text     `json:"bodiesPrinted,omitzero" intake:"prose"`
	Indicators    []Indicator    `json:"indicators,omitempty"`
	SubGoals      []Goal         `json:"subGoals,omitempty"`
	Role          model.GoalRole `json:"role,omitempty"` // what a goal without a section is called
}

// Measure is a measure. Bodies and indicators stand here when they are its own
// and not the whole goal's.
type Measure struct {
	Title            model.Text          `json:"title,omitzero" intake:"prose"`
	Description      model.Text          `json:"description,omitzero" intake:"prose"`
	Timetable        Timetable           `json:"timetable,omitzero"`
	TimetablePrinted model.Text          `json:"timetablePrinted,omitzero" intake:"title"`
	Bodies           []Involvement       `json:"bodies,omitempty"`
	BodiesPrinted    model.Text          `json:"bodiesPrinted,omitzero" intake:"prose"`
	Indicators       []Indicator         `json:"indicators,omitempty"`
	Status           model.MeasureStatus `json:"status,omitempty"`
	FollowUps        []FollowUp          `json:"followUps,omitempty"`
}

// Indicator is an indicator; a number not known is left out.
type Indicator struct {
	Title          model.Text           `json:"title,omitzero" intake:"prose"`
	Kind           model.IndicatorKind  `json:"kind,omitempty"`
	Confirmed      bool                 `json:"confirmed,omitempty"`
	Unit           model.Text           `json:"unit,omitzero" intake:"title"`
	Direction      model.Direction      `json:"direction,omitempty"`
	BaselineValue  model.Number         `json:"baselineValue,omitempty"`
	BaselineYear   int                  `json:"baselineYear,omitempty" intake:"year"`
	BaselineSource model.Text           `json:"baselineSource,omitzero" intake:"title"`
	TargetTotal    model.Number         `json:"targetTotal,omitempty"`
	TargetYearly   model.Number         `json:"targetYearly,omitempty"`
	TargetsByYear  map[int]model.Number `json:"targetsByYear,omitempty"`
	FollowUps      []FollowUp           `json:"followUps,omitempty"`
}

// FollowUp is what a body answered for a year: of a measure how far it has come
// and what was done, of an indicator its value.
type FollowUp struct {
	Year   int                 `json:"year" intake:"year"`
	Body   string              `json:"body,omitempty" intake:"title"` // name of a body of the register
	Status model.MeasureStatus `json:"status,omitempty"`
	Value  model.Number        `json:"value,omitempty"`
	Remark string              `json:"remark,omitempty" intake:"prose"`
}

// Read reads a description. The error is [Problems], or that of reading r.
func Read(r io.Reader) (Description, error) {
	root, problems, err := parse(r)
	if err != nil {
		return Description{}, err
	}
	if len(problems) > 0 {
		return Description{}, problems
	}
	var described Description
	d := &decoder{}
	if !hasForm(root) {
		d.add(root, CodeUnknownForm, "")
		return Description{}, d.problems
	}
	d.into(root, reflect.ValueOf(&described).Elem(), "")
	if len(d.problems) == 0 {
		d.check(&described)
	}
	if len(d.problems) > 0 {
		return Description{}, d.problems
	}
	return described, nil
}

// hasForm tells whether the file says that it is a description of a form that
// this program knows: all else in it would mean nothing.
func hasForm(root node) bool {
	fields, _ := root.value.(members)
	for _, field := range fields {
		if field.name == "form" {
			var form int
			d := &decoder{}
			d.into(field.value, reflect.ValueOf(&form).Elem(), "number")
			return len(d.problems) == 0 && form == Form
		}
	}
	return false
}
