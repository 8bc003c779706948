package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

func TestChipsAreChosenBySpaceEnterAndPointer(t *testing.T) {
	d := newDesk(t)
	row := NewChipRow(d.Kit, "Aikataulu", "2019", "2020", "2021")
	var heard []string
	row.OnChanged = func(chosen []int) { heard = append(heard, fmt.Sprint(chosen)) }
	d.show(500, 200, row)
	row.Focus()
	d.press(fyne.KeySpace)
	d.press(fyne.KeyRight, fyne.KeyReturn)
	test.Tap(row.Chip(0))

	if got, want := fmt.Sprint(heard), "[[0] [0 1] [1]]"; got != want {
		t.Errorf("heard %s, want %s", got, want)
	}
	if row.Chip(0).Chosen() || !row.Chip(1).Chosen() {
		t.Errorf("chosen are %v", row.Chosen())
	}
}

func TestArrowKeysMoveWithinTheRowAndStopAtItsEnds(t *testing.T) {
	d := newDesk(t)
	row := NewChipRow(d.Kit, "Aikataulu", "2019", "2020", "2021")
	d.show(500, 200, row)
	row.SetChosen(1)
	row.Focus()
	d.wantFocus(row.Chip(1), "the chosen chip")
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyRight, 2}, {fyne.KeyRight, 2}, {fyne.KeyHome, 0}, {fyne.KeyLeft, 0}, {fyne.KeyEnd, 2}, {fyne.KeyUp, 1}, {fyne.KeyDown, 2}} {
		d.press(step.key)
		if d.window.Canvas().Focused() != row.Chip(step.want) {
			t.Fatalf("%s did not move to chip %d", step.key, step.want)
		}
	}
	if got := fmt.Sprint(row.Chosen()); got != "[1]" {
		t.Errorf("moving chose %s", got)
	}
}

func TestChoiceRowHasOneChosen(t *testing.T) {
	d := newDesk(t)
	row := NewChoiceRow(d.Kit, "Ulkoasu", "Vaalea", "Tumma")
	changes := 0
	row.OnChanged = func([]int) { changes++ }
	d.show(500, 200, row)
	row.Focus()
	d.press(fyne.KeySpace, fyne.KeyRight, fyne.KeySpace, fyne.KeySpace)
	if got := fmt.Sprint(row.Chosen()); got != "[1]" || changes != 2 {
		t.Errorf("chosen %s after %d changes", got, changes)
	}
}

func TestChosenChipDiffersNotByColourAlone(t *testing.T) {
	d := newDesk(t)
	row := NewChipRow(d.Kit, "Aikataulu", "2020")
	d.show(500, 200, row)
	chip := row.Chip(0)
	narrow := chip.MinSize().Width
	if got, want := chip.AccessibilityLabel(), "Aikataulu: 2020. ei valittu."; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	chip.SetChosen(true)
	if got, want := chip.AccessibilityLabel(), "Aikataulu: 2020. valittu."; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	if chip.MinSize().Width <= narrow+fynetheme.Size(theme.IconSize) {
		t.Errorf("no room for the check: %v px, was %v px", chip.MinSize().Width, narrow)
	}
}

func TestChipRowSaysWhatIsWrong(t *testing.T) {
	d := newDesk(t)
	row := NewChipRow(d.Kit, "Aikataulu", "2020").WithHint("Yksi tai useampi vuosi")
	d.show(500, 200, row)
	before := row.HeightFor(400)
	row.SetError("Aikataulu puuttuu.")
	if row.HeightFor(400) <= before {
		t.Error("the error takes no room")
	}
	if got, want := row.Spoken().String(), "Aikataulu. Yksi tai useampi vuosi. Virhe: Aikataulu puuttuu."; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	row.SetError("")
	if row.HeightFor(400) != before {
		t.Error("the error is gone and its room is not")
	}
}

func TestBodyChipIsRemovedByItsButtonAndByDelete(t *testing.T) {
	d := newDesk(t)
	removed, opened := 0, 0
	chip := NewBodyChip(d.Kit, "Ehjä ry", "vetovastuu", func() { opened++ }, func() { removed++ })
	canvas := d.show(500, 200, chip)

	canvas.FocusNext()
	d.wantFocus(chip.Focusable(), "the name")
	d.press(fyne.KeyReturn, fyne.KeyDelete)
	canvas.FocusNext()
	d.wantFocus(chip.remove, "the cross")
	d.press(fyne.KeySpace)
	if opened != 1 || removed != 2 {
		t.Errorf("opened %d times, removed %d times", opened, removed)
	}
	if got := chip.remove.AccessibilityLabel(); got != "Poista Ehjä ry" {
		t.Errorf("the cross says %q", got)
	}
	if got := chip.name.AccessibilityLabel(); got != "Ehjä ry. vetovastuu." {
		t.Errorf("the name says %q", got)
	}
	margin := 2 * fynetheme.Size(theme.FocusMargin)
	if size := chip.remove.Size(); size.Width-margin < 36 || size.Height-margin < 36 {
		t.Errorf("the cross is %v", size)
	}
}

func TestSegmentsAreChosenByArrowsAndPointer(t *testing.T) {
	d := newDesk(t)
	control := NewSegmentedControl(d.Kit, "Sisällön kieli", "FI", "SV").WithSpeech("suomi", "ruotsi")
	var heard []int
	control.OnChanged = func(index int) { heard = append(heard, index) }
	canvas := d.show(500, 200, control)
	canvas.Focus(control)
	if got := control.AccessibilityLabel(); got != "Sisällön kieli. suomi. 1/2." {
		t.Errorf("heard %q", got)
	}
	d.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeySpace)
	test.TapAt(control, fyne.NewPos(10, 20))
	test.TapAt(control, fyne.NewPos(control.Size().Width-10, 20))
	if got, want := fmt.Sprint(heard), "[1 0 1 0 1]"; got != want {
		t.Errorf("chosen in order %s, want %s", got, want)
	}
}

func TestCheckIsToggledByKeysAndByItsWholeRow(t *testing.T) {
	d := newDesk(t)
	check := NewCheck(d.Kit, "Ei omaa aikataulua")
	var heard []bool
	check.OnChanged = func(checked bool) { heard = append(heard, checked) }
	canvas := d.show(500, 200, check)
	canvas.Focus(check)
	d.press(fyne.KeySpace, fyne.KeyReturn)
	test.TapAt(check, fyne.NewPos(300, 20))
	if got := fmt.Sprint(heard); got != "[true false true]" {
		t.Errorf("heard %s", got)
	}
	if got := check.AccessibilityLabel(); got != "Ei omaa aikataulua. valittu." {
		t.Errorf("heard %q", got)
	}
	if height := check.MinSize().Height - 2*fynetheme.Size(theme.FocusMargin); height < 36 {
		t.Errorf("the row is %v px high", height)
	}
}

func TestTheNoteOfACheckIsReadOutAndStandsBelowItsWords(t *testing.T) {
	d := newDesk(t)
	check := NewCheck(d.Kit, "Ilman liitetiedostoa").WithNote("Jotkin arkistot eivät ota vastaan tiedostoja, joissa on liitteitä.")
	d.show(300, 300, NewColumn("", check))
	if got, want := check.AccessibilityLabel(), "Ilman liitetiedostoa. ei valittu. Jotkin arkistot eivät ota vastaan tiedostoja, joissa on liitteitä."; got != want {
		t.Errorf("heard %q", got)
	}
	if check.note.Position().X != check.words.Position().X || check.note.Position().Y < check.words.Position().Y+check.words.Size().Height {
		t.Errorf("the note stands at %v, the words at %v", check.note.Position(), check.words.Position())
	}
	if bottom := check.note.Position().Y + check.note.Size().Height; bottom > check.Size().Height {
		t.Errorf("the note ends at %v of %v", bottom, check.Size().Height)
	}
}
