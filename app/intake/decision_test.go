package intake_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/intake"
	"tavoitekartta/model"
)

const wholeDecision = `{
  "form": 1, "organ": "council", "organName": {"fi": "Vaasan kaupunginvaltuusto", "sv": "Vasa stadsfullmäktige"},
  "meetingDate": "2019-01-21", "paragraph": 12, "registerNumber": "VAA/123/2018", "preparer": "sihteeri", "presenter": {"fi": "johtaja"},
  "proposal": "Ehdotus.\nToinen rivi.",
  "rationale": {"fi": "Peruste.", "sv": "Motiv."}, "effects": "Vaikutus.", "costs": "Kustannus.", "annexes": "Liite\nToinen", "appeal": "Kunnallisvalitus.", "text": {"fi": "Hyväksyttiin.", "sv": "Godkändes."}, "outcome": "approvedAmended",
  "vote": {"yesMeaning": "pohjaehdotus", "noMeaning": {"fi": "muutosesitys"}, "yes": 40, "no": 17, "blank": 1, "absent": 1},
  "motions": [{"kind": "amendment", "text": "Oma vastuu.", "outcome": "approved", "unanimous": true}, {"kind": "initiative"}],
  "minutes": [
    {"role": "chair", "name": "P. J.", "doneOn": "2019-01-22"},
    {"role": "minutesKeeper", "doneOn": "2019-01-22", "digitally": true},
    {"role": "minutesChecker", "roleText": "seuraava kokous", "done": true}]}`

func TestDecisionIsReadWhole(t *testing.T) {
	d, err := intake.ReadDecision(strings.NewReader(wholeDecision))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "organ", d.Organ, model.Council)
	equal(t, "name", d.OrganName.In(model.Swedish), model.Text{Fi: "Vaasan kaupunginvaltuusto", Sv: "Vasa stadsfullmäktige"})
	equal(t, "day", d.MeetingDate.String(), "2019-01-21")
	equal(t, "paragraph", d.Paragraph, "12")
	equal(t, "bare text", d.Preparer.In(model.Swedish), model.Text{Sv: "sihteeri"})
	equal(t, "prose", d.Proposal.In(model.Finnish).Fi, "Ehdotus.\nToinen rivi.")
	equal(t, "rationale", d.Rationale.In(model.Finnish), model.Text{Fi: "Peruste.", Sv: "Motiv."})
	equal(t, "effects", d.Effects.In(model.Finnish).Fi, "Vaikutus.")
	equal(t, "costs", d.Costs.In(model.Finnish).Fi, "Kustannus.")
	equal(t, "annexes", d.Annexes.In(model.Finnish).Fi, "Liite\nToinen")
	equal(t, "appeal", d.Appeal.In(model.Finnish).Fi, "Kunnallisvalitus.")
	equal(t, "votes", d.Vote.Yes+d.Vote.No+d.Vote.Blank+d.Vote.Absent, 59)
	equal(t, "motions", len(d.Motions), 2)
	equal(t, "amendment", d.Motions[0].Text.In(model.Finnish).Fi, "Oma vastuu.")
	equal(t, "minutes", len(d.Minutes), 3)
	equal(t, "done", d.Minutes[2].Done, true)
}

func TestBadDecisionsAreRefusedWithPathAndCode(t *testing.T) {
	change := func(old, with string) string {
		changed := strings.Replace(wholeDecision, old, with, 1)
		if changed == wholeDecision {
			t.Fatalf("%s is not in the decision", old)
		}
		return changed
	}
	cases := []struct {
		name, file, path string
		code             model.Code
	}{
		{"nothing", "", "", intake.CodeNotJSON},
		{"a list", "[]", "", intake.CodeWrongType},
		{"an empty decision", "{}", "organ", model.CodeOrganMissing},
		{"a newer form", change(`"form": 1`, `"form": 2`), "form", intake.CodeUnknownForm},
		{"an unknown organ", change(`"council"`, `"parliament"`), "organ", model.CodeUnknownWord},
		{"no day", change(`"meetingDate": "2019-01-21",`, ``), "meetingDate", model.CodeMeetingDateMissing},
		{"year 0", change(`2019-01-21`, `0000-01-21`), "meetingDate", intake.CodeNoDate},
		{"year 20222", change(`2019-01-21`, `20222-01-21`), "meetingDate", intake.CodeNoDate},
		{"a year before programmes", change(`2019-01-21`, `1919-01-21`), "meetingDate", model.CodeYearOutOfRange},
		{"a negative paragraph", change(`"paragraph": 12`, `"paragraph": -12`), "paragraph", model.CodeNegative},
		{"a long paragraph", change(`"paragraph": 12`, `"paragraph": "`+strings.Repeat("1", 21)+`"`), "paragraph", model.CodeTooLong},
		{"a long register number", change(`VAA/123/2018`, strings.Repeat("V", 101)), "registerNumber", model.CodeTooLong},
		{"two lines of preparer", change(`"sihteeri"`, `"a\nb"`), "preparer", intake.CodeBadCharacter},
		{"no text", change(`"text": {"fi": "Hyväksyttiin.", "sv": "Godkändes."},`, ``), "text", model.CodeDecisionTextMissing},
		{"no outcome", change(`"outcome": "approvedAmended",`, ``), "outcome", model.CodeOutcomeMissing},
		{"a return", change(`approvedAmended`, `returned`), "outcome", model.CodeNotApproving},
		{"a vote in words", change(`"yes": 40`, `"yes": "neljäkymmentä"`), "vote.yes", intake.CodeWrongType},
		{"a negative vote", change(`"yes": 40`, `"yes": -1`), "vote.yes", model.CodeNegative},
		{"half a vote", change(`"yes": 40`, `"yes": 0.5`), "vote.yes", model.CodeNoNumber},
		{"a vote of too many", change(`"yes": 40`, `"yes": 1001`), "vote.yes", model.CodeTooLong},
		{"unanimous and voted", change(`"vote"`, `"unanimous": true, "vote"`), "vote", intake.CodeTwoWaysOfVote},
		{"minutes before the meeting", change(`"doneOn": "2019-01-22"`, `"doneOn": "2019-01-20"`), "minutes[0].doneOn", model.CodeBeforeMeeting},
		{"an unknown role", change(`"chair"`, `"mayor"`), "minutes[0].role", model.CodeUnknownWord},
		{"no role", change(`"role": "chair", `, ``), "minutes[0].role", intake.CodeRoleMissing},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := intake.ReadDecision(strings.NewReader(c.file))
			var problems intake.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("no problems, but %v", err)
			}
			if problems[0].Code != c.code || problems[0].Path != c.path {
				t.Errorf("%s at %q, want %s at %q", problems[0].Code, problems[0].Path, c.code, c.path)
			}
		})
	}
}

func TestEveryMissingFactOfADecisionIsNamed(t *testing.T) {
	_, err := intake.ReadDecision(strings.NewReader("{}"))
	var problems intake.Problems
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	var paths []string
	for _, p := range problems {
		paths = append(paths, p.Path)
	}
	if want := []string{"organ", "meetingDate", "paragraph", "text", "outcome"}; !slices.Equal(paths, want) {
		t.Errorf("%q, want %q", paths, want)
	}
}

func FuzzReadDecision(f *testing.F) {
	f.Add([]byte(wholeDecision))
	f.Add([]byte(`{"vote": {}, "minutes": [{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := intake.ReadDecision(bytes.NewReader(data))
		if err == nil && (d.Organ == "" || d.MeetingDate.Zero() || !d.Outcome.Approves()) {
			t.Errorf("taken in without its facts: %+v", d)
		}
	})
}
