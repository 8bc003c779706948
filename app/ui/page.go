package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// Page is the content of a view: it scrolls, is as high as its width asks for,
// and keeps the page's margin, which leaves room for focus rings.
type Page struct {
	widget.BaseWidget

	kit     *Kit
	content fyne.CanvasObject
	narrow  bool
	body    *fyne.Container
	scroll  *container.Scroll
}

// NewPage returns a scrolling page around content, which mostly is a
// [NewColumn].
func NewPage(kit *Kit, content fyne.CanvasObject) *Page {
	page := &Page{kit: kit, content: content}
	page.ExtendBaseWidget(page)
	page.body = &fyne.Container{Layout: pageLayout{page}, Objects: []fyne.CanvasObject{content}}
	page.scroll = NewScroll(kit, page.body)
	return page
}

// SetNarrow chooses the margin of a narrow window; the window calls it.
func (p *Page) SetNarrow(narrow bool) {
	if p.narrow == narrow {
		return
	}
	p.narrow = narrow
	setNarrow(p.content, narrow)
	p.Refresh()
}

// setNarrow tells everything inside an object that asks for it.
func setNarrow(object fyne.CanvasObject, narrow bool) {
	if sized, ok := object.(interface{ SetNarrow(bool) }); ok {
		sized.SetNarrow(narrow)
		return
	}
	if box, ok := object.(*fyne.Container); ok {
		for _, child := range box.Objects {
			setNarrow(child, narrow)
		}
	}
}

// ScrollToTop shows the page from its beginning.
func (p *Page) ScrollToTop() { p.scroll.ScrollToTop() }

// ScrolledFrom lets the arrows and page keys scroll the page while a button has
// the focus: for a page that is read and has no other control.
func (p *Page) ScrolledFrom(button *Button) {
	button.key = func(key fyne.KeyName) bool { return scrollByKey(p.scroll, key) }
}

// margin is the page's margin less the room that every control keeps for its
// focus ring.
func (p *Page) margin() float32 {
	if p.narrow {
		return fynetheme.Size(theme.Space16) - fynetheme.Size(theme.FocusMargin)
	}
	return fynetheme.Size(theme.Space24) - fynetheme.Size(theme.FocusMargin)
}

// NewFlush sets what takes no focus, such as a heading, flush with the edges of
// the controls above and below it, which keep room for their focus rings.
func NewFlush(object fyne.CanvasObject) *fyne.Container {
	return NewInset("", theme.FocusMargin, "", theme.FocusMargin, object)
}

// CreateRenderer is called by Fyne.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		owner:   p,
		objects: []fyne.CanvasObject{p.scroll},
		minSize: func() fyne.Size { return p.scroll.MinSize() },
		restyle: func() { p.body.Refresh() },
		layout:  p.layOut,
	}
}

// layOut also brings what has the focus back into view: it may have been given
// before the page had a size, and a smaller window hides more.
func (p *Page) layOut(size fyne.Size) {
	if p.scroll.Size() == size {
		return
	}
	p.scroll.Resize(size)
	p.kit.revealFocused(p.scroll)
}

// pageLayout asks the page's content for the height at the scroller's width,
// which is known before the content is laid out.
type pageLayout struct{ page *Page }

func (l pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin := l.page.margin()
	width := max(0, size.Width-2*margin)
	for _, object := range objects {
		object.Resize(fyne.NewSize(width, max(HeightFor(object, width), size.Height-2*margin)))
		object.Move(fyne.NewPos(margin, margin))
	}
}

func (l pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	margin := l.page.margin()
	width := max(0, l.page.scroll.Size().Width-2*margin)
	height := float32(0)
	for _, object := range objects {
		height = max(height, HeightFor(object, width))
	}
	return fyne.NewSize(0, height+2*margin)
}
