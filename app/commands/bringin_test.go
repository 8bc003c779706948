package commands_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
	"tavoitekartta/reports"
)

// carriedAway makes a document of a small programme, and returns its name.
func carriedAway(t *testing.T, d *desk) string {
	t.Helper()
	p := model.Programme{
		ID: "elsewhere", Title: model.Text{Fi: "Tuotu ohjelma"}, State: model.Draft, Version: 1, FirstYear: 2024, LastYear: 2027,
		FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish},
		Sections: []model.Section{{
			ID: "s", Number: "1", Title: model.Text{Fi: "Asuminen"}, Role: model.House,
			Goals: []model.Goal{{ID: "g", Number: "1.1", Title: model.Text{Fi: "Koti jokaiselle"}}},
		}},
	}
	var out bytes.Buffer
	if _, err := reports.Render(t.Context(), &out, p, reports.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.dir, "ohjelma.pdf"), out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return "ohjelma.pdf"
}

func TestADocumentBringsItsProgrammeIn(t *testing.T) {
	d := newDesk(t)
	file := carriedAway(t, d)
	if told := d.done("import", file, "--preview"); !strings.Contains(told, "Tuotu ohjelma") || !strings.Contains(told, "2024–2027") ||
		!strings.Contains(told, "tavoitteita 1") {
		t.Errorf("told %q", told)
	}
	if list := d.done("list"); list != "" {
		t.Errorf("the preview brought in %q", list)
	}
	told := strings.Fields(d.done("import", file))
	id := told[len(told)-1]
	if shown := d.done("show", id, "--json"); !strings.Contains(shown, "Koti jokaiselle") || strings.Contains(shown, "elsewhere") {
		t.Errorf("brought in %s", shown)
	}
	again := d.give("import", file)
	if again.outcome.Exit == 0 || !strings.Contains(again.out, "Sama ohjelma on jo täällä: "+id) || !strings.Contains(again.complaint, "--again") {
		t.Errorf("again: %+v", again)
	}
	d.done("import", file, "--again")
	if list := strings.Count(d.done("list"), "Tuotu ohjelma"); list != 2 {
		t.Errorf("%d programmes", list)
	}
}

func TestBadDocumentsEachGiveASentence(t *testing.T) {
	d := newDesk(t)
	good, err := os.ReadFile(filepath.Join(d.dir, carriedAway(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	newer := []byte(`{"format":"` + interchange.Format + `","formatVersion":99}`)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty":  {nil, "ei ole PDF"},
		"text":   {[]byte("Hei"), "ei ole PDF"},
		"json":   {[]byte(`{"a":1}`), "ei ole ohjelman tietoja"},
		"newer":  {newer, "uudemmalla"},
		"cut":    {good[:200], "vaurioitunut"},
		"others": {[]byte("%PDF-1.4\n1 0 obj<</Type /Catalog>>endobj\ntrailer<</Root 1 0 R>>"), "mukana ei ole"},
	} {
		if err := os.WriteFile(filepath.Join(d.dir, "bad"), c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		if a := d.give("import", "bad"); a.outcome.Exit == 0 || !strings.Contains(a.complaint, c.want) || !strings.Contains(a.complaint, "Mitään ei tuotu") {
			t.Errorf("%s: %+v", name, a)
		}
	}
	if a := d.give("import", "nowhere.pdf"); a.outcome.Exit == 0 || a.complaint == "" {
		t.Errorf("no file: %+v", a)
	}
	if list := d.done("list"); list != "" {
		t.Errorf("brought in %q", list)
	}
}
