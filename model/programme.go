package model

// The years in which a programme can fall; the seeds begin in 2012 and the
// first act on integration is of 1999.
const (
	FirstPossibleYear = 1990
	LastPossibleYear  = 2100
)

// The longest texts, in characters.
const (
	MaxTitle = 500
	MaxProse = 20000
)

// Programme is the typed reading of a [State]. Lists are in printing order and
// hold no removed elements. The tags are the rules of single values; see
// [Rules.Check] for the others.
type Programme struct {
	ID                 EntityID      `json:"id" cbor:"1,keyasint"`
	Title              Text          `json:"title" cbor:"2,keyasint" validate:"title"`
	Subtitle           Text          `json:"subtitle,omitzero" cbor:"3,keyasint,omitzero" validate:"title"`
	Kind               ProgrammeKind `json:"kind,omitempty" cbor:"4,keyasint,omitempty"`
	State              StoredState   `json:"state" cbor:"-"`
	Version            int           `json:"version" cbor:"5,keyasint"`
	FirstYear          int           `json:"firstYear,omitempty" cbor:"6,keyasint,omitempty" validate:"omitempty,year"`
	LastYear           int           `json:"lastYear,omitempty" cbor:"7,keyasint,omitempty" validate:"omitempty,year"`
	FirstLanguage      Language      `json:"firstLanguage" cbor:"8,keyasint"`
	Languages          []Language    `json:"languages" cbor:"9,keyasint"`
	Owners             []Owner       `json:"owners" cbor:"10,keyasint,omitempty" validate:"-"`
	PreparedBy         Text          `json:"preparedBy,omitzero" cbor:"11,keyasint,omitzero" validate:"title"`
	CoordinatedWith    Text          `json:"coordinatedWith,omitzero" cbor:"12,keyasint,omitzero" validate:"title"`
	FollowUpBody       Text          `json:"followUpBody,omitzero" cbor:"13,keyasint,omitzero" validate:"title"`
	LegalBasis         string        `json:"legalBasis,omitempty" cbor:"14,keyasint,omitempty"` // a code such as "1386/2010"
	LegalBasisText     Text          `json:"legalBasisText,omitzero" cbor:"15,keyasint,omitzero" validate:"title"`
	Strategy           Text          `json:"strategy,omitzero" cbor:"16,keyasint,omitzero" validate:"prose"`
	ParentProgramme    Text          `json:"parentProgramme,omitzero" cbor:"17,keyasint,omitzero" validate:"title"`
	Predecessor        Text          `json:"predecessor,omitzero" cbor:"18,keyasint,omitzero" validate:"title"`
	PredecessorID      EntityID      `json:"predecessorId,omitempty" cbor:"19,keyasint,omitempty"`
	Keywords           Text          `json:"keywords,omitzero" cbor:"20,keyasint,omitzero" validate:"title"`
	Reimbursement      Text          `json:"reimbursement,omitzero" cbor:"21,keyasint,omitzero" validate:"prose"`
	Address            string        `json:"address,omitempty" cbor:"22,keyasint,omitempty"`
	Published          Date          `json:"published,omitzero" cbor:"23,keyasint,omitzero"`
	RecordedAfterwards bool          `json:"recordedAfterwards,omitempty" cbor:"24,keyasint,omitempty"`
	StructureOnly      bool          `json:"structureOnly,omitempty" cbor:"25,keyasint,omitempty"`
	Chapters           []Chapter     `json:"chapters" cbor:"26,keyasint,omitempty" validate:"-"`
	Contacts           []Contact     `json:"contacts" cbor:"27,keyasint,omitempty" validate:"-"`
	Sections           []Section     `json:"sections" cbor:"28,keyasint,omitempty" validate:"-"`
	Goals              []Goal        `json:"goals,omitempty" cbor:"29,keyasint,omitempty" validate:"-"` // without a section
	Bodies             []Body        `json:"bodies" cbor:"30,keyasint,omitempty" validate:"-"`
	Decisions          []Decision    `json:"decisions,omitempty" cbor:"-" validate:"-"`
	SteeringGroup      Text          `json:"steeringGroup,omitzero" cbor:"31,keyasint,omitzero" validate:"title"`
	Aside              []Idea        `json:"aside,omitempty" cbor:"-" validate:"-"` // ideas put aside
	PlainText          Text          `json:"plainText,omitzero" cbor:"-" validate:"prose"`
	Confidentiality    string        `json:"confidentiality,omitempty" cbor:"-" validate:"max=200"`
	RetentionClass     string        `json:"retentionClass,omitempty" cbor:"-" validate:"max=200"`
}

// Owner is a municipality, region or project that owns the programme. A
// bilingual one owes the programme in Finnish and Swedish (act 423/2003).
type Owner struct {
	ID        EntityID  `json:"id" cbor:"1,keyasint"`
	Name      Text      `json:"name" cbor:"2,keyasint" validate:"title"`
	Kind      OwnerKind `json:"kind,omitempty" cbor:"3,keyasint,omitempty"`
	Bilingual bool      `json:"bilingual,omitempty" cbor:"4,keyasint,omitempty"`
}

// Chapter is a text around the tables: greetings, purpose, background.
type Chapter struct {
	ID         EntityID    `json:"id" cbor:"1,keyasint"`
	Role       ChapterRole `json:"role" cbor:"2,keyasint"`
	Title      Text        `json:"title,omitzero" cbor:"3,keyasint,omitzero" validate:"title"`
	Body       Text        `json:"body,omitzero" cbor:"4,keyasint,omitzero" validate:"prose"`
	AuthorRole Text        `json:"authorRole,omitzero" cbor:"5,keyasint,omitzero" validate:"title"`
	Blocks     []Block     `json:"blocks,omitempty" cbor:"6,keyasint,omitempty" validate:"-"` // after the body
}

// Block is one part of a chapter. A list has an item on each line of its text;
// a table a row on each line, its cells parted by tabs and its first row the
// head; a chart is a table whose further columns are numbers.
type Block struct {
	ID         EntityID  `json:"id" cbor:"1,keyasint"`
	Role       BlockRole `json:"role" cbor:"2,keyasint"`
	Title      Text      `json:"title,omitzero" cbor:"3,keyasint,omitzero" validate:"title"` // of a table or chart
	Body       Text      `json:"body,omitzero" cbor:"4,keyasint,omitzero" validate:"prose"`
	AuthorRole Text      `json:"authorRole,omitzero" cbor:"5,keyasint,omitzero" validate:"title"` // of a quotation
}

// Idea is a goal or a measure that has been put aside: no part of the
// programme, and not lost.
type Idea struct {
	ID    EntityID `json:"id"`
	Kind  Kind     `json:"kind"`
	Title Text     `json:"title"`
	Under EntityID `json:"under"` // where it stood and comes back to
}

// Contact is whom to ask, by role; a person's name stands in the key ring.
type Contact struct {
	ID      EntityID `json:"id" cbor:"1,keyasint"`
	Role    Text     `json:"role" cbor:"2,keyasint" validate:"title"`
	Person  PersonID `json:"person,omitempty" cbor:"3,keyasint,omitempty"`
	Address string   `json:"address,omitempty" cbor:"4,keyasint,omitempty"`
}

// Section is a house of the street: a whole of goals.
type Section struct {
	ID          EntityID    `json:"id" cbor:"1,keyasint"`
	Number      string      `json:"number" cbor:"2,keyasint"`
	Title       Text        `json:"title" cbor:"3,keyasint" validate:"title"`
	Role        SectionRole `json:"role" cbor:"4,keyasint"`
	Description Text        `json:"description,omitzero" cbor:"5,keyasint,omitzero" validate:"prose"`
	Goals       []Goal      `json:"goals" cbor:"6,keyasint,omitempty" validate:"-"`
	PlainText   Text        `json:"plainText,omitzero" cbor:"-" validate:"prose"`
}

// Goal is a goal with its measures; the bodies and indicators of a goal hold
// for those of its measures that have none of their own.
type Goal struct {
	ID            EntityID         `json:"id" cbor:"1,keyasint"`
	Origin        EntityID         `json:"origin,omitempty" cbor:"2,keyasint,omitempty"`
	Number        string           `json:"number" cbor:"3,keyasint"`
	Title         Text             `json:"title" cbor:"4,keyasint" validate:"title"`
	Description   Text             `json:"description,omitzero" cbor:"5,keyasint,omitzero" validate:"prose"`
	Measures      []Measure        `json:"measures" cbor:"6,keyasint,omitempty" validate:"-"`
	Bodies        []Responsibility `json:"bodies" cbor:"7,keyasint,omitempty" validate:"-"`
	BodiesPrinted Text             `json:"bodiesPrinted,omitzero" cbor:"8,keyasint,omitzero" validate:"prose"`
	Indicators    []Indicator      `json:"indicators" cbor:"9,keyasint,omitempty" validate:"-"`
	SubGoals      []Goal           `json:"subGoals,omitempty" cbor:"10,keyasint,omitempty" validate:"-"`
	Role          GoalRole         `json:"role,omitempty" cbor:"11,keyasint,omitempty"`
	PlainText     Text             `json:"plainText,omitzero" cbor:"-" validate:"prose"`
}

// Measure is what is done towards a goal.
type Measure struct {
	ID               EntityID         `json:"id" cbor:"1,keyasint"`
	Origin           EntityID         `json:"origin,omitempty" cbor:"2,keyasint,omitempty"`
	Number           string           `json:"number" cbor:"3,keyasint"`
	Title            Text             `json:"title" cbor:"4,keyasint" validate:"prose"`
	Description      Text             `json:"description,omitzero" cbor:"5,keyasint,omitzero" validate:"prose"`
	Timetable        Timetable        `json:"timetable,omitzero" cbor:"6,keyasint,omitzero" validate:"-"`
	TimetablePrinted Text             `json:"timetablePrinted,omitzero" cbor:"7,keyasint,omitzero" validate:"title"`
	Bodies           []Responsibility `json:"bodies" cbor:"8,keyasint,omitempty" validate:"-"`
	BodiesPrinted    Text             `json:"bodiesPrinted,omitzero" cbor:"9,keyasint,omitzero" validate:"prose"`
	Indicators       []Indicator      `json:"indicators" cbor:"10,keyasint,omitempty" validate:"-"`
	Status           MeasureStatus    `json:"status,omitempty" cbor:"-"`
	FollowUps        []FollowUpAnswer `json:"followUps,omitempty" cbor:"-" validate:"-"`
}

// Responsibility binds a body of the register to a goal or a measure.
type Responsibility struct {
	ID          EntityID           `json:"id" cbor:"1,keyasint"`
	Body        EntityID           `json:"body" cbor:"2,keyasint"`
	Role        ResponsibilityRole `json:"role" cbor:"3,keyasint"`
	Leads       bool               `json:"leads,omitempty" cbor:"4,keyasint,omitempty"`
	AcceptedBy  string             `json:"acceptedBy,omitempty" cbor:"5,keyasint,omitempty"` // role, no name
	AcceptedOn  Date               `json:"acceptedOn,omitzero" cbor:"6,keyasint,omitzero"`
	Reservation Text               `json:"reservation,omitzero" cbor:"7,keyasint,omitzero" validate:"prose"`
}

// Indicator shows whether a goal is reached. No number is ever required: a
// baseline or a target that is not known is "".
type Indicator struct {
	ID             EntityID         `json:"id" cbor:"1,keyasint"`
	Title          Text             `json:"title" cbor:"2,keyasint" validate:"prose"` // the printed wording
	Kind           IndicatorKind    `json:"kind,omitempty" cbor:"3,keyasint,omitempty"`
	Confirmed      bool             `json:"confirmed,omitempty" cbor:"4,keyasint,omitempty"` // a person has confirmed the kind proposed
	Unit           Text             `json:"unit,omitzero" cbor:"5,keyasint,omitzero" validate:"title"`
	Direction      Direction        `json:"direction,omitempty" cbor:"6,keyasint,omitempty"`
	BaselineValue  Number           `json:"baselineValue,omitempty" cbor:"7,keyasint,omitempty"`
	BaselineYear   int              `json:"baselineYear,omitempty" cbor:"8,keyasint,omitempty" validate:"omitempty,year"`
	BaselineSource Text             `json:"baselineSource,omitzero" cbor:"9,keyasint,omitzero" validate:"title"`
	TargetTotal    Number           `json:"targetTotal,omitempty" cbor:"10,keyasint,omitempty"`   // in all
	TargetYearly   Number           `json:"targetYearly,omitempty" cbor:"11,keyasint,omitempty"`  // the same every year
	TargetsByYear  map[int]Number   `json:"targetsByYear,omitempty" cbor:"12,keyasint,omitempty"` // year → target of that year
	FollowUps      []FollowUpAnswer `json:"followUps,omitempty" cbor:"-" validate:"-"`
}

// Body is an entry of the register of bodies.
type Body struct {
	ID        EntityID `json:"id" cbor:"1,keyasint"`
	Name      Text     `json:"name" cbor:"2,keyasint" validate:"title"`
	Aliases   []Text   `json:"aliases,omitempty" cbor:"3,keyasint,omitempty"`
	Sector    Sector   `json:"sector,omitempty" cbor:"4,keyasint,omitempty"`
	ValidFrom Date     `json:"validFrom,omitzero" cbor:"5,keyasint,omitzero"`
	ValidTo   Date     `json:"validTo,omitzero" cbor:"6,keyasint,omitzero"`
	Successor EntityID `json:"successor,omitempty" cbor:"7,keyasint,omitempty"`
}

// Decision is what one organ decided in one meeting. The Final one is the
// decision by which the programme stands.
type Decision struct {
	ID             EntityID       `json:"id"`
	Organ          Organ          `json:"organ"`
	OrganName      Text           `json:"organName,omitzero" validate:"title"`
	MeetingDate    Date           `json:"meetingDate,omitzero"`
	Paragraph      string         `json:"paragraph,omitempty" validate:"max=20"` // § number, "12" or "12 a"
	RegisterNumber string         `json:"registerNumber,omitempty" validate:"max=100"`
	Preparer       Text           `json:"preparer,omitzero" validate:"title"`
	Presenter      Text           `json:"presenter,omitzero" validate:"title"`
	Proposal       Text           `json:"proposal,omitzero" validate:"prose"`
	Rationale      Text           `json:"rationale,omitzero" validate:"prose"` // why it is proposed
	Effects        Text           `json:"effects,omitzero" validate:"prose"`   // impact assessment
	Costs          Text           `json:"costs,omitzero" validate:"prose"`
	Annexes        Text           `json:"annexes,omitzero" validate:"prose"` // one on each line
	Appeal         Text           `json:"appeal,omitzero" validate:"prose"`  // how the decision can be appealed against
	Text           Text           `json:"text,omitzero" validate:"prose"`
	Outcome        Outcome        `json:"outcome,omitempty"`
	Unanimous      bool           `json:"unanimous,omitempty"`
	Final          bool           `json:"final,omitempty"`
	Votes          []Vote         `json:"votes,omitempty" validate:"-"`
	Minutes        []MinutesEntry `json:"minutes,omitempty" validate:"-"`
	Dissents       []Dissent      `json:"dissents,omitempty" validate:"-"`
	Motions        []Motion       `json:"motions,omitempty" validate:"-"`
}

// Vote is one vote of a decision; NumbersUnknown says that votes were cast and
// their numbers are not known (K19).
type Vote struct {
	ID             EntityID `json:"id"`
	YesMeaning     Text     `json:"yesMeaning,omitzero" validate:"title"`
	NoMeaning      Text     `json:"noMeaning,omitzero" validate:"title"`
	NumbersUnknown bool     `json:"numbersUnknown,omitempty"`
	Yes            int      `json:"yes" validate:"gte=0,lte=1000"`
	No             int      `json:"no" validate:"gte=0,lte=1000"`
	Blank          int      `json:"blank" validate:"gte=0,lte=1000"`
	Absent         int      `json:"absent" validate:"gte=0,lte=1000"`
}

// MinutesEntry is the signing, certifying or checking of the minutes.
type MinutesEntry struct {
	ID        EntityID    `json:"id"`
	Role      MinutesRole `json:"role"`
	RoleText  Text        `json:"roleText,omitzero" validate:"title"` // "second vice chair", "the next meeting"
	Person    PersonID    `json:"person,omitempty"`
	Done      bool        `json:"done,omitempty"`
	DoneOn    Date        `json:"doneOn,omitzero"`
	Digitally bool        `json:"digitally,omitempty"`
}

// Motion is what was moved in a meeting beside the proposal: an amendment, a
// counter-proposal, an initiative or a resolution (K19). ChangesText tells an
// amendment of the programme's text from one of the decision alone.
type Motion struct {
	ID          EntityID   `json:"id"`
	Kind        MotionKind `json:"kind"`
	Text        Text       `json:"text" validate:"prose"`
	Outcome     Outcome    `json:"outcome,omitempty"`
	Unanimous   bool       `json:"unanimous,omitempty"`
	ChangesText bool       `json:"changesText,omitempty"`
}

// Dissent is a dissenting opinion recorded in the minutes.
type Dissent struct {
	ID     EntityID `json:"id"`
	Text   Text     `json:"text" validate:"prose"`
	Person PersonID `json:"person,omitempty"`
}
