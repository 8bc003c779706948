package interchange

import "tavoitekartta/model"

func (b *builder) decision(programme model.EntityID, d *model.Decision) {
	id := b.add(programme, model.KindDecision, d.ID)
	b.Set(id, model.FieldOrgan, string(d.Organ))
	b.Set(id, model.FieldMeetingDate, d.MeetingDate)
	b.Set(id, model.FieldParagraph, d.Paragraph)
	b.Set(id, model.FieldRegisterNumber, d.RegisterNumber)
	b.Set(id, model.FieldOutcome, string(d.Outcome))
	b.Set(id, model.FieldUnanimous, d.Unanimous)
	b.Set(id, model.FieldFinal, d.Final)
	for _, text := range []struct {
		base model.Field
		text model.Text
	}{
		{model.FieldOrganName, d.OrganName}, {model.FieldPreparer, d.Preparer}, {model.FieldPresenter, d.Presenter},
		{model.FieldProposal, d.Proposal}, {model.FieldRationale, d.Rationale}, {model.FieldEffects, d.Effects},
		{model.FieldCosts, d.Costs}, {model.FieldAnnexes, d.Annexes}, {model.FieldAppeal, d.Appeal},
		{model.FieldDecisionText, d.Text},
	} {
		b.SetTexts(id, text.base, text.text)
	}
	for _, v := range d.Votes {
		b.vote(id, v)
	}
	for _, m := range d.Motions {
		motion := b.add(id, model.KindMotion, m.ID)
		b.Set(motion, model.FieldRole, string(m.Kind))
		b.SetTexts(motion, model.FieldBodyText, m.Text)
		b.Set(motion, model.FieldOutcome, string(m.Outcome))
		b.Set(motion, model.FieldUnanimous, m.Unanimous)
		b.Set(motion, model.FieldChangesText, m.ChangesText)
	}
	for _, o := range d.Dissents {
		dissent := b.add(id, model.KindDissent, o.ID)
		b.SetTexts(dissent, model.FieldBodyText, o.Text)
		b.Set(dissent, model.FieldPerson, o.Person)
	}
	for _, m := range d.Minutes {
		entry := b.add(id, model.KindMinutesEntry, m.ID)
		b.Set(entry, model.FieldRole, string(m.Role))
		b.SetTexts(entry, model.FieldRoleText, m.RoleText)
		b.Set(entry, model.FieldPerson, m.Person)
		b.Set(entry, model.FieldDone, m.Done)
		b.Set(entry, model.FieldDoneOn, m.DoneOn)
		b.Set(entry, model.FieldDigitally, m.Digitally)
	}
}

func (b *builder) vote(decision model.EntityID, v model.Vote) {
	id := b.add(decision, model.KindVote, v.ID)
	b.SetTexts(id, model.FieldYesMeaning, v.YesMeaning)
	b.SetTexts(id, model.FieldNoMeaning, v.NoMeaning)
	b.Set(id, model.FieldNumbersUnknown, v.NumbersUnknown)
	b.Set(id, model.FieldYes, v.Yes)
	b.Set(id, model.FieldNo, v.No)
	b.Set(id, model.FieldBlank, v.Blank)
	b.Set(id, model.FieldAbsent, v.Absent)
}
