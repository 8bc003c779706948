package e2e

import (
	"errors"
	"os/exec"
	"strings"
	"testing"

	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
)

// While the window has the data folder open, commands are done there and a
// second start brings it forward; afterwards the folder is in order.
func TestLaterStartsReachTheWindow(t *testing.T) {
	program := stage.Build(t, "tavoitekartta", t.TempDir())
	dataDir := t.TempDir()
	display := stage.New(t, stage.Laptop)
	window := display.Start(program, stage.Options{DataDir: dataDir})
	window.AwaitScreen("welcome")

	id := outcome.LastWord(outcome.Ask(t, program, dataDir, "example", "vaasa-2019-2022"))
	if list := outcome.Ask(t, program, dataDir, "list"); !strings.HasPrefix(list, id+"\t") {
		t.Errorf("the window's folder lists %q", list)
	}
	out, err := exec.Command(program, "--data-dir", dataDir, "--language", "en", "doctor").CombinedOutput()
	var refused *exec.ExitError
	if !errors.As(err, &refused) || string(out) != "The program’s window is open. Close it and try again.\n" {
		t.Errorf("doctor: %v, %q", err, out)
	}

	second := display.Start(program, stage.Options{DataDir: dataDir})
	second.AwaitEnd()

	window.Terminate()
	if health := outcome.Ask(t, program, dataDir, "doctor"); !strings.Contains(health, "1") {
		t.Errorf("afterwards doctor says %q", health)
	}
	if list := outcome.Ask(t, program, dataDir, "list"); !strings.HasPrefix(list, id+"\t") {
		t.Errorf("afterwards the folder lists %q", list)
	}
}
