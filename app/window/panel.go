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

// sideLayout sets its second object at the right, or below the first where the
// page is narrower than fold.
type sideLayout struct {
	side, fold float32
	width      float32
}

func (l *sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width < l.fold {
		high := ui.HeightFor(objects[0], size.Width)
		objects[0].Resize(fyne.NewSize(size.Width, high))
		objects[0].Move(fyne.NewPos(0, 0))
		objects[1].Resize(fyne.NewSize(size.Width, ui.HeightFor(objects[1], size.Width)))
		objects[1].Move(fyne.NewPos(0, high))
		return
	}
	left := size.Width - l.side
	objects[0].Resize(fyne.NewSize(left, ui.HeightFor(objects[0], left)))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(l.side, ui.HeightFor(objects[1], l.side)))
	objects[1].Move(fyne.NewPos(left, 0))
}

// HeightFor is the height that both objects need at a width.
func (l *sideLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if width < l.fold {
		return ui.HeightFor(objects[0], width) + ui.HeightFor(objects[1], width)
	}
	return max(ui.HeightFor(objects[0], width-l.side), ui.HeightFor(objects[1], l.side))
}

func (l *sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 900
	}
	return fyne.NewSize(320, l.HeightFor(objects, width))
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
