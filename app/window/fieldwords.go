package window

import (
	"tavoitekartta/model"
)

// fieldWords are the keys of what each field of each kind is called where it is
// told apart from the form in which it is written. A text that stands in a
// language has a key for each language, or one to which the language is added.
var fieldWords = map[model.Kind]map[model.Field]string{
	model.KindProgramme: {
		model.FieldTitle: "details.title", model.FieldSubtitle: "details.subtitle",
		model.FieldPreparedBy: "details.preparedBy", model.FieldCoordinatedWith: "details.coordinatedWith",
		model.FieldFollowUpBody: "details.followUpBody", model.FieldLegalBasisText: "details.legalBasisText",
		model.FieldStrategy: "details.strategy", model.FieldParentProgramme: "details.parentProgramme",
		model.FieldPredecessor: "details.predecessor", model.FieldKeywords: "details.keywords",
		model.FieldReimbursement: "details.reimbursement", model.FieldSteeringGroup: "field.steeringGroup",
		model.FieldProgrammeKind: "details.programmeKind", model.FieldStoredState: "field.state",
		model.FieldVersion: "field.version", model.FieldFirstYear: "details.firstYear",
		model.FieldLastYear: "details.lastYear", model.FieldFirstLanguage: "details.firstLanguage",
		model.FieldLanguages: "details.languages", model.FieldLegalBasis: "details.legalBasis",
		model.FieldPredecessorID: "field.predecessorID", model.FieldAddress: "details.address",
		model.FieldPublished: "details.published", model.FieldRecordedAfterwards: "field.recordedAfterwards",
		model.FieldStructureOnly: "overview.structureOnly", model.FieldPlainText: "field.plainText",
		model.FieldConfidentiality: "field.confidentiality", model.FieldRetentionClass: "field.retentionClass",
	},
	model.KindOwner: {
		model.FieldName: "details.name", model.FieldOwnerKind: "details.ownerKind", model.FieldBilingual: "field.bilingual",
	},
	model.KindChapter: {
		model.FieldTitle: "details.chapterTitle", model.FieldBodyText: "details.body",
		model.FieldAuthorRole: "details.authorRole", model.FieldRole: "details.role",
	},
	model.KindContact: {
		model.FieldRoleText: "details.roleText", model.FieldAddress: "details.contactAddress", model.FieldPerson: "field.person",
	},
	model.KindSection: {
		model.FieldTitle: "field.name", model.FieldDescription: "contents.sectionText", model.FieldRole: "contents.role",
		model.FieldPlainText: "field.plainText",
	},
	model.KindGoal: {
		model.FieldTitle: "field.name", model.FieldDescription: "contents.goalText",
		model.FieldBodiesPrinted: "field.bodiesPrinted", model.FieldRole: "field.goalRole", model.FieldAside: "field.aside",
		model.FieldPlainText: "field.plainText",
	},
	model.KindMeasure: {
		model.FieldTitle: "field.text", model.FieldDescription: "contents.goalText",
		model.FieldBodiesPrinted: "field.bodiesPrinted", model.FieldTimetable: "contents.timetable",
		model.FieldTimetablePrinted: "field.timetablePrinted", model.FieldStatus: "field.status", model.FieldAside: "field.aside",
	},
	model.KindResponsibility: {
		model.FieldBody: "field.body", model.FieldRole: "contents.bodies.role", model.FieldLeads: "field.leads",
		model.FieldAcceptedBy: "field.acceptedBy", model.FieldAcceptedOn: "field.acceptedOn",
		model.FieldReservation: "field.reservation",
	},
	model.KindIndicator: {
		model.FieldTitle: "field.text", model.FieldIndicatorKind: "indicator.kind", model.FieldConfirmed: "field.confirmed",
		model.FieldUnit: "indicator.unit", model.FieldDirection: "indicator.direction",
		model.FieldBaselineValue: "indicator.baseline", model.FieldBaselineYear: "indicator.baselineYear",
		model.FieldBaselineSource: "indicator.baselineSource", model.FieldTargetTotal: "indicator.targetField.total",
		model.FieldTargetYearly: "indicator.targetField.yearly", model.FieldTarget: "indicator.targetField.year",
	},
	model.KindBody: {
		model.FieldName: "field.name", model.FieldSector: "contents.bodies.sector",
		model.FieldValidFrom: "field.validFrom", model.FieldValidTo: "field.validTo", model.FieldSuccessor: "field.successor",
	},
	model.KindAlias: {model.FieldName: "field.name"},
	model.KindDecision: {
		model.FieldOrgan: "decision.organ", model.FieldOrganName: "decision.organName",
		model.FieldMeetingDate: "decision.meetingDate", model.FieldParagraph: "decision.paragraph",
		model.FieldRegisterNumber: "decision.registerNumber", model.FieldPreparer: "report.decision.preparer",
		model.FieldPresenter: "report.decision.presenter", model.FieldProposal: "report.decision.proposal",
		model.FieldDecisionText: "decision.text", model.FieldOutcome: "decision.outcome",
		model.FieldUnanimous: "decision.unanimous", model.FieldFinal: "field.final",
		model.FieldRationale: "decision.rationale", model.FieldEffects: "decision.effects",
		model.FieldCosts: "decision.costs", model.FieldAnnexes: "decision.annexes",
		model.FieldAppeal: "decision.appeal",
	},
	model.KindVote: {
		model.FieldYesMeaning: "decision.yesMeaning", model.FieldNoMeaning: "decision.noMeaning",
		model.FieldNumbersUnknown: "decision.numbersNotKnown", model.FieldYes: "decision.yes", model.FieldNo: "decision.no",
		model.FieldBlank: "decision.blank", model.FieldAbsent: "decision.absent",
	},
	model.KindMinutesEntry: {
		model.FieldRole: "field.minutesRole", model.FieldRoleText: "details.roleText", model.FieldPerson: "field.person",
		model.FieldDone: "field.done", model.FieldDoneOn: "minutes.doneOn", model.FieldDigitally: "field.digitally",
	},
	model.KindDissent: {model.FieldBodyText: "details.body", model.FieldPerson: "field.person"},
	model.KindMotion: {
		model.FieldRole: "indicator.kind", model.FieldBodyText: "details.body", model.FieldOutcome: "decision.outcome",
		model.FieldUnanimous: "decision.unanimous", model.FieldChangesText: "field.changesText",
	},
	model.KindBlock: {
		model.FieldRole: "indicator.kind", model.FieldTitle: "details.chapterTitle", model.FieldBodyText: "details.body",
		model.FieldAuthorRole: "details.authorRole",
	},
	model.KindComment: {model.FieldRemark: "field.text", model.FieldSettled: "field.settled"},
	model.KindFollowUp: {
		model.FieldYear: "field.year", model.FieldBody: "field.body", model.FieldStatus: "field.status",
		model.FieldValue: "field.value", model.FieldRemark: "field.text",
	},
}

// fieldName returns what a field of an element of a kind is called, with its
// language or year.
func (w *Window) fieldName(kind model.Kind, f model.Field) string {
	base, suffix := f.Split()
	if base == model.FieldChecked {
		return w.t("field.checked", "field", w.fieldName(kind, model.Field(suffix)))
	}
	key, known := fieldWords[kind][base]
	switch {
	case !known:
		return string(f)
	case base == model.FieldTarget:
		return w.t(key, "year", suffix)
	case suffix == "":
		return w.t(key)
	case w.words.Has(key + "." + suffix):
		return w.t(key + "." + suffix)
	}
	return w.t("field.in."+suffix, "field", w.t(key))
}

// kindName returns the word for an element of a kind.
func (w *Window) kindName(kind model.Kind) string { return w.t("kind." + string(kind)) }
