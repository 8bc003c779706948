package intake

import (
	"fmt"
	"slices"

	"tavoitekartta/model"
)

// Build writes the description with the step, whose state must be empty, and
// returns the programme's id. The error is the step's own.
func (described Description) Build(step *model.Step) (model.EntityID, error) {
	id, err := step.CreateProgramme()
	if err != nil {
		return "", fmt.Errorf("build programme: %w", err)
	}
	b := &builder{Filling: model.Filling{Step: step}, bodies: map[string]model.EntityID{}}
	b.programme(id, described)
	if b.Err != nil {
		return "", fmt.Errorf("build programme: %w", b.Err)
	}
	return id, nil
}

// builder writes the elements of a description.
type builder struct {
	model.Filling
	bodies map[string]model.EntityID // by folded name or alias
}

func (b *builder) programme(id model.EntityID, described Description) {
	b.Set(id, model.FieldFirstLanguage, described.FirstLanguage)
	var languages []string
	for _, l := range described.Languages {
		languages = append(languages, string(l))
	}
	b.Set(id, model.FieldLanguages, languages)
	for _, text := range []struct {
		base model.Field
		text model.Text
	}{
		{model.FieldTitle, described.Title}, {model.FieldSubtitle, described.Subtitle},
		{model.FieldPreparedBy, described.PreparedBy}, {model.FieldCoordinatedWith, described.CoordinatedWith},
		{model.FieldFollowUpBody, described.FollowUpBody}, {model.FieldLegalBasisText, described.LegalBasisText},
		{model.FieldStrategy, described.Strategy}, {model.FieldParentProgramme, described.ParentProgramme},
		{model.FieldPredecessor, described.Predecessor}, {model.FieldKeywords, described.Keywords},
		{model.FieldReimbursement, described.Reimbursement}, {model.FieldSteeringGroup, described.SteeringGroup},
		{model.FieldPlainText, described.PlainText},
	} {
		b.SetTexts(id, text.base, text.text)
	}
	b.Set(id, model.FieldProgrammeKind, string(described.Kind))
	b.Set(id, model.FieldFirstYear, described.FirstYear)
	b.Set(id, model.FieldLastYear, described.LastYear)
	b.Set(id, model.FieldLegalBasis, described.LegalBasis)
	b.Set(id, model.FieldAddress, described.Address)
	b.Set(id, model.FieldConfidentiality, described.Confidentiality)
	b.Set(id, model.FieldRetentionClass, described.RetentionClass)
	b.Set(id, model.FieldPublished, described.Published)
	b.Set(id, model.FieldRecordedAfterwards, described.RecordedAfterwards)
	b.Set(id, model.FieldStructureOnly, described.StructureOnly)
	b.around(id, described)
	b.register(id, described.Bodies)
	for _, s := range described.Sections {
		b.section(id, s)
	}
	b.goals(id, described.Goals)
	for _, d := range described.Decisions {
		b.decision(id, d)
	}
	b.approve(id)
}

// around writes what stands around the tables.
func (b *builder) around(id model.EntityID, described Description) {
	for _, o := range described.Owners {
		owner := b.Add(id, model.KindOwner)
		b.SetTexts(owner, model.FieldName, o.Name)
		b.Set(owner, model.FieldOwnerKind, string(o.Kind))
		b.Set(owner, model.FieldBilingual, o.Bilingual)
	}
	for _, c := range described.Chapters {
		chapter := b.Add(id, model.KindChapter)
		b.Set(chapter, model.FieldRole, string(c.Role))
		b.SetTexts(chapter, model.FieldTitle, c.Title)
		b.SetTexts(chapter, model.FieldBodyText, c.Body)
		b.SetTexts(chapter, model.FieldAuthorRole, c.AuthorRole)
		for _, part := range c.Blocks {
			block := b.Add(chapter, model.KindBlock)
			b.Set(block, model.FieldRole, string(part.Role))
			b.SetTexts(block, model.FieldTitle, part.Title)
			b.SetTexts(block, model.FieldBodyText, part.Body)
			b.SetTexts(block, model.FieldAuthorRole, part.AuthorRole)
		}
	}
	for _, c := range described.Contacts {
		contact := b.Add(id, model.KindContact)
		b.SetTexts(contact, model.FieldRoleText, c.Role)
		b.Set(contact, model.FieldAddress, c.Address)
	}
}

// register writes the bodies; successors last, since they may stand later.
func (b *builder) register(id model.EntityID, bodies []Body) {
	for _, described := range bodies {
		body := b.Add(id, model.KindBody)
		b.SetTexts(body, model.FieldName, described.Name)
		b.Set(body, model.FieldSector, string(described.Sector))
		b.Set(body, model.FieldValidFrom, described.ValidFrom)
		b.Set(body, model.FieldValidTo, described.ValidTo)
		b.call(body, described.Name)
		for _, name := range described.Aliases {
			alias := b.Add(body, model.KindAlias)
			b.SetTexts(alias, model.FieldName, name)
			b.call(body, name)
		}
	}
	for _, described := range bodies {
		if described.Successor != "" {
			name, _ := described.Name.Best()
			b.Set(b.bodies[fold(name)], model.FieldSuccessor, b.bodies[fold(described.Successor)])
		}
	}
}

func (b *builder) call(body model.EntityID, name model.Text) {
	for _, l := range model.Languages() {
		if key := fold(name.In(l)); key != "" {
			b.bodies[key] = body
		}
	}
}

func (b *builder) section(programme model.EntityID, s Section) {
	section := b.Add(programme, model.KindSection)
	b.SetTexts(section, model.FieldTitle, s.Title)
	b.SetTexts(section, model.FieldDescription, s.Description)
	b.SetTexts(section, model.FieldPlainText, s.PlainText)
	b.Set(section, model.FieldRole, string(s.Role))
	b.goals(section, s.Goals)
}

func (b *builder) goals(parent model.EntityID, goals []Goal) {
	for _, g := range goals {
		goal := b.Add(parent, model.KindGoal)
		b.Set(goal, model.FieldRole, string(g.Role))
		b.SetTexts(goal, model.FieldTitle, g.Title)
		b.SetTexts(goal, model.FieldDescription, g.Description)
		b.SetTexts(goal, model.FieldPlainText, g.PlainText)
		b.SetTexts(goal, model.FieldBodiesPrinted, g.BodiesPrinted)
		for _, m := range g.Measures {
			b.measure(goal, m)
		}
		b.involvements(goal, g.Bodies)
		b.indicators(goal, g.Indicators)
		b.goals(goal, g.SubGoals)
	}
}

func (b *builder) measure(goal model.EntityID, m Measure) {
	measure := b.Add(goal, model.KindMeasure)
	b.SetTexts(measure, model.FieldTitle, m.Title)
	b.SetTexts(measure, model.FieldDescription, m.Description)
	b.Set(measure, model.FieldTimetable, m.Timetable.Timetable)
	b.SetTexts(measure, model.FieldTimetablePrinted, m.TimetablePrinted)
	b.SetTexts(measure, model.FieldBodiesPrinted, m.BodiesPrinted)
	b.Set(measure, model.FieldStatus, string(m.Status))
	b.involvements(measure, m.Bodies)
	b.indicators(measure, m.Indicators)
	b.followUps(measure, m.FollowUps)
}

func (b *builder) followUps(parent model.EntityID, list []FollowUp) {
	for _, answer := range list {
		id := b.Add(parent, model.KindFollowUp)
		b.Set(id, model.FieldYear, answer.Year)
		b.Set(id, model.FieldBody, b.bodies[fold(answer.Body)])
		b.Set(id, model.FieldStatus, string(answer.Status))
		b.Set(id, model.FieldValue, answer.Value)
		b.Set(id, model.FieldRemark, answer.Remark)
	}
}

func (b *builder) involvements(parent model.EntityID, list []Involvement) {
	for _, involved := range list {
		id := b.Add(parent, model.KindResponsibility)
		b.Set(id, model.FieldBody, b.bodies[fold(involved.Body)])
		b.Set(id, model.FieldRole, string(involved.Role))
		b.Set(id, model.FieldLeads, involved.Leads)
		b.Set(id, model.FieldAcceptedBy, involved.AcceptedBy)
		b.Set(id, model.FieldAcceptedOn, involved.AcceptedOn)
		b.SetTexts(id, model.FieldReservation, involved.Reservation)
	}
}

func (b *builder) indicators(parent model.EntityID, list []Indicator) {
	for _, described := range list {
		id := b.Add(parent, model.KindIndicator)
		b.SetTexts(id, model.FieldTitle, described.Title)
		b.Set(id, model.FieldIndicatorKind, string(described.Kind))
		b.Set(id, model.FieldConfirmed, described.Confirmed)
		b.SetTexts(id, model.FieldUnit, described.Unit)
		b.Set(id, model.FieldDirection, string(described.Direction))
		b.Set(id, model.FieldBaselineValue, described.BaselineValue)
		b.Set(id, model.FieldBaselineYear, described.BaselineYear)
		b.SetTexts(id, model.FieldBaselineSource, described.BaselineSource)
		b.Set(id, model.FieldTargetTotal, described.TargetTotal)
		b.Set(id, model.FieldTargetYearly, described.TargetYearly)
		years := make([]int, 0, len(described.TargetsByYear))
		for year := range described.TargetsByYear {
			years = append(years, year)
		}
		slices.Sort(years)
		for _, year := range years {
			b.Set(id, model.TargetField(year), described.TargetsByYear[year])
		}
		b.followUps(id, described.FollowUps)
	}
}
