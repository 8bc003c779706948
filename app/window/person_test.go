package window

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"time"

	"fyne.io/fyne/v2/canvas"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
	"tavoitekartta/model/stopwatch"
)

// person is somebody at the window, on a store in memory.
type person struct {
	*testing.T
	window *Window
	store  *worktest.Store
	posted posted
}

// posted is what waits to be done in the window's goroutine, which in a test is
// the test's own.
type posted chan func()

func (p posted) post(do func()) { p <- do }

// settle waits until nothing is done beside the window any more.
func (p person) settle() {
	done := make(chan struct{})
	go func() {
		p.window.running.Wait()
		close(done)
	}()
	for {
		select {
		case do := <-p.posted:
			do()
		case <-done:
			return
		}
	}
}

// at opens the window on an example, or for "" on a programme of 2019–2022 in
// two languages without any content.
func at(t *testing.T, example string) person {
	t.Helper()
	desk, store := worktest.NewDesk()
	if err := desk.Introduce(context.Background(), "sihteeri"); err != nil {
		t.Fatal(err)
	}
	var work *workflow.Work
	if example != "" {
		work = worktest.OpenExample(t, desk, example)
	} else {
		work = emptyProgramme(t, desk)
	}
	app := test.NewTempApp(t)
	posted := make(posted, 1000)
	window, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{
		Desk: desk, Language: "fi", Brightness: "light", Post: posted.post,
	})
	if err != nil {
		t.Fatal(err)
	}
	window.window.Resize(fyne.NewSize(1366, 690))
	window.enter(work)
	return person{t, window, store, posted}
}

func emptyProgramme(t *testing.T, desk *workflow.Desk) *workflow.Work {
	t.Helper()
	work, err := desk.Create(context.Background(), func(st *model.Step) error {
		id, err := st.CreateProgramme()
		if err != nil {
			return err
		}
		for field, value := range map[model.Field]any{
			model.FieldTitle.In(model.Finnish): "Ohjelma", model.FieldFirstLanguage: "fi",
			model.FieldLanguages: []string{"fi", "sv"}, model.FieldFirstYear: 2019, model.FieldLastYear: 2022,
		} {
			if err := st.Set(id, field, model.ValueOf(value)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return work
}

// pageOf is the page that the window shows, which has to be of the kind.
func pageOf[P page](p person) P {
	p.Helper()
	shown, ok := p.window.page.(P)
	if !ok {
		p.Fatalf("the window is at %q", p.window.page.name())
	}
	return shown
}

// editor is what is edited with on the page that is shown.
func (p person) editor() *editor {
	p.Helper()
	switch page := p.window.page.(type) {
	case *contentsPage:
		return &page.editor
	case *detailsPage:
		return &page.editor
	case *bodiesPage:
		return &page.editor
	case *notesPage:
		return &page.editor
	case *chaptersPage:
		return &page.editor
	}
	p.Fatalf("nothing is edited at %q", p.window.page.name())
	return nil
}

// programme is the programme as the store has it.
func (p person) programme() *model.Programme {
	p.Helper()
	state, err := p.store.Load(context.Background(), p.window.work.ID())
	if err != nil {
		p.Fatal(err)
	}
	programme := state.Programme()
	return &programme
}

// press presses the button, chip, card or check with a key.
func (p person) press(key string) {
	p.Helper()
	pressed, ok := p.control(key).(interface{ Press() })
	if !ok {
		p.Fatalf("%s cannot be pressed", key)
	}
	pressed.Press()
}

func (p person) control(key string) fyne.Focusable {
	p.Helper()
	control, found := p.editor().keys[key]
	if !found {
		var keys []string
		for k := range p.editor().keys {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		p.Fatalf("%s has no %s, only %s", p.window.page.name(), key, strings.Join(keys, " "))
	}
	return control
}

// write goes to a field and types in it after what stands there.
func (p person) write(key, words string) {
	p.Helper()
	control := p.control(key)
	p.window.window.Canvas().Focus(control)
	control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // as from a keyboard, whose letters follow a key
	for _, letter := range words {
		control.TypedRune(letter)
	}
}

// enter presses Enter where the keyboard is.
func (p person) enter() {
	p.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// leave takes the keyboard away from where it is.
func (p person) leave() { p.window.window.Canvas().Unfocus() }

// focus returns the key of what has the keyboard.
func (p person) focus() string { return p.editor().focusedKey() }

// said returns what a screen reader is told of the control with a key.
func (p person) said(key string) string {
	p.Helper()
	control, ok := p.control(key).(fyne.Accessible)
	if !ok {
		p.Fatalf("%s says nothing", key)
	}
	return control.AccessibilityLabel()
}

func (p person) wants(what string, got, want any) {
	p.Helper()
	if got != want {
		p.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// choose presses the entry of the main menu with the words of a key.
func (p person) choose(key string) {
	p.Helper()
	for _, menu := range p.window.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == p.window.t(key) {
				item.Action()
				return
			}
		}
	}
	p.Fatalf("the menu has no %q", p.window.t(key))
}

// open opens the window on a store, as at a start.
func open(t *testing.T, desk *workflow.Desk, store *worktest.Store, language string) person {
	t.Helper()
	app := test.NewTempApp(t)
	posted := make(posted, 1000)
	w, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{
		Post: posted.post,
		Desk: desk, Language: language, Brightness: "light", DataFolder: t.TempDir(), Version: "1", About: someAbout(t),
	})
	if err != nil {
		t.Fatal(err)
	}
	w.window.Resize(fyne.NewSize(1366, 690))
	return person{t, w, store, posted}
}

// labelled is the control of the page that is called so.
func (p person) labelled(label string) fyne.Focusable {
	p.Helper()
	for _, c := range p.window.controls {
		if strings.TrimSuffix(ui.LabelOf(c), ".") == strings.TrimSuffix(label, ".") {
			return c
		}
	}
	var all []string
	for _, c := range p.window.controls {
		all = append(all, ui.LabelOf(c))
	}
	p.Fatalf("%s has no %q, only %s", p.window.page.name(), label, strings.Join(all, " | "))
	return nil
}

// tap presses the control with the words of a key.
func (p person) tap(key string, arguments ...any) {
	p.Helper()
	p.labelled(p.window.t(key, arguments...)).(interface{ Press() }).Press()
}

// fill goes to the field with the words of a key, writes in it in place of what
// stands there, and leaves it.
func (p person) fill(key, words string) {
	p.Helper()
	control := p.labelled(p.window.t(key))
	p.window.window.Canvas().Focus(control)
	control.(interface{ SetText(string) }).SetText(words)
	p.window.window.Canvas().Unfocus()
}

// texts are all that the window shows in words.
func (p person) texts() []string {
	var all []string
	collect := func(o fyne.CanvasObject) {
		for _, object := range test.LaidOutObjects(o) {
			if line, isText := object.(*canvas.Text); isText && line.Text != "" {
				all = append(all, line.Text)
			}
		}
	}
	collect(p.window.window.Content())
	for _, overlay := range p.window.window.Canvas().Overlays().List() {
		collect(overlay)
	}
	return all
}

func (p person) shows(words string) bool {
	return strings.Contains(strings.Join(p.texts(), " "), words)
}

// atOnce is how long what a person waits for may take.
const atOnce = 100 * time.Millisecond

// quickest is how long the processor worked for the quickest of several attempts.
// It stops at one that took no longer than it may.
func quickest(most time.Duration, do func()) time.Duration {
	least := time.Hour
	for tries := 0; tries < 20 && least > most; tries++ {
		least = min(least, stopwatch.Work(do))
	}
	return least
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
