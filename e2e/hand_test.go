package e2e

import (
	"encoding/json"
	"strings"

	"tavoitekartta/assets"
	"tavoitekartta/e2e/stage"
)

// hand does what a person does at the window, by keyboard alone or by mouse
// alone. Labels are as they are read out; the beginning of one is enough where
// it is a sentence.
type hand interface {
	// press presses a button, a card, a row, a chip; pressAfter the one that
	// stands after another control, where several are called the same.
	press(label string)
	pressAfter(before, label string)
	// meets comes to where a control is, and presses nothing.
	meets(label string)
	// fill writes into a field in place of what it holds.
	fill(label, text string)
	fillAfter(before, label, text string)
	// take types into a field that proposes, and takes a row of its list.
	take(label, typed, row string)
	// pick chooses a row of a list that stands after another control.
	pick(after, row string)
	// follow presses what is in sight, or the keys that do the same.
	follow(label, keys string)
	// choose takes an entry of the main menu, or presses the keys that do the same.
	choose(menu, entry, keys string)
}

// keyboard is a hand that never touches the mouse.
type keyboard struct{ *writer }

func (k keyboard) press(label string) {
	k.Helper()
	k.meets(label)
	k.Press("Return")
}

func (k keyboard) pressAfter(before, label string) {
	k.Helper()
	k.meets(before)
	k.press(label)
}

// meets waits until the eyes see the control before the keyboard goes there.
func (k keyboard) meets(label string) {
	k.Helper()
	k.AwaitControl(stage.Spot{Label: label})
	k.TabTo(label)
}

func (k keyboard) fill(label, text string) {
	k.Helper()
	k.meets(label)
	k.Fill(label, text)
}

func (k keyboard) fillAfter(before, label, text string) {
	k.Helper()
	k.meets(before)
	k.Fill(label, text)
}

func (k keyboard) take(label, typed, _ string) {
	k.Helper()
	k.fill(label, typed)
	k.Press("Return")
}

// pick comes to the list by Tab and finds the row by its first letters.
func (k keyboard) pick(after, row string) {
	k.Helper()
	k.meets(after)
	before := k.State().Seq
	k.Press("Tab")
	list := k.Await("the list", func(s stage.State) bool { return s.Seq > before })
	if !stage.IsCalled(list.Focus, row) {
		k.Type(strings.ToLower(string([]rune(row)[:4])))
		k.awaitCalled(row)
	}
	k.Press("Return")
}

func (k keyboard) follow(_, keys string) {
	k.Helper()
	k.Press(keys)
}

func (k keyboard) choose(_, _, keys string) {
	k.Helper()
	k.Press(keys)
}

// mouse is a hand that types nothing but texts, into fields that it clicked.
type mouse struct{ *writer }

func (m mouse) press(label string) {
	m.Helper()
	m.Click(stage.Spot{Label: label})
}

func (m mouse) pressAfter(before, label string) {
	m.Helper()
	m.Click(stage.Spot{After: before, Label: label})
}

func (m mouse) meets(label string) {
	m.Helper()
	m.Find(stage.Spot{Label: label})
}

func (m mouse) fill(label, text string) {
	m.Helper()
	m.Write(stage.Spot{Label: label}, text, m.toolkitSaid("Select all"))
}

func (m mouse) fillAfter(before, label, text string) {
	m.Helper()
	m.Write(stage.Spot{After: before, Label: label}, text, m.toolkitSaid("Select all"))
}

func (m mouse) take(label, typed, row string) {
	m.Helper()
	m.fill(label, typed)
	m.Click(stage.Spot{Label: row, Above: true})
}

func (m mouse) pick(_, row string) {
	m.Helper()
	m.press(row)
}

func (m mouse) follow(label, _ string) {
	m.Helper()
	m.press(label)
}

func (m mouse) choose(menu, entry, _ string) {
	m.Helper()
	m.Click(stage.Spot{Label: menu, Above: true})
	m.Click(stage.Spot{Label: entry, Above: true})
}

// toolkitSaid are the words of the toolkit's own menus in the interface's
// language.
func (w *writer) toolkitSaid(key string) string {
	w.Helper()
	words, err := assets.ToolkitTexts(string(w.words.Language()))
	if err != nil {
		w.Fatal(err)
	}
	var all map[string]json.RawMessage
	var said string
	if err := json.Unmarshal(words, &all); err != nil {
		w.Fatal(err)
	}
	if err := json.Unmarshal(all[key], &said); err != nil {
		w.Fatal(err)
	}
	return said
}

// recorded is a hand whose acts leave pictures, where that is asked for.
type recorded struct {
	hand
	week *week
}

func (r recorded) press(label string) {
	r.week.Helper()
	r.hand.press(label)
	r.week.record("press", label)
}

func (r recorded) pressAfter(before, label string) {
	r.week.Helper()
	r.hand.pressAfter(before, label)
	r.week.record("press", label)
}

func (r recorded) meets(label string) {
	r.week.Helper()
	r.hand.meets(label)
	r.week.record("see", label)
}

func (r recorded) fill(label, text string) {
	r.week.Helper()
	r.hand.fill(label, text)
	r.week.record("fill", label)
}

func (r recorded) fillAfter(before, label, text string) {
	r.week.Helper()
	r.hand.fillAfter(before, label, text)
	r.week.record("fill", label)
}

func (r recorded) take(label, typed, row string) {
	r.week.Helper()
	r.hand.take(label, typed, row)
	r.week.record("take", row)
}

func (r recorded) pick(after, row string) {
	r.week.Helper()
	r.hand.pick(after, row)
	r.week.record("pick", row)
}

func (r recorded) follow(label, keys string) {
	r.week.Helper()
	r.hand.follow(label, keys)
	r.week.record("press", label)
}

func (r recorded) choose(menu, entry, keys string) {
	r.week.Helper()
	r.hand.choose(menu, entry, keys)
	r.week.record("choose", entry)
}
