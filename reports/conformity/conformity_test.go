//go:build conformity

// Package conformity asks veraPDF, unmodified, whether the reports conform to
// the standards that they claim: every kind, in every language, of every
// example. It is run by "make verify-reports", which fetches veraPDF.
package conformity_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/programme"
)

var judge = flag.String("verapdf", "", "the jar of veraPDF's command line")

// The flavours, as veraPDF names them.
const (
	accessible = "ua1"
	archive3   = "3a"
	archive2   = "2a"
)

// judged runs veraPDF over all PDF files of a folder and returns the verdicts
// by file name: "" for a pass, else the rules that failed.
func judged(t *testing.T, flavour, folder string) map[string]string {
	t.Helper()
	if *judge == "" {
		t.Fatal("give the jar of veraPDF: -args -verapdf FILE")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files to judge in %s: %v", folder, err)
	}
	arguments := append([]string{"-cp", *judge, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "text", "-v"}, files...)
	// The exit code tells of failures too; the lines say which.
	out, _ := exec.Command("java", arguments...).Output()
	verdicts := map[string]string{}
	name := ""
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		switch {
		case len(words) == 3 && (words[0] == "PASS" || words[0] == "FAIL"):
			name = filepath.Base(words[1])
			verdicts[name] = ""
			if words[0] == "FAIL" {
				verdicts[name] = "fails:"
			}
		case len(words) >= 2 && words[0] == "FAIL":
			verdicts[name] += " " + words[1]
		}
	}
	if len(verdicts) != len(files) {
		t.Fatalf("%d verdicts of %d files, %s:\n%s", len(verdicts), len(files), flavour, out)
	}
	return verdicts
}

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
		{accessible, every, false},
		{archive3, reports.Archivable, false},
		{archive2, reports.Archivable, true},
	} {
		flavour, folder := claim.flavour, t.TempDir()
		render(t, folder, claim.wanted, claim.noAttachment)
		verdicts := judged(t, flavour, folder)
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

// The judge is not asleep: what the PDF writer makes by itself fails.
func TestFileOfThePDFWriterAloneFails(t *testing.T) {
	folder := t.TempDir()
	file := gofpdf.New("P", "mm", "A4", "")
	file.AddPage()
	file.SetFont("Helvetica", "", 12)
	file.Text(20, 20, "Kotouttamisohjelma")
	if err := file.OutputFileAndClose(filepath.Join(folder, "raw.pdf")); err != nil {
		t.Fatal(err)
	}
	for _, flavour := range []string{accessible, archive3, archive2} {
		if verdict := judged(t, flavour, folder)["raw.pdf"]; verdict == "" {
			t.Errorf("the raw file passes %s", flavour)
		}
	}
}
