package ui

import (
	"encoding/json"
	"net"
	"path/filepath"
	"testing"

	"tavoitekartta/app/e2estatus"
)

// listening returns a reporter and what reads its states.
func listening(t *testing.T) (*e2estatus.Reporter, *json.Decoder) {
	t.Helper()
	listener, err := net.Listen("unix", filepath.Join(t.TempDir(), "s"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	reporter, err := e2estatus.Dial(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	conn, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return reporter, json.NewDecoder(conn)
}

func TestAWatchedWindowTellsItsFocus(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Tavoite")
	first, second := NewButton(d.Kit, ButtonQuiet, "Poista", func() {}), NewButton(d.Kit, ButtonQuiet, "Poista", func() {})
	canvas := d.show(600, 400, field, first, second)
	reporter, states := listening(t)
	w := &watcher{window: d.window, reporter: reporter, fill: func(s *e2estatus.State) { s.Screen = "contents/goal" }}

	w.look()
	canvas.FocusNext()
	if _, speaks := canvas.Focused().(interface{ Spoken() Spoken }); !speaks {
		t.Error("a field's entry does not say what it is when it has the focus")
	}
	d.typeText("Työ")
	w.look()
	w.look()
	canvas.Focus(first)
	w.look()
	canvas.Focus(second)
	w.look()
	if err := reporter.Close(); err != nil {
		t.Fatal(err)
	}

	for i, want := range []e2estatus.State{
		{Screen: "contents/goal"},
		{Screen: "contents/goal", Focus: "Tavoite", Value: "Työ"},
		{Screen: "contents/goal", Focus: "Poista"},
		{Screen: "contents/goal", Focus: "Poista"},
	} {
		want.Seq = i + 1
		var got e2estatus.State
		if err := states.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	if states.More() {
		t.Error("a look at the same window told something again")
	}
}
