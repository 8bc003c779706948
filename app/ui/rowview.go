package ui

import (
	"slices"

	"fyne.io/fyne/v2"
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
