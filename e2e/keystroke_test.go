//go:build bench

package e2e

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"tavoitekartta/e2e/stage"
)

// What is asked of typing with 10,000 measures loaded, of the slowest of twenty
// keystrokes: under software GL the letter is in the picture by then.
const (
	mostKeystroke  = 100 * time.Millisecond
	aimedKeystroke = 33 * time.Millisecond
)

// How a very fast typist writes: a letter every typingPace, then a pause in which
// the window saves. The letter that ends the pause meets the saving.
const (
	typingRounds = 3
	typingPace   = 120 * time.Millisecond
	typingPause  = 1005 * time.Millisecond
	typedWord    = "kotoutuja"
	wordsOfRound = 3
)

// TestRatioKeystrokeToFrame types in a measure's title with 10,000 measures
// loaded, in twenty programmes and in one, and in turns in a window with two
// fields and nothing else. Time runs from the key to the pixels.
func TestRatioKeystrokeToFrame(t *testing.T) {
	folder := t.TempDir()
	ours := stage.Build(t, "tavoitekartta", folder)
	plain := stage.Build(t, "tavoitekartta/e2e/stage/testdata/typewriter", folder)
	for _, loaded := range tenThousandMeasures() {
		t.Run(loaded.name, func(t *testing.T) {
			dataDir := t.TempDir()
			leaveOff(t, dataDir, largeFolder(t, dataDir, loaded.sizes...)[0])
			typed, plainly := openTitle(t, ours, dataDir), openTypewriter(t, plain)
			for range typingRounds {
				typed.write(t, wordsOfRound)
				plainly.write(t, wordsOfRound)
			}
			t.Logf("keystroke to frame, while typing: %s; two fields alone: %s", typed.flow, plainly.flow)
			t.Logf("the keystroke that meets the saving: %s; two fields alone: %s", typed.pause, plainly.pause)
			all := slices.Concat(typed.flow, typed.pause)
			t.Logf("all: %s, ratio of p95 %.2f (p95 at most %v, aimed at %v)", all,
				all.percentile(95).Seconds()/slices.Concat(plainly.flow, plainly.pause).percentile(95).Seconds(), mostKeystroke, aimedKeystroke)
			if all.percentile(95) > mostKeystroke || typed.pause.percentile(95) > mostKeystroke {
				t.Error("typing is too slow")
			}
		})
	}
}

// typist writes in one field of one window.
type typist struct {
	display *stage.Stage
	window  *stage.Program
	hand    *stage.Hand
	field   image.Rectangle
	flow    durations // of keystrokes that follow each other
	pause   durations // of those that end a pause
}

// openTitle opens the title of a programme's first measure.
func openTitle(t *testing.T, program, dataDir string) *typist {
	t.Helper()
	display := stage.New(t, stage.Laptop)
	window := display.Start(program, stage.Options{DataDir: dataDir})
	window.AwaitScreen("start")
	window.TabTo("Jatka")
	window.Press("Return")
	window.AwaitScreen("contents/measures")
	window.TabTo("Toimenpide suomeksi")
	return newTypist(display, window)
}

// openTypewriter opens the window with two fields, one of which holds a title.
func openTypewriter(t *testing.T, program string) *typist {
	t.Helper()
	display := stage.New(t, stage.Laptop)
	window := display.Start(program, stage.Options{})
	window.AwaitScreen("typewriter")
	window.Fill("Ensimmäinen", "Laajennetaan 1. neuvontapisteen palveluja")
	return newTypist(display, window)
}

// wholeLaptop is the whole display.
var wholeLaptop = image.Rectangle{Max: image.Pt(stage.Laptop.Width, stage.Laptop.Height)}

// newTypist puts the caret before the text, so that each letter moves a whole
// line: that is told apart from a caret that blinks. The field is where the
// picture changes.
func newTypist(display *stage.Stage, window *stage.Program) *typist {
	d := &typist{display: display, window: window, hand: display.Hand()}
	window.Press("Home")
	display.AwaitStill(wholeLaptop, 2*typingPause)
	before := display.Picture()
	display.TimeToChange(wholeLaptop, func() { d.hand.Press("x") })
	display.AwaitStill(wholeLaptop, 2*typingPace)
	d.field = before.Changed(display.Picture())
	d.hand.Press("BackSpace")
	display.AwaitStill(wholeLaptop, 2*typingPause)
	return d
}

// write types words, each once, and after a pause takes it back; so the text
// keeps its length, and each pause has something to save.
func (d *typist) write(t *testing.T, words int) {
	t.Helper()
	letters := strings.Split(typedWord, "")
	for range words {
		d.strike(t, letters)
		d.strike(t, slices.Repeat([]string{"BackSpace"}, len(letters)))
	}
}

// strike presses keys at the typist's pace, after a pause.
func (d *typist) strike(t *testing.T, keys []string) {
	t.Helper()
	wait := time.NewTimer(typingPause)
	for i, key := range keys {
		<-wait.C
		wait.Reset(typingPace)
		took, came := d.display.TimeToChange(d.field, func() { d.hand.Press(key) })
		switch {
		case !came:
			t.Errorf("the key %s did nothing within %v", key, took)
		case i == 0:
			d.pause = append(d.pause, took)
		default:
			d.flow = append(d.flow, took)
		}
	}
}

// durations are how long the same thing took, several times.
type durations []time.Duration

// percentile is the duration that so many per cent do not exceed.
func (d durations) percentile(percent int) time.Duration {
	sorted := slices.Sorted(slices.Values(d))
	return sorted[(len(sorted)-1)*percent/100]
}

// String tells the median, the slowest of twenty and the slowest.
func (d durations) String() string {
	return fmt.Sprintf("p50 %v, p95 %v, longest %v of %d", d.percentile(50).Round(time.Millisecond),
		d.percentile(95).Round(time.Millisecond), slices.Max(d).Round(time.Millisecond), len(d))
}
