//go:build conformity

package conformity_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/conformity"
	"tavoitekartta/reports/programme"
)

func example(t *testing.T, name string) model.Programme {
	t.Helper()
	return intaketest.Example(t, name).Programme()
}

func editions() [][]model.Language {
	list := [][]model.Language{{model.Finnish, model.Swedish}}
	for _, language := range model.Languages() {
		list = append(list, []model.Language{language})
	}
	return list
}

// render makes every kind that is wanted in every edition of every example,
// with the programme's data or without.
func render(t *testing.T, folder string, wanted func(kind string) bool, noAttachment bool) {
	t.Helper()
	for _, name := range assets.Examples() {
		p := example(t, name)
		for _, kind := range reports.Kinds() {
			if !wanted(kind) {
				continue
			}
			for _, edition := range editions() {
				var out bytes.Buffer
				p := p
				if kind == "approved" && !p.State.Locked() {
					p.State = model.Approved // of a draft there is no such edition
				}
				options := reports.Options{Kind: kind, Languages: edition, Today: model.Date{Year: 2026, Month: 11, Day: 22}, NoAttachment: noAttachment,
					Choice: programme.Choice{EmptyLines: true, SignatureFields: true}}
				if _, err := reports.Render(t.Context(), &out, p, options); err != nil {
					t.Fatalf("%s %s %v: %v", name, kind, edition, err)
				}
				file := filepath.Join(folder, fmt.Sprintf("%s-%s-%v.pdf", name, kind, strings.Join(words(edition), "+")))
				if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func every(string) bool { return true }

func words(edition []model.Language) []string {
	var list []string
	for _, language := range edition {
		list = append(list, string(language))
	}
	return list
}

func TestEveryReportConformsToWhatItClaims(t *testing.T) {
	for _, claim := range []struct {
		flavour      string
		wanted       func(kind string) bool
		noAttachment bool
	}{
		{conformity.Accessible, every, false},
		{conformity.Archive3, reports.Archivable, false},
		{conformity.Archive2, reports.Archivable, true},
	} {
		flavour, folder := claim.flavour, t.TempDir()
		render(t, folder, claim.wanted, claim.noAttachment)
		verdicts := conformity.Judge(t, flavour, folder)
		for _, name := range slices.Sorted(func(yield func(string) bool) {
			for name := range verdicts {
				if !yield(name) {
					return
				}
			}
		}) {
			if verdicts[name] != "" {
				t.Errorf("%s as %s %s", name, flavour, verdicts[name])
			}
		}
		t.Logf("%s: %d files judged", flavour, len(verdicts))
	}
}

func TestEveryReportIsWellFormed(t *testing.T) {
	folder := t.TempDir()
	render(t, folder, every, false)
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", filepath.Base(file), err, out)
		}
	}
}
