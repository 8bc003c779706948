package commands

import (
	"net"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// hasDisplay tells whether a window can be shown at all. Only X11 and Wayland
// tell it by their variables, and a variable left over names a display that is
// gone; the window toolkit would end the program on it. Other systems always
// have a screen.
func hasDisplay(getenv func(string) string) bool {
	if slices.Contains([]string{"windows", "darwin"}, runtime.GOOS) {
		return true
	}
	return answers(waylandAddress(getenv)) || answers(x11Address(getenv("DISPLAY")))
}

// networkAddress is where a display listens.
type networkAddress struct{ network, address string }

// displayPatience is how long a display on another machine may take to answer.
const displayPatience = 3 * time.Second

func answers(at networkAddress) bool {
	if at.address == "" {
		return false
	}
	c, err := net.DialTimeout(at.network, at.address, displayPatience)
	if err != nil {
		return false
	}
	_ = c.Close()
	return true
}

func waylandAddress(getenv func(string) string) networkAddress {
	name := getenv("WAYLAND_DISPLAY")
	if name != "" && !filepath.IsAbs(name) {
		name = filepath.Join(getenv("XDG_RUNTIME_DIR"), name)
	}
	return networkAddress{"unix", name}
}

// x11Address reads ":0", ":0.1" and "host:10.0" (X(7), "DISPLAY NAMES").
func x11Address(display string) networkAddress {
	colon := strings.LastIndexByte(display, ':')
	if colon < 0 {
		return networkAddress{}
	}
	host := display[:colon]
	number, _, _ := strings.Cut(display[colon+1:], ".")
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 {
		return networkAddress{}
	}
	if host == "" || host == "unix" {
		return networkAddress{"unix", "/tmp/.X11-unix/X" + number}
	}
	return networkAddress{"tcp", net.JoinHostPort(host, strconv.Itoa(6000+n))}
}
