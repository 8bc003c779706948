package commands_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
)

// memoryFolders keeps each data folder's store in memory, as long as the test.
type memoryFolders struct {
	stores map[string]*worktest.Store
	health commands.Health

	repaired commands.Repaired
	closing  error // of closing a folder
	fail     error // of Open, Restore and Doctor
	tries    int   // of Open until it no longer fails; 0 for ever
}

func newMemoryFolders() *memoryFolders { return &memoryFolders{stores: map[string]*worktest.Store{}} }

var (
	errHeld     = errors.New("held")
	errFull     = errors.New("full")
	errNotStore = errors.New("other things")
	errDamaged  = errors.New("damaged")
	errStrange  = errors.New("panic: runtime error: nobody has put this into words")
)

func (m *memoryFolders) Open(_ context.Context, folder string) (*workflow.Desk, func() error, error) {
	if m.tries == 1 {
		m.fail = nil
	}
	m.tries = max(0, m.tries-1)
	if m.fail != nil {
		return nil, nil, m.fail
	}
	clock := worktest.Clock()
	if m.stores[folder] == nil {
		m.stores[folder] = worktest.NewStore(worktest.Replica, clock)
	}
	desk := workflow.NewDesk(m.stores[folder], worktest.Paper{}, workflow.Options{
		Clock: clock, Random: rand.NewChaCha8([32]byte{2}), Explain: m.Explain,
	})
	return desk, func() error { return m.closing }, nil
}

func (m *memoryFolders) Backups(folder string) ([]workflow.BackupInfo, error) {
	if m.stores[folder] == nil {
		return nil, nil
	}
	return m.stores[folder].Backups(context.Background())
}

func (m *memoryFolders) Restore(context.Context, string, string, string) error { return m.fail }

func (m *memoryFolders) Doctor(context.Context, string) (commands.Health, error) {
	return m.health, m.fail
}

func (m *memoryFolders) Repair(context.Context, string) (commands.Repaired, error) {
	return m.repaired, m.fail
}

func (m *memoryFolders) DoctorChild(_ context.Context, out io.Writer, folder string) error {
	_, err := io.WriteString(out, folder)
	return err
}

func (m *memoryFolders) Explain(err error) (string, map[string]string) {
	switch {
	case errors.Is(err, errHeld):
		return "held", nil
	case errors.Is(err, errFull):
		return "noSpace", map[string]string{"needed": "64", "free": "3"}
	case errors.Is(err, errNotStore):
		return "notStore", nil
	case errors.Is(err, errDamaged):
		return "damaged", nil
	}
	return "", nil
}

// desk is a person at a command line.
type desk struct {
	t       *testing.T
	folders *memoryFolders
	dir     string
	lang    string
	display string
	beside  string // the program's own folder
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{t: t, folders: newMemoryFolders(), dir: t.TempDir(), lang: "fi_FI.UTF-8", display: listeningDisplay(t)}
}

// answer is what a command answered.
type answer struct {
	out, complaint string
	outcome        commands.Outcome
}

func (d *desk) give(args ...string) answer {
	d.t.Helper()
	var out, complaint bytes.Buffer
	program := commands.Program{Version: "1.2.3", Folders: d.folders, Beside: d.beside}
	outcome := program.Run(d.t.Context(), commands.Call{
		Args: args, Dir: d.dir, Stdout: &out, Stderr: &complaint,
		Getenv: func(name string) string {
			return map[string]string{"LANG": d.lang, "HOME": d.dir, "LOCALAPPDATA": d.dir, "WAYLAND_DISPLAY": d.display}[name]
		},
	})
	return answer{out.String(), complaint.String(), outcome}
}

// done gives a command that must succeed and returns its answer.
func (d *desk) done(args ...string) string {
	d.t.Helper()
	a := d.give(args...)
	if a.outcome.Exit != 0 || a.complaint != "" {
		d.t.Fatalf("%q: exit %d, %s", args, a.outcome.Exit, a.complaint)
	}
	return a.out
}

// example loads the Vaasa example and returns its id, the last word printed.
func (d *desk) example() string {
	d.t.Helper()
	words := strings.Fields(d.done("example", "vaasa-2019-2022"))
	return words[len(words)-1]
}

func (d *desk) file(name, content string) string {
	d.t.Helper()
	if err := os.WriteFile(d.dir+"/"+name, []byte(content), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return name
}
