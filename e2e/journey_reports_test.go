package e2e

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
)

// printer is a person at the page of reports, by keyboard alone.
type printer struct {
	*stage.Program
	testing.TB

	words *texts.Catalogue
	kind  string // at which the list of documents is
}

// kindsInOrder are the kinds of report as the page lists them.
var kindsInOrder = []string{
	"programme", "agenda", "approved", "sections", "extract", "body", "worksheet", "letter-of-intent", "plain",
}

// choose goes with the arrows to a kind of report and chooses it.
func (p *printer) choose(kind string) {
	p.Helper()
	p.TabBackTo(p.words.T("reports.kind." + p.kind))
	at := func(kind string) int {
		for i, k := range kindsInOrder {
			if k == kind {
				return i
			}
		}
		p.Fatalf("no kind %q", kind)
		return -1
	}
	for at(p.kind) != at(kind) {
		key, step := "Down", 1
		if at(kind) < at(p.kind) {
			key, step = "Up", -1
		}
		p.kind = kindsInOrder[at(p.kind)+step]
		p.Press(key)
		p.AwaitFocus(p.words.T("reports.kind." + p.kind))
	}
	p.Press("Return")
}

// print makes the chosen report and returns the file.
func (p *printer) print(name string) string {
	p.Helper()
	file := filepath.Join(p.TempDir(), name)
	p.Fill(p.words.T("reports.file"), file)
	p.Press("Return")
	p.AwaitFocus(p.words.T("reports.open"))
	return file
}

func TestReportsAreMadeAndAnswersReadByKeyboardAlone(t *testing.T) {
	program, dataDir := stage.Build(t, "tavoitekartta", t.TempDir()), t.TempDir()
	id := outcome.LastWord(outcome.Ask(t, program, dataDir, "example", "vaasa-2019-2022"))
	facts := filepath.Join(t.TempDir(), "decision.json")
	writeFile(t, facts, `{"form": 1, "organ": "council", "meetingDate": "2019-01-21", "paragraph": "12", "outcome": "approved",
		"text": {"fi": "Valtuusto hyväksyi ohjelman."}, "unanimous": true, "minutes": [
		{"role": "chair", "name": "Malli Puheenjohtaja", "doneOn": "2019-01-22"}, {"role": "minutesKeeper", "doneOn": "2019-01-22"},
		{"role": "minutesChecker", "doneOn": "2019-01-23"}]}`)
	outcome.Ask(t, program, dataDir, "approve", id, "--decision", facts)
	words, err := texts.Load(texts.Finnish)
	if err != nil {
		t.Fatal(err)
	}
	p := &printer{stage.New(t, stage.Laptop).Start(program, stage.Options{DataDir: dataDir, Language: "fi_FI"}), t, words, "programme"}
	p.Await("the first page", func(s stage.State) bool { return s.Screen == "welcome" || s.Screen == "start" })
	p.Press("ctrl+o")
	p.AwaitScreen("start")
	p.TabTo("Kotouttamisohjelma 2019–2022")
	p.Press("Return")
	p.AwaitScreen("overview")
	p.Press("alt+9")
	p.AwaitFocus(words.T("reports.kind.programme"))
	for _, kind := range kindsInOrder {
		if kind != p.kind {
			p.choose(kind)
		}
		content, err := os.ReadFile(p.print(kind + ".pdf"))
		if err != nil || !bytes.HasPrefix(content, []byte("%PDF-")) {
			t.Errorf("%s: %d bytes, %v", kind, len(content), err)
		}
	}
	p.withoutNames()
	p.readAnswers(program, dataDir, id)
	p.Close()
}

// withoutNames makes the decided programme with its names and without.
func (p *printer) withoutNames() {
	p.Helper()
	const name = "Malli Puheenjohtaja"
	p.choose("approved")
	for _, without := range []bool{false, true} {
		if without {
			p.TabTo(p.words.T("reports.withoutNames"))
			p.Press("space")
			p.AwaitValue(p.words.T("field.chosen"))
			p.TabBackTo(p.words.T("reports.file"))
		}
		shown, err := outcome.PaperText(p.print(fmt.Sprintf("names-%v.pdf", !without)))
		if err != nil {
			p.Fatal(err)
		}
		if strings.Contains(shown, name) == without {
			p.Errorf("without names %v: the name is in the document: %v", without, !without)
		}
	}
}

// readAnswers reads a worksheet that came back.
func (p *printer) readAnswers(program, dataDir, id string) {
	p.Helper()
	var programme model.Programme
	outcome.AskJSON(p, program, dataDir, &programme, "show", id, "--json")
	measure, body := programme.Sections[0].Goals[0].Measures[0], programme.Bodies[0].ID
	file := filepath.Join(p.TempDir(), "filled.pdf")
	writeFile(p, file, string(worktest.FilledForm(map[string]string{
		"worksheet:programme": id, "worksheet:year": "2020", "worksheet:body": "", "worksheet:version": "1",
		fmt.Sprintf("measure:%s:%s:status", measure.ID, body): "underWay",
		fmt.Sprintf("measure:%s:%s:remark", measure.ID, body): "Alkoi syksyllä.",
	})))
	p.choose("worksheet")
	p.TabTo(p.words.T("reports.readAnswers"))
	p.Press("Return")
	p.AwaitScreen("answers")
	p.Fill(p.words.T("answers.file"), file)
	p.Press("Return")
	p.AwaitScreen("answers/preview")
	p.Press("alt+Right")
	p.AwaitScreen("reports")
	outcome.AskJSON(p, program, dataDir, &programme, "show", id, "--json")
	if m := programme.Sections[0].Goals[0].Measures[0]; m.Status != model.UnderWay || len(m.FollowUps) != 1 || m.FollowUps[0].Remark != "Alkoi syksyllä." {
		p.Errorf("taken: %+v", m)
	}
}
