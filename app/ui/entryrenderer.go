package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// CreateRenderer is called by Fyne.
func (e *textEntry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{
		entry:  e,
		stock:  e.Entry.CreateRenderer(),
		ground: newFrame(),
		marks:  newFocusMarks(),
		icon:   NewIcon(e.icon, theme.ColorMuted),
	}
	r.wheel = newWheel(r.turnWheel)
	for _, object := range r.stock.Objects() {
		if scroll, ok := object.(*container.Scroll); ok {
			r.text = scroll
		}
	}
	r.restyle()
	return r
}

// entryRenderer draws our frame around the text that Fyne's renderer draws.
type entryRenderer struct {
	entry  *textEntry
	stock  fyne.WidgetRenderer
	text   *container.Scroll // Fyne's: the text, the selection and the cursor
	ground *frame
	marks  *focusMarks
	icon   *Icon
	wheel  *wheel
}

// turnWheel scrolls the text where it is longer than the entry, and otherwise
// the page around.
func (r *entryRenderer) turnWheel(event *fyne.ScrollEvent) {
	if r.entry.MultiLine && r.text.Content.Size().Height > r.text.Size().Height {
		r.text.Scrolled(event)
		return
	}
	for _, scroll := range r.entry.kit.scrollsAround(r.entry) {
		scroll.Scrolled(event)
	}
}

func (r *entryRenderer) restyle() {
	stroke, width := theme.ColorBorder, theme.StrokeField
	if r.entry.failed {
		stroke, width = theme.ColorErr, theme.FocusInk
	}
	if r.entry.focused {
		stroke = "" // the focus marks stand in its place
	}
	if r.entry.quiet && !r.entry.focused && !r.entry.failed {
		r.ground.paint("", "", width)
	} else {
		r.ground.paint(theme.ColorSurface, stroke, width)
	}
	r.marks.restyle(r.entry.focused)
	r.icon.Hidden = r.entry.icon == ""
	r.icon.Set(r.entry.icon, theme.ColorMuted)
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.ground.Rectangle, r.text, r.wheel, r.icon}, r.marks.objects()...)
	if r.entry.trailing != nil {
		objects = append(objects, r.entry.trailing)
	}
	return objects
}

func (r *entryRenderer) MinSize() fyne.Size {
	width := r.entry.Size().Width
	least := 3*fynetheme.Size(theme.Space36) + 2*fynetheme.Size(theme.FocusMargin)
	return fyne.NewSize(least, r.entry.HeightFor(max(width, least)))
}

func (r *entryRenderer) Layout(size fyne.Size) {
	margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
	corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
	r.ground.place(corner, box, radius)
	r.marks.place(corner, box, radius)

	if trailing := r.entry.trailing; trailing != nil && trailing.Visible() {
		need := trailing.MinSize()
		trailing.Resize(need)
		trailing.Move(fyne.NewPos(size.Width-need.Width, (size.Height-need.Height)/2))
	}
	left := r.entry.textInset()
	// Fyne's layout places the text for a box of this size and keeps the cursor
	// at its letter when the rows break anew; only then is it moved.
	r.stock.Layout(fyne.NewSize(size.Width-left-margin-r.entry.rightInset(), box.Height))
	r.text.Move(r.text.Position().AddXY(left-r.text.Position().X, margin))

	r.wheel.Move(r.text.Position())
	r.wheel.Resize(r.text.Size())

	side := r.icon.MinSize()
	r.icon.Resize(side)
	r.icon.Move(fyne.NewPos(margin+fynetheme.Size(theme.Space12), (size.Height-side.Height)/2))
}

func (r *entryRenderer) Refresh() {
	r.restyle()
	r.stock.Refresh()
	r.hideBars()
	r.Layout(r.entry.Size())
	r.icon.Refresh()
	r.ground.Refresh()
}

// hideBars takes the scroll bar off an entry of one line, where it would cover
// the text. Fyne's entry asks for it anew at each refresh; the offset that shows
// the cursor stays. Only a changed offset makes the scroller look at its bars.
func (r *entryRenderer) hideBars() {
	if r.entry.MultiLine {
		return
	}
	r.text.Direction = container.ScrollNone
	offset := r.text.Offset
	r.text.Offset = offset.AddXY(1, 0)
	r.text.ScrollToOffset(offset)
}

func (r *entryRenderer) Destroy() { r.stock.Destroy() }
