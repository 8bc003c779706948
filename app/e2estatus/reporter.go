// Package e2estatus lets a journey test know what the window shows, so that it
// can wait for a state instead of a number of seconds.
//
// It is off unless the program is started with the variable named by
// [Variable], whose value is the path of a Unix socket on which the test
// listens, or, for wine, which has none, a port of this machine as
// "127.0.0.1:40123"; the program itself never listens, and never reports to
// another machine. Each [State] goes out as one line
// of JSON, and so does each [Sight], with which the program answers a line that
// the test writes. What is typed is among it, so the variable is for tests alone.
//
// The package imports neither Fyne nor anything of ours.
package e2estatus

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"sync"
)

// Variable is the environment variable that switches reporting on.
const Variable = "TAVOITEKARTTA_E2E_STATUS"

// Saved says how far what was typed has come.
type Saved string

// The states of saving. Pending begins with the keystroke and ends when the
// change is on the disk.
const (
	NothingToSave Saved = ""
	Pending       Saved = "pending"
	Stored        Saved = "stored"
	Failed        Saved = "failed"
)

// State is what the window shows at one moment. It is reported whenever any
// part of it changes: a test that presses Tab waits for the next one, even if
// the control that has the focus has no label.
type State struct {
	// Seq counts a reporter's states from 1; Report sets it.
	Seq int `json:"seq"`
	// Screen names the page in English words, with its step after a slash:
	// "start", "contents/measures". It does not change with the language.
	Screen string `json:"screen"`
	// Programme is the id of the open programme, or empty.
	Programme string `json:"programme,omitempty"`
	// Focus is the label of the control that has the focus, in the language of
	// the interface, as it is read out.
	Focus string `json:"focus"`
	// Value is the text of that control as typed, or its state in words.
	Value string `json:"value,omitempty"`
	// Problem is the sentence that the control shows of what is wrong with it, as
	// it is read out, or empty.
	Problem string `json:"problem,omitempty"`
	// Saved belongs to the same moment as Value.
	Saved Saved `json:"saved,omitempty"`
	// Message is the key of the error or notice shown, or empty.
	Message string `json:"message,omitempty"`
}

// Reporter sends states to the test that listens. A nil Reporter tells nobody,
// so the program reports without asking whether anyone wants to know. It may be
// used from several goroutines.
type Reporter struct {
	mu   sync.Mutex
	out  net.Conn
	last State
}

// ErrElsewhere says that a test was to be told that is not on this machine.
var ErrElsewhere = errors.New("not an address of this machine")

// Dial connects to the test that listens at the address, the path of a Unix
// socket or a port of this machine. With an empty address it returns nil, the
// reporter that tells nobody.
func Dial(address string) (*Reporter, error) {
	if address == "" {
		return nil, nil
	}
	network, err := networkOf(address)
	if err != nil {
		return nil, err
	}
	out, err := net.Dial(network, address)
	if err != nil {
		return nil, fmt.Errorf("reach the journey test: %w", err)
	}
	return &Reporter{out: out}, nil
}

// networkOf tells a path from a port. Only numbers are taken for the machine: a
// name could stand for any.
func networkOf(address string) (string, error) {
	port, is := portOf(address)
	switch {
	case !is:
		return "unix", nil
	case !port.Addr().IsLoopback():
		return "", fmt.Errorf("reach the journey test at %s: %w", address, ErrElsewhere)
	}
	return "tcp", nil
}

func portOf(address string) (port netip.AddrPort, is bool) {
	port, err := netip.ParseAddrPort(address)
	return port, err == nil
}

// Report sends the state unless it equals the one before; its Seq is ignored.
// A test that has gone away is no trouble of the program's: nothing is returned.
func (r *Reporter) Report(state State) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	state.Seq = r.last.Seq
	if state == r.last && state.Seq > 0 {
		return
	}
	r.send(state)
}

// Update reports the last state with the changes that change makes to it, for
// those who know one part of it alone, like a field that gained the focus. It
// is sent even when nothing differs: two buttons may have the same label.
func (r *Reporter) Update(change func(*State)) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	state := r.last
	change(&state)
	r.send(state)
}

// Close ends the connection.
func (r *Reporter) Close() error {
	if r == nil {
		return nil
	}
	return r.out.Close()
}

func (r *Reporter) send(state State) {
	state.Seq = r.last.Seq + 1
	r.last = state
	line, err := json.Marshal(state)
	if err != nil {
		return
	}
	_, _ = r.out.Write(append(line, '\n'))
}
