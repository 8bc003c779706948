package intake

import (
	"tavoitekartta/model"
)

// Decision is a recorded decision of one organ. Persons' names have no place in
// files. Votes are kept as far as they are known.
type Decision struct {
	Organ          model.Organ   `json:"organ,omitempty"`
	OrganName      model.Text    `json:"organName,omitzero" intake:"title"`
	MeetingDate    model.Date    `json:"meetingDate,omitzero"`
	Paragraph      string        `json:"paragraph,omitempty" intake:"paragraph"`
	RegisterNumber string        `json:"registerNumber,omitempty" intake:"register"`
	Preparer       model.Text    `json:"preparer,omitzero" intake:"title"`
	Presenter      model.Text    `json:"presenter,omitzero" intake:"title"`
	Proposal       model.Text    `json:"proposal,omitzero" intake:"prose"`
	Rationale      model.Text    `json:"rationale,omitzero" intake:"prose"`
	Effects        model.Text    `json:"effects,omitzero" intake:"prose"`
	Costs          model.Text    `json:"costs,omitzero" intake:"prose"`
	Annexes        model.Text    `json:"annexes,omitzero" intake:"prose"` // one on each line
	Appeal         model.Text    `json:"appeal,omitzero" intake:"prose"`
	Text           model.Text    `json:"text,omitzero" intake:"prose"`
	Outcome        model.Outcome `json:"outcome,omitempty"`
	Unanimous      bool          `json:"unanimous,omitempty"`
	Final          bool          `json:"final,omitempty"` // the decision by which the programme stands
	Votes          []Vote        `json:"votes,omitempty"`
	Motions        []Motion      `json:"motions,omitempty"`
	Dissents       []Dissent     `json:"dissents,omitempty"`
	Minutes        []Minutes     `json:"minutes,omitempty"`
}

// Vote is one vote of a decision.
type Vote struct {
	YesMeaning     model.Text `json:"yesMeaning,omitzero" intake:"title"`
	NoMeaning      model.Text `json:"noMeaning,omitzero" intake:"title"`
	NumbersUnknown bool       `json:"numbersUnknown,omitempty"`
	Yes            int        `json:"yes,omitempty" intake:"count"`
	No             int        `json:"no,omitempty" intake:"count"`
	Blank          int        `json:"blank,omitempty" intake:"count"`
	Absent         int        `json:"absent,omitempty" intake:"count"`
}

// Motion is an amendment, counter-proposal, initiative or resolution.
type Motion struct {
	Kind        model.MotionKind `json:"kind,omitempty"`
	Text        model.Text       `json:"text,omitzero" intake:"prose"`
	Outcome     model.Outcome    `json:"outcome,omitempty"`
	Unanimous   bool             `json:"unanimous,omitempty"`
	ChangesText bool             `json:"changesText,omitempty"` // of the programme, not of the decision alone
}

// Dissent is a dissenting opinion, without the name of who had it.
type Dissent struct {
	Text model.Text `json:"text,omitzero" intake:"prose"`
}

// Minutes is an entry of the minutes, by role.
type Minutes struct {
	Role      model.MinutesRole `json:"role,omitempty"`
	RoleText  model.Text        `json:"roleText,omitzero" intake:"title"`
	Done      bool              `json:"done,omitempty"`
	DoneOn    model.Date        `json:"doneOn,omitzero"`
	Digitally bool              `json:"digitally,omitempty"`
}

func (b *builder) decision(programme model.EntityID, d Decision) {
	id := b.Add(programme, model.KindDecision)
	b.Set(id, model.FieldOrgan, string(d.Organ))
	b.SetTexts(id, model.FieldOrganName, d.OrganName)
	b.Set(id, model.FieldMeetingDate, d.MeetingDate)
	b.Set(id, model.FieldParagraph, d.Paragraph)
	b.Set(id, model.FieldRegisterNumber, d.RegisterNumber)
	b.SetTexts(id, model.FieldPreparer, d.Preparer)
	b.SetTexts(id, model.FieldPresenter, d.Presenter)
	b.SetTexts(id, model.FieldProposal, d.Proposal)
	b.SetTexts(id, model.FieldRationale, d.Rationale)
	b.SetTexts(id, model.FieldEffects, d.Effects)
	b.SetTexts(id, model.FieldCosts, d.Costs)
	b.SetTexts(id, model.FieldAnnexes, d.Annexes)
	b.SetTexts(id, model.FieldAppeal, d.Appeal)
	b.SetTexts(id, model.FieldDecisionText, d.Text)
	b.Set(id, model.FieldOutcome, string(d.Outcome))
	b.Set(id, model.FieldUnanimous, d.Unanimous)
	b.Set(id, model.FieldFinal, d.Final)
	for _, v := range d.Votes {
		b.vote(id, v)
	}
	for _, m := range d.Motions {
		motion := b.Add(id, model.KindMotion)
		b.Set(motion, model.FieldRole, string(m.Kind))
		b.SetTexts(motion, model.FieldBodyText, m.Text)
		b.Set(motion, model.FieldOutcome, string(m.Outcome))
		b.Set(motion, model.FieldUnanimous, m.Unanimous)
		b.Set(motion, model.FieldChangesText, m.ChangesText)
	}
	for _, o := range d.Dissents {
		dissent := b.Add(id, model.KindDissent)
		b.SetTexts(dissent, model.FieldBodyText, o.Text)
	}
	for _, m := range d.Minutes {
		entry := b.Add(id, model.KindMinutesEntry)
		b.Set(entry, model.FieldRole, string(m.Role))
		b.SetTexts(entry, model.FieldRoleText, m.RoleText)
		b.Set(entry, model.FieldDone, m.Done)
		b.Set(entry, model.FieldDoneOn, m.DoneOn)
		b.Set(entry, model.FieldDigitally, m.Digitally)
	}
}

func (b *builder) vote(decision model.EntityID, v Vote) {
	id := b.Add(decision, model.KindVote)
	b.SetTexts(id, model.FieldYesMeaning, v.YesMeaning)
	b.SetTexts(id, model.FieldNoMeaning, v.NoMeaning)
	b.Set(id, model.FieldNumbersUnknown, v.NumbersUnknown)
	b.Set(id, model.FieldYes, v.Yes)
	b.Set(id, model.FieldNo, v.No)
	b.Set(id, model.FieldBlank, v.Blank)
	b.Set(id, model.FieldAbsent, v.Absent)
}

// approve closes a programme of the past whose approving decision is recorded:
// it comes as approved, recorded afterwards, unless approval lacks something.
func (b *builder) approve(programme model.EntityID) {
	if b.Err != nil {
		return
	}
	p := b.Step.State().Programme()
	d := p.FinalDecision()
	if !p.RecordedAfterwards || d == nil || !d.Outcome.Approves() || len(model.NewRules().Obstacles(b.Step.State())) > 0 {
		return
	}
	if b.Err = b.Step.FixNumbers(); b.Err == nil {
		b.Set(programme, model.FieldStoredState, string(model.Approved))
	}
}
