package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// rowView is a scrolling list of rows of unequal height of which only those in
// view exist as objects: the tree and the timeline are such.
type rowView struct {
	tops   []float32 // of each row, and the bottom of the last
	cursor int
	scroll *container.Scroll
	rulers rulers
}

// count is the number of rows whose heights are known.
func (v *rowView) count() int { return max(0, len(v.tops)-1) }

// inView returns the first and the last row that the scroller shows.
func (v *rowView) inView() (first, last int) {
	top, bottom := v.scroll.Offset.Y, v.scroll.Offset.Y+v.scroll.Size().Height
	first, _ = slices.BinarySearch(v.tops, top)
	first = max(0, first-1)
	last = first
	for last < v.count()-1 && v.tops[last+1] < bottom {
		last++
	}
	return first, min(last, v.count()-1)
}

// walk returns the row to which a key leads from the cursor, which is outside the
// list at its ends, and whether it is such a key. The rows have to be measured.
func (v *rowView) walk(key fyne.KeyName) (to int, walks bool) {
	switch key {
	case fyne.KeyUp:
		return v.cursor - 1, true
	case fyne.KeyDown:
		return v.cursor + 1, true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return v.count() - 1, true
	case fyne.KeyPageUp:
		return v.pageFrom(-1), true
	case fyne.KeyPageDown:
		return v.pageFrom(1), true
	}
	return v.cursor, false
}

// pageFrom returns the row a screen's height above or below the cursor.
func (v *rowView) pageFrom(direction int) int {
	height := v.scroll.Size().Height
	index := v.cursor
	for next := index + direction; next >= 0 && next < v.count(); next += direction {
		distance := v.tops[next] - v.tops[v.cursor]
		if distance*float32(direction) > height {
			break
		}
		index = next
	}
	return index
}

// textFont is a text size and weight that rows are written in.
type textFont struct {
	size fyne.ThemeSizeName
	bold bool
}

// rulers know the widths of letters in fonts.
type rulers map[textFont]*advances

// of returns the widths of letters in a font at the current text size.
func (r rulers) of(font textFont) *advances {
	size := fynetheme.Size(font.size)
	ruler := r[font]
	if ruler == nil || ruler.size != size {
		ruler = &advances{size: size, bold: font.bold, of: map[rune]float32{}}
		r[font] = ruler
	}
	return ruler
}

// advances measures text as the sum of its letters, each measured once. That is
// never less than what is drawn, but for kerning, and a hundred times faster
// than shaping ten thousand titles.
type advances struct {
	size float32
	bold bool
	of   map[rune]float32
}

func (a *advances) width(words string) float32 {
	width := float32(0)
	for _, letter := range words {
		advance, ok := a.of[letter]
		if !ok {
			advance = fyne.MeasureText(string(letter), a.size, fyne.TextStyle{Bold: a.bold}).Width
			a.of[letter] = advance
		}
		width += advance
	}
	return width
}

// rowPool lends objects to the rows in view and takes them back from the others.
type rowPool[R fyne.CanvasObject] struct {
	shown map[int]R
	spare []R
	stale bool // every row is to be drawn anew
}

// withdraw takes the objects of the rows that are not in view.
func (p *rowPool[R]) withdraw(first, last int) {
	for index, row := range p.shown {
		if index < first || index > last {
			delete(p.shown, index)
			p.spare = append(p.spare, row)
		}
	}
}

// at returns the object of a row: one that it had, one that another row had, or
// a new one. It is fresh when it has to be drawn for this row.
func (p *rowPool[R]) at(index int, reuse func(R), build func() R) (row R, fresh bool) {
	if row, has := p.shown[index]; has {
		return row, p.stale
	}
	if last := len(p.spare) - 1; last >= 0 {
		row = p.spare[last]
		p.spare = p.spare[:last]
		reuse(row)
	} else {
		row = build()
	}
	p.shown[index] = row
	return row, true
}

// rowBody is what a rowView scrolls: as high as all rows, with objects for those
// in view alone.
type rowBody interface {
	fyne.Widget
	// arrange puts objects on the rows in view, and returns them appended to
	// those given; false while nothing is to be shown.
	arrange(objects []fyne.CanvasObject) ([]fyne.CanvasObject, bool)
}

type rowBodyRenderer struct {
	body    rowBody
	objects []fyne.CanvasObject
}

func (r *rowBodyRenderer) MinSize() fyne.Size           { return r.body.MinSize() }
func (r *rowBodyRenderer) Layout(fyne.Size)             { r.Refresh() }
func (r *rowBodyRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *rowBodyRenderer) Destroy()                     {}

// Refresh puts objects on the rows in view and takes them from the others.
func (r *rowBodyRenderer) Refresh() {
	arranged, shown := r.body.arrange(r.objects[:0])
	if !shown {
		return
	}
	r.objects = arranged
	canvas.Refresh(r.body)
}
