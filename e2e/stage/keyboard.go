package stage

import "strings"

// keystrokeDelay is the time between two keystrokes in milliseconds, that of a
// very fast typist; without any the X server may drop the second of two equal
// letters.
const keystrokeDelay = "8"

// Type types the text letter by letter. The text may hold what the Finnish,
// French and German keyboards have; other text is pasted in real life too.
func (p *Program) Type(text string) {
	p.stage.t.Helper()
	if p.options.Windows != nil {
		p.typeInWindows(text)
		return
	}
	p.typePlain(text)
}

// typePlain types letters that have a key of their own, or one of another layout.
func (p *Program) typePlain(text string) {
	p.stage.t.Helper()
	if text != "" {
		p.stage.run("xdotool", "type", "--clearmodifiers", "--delay", keystrokeDelay, "--", text)
	}
}

// Paste copies the text as another program would and pastes it.
func (p *Program) Paste(text string) {
	p.stage.t.Helper()
	// Xclip stays behind, to hand the text out, until the display ends.
	p.stage.runWith(text, "xclip", "-selection", "clipboard")
	p.Press("ctrl+v")
}

// Press presses keys one after another, each by its X name with modifiers
// before a plus: "Tab", "shift+Tab", "ctrl+z", "Return", "alt+Right".
func (p *Program) Press(keys ...string) {
	p.stage.t.Helper()
	p.stage.run("xdotool", append([]string{"key", "--clearmodifiers", "--delay", keystrokeDelay}, keys...)...)
}

// tabStops is more than any page has; a round of the whole page that has not
// met the control never will.
const tabStops = 150

// TabTo presses Tab until the control with the label has the focus. Of a card or
// a chip, which are read out as several sentences, the beginning is enough. What
// was pressed before has to have come to its state: a change of its would count
// as a step.
func (p *Program) TabTo(label string) {
	p.stage.t.Helper()
	p.walkTo("Tab", label)
}

// TabBackTo presses Shift+Tab until the control with the label has the focus.
func (p *Program) TabBackTo(label string) {
	p.stage.t.Helper()
	p.walkTo("shift+Tab", label)
}

func (p *Program) walkTo(key, label string) {
	p.stage.t.Helper()
	var met []string
	for state := p.State(); !IsCalled(state.Focus, label); {
		if len(met) == tabStops {
			p.fail("%s never reached %q; it went by %s", key, label, strings.Join(met, " · "))
		}
		before := state
		p.Press(key)
		// Another state may come between, of a page that has read on: only where
		// the focus is elsewhere has the key been heard.
		state = p.Await("the focus to move", func(s State) bool { return s.Seq > before.Seq && s.Focus != before.Focus })
		met = append(met, state.Focus)
	}
}

// IsCalled says whether what is read out is the label, or begins with it.
func IsCalled(spoken, label string) bool {
	rest, begins := strings.CutPrefix(spoken, label)
	return begins && (rest == "" || strings.ContainsRune(".:,", rune(rest[0])))
}

// Fill goes to the field with the label, replaces what it holds by the text and
// waits until the window shows it.
func (p *Program) Fill(label, text string) {
	p.stage.t.Helper()
	p.TabTo(label)
	if p.State().Value != "" {
		p.Press("ctrl+a", "BackSpace")
		p.Await(label+" to be empty", func(s State) bool { return s.Value == "" })
	}
	p.Type(text)
	p.AwaitValue(text)
}
