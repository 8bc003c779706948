package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// sketch draws boxes, words and icons in the order in which they are asked for.
// It keeps its objects from one drawing to the next, so that a row that is drawn
// anew while the person scrolls makes few.
type sketch struct {
	objects []fyne.CanvasObject
	boxes   []*canvas.Rectangle
	texts   []*canvas.Text
	icons   []*Icon
	drawn   struct{ boxes, texts, icons int }
}

func (s *sketch) begin() {
	s.objects = s.objects[:0]
	s.drawn.boxes, s.drawn.texts, s.drawn.icons = 0, 0, 0
}

// box draws a rectangle; an empty colour leaves the fill or the stroke out.
func (s *sketch) box(x, y, width, height float32, fill, stroke fyne.ThemeColorName, radius float32) *canvas.Rectangle {
	if s.drawn.boxes == len(s.boxes) {
		s.boxes = append(s.boxes, canvas.NewRectangle(nil))
	}
	box := s.boxes[s.drawn.boxes]
	s.drawn.boxes++
	*box = canvas.Rectangle{CornerRadius: radius, FillColor: color.Transparent, StrokeColor: color.Transparent}
	if fill != "" {
		box.FillColor = fynetheme.Color(fill)
	}
	if stroke != "" {
		box.StrokeColor, box.StrokeWidth = fynetheme.Color(stroke), 1
	}
	put(box, x, y, width, height)
	s.objects = append(s.objects, box)
	return box
}

// text draws a line of words in the middle of a height and returns its width.
func (s *sketch) text(words string, size fyne.ThemeSizeName, colour fyne.ThemeColorName, bold bool, x, top, height float32) float32 {
	if s.drawn.texts == len(s.texts) {
		s.texts = append(s.texts, canvas.NewText("", nil))
	}
	text := s.texts[s.drawn.texts]
	s.drawn.texts++
	tint, pixels := fynetheme.Color(colour), fynetheme.Size(size)
	if text.Text != words || text.Color != tint || text.TextSize != pixels || text.TextStyle.Bold != bold {
		text.Text, text.Color, text.TextSize, text.TextStyle.Bold = words, tint, pixels, bold
		text.Refresh()
	}
	need := text.MinSize()
	put(text, x, top+(height-need.Height)/2, need.Width, need.Height)
	s.objects = append(s.objects, text)
	return need.Width
}

// lines draws broken words one under another in the middle of a height.
func (s *sketch) lines(lines []string, font textFont, colour fyne.ThemeColorName, x, top, height float32) {
	line := LineHeight(font.size)
	y := top + (height-line*float32(len(lines)))/2
	for _, words := range lines {
		s.text(words, font.size, colour, font.bold, x, y, line)
		y += line
	}
}

// icon draws an icon in the middle of a height.
func (s *sketch) icon(name IconName, colour fyne.ThemeColorName, side fyne.ThemeSizeName, x, top, height float32) *Icon {
	if s.drawn.icons == len(s.icons) {
		s.icons = append(s.icons, NewIconSized(name, colour, side))
	}
	icon := s.icons[s.drawn.icons]
	s.drawn.icons++
	icon.Side = side
	icon.Set(name, colour)
	pixels := fynetheme.Size(side)
	put(icon, x, top+(height-pixels)/2, pixels, pixels)
	s.objects = append(s.objects, icon)
	return icon
}

// sketchWidget is a widget that is drawn by a sketch.
type sketchWidget struct {
	widget.BaseWidget

	self fyne.Widget
	draw func(*sketch, fyne.Size)
	min  func() fyne.Size // nil for nothing
}

// begin makes self the widget that Fyne draws.
func (w *sketchWidget) begin(self fyne.Widget, draw func(*sketch, fyne.Size)) {
	w.self, w.draw = self, draw
	w.ExtendBaseWidget(self)
}

// CreateRenderer is called by Fyne.
func (w *sketchWidget) CreateRenderer() fyne.WidgetRenderer {
	return &sketchRenderer{owner: w.self, draw: w.draw, min: w.min}
}

type sketchRenderer struct {
	owner  fyne.Widget
	draw   func(*sketch, fyne.Size)
	min    func() fyne.Size
	sketch sketch
	drawn  fyne.Size
	ink    color.Color // of the theme in which the icons are painted
}

func (r *sketchRenderer) MinSize() fyne.Size {
	if r.min == nil {
		return fyne.Size{}
	}
	return r.min()
}

func (r *sketchRenderer) Layout(size fyne.Size) {
	if size != r.drawn || len(r.sketch.objects) == 0 {
		r.redraw(size)
	}
}

func (r *sketchRenderer) redraw(size fyne.Size) {
	r.drawn = size
	r.sketch.begin()
	r.draw(&r.sketch, size)
}

func (r *sketchRenderer) Refresh() {
	r.redraw(r.owner.Size())
	if ink := fynetheme.Color(theme.ColorText); ink != r.ink {
		r.ink = ink
		for _, icon := range r.sketch.icons {
			icon.Refresh()
		}
	}
	canvas.Refresh(r.owner)
}

func (r *sketchRenderer) Objects() []fyne.CanvasObject { return r.sketch.objects }

func (r *sketchRenderer) Destroy() {}
