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
	return &drawing{
		owner:   b,
		objects: objects,
		restyle: restyle,
		minSize: func() fyne.Size {
			need := b.name.MinSize()
			return need.AddWidthHeight(b.removeWidth(), 0)
		},
		layout: func(size fyne.Size) {
			margin := fynetheme.Size(theme.FocusMargin)
			height := b.HeightFor(size.Width)
			top := (size.Height - height) / 2
			ground.place(fyne.NewPos(margin, top+margin), fyne.NewSize(size.Width-2*margin, height-2*margin), fynetheme.Size(theme.RadiusField))
			b.name.Move(fyne.NewPos(0, top))
			b.name.Resize(fyne.NewSize(size.Width-b.removeWidth(), height))
			if b.remove != nil {
				need := b.remove.MinSize()
				b.remove.Resize(need)
				b.remove.Move(fyne.NewPos(size.Width-need.Width, (size.Height-need.Height)/2))
			}
		},
	}
}

func (b *BodyChip) removeWidth() float32 {
	if b.remove == nil {
		return 0
	}
	return fynetheme.Size(theme.HitTarget)
}

// HeightFor returns the height of the chip at a width: a long name wraps.
func (b *BodyChip) HeightFor(width float32) float32 {
	return b.name.HeightFor(width - b.removeWidth())
}

// bodyNameWidth is the widest that a name asks to be, in body text sizes; a
// longer one wraps.
const bodyNameWidth = 22

// bodyName is the part of a body chip that names the body.
type bodyName struct {
	pressable

	words     *Label
	note      *Label
	removable bool
}

var _ fyne.Accessible = (*bodyName)(nil)

func newBodyName(kit *Kit, name, note string, onOpen func()) *bodyName {
	created := &bodyName{
		words: NewLabel(name, theme.TextChip),
		note:  NewLine(note, theme.TextSmallest, theme.ColorText, false),
	}
	created.begin(kit, created, onOpen)
	return created
}

// AccessibilityLabel is the name and the quiet word.
func (b *bodyName) AccessibilityLabel() string {
	return Spoken{Label: b.words.Text, Value: b.note.Text}.String()
}

// AccessibilityRole is a button's.
func (b *bodyName) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *bodyName) gap() float32 { return fynetheme.Size(theme.Space8) - 1 }

// noteWidth is the room of the quiet word with its gap.
func (b *bodyName) noteWidth() float32 {
	if b.note.Text == "" {
		return 0
	}
	return b.gap() + b.note.MinSize().Width
}

// beside is what stands beside the name: icon, quiet word, room.
func (b *bodyName) beside() float32 {
	end := fynetheme.Size(theme.Space12)
	if b.removable {
		end = fynetheme.Size(theme.Space4)
	}
	return 2*fynetheme.Size(theme.FocusMargin) + fynetheme.Size(theme.Space12) +
		fynetheme.Size(theme.IconSize) + b.gap() + b.noteWidth() + end
}

// HeightFor returns the height of the block at a width.
func (b *bodyName) HeightFor(width float32) float32 {
	words := b.words.HeightFor(width-b.beside()) + 2*fynetheme.Size(theme.Space4)
	return max(words, fynetheme.Size(theme.HitTarget)) + 2*fynetheme.Size(theme.FocusMargin)
}

// CreateRenderer is called by Fyne.
func (b *bodyName) CreateRenderer() fyne.WidgetRenderer {
	marks := newFocusMarks()
	icon := NewIcon(IconBody, theme.ColorText)
	restyle := func() { marks.restyle(b.focused) }
	return &drawing{
		owner:   b,
		objects: append([]fyne.CanvasObject{icon, b.words, b.note}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size {
			words := min(b.words.NaturalWidth()+1, bodyNameWidth*fynetheme.Size(theme.TextBody))
			width := words + b.beside()
			return fyne.NewSize(width, b.HeightFor(width))
		},
		layout: func(size fyne.Size) {
			margin := fynetheme.Size(theme.FocusMargin)
			corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			marks.place(corner, box, fynetheme.Size(theme.RadiusField))
			middle := func(height float32) float32 { return corner.Y + (box.Height-height)/2 }
			side := icon.MinSize()
			icon.Resize(side)
			x := corner.X + fynetheme.Size(theme.Space12)
			icon.Move(fyne.NewPos(x, middle(side.Height)))
			x += side.Width + b.gap()
			width := size.Width - b.beside()
			height := b.words.HeightFor(width)
			b.words.Resize(fyne.NewSize(width, height))
			b.words.Move(fyne.NewPos(x, middle(height)))
			note := b.note.MinSize()
			b.note.Resize(note)
			b.note.Move(fyne.NewPos(x+min(width, b.words.NaturalWidth())+b.gap(), middle(note.Height)))
		},
	}
}
