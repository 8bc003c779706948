package interchange

import (
	"fmt"
	"maps"
	"slices"

	"tavoitekartta/model"
)

// Build makes the file's programme with the step, whose state must be empty,
// and returns its id. Elements get new ids, all else is as in the file, with one
// exception: a programme whose content was locked comes as one recorded
// afterwards, since the version that was frozen is kept where it was approved.
// It returns [ErrDamaged] for a file whose parts do not fit together; then
// nothing of the step is to be kept.
func (f *File) Build(step *model.Step) (model.EntityID, error) {
	id, err := step.CreateProgramme()
	if err != nil {
		return "", fmt.Errorf("build programme: %w", err)
	}
	b := &builder{Filling: model.Filling{Step: step}, made: map[model.EntityID]model.EntityID{}, numbers: map[model.EntityID]string{}}
	b.programme(id, &f.Programme)
	if b.Err != nil {
		return "", fmt.Errorf("%w: %w", ErrDamaged, b.Err)
	}
	built := step.State().Programme()
	if !Same(&f.Programme, &built) {
		return "", fmt.Errorf("%w: not the same when built", ErrDamaged)
	}
	return id, nil
}

// builder writes the elements of a file.
type builder struct {
	model.Filling
	made    map[model.EntityID]model.EntityID // by the ids of the file
	numbers map[model.EntityID]string         // printed, by the new ids
}

func (b *builder) add(parent model.EntityID, kind model.Kind, old model.EntityID) model.EntityID {
	if _, twice := b.made[old]; twice && old != "" && b.Err == nil {
		b.Err = fmt.Errorf("two elements %q", old)
	}
	id := b.Add(parent, kind)
	b.made[old] = id
	return id
}

// refer names another element of the file.
func (b *builder) refer(id model.EntityID, f model.Field, old model.EntityID) {
	if old == "" || b.Err != nil {
		return
	}
	made, there := b.made[old]
	if !there {
		b.Err = fmt.Errorf("no element %q", old)
		return
	}
	b.Set(id, f, made)
}

func (b *builder) programme(id model.EntityID, p *model.Programme) {
	b.made[p.ID] = id
	b.facts(id, p)
	for i := range p.Bodies {
		b.body(id, &p.Bodies[i])
	}
	for _, body := range p.Bodies {
		b.refer(b.made[body.ID], model.FieldSuccessor, body.Successor)
	}
	b.around(id, p)
	for i := range p.Sections {
		b.section(id, &p.Sections[i])
	}
	b.goals(id, p.Goals)
	for i := range p.Decisions {
		b.decision(id, &p.Decisions[i])
	}
	b.number()
	b.state(id, p)
}

// facts writes what the programme itself says.
func (b *builder) facts(id model.EntityID, p *model.Programme) {
	b.Set(id, model.FieldFirstLanguage, p.FirstLanguage)
	b.Set(id, model.FieldLanguages, codes(p.Languages))
	for _, text := range []struct {
		base model.Field
		text model.Text
	}{
		{model.FieldTitle, p.Title}, {model.FieldSubtitle, p.Subtitle}, {model.FieldPreparedBy, p.PreparedBy},
		{model.FieldCoordinatedWith, p.CoordinatedWith}, {model.FieldFollowUpBody, p.FollowUpBody},
		{model.FieldLegalBasisText, p.LegalBasisText}, {model.FieldStrategy, p.Strategy},
		{model.FieldParentProgramme, p.ParentProgramme}, {model.FieldPredecessor, p.Predecessor},
		{model.FieldKeywords, p.Keywords}, {model.FieldReimbursement, p.Reimbursement},
		{model.FieldSteeringGroup, p.SteeringGroup}, {model.FieldPlainText, p.PlainText},
	} {
		b.SetTexts(id, text.base, text.text)
	}
	for _, fact := range []struct {
		field model.Field
		value any
	}{
		{model.FieldProgrammeKind, string(p.Kind)}, {model.FieldFirstYear, p.FirstYear}, {model.FieldLastYear, p.LastYear},
		{model.FieldLegalBasis, p.LegalBasis}, {model.FieldPredecessorID, p.PredecessorID}, {model.FieldAddress, p.Address},
		{model.FieldPublished, p.Published}, {model.FieldRecordedAfterwards, p.RecordedAfterwards},
		{model.FieldStructureOnly, p.StructureOnly}, {model.FieldConfidentiality, p.Confidentiality},
		{model.FieldRetentionClass, p.RetentionClass},
	} {
		b.Set(id, fact.field, fact.value)
	}
	if p.Version > 1 {
		b.Set(id, model.FieldVersion, p.Version)
	}
}

// around writes what stands around the tables.
func (b *builder) around(id model.EntityID, p *model.Programme) {
	for _, o := range p.Owners {
		owner := b.add(id, model.KindOwner, o.ID)
		b.SetTexts(owner, model.FieldName, o.Name)
		b.Set(owner, model.FieldOwnerKind, string(o.Kind))
		b.Set(owner, model.FieldBilingual, o.Bilingual)
	}
	for _, c := range p.Chapters {
		chapter := b.add(id, model.KindChapter, c.ID)
		b.Set(chapter, model.FieldRole, string(c.Role))
		b.SetTexts(chapter, model.FieldTitle, c.Title)
		b.SetTexts(chapter, model.FieldBodyText, c.Body)
		b.SetTexts(chapter, model.FieldAuthorRole, c.AuthorRole)
		for _, part := range c.Blocks {
			block := b.add(chapter, model.KindBlock, part.ID)
			b.Set(block, model.FieldRole, string(part.Role))
			b.SetTexts(block, model.FieldTitle, part.Title)
			b.SetTexts(block, model.FieldBodyText, part.Body)
			b.SetTexts(block, model.FieldAuthorRole, part.AuthorRole)
		}
	}
	for _, c := range p.Contacts {
		contact := b.add(id, model.KindContact, c.ID)
		b.SetTexts(contact, model.FieldRoleText, c.Role)
		b.Set(contact, model.FieldPerson, c.Person)
		b.Set(contact, model.FieldAddress, c.Address)
	}
}

func (b *builder) body(programme model.EntityID, body *model.Body) {
	id := b.add(programme, model.KindBody, body.ID)
	b.SetTexts(id, model.FieldName, body.Name)
	b.Set(id, model.FieldSector, string(body.Sector))
	b.Set(id, model.FieldValidFrom, body.ValidFrom)
	b.Set(id, model.FieldValidTo, body.ValidTo)
	for _, name := range body.Aliases {
		alias := b.add(id, model.KindAlias, "")
		b.SetTexts(alias, model.FieldName, name)
	}
}

func (b *builder) section(programme model.EntityID, s *model.Section) {
	id := b.add(programme, model.KindSection, s.ID)
	b.numbers[id] = s.Number
	b.SetTexts(id, model.FieldTitle, s.Title)
	b.SetTexts(id, model.FieldDescription, s.Description)
	b.SetTexts(id, model.FieldPlainText, s.PlainText)
	b.Set(id, model.FieldRole, string(s.Role))
	b.goals(id, s.Goals)
}

func (b *builder) goals(parent model.EntityID, goals []model.Goal) {
	for _, g := range goals {
		id := b.add(parent, model.KindGoal, g.ID)
		b.numbers[id] = g.Number
		b.Set(id, model.FieldOrigin, g.Origin)
		b.Set(id, model.FieldRole, string(g.Role))
		b.SetTexts(id, model.FieldTitle, g.Title)
		b.SetTexts(id, model.FieldDescription, g.Description)
		b.SetTexts(id, model.FieldBodiesPrinted, g.BodiesPrinted)
		b.SetTexts(id, model.FieldPlainText, g.PlainText)
		for i := range g.Measures {
			b.measure(id, &g.Measures[i])
		}
		b.responsibilities(id, g.Bodies)
		b.indicators(id, g.Indicators)
		b.goals(id, g.SubGoals)
	}
}

func (b *builder) measure(goal model.EntityID, m *model.Measure) {
	id := b.add(goal, model.KindMeasure, m.ID)
	b.numbers[id] = m.Number
	b.Set(id, model.FieldOrigin, m.Origin)
	b.SetTexts(id, model.FieldTitle, m.Title)
	b.SetTexts(id, model.FieldDescription, m.Description)
	b.Set(id, model.FieldTimetable, m.Timetable)
	b.SetTexts(id, model.FieldTimetablePrinted, m.TimetablePrinted)
	b.SetTexts(id, model.FieldBodiesPrinted, m.BodiesPrinted)
	b.Set(id, model.FieldStatus, string(m.Status))
	b.responsibilities(id, m.Bodies)
	b.indicators(id, m.Indicators)
	b.followUps(id, m.FollowUps)
}

func (b *builder) responsibilities(parent model.EntityID, list []model.Responsibility) {
	for _, r := range list {
		id := b.add(parent, model.KindResponsibility, r.ID)
		b.refer(id, model.FieldBody, r.Body)
		b.Set(id, model.FieldRole, string(r.Role))
		b.Set(id, model.FieldLeads, r.Leads)
		b.Set(id, model.FieldAcceptedBy, r.AcceptedBy)
		b.Set(id, model.FieldAcceptedOn, r.AcceptedOn)
		b.SetTexts(id, model.FieldReservation, r.Reservation)
	}
}

func (b *builder) indicators(parent model.EntityID, list []model.Indicator) {
	for _, i := range list {
		id := b.add(parent, model.KindIndicator, i.ID)
		b.SetTexts(id, model.FieldTitle, i.Title)
		b.Set(id, model.FieldIndicatorKind, string(i.Kind))
		b.Set(id, model.FieldConfirmed, i.Confirmed)
		b.SetTexts(id, model.FieldUnit, i.Unit)
		b.Set(id, model.FieldDirection, string(i.Direction))
		b.Set(id, model.FieldBaselineValue, string(i.BaselineValue))
		b.Set(id, model.FieldBaselineYear, i.BaselineYear)
		b.SetTexts(id, model.FieldBaselineSource, i.BaselineSource)
		b.Set(id, model.FieldTargetTotal, string(i.TargetTotal))
		b.Set(id, model.FieldTargetYearly, string(i.TargetYearly))
		for _, year := range slices.Sorted(maps.Keys(i.TargetsByYear)) {
			b.Set(id, model.TargetField(year), string(i.TargetsByYear[year]))
		}
		b.followUps(id, i.FollowUps)
	}
}

func (b *builder) followUps(parent model.EntityID, list []model.FollowUpAnswer) {
	for _, answer := range list {
		id := b.add(parent, model.KindFollowUp, answer.ID)
		b.Set(id, model.FieldYear, answer.Year)
		b.refer(id, model.FieldBody, answer.Body)
		b.Set(id, model.FieldStatus, string(answer.Status))
		b.Set(id, model.FieldValue, string(answer.Value))
		b.Set(id, model.FieldRemark, answer.Remark)
	}
}

// number keeps the printed numbers where the order alone would give others.
func (b *builder) number() {
	if b.Err != nil {
		return
	}
	p := b.Step.State().Programme()
	same := true
	compare := func(id model.EntityID, number string) { same = same && b.numbers[id] == number }
	for _, s := range p.Sections {
		compare(s.ID, s.Number)
	}
	for g := range p.AllGoals() {
		compare(g.ID, g.Number)
		for _, m := range g.Measures {
			compare(m.ID, m.Number)
		}
	}
	if same {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(b.numbers)) {
		b.Set(id, model.FieldNumber, b.numbers[id])
	}
}

// state writes the state last, since a locked programme cannot be edited.
func (b *builder) state(id model.EntityID, p *model.Programme) {
	if !p.State.Locked() {
		if p.State != "" && p.State != model.Draft {
			b.Set(id, model.FieldStoredState, string(p.State))
		}
		return
	}
	b.Set(id, model.FieldRecordedAfterwards, true)
	d := p.FinalDecision()
	if b.Err != nil || d == nil || !d.Outcome.Approves() || len(model.NewRules().Obstacles(b.Step.State())) > 0 {
		return // the record is open until what approval needs is written down
	}
	if b.Err = b.Step.FixNumbers(); b.Err == nil {
		b.Set(id, model.FieldStoredState, string(model.Approved))
	}
}
