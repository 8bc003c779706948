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
	b := &builder{step: step, made: map[model.EntityID]model.EntityID{}, numbers: map[model.EntityID]string{}}
	b.programme(id, &f.Programme)
	if b.err != nil {
		return "", fmt.Errorf("%w: %w", ErrDamaged, b.err)
	}
	built := step.State().Programme()
	if !Same(&f.Programme, &built) {
		return "", fmt.Errorf("%w: not the same when built", ErrDamaged)
	}
	return id, nil
}

// builder writes elements until the first error, which it keeps.
type builder struct {
	step    *model.Step
	made    map[model.EntityID]model.EntityID // by the ids of the file
	numbers map[model.EntityID]string         // printed, by the new ids
	err     error
}

func (b *builder) add(parent model.EntityID, kind model.Kind, old model.EntityID) model.EntityID {
	if b.err != nil {
		return ""
	}
	if _, twice := b.made[old]; twice && old != "" {
		b.err = fmt.Errorf("two elements %q", old)
		return ""
	}
	var id model.EntityID
	id, b.err = b.step.Add(parent, kind, "")
	b.made[old] = id
	return id
}

// set gives a field its value; what is empty stays not set.
func (b *builder) set(id model.EntityID, f model.Field, v any) {
	if v == false || v == 0 {
		return
	}
	if value := model.ValueOf(v); b.err == nil && value != nil {
		b.err = b.step.Set(id, f, value)
	}
}

func (b *builder) texts(id model.EntityID, base model.Field, t model.Text) {
	if b.err == nil {
		b.err = b.step.SetTexts(id, base, t)
	}
}

// refer names another element of the file.
func (b *builder) refer(id model.EntityID, f model.Field, old model.EntityID) {
	if old == "" || b.err != nil {
		return
	}
	made, there := b.made[old]
	if !there {
		b.err = fmt.Errorf("no element %q", old)
		return
	}
	b.set(id, f, made)
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
	b.set(id, model.FieldFirstLanguage, p.FirstLanguage)
	b.set(id, model.FieldLanguages, codes(p.Languages))
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
		b.texts(id, text.base, text.text)
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
		b.set(id, fact.field, fact.value)
	}
	if p.Version > 1 {
		b.set(id, model.FieldVersion, p.Version)
	}
}

// around writes what stands around the tables.
func (b *builder) around(id model.EntityID, p *model.Programme) {
	for _, o := range p.Owners {
		owner := b.add(id, model.KindOwner, o.ID)
		b.texts(owner, model.FieldName, o.Name)
		b.set(owner, model.FieldOwnerKind, string(o.Kind))
		b.set(owner, model.FieldBilingual, o.Bilingual)
	}
	for _, c := range p.Chapters {
		chapter := b.add(id, model.KindChapter, c.ID)
		b.set(chapter, model.FieldRole, string(c.Role))
		b.texts(chapter, model.FieldTitle, c.Title)
		b.texts(chapter, model.FieldBodyText, c.Body)
		b.texts(chapter, model.FieldAuthorRole, c.AuthorRole)
		for _, part := range c.Blocks {
			block := b.add(chapter, model.KindBlock, part.ID)
			b.set(block, model.FieldRole, string(part.Role))
			b.texts(block, model.FieldTitle, part.Title)
			b.texts(block, model.FieldBodyText, part.Body)
			b.texts(block, model.FieldAuthorRole, part.AuthorRole)
		}
	}
	for _, c := range p.Contacts {
		contact := b.add(id, model.KindContact, c.ID)
		b.texts(contact, model.FieldRoleText, c.Role)
		b.set(contact, model.FieldPerson, c.Person)
		b.set(contact, model.FieldAddress, c.Address)
	}
}

func (b *builder) body(programme model.EntityID, body *model.Body) {
	id := b.add(programme, model.KindBody, body.ID)
	b.texts(id, model.FieldName, body.Name)
	b.set(id, model.FieldSector, string(body.Sector))
	b.set(id, model.FieldValidFrom, body.ValidFrom)
	b.set(id, model.FieldValidTo, body.ValidTo)
	for _, name := range body.Aliases {
		alias := b.add(id, model.KindAlias, "")
		b.texts(alias, model.FieldName, name)
	}
}

func (b *builder) section(programme model.EntityID, s *model.Section) {
	id := b.add(programme, model.KindSection, s.ID)
	b.numbers[id] = s.Number
	b.texts(id, model.FieldTitle, s.Title)
	b.texts(id, model.FieldDescription, s.Description)
	b.texts(id, model.FieldPlainText, s.PlainText)
	b.set(id, model.FieldRole, string(s.Role))
	b.goals(id, s.Goals)
}

func (b *builder) goals(parent model.EntityID, goals []model.Goal) {
	for _, g := range goals {
		id := b.add(parent, model.KindGoal, g.ID)
		b.numbers[id] = g.Number
		b.set(id, model.FieldOrigin, g.Origin)
		b.set(id, model.FieldRole, string(g.Role))
		b.texts(id, model.FieldTitle, g.Title)
		b.texts(id, model.FieldDescription, g.Description)
		b.texts(id, model.FieldBodiesPrinted, g.BodiesPrinted)
		b.texts(id, model.FieldPlainText, g.PlainText)
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
	b.set(id, model.FieldOrigin, m.Origin)
	b.texts(id, model.FieldTitle, m.Title)
	b.texts(id, model.FieldDescription, m.Description)
	b.set(id, model.FieldTimetable, m.Timetable)
	b.texts(id, model.FieldTimetablePrinted, m.TimetablePrinted)
	b.texts(id, model.FieldBodiesPrinted, m.BodiesPrinted)
	b.set(id, model.FieldStatus, string(m.Status))
	b.responsibilities(id, m.Bodies)
	b.indicators(id, m.Indicators)
	b.followUps(id, m.FollowUps)
}

func (b *builder) responsibilities(parent model.EntityID, list []model.Responsibility) {
	for _, r := range list {
		id := b.add(parent, model.KindResponsibility, r.ID)
		b.refer(id, model.FieldBody, r.Body)
		b.set(id, model.FieldRole, string(r.Role))
		b.set(id, model.FieldLeads, r.Leads)
		b.set(id, model.FieldAcceptedBy, r.AcceptedBy)
		b.set(id, model.FieldAcceptedOn, r.AcceptedOn)
		b.texts(id, model.FieldReservation, r.Reservation)
	}
}

func (b *builder) indicators(parent model.EntityID, list []model.Indicator) {
	for _, i := range list {
		id := b.add(parent, model.KindIndicator, i.ID)
		b.texts(id, model.FieldTitle, i.Title)
		b.set(id, model.FieldIndicatorKind, string(i.Kind))
		b.set(id, model.FieldConfirmed, i.Confirmed)
		b.texts(id, model.FieldUnit, i.Unit)
		b.set(id, model.FieldDirection, string(i.Direction))
		b.set(id, model.FieldBaselineValue, string(i.BaselineValue))
		b.set(id, model.FieldBaselineYear, i.BaselineYear)
		b.texts(id, model.FieldBaselineSource, i.BaselineSource)
		b.set(id, model.FieldTargetTotal, string(i.TargetTotal))
		b.set(id, model.FieldTargetYearly, string(i.TargetYearly))
		for _, year := range slices.Sorted(maps.Keys(i.TargetsByYear)) {
			b.set(id, model.TargetField(year), string(i.TargetsByYear[year]))
		}
		b.followUps(id, i.FollowUps)
	}
}

func (b *builder) followUps(parent model.EntityID, list []model.FollowUpAnswer) {
	for _, answer := range list {
		id := b.add(parent, model.KindFollowUp, answer.ID)
		b.set(id, model.FieldYear, answer.Year)
		b.refer(id, model.FieldBody, answer.Body)
		b.set(id, model.FieldStatus, string(answer.Status))
		b.set(id, model.FieldValue, string(answer.Value))
		b.set(id, model.FieldRemark, answer.Remark)
	}
}

// number keeps the printed numbers where the order alone would give others.
func (b *builder) number() {
	if b.err != nil {
		return
	}
	p := b.step.State().Programme()
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
		b.set(id, model.FieldNumber, b.numbers[id])
	}
}

// state writes the state last, since a locked programme cannot be edited.
func (b *builder) state(id model.EntityID, p *model.Programme) {
	if !p.State.Locked() {
		if p.State != "" && p.State != model.Draft {
			b.set(id, model.FieldStoredState, string(p.State))
		}
		return
	}
	b.set(id, model.FieldRecordedAfterwards, true)
	d := p.FinalDecision()
	if b.err != nil || d == nil || !d.Outcome.Approves() || len(model.NewRules().Obstacles(b.step.State())) > 0 {
		return // the record is open until what approval needs is written down
	}
	if b.err = b.step.FixNumbers(); b.err == nil {
		b.set(id, model.FieldStoredState, string(model.Approved))
	}
}
