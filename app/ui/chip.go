package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Chip is a choice that is on or off: chosen it is filled, has a check and bold
// words, so that colour is never alone.
type Chip struct {
	pressable

	OnChanged func(chosen bool)

	label  string
	icon   IconName
	mark   MarkKind // of what it chooses, or empty
	chosen bool
	row    *ChipRow
}

var _ fyne.Accessible = (*Chip)(nil)

// NewChip returns a chip that is not chosen.
func NewChip(kit *Kit, label string) *Chip {
	chip := &Chip{label: label}
	chip.begin(kit, chip, chip.toggle)
	chip.key = chip.typedKey
	return chip
}

// WithIcon puts an icon before the label while the chip is not chosen. It
// returns the chip.
func (c *Chip) WithIcon(icon IconName) *Chip {
	c.icon = icon
	c.Refresh()
	return c
}

// WithMark gives the chip the sign and the colour of what it chooses. It returns
// the chip.
func (c *Chip) WithMark(kind MarkKind) *Chip {
	c.mark = kind
	return c.WithIcon(markLooks[kind].icon)
}

func (c *Chip) toggle() {
	if c.row != nil && c.row.single && c.chosen {
		return
	}
	c.SetChosen(!c.chosen)
	if c.row != nil {
		c.row.chipChanged(c)
	}
	if c.OnChanged != nil {
		c.OnChanged(c.chosen)
	}
}

// typedKey moves within the chip's row with the arrow keys.
func (c *Chip) typedKey(key fyne.KeyName) bool {
	if c.row == nil {
		return false
	}
	switch key {
	case fyne.KeyRight, fyne.KeyDown:
		c.row.move(c, 1)
	case fyne.KeyLeft, fyne.KeyUp:
		c.row.move(c, -1)
	case fyne.KeyHome:
		c.row.focusAt(0)
	case fyne.KeyEnd:
		c.row.focusAt(len(c.row.chips) - 1)
	default:
		return false
	}
	return true
}

// Chosen tells whether the chip is chosen.
func (c *Chip) Chosen() bool { return c.chosen }

// SetChosen chooses the chip or not, without OnChanged being called.
func (c *Chip) SetChosen(chosen bool) {
	if c.chosen == chosen {
		return
	}
	c.chosen = chosen
	c.Refresh()
}

// SetLabel changes the words on the chip.
func (c *Chip) SetLabel(label string) {
	if c.label == label {
		return
	}
	c.label = label
	c.Refresh()
}

// Label returns the words on the chip.
func (c *Chip) Label() string { return c.label }

// AccessibilityLabel is the row's label, the chip's own, whether it is chosen,
// and what is wrong with the row.
func (c *Chip) AccessibilityLabel() string { return c.Spoken().String() }

// Spoken is what a screen reader is told, in its parts.
func (c *Chip) Spoken() Spoken {
	spoken := Spoken{Label: c.label, Value: c.kit.words.T(chosenKey(c.chosen))}
	if c.row == nil {
		return spoken
	}
	if c.row.label != "" {
		spoken.Label = c.row.label + ": " + c.label
	}
	spoken.Error = c.row.Spoken().Error
	return spoken
}

func chosenKey(chosen bool) string {
	if chosen {
		return "field.chosen"
	}
	return "field.notChosen"
}

// AccessibilityRole is a button's: Fyne 2.8 has no role for a choice.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	ground, marks := newFrame(), newFocusMarks()
	words := newInkText(c.label, theme.TextChip, theme.ColorText, false)
	icon := NewIcon(IconCheck, theme.ColorText)
	restyle := func() {
		fill, stroke, ink := theme.ColorSurface, theme.ColorBorder, theme.ColorText
		if c.mark != "" {
			stroke, ink = markLooks[c.mark].color, markLooks[c.mark].color
		}
		if c.hovered {
			fill = theme.ColorSelected
		}
		if c.chosen {
			fill, stroke, ink = theme.ColorPrimary, "", theme.ColorOnPrimary
		}
		ground.paint(fill, stroke, theme.StrokeThin)
		words.Text.Text = c.label
		words.colour, words.TextStyle.Bold = ink, c.chosen || c.mark != ""
		words.restyle()
		icon.Hidden = !c.chosen && c.icon == ""
		shown := c.icon
		if c.chosen {
			shown = IconCheck
		}
		icon.Set(shown, ink)
		marks.restyle(c.focused)
	}
	restyle()
	padding := func() float32 { return fynetheme.Size(theme.Space16) - 1 }
	return &drawing{
		owner:   c,
		objects: append([]fyne.CanvasObject{ground.Rectangle, words.Text, icon}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size {
			margin := fynetheme.Size(theme.FocusMargin)
			width := words.MinSize().Width + 2*padding()
			if c.chosen || c.icon != "" {
				width += icon.MinSize().Width + fynetheme.Size(theme.Space8)
			}
			height := fynetheme.Size(theme.HitTarget)
			return fyne.NewSize(max(width, height)+2*margin, height+2*margin)
		},
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusChip)
			box := fyne.NewSize(size.Width-2*margin, fynetheme.Size(theme.HitTarget))
			corner := fyne.NewPos(margin, (size.Height-box.Height)/2)
			ground.place(corner, box, radius)
			marks.place(corner, box, radius)
			content := words.MinSize().Width
			side := icon.MinSize()
			if !icon.Hidden {
				content += side.Width + fynetheme.Size(theme.Space8)
			}
			x := corner.X + (box.Width-content)/2
			if !icon.Hidden {
				icon.Resize(side)
				icon.Move(fyne.NewPos(x, corner.Y+(box.Height-side.Height)/2))
				x += side.Width + fynetheme.Size(theme.Space8)
			}
			words.placeMiddle(x, corner.Y, box.Height)
		},
	}
}
