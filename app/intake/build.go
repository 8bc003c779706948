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
	b := &builder{step: step, bodies: map[string]model.EntityID{}}
	b.programme(id, described)
	if b.err != nil {
		return "", fmt.Errorf("build programme: %w", b.err)
	}
	return id, nil
}

// builder writes elements until the first error, which it keeps.
type builder struct {
	step   *model.Step
	bodies map[string]model.EntityID // by folded name or alias
	err    error
}

func (b *builder) add(parent model.EntityID, kind model.Kind) model.EntityID {
	if b.err != nil {
		return ""
	}
	var id model.EntityID
	id, b.err = b.step.Add(parent, kind, "")
	return id
}

func (b *builder) set(id model.EntityID, f model.Field, v any) {
	if value := model.ValueOf(v); b.err == nil && value != nil {
		b.err = b.step.Set(id, f, value)
	}
}

func (b *builder) number(id model.EntityID, f model.Field, n int) {
	if n != 0 {
		b.set(id, f, n)
	}
}

func (b *builder) flag(id model.EntityID, f model.Field, on bool) {
	if on {
		b.set(id, f, true)
	}
}

func (b *builder) texts(id model.EntityID, base model.Field, t model.Text) {
	if b.err == nil {
		b.err = b.step.SetTexts(id, base, t)
	}
}

func (b *builder) programme(id model.EntityID, described Description) {
	b.set(id, model.FieldFirstLanguage, described.FirstLanguage)
	var languages []string
	for _, l := range described.Languages {
		languages = append(languages, string(l))
	}
	b.set(id, model.FieldLanguages, languages)
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
		b.texts(id, text.base, text.text)
	}
	b.set(id, model.FieldProgrammeKind, string(described.Kind))
	b.number(id, model.FieldFirstYear, described.FirstYear)
	b.number(id, model.FieldLastYear, described.LastYear)
	b.set(id, model.FieldLegalBasis, described.LegalBasis)
	b.set(id, model.FieldAddress, described.Address)
	b.set(id, model.FieldConfidentiality, described.Confidentiality)
	b.set(id, model.FieldRetentionClass, described.RetentionClass)
	b.set(id, model.FieldPublished, described.Published)
	b.flag(id, model.FieldRecordedAfterwards, described.RecordedAfterwards)
	b.flag(id, model.FieldStructureOnly, described.StructureOnly)
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
		owner := b.add(id, model.KindOwner)
		b.texts(owner, model.FieldName, o.Name)
		b.set(owner, model.FieldOwnerKind, string(o.Kind))
		b.flag(owner, model.FieldBilingual, o.Bilingual)
	}
	for _, c := range described.Chapters {
		chapter := b.add(id, model.KindChapter)
		b.set(chapter, model.FieldRole, string(c.Role))
		b.texts(chapter, model.FieldTitle, c.Title)
		b.texts(chapter, model.FieldBodyText, c.Body)
		b.texts(chapter, model.FieldAuthorRole, c.AuthorRole)
		for _, part := range c.Blocks {
			block := b.add(chapter, model.KindBlock)
			b.set(block, model.FieldRole, string(part.Role))
			b.texts(block, model.FieldTitle, part.Title)
			b.texts(block, model.FieldBodyText, part.Body)
			b.texts(block, model.FieldAuthorRole, part.AuthorRole)
		}
	}
	for _, c := range described.Contacts {
		contact := b.add(id, model.KindContact)
		b.texts(contact, model.FieldRoleText, c.Role)
		b.set(contact, model.FieldAddress, c.Address)
	}
}

// register writes the bodies; successors last, since they may stand later.
func (b *builder) register(id model.EntityID, bodies []Body) {
	for _, described := range bodies {
		body := b.add(id, model.KindBody)
		b.texts(body, model.FieldName, described.Name)
		b.set(body, model.FieldSector, string(described.Sector))
		b.set(body, model.FieldValidFrom, described.ValidFrom)
		b.set(body, model.FieldValidTo, described.ValidTo)
		b.call(body, described.Name)
		for _, name := range described.Aliases {
			alias := b.add(body, model.KindAlias)
			b.texts(alias, model.FieldName, name)
			b.call(body, name)
		}
	}
	for _, described := range bodies {
		if described.Successor != "" {
			name, _ := described.Name.Best()
			b.set(b.bodies[fold(name)], model.FieldSuccessor, b.bodies[fold(described.Successor)])
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
	section := b.add(programme, model.KindSection)
	b.texts(section, model.FieldTitle, s.Title)
	b.texts(section, model.FieldDescription, s.Description)
	b.texts(section, model.FieldPlainText, s.PlainText)
	b.set(section, model.FieldRole, string(s.Role))
	b.goals(section, s.Goals)
}

func (b *builder) goals(parent model.EntityID, goals []Goal) {
	for _, g := range goals {
		goal := b.add(parent, model.KindGoal)
		b.set(goal, model.FieldRole, string(g.Role))
		b.texts(goal, model.FieldTitle, g.Title)
		b.texts(goal, model.FieldDescription, g.Description)
		b.texts(goal, model.FieldPlainText, g.PlainText)
		b.texts(goal, model.FieldBodiesPrinted, g.BodiesPrinted)
		for _, m := range g.Measures {
			b.measure(goal, m)
		}
		b.involvements(goal, g.Bodies)
		b.indicators(goal, g.Indicators)
		b.goals(goal, g.SubGoals)
	}
}

func (b *builder) measure(goal model.EntityID, m Measure) {
	measure := b.add(goal, model.KindMeasure)
	b.texts(measure, model.FieldTitle, m.Title)
	b.texts(measure, model.FieldDescription, m.Description)
	b.set(measure, model.FieldTimetable, m.Timetable.Timetable)
	b.texts(measure, model.FieldTimetablePrinted, m.TimetablePrinted)
	b.texts(measure, model.FieldBodiesPrinted, m.BodiesPrinted)
	b.set(measure, model.FieldStatus, string(m.Status))
	b.involvements(measure, m.Bodies)
	b.indicators(measure, m.Indicators)
	b.followUps(measure, m.FollowUps)
}

func (b *builder) followUps(parent model.EntityID, list []FollowUp) {
	for _, answer := range list {
		id := b.add(parent, model.KindFollowUp)
		b.number(id, model.FieldYear, answer.Year)
		b.set(id, model.FieldBody, b.bodies[fold(answer.Body)])
		b.set(id, model.FieldStatus, string(answer.Status))
		b.set(id, model.FieldValue, answer.Value)
		b.set(id, model.FieldRemark, answer.Remark)
	}
}

func (b *builder) involvements(parent model.EntityID, list []Involvement) {
	for _, involved := range list {
		id := b.add(parent, model.KindResponsibility)
		b.set(id, model.FieldBody, b.bodies[fold(involved.Body)])
		b.set(id, model.FieldRole, string(involved.Role))
		b.flag(id, model.FieldLeads, involved.Leads)
		b.set(id, model.FieldAcceptedBy, involved.AcceptedBy)
		b.set(id, model.FieldAcceptedOn, involved.AcceptedOn)
		b.texts(id, model.FieldReservation, involved.Reservation)
	}
}

func (b *builder) indicators(parent model.EntityID, list []Indicator) {
	for _, described := range list {
		id := b.add(parent, model.KindIndicator)
		b.texts(id, model.FieldTitle, described.Title)
		b.set(id, model.FieldIndicatorKind, string(described.Kind))
		b.flag(id, model.FieldConfirmed, described.Confirmed)
		b.texts(id, model.FieldUnit, described.Unit)
		b.set(id, model.FieldDirection, string(described.Direction))
		b.set(id, model.FieldBaselineValue, described.BaselineValue)
		b.number(id, model.FieldBaselineYear, described.BaselineYear)
		b.texts(id, model.FieldBaselineSource, described.BaselineSource)
		b.set(id, model.FieldTargetTotal, described.TargetTotal)
		b.set(id, model.FieldTargetYearly, described.TargetYearly)
		years := make([]int, 0, len(described.TargetsByYear))
		for year := range described.TargetsByYear {
			years = append(years, year)
		}
		slices.Sort(years)
		for _, year := range years {
			b.set(id, model.TargetField(year), described.TargetsByYear[year])
		}
		b.followUps(id, described.FollowUps)
	}
}
