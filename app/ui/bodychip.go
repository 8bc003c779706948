package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// BodyChip is a responsible body or a partner: a tinted block with an icon, the
// name, a quiet word such as "leads", and a button that removes it. The block
// itself is pressed to open the body; both are reached by Tab, and Delete on
// the block removes.
type BodyChip struct {
	widget.BaseWidget

	name   *bodyName
	remove *Button
}

// NewBodyChip returns a chip for a body; note is the quiet word after the name
// or empty. onOpen and onRemove may be nil, and then there is nothing to press.
func NewBodyChip(kit *Kit, name, note string, onOpen, onRemove func()) *BodyChip {
	chip := &BodyChip{name: newBodyName(kit, name, note, onOpen)}
	chip.ExtendBaseWidget(chip)
	if onRemove == nil {
		return chip
	}
	chip.name.removable = true
	chip.remove = NewIconButton(kit, IconCross, kit.words.T("action.removeNamed", "name", name), onRemove)
	chip.name.key = func(key fyne.KeyName) bool {
		if key != fyne.KeyDelete && key != fyne.KeyBackspace {
			return false
		}
		onRemove()
		return true
	}
	return chip
}

// Focus moves the keyboard to the chip.
func (b *BodyChip) Focus() { b.name.kit.Focus(b.name) }

// Focusable returns what takes the focus first.
func (b *BodyChip) Focusable() fyne.Focusable { return b.name }

// CreateRenderer is called by Fyne.
func (b *BodyChip) CreateRenderer() fyne.WidgetRenderer {
	ground := newFrame()
	objects := []fyne.CanvasObject{ground.Rectangle, b.name}
	if b.remove != nil {
		objects = append(objects, b.remove)
	}
	restyle := func() { ground.paint(theme.ColorPrimaryTint, "", "") }
	restyle()
	removeWidth := func() float32 {
		if b.remove == nil {
			return 0
		}
		return fynetheme.Size(theme.HitTarget)
	}
	return &drawing{
		owner:   b,
		objects: objects,
		restyle: restyle,
		minSize: func() fyne.Size {
			need := b.name.MinSize()
			return need.AddWidthHeight(removeWidth(), 0)
		},
		layout: func(size fyne.Size) {
			margin := fynetheme.Size(theme.FocusMargin)
			height := fynetheme.Size(theme.HitTarget) + 2*margin
			top := (size.Height - height) / 2
			ground.place(fyne.NewPos(margin, top+margin), fyne.NewSize(size.Width-2*margin, height-2*margin), fynetheme.Size(theme.RadiusField))
			b.name.Move(fyne.NewPos(0, top))
			b.name.Resize(fyne.NewSize(size.Width-removeWidth(), height))
			if b.remove != nil {
				need := b.remove.MinSize()
				b.remove.Resize(need)
				b.remove.Move(fyne.NewPos(size.Width-need.Width, top))
			}
		},
	}
}

// bodyName is the part of a body chip that names the body.
type bodyName struct {
	pressable

	name, note string
	removable  bool
}

var _ fyne.Accessible = (*bodyName)(nil)

func newBodyName(kit *Kit, name, note string, onOpen func()) *bodyName {
	created := &bodyName{name: name, note: note}
	created.begin(kit, created, onOpen)
	return created
}

// AccessibilityLabel is the name and the quiet word.
func (b *bodyName) AccessibilityLabel() string {
	return Spoken{Label: b.name, Value: b.note}.String()
}

// AccessibilityRole is a button's.
func (b *bodyName) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (b *bodyName) CreateRenderer() fyne.WidgetRenderer {
	marks := newFocusMarks()
	icon := NewIcon(IconBody, theme.ColorText)
	name := newInkText(b.name, theme.TextChip, theme.ColorText, false)
	note := newInkText(b.note, theme.TextSmallest, theme.ColorText, false)
	note.Hidden = b.note == ""
	restyle := func() {
		name.restyle()
		note.restyle()
		marks.restyle(b.focused)
	}
	padding := func() float32 { return fynetheme.Size(theme.Space12) }
	end := func() float32 {
		if b.removable {
			return fynetheme.Size(theme.Space4)
		}
		return padding()
	}
	gap := func() float32 { return fynetheme.Size(theme.Space8) - 1 }
	return &drawing{
		owner:   b,
		objects: append([]fyne.CanvasObject{icon, name.Text, note.Text}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size {
			margin := fynetheme.Size(theme.FocusMargin)
			width := padding() + end() + icon.MinSize().Width + gap() + name.MinSize().Width
			if b.note != "" {
				width += gap() + note.MinSize().Width
			}
			return fyne.NewSize(width+2*margin, fynetheme.Size(theme.HitTarget)+2*margin)
		},
		layout: func(size fyne.Size) {
			margin := fynetheme.Size(theme.FocusMargin)
			corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			marks.place(corner, box, fynetheme.Size(theme.RadiusField))
			side := icon.MinSize()
			icon.Resize(side)
			x := corner.X + padding()
			icon.Move(fyne.NewPos(x, corner.Y+(box.Height-side.Height)/2))
			x += side.Width + gap()
			name.placeMiddle(x, corner.Y, box.Height)
			note.placeMiddle(x+name.MinSize().Width+gap(), corner.Y, box.Height)
		},
	}
}
