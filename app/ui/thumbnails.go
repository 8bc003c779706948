package ui

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// ThumbnailsWidth is the width of a column of thumbnails in pixels at normal
// text size, its scroll bar included.
const ThumbnailsWidth = 132

// thumbnailSheet is the width of a sheet in it.
const thumbnailSheet = 92

// Thumbnails is a column of small pages with their numbers. It is one stop of
// the Tab key: Up, Down, Page Up, Page Down, Home and End choose. Only the pages
// in view exist as objects and are painted.
type Thumbnails struct {
	widget.BaseWidget

	OnChoose func(page int) // from 0

	kit     *Kit
	count   int
	ratio   float32
	paint   func(page, pixels int) image.Image
	spoken  func(page int) string
	chosen  int
	focused bool
	scroll  *container.Scroll
	body    *fyne.Container
	shown   map[int]*thumbnail
}

var (
	_ fyne.Focusable  = (*Thumbnails)(nil)
	_ fyne.Accessible = (*Thumbnails)(nil)
)

// NewThumbnails returns an empty column.
func NewThumbnails(kit *Kit) *Thumbnails {
	t := &Thumbnails{kit: kit, ratio: 297.0 / 210, shown: map[int]*thumbnail{}}
	t.body = container.New(&thumbnailsLayout{t})
	t.scroll = container.NewVScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.showInView() }
	t.ExtendBaseWidget(t)
	kit.note(t)
	return t
}

// Set shows pages: how many, the height of each over its width, what paints one
// so many pixels wide, and what is read out for one.
func (t *Thumbnails) Set(count int, ratio float64, paint func(page, pixels int) image.Image, spoken func(page int) string) {
	t.count, t.ratio, t.paint, t.spoken = count, float32(ratio), paint, spoken
	t.shown = map[int]*thumbnail{}
	t.Choose(min(t.chosen, max(0, count-1)))
}

// Repaint asks for the pictures of the pages in view again.
func (t *Thumbnails) Repaint() {
	for _, page := range t.shown {
		page.raster.Refresh()
	}
}

// Choose marks a page and scrolls to it.
func (t *Thumbnails) Choose(page int) {
	t.chosen = page
	step := t.step()
	top, bottom := float32(page)*step, float32(page+1)*step
	offset := t.scroll.Offset.Y
	if high := t.scroll.Size().Height; high > 0 {
		offset = min(max(offset, bottom-high), top)
	}
	t.scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
	t.body.Refresh()
	t.showInView()
	t.Refresh()
}

// step is the height of a page with its number and the gap below.
func (t *Thumbnails) step() float32 { return scaled(thumbnailSheet)*t.ratio + scaled(34) }

// showInView makes objects of the pages that can be seen, and drops the others.
func (t *Thumbnails) showInView() {
	step := t.step()
	first := max(0, int(t.scroll.Offset.Y/step))
	last := min(t.count-1, int((t.scroll.Offset.Y+t.scroll.Size().Height)/step))
	kept := map[int]*thumbnail{}
	var objects []fyne.CanvasObject
	for page := first; page <= last; page++ {
		object := t.shown[page]
		if object == nil {
			object = newThumbnail(t, page)
		}
		kept[page] = object
		objects = append(objects, object)
	}
	t.shown, t.body.Objects = kept, objects
	t.body.Layout.Layout(objects, t.body.Size())
	for _, object := range kept {
		object.Refresh()
	}
	t.body.Refresh()
}

// thumbnailsLayout puts each page at its place.
type thumbnailsLayout struct{ owner *Thumbnails }

func (l *thumbnailsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, object := range objects {
		if page, is := object.(*thumbnail); is {
			page.Resize(fyne.NewSize(size.Width, l.owner.step()))
			page.Move(fyne.NewPos(0, float32(page.page)*l.owner.step()))
		}
	}
}

func (l *thumbnailsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaled(thumbnailSheet), float32(l.owner.count)*l.owner.step())
}

// FocusGained is called by Fyne.
func (t *Thumbnails) FocusGained() {
	t.focused = true
	t.showInView()
}

// FocusLost is called by Fyne.
func (t *Thumbnails) FocusLost() {
	t.focused = false
	t.showInView()
}

// TypedRune is called by Fyne; a letter does nothing.
func (t *Thumbnails) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (t *Thumbnails) TypedKey(event *fyne.KeyEvent) {
	if t.kit.Typed(event.Name) {
		return
	}
	to := t.chosen
	switch event.Name {
	case fyne.KeyUp, fyne.KeyLeft, fyne.KeyPageUp:
		to--
	case fyne.KeyDown, fyne.KeyRight, fyne.KeyPageDown:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = t.count - 1
	}
	t.press(to)
}

func (t *Thumbnails) press(page int) {
	if page < 0 || page >= t.count || page == t.chosen {
		return
	}
	t.Choose(page)
	if t.OnChoose != nil {
		t.OnChoose(page)
	}
}

// Disabled takes an empty column out of the Tab order.
func (t *Thumbnails) Disabled() bool { return t.count == 0 }

// Enable does nothing; see [Thumbnails.Disabled].
func (t *Thumbnails) Enable() {}

// Disable does nothing; see [Thumbnails.Disabled].
func (t *Thumbnails) Disable() {}

// AccessibilityLabel is that of the chosen page.
func (t *Thumbnails) AccessibilityLabel() string {
	if t.spoken == nil || t.count == 0 {
		return ""
	}
	return t.spoken(t.chosen)
}

// AccessibilityRole tells screen readers to look inside.
func (t *Thumbnails) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Resize shows what comes into view.
func (t *Thumbnails) Resize(size fyne.Size) {
	t.BaseWidget.Resize(size)
	t.scroll.Resize(size)
	t.showInView()
}

// MinSize is as wide as a page, its number and its marks.
func (t *Thumbnails) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(scaled(ThumbnailsWidth), scaled(120))
}

// CreateRenderer is called by Fyne.
func (t *Thumbnails) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.scroll) }

// thumbnail is one small page.
type thumbnail struct {
	widget.BaseWidget

	owner  *Thumbnails
	page   int
	raster *canvas.Raster
}

func newThumbnail(owner *Thumbnails, page int) *thumbnail {
	small := &thumbnail{owner: owner, page: page}
	small.raster = canvas.NewRaster(func(width, _ int) image.Image {
		if owner.paint == nil {
			return image.Transparent
		}
		return owner.paint(page, width)
	})
	small.ExtendBaseWidget(small)
	return small
}

// Tapped is called by Fyne.
func (s *thumbnail) Tapped(*fyne.PointEvent) {
	s.owner.kit.Focus(s.owner)
	s.owner.press(s.page)
}

// Cursor is a hand.
func (s *thumbnail) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is the page's name.
func (s *thumbnail) AccessibilityLabel() string { return s.owner.spoken(s.page) }

// AccessibilityRole is a button's.
func (s *thumbnail) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (s *thumbnail) CreateRenderer() fyne.WidgetRenderer {
	edge, marks := newFrame(), newFocusMarks()
	number := newInkText(fmt.Sprint(s.page+1), theme.TextSmallest, theme.ColorMuted, false)
	restyle := func() {
		chosen := s.owner.chosen == s.page
		stroke, width := theme.ColorLine, theme.StrokeThin
		number.colour = theme.ColorMuted
		if chosen {
			stroke, width = theme.ColorPrimary, theme.Space4
			number.colour = theme.ColorText
		}
		number.TextStyle.Bold = chosen
		number.restyle()
		edge.paint("", stroke, width)
		marks.restyle(chosen && s.owner.focused)
	}
	restyle()
	return &drawing{
		owner:   s,
		objects: append([]fyne.CanvasObject{s.raster, edge.Rectangle, number.Text}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(scaled(thumbnailSheet), s.owner.step()) },
		layout: func(size fyne.Size) {
			sheet := fyne.NewSize(scaled(thumbnailSheet), scaled(thumbnailSheet)*s.owner.ratio)
			at := fyne.NewPos((size.Width-sheet.Width)/2, 2*fynetheme.Size(theme.FocusMargin))
			s.raster.Move(at)
			s.raster.Resize(sheet)
			frame := fynetheme.Size(theme.FocusMargin)
			edge.place(at.SubtractXY(frame, frame), sheet.AddWidthHeight(2*frame, 2*frame), 0)
			if s.owner.chosen != s.page {
				edge.place(at, sheet, 0)
			}
			marks.place(at.SubtractXY(frame, frame), sheet.AddWidthHeight(2*frame, 2*frame), 0)
			need := number.MinSize()
			number.Resize(need)
			number.Move(fyne.NewPos((size.Width-need.Width)/2, at.Y+sheet.Height+frame))
		},
	}
}
