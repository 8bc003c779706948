package window

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// atDecision opens the example at its decision.
func atDecision(t *testing.T) person {
	t.Helper()
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.window.enter(worktest.OpenExample(t, desk, "vaasa-2019-2022"))
	p.window.openView(viewDecision)
	return p
}

func (p person) final() *model.Decision {
	p.Helper()
	d := p.programme().FinalDecision()
	if d == nil {
		p.Fatal("no decision is recorded")
	}
	return d
}

func TestADecisionIsRecordedLockedApprovedAndFollowedByTheNextVersion(t *testing.T) {
	p := atDecision(t)
	for _, words := range []string{"ilman ruotsia", "Mikään ei estä päätöstä"} {
		if !p.shows(words) {
			t.Errorf("the check beforehand does not show %q", words)
		}
	}
	p.tap("decision.record")
	p.fill("decision.meetingDate", "21.1.2019")
	p.fill("decision.paragraph", "12")
	p.fill("decision.registerNumber", "VAASA/123/00.01/2018")
	p.fill("decision.organName", "Kaupunginvaltuusto")
	p.fill("decision.text.fi", "Valtuusto hyväksyi ohjelman.")
	p.fill("decision.text.sv", "Fullmäktige godkände programmet.")
	p.tap("decision.addVote")
	p.fill("decision.yes", "51")
	p.fill("decision.no", "6")
	p.fill("decision.yesMeaning", "pohjaesitys")
	d := p.final()
	p.wants("date", d.MeetingDate, model.Date{Year: 2019, Month: 1, Day: 21})
	p.wants("votes", [2]int{d.Votes[0].Yes, d.Votes[0].No}, [2]int{51, 6})
	p.wants("Swedish text", d.Text.In(model.Swedish), "Fullmäktige godkände programmet.")

	p.window.stepForward()
	p.enter() // locks
	p.wants("state", p.programme().State, model.Locked)
	if !p.shows("Odottaa: Puheenjohtaja") || !p.shows("äänin 51–6") {
		t.Errorf("the locked page shows %v", p.texts())
	}
	p.window.stepForward()
	p.wants("state while the minutes wait", p.programme().State, model.Locked)
	p.wants("message", p.window.notice.key, "finding.minutesUnsigned")
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), "Puheenjohtaja")

	for i, role := range []string{"Puheenjohtaja", "Pöytäkirjanpitäjä", "Pöytäkirjantarkastaja 1", "Pöytäkirjantarkastaja 2"} {
		name := p.labelled(role)
		p.window.window.Canvas().Focus(name)
		test.Type(name, "Rooli "+role)
		word := "minutes.done." + string(p.final().Minutes[i].Role)
		for _, check := range called(p.window.controls, p.window.t(word)) {
			if pressed := check.(interface{ Checked() bool }); !pressed.Checked() {
				check.(interface{ Press() }).Press()
				break
			}
		}
	}
	p.wants("pending", len(p.window.work.Pending()), 0)
	p.wants("a name", p.window.work.NameOf(context.Background(), p.final().Minutes[0].Person), "Rooli Puheenjohtaja")
	p.window.stepForward()
	p.settle()
	p.wants("state", p.programme().State, model.Approved)
	p.wants("message", p.window.notice.key, "decision.approvedNow")
	for _, control := range p.window.controls {
		if _, isEntry := control.(interface{ SetText(string) }); isEntry {
			t.Errorf("an approved decision can be typed in: %q", ui.LabelOf(control))
		}
	}

	p.window.stepForward()
	p.enter()
	p.wants("page", p.window.page.name(), "contents")
	p.wants("state", p.programme().State, model.Draft)
	p.wants("version", p.programme().Version, 2)
	versions, err := p.window.work.Versions(context.Background())
	must(t, err)
	p.wants("kept versions", len(versions), 1)
}

func TestWhatADecisionLacksIsSaidAtItsField(t *testing.T) {
	p := atDecision(t)
	p.window.stepForward() // records
	p.window.stepForward()
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), "Kokouspäivä")
	for label, sentence := range map[string]string{"Kokouspäivä": "Kokouspäivä puuttuu.", "Pykälä": "Pykälän numero puuttuu."} {
		spoken := p.labelled(label).(fyne.Accessible).AccessibilityLabel()
		if !strings.Contains(spoken, sentence) {
			t.Errorf("%q does not say %q", spoken, sentence)
		}
	}
	p.fill("decision.meetingDate", "21.1.2019")
	if spoken := p.labelled("Kokouspäivä").(fyne.Accessible).AccessibilityLabel(); strings.Contains(spoken, "puuttuu") {
		t.Errorf("the date is given and still missed: %q", spoken)
	}
	p.wants("state", p.programme().State, model.Draft)
}

// What the agenda tells is kept in the language of the content, and is there to
// be read when the content is locked.
func TestTheAgendasTextsAreWrittenInTheLanguageOfTheContent(t *testing.T) {
	p := atDecision(t)
	p.tap("decision.record")
	p.fill("report.decision.presenter", "Kaupunginjohtaja")
	p.fill("report.decision.proposal", "Valtuusto hyväksyy ohjelman.")
	p.fill("decision.rationale", "Ohjelma päättyy.")
	p.fill("decision.effects", "Lasten asema paranee.")
	p.fill("decision.costs", "Tehdään määrärahoilla.")
	p.fill("decision.annexes", "Ohjelma\nLausunnot")
	p.window.language = model.Swedish
	p.window.rebuild()
	p.fill("decision.rationale", "Programmet går ut.")
	d := p.final()
	p.wants("presenter", d.Presenter, model.Text{Fi: "Kaupunginjohtaja"})
	p.wants("proposal", d.Proposal, model.Text{Fi: "Valtuusto hyväksyy ohjelman."})
	p.wants("rationale", d.Rationale, model.Text{Fi: "Ohjelma päättyy.", Sv: "Programmet går ut."})
	p.wants("effects", d.Effects, model.Text{Fi: "Lasten asema paranee."})
	p.wants("costs", d.Costs, model.Text{Fi: "Tehdään määrärahoilla."})
	p.wants("annexes", d.Annexes, model.Text{Fi: "Ohjelma\nLausunnot"})

	decided(t, p.window.work)
	p.wants("rationale after a file without one", p.final().Rationale.Fi, "Ohjelma päättyy.")
	must(t, p.window.work.Lock(context.Background()))
	p.window.openView(viewReports)
	p.window.openView(viewDecision)
	if !p.shows("Programmet går ut.") || !p.shows("Tehdään määrärahoilla.") {
		t.Errorf("the locked page shows %v", p.texts())
	}
}

// What cannot be read stays as it was typed, with its sentence, and does not
// become a value.
func TestWhatIsTypedWrongInADecisionStaysThere(t *testing.T) {
	for _, c := range []struct{ key, typed, sentence string }{
		{"decision.meetingDate", "31.2.2019", "field.dateInvalid"},
		{"decision.meetingDate", "eilen", "field.dateInvalid"},
		{"decision.meetingDate", "0", "field.dateInvalid"},
		{"decision.meetingDate", "21.1.20222", "field.dateInvalid"},
		{"decision.yes", "kuusi", "field.numberInvalid"},
		{"decision.yes", "-1", "field.numberInvalid"},
		{"decision.yes", "1001", "field.numberInvalid"},
		{"decision.yes", "5,5", "field.numberInvalid"},
		{"decision.paragraph", strings.Repeat("1", 21), ""},
		{"minutes.chair", strings.Repeat("å", 121), ""},
	} {
		t.Run(c.key+" "+c.typed, func(t *testing.T) {
			p := atDecision(t)
			p.tap("decision.record")
			p.tap("decision.addVote")
			p.fill(c.key, c.typed)
			d := p.final()
			if !d.MeetingDate.Zero() || d.Votes[0].Yes != 0 || d.Paragraph != "" || d.Minutes[0].Person != "" {
				t.Errorf("%q became a value: %+v", c.typed, d)
			}
			p.window.goHome()
			p.window.openProgramme(firstProgramme(p))
			p.window.openView(viewDecision)
			field := p.labelled(p.window.t(c.key))
			p.window.kit.Focus(field)
			p.window.window.Canvas().Unfocus()
			spoken := field.(fyne.Accessible).AccessibilityLabel()
			if !strings.Contains(spoken, c.typed) || !strings.Contains(spoken, "Virhe: ") {
				t.Errorf("afterwards it says %q", spoken)
			}
			if c.sentence != "" && !strings.Contains(spoken, p.window.t(c.sentence)) {
				t.Errorf("%q does not say %q", spoken, p.window.t(c.sentence))
			}
		})
	}
}

func TestTheDecisionPageLosesNothing(t *testing.T) {
	for name, leave := range map[string]func(person){
		"contents": func(p person) { p.window.openView(viewContents) },
		"reports":  func(p person) { p.window.openView(viewReports) },
		"start":    func(p person) { p.window.goHome() },
		"examples": func(p person) { p.window.openExample() },
		"wizard":   func(p person) { p.window.newProgramme() },
		"bin":      func(p person) { p.window.showBin() },
		"command":  func(p person) { must(p, p.window.Flush()); p.window.Reload() },
		"closing":  func(p person) { p.window.close() },
		"dark":     func(p person) { p.window.change(workflow.SettingTheme, "dark") },
	} {
		t.Run(name, func(t *testing.T) {
			p := atDecision(t)
			p.tap("decision.record")
			id := p.window.work.ID()
			text := p.labelled(p.window.t("decision.text.fi"))
			p.window.window.Canvas().Focus(text)
			test.Type(text, "Kesken jäänyt")
			leave(p)
			state, err := p.store.Load(context.Background(), id)
			must(t, err)
			programme := state.Programme()
			p.wants("text", programme.FinalDecision().Text.In(model.Finnish), "Kesken jäänyt")
		})
	}
}

// slowPaper prints when it is let go, so that a test can look at the window
// meanwhile, and hears too late that nobody wants it any more.
type slowPaper struct {
	worktest.Paper
	begun, free chan struct{}
}

func (s slowPaper) Report(ctx context.Context, w io.Writer, r workflow.ReportRequest) (workflow.ReportResult, error) {
	s.begun <- struct{}{}
	<-s.free
	return s.Paper.Report(context.WithoutCancel(ctx), w, r)
}

func TestApprovalCanBeCancelledWhileItIsPrinted(t *testing.T) {
	_, store := worktest.NewDesk()
	paper := slowPaper{begun: make(chan struct{}, 9), free: make(chan struct{})}
	desk := workflow.NewDesk(store, paper, workflow.Options{Clock: worktest.Clock(), Random: bytes.NewReader(make([]byte, 1<<12))})
	p := open(t, desk, store, "fi")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	decided(t, work)
	must(t, work.Lock(context.Background()))
	p.window.enter(work)
	p.window.openView(viewDecision)

	p.window.stepForward()
	<-paper.begun
	if !p.shows("Hyväksyttyä versiota tulostetaan.") {
		t.Error("the window does not show that the version is being printed")
	}
	p.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	close(paper.free)
	p.settle()
	p.wants("state", p.programme().State, model.Locked)
	p.wants("message", p.window.notice.key, "error.cancelled")
	p.wants("kind of message", p.window.notice.kind, messageInfo)

	p.window.stepForward()
	p.settle()
	p.wants("state", p.programme().State, model.Approved)
}

func TestADecisionChangedWhileItWasPrintedIsNotApproved(t *testing.T) {
	p := atDecision(t)
	decided(t, p.window.work)
	ctx := context.Background()
	must(t, p.window.work.Lock(ctx))
	prepared, err := p.window.work.PrepareApproval(ctx)
	must(t, err)
	must(t, prepared.Print(ctx, nil))
	must(t, p.window.work.Edit(ctx, func(st *model.Step) error {
		return st.Set(p.final().ID, model.FieldParagraph, model.ValueOf("13"))
	}))
	if err := p.window.work.CompleteApproval(ctx, prepared); !errors.Is(err, workflow.ErrDecisionChanged) {
		t.Errorf("got %v", err)
	}
	p.wants("state", p.programme().State, model.Locked)
}

func TestAVoteWhoseNumbersAreNotKnownIsSaidToBeSo(t *testing.T) {
	p := atDecision(t)
	p.tap("decision.record")
	p.tap("decision.addVote")
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), "Jaa")
	p.tap("decision.numbersNotKnown")
	p.wants("unknown", p.final().Votes[0].NumbersUnknown, true)
	p.window.openView(viewReports)
	p.window.openView(viewDecision)
	if !p.shows("Äänimääriä ei tiedetä") || p.shows("0–0") {
		t.Errorf("the page shows %v", p.texts())
	}
}
