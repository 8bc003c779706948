// Package placement keeps where the window stands from one start to the next, on
// a screen that is there.
//
// A placement is a rectangle, and whether the window fills the screen. On Windows
// it is the whole window in pixels of the desktop. Elsewhere Fyne does not tell
// where a window is, so only its size is kept, in Fyne's own measure, and the
// window manager chooses the place.
//
// Placements lie in the machine's preferences, not in the data folder: another
// machine has another screen. What stands there is not trusted.
package placement

import (
	"fmt"
	"strings"
)

// Area is a rectangle of the desktop.
type Area struct{ Left, Top, Width, Height int }

// Placement is where a window stands, or goes back to when it no longer fills
// the screen.
type Placement struct {
	Area
	Maximised bool
}

// Sides that a window is given at least and at most, so that a broken preference
// leaves something to grasp.
const (
	leastWidth  = 480
	leastHeight = 320
	farthest    = 1 << 15 // wider than any desktop
)

const (
	form      = "%d,%d %dx%d"
	maximised = " maximised"
)

// String is the form in which a placement is kept: "120,40 1200x680 maximised".
func (p Placement) String() string {
	text := fmt.Sprintf(form, p.Left, p.Top, p.Width, p.Height)
	if p.Maximised {
		text += maximised
	}
	return text
}

// Parse reads what String wrote. It is false for anything else, and for sizes
// and places that no desktop has.
func Parse(text string) (Placement, bool) {
	var p Placement
	rectangle, isMaximised := strings.CutSuffix(text, maximised)
	if read, err := fmt.Sscanf(rectangle, form, &p.Left, &p.Top, &p.Width, &p.Height); err != nil || read != 4 {
		return Placement{}, false
	}
	p.Maximised = isMaximised
	if p.String() != text || !p.possible() {
		return Placement{}, false
	}
	return p, true
}

func (p Placement) possible() bool {
	within := func(n int) bool { return n > -farthest && n < farthest }
	return within(p.Left) && within(p.Top) && p.Width > 0 && p.Height > 0 && within(p.Width) && within(p.Height)
}

// Within moves and shrinks a placement so that it lies whole in one of the areas:
// the one that it covers most of, else the first. Without areas it stays.
func (p Placement) Within(areas []Area) Placement {
	if len(areas) == 0 {
		return p
	}
	home := p.home(areas)
	p.Width = min(max(p.Width, leastWidth), home.Width)
	p.Height = min(max(p.Height, leastHeight), home.Height)
	p.Left = max(home.Left, min(p.Left, home.Left+home.Width-p.Width))
	p.Top = max(home.Top, min(p.Top, home.Top+home.Height-p.Height))
	return p
}

// home is the area that a window covers most of, else the first.
func (a Area) home(areas []Area) Area {
	home := areas[0]
	for _, area := range areas {
		if a.shared(area) > a.shared(home) {
			home = area
		}
	}
	return home
}

// shared is the size of what a window and an area have in common.
func (a Area) shared(other Area) int {
	width := min(a.Left+a.Width, other.Left+other.Width) - max(a.Left, other.Left)
	height := min(a.Top+a.Height, other.Top+other.Height) - max(a.Top, other.Top)
	return max(0, width) * max(0, height)
}

// First is the placement of a first start: what is wanted, in the middle of an
// area; where that is no larger, the window fills it.
func First(width, height int, area Area) Placement {
	p := Placement{Area: Area{
		Left: area.Left + (area.Width-width)/2, Top: area.Top + (area.Height-height)/2, Width: width, Height: height,
	}}
	p.Maximised = width >= area.Width || height >= area.Height
	return p.Within([]Area{area})
}
