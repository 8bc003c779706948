package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

func TestConfirmIsAnsweredByEnterAndEscapeAndGivesTheFocusBack(t *testing.T) {
	d := newDesk(t)
	opener := NewButton(d.Kit, ButtonSecondary, "Poista", nil)
	canvas := d.show(700, 500, opener, NewField(d.Kit, "Nimi"))
	yes := 0
	ask := func() *Dialog {
		canvas.Focus(opener)
		return Confirm(d.Kit, canvas, "Poista", "Poistetaanko toimenpide? Sen voi palauttaa.", "Poista", "Säilytä", func() { yes++ })
	}

	dialog := ask()
	d.wantFocus(dialog.primary, "the primary button")
	d.press(fyne.KeyReturn)
	if yes != 1 || canvas.Overlays().Top() != nil {
		t.Errorf("Enter: %d times yes, dialog open %v", yes, canvas.Overlays().Top() != nil)
	}
	d.wantFocus(opener, "the opener")

	ask()
	d.press(fyne.KeyEscape)
	if yes != 1 || canvas.Overlays().Top() != nil {
		t.Errorf("Escape: %d times yes, dialog open %v", yes, canvas.Overlays().Top() != nil)
	}
	d.wantFocus(opener, "the opener")

	dialog = ask()
	canvas.FocusNext()
	if canvas.Focused() == fyne.Focusable(opener) {
		t.Error("Tab leaves the open dialog")
	}
	canvas.Focus(dialog.buttons[1].(fyne.Focusable))
	d.press(fyne.KeyReturn)
	if yes != 1 || canvas.Overlays().Top() != nil {
		t.Error("Enter on the cancel button does not cancel")
	}
}

func TestAnswerMayPutTheFocusElsewhere(t *testing.T) {
	d := newDesk(t)
	opener, next := NewButton(d.Kit, ButtonSecondary, "Poista", nil), NewField(d.Kit, "Nimi")
	canvas := d.show(700, 500, opener, next)
	canvas.Focus(opener)
	Confirm(d.Kit, canvas, "Poista", "Poistetaanko toimenpide?", "Poista", "Säilytä", next.Focus)
	d.press(fyne.KeyReturn)
	d.wantFocus(next.Focusable(), "the field that the answer chose")
}

func TestDialogFieldIsAcceptedByEnterAndStaysOpenWhenSomethingIsMissing(t *testing.T) {
	d := newDesk(t)
	canvas := d.show(700, 500, NewButton(d.Kit, ButtonSecondary, "Uusi", nil))
	field := NewField(d.Kit, "Nimi")
	accepted := ""
	cancelled := 0
	dialog := NewDialog(d.Kit, "Uusi kokonaisuus", field).
		WithPrimary("Luo", func() bool {
			if field.Text() == "" {
				field.SetError("Nimi puuttuu.")
				return false
			}
			accepted = field.Text()
			return true
		}).
		WithCancel("Peru", func() { cancelled++ }).
		WithFirst(field.Focusable())
	dialog.Show(canvas)
	d.wantFocus(field.Focusable(), "the field")
	d.press(fyne.KeyReturn)
	if field.Problem() != "Nimi puuttuu." || canvas.Overlays().Top() == nil {
		t.Fatal("the dialog closed without a name")
	}
	d.typeText("Työ")
	d.press(fyne.KeyEnter)
	if accepted != "Työ" || canvas.Overlays().Top() != nil || cancelled != 0 {
		t.Errorf("accepted %q, cancelled %d times", accepted, cancelled)
	}

	dialog.Show(canvas)
	d.press(fyne.KeyEscape)
	if cancelled != 1 || canvas.Overlays().Top() != nil {
		t.Errorf("Escape in the field cancelled %d times", cancelled)
	}
	if len(d.layers) != 1 || len(d.dialogs) != 0 {
		t.Errorf("left behind: %d layers, %d dialogs", len(d.layers), len(d.dialogs))
	}
}

func TestListInADialogStandsAboveTheDialog(t *testing.T) {
	d := newDesk(t)
	canvas := d.show(700, 600)
	choice := organs(d)
	dialog := NewDialog(d.Kit, "Päätös", choice).WithPrimary("Selvä", nil).WithFirst(choice.Focusable())
	dialog.Show(canvas)
	d.press(fyne.KeyDown)
	if got := len(dialog.overlay.layer.Objects); got != 1 {
		t.Fatalf("%d lists on the dialog's layer", got)
	}
	d.press(fyne.KeyEscape)
	if choice.box.list != nil || canvas.Overlays().Top() == nil {
		t.Error("the first Escape closes the list alone")
	}
	d.press(fyne.KeyEscape)
	if canvas.Overlays().Top() != nil {
		t.Error("the second Escape closes the dialog")
	}
}

func TestDialogKeysWorkWhenThePointerTookTheFocusAway(t *testing.T) {
	d := newDesk(t)
	canvas := d.show(700, 500)
	NewDialog(d.Kit, "Valmis", NewLabel("Tiedosto on tallennettu.", theme.TextBody)).WithPrimary("Selvä", nil).Show(canvas)
	canvas.Unfocus()
	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if canvas.Overlays().Top() != nil {
		t.Error("Escape without a focus leaves the dialog open")
	}
	if canvas.OnTypedKey() != nil {
		t.Error("the dialog still listens to the keys")
	}
}

func TestDialogFitsALowWindow(t *testing.T) {
	d := newDesk(t)
	canvas := d.show(500, 240)
	long := NewLabel("Ohjelma on päätöksenteossa, ja sen sisältöä ei voi muuttaa ennen kuin päätös on tehty. "+
		"Muutos tehdään uutena versiona, joka viittaa hyväksyttyyn versioon. Keskeneräinen versio on tallessa. "+
		"Ohjelma on päätöksenteossa, ja sen sisältöä ei voi muuttaa ennen kuin päätös on tehty.", theme.TextBody)
	dialog := NewDialog(d.Kit, "Uusi versio", long).WithPrimary("Avaa", nil).WithCancel("Peru", nil)
	dialog.Show(canvas)
	driver := fyne.CurrentApp().Driver()
	bottom := driver.AbsolutePositionForObject(dialog.primary).Y + dialog.primary.Size().Height
	if bottom > canvas.Size().Height {
		t.Errorf("the buttons end at %v of %v", bottom, canvas.Size().Height)
	}
	if width := dialog.overlay.body.Size().Width; width > canvas.Size().Width {
		t.Errorf("the card is %v wide", width)
	}
}

func TestTheButtonOfANoticeStandsBelowWordsThatItWouldPressTogether(t *testing.T) {
	d := newDesk(t)
	notice := NewNotice(d.Kit, NoticeWarning, "Tämä raportti tehdään lukitusta tai hyväksytystä ohjelmasta.").WithAction("Avaa Päätös", nil)
	for width, below := range map[float32]bool{380: true, 900: false} {
		d.show(width, 300, NewColumn("", notice))
		words, button := notice.words, notice.actions[0]
		if isBelow := button.Position().Y >= words.Position().Y+words.Size().Height; isBelow != below {
			t.Errorf("%v px wide: the button is below the words: %v", width, isBelow)
		}
		if right := button.Position().X + button.Size().Width; right > width || words.Size().Width < 260 {
			t.Errorf("%v px wide: the words are %v wide, the button ends at %v", width, words.Size().Width, right)
		}
		if bottom := button.Position().Y + button.Size().Height; bottom > notice.Size().Height {
			t.Errorf("%v px wide: the button ends at %v of %v", width, bottom, notice.Size().Height)
		}
	}
}

func TestNoticeSaysActsAndGoesAway(t *testing.T) {
	d := newDesk(t)
	acted := 0
	notice := NewNotice(d.Kit, NoticeWarning, "Aikataulu puuttuu.").WithAction("Muokkaa", func() { acted++ }).WithDismiss()
	canvas := d.show(600, 300, notice)
	canvas.FocusNext()
	d.press(fyne.KeyReturn)
	if acted != 1 {
		t.Errorf("acted %d times", acted)
	}
	if got := notice.AccessibilityLabel(); got != "Aikataulu puuttuu." || notice.AccessibilityRole() != fyne.AccessibleRoleText {
		t.Errorf("heard %q", got)
	}
	canvas.FocusNext()
	d.press(fyne.KeySpace)
	if notice.Visible() {
		t.Error("the cross leaves the notice")
	}
	notice.Set(NoticeError, "Levy on täynnä.")
	if !notice.Visible() || notice.AccessibilityLabel() != "Levy on täynnä." {
		t.Errorf("after Set: seen %v, %q", notice.Visible(), notice.AccessibilityLabel())
	}
	narrow, wide := notice.HeightFor(300), notice.HeightFor(1000)
	if narrow < wide || wide < fynetheme.Size(theme.HitTarget) {
		t.Errorf("heights %v at 300 px, %v at 1000 px", narrow, wide)
	}
}
