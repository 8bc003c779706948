package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestButtonIsPressedByEnterSpaceAndPointer(t *testing.T) {
	d := newDesk(t)
	presses := 0
	button := NewButton(d.Kit, ButtonPrimary, "Seuraava", func() { presses++ })
	canvas := d.show(300, 200, button)
	canvas.Focus(button)
	d.press(fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyA)
	if presses != 3 {
		t.Errorf("three keys pressed the button %d times", presses)
	}
	canvas.Unfocus()
	test.Tap(button)
	if presses != 4 {
		t.Errorf("the pointer pressed the button %d times", presses-3)
	}
	d.wantFocus(button, "the button that was pressed")

	button.Disable()
	button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Tap(button)
	if presses != 4 {
		t.Error("a disabled button was pressed")
	}
}

func TestButtonIsReadOutAsAButton(t *testing.T) {
	d := newDesk(t)
	var heard fyne.Accessible = NewIconButton(d.Kit, IconCross, "Poista Ehjä ry", nil)
	if heard.AccessibilityLabel() != "Poista Ehjä ry" || heard.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("heard %q, %q", heard.AccessibilityLabel(), heard.AccessibilityRole())
	}
}

func TestIconAloneSaysItsWordOnFocusAndHover(t *testing.T) {
	d := newDesk(t)
	icon, other := NewIconButton(d.Kit, IconFilter, "Suodata", nil), NewButton(d.Kit, ButtonQuiet, "Muu", nil)
	canvas := d.show(300, 200, icon, other)
	tips := func() int { return len(d.topLayer().Objects) }

	canvas.Focus(icon)
	if tips() != 1 || d.topLayer().Objects[0].(*tip).text != "Suodata" {
		t.Fatalf("on focus %d tips are shown", tips())
	}
	canvas.Focus(other)
	if tips() != 0 {
		t.Errorf("%d tips are left behind", tips())
	}
	icon.MouseIn(&desktop.MouseEvent{})
	if tips() != 1 {
		t.Errorf("on hover %d tips are shown", tips())
	}
	icon.MouseOut()
	if tips() != 0 {
		t.Errorf("%d tips are left behind by the pointer", tips())
	}
	canvas.Focus(icon)
	d.press(fyne.KeyReturn)
	if tips() != 0 {
		t.Errorf("%d tips are left behind by the press, which may take the button away", tips())
	}
}
