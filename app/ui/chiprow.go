package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// ChipRow is a set of chips under one label, or beside it. The arrow keys move
// among them, Home and End go to the first and the last; Tab goes through them
// too, since nothing else says that there are more.
type ChipRow struct {
	widget.BaseWidget

	OnChanged func(chosen []int) // the indices that are chosen, in order

	kit    *Kit
	label  string
	hint   string
	single bool
	chips  []*Chip

	title, hintText, errorText *Label
	errorRow, content          *fyne.Container
	problem                    string
}

// NewChipRow returns a row of chips of which any number is chosen.
func NewChipRow(kit *Kit, label string, options ...string) *ChipRow {
	row := &ChipRow{kit: kit, label: label}
	row.ExtendBaseWidget(row)
	row.title = NewBoldLabel(label, theme.TextSecondary)
	row.hintText = NewMutedLabel("", theme.TextSmallest)
	row.hintText.Hide()
	row.errorRow, row.errorText = newErrorRow()
	row.errorRow.Hide()
	row.title.said, row.errorText.said = true, true
	chips := NewWrap("", "")
	for _, option := range options {
		chip := NewChip(kit, option)
		chip.row, chip.whole = row, row
		row.chips = append(row.chips, chip)
		chips.Add(chip)
	}
	inset := func(object fyne.CanvasObject) fyne.CanvasObject {
		return NewInset("", theme.FocusMargin, "", theme.FocusMargin, object)
	}
	row.content = NewColumn("", inset(row.title), chips, inset(NewColumn("", row.hintText, row.errorRow)))
	showOrHide(row.title, label != "")
	return row
}

// NewChoiceRow returns a row of chips of which one is chosen, or none at first.
func NewChoiceRow(kit *Kit, label string, options ...string) *ChipRow {
	row := NewChipRow(kit, label, options...)
	row.single = true
	return row
}

// WithHint puts a hint below the chips. It returns the row.
func (r *ChipRow) WithHint(hint string) *ChipRow {
	r.hint = hint
	showText(r.hintText, hint)
	return r
}

// WithoutTitle leaves the label to the page, which sets it beside the row; it is
// still read out with each chip. It returns the row.
func (r *ChipRow) WithoutTitle() *ChipRow {
	r.title.Hide()
	return r
}

// Chip returns the chip at index, to give it an icon or its own OnChanged.
func (r *ChipRow) Chip(index int) *Chip { return r.chips[index] }

// Chosen returns the indices of the chosen chips, in order.
func (r *ChipRow) Chosen() []int {
	var chosen []int
	for index, chip := range r.chips {
		if chip.chosen {
			chosen = append(chosen, index)
		}
	}
	return chosen
}

// SetChosen chooses the chips at the indices and no others, without OnChanged
// being called.
func (r *ChipRow) SetChosen(indices ...int) {
	for index, chip := range r.chips {
		chip.SetChosen(slices.Contains(indices, index))
	}
}

// SetError shows a sentence below the chips; an empty one takes it away.
func (r *ChipRow) SetError(sentence string) {
	r.problem = sentence
	showText(r.errorText, sentence)
	showOrHide(r.errorRow, sentence != "")
	r.Refresh()
}

// Focus moves the keyboard to the first chosen chip, or to the first.
func (r *ChipRow) Focus() {
	if chosen := r.Chosen(); len(chosen) > 0 {
		r.focusAt(chosen[0])
		return
	}
	r.focusAt(0)
}

func (r *ChipRow) focusAt(index int) {
	if index >= 0 && index < len(r.chips) {
		r.kit.Focus(r.chips[index])
	}
}

func (r *ChipRow) move(from *Chip, step int) {
	r.focusAt(slices.Index(r.chips, from) + step)
}

func (r *ChipRow) chipChanged(changed *Chip) {
	if r.single && changed.chosen {
		for _, chip := range r.chips {
			chip.SetChosen(chip == changed)
		}
	}
	if r.OnChanged != nil {
		r.OnChanged(r.Chosen())
	}
}

// Spoken returns what a screen reader is told of the row as a whole.
func (r *ChipRow) Spoken() Spoken {
	spoken := Spoken{Label: r.label, Hint: r.hint}
	if r.problem != "" {
		spoken.Error = r.kit.words.T("field.error", "message", r.problem)
	}
	return spoken
}

// HeightFor returns the height of the row at a width: chips go on in a next
// line.
func (r *ChipRow) HeightFor(width float32) float32 { return HeightFor(r.content, width) }

// CreateRenderer is called by Fyne.
func (r *ChipRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(r.content)
}
