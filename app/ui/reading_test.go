package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
)

// heardIn returns the words that are read in an object.
func heardIn(object fyne.CanvasObject) []string {
	var all []string
	for _, heard := range Read(object, fyne.Position{}, nil) {
		all = append(all, heard.Words)
	}
	return all
}

func TestEachControlSaysItsLabelValueHintErrorAndState(t *testing.T) {
	d := newDesk(t)
	field := func(change func(*Field)) *Field {
		f := NewField(d.Kit, "Nimi").WithHint("Lyhyt nimi")
		change(f)
		return f
	}
	row := func(change func(*ChipRow)) *ChipRow {
		r := NewChipRow(d.Kit, "Vuodet", "2026", "2027").WithHint("Yksi tai useampi")
		change(r)
		return r
	}
	choice := func(change func(*Select)) *Select {
		s := NewSelect(d.Kit, "Toimielin", "Valtuusto", "Hallitus")
		change(s)
		return s
	}
	disabled := NewButton(d.Kit, ButtonPrimary, "Korjaa", nil)
	disabled.Disable()
	checked := NewCheck(d.Kit, "Kaksikielinen")
	checked.SetChecked(true)
	date := NewDateField(d.Kit, "Päivä", readTestDate)
	date.SetText("32.1.2026")
	date.settle()
	header := NewStepHeader(d.Kit, []string{"Tavoite", "Mittarit"}, nil)
	header.Set(1, []bool{true, false})
	for _, c := range []struct {
		name    string
		control fyne.CanvasObject
		want    string
	}{
		{"an empty field", field(func(*Field) {}), "Nimi. tyhjä. Lyhyt nimi."},
		{"a written field", field(func(f *Field) { f.SetText("Työ") }), "Nimi. Työ. Lyhyt nimi."},
		{"a field in error", field(func(f *Field) { f.SetError("Nimi puuttuu.") }), "Nimi. tyhjä. Lyhyt nimi. Virhe: Nimi puuttuu."},
		{"a date that is none", date, "Päivä. 32.1.2026. Esimerkiksi 24.12.2026. Virhe: Päivämäärää ei tunnisteta. Kirjoita muodossa 24.12.2026."},
		{"a text area", NewTextArea(d.Kit, "Kuvaus", 2, 6), "Kuvaus. tyhjä."},
		{"a search field", NewSearchField(d.Kit, "Hae"), "Hae. tyhjä."},
		{"chips", row(func(r *ChipRow) { r.SetChosen(1) }), "Vuodet: 2026. ei valittu.|Vuodet: 2027. valittu.|Yksi tai useampi"},
		{"chips in error", row(func(r *ChipRow) { r.SetError("Valitse.") }), "Vuodet: 2026. ei valittu. Virhe: Valitse.|Vuodet: 2027. ei valittu. Virhe: Valitse.|Yksi tai useampi"},
		{"a check", checked, "Kaksikielinen. valittu."},
		{"a select", choice(func(s *Select) { s.SetChosen(1) }), "Toimielin. Hallitus."},
		{"a select in error", choice(func(s *Select) { s.SetChosen(-1); s.SetError("Valitse.") }), "Toimielin. tyhjä. Virhe: Valitse."},
		{"segments", NewSegmentedControl(d.Kit, "Kieli", "FI", "SV").WithSpeech("suomi", "ruotsi"), "Kieli. suomi. 1/2."},
		{"a button about something", NewButton(d.Kit, ButtonQuiet, "Poista", nil).About("Työ"), "Poista: Työ"},
		{"a disabled button", disabled, "Korjaa. ei käytettävissä."},
		{"an icon button", NewIconButton(d.Kit, IconCross, "Sulje", nil), "Sulje"},
		{"a body's chip", NewBodyChip(d.Kit, "Työpaja", "kumppani", nil, func() {}), "Työpaja. kumppani.|Poista Työpaja"},
		{"steps", header, "Vaihe 1/2: Tavoite. kirjoitettu.|Vaihe 2/2: Mittarit. nykyinen vaihe."},
		{"a message", NewNotice(d.Kit, NoticeError, "Levy on täynnä.").WithAction("Sulje", nil), "Levy on täynnä.|Sulje"},
		{"a share", NewShareBar(0.5, "50 % kirjoitettu"), "50 % kirjoitettu"},
		{"a word that needs its place", NewMarkAbout("Työ", MarkDone, "kirjoitettu", theme.TextChip), "Työ. kirjoitettu."},
		{"a hidden field", container.NewWithoutLayout(func() fyne.CanvasObject { f := field(func(*Field) {}); f.Hide(); return f }()), ""},
	} {
		d.show(600, 400, c.control)
		if got := strings.Join(heardIn(c.control), "|"); got != c.want {
			t.Errorf("%s says\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

func TestWhatIsScrolledAwayIsReadAndCannotBeHit(t *testing.T) {
	d := newDesk(t)
	column := NewColumn("")
	for range 20 {
		column.Add(NewButton(d.Kit, ButtonSecondary, "Avaa", nil))
	}
	page := NewPage(d.Kit, column)
	d.show(400, 200, page)
	heard := Read(page, fyne.Position{}, nil)
	if len(heard) != 20 {
		t.Fatalf("%d buttons are read, want 20", len(heard))
	}
	if heard[0].Size.IsZero() || !heard[19].Size.IsZero() {
		t.Errorf("the first has %v, the last %v", heard[0].Size, heard[19].Size)
	}
	for _, line := range heard {
		if bottom := line.At.Y + line.Size.Height; !line.Size.IsZero() && bottom > page.Position().Y+page.Size().Height {
			t.Errorf("a button reaches down to %v, below the page", bottom)
		}
	}
}

func TestTheKeysAreAtTheRowOfAListThatHasTheFocus(t *testing.T) {
	d := newDesk(t)
	tree := NewTree(d.Kit, threeSections(), nil)
	canvas := d.show(340, 500, tree)
	canvas.Focus(tree)
	d.press(fyne.KeyDown)
	heard := Read(tree, fyne.Position{}, canvas.Focused())
	at := slices.IndexFunc(heard, func(h Heard) bool { return h.Focused })
	if at != 1 {
		t.Errorf("the keys are read as at %d in %v", at, heard)
	}
}

// TestADialogIsReadInsteadOfThePage also holds that nobody but Fyne's own way
// through the containers makes the stand-ins, and that they are gone after it.
func TestADialogIsReadInsteadOfThePage(t *testing.T) {
	d := newDesk(t)
	canvas := d.show(600, 400)
	root := NewReadAloud(canvas, container.NewStack(NewButton(d.Kit, ButtonPrimary, "Tallenna", nil), d.Kit.Layer()), nil)
	d.window.SetContent(root)
	d.window.Resize(fyne.NewSize(600, 400))
	if got := walked(root); !slices.Equal(got, []string{"Tallenna"}) {
		t.Errorf("the page is read as %q", got)
	}
	Confirm(d.Kit, canvas, "Poisto", "Poistetaanko?", "Poista", "Säilytä", nil)
	if got := walked(root); !slices.Equal(got, []string{"Poisto", "Poistetaanko?", "Säilytä", "Poista"}) {
		t.Errorf("the dialog is read as %q", got)
	}
	for _, object := range root.Objects {
		if box, isBox := object.(*fyne.Container); isBox && len(box.Objects) > 0 {
			t.Errorf("%d stand-ins are left", len(box.Objects))
		}
	}
}

// walked goes through containers as Fyne does.
func walked(object fyne.CanvasObject) []string {
	var all []string
	if speaker, speaks := object.(fyne.Accessible); speaks && speaker.AccessibilityRole() != fyne.AccessibleRoleContainer {
		all = append(all, speaker.AccessibilityLabel())
	}
	if box, isBox := object.(*fyne.Container); isBox {
		for _, child := range box.Objects {
			all = append(all, walked(child)...)
		}
	}
	return all
}

func TestTypingIsNotReadAnewAtEveryLetter(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Nimi").WithLimit(3)
	next := NewField(d.Kit, "Kunta")
	var told []int
	canvas := d.show(600, 400)
	root := NewReadAloud(canvas, NewColumn("", NewLabel("Otsikko", theme.TextBody), field, next), func(line int) { told = append(told, line) })
	d.window.SetContent(root)
	d.window.Resize(fyne.NewSize(600, 400))
	hears := func(step string, want ...string) {
		t.Helper()
		if got := walked(root); !slices.Equal(got, want) {
			t.Errorf("%s is read as %q, want %q", step, got, want)
		}
	}
	field.Focus()
	hears("an empty field", "Otsikko", "Nimi. tyhjä.", "Kunta. tyhjä.")
	d.typeText("Ty")
	hears("while it is typed in", "Otsikko", "Nimi. tyhjä.", "Kunta. tyhjä.")
	next.Focus()
	hears("the field that was left", "Otsikko", "Nimi. Ty.", "Kunta. tyhjä.")
	hears("nothing new", "Otsikko", "Nimi. Ty.", "Kunta. tyhjä.")
	field.SetError("Nimi puuttuu.")
	field.Focus()
	hears("a problem", "Otsikko", "Nimi. Ty. Virhe: Nimi puuttuu.", "Kunta. tyhjä.")
	if !slices.Equal(told, []int{1, 2, 1}) {
		t.Errorf("the keys were told to go to %v", told)
	}
}
