package crashlog

import (
	"os"
	"testing"

	"golang.org/x/sys/windows"
)

// windowVariable makes the child one without stderr, as a window program.
const windowVariable = "CRASHLOG_TEST_WINDOW"

func init() {
	if os.Getenv(windowVariable) != "" {
		_ = windows.SetStdHandle(windows.STD_ERROR_HANDLE, 0)
	}
}

func TestAWindowProgramsDeathIsReportedInGosOwnWords(t *testing.T) {
	t.Setenv(windowVariable, "yes")
	for name, cause := range map[string]string{
		"a fatal error":                "fatal error: concurrent map writes",
		"a text in another goroutine":  withheld,
		"nothing where something must": "invalid memory address or nil pointer dereference",
	} {
		folder := t.TempDir()
		if stderr := died(t, folder, name); stderr != "" {
			t.Errorf("%s: on stderr: %q", name, stderr)
		}
		nextStart(t, folder)
		report, found := Read(folder)
		if !found || len(report.Cause) < len(cause) || report.Cause[:len(cause)] != cause {
			t.Errorf("%s: found %v, cause %q:\n%s", name, found, report.Cause, report.Text)
		}
	}
}

func TestAWindowProgramThatEndsWellLeavesNothing(t *testing.T) {
	t.Setenv(windowVariable, "yes")
	folder := t.TempDir()
	died(t, folder, "a proper stop")
	if names := namesIn(t, folder); names != "" {
		t.Errorf("left in the folder: %s", names)
	}
}
