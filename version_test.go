package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestTheVersionStandsInOnePlace holds the program against FyneApp.toml, from
// which the packages take theirs, and the resources of the Windows programs
// against a version of their own.
func TestTheVersionStandsInOnePlace(t *testing.T) {
	about, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{`Version = "` + version + `"`, `ID = "` + applicationID + `"`} {
		if !strings.Contains(string(about), "\n"+line+"\n") {
			t.Errorf("FyneApp.toml does not say %s", line)
		}
	}
	resources, err := os.ReadFile("packaging/windows/resources/winres.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range regexp.MustCompile(`"([A-Za-z_]*[Vv]ersion)": "([^"]*)"`).FindAllStringSubmatch(string(resources), -1) {
		if found[2] != "@VERSION@" {
			t.Errorf("%s of the Windows programs is %s, not the program's", found[1], found[2])
		}
	}
}
