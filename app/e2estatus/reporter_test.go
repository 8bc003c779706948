package e2estatus_test

import (
	"encoding/json"
	"errors"
	"image"
	"net"
	"path/filepath"
	"testing"

	"tavoitekartta/app/e2estatus"
)

func TestNobodyListensUnlessThePathIsGiven(t *testing.T) {
	reporter, err := e2estatus.Dial("")
	if err != nil {
		t.Fatal(err)
	}
	reporter.Report(e2estatus.State{Screen: "start"})
	reporter.Update(func(s *e2estatus.State) { s.Focus = "Uusi" })
	if err := reporter.Close(); err != nil {
		t.Error(err)
	}
}

func TestAMissingListenerIsAnError(t *testing.T) {
	if _, err := e2estatus.Dial(filepath.Join(t.TempDir(), "nobody")); err == nil {
		t.Error("no error where nobody listens")
	}
}

func TestAnotherMachineIsNeverTold(t *testing.T) {
	for _, address := range []string{"192.0.2.1:4000", "0.0.0.0:4000", "[2001:db8::1]:4000"} {
		if _, err := e2estatus.Dial(address); !errors.Is(err, e2estatus.ErrElsewhere) {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := e2estatus.Dial("localhost:4000"); err == nil {
		t.Error("a name was taken for this machine")
	}
}

func TestStatesArriveInOrder(t *testing.T) {
	for network, address := range map[string]string{"unix": filepath.Join(t.TempDir(), "s"), "tcp": "127.0.0.1:0"} {
		t.Run(network, func(t *testing.T) { statesArriveInOrder(t, network, address) })
	}
}

func statesArriveInOrder(t *testing.T, network, address string) {
	listener, err := net.Listen(network, address)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	reporter, err := e2estatus.Dial(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	reporter.Report(e2estatus.State{Screen: "contents/goal", Focus: "Tavoite"})
	reporter.Report(e2estatus.State{Screen: "contents/goal", Focus: "Tavoite"})
	reporter.Update(func(s *e2estatus.State) { s.Value, s.Saved = "Työ", e2estatus.Pending })
	reporter.Update(func(s *e2estatus.State) { s.Saved = e2estatus.Stored })
	if err := reporter.Close(); err != nil {
		t.Fatal(err)
	}

	conn, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	want := []e2estatus.State{
		{Seq: 1, Screen: "contents/goal", Focus: "Tavoite"},
		{Seq: 2, Screen: "contents/goal", Focus: "Tavoite", Value: "Työ", Saved: e2estatus.Pending},
		{Seq: 3, Screen: "contents/goal", Focus: "Tavoite", Value: "Työ", Saved: e2estatus.Stored},
	}
	lines := json.NewDecoder(conn)
	for _, expected := range want {
		var got e2estatus.State
		if err := lines.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if got != expected {
			t.Errorf("got %+v, want %+v", got, expected)
		}
	}
	if lines.More() {
		t.Error("a state that equals the one before was sent again")
	}
}

func TestTheControlsAreToldWhenTheTestAsks(t *testing.T) {
	listener, err := net.Listen("unix", filepath.Join(t.TempDir(), "s"))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	reporter, err := e2estatus.Dial(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	conn, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	button := e2estatus.Control{Label: "Uusi", Place: image.Rect(10, 90, 60, 130), Around: image.Rect(0, 0, 800, 100)}
	looks := 0
	answered := make(chan struct{})
	go func() {
		reporter.Answer(func() []e2estatus.Control { looks++; return []e2estatus.Control{button} })
		close(answered)
	}()
	lines := json.NewDecoder(conn)
	for question := 1; question <= 2; question++ {
		if _, err := conn.Write([]byte("\n")); err != nil {
			t.Fatal(err)
		}
		var sight e2estatus.Sight
		if err := lines.Decode(&sight); err != nil {
			t.Fatal(err)
		}
		if sight.Asked != question || len(sight.Controls) != 1 || sight.Controls[0] != button {
			t.Errorf("answer %d: %+v", question, sight)
		}
		if want := image.Rect(10, 90, 60, 100); sight.Controls[0].Seen() != want {
			t.Errorf("seen is %v, want %v", sight.Controls[0].Seen(), want)
		}
	}
	conn.Close()
	<-answered
	if looks != 2 {
		t.Errorf("the window was looked at %d times for 2 questions", looks)
	}
	var nobody *e2estatus.Reporter
	nobody.Answer(nil)
}
