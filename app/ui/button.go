package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// ButtonKind says how much a button asks to be pressed.
type ButtonKind int

// The kinds of button.
const (
	ButtonPrimary   ButtonKind = iota // filled; one a page
	ButtonSecondary                   // framed
	ButtonQuiet                       // words alone, as a link
)

// Button is pressed by pointer, Enter or Space.
type Button struct {
	pressable

	kind     ButtonKind
	label    string
	about    string // what the label is about, for those who do not see it beside
	icon     IconName
	trailing bool
	compact  bool
	bare     bool // the icon alone; the label is a tip and is read out
	tip      func()
}

var _ fyne.Accessible = (*Button)(nil)

// NewButton returns a button with a label that calls onPress.
func NewButton(kit *Kit, kind ButtonKind, label string, onPress func()) *Button {
	button := &Button{kind: kind, label: label}
	button.begin(kit, button, func() {
		button.showTip(false) // what is pressed may take the button away
		if onPress != nil {
			onPress()
		}
	})
	button.onFocus = button.showTip
	return button
}

// NewIconButton returns a button of an icon alone, 36 px square. Its label is
// shown as a tip while it has the focus or the pointer, and is read out.
func NewIconButton(kit *Kit, icon IconName, label string, onPress func()) *Button {
	button := NewButton(kit, ButtonQuiet, label, onPress)
	button.icon, button.bare, button.compact = icon, true, true
	return button
}

// WithIcon puts an icon before the label. It returns the button.
func (b *Button) WithIcon(icon IconName) *Button {
	b.icon, b.trailing = icon, false
	b.Refresh()
	return b
}

// WithTrailingIcon puts an icon after the label. It returns the button.
func (b *Button) WithTrailingIcon(icon IconName) *Button {
	b.icon, b.trailing = icon, true
	b.Refresh()
	return b
}

// About says what the button is about where buttons with the same label stand
// side by side; it is read out after the label. It returns the button.
func (b *Button) About(words string) *Button {
	b.about = words
	return b
}

// Compact makes the button as high as stands in a row: 36 px and smaller text.
// It returns the button.
func (b *Button) Compact() *Button {
	b.compact = true
	b.Refresh()
	return b
}

// SetLabel changes the words on the button.
func (b *Button) SetLabel(label string) {
	if b.label == label {
		return
	}
	b.label = label
	b.Refresh()
}

// Label returns the words on the button.
func (b *Button) Label() string { return b.label }

// SetKind changes how much the button asks to be pressed.
func (b *Button) SetKind(kind ButtonKind) {
	b.kind = kind
	b.Refresh()
}

// AccessibilityLabel is the button's label, what it is about, and that it cannot
// be pressed.
func (b *Button) AccessibilityLabel() string {
	words := b.label
	if b.about != "" {
		words += ": " + b.about
	}
	if b.disabled {
		return Spoken{Label: words, Value: b.kit.words.T("spoken.disabled")}.String()
	}
	return words
}

// AccessibilityRole is a button's.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// showTip shows what an icon alone means.
func (b *Button) showTip(show bool) {
	if b.tip != nil {
		b.tip()
		b.tip = nil
	}
	if show && b.bare {
		b.tip = b.kit.showTip(b, b.label)
	}
}

// colours returns fill, stroke and ink.
func (b *Button) colours() (fill, stroke, ink fyne.ThemeColorName) {
	if b.disabled {
		return theme.ColorSunk, theme.ColorLine, theme.ColorMuted
	}
	switch b.kind {
	case ButtonPrimary:
		return theme.ColorPrimary, "", theme.ColorOnPrimary
	case ButtonSecondary:
		fill, stroke, ink = theme.ColorSurface, theme.ColorBorder, theme.ColorText
	case ButtonQuiet:
		fill, stroke, ink = "", "", theme.ColorPrimary
		if b.bare {
			ink = theme.ColorText
		}
	}
	if b.hovered {
		fill = theme.ColorSelected
	}
	return fill, stroke, ink
}

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	ground, marks := newFrame(), newFocusMarks()
	words := newInkText(b.label, theme.TextBody, theme.ColorText, true)
	icon := NewIcon(b.icon, theme.ColorText)
	restyle := func() {
		fill, stroke, ink := b.colours()
		ground.paint(fill, stroke, theme.StrokeThin)
		if b.hovered && b.kind == ButtonPrimary && !b.disabled {
			ground.FillColor = blend(fynetheme.Color(theme.ColorPrimary), fynetheme.Color(theme.ColorText), 0.18)
		}
		words.Text.Text = b.label
		words.size = theme.TextBody
		if b.compact {
			words.size = theme.TextSecondary
		}
		words.colour, words.Hidden = ink, b.bare
		words.restyle()
		icon.Hidden = b.icon == ""
		icon.Side = theme.IconSize
		icon.Set(b.icon, ink)
		marks.restyle(b.focused && !b.disabled)
	}
	restyle()
	return &drawing{
		owner:   b,
		objects: append([]fyne.CanvasObject{ground.Rectangle, words.Text, icon}, marks.objects()...),
		minSize: func() fyne.Size { return b.minSize(words, icon) },
		restyle: restyle,
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
			// A row may be higher than the button; the button keeps its height.
			box := fyne.NewSize(size.Width-2*margin, b.height())
			corner := fyne.NewPos(margin, (size.Height-box.Height)/2)
			ground.place(corner, box, radius)
			marks.place(corner, box, radius)
			b.placeContent(words, icon, corner, box)
		},
	}
}

func (b *Button) height() float32 {
	if b.compact {
		return fynetheme.Size(theme.RowButtonHeight)
	}
	return fynetheme.Size(theme.ButtonHeight)
}

func (b *Button) sidePadding() float32 {
	switch {
	case b.kind == ButtonQuiet:
		return fynetheme.Size(theme.Space8)
	case b.compact:
		return fynetheme.Size(theme.Space12)
	}
	return fynetheme.Size(theme.Space16)
}

func (b *Button) minSize(words *inkText, icon *Icon) fyne.Size {
	margin, height := fynetheme.Size(theme.FocusMargin), b.height()
	if b.bare {
		return fyne.NewSquareSize(height + 2*margin)
	}
	width := words.MinSize().Width + 2*b.sidePadding()
	if b.icon != "" {
		width += icon.MinSize().Width + fynetheme.Size(theme.Space8)
	}
	return fyne.NewSize(max(width, height)+2*margin, height+2*margin)
}

func (b *Button) placeContent(words *inkText, icon *Icon, corner fyne.Position, box fyne.Size) {
	side := icon.MinSize()
	icon.Resize(side)
	top := corner.Y + (box.Height-side.Height)/2
	if b.bare {
		icon.Move(fyne.NewPos(corner.X+(box.Width-side.Width)/2, top))
		return
	}
	content := words.MinSize().Width
	gap := fynetheme.Size(theme.Space8)
	if b.icon != "" {
		content += side.Width + gap
	}
	x := corner.X + (box.Width-content)/2
	if b.icon == "" || b.trailing {
		words.placeMiddle(x, corner.Y, box.Height)
		icon.Move(fyne.NewPos(x+words.MinSize().Width+gap, top))
		return
	}
	icon.Move(fyne.NewPos(x, top))
	words.placeMiddle(x+side.Width+gap, corner.Y, box.Height)
}

// MouseIn is called by Fyne.
func (b *Button) MouseIn(event *desktop.MouseEvent) {
	b.pressable.MouseIn(event)
	b.showTip(true)
}

// MouseOut is called by Fyne.
func (b *Button) MouseOut() {
	b.pressable.MouseOut()
	b.showTip(false)
}
