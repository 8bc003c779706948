//go:build conformity

// Package conformity asks veraPDF, unmodified, whether the reports conform to
// the standards that they claim: every kind, in every language, of every
// example. It is run by "make verify-reports", which fetches veraPDF.
package conformity

import (
	"flag"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var judge = flag.String("verapdf", "", "the jar of veraPDF's command line")

// The flavours, as veraPDF names them.
const (
	Accessible = "ua1" // ISO 14289-1
	Archive3   = "3a"  // ISO 19005-3, level A
	Archive2   = "2a"  // ISO 19005-2, level A
)

// Judge runs veraPDF over all PDF files of a folder and returns the verdicts by
// file name: "" for a pass, else the rules that failed.
func Judge(t *testing.T, flavour, folder string) map[string]string {
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
