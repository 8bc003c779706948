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

func describeDecisions(decisions []model.Decision) []Decision {
	var described []Decision
	for _, d := range decisions {
		one := Decision{
			Organ: d.Organ, OrganName: d.OrganName, MeetingDate: d.MeetingDate, Paragraph: d.Paragraph,
			RegisterNumber: d.RegisterNumber, Preparer: d.Preparer, Presenter: d.Presenter, Proposal: d.Proposal,
			Rationale: d.Rationale, Effects: d.Effects, Costs: d.Costs, Annexes: d.Annexes, Appeal: d.Appeal,
			Text: d.Text, Outcome: d.Outcome, Unanimous: d.Unanimous, Final: d.Final,
		}
		for _, v := range d.Votes {
			one.Votes = append(one.Votes, Vote{v.YesMeaning, v.NoMeaning, v.NumbersUnknown, v.Yes, v.No, v.Blank, v.Absent})
		}
		for _, m := range d.Motions {
			one.Motions = append(one.Motions, Motion{m.Kind, m.Text, m.Outcome, m.Unanimous, m.ChangesText})
		}
		for _, o := range d.Dissents {
			one.Dissents = append(one.Dissents, Dissent{o.Text})
		}
		for _, m := range d.Minutes {
			one.Minutes = append(one.Minutes, Minutes{m.Role, m.RoleText, m.Done, m.DoneOn, m.Digitally})
		}
		described = append(described, one)
	}
	return described
}

func (b *builder) decision(programme model.EntityID, d Decision) {
	id := b.add(programme, model.KindDecision)
	b.set(id, model.FieldOrgan, string(d.Organ))
	b.texts(id, model.FieldOrganName, d.OrganName)
	b.set(id, model.FieldMeetingDate, d.MeetingDate)
	b.set(id, model.FieldParagraph, d.Paragraph)
	b.set(id, model.FieldRegisterNumber, d.RegisterNumber)
	b.texts(id, model.FieldPreparer, d.Preparer)
	b.texts(id, model.FieldPresenter, d.Presenter)
	b.texts(id, model.FieldProposal, d.Proposal)
	b.texts(id, model.FieldRationale, d.Rationale)
	b.texts(id, model.FieldEffects, d.Effects)
	b.texts(id, model.FieldCosts, d.Costs)
	b.texts(id, model.FieldAnnexes, d.Annexes)
	b.texts(id, model.FieldAppeal, d.Appeal)
	b.texts(id, model.FieldDecisionText, d.Text)
	b.set(id, model.FieldOutcome, string(d.Outcome))
	b.flag(id, model.FieldUnanimous, d.Unanimous)
	b.flag(id, model.FieldFinal, d.Final)
	for _, v := range d.Votes {
		b.vote(id, v)
	}
	for _, m := range d.Motions {
		motion := b.add(id, model.KindMotion)
		b.set(motion, model.FieldRole, string(m.Kind))
		b.texts(motion, model.FieldBodyText, m.Text)
		b.set(motion, model.FieldOutcome, string(m.Outcome))
		b.flag(motion, model.FieldUnanimous, m.Unanimous)
		b.flag(motion, model.FieldChangesText, m.ChangesText)
	}
	for _, o := range d.Dissents {
		dissent := b.add(id, model.KindDissent)
		b.texts(dissent, model.FieldBodyText, o.Text)
	}
	for _, m := range d.Minutes {
		entry := b.add(id, model.KindMinutesEntry)
		b.set(entry, model.FieldRole, string(m.Role))
		b.texts(entry, model.FieldRoleText, m.RoleText)
		b.flag(entry, model.FieldDone, m.Done)
		b.set(entry, model.FieldDoneOn, m.DoneOn)
		b.flag(entry, model.FieldDigitally, m.Digitally)
	}
}

func (b *builder) vote(decision model.EntityID, v Vote) {
	id := b.add(decision, model.KindVote)
	b.texts(id, model.FieldYesMeaning, v.YesMeaning)
	b.texts(id, model.FieldNoMeaning, v.NoMeaning)
	b.flag(id, model.FieldNumbersUnknown, v.NumbersUnknown)
	b.number(id, model.FieldYes, v.Yes)
	b.number(id, model.FieldNo, v.No)
	b.number(id, model.FieldBlank, v.Blank)
	b.number(id, model.FieldAbsent, v.Absent)
}

// approve closes a programme of the past whose approving decision is recorded:
// it comes as approved, recorded afterwards, unless approval lacks something.
func (b *builder) approve(programme model.EntityID) {
	if b.err != nil {
		return
	}
	p := b.step.State().Programme()
	d := p.FinalDecision()
	if !p.RecordedAfterwards || d == nil || !d.Outcome.Approves() || len(model.NewRules().Obstacles(b.step.State())) > 0 {
		return
	}
	if b.err = b.step.FixNumbers(); b.err == nil {
		b.set(programme, model.FieldStoredState, string(model.Approved))
	}
}
