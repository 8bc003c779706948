package commands_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/model"
)

// unprintable loads the example with signs in a title that the test's paper cannot
// print, and returns its id.
func (d *desk) unprintable() string {
	d.t.Helper()
	id := d.example()
	for folder := range d.folders.stores {
		desk, shut, err := d.folders.Open(d.t.Context(), folder)
		if err != nil {
			d.t.Fatal(err)
		}
		work, err := desk.Open(d.t.Context(), model.EntityID(id))
		if err != nil {
			d.t.Fatal(err)
		}
		err = work.Edit(d.t.Context(), func(st *model.Step) error {
			for goal := range work.Programme().AllGoals() {
				return st.SetText(goal.ID, model.FieldTitle, model.Finnish, "Työ 你好 kaupungissa")
			}
			return nil
		})
		if err := errors.Join(err, shut()); err != nil {
			d.t.Fatal(err)
		}
	}
	return id
}

func TestAReportSaysBeforeItIsWrittenWhatItCannotPrint(t *testing.T) {
	d := newDesk(t)
	id := d.unprintable()
	a := d.give("report", id, "--kind", "programme", "--lang", "fi", "--out", "a.pdf")
	if want := "Tavoite 1.1, nimi (suomi). Merkkiä ”你好” (U+4F60 U+597D) ei voi painaa. Teksti: Työ 你好 kaupungissa\n"; a.complaint != want {
		t.Errorf("said %q, want %q", a.complaint, want)
	}
	if _, err := os.Stat(filepath.Join(d.dir, "a.pdf")); err != nil || a.outcome.Exit != 0 {
		t.Errorf("the report is not written: exit %d, %v", a.outcome.Exit, err)
	}
	if a := d.give("report", id, "--kind", "programme", "--lang", "sv", "--out", "sv.pdf"); a.complaint != "" {
		t.Errorf("the Swedish report says %q", a.complaint)
	}
}

func TestCheckNamesWhatCannotBePrinted(t *testing.T) {
	d := newDesk(t)
	id := d.unprintable()
	out := d.done("check", id)
	if want := "huomautus: Tavoite 1.1, nimi (suomi). Merkkiä ”你好” (U+4F60 U+597D) ei voi painaa. Teksti: Työ 你好 kaupungissa\n"; strings.Count(out, want) != 1 {
		t.Errorf("lacks %q in\n%s", want, out)
	}
	if strings.Count(out, "ei voi painaa") != 1 {
		t.Errorf("the sign is told more than once in\n%s", out)
	}
	json := d.done("check", id, "--json")
	if !strings.Contains(json, `"code": "unprintable"`) || !strings.Contains(json, `"你好"`) {
		t.Errorf("lacks the finding in\n%s", json)
	}
}
