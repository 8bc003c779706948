package window

import (
	"testing"

	"tavoitekartta/model"
)

func TestAnAmendmentAnInitiativeAndAVoteWithoutNumbersAreRecorded(t *testing.T) {
	p := atDecision(t)
	p.tap("decision.record")
	p.tap("motion.add")
	p.fill("motion.text.fi", "Maahanmuuttajat ottavat vastuuta.")
	p.tap("motion.changesText")
	m := p.final().Motions[0]
	p.wants("kind", m.Kind, model.Amendment)
	p.wants("text", m.Text.Fi, "Maahanmuuttajat ottavat vastuuta.")
	p.wants("changes the text", m.ChangesText, true)
	p.change(func(st *model.Step) error {
		return st.Set(m.ID, model.FieldRole, model.ValueOf(string(model.Initiative)))
	})
	p.window.rebuild()
	if len(called(p.window.controls, p.window.t("motion.changesText"))) > 0 {
		t.Error("an initiative is asked whether it changes the programme's text")
	}
	p.tap("decision.addVote")
	p.tap("decision.numbersNotKnown")
	p.wants("unknown numbers", p.final().Votes[0].NumbersUnknown, true)
	p.tap("decision.addAnotherVote")
	p.wants("votes", len(p.final().Votes), 2)
	p.tap("motion.remove")
	p.wants("motions", len(p.final().Motions), 0)
}

func TestEarlierHandlingIsRecorded(t *testing.T) {
	p := atDecision(t)
	p.forgetHandlings()
	p.tap("decision.record")
	p.tap("handling.add")
	p.fill("handling.meetingDate", "14.1.2019")
	p.fill("handling.paragraph", "7")
	handling := p.programme().Handling()
	p.wants("organs", len(handling), 1)
	p.wants("organ", handling[0].Organ, model.Board)
	p.wants("day", handling[0].MeetingDate, model.Date{Year: 2019, Month: 1, Day: 14})
	p.wants("§", handling[0].Paragraph, "7")
	p.wants("final decision", p.final().Final, true)
	p.tap("handling.remove")
	p.wants("organs left", len(p.programme().Handling()), 0)
}

func TestARecordedDecisionShowsItsMotionsAndWhatIsNotKnown(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	p.window.openView(viewDecision)
	for _, words := range []string{
		"Äänimääriä ei tiedetä", "Muutosesitys", "yksimielisesti", "koskee vain päätöstä", "tarkistusvaliokunnan", "Ei tiedossa",
	} {
		p.tells(words)
	}
	for _, words := range p.texts() {
		if words == "0/0 tehty" {
			t.Error("minutes that nobody knows are counted")
		}
	}
}
