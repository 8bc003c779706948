//go:build bench

package e2e

import (
	"image"
	"slices"
	"testing"
	"time"

	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
)

// TestRatioStartToFirstFrame compares the time from starting the process to its
// first drawn frame, with the example loaded, with that of a window with nothing
// in it. The two take turns, so that what else the machine does hits both.
func TestRatioStartToFirstFrame(t *testing.T) {
	const (
		rounds = 9
		atMost = 1.3
	)
	folder := t.TempDir()
	ours := stage.Build(t, "tavoitekartta", folder)
	empty := stage.Build(t, "tavoitekartta/e2e/stage/testdata/emptywindow", folder)
	dataDir := t.TempDir()
	outcome.Ask(t, ours, dataDir, "example", "vaasa-2019-2022")
	display := stage.New(t, stage.Laptop)
	welcome(t, display, ours, dataDir)

	var oursTook, emptyTook, readyAfter []time.Duration
	for range rounds {
		emptyTook = append(emptyTook, firstFrame(t, display, empty, stage.Options{}, nil))
		begun := time.Now()
		oursTook = append(oursTook, firstFrame(t, display, ours, stage.Options{DataDir: dataDir}, func(p *stage.Program) {
			p.AwaitScreen("start")
			readyAfter = append(readyAfter, time.Since(begun))
		}))
	}
	slices.Sort(oursTook)
	slices.Sort(emptyTook)
	slices.Sort(readyAfter)
	ourMedian, emptyMedian := oursTook[rounds/2], emptyTook[rounds/2]
	ratio := ourMedian.Seconds() / emptyMedian.Seconds()
	t.Logf("ratio start to first frame: %.2f (ours %v, empty Fyne window %v; at most %.1f)",
		ratio, ourMedian.Round(time.Millisecond), emptyMedian.Round(time.Millisecond), atMost)
	t.Logf("the programmes stand in the window after %v", readyAfter[rounds/2].Round(time.Millisecond))
	if ratio > atMost {
		t.Error("the start is too slow")
	}
}

// firstFrame starts the program, returns when its window has drawn, and ends it.
// Use says what else to do with the window before that; it may be nil.
func firstFrame(t *testing.T, display *stage.Stage, program string, options stage.Options, use func(*stage.Program)) time.Duration {
	t.Helper()
	// The middle of the window; an empty display is black, a light window is not.
	middle := image.Pt(stage.Laptop.Width/2, stage.Laptop.Height/2)
	display.AwaitLight(middle, false)
	start := time.Now()
	run := display.Start(program, options)
	display.AwaitLight(middle, true)
	took := time.Since(start)
	if use != nil {
		use(run)
	}
	// Ended in order: what a power cut leaves is looked through at the next start.
	run.Close()
	return took
}

// welcome goes through the questions of the first start, so that the starts
// measured are everyday ones: they show the programmes.
func welcome(t *testing.T, display *stage.Stage, program, dataDir string) {
	t.Helper()
	run := display.Start(program, stage.Options{DataDir: dataDir})
	run.AwaitScreen("welcome")
	run.TabTo("Aloita")
	run.Press("Return")
	run.AwaitScreen("start")
	run.Close()
}
