package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// drawing is the renderer of the controls: the objects in drawing order and the
// three things that a control knows about them. Refresh restyles before it
// lays out, since the theme may have changed the sizes.
type drawing struct {
	owner   fyne.Widget
	objects []fyne.CanvasObject
	minSize func() fyne.Size
	layout  func(fyne.Size)
	restyle func()
}

func (d *drawing) MinSize() fyne.Size           { return d.minSize() }
func (d *drawing) Layout(size fyne.Size)        { d.layout(size) }
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Destroy()                     {}

func (d *drawing) Refresh() {
	d.restyle()
	d.layout(d.owner.Size())
	for _, object := range d.objects {
		object.Refresh()
	}
}

// inkText is a line of text whose size and colour are tokens of the theme.
type inkText struct {
	*canvas.Text
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
}

func newInkText(text string, size fyne.ThemeSizeName, colour fyne.ThemeColorName, bold bool) *inkText {
	line := &inkText{Text: canvas.NewText(text, color.Transparent), size: size, colour: colour}
	line.TextStyle.Bold = bold
	line.restyle()
	return line
}

func (t *inkText) restyle() {
	t.TextSize = fynetheme.Size(t.size)
	t.Color = fynetheme.Color(t.colour)
}

// placeMiddle puts the text at x, in the middle of a height.
func (t *inkText) placeMiddle(x, top, height float32) {
	need := t.MinSize()
	t.Resize(need)
	t.Move(fyne.NewPos(x, top+(height-need.Height)/2))
}

// focusMarks are what shows that a control has the focus: a frame of ink within
// its edge and a ring outside, one pixel apart. The ring needs
// theme.FocusMargin of room around the control.
type focusMarks struct {
	ink, ring *canvas.Rectangle
}

func newFocusMarks() *focusMarks {
	marks := &focusMarks{ink: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	marks.ink.Hide()
	marks.ring.Hide()
	return marks
}

// objects returns the frame and the ring, to be drawn after the control's own
// ground.
func (m *focusMarks) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.ring, m.ink}
}

func (m *focusMarks) restyle(focused bool) {
	m.ink.StrokeColor, m.ink.StrokeWidth = fynetheme.Color(theme.ColorFocusInk), fynetheme.Size(theme.FocusInk)
	m.ring.StrokeColor, m.ring.StrokeWidth = fynetheme.Color(theme.ColorFocusRing), fynetheme.Size(theme.FocusRing)
	m.ink.Hidden, m.ring.Hidden = !focused, !focused
}

// place puts the marks around a control's edge. On the screen a rectangle's
// stroke lies within its edge (Fyne's shaders; its software painter, which
// draws for tests, centres the stroke on the edge instead).
func (m *focusMarks) place(corner fyne.Position, size fyne.Size, radius float32) {
	inset(m.ink, corner, size, radius, 0)
	inset(m.ring, corner, size, radius, -fynetheme.Size(theme.FocusGap)-fynetheme.Size(theme.FocusRing))
}

// inset places a rectangle inside an edge by a distance, outside it when the
// distance is negative, its corners parallel to the edge's.
func inset(box *canvas.Rectangle, corner fyne.Position, size fyne.Size, radius, distance float32) {
	box.CornerRadius = max(0, radius-distance)
	box.Move(corner.AddXY(distance, distance))
	box.Resize(size.SubtractWidthHeight(2*distance, 2*distance))
}

// frame is a filled box with a stroke within its edge.
type frame struct {
	*canvas.Rectangle
}

func newFrame() *frame { return &frame{canvas.NewRectangle(color.Transparent)} }

// paint sets the fill and the stroke; an empty name leaves either out.
func (f *frame) paint(fill, stroke fyne.ThemeColorName, width fyne.ThemeSizeName) {
	f.FillColor, f.StrokeColor, f.StrokeWidth = color.Transparent, color.Transparent, 0
	if fill != "" {
		f.FillColor = fynetheme.Color(fill)
	}
	if stroke != "" {
		f.StrokeColor, f.StrokeWidth = fynetheme.Color(stroke), fynetheme.Size(width)
	}
}

func (f *frame) place(corner fyne.Position, size fyne.Size, radius float32) {
	inset(f.Rectangle, corner, size, radius, 0)
}

// roundEnds rounds the left corners, the right ones, both or none.
func (f *frame) roundEnds(left, right bool, radius float32) {
	f.CornerRadius = 0
	f.TopLeftCornerRadius, f.BottomLeftCornerRadius = 0, 0
	f.TopRightCornerRadius, f.BottomRightCornerRadius = 0, 0
	if left {
		f.TopLeftCornerRadius, f.BottomLeftCornerRadius = radius, radius
	}
	if right {
		f.TopRightCornerRadius, f.BottomRightCornerRadius = radius, radius
	}
}
