package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Surface is content on a ground in one colour of the theme, which it follows.
type Surface struct {
	widget.BaseWidget

	fill    fyne.ThemeColorName
	content fyne.CanvasObject
}

var _ Flowing = (*Surface)(nil)

// NewSurface paints a colour behind content, which may be nil.
func NewSurface(fill fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	surface := &Surface{fill: fill, content: content}
	surface.ExtendBaseWidget(surface)
	return surface
}

// HeightFor returns the content's height at a width.
func (s *Surface) HeightFor(width float32) float32 {
	if s.content == nil {
		return 0
	}
	return HeightFor(s.content, width)
}

// CreateRenderer is called by Fyne.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	ground := newFrame()
	render := &drawing{owner: s, objects: []fyne.CanvasObject{ground.Rectangle}}
	if s.content != nil {
		render.objects = append(render.objects, s.content)
	}
	render.restyle = func() { ground.paint(s.fill, "", "") }
	render.minSize = func() fyne.Size {
		if s.content == nil {
			return fyne.Size{}
		}
		return s.content.MinSize()
	}
	render.layout = func(size fyne.Size) {
		ground.place(fyne.Position{}, size, 0)
		if s.content != nil {
			s.content.Resize(size)
		}
	}
	render.restyle()
	return render
}
