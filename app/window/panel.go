package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// panel is a framed block of the page that cannot be pressed.
func (w *Window) panel(content fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(w.color(theme.ColorSurface))
	ground.StrokeColor = w.color(theme.ColorLine)
	ground.StrokeWidth = 1
	ground.CornerRadius = fynetheme.Size(theme.RadiusListCard)
	return container.New(&stackLayout{}, ground, ui.NewMargin(theme.Space12, content))
}

// weighed is a field of a row with its share of the row's width.
type weighed struct {
	weight float32
	object fyne.CanvasObject
}

func weigh(weight float32, object fyne.CanvasObject) weighed { return weighed{weight, object} }

// fields sets fields beside each other, each as wide as its weight says; where
// the row is narrower than least pixels at text size 1, they share it equally in
// as many lines as they need.
func (w *Window) fields(least float32, row ...weighed) fyne.CanvasObject {
	layout := &weighedLayout{least: least * w.scale(), folded: ui.NewFormRow(180, theme.Space8).Layout.(ui.FlowingLayout)}
	box := &fyne.Container{Layout: layout}
	for _, f := range row {
		layout.weights = append(layout.weights, f.weight)
		box.Add(f.object)
	}
	return box
}

type weighedLayout struct {
	weights []float32
	least   float32
	folded  ui.FlowingLayout
	width   float32
}

func (l *weighedLayout) widths(width float32) []float32 {
	gap, all := fynetheme.Size(theme.Space8), float32(0)
	for _, weight := range l.weights {
		all += weight
	}
	room := width - gap*float32(len(l.weights)-1)
	widths := make([]float32, len(l.weights))
	for i, weight := range l.weights {
		widths[i] = room * weight / all
	}
	return widths
}

func (l *weighedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width < l.least {
		l.folded.Layout(objects, size)
		return
	}
	x := float32(0)
	for i, width := range l.widths(size.Width) {
		objects[i].Resize(fyne.NewSize(width, ui.HeightFor(objects[i], width)))
		objects[i].Move(fyne.NewPos(x, 0))
		x += width + fynetheme.Size(theme.Space8)
	}
}

// HeightFor is the height of the row or, folded, of its lines.
func (l *weighedLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if width < l.least {
		return l.folded.HeightFor(objects, width)
	}
	high := float32(0)
	for i, each := range l.widths(width) {
		high = max(high, ui.HeightFor(objects[i], each))
	}
	return high
}

func (l *weighedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, l.HeightFor(objects, max(width, l.width)))
}

// heightLayout gives its object a fixed height.
type heightLayout struct{ height float32 }

func (l *heightLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
}

// HeightFor is the fixed height.
func (l *heightLayout) HeightFor([]fyne.CanvasObject, float32) float32 { return l.height }

func (l *heightLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, l.height) }

// stackLayout lays objects over each other and has the height of the last one.
type stackLayout struct{}

func (*stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
}

// HeightFor is the height of the object on top.
func (*stackLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if len(objects) == 0 {
		return 0
	}
	return ui.HeightFor(objects[len(objects)-1], width)
}

func (*stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return objects[len(objects)-1].MinSize()
}

// readingLayout sets its only object in the middle, not wider than is good to read.
type readingLayout struct{ width float32 }

func (l *readingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, l.width)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, max(size.Height, ui.HeightFor(o, width))))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

// HeightFor is the height that the object needs.
func (l *readingLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	high := float32(0)
	for _, o := range objects {
		high = max(high, ui.HeightFor(o, min(width, l.width)))
	}
	return high
}

func (l *readingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, l.HeightFor(objects, l.width))
}

// paneLayout places a list at the left with a fixed width, what is chosen in it,
// and the line between them.
type paneLayout struct{ width float32 }

func (l *paneLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pane, main, line := objects[0], objects[1], objects[2]
	pane.Resize(fyne.NewSize(l.width-1, size.Height))
	pane.Move(fyne.Position{})
	line.Resize(fyne.NewSize(1, size.Height))
	line.Move(fyne.NewPos(l.width-1, 0))
	main.Resize(fyne.NewSize(size.Width-l.width, size.Height))
	main.Move(fyne.NewPos(l.width, 0))
}

func (l *paneLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 300) }
