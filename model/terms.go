package model

// The codes below are data: their words in fi, sv and en stand in the texts
// catalogue. Lists are in the order in which a person chooses from them.

// ProgrammeKind is the kind of document (act 1386/2010; act 681/2023; K19; R12).
type ProgrammeKind string

// The kinds of programmes.
const (
	IntegrationProgramme ProgrammeKind = "integrationProgramme" // act 1386/2010, 32 §
	InitialServices      ProgrammeKind = "initialServices"      // act 681/2023, 13 §
	ActionProgramme      ProgrammeKind = "actionProgramme"
	DevelopmentProgramme ProgrammeKind = "developmentProgramme"
	DevelopmentPlan      ProgrammeKind = "developmentPlan"
	LetterOfIntent       ProgrammeKind = "letterOfIntent"
	CooperationAgreement ProgrammeKind = "cooperationAgreement"
	ProjectGoals         ProgrammeKind = "projectGoals" // R12
)

// ProgrammeKinds lists the kinds of programmes.
func ProgrammeKinds() []ProgrammeKind {
	return []ProgrammeKind{
		IntegrationProgramme, ActionProgramme, DevelopmentProgramme, DevelopmentPlan,
		InitialServices, ProjectGoals, LetterOfIntent, CooperationAgreement,
	}
}

// StoredState is the state that is written down; "in force" and "expired" are
// derived from dates.
type StoredState string

// The stored states.
const (
	Draft            StoredState = "draft"
	InDecisionMaking StoredState = "inDecisionMaking"
	Locked           StoredState = "locked" // decided, awaiting checked minutes
	Approved         StoredState = "approved"
	Superseded       StoredState = "superseded"
)

// Locked tells whether the content can no longer be edited.
func (s StoredState) Locked() bool { return s == Locked || s == Approved || s == Superseded }

// OwnerKind is the kind of an owner of a programme.
type OwnerKind string

// The kinds of owners.
const (
	Municipality  OwnerKind = "municipality"
	Region        OwnerKind = "region"
	RegionProject OwnerKind = "regionProject" // R12
)

// OwnerKinds lists the kinds of owners.
func OwnerKinds() []OwnerKind { return []OwnerKind{Municipality, Region, RegionProject} }

// SectionRole is the place of a section in the structural map (V19; K19).
type SectionRole string

// The roles of sections.
const (
	House       SectionRole = "house"
	Foundation  SectionRole = "foundation"
	FollowUp    SectionRole = "followUp"
	MainGoal    SectionRole = "mainGoal"
	Spearhead   SectionRole = "spearhead"
	SubGoalPart SectionRole = "subGoal" // R12: osatavoite as a section in prose
)

// SectionRoles lists the roles of sections.
func SectionRoles() []SectionRole {
	return []SectionRole{House, Foundation, FollowUp, MainGoal, Spearhead, SubGoalPart}
}

// ChapterRole is what a text around the tables is for.
type ChapterRole string

// The roles of chapters.
const (
	Greetings     ChapterRole = "greetings"
	Foreword      ChapterRole = "foreword"
	PurposeText   ChapterRole = "purpose"
	TargetGroup   ChapterRole = "targetGroup"
	Principles    ChapterRole = "principles"
	Situation     ChapterRole = "situation"
	Interfaces    ChapterRole = "interfaces"
	Rationale     ChapterRole = "rationale"
	Quotation     ChapterRole = "quotation"
	OtherChapters ChapterRole = "other"
)

// ChapterRoles lists the roles of chapters.
func ChapterRoles() []ChapterRole {
	return []ChapterRole{
		Greetings, Foreword, PurposeText, TargetGroup, Principles, Situation, Interfaces, Rationale, Quotation, OtherChapters,
	}
}

// BlockRole is what a part of a chapter is.
type BlockRole string

// The roles of blocks.
const (
	ParagraphBlock BlockRole = "paragraph"
	HeadingBlock   BlockRole = "heading"
	ListBlock      BlockRole = "list"
	NumberedBlock  BlockRole = "numberedList"
	TableBlock     BlockRole = "table"
	ChartBlock     BlockRole = "chart"
	QuotationBlock BlockRole = "quotation"
)

// BlockRoles lists the roles of blocks.
func BlockRoles() []BlockRole {
	return []BlockRole{
		ParagraphBlock, HeadingBlock, ListBlock, NumberedBlock, TableBlock, ChartBlock, QuotationBlock,
	}
}

// GoalRole tells what a programme calls a goal that stands without a section
// (K19: päätavoite, kärki; R12: osatavoite).
type GoalRole string

// The roles of goals.
const (
	OrdinaryGoal  GoalRole = ""
	MainGoalRole  GoalRole = "mainGoal"
	SubGoalRole   GoalRole = "subGoal"
	SpearheadRole GoalRole = "spearhead"
)

// GoalRoles lists the roles of goals.
func GoalRoles() []GoalRole {
	return []GoalRole{OrdinaryGoal, MainGoalRole, SubGoalRole, SpearheadRole}
}

// MeasureStatus is how far a measure has come. Late is no status: it follows
// from the day, see [Programme.Late].
type MeasureStatus string

// The statuses of measures.
const (
	StatusUnknown MeasureStatus = ""
	NotStarted    MeasureStatus = "notStarted"
	UnderWay      MeasureStatus = "underWay"
	Completed     MeasureStatus = "completed"
	NotCarriedOut MeasureStatus = "notCarriedOut"
)

// MeasureStatuses lists the statuses that a person chooses from.
func MeasureStatuses() []MeasureStatus {
	return []MeasureStatus{StatusUnknown, NotStarted, UnderWay, Completed, NotCarriedOut}
}

// MotionKind is what was moved in a meeting.
type MotionKind string

// The kinds of motions.
const (
	Amendment           MotionKind = "amendment"
	CounterProposal     MotionKind = "counterProposal"
	Initiative          MotionKind = "initiative" // K19: toimenpidealoite
	Resolution          MotionKind = "resolution"
	HopedResolution     MotionKind = "hopedForResolution"
	ResidentsInitiative MotionKind = "residentsInitiative"
)

// MotionKinds lists the kinds of motions.
func MotionKinds() []MotionKind {
	return []MotionKind{Amendment, CounterProposal, Initiative, Resolution, HopedResolution, ResidentsInitiative}
}

// ResponsibilityRole tells a responsible body from a partner.
type ResponsibilityRole string

// The roles of bodies.
const (
	Responsible ResponsibilityRole = "responsible"
	Partner     ResponsibilityRole = "partner"
)

// Sector is where a body belongs.
type Sector string

// The sectors.
const (
	SectorUnknown     Sector = ""
	SectorCity        Sector = "city"
	SectorCounty      Sector = "wellbeingServicesCounty"
	SectorState       Sector = "state"
	SectorAssociation Sector = "association"
	SectorRegion      Sector = "region"
	SectorOther       Sector = "other"
)

// Sectors lists the sectors.
func Sectors() []Sector {
	return []Sector{SectorCity, SectorCounty, SectorState, SectorAssociation, SectorRegion, SectorOther}
}

// IndicatorKind is the kind of an indicator (V19 has these and councils write no others).
type IndicatorKind string

// The kinds of indicators. The zero value is a kind not given yet.
const (
	IndicatorUnknown   IndicatorKind = ""
	IndicatorDone      IndicatorKind = "done"      // done or not
	IndicatorCount     IndicatorKind = "count"     // a count, with or without a target
	IndicatorShare     IndicatorKind = "share"     // a share in per cent
	IndicatorGrowth    IndicatorKind = "growth"    // growth against a baseline
	IndicatorSurvey    IndicatorKind = "survey"    // a survey's result
	IndicatorJudgement IndicatorKind = "judgement" // a verbal judgement
)

// IndicatorKinds lists the kinds of indicators.
func IndicatorKinds() []IndicatorKind {
	return []IndicatorKind{
		IndicatorDone, IndicatorCount, IndicatorShare, IndicatorGrowth, IndicatorSurvey, IndicatorJudgement,
	}
}

// Direction tells which way an indicator is wished to go.
type Direction string

// The directions.
const (
	NoDirection Direction = ""
	Up          Direction = "up"
	Down        Direction = "down"
	Steady      Direction = "steady"
)

// Organ is a kind of deciding organ.
type Organ string

// The organs, in the order of the chain of decisions.
const (
	WorkingGroup Organ = "workingGroup"
	Committee    Organ = "committee"
	Board        Organ = "board"
	Council      Organ = "council"
)

// Organs lists the organs.
func Organs() []Organ { return []Organ{WorkingGroup, Committee, Board, Council} }

// Outcome is what an organ decided.
type Outcome string

// The outcomes of decisions.
const (
	OutcomeApproved        Outcome = "approved"
	OutcomeApprovedAmended Outcome = "approvedAmended"
	OutcomeReturned        Outcome = "returned"
	OutcomeTabled          Outcome = "tabled"
	OutcomeRejected        Outcome = "rejected"
)

// Outcomes lists the outcomes.
func Outcomes() []Outcome {
	return []Outcome{OutcomeApproved, OutcomeApprovedAmended, OutcomeReturned, OutcomeTabled, OutcomeRejected}
}

// Approves tells whether the programme was approved.
func (o Outcome) Approves() bool { return o == OutcomeApproved || o == OutcomeApprovedAmended }

// MinutesRole is who signs, certifies or checks the minutes.
type MinutesRole string

// The roles of the minutes.
const (
	Chair          MinutesRole = "chair"
	MinutesKeeper  MinutesRole = "minutesKeeper"
	MinutesChecker MinutesRole = "minutesChecker"
)
