package model

// Code names a rule that something breaks or a thing that is missing. Its
// words stand in the texts catalogue under "finding.<code>".
type Code string

// The codes of findings.
const (
	CodeTitleMissing        Code = "titleMissing"
	CodeOwnerMissing        Code = "ownerMissing"
	CodeYearsMissing        Code = "yearsMissing"
	CodeSectionMissing      Code = "sectionMissing"
	CodeGoalMissing         Code = "goalMissing"
	CodeMeasureMissing      Code = "measureMissing"
	CodeMeasureTextMissing  Code = "measureTextMissing"
	CodeTimetableMissing    Code = "timetableMissing"
	CodeBodyMissing         Code = "bodyMissing"
	CodeIndicatorMissing    Code = "indicatorMissing"
	CodeIndicatorUnwritten  Code = "indicatorUnwritten"
	CodeTranslationMissing  Code = "translationMissing"
	CodeTranslationOutdated Code = "translationOutdated"
	CodeSecondLanguage      Code = "secondLanguageMissing" // a bilingual owner, nothing in the second language
	CodeKindUnconfirmed     Code = "kindUnconfirmed"
	CodeBaselineUnknown     Code = "baselineUnknown"
	CodeTwoSpellings        Code = "twoSpellings"
	CodeYearOutOfRange      Code = "yearOutOfRange"
	CodeEndBeforeStart      Code = "endBeforeStart"
	CodeTooLong             Code = "tooLong"
	CodeOutsideProgramme    Code = "outsideProgramme" // a measure's year outside the programme's years
	CodeDuplicateName       Code = "duplicateName"
	CodeTooManyRows         Code = "tooManyRows"    // of a table, or items of a list
	CodeTooManyColumns      Code = "tooManyColumns" // of a table
	CodeNoNumberInChart     Code = "noNumberInChart"
	CodeNegative            Code = "negative"
	CodeNoNumber            Code = "noNumber"
	CodeUnknownWord         Code = "unknownWord" // a code that no list holds
	CodeOpenClash           Code = "openClash"
	CodeDecisionMissing     Code = "decisionMissing"
	CodeOrganMissing        Code = "organMissing"
	CodeMeetingDateMissing  Code = "meetingDateMissing"
	CodeParagraphMissing    Code = "paragraphMissing"
	CodeDecisionTextMissing Code = "decisionTextMissing"
	CodeOutcomeMissing      Code = "outcomeMissing"
	CodeNotApproving        Code = "notApproving" // the outcome does not approve
	CodeMinutesUnsigned     Code = "minutesUnsigned"
	CodeMinutesUncertified  Code = "minutesUncertified"
	CodeMinutesUnchecked    Code = "minutesUnchecked"
	CodeMinutesDateMissing  Code = "minutesDateMissing"
	CodeBeforeMeeting       Code = "beforeMeeting"    // minutes done before the meeting
	CodeSuccessorMissing    Code = "successorMissing" // a body with duties ends before the programme does
	CodeSuccessorCircle     Code = "successorCircle"
	CodeUnprintable         Code = "unprintable" // signs that the documents cannot print
)

// Severity tells how much a finding matters.
type Severity int

// The severities.
const (
	Information Severity = iota + 1 // told, nothing is asked
	Notice                          // something is missing; no obstacle
	Mistake                         // a value that cannot be right; a draft may hold it
	Obstacle                        // approval waits until it is mended
)

// String returns the severity's word in code.
func (s Severity) String() string {
	switch s {
	case Information:
		return "information"
	case Notice:
		return "notice"
	case Mistake:
		return "mistake"
	case Obstacle:
		return "obstacle"
	}
	return ""
}

// MarshalText writes the severity's word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Finding is one thing that a check found, and where.
type Finding struct {
	Severity Severity `json:"severity"`
	Code     Code     `json:"code"`
	Entity   EntityID `json:"entity"`
	Field    Field    `json:"field,omitempty"`
	Path     string   `json:"path"`            // "sections[2].goals[0].measures[1].timetable", counted from 0
	Limit    int      `json:"limit,omitempty"` // the limit broken, for codes that have one
	Signs    []string `json:"signs,omitempty"` // that cannot be printed, each once
}
