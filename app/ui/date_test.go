package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// readTestDate knows one date in two spellings.
func readTestDate(typed string) (string, bool) {
	if typed == "24.12.2026" || typed == "24.12.26" {
		return "24.12.2026", true
	}
	return "", false
}

func TestDateIsReadWhenTheFieldIsLeft(t *testing.T) {
	d := newDesk(t)
	date, other := NewDateField(d.Kit, "Kokouspäivä", readTestDate), NewField(d.Kit, "Pykälä")
	left := ""
	date.OnLeave = func(text string) { left = text }
	d.show(400, 300, date, other)
	for _, c := range []struct {
		typed, shown string
		understood   bool
	}{
		{"24.12.2026", "24.12.2026", true},
		{" 24.12.26 ", "24.12.2026", true},
		{"", "", true},
		{"keväällä", "keväällä", false},
		{"2026-99-99", "2026-99-99", false},
	} {
		date.SetText("")
		date.Focus()
		d.typeText(c.typed)
		if date.Problem() != "" {
			t.Errorf("%q is complained about while it is typed", c.typed)
		}
		other.Focus()
		if date.Text() != c.shown || left != c.shown || (date.Problem() == "") != c.understood || date.Understood() != c.understood {
			t.Errorf("%q: shown %q, left with %q, error %q", c.typed, date.Text(), left, date.Problem())
		}
		date.SetText("")
		date.settle()
	}
}

func TestYearFieldTakesFourDigitsInItsSpan(t *testing.T) {
	d := newDesk(t)
	year := NewYearField(d.Kit, "Alkuvuosi", 1990, 2100)
	d.show(400, 300, year)
	for typed, ok := range map[string]bool{
		"2019": true, "1990": true, "2100": true, "": true,
		"0": false, "20222": false, "1989": false, "2101": false, "-201": false, "2 19": false,
		"２０１９": false, "kaksituhatta": false, "19,5": false, "+201": false,
	} {
		year.SetText(typed)
		if year.Understood() != ok {
			t.Errorf("%q: understood %v, want %v", typed, !ok, ok)
		}
		if !ok && !strings.Contains(year.Problem(), "1990–2100") {
			t.Errorf("%q: %q does not name the span", typed, year.Problem())
		}
		if year.Text() != typed {
			t.Errorf("%q became %q", typed, year.Text())
		}
	}
}

func TestNumberFieldSaysHowANumberIsWritten(t *testing.T) {
	d := newDesk(t)
	number := NewNumberField(d.Kit, "Tavoitearvo", func(typed string) (string, bool) { return typed, typed == "12,5" })
	d.show(400, 300, number)
	number.SetText("paljon")
	if number.Understood() || !strings.Contains(number.Problem(), "12,5") {
		t.Errorf("error %q", number.Problem())
	}
	number.SetText("12,5")
	if !number.Understood() || number.Problem() != "" {
		t.Errorf("error %q", number.Problem())
	}
}

func TestSearchFieldIsClearedByEscapeAndByItsCross(t *testing.T) {
	d := newDesk(t)
	search := NewSearchField(d.Kit, "Hae ohjelmasta")
	var heard []string
	entered := ""
	search.OnChanged = func(text string) { heard = append(heard, text) }
	search.OnEnter = func(text string) { entered = text }
	d.show(400, 300, search)
	search.Focus()
	d.typeText("di")
	d.press(fyne.KeyReturn)
	if entered != "di" || !search.clear.Visible() {
		t.Errorf("entered %q, cross seen %v", entered, search.clear.Visible())
	}
	d.press(fyne.KeyEscape)
	if search.Text() != "" || search.clear.Visible() {
		t.Errorf("after Escape %q", search.Text())
	}
	d.typeText("x")
	search.clear.Press()
	d.wantFocus(search.Focusable(), "the search field")
	if got, want := strings.Join(heard, "|"), "d|di||x|"; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	if got := search.entry.AccessibilityLabel(); got != "Hae ohjelmasta. tyhjä." {
		t.Errorf("heard %q", got)
	}
}
