package stage

import (
	"bytes"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"time"
)

// Hand presses keys and turns the wheel at once: one xdotool waits for its next
// word, so that no process has to start between a press and its effect.
type Hand struct {
	stage *Stage
	words io.Writer
}

// Hand returns a hand at the display's keyboard and pointer.
func (s *Stage) Hand() *Hand {
	s.t.Helper()
	command := exec.Command("xdotool", "-")
	command.Env = s.environment()
	words, err := command.StdinPipe()
	if err != nil {
		s.t.Fatalf("make a pipe: %v", err)
	}
	s.startHelper(command)
	return &Hand{stage: s, words: words}
}

// Press presses a key, by its name as in [Program.Press].
func (h *Hand) Press(key string) { h.do("key --delay 0 " + key) }

// Point moves the pointer.
func (h *Hand) Point(at image.Point) { h.do(fmt.Sprintf("mousemove %d %d", at.X, at.Y)) }

// Wheel turns the wheel one notch down.
func (h *Hand) Wheel() { h.do("click 5") }

func (h *Hand) do(what string) {
	h.stage.t.Helper()
	if _, err := fmt.Fprintln(h.words, what); err != nil {
		h.stage.t.Fatalf("tell xdotool %q: %v", what, err)
	}
}

// TimeToChange does something and returns how long it takes until the display
// differs within the rectangle by more than a caret. It gives up after a second
// and returns false: some presses change nothing.
func (s *Stage) TimeToChange(within image.Rectangle, do func()) (time.Duration, bool) {
	s.t.Helper()
	look := s.lookAt(within)
	defer look.close()
	before := bytes.Clone(look.pixels())
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	start := time.Now()
	do()
	for ; time.Since(start) < time.Second; <-ticker.C {
		if differing(before, look.pixels()) > caretPixels {
			return time.Since(start), true
		}
	}
	return time.Since(start), false
}

// AwaitStill waits until the display has not changed within the rectangle, but
// for a caret, for so long.
func (s *Stage) AwaitStill(within image.Rectangle, still time.Duration) {
	s.t.Helper()
	look := s.lookAt(within)
	defer look.close()
	ticker := time.NewTicker(settledEvery / 10)
	defer ticker.Stop()
	before, since := bytes.Clone(look.pixels()), time.Now()
	for end := time.Now().Add(Patience); time.Since(since) < still; <-ticker.C {
		if time.Now().After(end) {
			s.t.Fatalf("the display within %v did not settle", within)
		}
		if now := look.pixels(); differing(before, now) > caretPixels {
			before, since = bytes.Clone(now), time.Now()
		}
	}
}

// glance reads one rectangle of the display again and again.
type glance struct {
	stage *Stage
	file  *os.File
	frame dump
	rows  image.Rectangle
	kept  []byte
}

func (s *Stage) lookAt(within image.Rectangle) *glance {
	s.t.Helper()
	frame := s.readFrame()
	file, err := os.Open(s.frame)
	if err != nil {
		s.t.Fatalf("open the display's memory: %v", err)
	}
	rows := within.Intersect(image.Rect(0, 0, frame.width, frame.height))
	return &glance{stage: s, file: file, frame: frame, rows: rows, kept: make([]byte, rows.Dx()*rows.Dy()*bytesPerPixel)}
}

// pixels are those of the rectangle now; the next reading replaces them.
func (g *glance) pixels() []byte {
	g.stage.t.Helper()
	row := g.rows.Dx() * bytesPerPixel
	for y := range g.rows.Dy() {
		from := g.frame.place(image.Pt(g.rows.Min.X, g.rows.Min.Y+y))
		if _, err := g.file.ReadAt(g.kept[y*row:(y+1)*row], int64(from)); err != nil {
			g.stage.t.Fatalf("read the display's memory: %v", err)
		}
	}
	return g.kept
}

func (g *glance) close() { g.file.Close() }

// differing counts the pixels in which two readings differ.
func differing(a, b []byte) int {
	count := 0
	for i := 0; i < len(a); i += bytesPerPixel {
		if !bytes.Equal(a[i:i+bytesPerPixel], b[i:i+bytesPerPixel]) {
			count++
		}
	}
	return count
}
