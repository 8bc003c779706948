package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// LinkRow is a row of a list that leads somewhere: a sign, what it is about, and
// an arrow to the right. It is pressed by pointer, Enter or Space.
type LinkRow struct {
	pressable

	sign, arrow *Icon
	content     fyne.CanvasObject
	spoken      string
	plain       bool                // without the arrow
	ground      fyne.ThemeColorName // of what the row stands on
}

var (
	_ fyne.Accessible = (*LinkRow)(nil)
	_ Flowing         = (*LinkRow)(nil)
)

// NewLinkRow returns a row around content with the sign of kind before it.
// Spoken is read out for the whole row, and onOpen is called when it is pressed.
func NewLinkRow(kit *Kit, kind MarkKind, content fyne.CanvasObject, spoken string, onOpen func()) *LinkRow {
	look := markLooks[kind]
	row := &LinkRow{
		sign: NewIcon(look.icon, look.color), arrow: NewIcon(IconChevronRight, theme.ColorPrimary),
		content: content, spoken: spoken, ground: theme.ColorSurface,
	}
	row.begin(kit, row, onOpen)
	return row
}

// On says what the row stands on, when that is no card. It returns the row.
func (r *LinkRow) On(ground fyne.ThemeColorName) *LinkRow {
	r.ground = ground
	return r
}

// WithSign puts an icon before the row in place of a sign of doing or writing.
// It returns the row.
func (r *LinkRow) WithSign(icon IconName, color fyne.ThemeColorName) *LinkRow {
	r.sign.Set(icon, color)
	return r
}

// NewPlainRow is [NewLinkRow] with any icon before it and no arrow after it: what
// it opens is here.
func NewPlainRow(kit *Kit, icon IconName, content fyne.CanvasObject, spoken string, onPress func()) *LinkRow {
	row := NewLinkRow(kit, MarkInformation, content, spoken, onPress).WithSign(icon, theme.ColorPrimary)
	row.plain = true
	row.arrow.Hide()
	return row
}

// OnKey hands the keys that do not press the row to a list, which tells whether
// it took them. It returns the row.
func (r *LinkRow) OnKey(key func(fyne.KeyName) bool) *LinkRow {
	r.key = key
	return r
}

// sides are the rooms left and right of the content.
func (r *LinkRow) sides() (left, right float32) {
	side := r.padding() + fynetheme.Size(theme.IconSize) + fynetheme.Size(theme.Space12)
	if r.plain {
		return side, r.padding()
	}
	return side, side
}

// padding is the room around what stands in the row: for the focus ring, and
// inside of it.
func (r *LinkRow) padding() float32 {
	return fynetheme.Size(theme.FocusMargin) + fynetheme.Size(theme.Space4)
}

// HeightFor returns the row's height at a width.
func (r *LinkRow) HeightFor(width float32) float32 {
	left, right := r.sides()
	least := fynetheme.Size(theme.HitTarget) + 2*fynetheme.Size(theme.FocusMargin)
	return max(HeightFor(r.content, width-left-right)+2*r.padding(), least)
}

// AccessibilityLabel is read out by screen readers.
func (r *LinkRow) AccessibilityLabel() string { return r.spoken }

// AccessibilityRole is a button's: the row is pressed.
func (r *LinkRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (r *LinkRow) CreateRenderer() fyne.WidgetRenderer {
	ground, marks := newFrame(), newFocusMarks()
	hover := &fade{box: ground.Rectangle}
	restyle := func() {
		fill := fynetheme.Color(r.ground)
		if r.hovered {
			fill = blend(fill, fynetheme.Color(theme.ColorSelected), 0.45)
		}
		hover.to(fill)
		marks.restyle(r.focused)
	}
	restyle()
	return &drawing{
		owner:   r,
		objects: append([]fyne.CanvasObject{ground.Rectangle, r.sign, r.content, r.arrow}, marks.objects()...),
		minSize: func() fyne.Size {
			left, right := r.sides()
			least := fyne.NewSize(left+right+scaled(80), fynetheme.Size(theme.HitTarget)+2*fynetheme.Size(theme.FocusMargin))
			if width := r.Size().Width; width > 0 {
				least.Height = r.HeightFor(width)
			}
			return least
		},
		restyle: restyle,
		layout:  func(size fyne.Size) { r.place(ground, marks, size) },
	}
}

func (r *LinkRow) place(ground *frame, marks *focusMarks, size fyne.Size) {
	margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
	corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
	ground.place(corner, box, radius)
	marks.place(corner, box, radius)
	left, right := r.sides()
	width := size.Width - left - right
	high := HeightFor(r.content, width)
	put(r.content, left, (size.Height-high)/2, width, high)
	icon := fynetheme.Size(theme.IconSize)
	put(r.sign, r.padding(), (size.Height-icon)/2, icon, icon)
	put(r.arrow, size.Width-r.padding()-icon, (size.Height-icon)/2, icon, icon)
}
