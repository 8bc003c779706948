package commands_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/instance"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

func TestWithoutACommandAWindowIsWanted(t *testing.T) {
	d := newDesk(t)
	cases := []struct {
		args []string
		want commands.Window
	}{
		{nil, commands.Window{Folder: ownFolder(d), Usual: true}},
		{[]string{"--data-dir", "x y"}, commands.Window{Folder: filepath.Join(d.dir, "x y")}},
		{[]string{"--language", "sv", "--data-dir=" + filepath.Join(d.dir, "a") + "/../b"}, commands.Window{Folder: filepath.Join(d.dir, "b"), Language: texts.Swedish}},
		{[]string{"ohjelma.PDF"}, commands.Window{Folder: ownFolder(d), Usual: true, Document: filepath.Join(d.dir, "ohjelma.PDF")}},
	}
	if err := os.WriteFile(filepath.Join(d.dir, "ohjelma.PDF"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		a := d.give(c.args...)
		if a.outcome.Window == nil || *a.outcome.Window != c.want || a.out+a.complaint != "" {
			t.Errorf("%q: %+v, %q", c.args, a.outcome, a.out+a.complaint)
		}
	}
}

func TestACrashIsToldInWordsAndLogged(t *testing.T) {
	d := newDesk(t)
	program := commands.Program{Version: "1.2.3", System: "plan9/mips", Folders: d.folders}
	for _, c := range []struct {
		folder string
		want   string
		logged bool
	}{
		{d.dir, filepath.Join(d.dir, "crash.log"), true},
		{filepath.Join(d.dir, "nowhere"), "odottamatonta", false},
	} {
		var complaint strings.Builder
		exit := program.Crashed(t.Context(), commands.Call{
			Args: []string{"--data-dir", c.folder, "--language", "fi"}, Getenv: func(string) string { return "" }, Stderr: &complaint,
		}, time.Date(2026, 11, 22, 15, 4, 5, 0, time.UTC), "boom", []byte("goroutine 1 [running]:"))
		if exit == 0 || !strings.Contains(complaint.String(), c.want) || strings.Contains(complaint.String(), "goroutine") {
			t.Errorf("exit %d, %q", exit, complaint.String())
		}
		logged, err := os.ReadFile(filepath.Join(c.folder, "crash.log"))
		const want = "Tavoitekartta 1.2.3\nsystem: plan9/mips\nended: 2026-11-22T15:04:05Z\n" +
			"cause: panic of type string (value withheld)\n\ngoroutine 1 [running]:\n"
		if (err == nil) != c.logged || c.logged && string(logged) != want {
			t.Errorf("logged %q, %v", logged, err)
		}
	}
}

func TestExamplesAreListedAndLoaded(t *testing.T) {
	d := newDesk(t)
	if names := strings.Fields(d.done("example")); !slices.Contains(names, "vaasa-2019-2022") {
		t.Errorf("examples %q", names)
	}
	if out := d.done("list"); out != "" {
		t.Errorf("an empty folder lists %q", out)
	}
	id := d.example()
	line := strings.TrimSpace(d.done("list"))
	if want := id + "\tluonnos\t2019–2022\tKotouttamisohjelma 2019–2022"; line != want {
		t.Errorf("list says %q, want %q", line, want)
	}
	if line := d.done("--language", "sv", "list"); !strings.HasSuffix(line, "\tutkast\t2019–2022\tIntegrationsprogram 2019–2022\n") {
		t.Errorf("in Swedish %q", line)
	}
}

func TestShowGivesTheWholeProgrammeAsJSON(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	var shown struct {
		model.Programme
		Counts model.Counts
	}
	if err := json.Unmarshal([]byte(d.done("show", id, "--json")), &shown); err != nil {
		t.Fatal(err)
	}
	if want := (model.Counts{Sections: 9, Goals: 27, Measures: 43, Indicators: 32, Written: 20}); shown.Counts != want {
		t.Errorf("counts %+v", shown.Counts)
	}
	if string(shown.ID) != id || len(shown.Sections) != 9 || shown.Sections[0].Goals[0].Measures[0].Timetable.Years[0] != 2021 {
		t.Errorf("%+v", shown.Sections[0])
	}
	outline := d.done("show", id)
	for _, want := range []string{"Kirjoitettu 20/27 tavoitetta (74 %)", "9.1.2 Toiminnan vaikuttavuuden arviointi ja jatkotoimista sopiminen"} {
		if !strings.Contains(outline, want) {
			t.Errorf("the outline lacks %q", want)
		}
	}
}

func TestCheckNamesWhatIsMissing(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	out := d.done("check", id)
	if want := "huomautus: 3.1.1 Yhdistystoimijoiden kartoittaminen: Aikataulu puuttuu. Valitse vuosi tai jatkuva.\n"; !strings.Contains(out, want) {
		t.Errorf("lacks %q in\n%s", want, out)
	}
	if count := strings.Count(out, "Aikataulu puuttuu."); count != 7 {
		t.Errorf("%d measures without a timetable, want 7", count)
	}
	for line := range strings.Lines(out) {
		if strings.Contains(line, "finding.") || strings.Contains(line, "severity.") {
			t.Errorf("no words for %q", line)
		}
	}
	var findings []model.Finding
	answer := d.give("check", id, "--json")
	if err := json.Unmarshal([]byte(strings.ReplaceAll(answer.out, `"severity": "`, `"word": "`)), &findings); err != nil || len(findings) == 0 {
		t.Errorf("%d findings, %v", len(findings), err)
	}
}

func TestReportIsWrittenWhole(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	out := d.done("report", id, "--kind", "programme", "--lang", "fi+sv", "--out", "ohjelma.pdf")
	if out != "ohjelma.pdf (2 sivua)\n" {
		t.Errorf("said %q", out)
	}
	content, err := os.ReadFile(filepath.Join(d.dir, "ohjelma.pdf"))
	if err != nil || string(content) != "programme draft Kotouttamisohjelma 2019–2022 class Julkinen\nprogramme draft Integrationsprogram 2019–2022 class Julkinen\n" {
		t.Errorf("%q, %v", content, err)
	}
	if left, _ := filepath.Glob(filepath.Join(d.dir, ".tavoitekartta-*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

const decision = `{"organ": "council", "meetingDate": "2019-01-21", "paragraph": 12, "text": "Hyväksyttiin.",
 "outcome": "approved", "unanimous": true, "minutes": [{"role": "chair", "name": "Puheenjohtaja", "doneOn": "2019-01-23"},
 {"role": "minutesKeeper", "doneOn": "2019-01-23"}, {"role": "minutesChecker"DAY}]}`

func TestApprovalLocksAndThenApproves(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	d.file("waiting.json", strings.Replace(decision, "DAY", "", 1))
	d.file("checked.json", strings.Replace(decision, "DAY", `, "doneOn": "2019-01-25"`, 1))

	out := d.done("approve", id, "--decision", "waiting.json")
	if out != "Ohjelma on lukittu ja odottaa pöytäkirjaa:\nPöytäkirjaa ei ole tarkastettu.\n" {
		t.Errorf("with unchecked minutes: %q", out)
	}
	if out := d.done("list"); !strings.Contains(out, "\tlukittu\t") {
		t.Errorf("list: %q", out)
	}
	out = d.done("approve", id, "--decision", "checked.json")
	if !strings.Contains(out, "on hyväksytty, versio 1.0, sormenjälki ") {
		t.Errorf("with checked minutes: %q", out)
	}
	var p model.Programme
	if err := json.Unmarshal([]byte(d.done("show", id, "--json")), &p); err != nil {
		t.Fatal(err)
	}
	final := p.FinalDecision()
	if p.State != model.Approved || final == nil || final.Paragraph != "12" || len(final.Minutes) != 3 || final.Text.Fi != "Hyväksyttiin." {
		t.Errorf("%s, %+v", p.State, p.Decisions)
	}
	if a := d.give("approve", id, "--decision", "checked.json"); a.outcome.Exit == 0 || !strings.Contains(a.complaint, "jo hyväksytty") {
		t.Errorf("approved again: %+v", a)
	}
}

func TestBackupsAreMadeListedAndRestored(t *testing.T) {
	d := newDesk(t)
	d.example()
	if out := d.done("backup"); out != "backup-1\n" {
		t.Errorf("backup said %q", out)
	}
	if out := d.done("restore"); !strings.HasPrefix(out, "backup-1\t2026-03-02T14:32:") || !strings.HasSuffix(out, "\t1\n") {
		t.Errorf("restore lists %q", out)
	}
	d.file("backup-1", "")
	if out := d.done("restore", d.dir+"/backup-1"); !strings.HasPrefix(out, "Varmuuskopio backup-1 on palautettu.") {
		t.Errorf("restore said %q", out)
	}
}

func TestDoctorTellsWhatItFinds(t *testing.T) {
	d := newDesk(t)
	d.folders.health = commands.Health{Programmes: 1}
	if out := d.done("doctor"); out != "Tietokansio on kunnossa: 1 ohjelma.\n" {
		t.Errorf("sound: %q", out)
	}
	d.folders.health.Findings = []commands.HealthFinding{{Part: "change chain", Code: "broken"}, {Part: "tables", Code: "died"}}
	a := d.give("doctor")
	if a.out != "muutosten ketju: ketju katkeaa.\ntaulut: lukeminen keskeytyi.\n" || a.outcome.Exit != 1 {
		t.Errorf("damaged: %+v", a)
	}
	if !strings.HasPrefix(a.complaint, "Tietokansio on vahingoittunut.") {
		t.Errorf("no advice: %q", a.complaint)
	}
	d.folders.repaired = commands.Repaired{Complete: true, Kept: "damaged-2026"}
	if out := d.done("doctor", "--repair"); out != "Tietokansio on korjattu. Kaikki tallennettu on tallessa.\nVahingoittuneet tiedot ovat kansiossa damaged-2026.\n" {
		t.Errorf("repaired: %q", out)
	}
	d.folders.repaired = commands.Repaired{NamesLost: true, Kept: "damaged-2026"}
	if out := d.done("doctor", "--repair"); strings.Count(out, "\n") != 3 || !strings.Contains(out, "voi puuttua") {
		t.Errorf("partly repaired: %q", out)
	}
	d.folders.health = commands.Health{Programmes: 2}
	if out := d.done("doctor", "--repair"); out != "Tietokansio on kunnossa: 2 ohjelmaa.\n" {
		t.Errorf("nothing to repair: %q", out)
	}
	folder := filepath.Join(d.dir, "some folder")
	if out := d.done("doctor", "--child", folder); out != folder {
		t.Errorf("the child wrote %q", out)
	}
}

func TestAFolderThatAnotherHoldsIsWaitedFor(t *testing.T) {
	folders := newMemoryFolders()
	program := commands.Program{Folders: folders, Patience: time.Second}
	folders.fail = errHeld
	folders.tries = 3
	if _, _, err := program.OpenPatiently(t.Context(), "a"); err != nil {
		t.Errorf("free at the third try: %v", err)
	}
	folders.fail, folders.tries = errFull, 0
	if _, _, err := program.OpenPatiently(t.Context(), "a"); !errors.Is(err, errFull) {
		t.Errorf("a full disk: %v", err)
	}
	reply := program.Refusal(instance.Request{Language: "sv"}, errHeld)
	if reply.Exit == 0 || string(reply.Stderr) != "Ett annat program använder datamappen. Stäng det och försök igen.\n" {
		t.Errorf("%+v", reply)
	}
}

func TestHelpAndVersionNeedNoFolder(t *testing.T) {
	d := newDesk(t)
	for _, args := range [][]string{{"--help"}, {"report", "-h"}, {"nonsense", "--help"}} {
		if out := d.done(args...); !strings.Contains(out, "report ID [--kind KIND] --lang fi|sv|en|fi+sv --out FILE [--section N …] [--body NAME] [--goal N] [--handling ORGAN]") {
			t.Errorf("%q: %q", args, out)
		}
	}
	for _, args := range [][]string{{"version"}, {"--version"}} {
		if out := d.done(args...); out != "Tavoitekartta 1.2.3\n" {
			t.Errorf("%q: %q", args, out)
		}
	}
	if len(d.folders.stores) != 0 {
		t.Error("a folder was opened")
	}
}

func TestCommandsAreDoneByTheFirstInstance(t *testing.T) {
	d := newDesk(t)
	folder := filepath.Join(d.dir, "data")
	listener, err := instance.Listen(folder)
	if err != nil {
		t.Fatal(err)
	}
	window, _ := worktest.NewDesk()
	program := commands.Program{Version: "1.2.3", System: "plan9/mips", Folders: d.folders}
	served := make(chan struct{})
	go func() {
		defer close(served)
		listener.Serve(t.Context(), func(ctx context.Context, r instance.Request) instance.Reply { return program.Perform(ctx, window, r) })
	}()
	t.Cleanup(func() {
		_ = listener.Close()
		<-served
	})

	out := d.done("--data-dir", "data", "--language", "en", "example", "vaasa-2019-2022")
	if !strings.HasPrefix(out, "The example vaasa-2019-2022 is loaded.") {
		t.Errorf("said %q", out)
	}
	id := out[strings.LastIndex(strings.TrimSpace(out), " ")+1 : len(out)-1]
	if _, err := window.Open(t.Context(), model.EntityID(id)); err != nil {
		t.Errorf("the window has not the programme: %v", err)
	}
	if len(d.folders.stores) != 0 {
		t.Error("the command opened a folder that the window holds")
	}
	d.done("--data-dir", "data", "report", id, "--lang", "fi", "--out", "a.pdf")
	if _, err := os.Stat(filepath.Join(d.dir, "a.pdf")); err != nil {
		t.Errorf("the report is not where it was asked for: %v", err)
	}
	for _, args := range [][]string{{"doctor"}, {"restore", "x"}} {
		a := d.give(append([]string{"--data-dir", "data"}, args...)...)
		if a.outcome.Exit != 1 || a.complaint != "Ohjelman ikkuna on auki. Sulje se ja yritä uudelleen.\n" {
			t.Errorf("%q: %+v", args, a)
		}
	}
	if a := d.give("--data-dir", "data", "show", "nobody"); a.outcome.Exit != 1 || !strings.Contains(a.complaint, "nobody") {
		t.Errorf("unknown id: %+v", a)
	}
}

func TestAPortableProgramKeepsItsDataBesideItself(t *testing.T) {
	d := newDesk(t)
	own := d.give().outcome.Window.Folder
	d.beside = t.TempDir()
	if got := d.give().outcome.Window.Folder; got != own {
		t.Errorf("without the mark the data are in %s", got)
	}
	if err := os.WriteFile(filepath.Join(d.beside, commands.PortableMark), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := d.give().outcome.Window.Folder; got != filepath.Join(d.beside, "data") {
		t.Errorf("with the mark the data are in %s", got)
	}
	if got := d.give("--data-dir", "asked").outcome.Window.Folder; got != filepath.Join(d.dir, "asked") {
		t.Errorf("a folder asked for is %s", got)
	}
}
