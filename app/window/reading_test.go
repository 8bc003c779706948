package window

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

var updateReadings = flag.Bool("update-readings", false, "write the readings that the test finds")

// heard goes through the window as Fyne's accessibility does on Windows: through
// containers and their visible objects alone, the menu left out. It returns what
// a screen reader has to read, in its order.
func (p person) heard() []fyne.Accessible {
	var all []fyne.Accessible
	var collect func(object fyne.CanvasObject)
	collect = func(object fyne.CanvasObject) {
		if object == nil || !object.Visible() {
			return
		}
		if speaker, speaks := object.(fyne.Accessible); speaks && speaker.AccessibilityRole() != fyne.AccessibleRoleContainer {
			all = append(all, speaker)
		}
		if box, isBox := object.(*fyne.Container); isBox {
			for _, child := range box.Objects {
				collect(child)
			}
		}
	}
	c := p.window.window.Canvas()
	collect(c.Content())
	for _, overlay := range c.Overlays().List() {
		collect(overlay)
	}
	return all
}

// reading is what is heard, a line for each thing: its role, ">" where the keys
// go, "…" where it is scrolled out of sight.
func (p person) reading() string {
	var lines strings.Builder
	for _, speaker := range p.heard() {
		sign := " "
		if speaker.(interface{ AccessibilityFocused() bool }).AccessibilityFocused() {
			sign = ">"
		}
		if speaker.(fyne.CanvasObject).Size().IsZero() {
			sign += "…"
		}
		words := strings.ReplaceAll(speaker.AccessibilityLabel(), "\n", " / ")
		fmt.Fprintf(&lines, "%s\t%s\t%s\n", sign, speaker.AccessibilityRole(), words)
	}
	return lines.String()
}

// readPages are the main pages, each as it stands when it has just been opened.
func readPages() []stop {
	return []stop{
		{"start", func(p person) { p.window.goHome() }},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "vaasa-2019-2022")) }},
		{"contents/measures", stepOfGoal(stepMeasures)},
		{"details/publication", func(p person) {
			p.window.openDetails("", model.FieldPublished)
			p.fill("details.published", "32.13.2026")
		}},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"overview-message", func(p person) { p.window.show(messageError, "error.unexpected") }},
		{"decision", func(p person) { p.window.dismiss(); p.window.openView(viewDecision) }},
		{"reports", func(p person) { p.window.openView(viewReports) }},
		{"timeline", func(p person) { p.window.openView(viewTimeline) }},
		{"dialog", func(p person) { p.window.discard() }},
	}
}

// TestThePagesAreReadInTheirOrder holds what a screen reader hears on the main
// pages against testdata/readings: label, value, hint, error and state of every
// control, and the texts between them.
func TestThePagesAreReadInTheirOrder(t *testing.T) {
	for _, language := range texts.Languages() {
		t.Run(string(language), func(t *testing.T) {
			desk, store := worktest.NewDesk()
			p := open(t, desk, store, string(language))
			p.introduced("S")
			for _, s := range readPages() {
				p.closeDialogs()
				s.way(p)
				test.LaidOutObjects(p.window.window.Content())
				p.holdReading(s.page, string(language))
			}
		})
	}
}

func (p person) holdReading(page, language string) {
	p.Helper()
	name := filepath.Join("testdata", "readings", strings.ReplaceAll(page, "/", "-")+"."+language+".txt")
	home, err := os.UserHomeDir()
	must(p, err)
	got := strings.ReplaceAll(p.reading(), home+string(filepath.Separator), "~/")
	if *updateReadings {
		must(p, os.MkdirAll(filepath.Dir(name), 0o755))
		must(p, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	must(p, err)
	if got != string(want) {
		p.Errorf("%s is read as\n%s\nwant\n%s", page, got, want)
	}
}

// checkReading fails for what takes the focus or shows words and is not read.
func (p person) checkReading(page string) {
	p.Helper()
	var all strings.Builder
	focused := 0
	for _, speaker := range p.heard() {
		all.WriteString(speaker.AccessibilityLabel() + "\n")
		if speaker.(interface{ AccessibilityFocused() bool }).AccessibilityFocused() {
			focused++
		}
	}
	if at := p.window.window.Canvas().Focused(); focused != 1 && at != nil {
		p.Errorf("%s: the focus is on %T %q, and %d things are read as having it", page, at, ui.LabelOf(at), focused)
	}
	test.LaidOutObjects(p.top())
	heard := oneSpaced(all.String())
	for _, object := range inSight(p.top()) {
		speaker, speaks := object.(fyne.Accessible)
		if !speaks || speaker.AccessibilityRole() == fyne.AccessibleRoleContainer {
			continue
		}
		if words := oneSpaced(speaker.AccessibilityLabel()); !strings.Contains(heard, strings.TrimSuffix(words, ".")) {
			p.Errorf("%s: %T %q is not read", page, object, words)
		}
	}
}

func oneSpaced(words string) string { return strings.Join(strings.Fields(words), " ") }

// inSight returns an object and all that is drawn in it, without what is hidden.
func inSight(object fyne.CanvasObject) []fyne.CanvasObject {
	if object == nil || !object.Visible() {
		return nil
	}
	objects := []fyne.CanvasObject{object}
	var drawn []fyne.CanvasObject
	switch shown := object.(type) {
	case *fyne.Container:
		drawn = shown.Objects
	case fyne.Widget:
		drawn = test.WidgetRenderer(shown).Objects()
	}
	for _, inner := range drawn {
		objects = append(objects, inSight(inner)...)
	}
	return objects
}
