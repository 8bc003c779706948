//go:build bench && linux

package e2e

import (
	"fmt"
	"image"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tavoitekartta/e2e/stage"
)

// mostStall is the longest that the window may be busy with itself after a press.
const mostStall = 100 * time.Millisecond

// presses is how often each page is scrolled each way.
const presses = 25

// TestRatioStalls scrolls the contents, the timeline and the comparison of a
// programme of 500 measures, by wheel and by key, beside the opening of each.
// Two things are told: the time from the press to the frame, in which other
// programs of the machine have their part, and the processor time that the
// window's thread took for it. The latter is the stall.
func TestRatioStalls(t *testing.T) {
	folder := t.TempDir()
	ours := stage.Build(t, "tavoitekartta", folder)
	dataDir := t.TempDir()
	leaveOff(t, dataDir, largeFolder(t, dataDir, 500)[0])
	opened := openTitle(t, ours, dataDir)
	page := &scroller{display: opened.display, window: opened.window, hand: opened.hand}
	for _, part := range []struct {
		screen, key string
		over        image.Point // what the wheel scrolls
		unfold      int         // rows to open first
	}{
		{"contents", "alt+2", image.Pt(270, 450), 0},
		{"timeline", "alt+3", image.Pt(700, 450), 5},
		{"comparison", "alt+7", image.Pt(700, 500), 0},
	} {
		t.Run(part.screen, func(t *testing.T) {
			opening := page.press(t, func() { page.hand.Press(part.key) })
			page.window.Await("the page "+part.screen, func(s stage.State) bool { return strings.HasPrefix(s.Screen, part.screen) })
			page.display.AwaitStill(wholeLaptop, time.Second)
			for range part.unfold {
				page.window.Press("Return", "Down")
			}
			page.hand.Point(part.over)
			page.display.AwaitStill(wholeLaptop, time.Second)
			var wheel, keys []press
			for i := range presses {
				wheel = append(wheel, page.press(t, page.hand.Wheel))
				keys = append(keys, page.press(t, func() { page.hand.Press([]string{"Down", "Next"}[i%2]) }))
			}
			t.Logf("opened: %s", told([]press{opening}))
			t.Logf("wheel: %s", told(wheel))
			t.Logf("keys: %s", told(keys))
			all := slices.Concat([]press{opening}, wheel, keys)
			if longest := busiest(all); longest > mostStall {
				t.Errorf("the window was busy for %v (at most %v)", longest, mostStall)
			}
		})
	}
	opened.window.Close()
}

// scroller presses keys and turns the wheel in one window.
type scroller struct {
	display *stage.Stage
	window  *stage.Program
	hand    *stage.Hand
}

// press is what came of one press.
type press struct {
	frame time.Duration // from the press to the frame, 0 when nothing changed
	busy  time.Duration // processor time of the window's thread
}

// press does one thing and lets its animations run out.
func (s *scroller) press(t *testing.T, do func()) press {
	t.Helper()
	before := threadTime(t, s.window)
	took, came := s.display.TimeToChange(wholeLaptop, do)
	done := press{busy: threadTime(t, s.window) - before}
	if came {
		done.frame = took
	}
	s.display.AwaitStill(wholeLaptop, 2*typingPace)
	return done
}

// threadTime is the processor time that the window's thread has taken.
func threadTime(t *testing.T, program *stage.Program) time.Duration {
	t.Helper()
	statistics, err := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", program.Process()))
	must(t, err)
	nanoseconds, err := strconv.ParseInt(strings.Fields(string(statistics))[0], 10, 64)
	must(t, err)
	return time.Duration(nanoseconds)
}

func busiest(presses []press) time.Duration {
	longest := time.Duration(0)
	for _, p := range presses {
		longest = max(longest, p.busy)
	}
	return longest
}

func told(presses []press) string {
	var frames durations
	for _, p := range presses {
		if p.frame > 0 {
			frames = append(frames, p.frame)
		}
	}
	if len(frames) == 0 {
		return "nothing changed"
	}
	return fmt.Sprintf("to the frame %s; the window was busy for %v at most", frames, busiest(presses).Round(time.Millisecond))
}
