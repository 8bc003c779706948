package stage

import (
	"encoding/json"
	"fmt"
	"image"
	"slices"
	"strconv"
	"strings"
	"time"

	"tavoitekartta/app/e2estatus"
)

// Control is something in the window that can be pointed at, or read.
type Control = e2estatus.Control

// askEvery is how often the window is asked where its controls are while a test
// waits for one: nothing tells when the last frame of a change has been drawn.
const askEvery = 40 * time.Millisecond

// Controls asks the window where its controls are.
func (p *Program) Controls() []Control {
	p.stage.t.Helper()
	p.mu.Lock()
	p.asked++
	asked := p.asked
	_, err := p.out.Write([]byte("\n"))
	p.mu.Unlock()
	if err != nil {
		p.fail("ask where the controls are: %v", err)
	}
	tooLong := time.NewTimer(Patience)
	defer tooLong.Stop()
	for {
		p.mu.Lock()
		sight, changed := p.sight, p.changed
		p.mu.Unlock()
		if sight.Asked >= asked {
			return sight.Controls
		}
		select {
		case <-changed:
		case <-p.gone:
			p.fail("asked where the controls are, but the program ended: %v", p.ending)
		case <-tooLong.C:
			p.fail("the window did not tell where its controls are")
		}
	}
}

// Sees tells whether the window shows what begins with the label now, as words
// or as a control.
func (p *Program) Sees(label string) bool {
	p.stage.t.Helper()
	return slices.ContainsFunc(p.Controls(), func(c Control) bool {
		return IsCalled(c.Label, label) && !c.Seen().Empty()
	})
}

// Spot says which control is meant: the first one that is called Label, or whose
// label begins so as a sentence does.
type Spot struct {
	Label string
	// After is what stands before it, where several are called the same.
	After string
	// Above says that it is the last one: it lies above the page, as the rows of
	// an open list and the entries of a menu do.
	Above bool
}

// Click moves the pointer to a control and presses it. Where it is scrolled away
// the wheel brings it first.
func (p *Program) Click(spot Spot) {
	p.stage.t.Helper()
	p.clickAt(middle(p.Find(spot).Seen()), leftButton)
}

// AwaitControl waits until the window has a control, be it scrolled away.
func (p *Program) AwaitControl(spot Spot) {
	p.stage.t.Helper()
	look := time.NewTicker(askEvery)
	defer look.Stop()
	var shown []Control
	for end := time.Now().Add(Patience); time.Now().Before(end); <-look.C {
		shown = p.Controls()
		if _, there := spot.among(shown); there {
			return
		}
	}
	p.fail("the window has no %+v, only %s", spot, names(shown))
}

// Find waits until a control stands still where it can be pressed.
func (p *Program) Find(spot Spot) Control {
	p.stage.t.Helper()
	look := time.NewTicker(askEvery)
	defer look.Stop()
	var last Control
	var turnedAt image.Rectangle // where it stood when the wheel was turned for it
	var shown []Control
	for end := time.Now().Add(Patience); time.Now().Before(end); <-look.C {
		shown = p.Controls()
		found, there := spot.among(shown)
		switch {
		case !there:
			last = Control{}
		case found.Place == turnedAt: // the turn has not been taken in yet
		case !middle(found.Place).In(found.Around):
			turnedAt, last = found.Place, Control{}
			p.wheelTowards(found)
		case found == last:
			return found
		default:
			last = found
		}
	}
	p.fail("the window has no %+v to press, only %s", spot, names(shown))
	return Control{}
}

func (s Spot) among(shown []Control) (Control, bool) {
	if s.After != "" {
		before := slices.IndexFunc(shown, func(c Control) bool { return IsCalled(c.Label, s.After) })
		shown = shown[before+1:]
	}
	if s.Above {
		shown = slices.Clone(shown)
		slices.Reverse(shown)
	}
	at := slices.IndexFunc(shown, func(c Control) bool { return !c.Words && IsCalled(c.Label, s.Label) })
	if at < 0 {
		return Control{}, false
	}
	return shown[at], true
}

func names(shown []Control) string {
	var all []string
	for _, c := range shown {
		if !c.Words {
			all = append(all, fmt.Sprintf("%s %v", c.Label, c.Seen()))
		}
	}
	return strings.Join(all, " | ")
}

func middle(r image.Rectangle) image.Point { return r.Min.Add(r.Size().Div(2)) }

// The buttons of the mouse as X numbers them; its wheel counts as two.
const (
	leftButton  = 1
	rightButton = 3
	wheelUp     = 4
	wheelDown   = 5
)

// wheelTowards turns the wheel one notch over what scrolls the control.
func (p *Program) wheelTowards(c Control) {
	p.stage.t.Helper()
	button := wheelDown
	if c.Place.Min.Y < c.Around.Min.Y {
		button = wheelUp
	}
	p.clickAt(middle(c.Around), button)
}

func (p *Program) clickAt(at image.Point, button int) {
	p.stage.t.Helper()
	p.stage.run("xdotool", "mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y), "click", strconv.Itoa(button))
}

// Write clicks into a field and types the text in place of what it holds, which
// the field's own menu selects by its entry called selectAll.
func (p *Program) Write(spot Spot, text, selectAll string) {
	p.stage.t.Helper()
	field := p.Find(spot)
	p.clickAt(middle(field.Seen()), leftButton)
	p.Await("the focus in "+spot.Label, func(s State) bool { return IsCalled(s.Focus, spot.Label) })
	if field.Value != "" {
		p.clickAt(middle(field.Seen()), rightButton)
		p.Click(Spot{Label: selectAll})
	}
	p.Type(text)
	p.AwaitValue(text)
}

// line is a line of what the program tells: a state, or the answer to a question.
type line struct {
	e2estatus.State
	e2estatus.Sight
}

// take takes in a line that the program told.
func (p *Program) take(lines *json.Decoder) error {
	var told line
	if err := lines.Decode(&told); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if told.Asked > 0 {
		p.sight = told.Sight
	} else {
		p.state = told.State
	}
	close(p.changed)
	p.changed = make(chan struct{})
	return nil
}
