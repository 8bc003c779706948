// Package stage puts the real program before a test the way a person has it: a
// display, a Finnish keyboard, a pointer, eyes. The display is in memory (Xvfb),
// so journeys run where there is no screen.
//
// Words: a [Stage] is one display with its keyboard and window manager; a
// [Program] is one run of the program on it; a [State] is what the window says
// that it shows (see app/e2estatus). Waiting is always for a state, never for a
// time: what does not come within [Patience] fails the test, with a picture of
// the window beside the other output.
//
// It needs Xvfb, setxkbmap, xclip, xdotool, openbox and pdftotext; make
// setup-test installs them.
package stage

import (
	"bufio"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Patience is how long a test waits for the window to come to a state. Long,
// since two slow cores draw by software while other tests run; nothing waits
// longer than it has to.
const Patience = 60 * time.Second

// windowManager is openbox's configuration: each window fills the display
// without decorations, and no key but Alt+F4 is the window manager's own.
//
//go:embed openbox.xml
var windowManager []byte

// keyboardLayouts begins with the Finnish one. The others stand behind it for
// letters that Finns type with two keys or not at all (é, ü, ß); a letter that
// stands in none would be put on a spare key so shortly that the window misses it.
const keyboardLayouts = "fi,fr,de"

// Size is that of a display, in pixels.
type Size struct{ Width, Height int }

// Laptop is the display that the screens are drawn for.
var Laptop = Size{Width: 1366, Height: 768}

// Stage is one display in memory with a Finnish keyboard.
type Stage struct {
	t       testing.TB
	display string
	home    string
	frame   string // the file in which Xvfb keeps what the display shows
}

// New starts a display of the size on a free number, with a Finnish keyboard and
// a window manager. All ends with the test.
func New(t testing.TB, size Size) *Stage {
	t.Helper()
	home := t.TempDir()
	s := &Stage{t: t, home: home, frame: filepath.Join(home, "Xvfb_screen0")}
	s.startDisplay(size)
	s.run("setxkbmap", "-layout", keyboardLayouts)
	s.startWindowManager()
	// The pointer would hover over a control in the middle of the window.
	s.run("xdotool", "mousemove", strconv.Itoa(size.Width-1), strconv.Itoa(size.Height-1))
	return s
}

// Display is the display's name as in the variable DISPLAY.
func (s *Stage) Display() string { return s.display }

func (s *Stage) startDisplay(size Size) {
	s.t.Helper()
	number, tell, err := os.Pipe()
	if err != nil {
		s.t.Fatalf("make a pipe: %v", err)
	}
	defer number.Close()
	// -r: a key does not repeat, however late a busy machine hears that it was let go.
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-fbdir", s.home, "-nolisten", "tcp", "-noreset", "-r",
		"-screen", "0", fmt.Sprintf("%dx%dx24", size.Width, size.Height))
	xvfb.ExtraFiles = []*os.File{tell}
	s.startHelper(xvfb)
	tell.Close()
	_ = number.SetReadDeadline(time.Now().Add(Patience))
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		s.t.Fatalf("Xvfb did not tell its display: %v", err)
	}
	s.display = ":" + strings.TrimSpace(line)
}

func (s *Stage) startWindowManager() {
	s.t.Helper()
	settings := filepath.Join(s.home, "openbox.xml")
	if err := os.WriteFile(settings, windowManager, 0o600); err != nil {
		s.t.Fatalf("write openbox's settings: %v", err)
	}
	ready, tell, err := os.Pipe()
	if err != nil {
		s.t.Fatalf("make a pipe: %v", err)
	}
	defer ready.Close()
	// Openbox runs the startup command once it manages the display.
	openbox := exec.Command("openbox", "--sm-disable", "--config-file", settings,
		"--startup", fmt.Sprintf("sh -c 'echo ready >/proc/%d/fd/%d'", os.Getpid(), tell.Fd()))
	openbox.Env = s.environment()
	s.startHelper(openbox)
	_ = ready.SetReadDeadline(time.Now().Add(Patience))
	if _, err := bufio.NewReader(ready).ReadString('\n'); err != nil {
		s.t.Fatalf("openbox did not start: %v", err)
	}
	tell.Close()
}

// startHelper starts a process that ends with the test.
func (s *Stage) startHelper(command *exec.Cmd) {
	s.t.Helper()
	if err := command.Start(); err != nil {
		s.t.Fatalf("start %s (make setup-test installs it): %v", command.Path, err)
	}
	s.t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
}

// run does one command on the display, to its end.
func (s *Stage) run(name string, args ...string) string {
	s.t.Helper()
	command := exec.Command(name, args...)
	command.Env = s.environment()
	var complaint strings.Builder
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		s.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, complaint.String())
	}
	return string(out)
}

// runWith does one command on the display with an input. Its output goes nowhere:
// a child that it leaves behind may keep it open.
func (s *Stage) runWith(input, name string, args ...string) {
	s.t.Helper()
	command := exec.Command(name, args...)
	command.Env = s.environment()
	command.Stdin = strings.NewReader(input)
	if err := command.Run(); err != nil {
		s.t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
}

// environment is a new user's: an empty home, no session, this display alone.
// The characters typed reach the window as UTF-8 whatever locales are installed.
func (s *Stage) environment() []string {
	return []string{
		"DISPLAY=" + s.display,
		"HOME=" + s.home,
		"XDG_CONFIG_HOME=" + filepath.Join(s.home, "config"),
		"XDG_DATA_HOME=" + filepath.Join(s.home, "data"),
		"XDG_CACHE_HOME=" + filepath.Join(s.home, "cache"),
		"XDG_RUNTIME_DIR=" + s.home,
		"PATH=" + os.Getenv("PATH"),
		"LANG=fi_FI.UTF-8",
		"LC_CTYPE=C.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1",
	}
}
