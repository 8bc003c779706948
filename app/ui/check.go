package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Check is one choice that is on or off, in a row that is pressed anywhere: a
// box alone is too small to hit. The box stands flush with the fields above and
// below; the focus ring is around it.
type Check struct {
	pressable

	OnChanged func(checked bool)

	words   *Label
	note    *Label // nil where there is nothing to explain
	checked bool
}

var (
	_ fyne.Accessible = (*Check)(nil)
	_ Flowing         = (*Check)(nil)
)

// NewCheck returns a choice that is off.
func NewCheck(kit *Kit, label string) *Check {
	check := &Check{words: NewLabel(label, theme.TextBody)}
	check.begin(kit, check, check.toggle)
	return check
}

// WithNote says below the label what the choice is for, in words that are read
// out and that come into view with it. It returns the choice.
func (c *Check) WithNote(note string) *Check {
	c.note = NewMutedLabel(note, theme.TextSecondary)
	c.note.said = true
	return c
}

func (c *Check) toggle() {
	c.SetChecked(!c.checked)
	if c.OnChanged != nil {
		c.OnChanged(c.checked)
	}
}

// Checked tells whether the choice is on.
func (c *Check) Checked() bool { return c.checked }

// SetChecked turns the choice on or off, without OnChanged being called.
func (c *Check) SetChecked(checked bool) {
	if c.checked == checked {
		return
	}
	c.checked = checked
	c.Refresh()
}

// AccessibilityLabel is the label and whether it is chosen.
func (c *Check) AccessibilityLabel() string { return c.Spoken().String() }

// Spoken is what a screen reader is told, in its parts.
func (c *Check) Spoken() Spoken {
	spoken := Spoken{Label: c.words.Text, Value: c.kit.words.T(chosenKey(c.checked))}
	if c.note != nil {
		spoken.Hint = c.note.Text
	}
	return spoken
}

// AccessibilityRole is a button's: Fyne 2.8 has no role for a choice.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// boxSide is the side of the square.
func (c *Check) boxSide() float32 { return fynetheme.Size(theme.IconLarge) }

// textStart is where the words begin.
func (c *Check) textStart() float32 {
	return fynetheme.Size(theme.FocusMargin) + c.boxSide() + fynetheme.Size(theme.Space8)
}

// textWidth is how wide the words are in a row of a width.
func (c *Check) textWidth(width float32) float32 {
	return width - c.textStart() - fynetheme.Size(theme.FocusMargin) - fynetheme.Size(theme.Space8)
}

// labelHeight is the height of the row without its note.
func (c *Check) labelHeight(width float32) float32 {
	return max(c.words.HeightFor(c.textWidth(width)), fynetheme.Size(theme.HitTarget))
}

// noteHeight is the height of what is explained.
func (c *Check) noteHeight(width float32) float32 {
	if c.note == nil {
		return 0
	}
	return c.note.HeightFor(c.textWidth(width))
}

// HeightFor returns the height of the row at a width: the words wrap.
func (c *Check) HeightFor(width float32) float32 {
	return c.labelHeight(width) + c.noteHeight(width) + 2*fynetheme.Size(theme.FocusMargin)
}

// CreateRenderer is called by Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	ground, box, marks := newFrame(), newFrame(), newFocusMarks()
	icon := NewIcon(IconCheck, theme.ColorOnPrimary)
	restyle := func() {
		ground.paint("", "", "")
		if c.hovered {
			ground.paint(theme.ColorSelected, "", "")
		}
		box.paint(theme.ColorSurface, theme.ColorBorder, theme.StrokeField)
		if c.checked {
			box.paint(theme.ColorPrimary, "", "")
		}
		icon.Hidden = !c.checked
		marks.restyle(c.focused)
	}
	restyle()
	objects := []fyne.CanvasObject{ground.Rectangle, box.Rectangle, icon, c.words}
	if c.note != nil {
		objects = append(objects, c.note)
	}
	return &drawing{
		owner:   c,
		objects: append(objects, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size {
			least := c.words.MinSize().Width + c.textStart() + fynetheme.Size(theme.FocusMargin) + fynetheme.Size(theme.Space8)
			return fyne.NewSize(least, c.HeightFor(max(least, c.Size().Width)))
		},
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
			corner, whole := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			ground.place(corner, whole, radius)
			side := c.boxSide()
			// The box stands by the first line of the words.
			top := margin + (fynetheme.Size(theme.HitTarget)-side)/2
			at := fyne.NewPos(margin, top)
			box.place(at, fyne.NewSquareSize(side), fynetheme.Size(theme.RadiusBar))
			marks.place(at, fyne.NewSquareSize(side), fynetheme.Size(theme.RadiusBar))
			mark := icon.MinSize()
			icon.Resize(mark)
			icon.Move(at.AddXY((side-mark.Width)/2, (side-mark.Height)/2))
			width, label := c.textWidth(size.Width), c.labelHeight(size.Width)
			height := c.words.HeightFor(width)
			c.words.Resize(fyne.NewSize(width, height))
			c.words.Move(fyne.NewPos(c.textStart(), margin+(label-height)/2))
			if c.note != nil {
				c.note.Resize(fyne.NewSize(width, c.noteHeight(size.Width)))
				c.note.Move(fyne.NewPos(c.textStart(), margin+label))
			}
		},
	}
}
