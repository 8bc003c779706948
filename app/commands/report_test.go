package commands_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// reported makes a report of the example and returns what is in the file.
func (d *desk) reported(kind string, options ...string) string {
	d.t.Helper()
	args := report(kind, options...)
	args[1] = strings.Fields(d.done("list"))[0]
	d.done(args...)
	content, err := os.ReadFile(filepath.Join(d.dir, "a.pdf"))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(content)
}

func TestKindsOfReportsAreListed(t *testing.T) {
	d := newDesk(t)
	out := d.done("report", "--kind", "list")
	if !strings.HasPrefix(out, "programme: Ohjelma-asiakirja. ") || !strings.Contains(out, "\nextract: Tavoite omalla sivullaan. ") {
		t.Errorf("listed %q", out)
	}
	a := d.give("report", d.example(), "--kind", "poster", "--lang", "fi", "--out", "a.pdf")
	if !strings.Contains(a.complaint, "\n  agenda: Esityslistan asia. ") {
		t.Errorf("said %q", a.complaint)
	}
}

func TestAReportSaysWhatWasChosen(t *testing.T) {
	d := newDesk(t)
	d.example()
	goal := strings.TrimSpace(d.reported("extract", "--goal", "1.2"))
	at := strings.LastIndex(goal, " goal ")
	if at < 0 {
		t.Fatalf("the file holds %q", goal)
	}
	id, _, _ := strings.Cut(goal[at+len(" goal "):], " ")
	if again := strings.TrimSpace(d.reported("extract", "--goal", id)); again != goal {
		t.Errorf("by its id %q, by its number %q", again, goal)
	}
	if all := d.reported("extract"); strings.Contains(all, " goal ") {
		t.Errorf("without a goal the file holds %q", all)
	}
	if two := d.reported("sections", "--section", "2", "--section", " TYÖLLISTYMISEN edistäminen", "--empty-lines"); strings.Count(two, " section ") != 2 || !strings.Contains(two, " lines") {
		t.Errorf("the file holds %q", two)
	}
	finnish, swedish := d.reported("body", "--body", "KOTOUTTAMISPALVELUT"), d.reported("body", "--body", "Integrationsservicen")
	if finnish != swedish || !strings.Contains(finnish, " body ") {
		t.Errorf("in Finnish %q, in Swedish %q", finnish, swedish)
	}
	if year := d.reported("worksheet", "--year", "2021"); !strings.Contains(year, " year 2021") {
		t.Errorf("the file holds %q", year)
	}
	if every := d.reported("extract"); strings.Contains(every, " goal ") {
		t.Errorf("the file holds %q", every)
	}
	if all := d.reported("sections"); strings.Contains(all, " section ") {
		t.Errorf("the file holds %q", all)
	}
}

func TestWhatThereIsIsListedBesideTheRefusal(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	for kind, c := range map[string]struct{ flag, want string }{
		"extract":  {"--goal", "\n  1.1 Työllistämisen edistäminen kaupunkiorganisaatiossa\n"},
		"sections": {"--section", "\n  1 Työllistymisen edistäminen\n"},
		"body":     {"--body", "\n  Kotouttamispalvelut\n"},
	} {
		a := d.give("report", id, "--kind", kind, "--lang", "fi", "--out", "a.pdf", c.flag, "🏠")
		if !strings.Contains(a.complaint, c.want) {
			t.Errorf("%s: %q lacks %q", kind, a.complaint, c.want)
		}
	}
}

func TestAnAgendaIsMadeForTheHandlingOfAnOrganOrADay(t *testing.T) {
	d := newDesk(t)
	words := strings.Fields(d.done("example", "kouvola-2019-2022"))
	id := words[len(words)-1]
	agenda := func(handling string) string {
		d.done("report", id, "--kind", "agenda", "--lang", "fi", "--out", "a.pdf", "--handling", handling)
		content, err := os.ReadFile(filepath.Join(d.dir, "a.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	byName := agenda("Kouvolan kaupunginvaltuusto")
	if !strings.Contains(byName, " handling ") || agenda("2019-03-18") != byName || agenda("council") != byName {
		t.Errorf("the file holds %q", byName)
	}
}

func TestASectionThatIsCalledLikeAnotherIsChosenByItsID(t *testing.T) {
	d := newDesk(t)
	words := strings.Fields(d.done("example", "kouvola-2019-2022"))
	id := words[len(words)-1]
	a := d.give("report", id, "--kind", "extract", "--lang", "fi", "--out", "a.pdf", "--goal", "1")
	if !strings.Contains(a.complaint, "on useita") {
		t.Fatalf("said %q", a.complaint)
	}
	mark := a.complaint[strings.LastIndexByte(a.complaint, '(')+1 : strings.LastIndexByte(a.complaint, ')')]
	d.done("report", id, "--kind", "extract", "--lang", "fi", "--out", "a.pdf", "--goal", mark)
}

func TestWhoeverAsksForSignaturesWithoutNamesIsToldThatThereAreNone(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	const told = "Allekirjoituskenttiä ei tule"
	both := []string{"report", id, "--kind", "letter-of-intent", "--lang", "fi", "--out", "a.pdf", "--signature-fields", "--without-names"}
	if out := d.done(both...); !strings.Contains(out, told) {
		t.Errorf("said %q", out)
	}
	if out := d.done(both[:len(both)-1]...); strings.Contains(out, told) {
		t.Errorf("with names: %q", out)
	}
}
