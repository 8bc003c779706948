package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// Select is a choice of one from a list under a label. Down, Enter or Space
// opens the list, letters find in it, Enter takes, Escape closes.
type Select struct {
	widget.BaseWidget

	OnChanged func(index int)

	kit     *Kit
	label   string
	hint    string
	problem string
	options []string
	chosen  int
	box     *selectBox

	title, hintText, errorText *Label
	errorRow, content          *fyne.Container
}

// NewSelect returns a select with nothing chosen.
func NewSelect(kit *Kit, label string, options ...string) *Select {
	choice := &Select{kit: kit, label: label, options: options, chosen: -1}
	choice.ExtendBaseWidget(choice)
	choice.box = newSelectBox(kit, choice)
	choice.hintText = NewMutedLabel("", theme.TextSmallest)
	choice.hintText.Hide()
	choice.errorRow, choice.errorText = newErrorRow()
	choice.hintText.said, choice.errorText.said = true, true
	choice.errorRow.Hide()
	inset := func(object fyne.CanvasObject) fyne.CanvasObject {
		return NewInset("", theme.FocusMargin, "", theme.FocusMargin, object)
	}
	choice.title = NewBoldLabel(label, theme.TextSecondary)
	choice.title.said = true
	choice.content = NewColumn("", inset(choice.title), choice.box,
		inset(NewColumn("", choice.hintText, choice.errorRow)))
	return choice
}

// WithHint puts a hint below the select. It returns the select.
func (s *Select) WithHint(hint string) *Select {
	s.hint = hint
	showText(s.hintText, hint)
	return s
}

// WithoutTitle leaves the label out of the picture, where the chosen words say
// what is chosen among; it is still read out. It returns the select.
func (s *Select) WithoutTitle() *Select {
	s.title.Hide()
	return s
}

// WithIcon puts an icon before the chosen words. It returns the select.
func (s *Select) WithIcon(icon IconName) *Select {
	s.box.icon = icon
	s.box.Refresh()
	return s
}

// SetError shows a sentence below the select; an empty one takes it away.
func (s *Select) SetError(sentence string) {
	s.problem = sentence
	showText(s.errorText, sentence)
	showOrHide(s.errorRow, sentence != "")
	s.Refresh()
}

// SetOptions replaces the options; nothing is chosen afterwards.
func (s *Select) SetOptions(options ...string) {
	s.box.closeList()
	s.options, s.chosen = options, -1
	s.box.Refresh()
}

// Chosen returns the index of the chosen option, -1 for none.
func (s *Select) Chosen() int { return s.chosen }

// SetChosen chooses an option, -1 for none, without OnChanged being called.
func (s *Select) SetChosen(index int) {
	if index < -1 || index >= len(s.options) {
		return
	}
	s.chosen = index
	s.box.words.SetText(s.chosenText())
	s.box.Refresh()
}

func (s *Select) choose(index int) {
	before := s.chosen
	s.SetChosen(index)
	if s.chosen != before && s.OnChanged != nil {
		s.OnChanged(s.chosen)
	}
}

// chosenText is the option that is chosen, or empty.
func (s *Select) chosenText() string {
	if s.chosen < 0 {
		return ""
	}
	return s.options[s.chosen]
}

// Focus moves the keyboard to the select.
func (s *Select) Focus() { s.kit.Focus(s.box) }

// Focusable returns what takes the focus.
func (s *Select) Focusable() fyne.Focusable { return s.box }

// Spoken returns what a screen reader is told.
func (s *Select) Spoken() Spoken {
	spoken := Spoken{Label: s.label, Value: s.chosenText(), Hint: s.hint}
	if s.box.list != nil && s.box.list.markedText() != "" {
		spoken.Value, spoken.Hint = s.box.list.markedText(), place(s.kit.words, s.box.list.marked, len(s.options))
	}
	if spoken.Value == "" {
		spoken.Value = s.kit.words.T("field.empty")
	}
	if s.problem != "" {
		spoken.Error = s.kit.words.T("field.error", "message", s.problem)
	}
	return spoken
}

// HeightFor returns the height of the select at a width.
func (s *Select) HeightFor(width float32) float32 { return HeightFor(s.content, width) }

// CreateRenderer is called by Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// selectBox is the part of a select that is pressed.
type selectBox struct {
	pressable

	choice *Select
	icon   IconName
	words  *Label
	list   *dropList
}

var _ fyne.Accessible = (*selectBox)(nil)

func newSelectBox(kit *Kit, choice *Select) *selectBox {
	box := &selectBox{choice: choice, words: NewLabel("", theme.TextBody)}
	box.begin(kit, box, box.openOrTake)
	box.key = box.typedKey
	box.letter = box.find
	box.onFocus = func(focused bool) {
		if !focused && !box.list.heldByPointer(box.closeList) {
			box.closeList()
		}
	}
	return box
}

func (b *selectBox) openOrTake() {
	if b.list == nil {
		b.openList()
		return
	}
	if !b.list.typedKey(fyne.KeyReturn) {
		b.closeList()
	}
}

func (b *selectBox) openList() {
	if len(b.choice.options) == 0 {
		return
	}
	b.list = openDropList(b.kit, b, b.choice.options, max(0, b.choice.chosen), func(index int) {
		b.closeList()
		b.kit.Focus(b)
		b.choice.choose(index)
	})
	b.Refresh()
}

func (b *selectBox) closeList() {
	if b.list == nil {
		return
	}
	b.list.dismiss()
	b.list = nil
	b.Refresh()
}

func (b *selectBox) typedKey(key fyne.KeyName) bool {
	if b.list != nil {
		if key == fyne.KeyEscape {
			b.closeList()
			return true
		}
		return b.list.typedKey(key)
	}
	if key == fyne.KeyDown || key == fyne.KeyUp {
		b.openList()
		return true
	}
	return false
}

// find goes to the next option that begins with a letter.
func (b *selectBox) find(letter rune) {
	at := b.choice.chosen
	if b.list != nil {
		at = b.list.marked
	}
	for step := 1; step <= len(b.choice.options); step++ {
		index := (at + step + len(b.choice.options)) % len(b.choice.options)
		if !strings.HasPrefix(strings.ToLower(b.choice.options[index]), strings.ToLower(string(letter))) {
			continue
		}
		if b.list != nil {
			b.list.mark(index)
		} else {
			b.choice.choose(index)
		}
		return
	}
}

// AccessibilityLabel is the label, value, hint and error.
func (b *selectBox) AccessibilityLabel() string { return b.choice.Spoken().String() }

// Spoken is what a screen reader is told, in its parts.
func (b *selectBox) Spoken() Spoken { return b.choice.Spoken() }

// AccessibilityRole is a button's: Fyne 2.8 has no role for a list.
func (b *selectBox) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// selectWidth is the widest that a select asks to be, in body text sizes; longer
// options wrap. Without a title it stands in a line with others and asks for less.
const (
	selectWidth     = 20
	selectLineWidth = 10
)

// textStart is where the chosen words begin within the frame.
func (b *selectBox) textStart() float32 {
	start := fynetheme.Size(theme.Space12)
	if b.icon != "" {
		start += fynetheme.Size(theme.IconSize) + fynetheme.Size(theme.Space8)
	}
	return start
}

// beside is what the box needs beside the chosen words: icon, arrow, room.
func (b *selectBox) beside() float32 {
	return b.textStart() + fynetheme.Size(theme.Space8) + fynetheme.Size(theme.IconSize) +
		fynetheme.Size(theme.Space12) + 2*fynetheme.Size(theme.FocusMargin)
}

// HeightFor returns the height of the box at a width: a long choice wraps.
func (b *selectBox) HeightFor(width float32) float32 {
	height := fynetheme.Size(theme.FieldHeight)
	if b.words.Text != "" {
		height = max(height, b.words.HeightFor(width-b.beside())+2*fynetheme.Size(theme.Space4))
	}
	return height + 2*fynetheme.Size(theme.FocusMargin)
}

// CreateRenderer is called by Fyne.
func (b *selectBox) CreateRenderer() fyne.WidgetRenderer {
	ground, marks := newFrame(), newFocusMarks()
	icon, arrow := NewIcon(b.icon, theme.ColorMuted), NewIcon(IconChevronDown, theme.ColorText)
	restyle := func() {
		stroke, width := theme.ColorBorder, theme.StrokeField
		if b.choice.problem != "" {
			stroke, width = theme.ColorErr, theme.FocusInk
		}
		if b.focused {
			stroke = "" // the focus marks stand in its place
		}
		ground.paint(theme.ColorSurface, stroke, width)
		b.words.SetText(b.choice.chosenText())
		icon.Hidden = b.icon == ""
		icon.Set(b.icon, theme.ColorMuted)
		arrow.Set(IconChevronDown, theme.ColorText)
		if b.list != nil {
			arrow.Set(IconChevronUp, theme.ColorText)
		}
		marks.restyle(b.focused)
	}
	restyle()
	return &drawing{
		owner:   b,
		objects: append([]fyne.CanvasObject{ground.Rectangle, icon, b.words, arrow}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size {
			widest := float32(0)
			for _, option := range b.choice.options {
				widest = max(widest, fyne.MeasureText(option, fynetheme.Size(theme.TextBody), fyne.TextStyle{}).Width)
			}
			most := float32(selectWidth)
			if !b.choice.title.Visible() {
				most = selectLineWidth
			}
			width := min(widest+1, most*fynetheme.Size(theme.TextBody)) + b.beside()
			return fyne.NewSize(width, b.HeightFor(max(width, b.Size().Width)))
		},
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
			corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			ground.place(corner, box, radius)
			marks.place(corner, box, radius)
			side := arrow.MinSize()
			top := corner.Y + (box.Height-side.Height)/2
			icon.Resize(side)
			icon.Move(fyne.NewPos(corner.X+fynetheme.Size(theme.Space12), top))
			arrow.Resize(side)
			arrow.Move(fyne.NewPos(corner.X+box.Width-fynetheme.Size(theme.Space12)-side.Width, top))
			width := size.Width - b.beside()
			height := b.words.HeightFor(width)
			b.words.Resize(fyne.NewSize(width, height))
			b.words.Move(fyne.NewPos(corner.X+b.textStart(), corner.Y+(box.Height-height)/2))
		},
	}
}
