package workflow

import (
	"context"
	"fmt"
	"slices"

	"tavoitekartta/model"
)

// DecisionFacts are the facts of the final decision as a person or a file
// gives them; see docs/decision.md for the file's form.
type DecisionFacts struct {
	Organ          model.Organ
	OrganName      model.Text
	MeetingDate    model.Date
	Paragraph      string
	RegisterNumber string
	Preparer       model.Text
	Presenter      model.Text
	Proposal       model.Text
	Rationale      model.Text
	Effects        model.Text // impact assessment
	Costs          model.Text
	Annexes        model.Text // one on each line
	Appeal         model.Text // how the decision can be appealed against
	Text           model.Text
	Outcome        model.Outcome
	Unanimous      bool
	Vote           *model.Vote    // nil when there was none
	Motions        []model.Motion // amendments, initiatives, resolutions
	Minutes        []MinutesFacts
}

// MinutesFacts tell of one signing, certifying or checking of the minutes. The
// name goes to the key ring.
type MinutesFacts struct {
	Role      model.MinutesRole
	RoleText  model.Text
	Name      string
	Done      bool
	DoneOn    model.Date
	Digitally bool
}

// RecordDecision writes the facts of the final decision, in place of those
// recorded before. Minutes, motions, a vote, names and texts of the agenda not given
// are left as they are.
func (w *Work) RecordDecision(ctx context.Context, facts DecisionFacts) error {
	persons := make([]model.PersonID, len(facts.Minutes))
	for i, m := range facts.Minutes {
		if m.Name == "" {
			continue
		}
		person, err := w.desk.rememberPerson(ctx, m.Name)
		if err != nil {
			return fmt.Errorf("record decision: %w", err)
		}
		persons[i] = person
	}
	return w.Edit(ctx, func(st *model.Step) error {
		id, err := finalDecision(st, w.Programme())
		if err != nil {
			return err
		}
		if err := writeFacts(st, id, facts); err != nil {
			return err
		}
		if err := writeVote(st, id, facts.Vote); err != nil {
			return err
		}
		if err := writeMotions(st, id, facts.Motions); err != nil {
			return err
		}
		return writeMinutes(st, id, facts.Minutes, persons)
	})
}

// FinalDecisionID returns the element of the final decision, made as a step of
// its own where there is none yet.
func (w *Work) FinalDecisionID(ctx context.Context) (model.EntityID, error) {
	var id model.EntityID
	err := w.Edit(ctx, func(st *model.Step) (err error) {
		id, err = finalDecision(st, w.Programme())
		return err
	})
	return id, err
}

// BeginAgenda returns the element on which the agenda item of an organ is written,
// made as a step of its own: the final decision's for the council, else a
// handling's on the way to it.
func (w *Work) BeginAgenda(ctx context.Context, organ model.Organ) (model.EntityID, error) {
	var id model.EntityID
	err := w.Edit(ctx, func(st *model.Step) (err error) {
		if organ == model.Council {
			id, err = finalDecision(st, w.Programme())
		} else {
			id, err = st.Add(w.ID(), model.KindDecision, "")
		}
		if err != nil || st.State().Element(id).Value(model.FieldOrgan).Text() != "" {
			return err
		}
		return st.Set(id, model.FieldOrgan, model.ValueOf(string(organ)))
	})
	return id, err
}

func finalDecision(st *model.Step, p *model.Programme) (model.EntityID, error) {
	if d := p.FinalDecision(); d != nil {
		return d.ID, nil
	}
	id, err := st.Add(p.ID, model.KindDecision, "")
	if err != nil {
		return "", err
	}
	return id, st.Set(id, model.FieldFinal, model.ValueOf(true))
}

func writeFacts(st *model.Step, id model.EntityID, f DecisionFacts) error {
	for field, value := range map[model.Field]model.Value{
		model.FieldOrgan:          model.ValueOf(string(f.Organ)),
		model.FieldMeetingDate:    model.ValueOf(f.MeetingDate),
		model.FieldParagraph:      model.ValueOf(f.Paragraph),
		model.FieldRegisterNumber: model.ValueOf(f.RegisterNumber),
		model.FieldOutcome:        model.ValueOf(string(f.Outcome)),
		model.FieldUnanimous:      model.ValueOf(f.Unanimous),
	} {
		if err := st.Set(id, field, value); err != nil {
			return err
		}
	}
	for base, text := range map[model.Field]model.Text{
		model.FieldOrganName: f.OrganName, model.FieldPreparer: f.Preparer, model.FieldPresenter: f.Presenter,
		model.FieldDecisionText: f.Text,
	} {
		for _, l := range model.Languages() {
			if err := st.SetText(id, base, l, text.In(l)); err != nil {
				return err
			}
		}
	}
	for base, text := range map[model.Field]model.Text{
		model.FieldProposal: f.Proposal, model.FieldRationale: f.Rationale, model.FieldEffects: f.Effects, model.FieldCosts: f.Costs, model.FieldAnnexes: f.Annexes,
		model.FieldAppeal: f.Appeal,
	} {
		if text.Empty() {
			continue // it has been written in the window
		}
		if err := st.SetTexts(id, base, text); err != nil {
			return err
		}
	}
	return nil
}

func writeVote(st *model.Step, decision model.EntityID, v *model.Vote) error {
	if v == nil {
		return nil
	}
	var id model.EntityID
	if votes := st.State().Children(decision, model.KindVote); len(votes) > 0 {
		id = votes[0].ID
	} else {
		added, err := st.Add(decision, model.KindVote, "")
		if err != nil {
			return err
		}
		id = added
	}
	if err := st.SetTexts(id, model.FieldYesMeaning, v.YesMeaning); err != nil {
		return err
	}
	if err := st.SetTexts(id, model.FieldNoMeaning, v.NoMeaning); err != nil {
		return err
	}
	for _, n := range []struct {
		field model.Field
		value any
	}{
		{model.FieldYes, v.Yes}, {model.FieldNo, v.No}, {model.FieldBlank, v.Blank},
		{model.FieldAbsent, v.Absent}, {model.FieldNumbersUnknown, v.NumbersUnknown},
	} {
		if err := st.Set(id, n.field, model.ValueOf(n.value)); err != nil {
			return err
		}
	}
	return nil
}

// writeMotions matches motions by their order.
func writeMotions(st *model.Step, decision model.EntityID, motions []model.Motion) error {
	recorded := st.State().Children(decision, model.KindMotion)
	for i, m := range motions {
		var id model.EntityID
		if i < len(recorded) {
			id = recorded[i].ID
		} else {
			added, err := st.Add(decision, model.KindMotion, "")
			if err != nil {
				return err
			}
			id = added
		}
		if err := st.SetTexts(id, model.FieldBodyText, m.Text); err != nil {
			return err
		}
		for field, value := range map[model.Field]model.Value{
			model.FieldRole: model.ValueOf(string(m.Kind)), model.FieldOutcome: model.ValueOf(string(m.Outcome)),
			model.FieldUnanimous: model.ValueOf(m.Unanimous), model.FieldChangesText: model.ValueOf(m.ChangesText),
		} {
			if err := st.Set(id, field, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeMinutes matches entries by role and order.
func writeMinutes(st *model.Step, decision model.EntityID, minutes []MinutesFacts, persons []model.PersonID) error {
	free := st.State().Children(decision, model.KindMinutesEntry)
	for i, m := range minutes {
		var id model.EntityID
		at := slices.IndexFunc(free, func(e *model.Element) bool {
			return model.MinutesRole(e.Value(model.FieldRole).Text()) == m.Role
		})
		if at >= 0 {
			id = free[at].ID
			free = slices.Delete(free, at, at+1)
		} else {
			added, err := st.Add(decision, model.KindMinutesEntry, "")
			if err != nil {
				return err
			}
			id = added
		}
		if err := st.SetTexts(id, model.FieldRoleText, m.RoleText); err != nil {
			return err
		}
		values := map[model.Field]model.Value{
			model.FieldRole: model.ValueOf(string(m.Role)), model.FieldDone: model.ValueOf(m.Done),
			model.FieldDoneOn: model.ValueOf(m.DoneOn), model.FieldDigitally: model.ValueOf(m.Digitally),
		}
		if persons[i] != "" {
			values[model.FieldPerson] = model.ValueOf(persons[i])
		}
		for field, value := range values {
			if err := st.Set(id, field, value); err != nil {
				return err
			}
		}
	}
	return nil
}
