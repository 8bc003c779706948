package intake

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"tavoitekartta/model"
)

// DecisionDescription is the final decision of one organ as a file holds it;
// docs/decision.md tells the form to those who write one.
type DecisionDescription struct {
	Form           int                  `json:"form,omitempty" intake:"number"` // 1 when left out
	Organ          model.Organ          `json:"organ"`
	OrganName      Wording              `json:"organName,omitzero" intake:"title"`
	MeetingDate    model.Date           `json:"meetingDate"`
	Paragraph      Paragraph            `json:"paragraph" intake:"paragraph"`
	RegisterNumber string               `json:"registerNumber,omitempty" intake:"register"`
	Preparer       Wording              `json:"preparer,omitzero" intake:"title"`
	Presenter      Wording              `json:"presenter,omitzero" intake:"title"`
	Proposal       Wording              `json:"proposal,omitzero" intake:"prose"`
	Rationale      Wording              `json:"rationale,omitzero" intake:"prose"`
	Effects        Wording              `json:"effects,omitzero" intake:"prose"`
	Costs          Wording              `json:"costs,omitzero" intake:"prose"`
	Annexes        Wording              `json:"annexes,omitzero" intake:"prose"` // one on each line
	Appeal         Wording              `json:"appeal,omitzero" intake:"prose"`
	Text           Wording              `json:"text" intake:"prose"`
	Outcome        model.Outcome        `json:"outcome"`
	Unanimous      bool                 `json:"unanimous,omitempty"`
	Vote           *VoteDescription     `json:"vote,omitempty"`
	Motions        []MotionDescription  `json:"motions,omitempty"`
	Minutes        []MinutesDescription `json:"minutes,omitempty"`
}

// VoteDescription is the vote of a decision.
type VoteDescription struct {
	YesMeaning     Wording `json:"yesMeaning,omitzero" intake:"title"`
	NoMeaning      Wording `json:"noMeaning,omitzero" intake:"title"`
	NumbersUnknown bool    `json:"numbersUnknown,omitempty"`
	Yes            int     `json:"yes,omitempty" intake:"count"`
	No             int     `json:"no,omitempty" intake:"count"`
	Blank          int     `json:"blank,omitempty" intake:"count"`
	Absent         int     `json:"absent,omitempty" intake:"count"`
}

// MotionDescription is what was moved in the meeting beside the proposal.
type MotionDescription struct {
	Kind        model.MotionKind `json:"kind"`
	Text        Wording          `json:"text,omitzero" intake:"prose"`
	Outcome     model.Outcome    `json:"outcome,omitempty"`
	Unanimous   bool             `json:"unanimous,omitempty"`
	ChangesText bool             `json:"changesText,omitempty"` // of the programme, not of the decision alone
}

// MinutesDescription tells who signs, certifies or checks the minutes, and when
// it was done; an entry without a day waits, unless done says otherwise.
type MinutesDescription struct {
	Role      model.MinutesRole `json:"role"`
	RoleText  Wording           `json:"roleText,omitzero" intake:"title"`
	Name      string            `json:"name,omitempty" intake:"title"`
	Done      bool              `json:"done,omitempty"`
	DoneOn    model.Date        `json:"doneOn,omitzero"`
	Digitally bool              `json:"digitally,omitempty"`
}

// Wording is a text by language, or a bare text: the file's one language.
type Wording struct {
	model.Text
	plain string
}

func (w *Wording) fromNode(d *decoder, n node, rule string) {
	if _, bare := n.value.(string); bare {
		d.into(n, reflect.ValueOf(&w.plain).Elem(), rule)
		return
	}
	d.into(n, reflect.ValueOf(&w.Text).Elem(), rule)
}

// In returns the text, a bare one in the language given.
func (w Wording) In(bare model.Language) model.Text {
	if w.plain != "" {
		return w.With(bare, w.plain)
	}
	return w.Text
}

// Paragraph is the number of a §: "12", "12 a", or in a file the number 12.
type Paragraph string

func (p *Paragraph) fromNode(d *decoder, n node, rule string) {
	if number, isNumber := n.value.(json.Number); isNumber {
		var count int
		d.into(n, reflect.ValueOf(&count).Elem(), "number")
		*p = Paragraph(number.String())
		return
	}
	var text string
	d.into(n, reflect.ValueOf(&text).Elem(), rule)
	*p = Paragraph(text)
}

// ReadDecision reads a decision that approves a programme. The error is
// [Problems], among them the facts that approval requires and the file lacks,
// or that of reading r.
func ReadDecision(r io.Reader) (DecisionDescription, error) {
	root, problems, err := parse(r)
	if err != nil {
		return DecisionDescription{}, err
	}
	if len(problems) > 0 {
		return DecisionDescription{}, problems
	}
	d := &decoder{}
	var described DecisionDescription
	d.into(root, reflect.ValueOf(&described).Elem(), "")
	if len(d.problems) == 0 {
		d.checkDecision(&described)
	}
	if len(d.problems) > 0 {
		return DecisionDescription{}, d.problems
	}
	return described, nil
}

func (d *decoder) checkDecision(described *DecisionDescription) {
	for _, fact := range []struct {
		missing bool
		path    string
		code    model.Code
	}{
		{described.Form > Form, "form", CodeUnknownForm},
		{described.Organ == "", "organ", model.CodeOrganMissing},
		{described.MeetingDate.Zero(), "meetingDate", model.CodeMeetingDateMissing},
		{described.Paragraph == "", "paragraph", model.CodeParagraphMissing},
		{described.Text.In(model.Finnish).Empty(), "text", model.CodeDecisionTextMissing},
		{described.Outcome == "", "outcome", model.CodeOutcomeMissing},
		{described.Outcome != "" && !described.Outcome.Approves(), "outcome", model.CodeNotApproving},
		{described.Unanimous && described.Vote != nil, "vote", CodeTwoWaysOfVote},
	} {
		if fact.missing {
			d.at(fact.path, fact.code, "")
		}
	}
	meeting := described.MeetingDate
	if !meeting.Zero() && !model.PossibleYear(meeting.Year) {
		d.at("meetingDate", model.CodeYearOutOfRange, meeting.String())
	}
	for i, m := range described.Minutes {
		path := fmt.Sprintf("minutes[%d]", i)
		if m.Role == "" {
			d.at(path+".role", CodeRoleMissing, "")
		}
		if !m.DoneOn.Zero() && !meeting.Zero() && m.DoneOn.Before(meeting) {
			d.at(path+".doneOn", model.CodeBeforeMeeting, m.DoneOn.String())
		}
	}
}
