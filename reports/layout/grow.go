package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// mostGrowth is how much higher than asked a field may get, in points: beyond
// that it looks like room for an essay.
const mostGrowth = 112

// trial remembers how pieces fall on pages: of each piece the page on which it
// ends, and of each page how much room is left below.
type trial struct {
	pages []int
	rooms []float64
}

// note remembers where the piece just set has ended; without a trial it does
// nothing.
func (t *trial) note(f *filler) {
	if t == nil {
		return
	}
	t.pages = append(t.pages, len(f.pages)-1)
	for len(t.rooms) < len(f.pages) {
		t.rooms = append(t.rooms, 0)
	}
	t.rooms[len(f.pages)-1] = f.sheet.textBottom() - f.y
}

// grow gives the room that is left on each page to the pieces that take some,
// each as much as the others. Where pages break stays as it is: no page gets
// more than it has, and what did not fit on it has not become smaller.
func grow(pieces []piece) {
	growing := false
	for i := range pieces {
		growing = growing || len(pieces[i].grows) > 0
	}
	if !growing {
		return
	}
	tried := &trial{}
	fill := &filler{targets: map[string]Target{}, trial: tried}
	fill.fill(pieces)
	takers := make([]int, len(tried.rooms))
	for i := range pieces {
		if len(pieces[i].grows) > 0 {
			takers[tried.pages[i]]++
		}
	}
	for i := range pieces {
		page := tried.pages[i]
		if len(pieces[i].grows) > 0 && tried.rooms[page] > 0 {
			// Less than there is, so that no rounding exceeds the page.
			pieces[i].grow(math.Min(math.Floor(0.99*tried.rooms[page]/float64(takers[page])), mostGrowth))
		}
	}
}

// grow makes the piece higher, and in it what grows.
func (p *piece) grow(by float64) {
	for _, index := range p.grows {
		switch operation := p.operations[index].(type) {
		case Widget:
			operation.Height += by
			p.operations[index] = operation
		case Drawn:
			if box, is := operation.Shape.(document.Rectangle); is {
				box.Height += by
				operation.Shape = box
				p.operations[index] = operation
			}
		}
	}
	p.height += by
}

// countSheets tells each page of a sheet of how many pages that is.
func countSheets(pages []Page) {
	for first := 0; first < len(pages); {
		end := first + 1
		for end < len(pages) && pages[end].count > 1 {
			end++
		}
		for i := first; i < end && pages[first].name != ""; i++ {
			pages[i].of = end - first
		}
		first = end
	}
}
