package interchange

import "tavoitekartta/model"

func (b *builder) decision(programme model.EntityID, d *model.Decision) {
	id := b.add(programme, model.KindDecision, d.ID)
	b.set(id, model.FieldOrgan, string(d.Organ))
	b.set(id, model.FieldMeetingDate, d.MeetingDate)
	b.set(id, model.FieldParagraph, d.Paragraph)
	b.set(id, model.FieldRegisterNumber, d.RegisterNumber)
	b.set(id, model.FieldOutcome, string(d.Outcome))
	b.set(id, model.FieldUnanimous, d.Unanimous)
	b.set(id, model.FieldFinal, d.Final)
	for _, text := range []struct {
		base model.Field
		text model.Text
	}{
		{model.FieldOrganName, d.OrganName}, {model.FieldPreparer, d.Preparer}, {model.FieldPresenter, d.Presenter},
		{model.FieldProposal, d.Proposal}, {model.FieldRationale, d.Rationale}, {model.FieldEffects, d.Effects},
		{model.FieldCosts, d.Costs}, {model.FieldAnnexes, d.Annexes}, {model.FieldAppeal, d.Appeal},
		{model.FieldDecisionText, d.Text},
	} {
		b.texts(id, text.base, text.text)
	}
	for _, v := range d.Votes {
		b.vote(id, v)
	}
	for _, m := range d.Motions {
		motion := b.add(id, model.KindMotion, m.ID)
		b.set(motion, model.FieldRole, string(m.Kind))
		b.texts(motion, model.FieldBodyText, m.Text)
		b.set(motion, model.FieldOutcome, string(m.Outcome))
		b.set(motion, model.FieldUnanimous, m.Unanimous)
		b.set(motion, model.FieldChangesText, m.ChangesText)
	}
	for _, o := range d.Dissents {
		dissent := b.add(id, model.KindDissent, o.ID)
		b.texts(dissent, model.FieldBodyText, o.Text)
		b.set(dissent, model.FieldPerson, o.Person)
	}
	for _, m := range d.Minutes {
		entry := b.add(id, model.KindMinutesEntry, m.ID)
		b.set(entry, model.FieldRole, string(m.Role))
		b.texts(entry, model.FieldRoleText, m.RoleText)
		b.set(entry, model.FieldPerson, m.Person)
		b.set(entry, model.FieldDone, m.Done)
		b.set(entry, model.FieldDoneOn, m.DoneOn)
		b.set(entry, model.FieldDigitally, m.Digitally)
	}
}

func (b *builder) vote(decision model.EntityID, v model.Vote) {
	id := b.add(decision, model.KindVote, v.ID)
	b.texts(id, model.FieldYesMeaning, v.YesMeaning)
	b.texts(id, model.FieldNoMeaning, v.NoMeaning)
	b.set(id, model.FieldNumbersUnknown, v.NumbersUnknown)
	b.set(id, model.FieldYes, v.Yes)
	b.set(id, model.FieldNo, v.No)
	b.set(id, model.FieldBlank, v.Blank)
	b.set(id, model.FieldAbsent, v.Absent)
}
