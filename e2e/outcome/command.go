// Package outcome reads what the program made (its commands' answers, the text
// of its PDFs) and tells how it differs from the case of [casetest].
package outcome

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

// Ask gives the program a command on the data folder and returns what it
// answers; an exit code other than 0 fails the test.
func Ask(t testing.TB, program, dataDir string, command ...string) string {
	t.Helper()
	run := exec.Command(program, append([]string{"--data-dir", dataDir}, command...)...)
	var complaint strings.Builder
	run.Stderr = &complaint
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", strings.Join(command, " "), err, out, complaint.String())
	}
	return string(out)
}

// AskJSON asks like [Ask] and reads the answer into the value.
func AskJSON(t testing.TB, program, dataDir string, into any, command ...string) {
	t.Helper()
	answer := Ask(t, program, dataDir, command...)
	if err := json.Unmarshal([]byte(answer), into); err != nil {
		t.Fatalf("%s: the answer is no JSON: %v\n%s", strings.Join(command, " "), err, answer)
	}
}

// LastWord is the last word of an answer, which after loading or making a
// programme is its id.
func LastWord(answer string) string {
	words := strings.Fields(answer)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
