package commands

import "testing"

func TestDisplayNamesAreReadAsXReadsThem(t *testing.T) {
	for display, want := range map[string]networkAddress{
		":0":                 {"unix", "/tmp/.X11-unix/X0"},
		":12.1":              {"unix", "/tmp/.X11-unix/X12"},
		"unix:3":             {"unix", "/tmp/.X11-unix/X3"},
		"localhost:10.0":     {"tcp", "localhost:6010"},
		"":                   {},
		"nonsense":           {},
		":zero":              {},
		":-1":                {},
		":99999999999999999": {"unix", "/tmp/.X11-unix/X99999999999999999"},
	} {
		if got := x11Address(display); got != want {
			t.Errorf("%q is at %v, want %v", display, got, want)
		}
	}
}
