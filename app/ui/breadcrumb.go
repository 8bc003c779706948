package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Crumb is one place on the way to what is shown.
type Crumb struct {
	ID    string
	Label string
}

// Breadcrumb says where in the programme a page stands, as links to the places
// above it. It is one stop of the Tab key.
type Breadcrumb struct {
	roving

	crumbs []Crumb
	room   float32 // width for the crumbs at the last layout
}

var _ Flowing = (*Breadcrumb)(nil)

// NewBreadcrumb returns links to places from the outermost on; pressing one
// calls onOpen with its id.
func NewBreadcrumb(kit *Kit, crumbs []Crumb, onOpen func(id string)) *Breadcrumb {
	breadcrumb := &Breadcrumb{}
	breadcrumb.begin(kit, breadcrumb, func(index int) {
		if onOpen != nil {
			onOpen(breadcrumb.crumbs[index].ID)
		}
	})
	breadcrumb.SetCrumbs(crumbs)
	return breadcrumb
}

// SetCrumbs changes the places.
func (b *Breadcrumb) SetCrumbs(crumbs []Crumb) {
	b.crumbs = crumbs
	b.fill(len(crumbs), func(index int) string { return plainText(b.crumbs[index].Label) }, b.drawItem)
	b.Refresh()
}

// HeightFor returns the height at a width.
func (b *Breadcrumb) HeightFor(width float32) float32 {
	return b.place(width, func(int, fyne.Position, fyne.Size) {})
}

// place calls put for each crumb and returns the height of all lines. A line is
// as high as a hit target, its words at the lower edge, near the heading that
// stands below.
func (b *Breadcrumb) place(width float32, put func(index int, at fyne.Position, size fyne.Size)) float32 {
	margin := fynetheme.Size(theme.FocusMargin)
	x, y, line := margin, float32(0), fynetheme.Size(theme.HitTarget)
	for index := range b.items {
		size := fyne.NewSize(min(b.itemWidth(index), width-2*margin), line)
		if x > margin && x+size.Width > width-margin {
			x, y = margin, y+line
		}
		put(index, fyne.NewPos(x, y), size)
		x += size.Width
	}
	return y + line
}

const crumbSeparator = " › "

func (b *Breadcrumb) itemWidth(index int) float32 {
	words := plainText(b.crumbs[index].Label)
	if index < len(b.crumbs)-1 {
		words += crumbSeparator
	}
	return fyne.MeasureText(words, fynetheme.Size(theme.TextSmallest), fyne.TextStyle{}).Width
}

// CreateRenderer is called by Fyne.
func (b *Breadcrumb) CreateRenderer() fyne.WidgetRenderer {
	render := &drawing{owner: b}
	render.restyle = func() { render.objects = b.objects() }
	render.minSize = func() fyne.Size {
		width := scaled(80)
		return fyne.NewSize(width, b.HeightFor(max(width, b.room)))
	}
	render.layout = func(size fyne.Size) {
		b.room = size.Width
		b.place(size.Width, func(index int, at fyne.Position, size fyne.Size) {
			b.items[index].Move(at)
			b.items[index].Resize(size)
		})
	}
	render.restyle()
	return render
}

func (b *Breadcrumb) drawItem(item *rovingItem) fyne.WidgetRenderer {
	word := newInkText("", theme.TextSmallest, theme.ColorMuted, false)
	separator := newInkText("", theme.TextSmallest, theme.ColorMuted, false)
	underline, marks := canvas.NewRectangle(nil), newFocusMarks()
	restyle := func() {
		word.Text.Text, word.colour = plainText(b.crumbs[item.index].Label), theme.ColorMuted
		if item.hovered || item.hasCursor() {
			word.colour = theme.ColorPrimary
		}
		word.restyle()
		separator.Text.Text = ""
		if item.index < len(b.crumbs)-1 {
			separator.Text.Text = crumbSeparator
		}
		separator.restyle()
		underline.FillColor, underline.Hidden = fynetheme.Color(theme.ColorPrimary), !item.hovered
		marks.restyle(item.hasCursor())
	}
	restyle()
	return &drawing{
		owner:   item,
		objects: append([]fyne.CanvasObject{word.Text, separator.Text, underline}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(0, fynetheme.Size(theme.HitTarget)) },
		layout: func(size fyne.Size) {
			line, margin := fynetheme.Size(theme.LineSmallest), fynetheme.Size(theme.FocusMargin)
			top, width := size.Height-line-margin, word.MinSize().Width
			word.placeMiddle(0, top, line)
			separator.placeMiddle(width, top, line)
			underline.Resize(fyne.NewSize(width, fynetheme.Size(theme.StrokeThin)))
			underline.Move(fyne.NewPos(0, top+line-fynetheme.Size(theme.StrokeThin)))
			marks.place(fyne.NewPos(-margin, top), fyne.NewSize(width+2*margin, line), fynetheme.Size(theme.RadiusState))
		},
	}
}
