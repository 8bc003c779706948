package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Measures of the rail in pixels at normal text size.
const (
	RailWidth      = 92
	railItemHeight = 62
	railItemLeast  = 50 // where the window is too low for all entries at full height
	railEdge       = 4
	railSide       = 6
	railGap        = 2
)

// scaled is a length that follows the text size.
func scaled(pixels float32) float32 { return pixels * fynetheme.Size(theme.Space4) / 4 }

// RailEntry is one view of a programme.
type RailEntry struct {
	ID    string
	Icon  IconName
	Label string
}

// Rail is the column of views at the left of the window. It shows the entries
// that it is given and no others.
type Rail struct {
	roving

	entries []RailEntry
	chosen  string
}

// NewRail returns a rail with entries; choosing one calls onChoose with its id.
// The rail itself changes when [Rail.Choose] is called.
func NewRail(kit *Kit, entries []RailEntry, onChoose func(id string)) *Rail {
	rail := &Rail{}
	rail.begin(kit, rail, func(index int) {
		if onChoose != nil {
			onChoose(rail.entries[index].ID)
		}
	})
	rail.SetEntries(entries)
	return rail
}

// SetEntries changes which views there are.
func (r *Rail) SetEntries(entries []RailEntry) {
	r.entries = entries
	r.fill(len(entries), r.spoken, r.drawItem)
	r.Refresh()
}

// Choose marks a view as the one that is shown.
func (r *Rail) Choose(id string) {
	r.chosen = id
	for index, entry := range r.entries {
		if entry.ID == id {
			r.cursor = index
		}
	}
	r.Refresh()
}

// Chosen returns the id of the view that is shown.
func (r *Rail) Chosen() string { return r.chosen }

func (r *Rail) spoken(index int) string {
	said := Spoken{Label: r.entries[index].Label}
	if r.entries[index].ID == r.chosen {
		said.Value = r.kit.Words().T("field.chosen")
	}
	return said.String()
}

// CreateRenderer is called by Fyne.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := newFrame(), canvas.NewRectangle(nil)
	render := &drawing{owner: r}
	render.restyle = func() {
		ground.paint(theme.ColorSurface, "", "")
		edge.FillColor = fynetheme.Color(theme.ColorLine)
		render.objects = append([]fyne.CanvasObject{ground.Rectangle, edge}, r.objects()...)
	}
	render.minSize = func() fyne.Size {
		rows := float32(len(r.items))
		return fyne.NewSize(scaled(RailWidth), rows*scaled(railItemLeast+railGap)+2*fynetheme.Size(theme.Space8))
	}
	render.layout = func(size fyne.Size) {
		ground.place(fyne.Position{}, size, 0)
		line := fynetheme.Size(theme.StrokeThin)
		edge.Resize(fyne.NewSize(line, size.Height))
		edge.Move(fyne.NewPos(size.Width-line, 0))
		y := fynetheme.Size(theme.Space8)
		room := (size.Height-2*y)/max(1, float32(len(r.items))) - scaled(railGap)
		high := min(max(room, scaled(railItemLeast)), scaled(railItemHeight))
		for _, item := range r.items {
			item.Resize(fyne.NewSize(size.Width, high))
			item.Move(fyne.NewPos(0, y))
			y += high + scaled(railGap)
		}
	}
	render.restyle()
	return render
}

func (r *Rail) drawItem(item *rovingItem) fyne.WidgetRenderer {
	ground, marks, edge := newFrame(), newFocusMarks(), canvas.NewRectangle(nil)
	icon := NewIconSized("", theme.ColorMuted, theme.IconLarge)
	word := newInkText("", theme.TextSmallest, theme.ColorMuted, false)
	hover := &fade{box: ground.Rectangle}
	restyle := func() {
		entry := r.entries[item.index]
		chosen := entry.ID == r.chosen
		fill, ink := fynetheme.Color(theme.ColorSurface), theme.ColorMuted
		switch {
		case chosen:
			fill, ink = fynetheme.Color(theme.ColorSelected), theme.ColorText
		case item.hovered:
			fill, ink = blend(fill, fynetheme.Color(theme.ColorSelected), 0.45), theme.ColorText
		}
		hover.to(fill)
		edge.FillColor, edge.Hidden = fynetheme.Color(theme.ColorPrimary), !chosen
		icon.Set(entry.Icon, ink)
		word.Text.Text, word.colour = entry.Label, ink
		word.TextStyle.Bold = chosen
		word.restyle()
		marks.restyle(item.hasCursor())
	}
	restyle()
	return &drawing{
		owner:   item,
		objects: append([]fyne.CanvasObject{ground.Rectangle, edge, icon, word.Text}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(scaled(RailWidth), scaled(railItemLeast)) },
		layout: func(size fyne.Size) {
			corner := fyne.NewPos(scaled(railSide), 0)
			box := fyne.NewSize(size.Width-2*scaled(railSide)-fynetheme.Size(theme.StrokeThin), size.Height)
			radius := fynetheme.Size(theme.RadiusField)
			ground.place(corner, box, radius)
			// The items stand closer than a ring needs, so theirs lies inside.
			margin := fynetheme.Size(theme.FocusMargin)
			marks.place(corner.AddXY(margin, margin), box.SubtractWidthHeight(2*margin, 2*margin), radius)
			edge.TopRightCornerRadius, edge.BottomRightCornerRadius = scaled(railEdge)/2, scaled(railEdge)/2
			edge.Move(fyne.NewPos(0, fynetheme.Size(theme.Space12)))
			edge.Resize(fyne.NewSize(scaled(railEdge), size.Height-2*fynetheme.Size(theme.Space12)))
			close := (scaled(railItemHeight) - size.Height) / 2
			side := icon.MinSize()
			icon.Resize(side)
			icon.Move(fyne.NewPos((size.Width-side.Width)/2, scaled(9)-close*0.8))
			need := word.MinSize()
			word.Resize(need)
			word.Move(fyne.NewPos((size.Width-need.Width)/2, scaled(44)-close*1.15-need.Height/2))
		},
	}
}
