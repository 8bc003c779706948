package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// SearchLink looks like an empty search field and leads to the page on which is
// searched: there the list has room, and the field keeps the keyboard while the
// list changes. It is pressed by pointer, Enter or Space.
type SearchLink struct {
	pressable

	label string
	keys  string  // the shortcut that does the same, "" for none
	width float32 // at text size 1
}

var _ fyne.Accessible = (*SearchLink)(nil)

// NewSearchLink returns a link so wide in pixels at text size 1, with its label
// inside and, where there is room, the keys that do the same.
func NewSearchLink(kit *Kit, label, keys string, width float32, onPress func()) *SearchLink {
	link := &SearchLink{label: label, keys: keys, width: width}
	link.begin(kit, link, onPress)
	return link
}

// AccessibilityLabel is what is searched.
func (s *SearchLink) AccessibilityLabel() string { return s.label }

// AccessibilityRole is a button's: the link is pressed.
func (s *SearchLink) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (s *SearchLink) CreateRenderer() fyne.WidgetRenderer {
	ground, marks := newFrame(), newFocusMarks()
	icon := NewIcon(IconSearch, theme.ColorMuted)
	words := newInkText(s.label, theme.TextBody, theme.ColorMuted, false)
	keys := newInkText(s.keys, theme.TextSmallest, theme.ColorMuted, false)
	hover := &fade{box: ground.Rectangle}
	restyle := func() {
		stroke := theme.ColorBorder
		if s.focused {
			stroke = "" // the focus marks stand in its place
		}
		ground.paint(theme.ColorSurface, stroke, theme.StrokeField)
		if s.hovered {
			hover.to(blend(fynetheme.Color(theme.ColorSurface), fynetheme.Color(theme.ColorSelected), 0.45))
		}
		marks.restyle(s.focused)
		words.restyle()
		keys.restyle()
	}
	restyle()
	inset := func() float32 {
		return fynetheme.Size(theme.FocusMargin) + fynetheme.Size(theme.Space12)
	}
	text := func() float32 { return inset() + fynetheme.Size(theme.IconSize) + fynetheme.Size(theme.Space8) }
	return &drawing{
		owner:   s,
		objects: append([]fyne.CanvasObject{ground.Rectangle, icon, words.Text, keys.Text}, marks.objects()...),
		minSize: func() fyne.Size {
			need := text() + words.MinSize().Width + inset()
			return fyne.NewSize(max(scaled(s.width), need), fynetheme.Size(theme.FieldHeight)+2*fynetheme.Size(theme.FocusMargin))
		},
		restyle: restyle,
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
			corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			ground.place(corner, box, radius)
			marks.place(corner, box, radius)
			side := fynetheme.Size(theme.IconSize)
			put(icon, inset(), (size.Height-side)/2, side, side)
			words.placeMiddle(text(), margin, box.Height)
			at := size.Width - inset() - keys.MinSize().Width
			keys.Hidden = at < text()+words.MinSize().Width+fynetheme.Size(theme.Space8)
			keys.placeMiddle(at, margin, box.Height)
		},
	}
}
