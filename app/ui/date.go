package ui

import (
	"strconv"
	"strings"
	"unicode"
)

// Reading turns what was typed into the form in which it is shown, and tells
// whether it was understood. The page gives it, so that dates and numbers are
// read in one place for the window and the commands.
type Reading func(typed string) (shown string, understood bool)

// Years that a year field takes unless it is told otherwise.
const (
	EarliestYear = 1900
	LatestYear   = 2199
)

// NewDateField returns a field for a date, as 24.12.2026. When it is left, the
// date is shown in its usual form, or the field says that it is not understood;
// what was typed stays.
func NewDateField(kit *Kit, label string, read Reading) *Field {
	field := newReadField(kit, label, read, func() string { return kit.words.T("field.dateInvalid") })
	return field.WithHint(kit.words.T("field.dateHint"))
}

// NewNumberField returns a field for a number, read when the field is left.
func NewNumberField(kit *Kit, label string, read Reading) *Field {
	return newReadField(kit, label, read, func() string { return kit.words.T("field.numberInvalid") })
}

// NewYearField returns a field for a year of four digits between two years,
// both included.
func NewYearField(kit *Kit, label string, from, to int) *Field {
	read := func(typed string) (string, bool) {
		year, ok := readYear(typed)
		return strconv.Itoa(year), ok && year >= from && year <= to
	}
	return newReadField(kit, label, read, func() string {
		return kit.words.T("field.yearInvalid", "from", from, "to", to)
	})
}

// readYear reads four digits and nothing else.
func readYear(typed string) (int, bool) {
	if len(typed) != 4 || strings.ContainsFunc(typed, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsDigit(r) }) {
		return 0, false
	}
	year, err := strconv.Atoi(typed)
	return year, err == nil
}

// valueLimit is the longest text of a date, number or year.
const valueLimit = 40

func newReadField(kit *Kit, label string, read Reading, complaint func() string) *Field {
	field := NewField(kit, label).WithLimit(valueLimit)
	field.read, field.complaint = read, complaint
	return field
}

// settle reads what was typed when the field is left.
func (f *Field) settle() {
	if f.read == nil {
		return
	}
	typed := strings.TrimSpace(f.entry.Text)
	if typed == "" {
		f.misread = false
		f.Refresh()
		return
	}
	shown, understood := f.read(typed)
	f.misread = !understood
	if understood && shown != f.entry.Text {
		f.entry.SetText(shown)
	}
	f.Refresh()
}

// Understood tells whether a date, number or year that was typed was read; an
// empty field is.
func (f *Field) Understood() bool {
	f.settle()
	return !f.misread
}
