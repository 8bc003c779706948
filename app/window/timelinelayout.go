package window

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// restLayout sets the first object above and gives the rest of the height to
// those after it.
type restLayout struct {
	window *Window
	above  float32 // what the first object takes
}

func (l *restLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := ui.HeightFor(objects[0], size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[0].Move(fyne.Position{})
	top += fynetheme.Size(theme.Space8)
	l.above = top
	for _, object := range objects[1:] {
		object.Resize(fyne.NewSize(size.Width, max(0, size.Height-top)))
		object.Move(fyne.NewPos(0, top))
	}
}

func (l *restLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, l.above+leastTable*l.window.scale())
}

// leastTable is the height in pixels, at text size 1, that a list of rows keeps in
// a low window.
const leastTable = 170

// spreadLayout sets the first objects at the left of a line and the others at its
// right end; where they do not fit they go on in further lines.
type spreadLayout struct {
	left  int
	width float32
}

func (l *spreadLayout) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	objects = slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return !o.Visible() })
	gap, all := fynetheme.Size(theme.Space12), float32(0)
	sizes := make([]fyne.Size, len(objects))
	for i, o := range objects {
		least := o.MinSize()
		natural := least.Width
		if wide, grows := o.(*fyne.Container); grows && i == 0 && len(wide.Objects) > 0 {
			natural = max(natural, lineWidth(wide))
		}
		sizes[i] = fyne.NewSize(min(natural, width), 0)
		sizes[i].Height = ui.HeightFor(o, sizes[i].Width)
		all += natural + gap
	}
	if all-gap > width {
		return l.wrap(objects, sizes, width, put)
	}
	high := float32(0)
	for _, size := range sizes {
		high = max(high, size.Height)
	}
	x, right := float32(0), width
	for i := len(objects) - 1; i >= l.left; i-- {
		right -= sizes[i].Width
		put(objects[i], right, (high-sizes[i].Height)/2, sizes[i])
		right -= gap
	}
	for i := 0; i < min(l.left, len(objects)); i++ {
		put(objects[i], x, (high-sizes[i].Height)/2, sizes[i])
		x += sizes[i].Width + gap
	}
	return high
}

// lineWidth is the width that a wrapping row within its margin needs for one line.
func lineWidth(o fyne.CanvasObject) float32 {
	box, is := o.(*fyne.Container)
	if !is || len(box.Objects) == 0 {
		return o.MinSize().Width
	}
	if len(box.Objects) == 1 {
		return lineWidth(box.Objects[0]) + 2*fynetheme.Size(theme.FocusMargin)
	}
	width := -fynetheme.Size(theme.Space16)
	for _, object := range box.Objects {
		width += object.MinSize().Width + fynetheme.Size(theme.Space16)
	}
	return width + 1
}

func (l *spreadLayout) wrap(objects []fyne.CanvasObject, sizes []fyne.Size, width float32, put func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	gap := fynetheme.Size(theme.Space12)
	y := float32(0)
	for first := 0; first < len(objects); {
		last, x, high := first, float32(0), float32(0)
		for last < len(objects) && (last == first || x+sizes[last].Width <= width) {
			x += sizes[last].Width + gap
			high = max(high, sizes[last].Height)
			last++
		}
		x = 0
		for i := first; i < last; i++ {
			put(objects[i], x, y+(high-sizes[i].Height)/2, sizes[i])
			x += sizes[i].Width + gap
		}
		y += high
		first = last
	}
	return y
}

func (l *spreadLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, x, y float32, size fyne.Size) {
		o.Resize(size)
		o.Move(fyne.NewPos(x, y))
	})
}

// HeightFor is the height of the line or, folded, of its lines.
func (l *spreadLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}

func (l *spreadLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280, l.HeightFor(objects, max(280, l.width)))
}
