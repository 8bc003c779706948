package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func organs(d *desk) *Select {
	return NewSelect(d.Kit, "Toimielin", "Kaupunginvaltuusto", "Kaupunginhallitus", "Lautakunta")
}

func TestSelectOpensMovesTakesAndClosesByKeyboard(t *testing.T) {
	d := newDesk(t)
	choice := organs(d)
	var heard []int
	choice.OnChanged = func(index int) { heard = append(heard, index) }
	d.show(500, 400, choice)
	choice.Focus()

	d.press(fyne.KeyDown)
	if choice.box.list == nil || len(d.topLayer().Objects) != 1 {
		t.Fatal("Down did not open the list")
	}
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if choice.Chosen() != 2 || choice.box.list != nil || len(d.topLayer().Objects) != 0 {
		t.Errorf("chosen %d, list open %v", choice.Chosen(), choice.box.list != nil)
	}
	d.wantFocus(choice.Focusable(), "the select")

	d.press(fyne.KeySpace, fyne.KeyUp, fyne.KeyEscape)
	if choice.Chosen() != 2 || choice.box.list != nil {
		t.Errorf("after Escape chosen %d, list open %v", choice.Chosen(), choice.box.list != nil)
	}
	if got := fmt.Sprint(heard); got != "[2]" {
		t.Errorf("heard %s", got)
	}
}

func TestLettersFindInASelect(t *testing.T) {
	d := newDesk(t)
	choice := organs(d)
	d.show(500, 400, choice)
	choice.Focus()
	for _, want := range []int{0, 1, 0} {
		d.typeText("k")
		if choice.Chosen() != want {
			t.Fatalf("k found option %d, want %d", choice.Chosen(), want)
		}
	}
	d.press(fyne.KeyDown)
	d.typeText("L")
	if choice.Chosen() != 0 || choice.box.list.markedText() != "Lautakunta" {
		t.Errorf("in the list L marked %q and chose %d", choice.box.list.markedText(), choice.Chosen())
	}
	if got, want := choice.box.AccessibilityLabel(), "Toimielin. Lautakunta. 3/3."; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
}

func TestSelectListIsTakenByPointerAndClosedByLeaving(t *testing.T) {
	d := newDesk(t)
	choice, other := organs(d), NewField(d.Kit, "Pykälä")
	d.show(500, 400, choice, other)
	choice.Focus()
	d.press(fyne.KeyDown)
	row := choice.box.list.rows[1]
	row.MouseIn(&desktop.MouseEvent{})
	test.Tap(row)
	if choice.Chosen() != 1 {
		t.Errorf("the pointer chose %d", choice.Chosen())
	}
	d.wantFocus(choice.Focusable(), "the select, as before the press")

	d.press(fyne.KeyDown)
	row = choice.box.list.rows[0]
	row.MouseIn(&desktop.MouseEvent{})
	d.window.Canvas().Unfocus()
	if choice.box.list == nil {
		t.Fatal("the press on the list closes it before the pointer is up")
	}
	row.MouseOut()
	if choice.box.list != nil {
		t.Error("the list stays open after the pointer went away")
	}

	choice.Focus()
	d.press(fyne.KeyDown)
	other.Focus()
	if choice.box.list != nil || len(d.topLayer().Objects) != 0 {
		t.Error("the list stays open without the focus")
	}
}

func TestLongListShowsTheMarkedRow(t *testing.T) {
	d := newDesk(t)
	var options []string
	for number := range 30 {
		options = append(options, fmt.Sprintf("Taho %02d", number))
	}
	choice := NewSelect(d.Kit, "Taho", options...)
	d.show(500, 600, choice)
	choice.Focus()
	d.press(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown)
	marked := choice.box.list.rows[21]
	if !marked.Visible() || choice.box.list.marked != 21 {
		t.Errorf("row %d is marked, row 21 is seen: %v", choice.box.list.marked, marked.Visible())
	}
	if seen := visibleRows(choice.box.list); seen != dropRows {
		t.Errorf("%d rows are seen, want %d", seen, dropRows)
	}
}

func visibleRows(list *dropList) int {
	seen := 0
	for _, row := range list.rows {
		if row.Visible() {
			seen++
		}
	}
	return seen
}

// bodyField is a suggesting field over four bodies, and what it told.
func bodyField(d *desk) (field *Suggest, told *[]string) {
	bodies := []string{"Ehjä ry", "Kotouttamispalvelut", "LY-verkosto", "Pohjanmaan Yhdistykset ry"}
	field = NewSuggest(d.Kit, "Vastuutaho", func(typed string) []string {
		var found []string
		for _, body := range bodies {
			if strings.Contains(strings.ToLower(body), strings.ToLower(typed)) {
				found = append(found, body)
			}
		}
		return found
	}).WithNew(func(typed string) string { return d.Words().T("suggest.addBody", "name", typed) })
	told = &[]string{}
	field.OnTaken = func(text string) { *told = append(*told, "taken "+text) }
	field.OnNew = func(text string) { *told = append(*told, "new "+text) }
	return field, told
}

func listTexts(field *Suggest) []string {
	var rows []string
	if field.list == nil {
		return nil
	}
	for _, row := range field.list.rows {
		rows = append(rows, row.words.Text)
	}
	return rows
}

func TestSuggestionsFollowTheTypingAndKeepTheFocus(t *testing.T) {
	d := newDesk(t)
	field, told := bodyField(d)
	d.show(500, 500, field)
	field.Focus()
	d.typeText("ry")
	if got, want := strings.Join(listTexts(field), "|"), "Ehjä ry|Pohjanmaan Yhdistykset ry|Lisää uusi taho: ry"; got != want {
		t.Fatalf("suggested %q, want %q", got, want)
	}
	d.wantFocus(field.Focusable(), "the entry")
	if heard := field.entry.AccessibilityLabel(); !strings.Contains(heard, "3 ehdotusta. Ehjä ry.") {
		t.Errorf("heard %q", heard)
	}
	d.press(fyne.KeyDown, fyne.KeyReturn)
	if got := strings.Join(*told, "|"); got != "taken Pohjanmaan Yhdistykset ry" || field.Text() != "Pohjanmaan Yhdistykset ry" {
		t.Errorf("told %q, text %q", got, field.Text())
	}
	if field.list != nil {
		t.Error("the list stays open after taking")
	}
}

func TestLastRowAddsWhatIsNotThereYet(t *testing.T) {
	d := newDesk(t)
	field, told := bodyField(d)
	field.Clearing()
	d.show(500, 500, field)
	field.Focus()
	d.typeText("Uusi yhdistys ")
	d.press(fyne.KeyReturn)
	if got := strings.Join(*told, "|"); got != "new Uusi yhdistys" || field.Text() != "" {
		t.Errorf("told %q, text %q", got, field.Text())
	}
	d.typeText("ehjä RY")
	if got := strings.Join(listTexts(field), "|"); got != "Ehjä ry" {
		t.Errorf("an exact match offers %q", got)
	}
}

func TestEscapeClosesSuggestionsAndKeepsTheText(t *testing.T) {
	d := newDesk(t)
	field, told := bodyField(d)
	next := NewField(d.Kit, "Kumppani")
	d.show(500, 500, field, next)
	field.Focus()
	d.typeText("eh")
	d.press(fyne.KeyEscape)
	if field.list != nil || field.Text() != "eh" {
		t.Errorf("after Escape: %q, list open %v", field.Text(), field.list != nil)
	}
	d.press(fyne.KeyDown)
	if field.list == nil {
		t.Error("Down does not open the suggestions again")
	}
	d.press(fyne.KeyEscape, fyne.KeyReturn)
	d.wantFocus(next.Focusable(), "the next field")
	if len(*told) != 0 {
		t.Errorf("told %v", *told)
	}
}

func TestSuggestionIsTakenByPointerWithoutTheFieldBeingLeft(t *testing.T) {
	d := newDesk(t)
	field, told := bodyField(d)
	left := 0
	field.OnLeave = func(string) { left++ }
	d.show(500, 500, field)
	field.Focus()
	d.typeText("ly")
	row := field.list.rows[0]
	row.MouseIn(&desktop.MouseEvent{})
	test.Tap(row)
	if got := strings.Join(*told, "|"); got != "taken LY-verkosto" || left != 0 {
		t.Errorf("told %q, left %d times", got, left)
	}
	d.wantFocus(field.Focusable(), "the entry")
}

func TestSettingTheTextOffersNothing(t *testing.T) {
	d := newDesk(t)
	field, _ := bodyField(d)
	d.show(500, 500, field)
	field.Focus()
	field.SetText("Ehjä ry")
	if field.list != nil {
		t.Error("the page's own text opened the list")
	}
}

func TestLongChoiceWrapsAndIsNotCut(t *testing.T) {
	d := newDesk(t)
	long := "Pohjanmaan hyvinvointialueen maahanmuuttajapalvelujen neuvonta- ja ohjausyksikkö"
	choice := NewSelect(d.Kit, "Taho", "Ehjä ry", long)
	choice.SetChosen(0)
	d.show(700, 400, choice)
	if most := float32(500); choice.MinSize().Width > most {
		t.Errorf("the select asks for %v px", choice.MinSize().Width)
	}
	short := choice.HeightFor(320)
	choice.SetChosen(1)
	if grown := choice.HeightFor(320) - short; grown < 20 {
		t.Errorf("a choice of several lines makes the select %v px higher", grown)
	}
	chip := NewBodyChip(d.Kit, long, "", nil, func() {})
	if width, height := chip.MinSize().Width, chip.HeightFor(320); width > 500 || height < 2*LineHeight("textChip") {
		t.Errorf("the chip asks for %v px, and is %v px high at 320 px", width, height)
	}
}
