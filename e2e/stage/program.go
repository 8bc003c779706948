package stage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"tavoitekartta/app/e2estatus"
)

// State is what the window says that it shows.
type State = e2estatus.State

// Options choose how the program is started.
type Options struct {
	// DataDir is given as --data-dir unless empty.
	DataDir string
	// Dark asks for the dark colours, as a desktop with a dark theme does.
	Dark bool
	// Percent is the display's scale, 150 for 150 %; 0 means 100.
	Percent int
	// Language is the system's, as in the variable LANG ("sv_FI"); Finnish when
	// empty.
	Language string
	// Arguments follow --data-dir.
	Arguments []string
	// Windows is where the program runs, nil for this machine itself. There the
	// scale is Windows' own, and Percent does nothing.
	Windows *Windows
}

// Program is one run of the program with its window on a stage.
type Program struct {
	stage   *Stage
	options Options
	command *exec.Cmd
	output  *bytes.Buffer

	mu      sync.Mutex
	state   State
	out     net.Conn // for questions
	asked   int      // questions
	sight   e2estatus.Sight
	changed chan struct{} // closed and replaced at each state and answer
	gone    chan struct{} // closed when the process has ended
	ending  error
}

// Start starts the program at path; it ends with the test.
func (s *Stage) Start(path string, options Options) *Program {
	s.t.Helper()
	listener := s.listen(options)
	p := &Program{stage: s, options: options, output: &bytes.Buffer{}, changed: make(chan struct{}), gone: make(chan struct{})}
	p.command = s.command(path, options)
	p.command.Env = append(p.command.Env, e2estatus.Variable+"="+listener.Addr().String())
	p.command.Stdout, p.command.Stderr = p.output, p.output
	if err := p.command.Start(); err != nil {
		s.t.Fatalf("start the program: %v", err)
	}
	go p.listen(listener)
	go func() {
		p.ending = p.command.Wait()
		listener.Close()
		close(p.gone)
	}()
	s.t.Cleanup(p.Kill)
	return p
}

// listen listens where the program can reach it.
func (s *Stage) listen(options Options) net.Listener {
	s.t.Helper()
	if options.Windows != nil {
		listener, err := listenForWindows()
		if err != nil {
			s.t.Fatalf("listen to the program: %v", err)
		}
		return listener
	}
	// A socket's path may have some hundred bytes; the test's own folder carries
	// the test's name and can be longer.
	folder, err := os.MkdirTemp("", "stage")
	if err != nil {
		s.t.Fatalf("make a folder for the status: %v", err)
	}
	s.t.Cleanup(func() { os.RemoveAll(folder) })
	listener, err := net.Listen("unix", filepath.Join(folder, "socket"))
	if err != nil {
		s.t.Fatalf("listen to the program: %v", err)
	}
	return listener
}

// command is the program with its environment, not started yet.
func (s *Stage) command(path string, options Options) *exec.Cmd {
	s.t.Helper()
	if options.Windows != nil {
		command := options.Windows.command(path, options)
		command.Env = append(command.Env, options.theme())
		return command
	}
	command := exec.Command(path, options.arguments()...)
	command.Env = append(s.environment(), options.environment()...)
	return command
}

func (o Options) arguments() []string {
	if o.DataDir == "" {
		return o.Arguments
	}
	return append([]string{"--data-dir", o.DataDir}, o.Arguments...)
}

func (o Options) environment() []string {
	percent := o.Percent
	if percent == 0 {
		percent = 100
	}
	environment := []string{o.theme(), fmt.Sprintf("FYNE_SCALE=%d.%02d", percent/100, percent%100)}
	if o.Language != "" {
		environment = append(environment, "LANG="+o.Language+".UTF-8")
	}
	return environment
}

func (o Options) theme() string {
	if o.Dark {
		return "FYNE_THEME=dark"
	}
	return "FYNE_THEME=light"
}

// listen takes in the states that the program sends until it ends.
func (p *Program) listen(listener net.Listener) {
	conn, err := listener.Accept()
	if err != nil {
		return
	}
	defer conn.Close()
	p.mu.Lock()
	p.out = conn
	p.mu.Unlock()
	lines := json.NewDecoder(conn)
	for p.take(lines) == nil {
	}
}

// State is the last that the window told.
func (p *Program) State() State {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.state
}

// Await waits until the window is in a state that fits, and returns it. What
// the test waits for is said in words for the case that it does not come.
func (p *Program) Await(what string, fits func(State) bool) State {
	p.stage.t.Helper()
	tooLong := time.NewTimer(Patience)
	defer tooLong.Stop()
	for {
		p.mu.Lock()
		state, changed := p.state, p.changed
		p.mu.Unlock()
		if state.Seq > 0 && fits(state) {
			return state
		}
		select {
		case <-changed:
		case <-p.gone:
			p.fail("waited for %s, but the program ended: %v", what, p.ending)
		case <-tooLong.C:
			p.fail("waited for %s in vain", what)
		}
	}
}

// AwaitScreen waits for the page with the name.
func (p *Program) AwaitScreen(screen string) {
	p.stage.t.Helper()
	p.Await("the page "+screen, func(s State) bool { return s.Screen == screen })
}

// AwaitFocus waits until the control with the label has the focus.
func (p *Program) AwaitFocus(label string) {
	p.stage.t.Helper()
	p.Await("the focus on "+label, func(s State) bool { return s.Focus == label })
}

// AwaitValue waits until the focused control shows the text.
func (p *Program) AwaitValue(text string) {
	p.stage.t.Helper()
	p.Await(fmt.Sprintf("the text %q", text), func(s State) bool { return s.Value == text })
}

// AwaitStored waits until what was typed is on the disk. Wait for the value
// first: saved state and value are of the same moment.
func (p *Program) AwaitStored() {
	p.stage.t.Helper()
	p.Await("the text to be saved", func(s State) bool { return s.Saved == e2estatus.Stored })
}

// Kill ends the program as a power cut would, and waits until it is gone.
func (p *Program) Kill() {
	p.stage.t.Helper()
	_ = p.command.Process.Kill()
	<-p.gone
}

// Process is the id of the program's process.
func (p *Program) Process() int { return p.command.Process.Pid }

// Words are what the program has written to its standard output and errors. It
// has to have ended.
func (p *Program) Words() string {
	<-p.gone
	return p.output.String()
}

// Close closes the window as a person does, and fails if the program does not
// end in order.
func (p *Program) Close() {
	p.stage.t.Helper()
	p.PressToEnd("alt+F4")
	p.AwaitEnd()
}

// PressToEnd presses a key that ends the program, in order or not, and waits for
// its end. A window manager that is busy may miss the key; a person presses it
// again.
func (p *Program) PressToEnd(key string) {
	p.stage.t.Helper()
	for range 4 {
		p.Press(key)
		select {
		case <-p.gone:
			return
		case <-time.After(Patience / 4):
		}
	}
	p.fail("pressed %s to end the program in vain", key)
}

// Terminate ends the program by SIGTERM, as a session that ends does.
func (p *Program) Terminate() {
	p.stage.t.Helper()
	_ = p.command.Process.Signal(syscall.SIGTERM)
	p.AwaitEnd()
}

// AwaitEnd waits for the program to end by itself, without an error.
func (p *Program) AwaitEnd() {
	p.stage.t.Helper()
	select {
	case <-p.gone:
	case <-time.After(Patience):
		p.fail("waited for the program to end in vain")
	}
	var failed *exec.ExitError
	if errors.As(p.ending, &failed) {
		p.fail("the program ended with an error: %v", failed)
	}
}

// fail ends the test with what the window showed and what the program wrote.
func (p *Program) fail(format string, args ...any) {
	p.stage.t.Helper()
	name := strings.NewReplacer("/", "-", " ", "_").Replace(p.stage.t.Name())
	picture := filepath.Join(os.TempDir(), "tavoitekartta-"+name+".png")
	if err := p.stage.Picture().save(picture); err != nil {
		picture = err.Error()
	}
	p.stage.t.Fatalf("%s\nlast state: %+v\npicture: %s\nthe program's own words:\n%s",
		fmt.Sprintf(format, args...), p.State(), picture, p.output.String())
}
