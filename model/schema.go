package model

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Kind is the kind of an element.
type Kind string

// The kinds of elements, each a child of those named.
const (
	KindProgramme      Kind = "programme"      // the root
	KindOwner          Kind = "owner"          // of a programme
	KindChapter        Kind = "chapter"        // of a programme: foreword, purpose and other texts
	KindContact        Kind = "contact"        // of a programme
	KindSection        Kind = "section"        // of a programme
	KindGoal           Kind = "goal"           // of a section, of the programme, or a sub-goal of a goal
	KindMeasure        Kind = "measure"        // of a goal
	KindResponsibility Kind = "responsibility" // of a goal or a measure
	KindIndicator      Kind = "indicator"      // of a goal or a measure
	KindBody           Kind = "body"           // of a programme: its register of bodies
	KindAlias          Kind = "alias"          // of a body
	KindDecision       Kind = "decision"       // of a programme
	KindVote           Kind = "vote"           // of a decision
	KindMinutesEntry   Kind = "minutes"        // of a decision: signed, certified, checked
	KindDissent        Kind = "dissent"        // of a decision
	KindMotion         Kind = "motion"         // of a decision: amendment, initiative, resolution
	KindBlock          Kind = "block"          // of a chapter: paragraph, heading, list, table, quotation
	KindFollowUp       Kind = "followUp"       // of a measure or an indicator: what a body answered for a year
	KindComment        Kind = "comment"        // of the programme, a chapter, section, goal or measure
)

// Field is the name of one editable value. A field of a text carries its
// language: "title.fi". A target of one year carries the year: "target.2020".
type Field string

// The fields that every element has.
const (
	FieldKind     Field = "kind"
	FieldParent   Field = "parent"
	FieldPosition Field = "position"
	FieldDeleted  Field = "deleted"
	FieldNumber   Field = "number" // printed number, stored when the programme is first locked
	FieldOrigin   Field = "origin" // the element of an earlier programme that this one continues
)

// The fields of texts; [Field.In] gives the field of one language.
const (
	FieldTitle            Field = "title"
	FieldSubtitle         Field = "subtitle"
	FieldDescription      Field = "description"
	FieldPreparedBy       Field = "preparedBy"
	FieldCoordinatedWith  Field = "coordinatedWith"
	FieldFollowUpBody     Field = "followUpBody"
	FieldLegalBasisText   Field = "legalBasisText"
	FieldStrategy         Field = "strategy"
	FieldParentProgramme  Field = "parentProgramme"
	FieldPredecessor      Field = "predecessor"
	FieldKeywords         Field = "keywords"
	FieldReimbursement    Field = "reimbursement"
	FieldName             Field = "name"
	FieldBodyText         Field = "body"
	FieldAuthorRole       Field = "authorRole"
	FieldBodiesPrinted    Field = "bodiesPrinted"
	FieldTimetablePrinted Field = "timetablePrinted"
	FieldUnit             Field = "unit"
	FieldBaselineSource   Field = "baselineSource"
	FieldReservation      Field = "reservation"
	FieldOrganName        Field = "organName"
	FieldPreparer         Field = "preparer"
	FieldPresenter        Field = "presenter"
	FieldProposal         Field = "proposal"
	FieldDecisionText     Field = "decisionText"
	FieldYesMeaning       Field = "yesMeaning"
	FieldNoMeaning        Field = "noMeaning"
	FieldRoleText         Field = "roleText"
	FieldSteeringGroup    Field = "steeringGroup"
	FieldRationale        Field = "rationale" // of a decision: why it is proposed
	FieldEffects          Field = "effects"   // of a decision: what it brings about (impact assessment)
	FieldCosts            Field = "costs"     // of a decision
	FieldAnnexes          Field = "annexes"   // of a decision: one on each line
	FieldAppeal           Field = "appeal"    // of a decision: how it can be appealed against, or that it cannot
	FieldPlainText        Field = "plainText" // the same in easy language (selkokieli, lättläst), no part of the content
)

// The other fields.
const (
	FieldProgrammeKind      Field = "programmeKind"
	FieldStoredState        Field = "state"
	FieldVersion            Field = "version"
	FieldFirstYear          Field = "firstYear"
	FieldLastYear           Field = "lastYear"
	FieldFirstLanguage      Field = "firstLanguage"
	FieldLanguages          Field = "languages"
	FieldLegalBasis         Field = "legalBasis"
	FieldPredecessorID      Field = "predecessorID"
	FieldAddress            Field = "address"
	FieldPublished          Field = "published"
	FieldRecordedAfterwards Field = "recordedAfterwards"
	FieldStructureOnly      Field = "structureOnly"
	FieldBilingual          Field = "bilingual"
	FieldOwnerKind          Field = "ownerKind"
	FieldRole               Field = "role"
	FieldTimetable          Field = "timetable"
	FieldBody               Field = "bodyID"
	FieldLeads              Field = "leads"
	FieldAcceptedBy         Field = "acceptedBy"
	FieldAcceptedOn         Field = "acceptedOn"
	FieldIndicatorKind      Field = "indicatorKind"
	FieldConfirmed          Field = "confirmed"
	FieldDirection          Field = "direction"
	FieldBaselineValue      Field = "baselineValue"
	FieldBaselineYear       Field = "baselineYear"
	FieldTargetTotal        Field = "targetTotal"
	FieldTargetYearly       Field = "targetYearly"
	FieldTarget             Field = "target" // of one year: [TargetField]
	FieldSector             Field = "sector"
	FieldValidFrom          Field = "validFrom"
	FieldValidTo            Field = "validTo"
	FieldSuccessor          Field = "successor"
	FieldOrgan              Field = "organ"
	FieldMeetingDate        Field = "meetingDate"
	FieldParagraph          Field = "paragraph"
	FieldRegisterNumber     Field = "registerNumber"
	FieldOutcome            Field = "outcome"
	FieldUnanimous          Field = "unanimous"
	FieldFinal              Field = "final"
	FieldNumbersUnknown     Field = "numbersUnknown"
	FieldYes                Field = "yes"
	FieldNo                 Field = "no"
	FieldBlank              Field = "blank"
	FieldAbsent             Field = "absent"
	FieldPerson             Field = "person"
	FieldDone               Field = "done"
	FieldDoneOn             Field = "doneOn"
	FieldDigitally          Field = "digitally"
	FieldAside              Field = "aside"   // of a goal or measure: an idea put aside, no part of the programme
	FieldStatus             Field = "status"  // of a measure: follow-up, no part of the content
	FieldRemark             Field = "remark"  // of a comment: its words, in whatever language they were written
	FieldSettled            Field = "settled" // of a comment
	FieldChangesText        Field = "changesText"
	FieldYear               Field = "year"            // of a follow-up answer
	FieldValue              Field = "value"           // of a follow-up answer on an indicator
	FieldConfidentiality    Field = "confidentiality" // publicity class of the record, as the municipality names it
	FieldRetentionClass     Field = "retentionClass"  // how long the record is kept, as the municipality names it
	FieldChecked            Field = "checked"         // of one text in one language: [CheckedField]
)

// In returns the field of one language of a text.
func (f Field) In(l Language) Field { return f + "." + Field(l) }

// TargetField returns the field of an indicator's target for one year.
func TargetField(year int) Field { return FieldTarget + "." + Field(strconv.Itoa(year)) }

// CheckedField returns the field that says that a person has held the text in
// one language against the original.
func CheckedField(base Field, l Language) Field { return FieldChecked + "." + base.In(l) }

// Split returns the base of a field and what follows its point: a language, a
// year, or nothing.
func (f Field) Split() (base Field, suffix string) {
	b, s, _ := strings.Cut(string(f), ".")
	return Field(b), s
}

// baseOf is the base of a field, without its language or year.
func baseOf(f Field) Field {
	base, _ := f.Split()
	return base
}

// fieldSpec is the type of a field; a translated one has a field per language.
type fieldSpec struct {
	value      ValueType
	translated bool
	yearly     bool
}

var (
	translated = fieldSpec{value: TextValue, translated: true}
	word       = fieldSpec{value: TextValue}
	flag       = fieldSpec{value: BoolValue}
	integer    = fieldSpec{value: IntValue}
	day        = fieldSpec{value: DateValue}
	list       = fieldSpec{value: ListValue}
	reference  = fieldSpec{value: ReferenceValue}
	number     = fieldSpec{value: NumberValue}
)

// schema tells which fields each kind has. Kinds and fields are only added.
var schema = map[Kind]map[Field]fieldSpec{
	KindProgramme: {
		FieldTitle: translated, FieldSubtitle: translated, FieldPreparedBy: translated,
		FieldCoordinatedWith: translated, FieldFollowUpBody: translated, FieldLegalBasisText: translated,
		FieldStrategy: translated, FieldParentProgramme: translated, FieldPredecessor: translated,
		FieldKeywords: translated, FieldReimbursement: translated, FieldSteeringGroup: translated,
		FieldProgrammeKind: word, FieldStoredState: word, FieldVersion: integer,
		FieldFirstYear: integer, FieldLastYear: integer, FieldFirstLanguage: word, FieldLanguages: list,
		FieldLegalBasis: word, FieldPredecessorID: reference, FieldAddress: word, FieldPublished: day,
		FieldRecordedAfterwards: flag, FieldStructureOnly: flag,
		FieldPlainText: translated, FieldConfidentiality: word, FieldRetentionClass: word,
	},
	KindOwner:   {FieldName: translated, FieldOwnerKind: word, FieldBilingual: flag},
	KindChapter: {FieldTitle: translated, FieldBodyText: translated, FieldAuthorRole: translated, FieldRole: word},
	KindContact: {FieldRoleText: translated, FieldAddress: word, FieldPerson: word},
	KindSection: {FieldTitle: translated, FieldDescription: translated, FieldRole: word, FieldPlainText: translated},
	KindGoal: {
		FieldTitle: translated, FieldDescription: translated, FieldBodiesPrinted: translated,
		FieldRole: word, FieldAside: flag, FieldPlainText: translated,
	},
	KindMeasure: {
		FieldTitle: translated, FieldDescription: translated, FieldBodiesPrinted: translated,
		FieldTimetable: {value: TimetableValue}, FieldTimetablePrinted: translated,
		FieldStatus: word, FieldAside: flag,
	},
	KindResponsibility: {
		FieldBody: reference, FieldRole: word, FieldLeads: flag,
		FieldAcceptedBy: word, FieldAcceptedOn: day, FieldReservation: translated,
	},
	KindIndicator: {
		FieldTitle: translated, FieldIndicatorKind: word, FieldConfirmed: flag, FieldUnit: translated,
		FieldDirection: word, FieldBaselineValue: number, FieldBaselineYear: integer,
		FieldBaselineSource: translated, FieldTargetTotal: number, FieldTargetYearly: number,
		FieldTarget: {value: NumberValue, yearly: true},
	},
	KindBody: {
		FieldName: translated, FieldSector: word, FieldValidFrom: day, FieldValidTo: day, FieldSuccessor: reference,
	},
	KindAlias: {FieldName: translated},
	KindDecision: {
		FieldOrgan: word, FieldOrganName: translated, FieldMeetingDate: day, FieldParagraph: word,
		FieldRegisterNumber: word, FieldPreparer: translated, FieldPresenter: translated,
		FieldProposal: translated, FieldDecisionText: translated, FieldOutcome: word,
		FieldUnanimous: flag, FieldFinal: flag,
		FieldRationale: translated, FieldEffects: translated, FieldCosts: translated, FieldAnnexes: translated,
		FieldAppeal: translated,
	},
	KindVote: {
		FieldYesMeaning: translated, FieldNoMeaning: translated, FieldNumbersUnknown: flag,
		FieldYes: integer, FieldNo: integer, FieldBlank: integer, FieldAbsent: integer,
	},
	KindMinutesEntry: {
		FieldRole: word, FieldRoleText: translated, FieldPerson: word,
		FieldDone: flag, FieldDoneOn: day, FieldDigitally: flag,
	},
	KindDissent: {FieldBodyText: translated, FieldPerson: word},
	KindMotion: {
		FieldRole: word, FieldBodyText: translated, FieldOutcome: word, FieldUnanimous: flag, FieldChangesText: flag,
	},
	KindBlock:   {FieldRole: word, FieldTitle: translated, FieldBodyText: translated, FieldAuthorRole: translated},
	KindComment: {FieldRemark: word, FieldSettled: flag},
	KindFollowUp: {
		FieldYear: integer, FieldBody: reference, FieldStatus: word, FieldValue: number, FieldRemark: word,
	},
}

// parents tells under which kinds an element may stand.
var parents = map[Kind][]Kind{
	KindOwner: {KindProgramme}, KindChapter: {KindProgramme}, KindContact: {KindProgramme},
	KindSection: {KindProgramme}, KindBody: {KindProgramme}, KindDecision: {KindProgramme},
	KindGoal:           {KindSection, KindProgramme, KindGoal},
	KindMeasure:        {KindGoal},
	KindResponsibility: {KindGoal, KindMeasure},
	KindIndicator:      {KindGoal, KindMeasure},
	KindAlias:          {KindBody},
	KindVote:           {KindDecision}, KindMinutesEntry: {KindDecision}, KindDissent: {KindDecision}, KindMotion: {KindDecision},
	KindBlock:    {KindChapter},
	KindComment:  {KindProgramme, KindChapter, KindSection, KindGoal, KindMeasure},
	KindFollowUp: {KindMeasure, KindIndicator},
}

// decisionKinds are recorded about the content and are no part of it.
var decisionKinds = map[Kind]bool{
	KindDecision: true, KindVote: true, KindMinutesEntry: true, KindDissent: true, KindMotion: true,
}

// OfDecision tells whether elements of the kind are recorded about the content
// and are no part of it.
func (k Kind) OfDecision() bool { return decisionKinds[k] }

// AboutContent tells whether elements of the kind are written about the content
// and can be written while it is locked: decisions, comments, follow-up answers.
func (k Kind) AboutContent() bool {
	return decisionKinds[k] || k == KindComment || k == KindFollowUp
}

// besideContent are the fields of elements of the content that are no part of
// it and can be written while it is locked: what has been done, how the record
// is archived, and the same in easy language.
var besideContent = map[Field]bool{
	FieldStatus: true, FieldPlainText: true, FieldConfidentiality: true, FieldRetentionClass: true,
}

// beside tells whether a field is no part of the content; the mark that a text
// has been checked goes with the text.
func beside(f Field) bool {
	base, suffix := f.Split()
	if base == FieldChecked {
		base = baseOf(Field(suffix))
	}
	return besideContent[base]
}

// Errors of fields and kinds that do not fit the schema.
var (
	ErrUnknownKind  = errors.New("unknown kind of element")
	ErrUnknownField = errors.New("unknown field")
	ErrWrongParent  = errors.New("element cannot stand there")
)

// Valid tells whether elements of the kind exist.
func (k Kind) Valid() bool { _, found := schema[k]; return found }

// MayStandUnder tells whether an element of kind k can be a child of kind parent.
func (k Kind) MayStandUnder(parent Kind) bool {
	for _, allowed := range parents[k] {
		if allowed == parent {
			return true
		}
	}
	return false
}

// typeOf returns the type of a field of a kind, or [ErrUnknownKind] or [ErrUnknownField].
func typeOf(k Kind, f Field) (ValueType, error) {
	switch f {
	case FieldKind, FieldPosition, FieldNumber:
		return TextValue, nil
	case FieldParent, FieldOrigin:
		return ReferenceValue, nil
	case FieldDeleted:
		return BoolValue, nil
	}
	fields, found := schema[k]
	if !found {
		return 0, fmt.Errorf("%w: %q", ErrUnknownKind, k)
	}
	base, suffix := f.Split()
	if base == FieldChecked {
		return typeOfChecked(k, f, Field(suffix))
	}
	spec, found := fields[base]
	switch {
	case !found,
		spec.translated != Language(suffix).Valid(),
		spec.yearly && !isYear(suffix),
		!spec.translated && !spec.yearly && suffix != "":
		return 0, fmt.Errorf("%w: %s of a %s", ErrUnknownField, f, k)
	}
	return spec.value, nil
}

// typeOfChecked is [typeOf] for the mark that a text has been checked.
func typeOfChecked(k Kind, f, text Field) (ValueType, error) {
	base, l := text.Split()
	if !schema[k][base].translated || !Language(l).Valid() {
		return 0, fmt.Errorf("%w: %s of a %s", ErrUnknownField, f, k)
	}
	return BoolValue, nil
}

// Kinds returns the kinds of elements, in the order of their names.
func Kinds() []Kind { return slices.Sorted(maps.Keys(schema)) }

// Fields returns the bases of the fields that a kind has beside those of every
// element, in the order of their names.
func Fields(k Kind) []Field { return slices.Sorted(maps.Keys(schema[k])) }

// TypeOf returns the type of a field's values, which may carry a language or a
// year, and 0 for a field that the kind does not have.
func TypeOf(k Kind, f Field) ValueType {
	t, err := typeOf(k, f)
	if err != nil {
		return 0
	}
	return t
}

// TranslatedFields returns the bases of the texts of a kind, unordered.
func TranslatedFields(k Kind) []Field {
	var bases []Field
	for base, spec := range schema[k] {
		if spec.translated {
			bases = append(bases, base)
		}
	}
	return bases
}

func isYear(s string) bool {
	y, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && y >= FirstPossibleYear && y <= LastPossibleYear
}
