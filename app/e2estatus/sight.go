package e2estatus

import (
	"bufio"
	"encoding/json"
	"image"
)

// Control is something in the window that a person can point at, or words that
// stand there to be read.
type Control struct {
	// Label is what is read out, in the language of the interface; of what says
	// nothing, as Fyne's own menus, the words that are drawn in it.
	Label string `json:"label"`
	// Value is the text of a field as typed.
	Value string `json:"value,omitempty"`
	// Words says that it can be read and no more.
	Words bool `json:"words,omitempty"`
	// Place is where it stands in the window, in pixels from the upper left
	// corner, also where it is scrolled away.
	Place image.Rectangle `json:"place"`
	// Around is the innermost part of the window that scrolls it, or the window.
	Around image.Rectangle `json:"around"`
}

// Seen is the part of the control that no scroller cuts off.
func (c Control) Seen() image.Rectangle { return c.Place.Intersect(c.Around) }

// Sight is the answer to a test that asks where the controls are: all that
// stand in the window, what lies above later.
type Sight struct {
	// Asked counts the questions from 1.
	Asked    int       `json:"asked"`
	Controls []Control `json:"controls"`
}

// Answer tells the test where the controls are, once for each line that the test
// writes. It returns when the test has gone; with a nil Reporter at once.
func (r *Reporter) Answer(look func() []Control) {
	if r == nil {
		return
	}
	questions := bufio.NewScanner(r.out)
	for asked := 1; questions.Scan(); asked++ {
		sight := Sight{Asked: asked, Controls: look()}
		line, err := json.Marshal(sight)
		if err != nil {
			return
		}
		r.mu.Lock()
		_, _ = r.out.Write(append(line, '\n'))
		r.mu.Unlock()
	}
}
