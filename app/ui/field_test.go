package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

func TestFieldTellsEachChangeAndWhenItIsLeft(t *testing.T) {
	d := newDesk(t)
	first, second := NewField(d.Kit, "Nimi"), NewField(d.Kit, "Omistaja")
	var changes, left []string
	first.OnChanged = func(text string) { changes = append(changes, text) }
	first.OnLeave = func(text string) { left = append(left, text) }
	d.show(400, 300, first, second)

	first.SetText("Va")
	first.Focus()
	d.typeText("asa")
	d.press(fyne.KeyReturn)

	if got := strings.Join(changes, "|"); got != "Vaa|Vaas|Vaasa" {
		t.Errorf("changes were %q: typing goes on after the text that was set, and setting is no change", got)
	}
	if got := strings.Join(left, "|"); got != "Vaasa" {
		t.Errorf("left with %q", got)
	}
	d.wantFocus(second.Focusable(), "the next field: Enter moves on")
}

func TestTabMovesThroughFieldsAndButtonsInOrder(t *testing.T) {
	d := newDesk(t)
	area := NewTextArea(d.Kit, "Esipuhe", 3, 6)
	button := NewButton(d.Kit, ButtonPrimary, "Seuraava", nil)
	off := NewButton(d.Kit, ButtonSecondary, "Kumoa", nil)
	off.Disable()
	last := NewField(d.Kit, "Nimi")
	canvas := d.show(400, 500, area, off, button, last)

	for step, want := range []fyne.Focusable{area.Focusable(), button, last.Focusable(), area.Focusable()} {
		canvas.FocusNext()
		if canvas.Focused() != want {
			t.Fatalf("step %d: the focus is on %T", step, canvas.Focused())
		}
	}
	canvas.FocusPrevious()
	d.wantFocus(last.Focusable(), "the last field")
}

func TestTabIsNeverTypedIntoATextArea(t *testing.T) {
	d := newDesk(t)
	area := NewTextArea(d.Kit, "Esipuhe", 3, 6)
	d.show(400, 300, area)
	area.Focus()
	d.typeText("a")
	d.press(fyne.KeyTab)
	if area.Text() != "a" || area.entry.AcceptsTab() {
		t.Errorf("text is %q, the entry keeps Tab: %v", area.Text(), area.entry.AcceptsTab())
	}
}

func TestEnterBreaksALineInATextAndMovesOnFromATitle(t *testing.T) {
	d := newDesk(t)
	text, title := NewTextArea(d.Kit, "Esipuhe", 2, 6), NewTitleArea(d.Kit, "Tavoite", 1, 4)
	d.show(400, 400, text, title)
	text.Focus()
	d.typeText("a")
	d.press(fyne.KeyReturn)
	d.typeText("b")
	if text.Text() != "a\nb" {
		t.Errorf("text is %q", text.Text())
	}
	title.Focus()
	d.typeText("c")
	d.press(fyne.KeyReturn)
	if title.Text() != "c" {
		t.Errorf("title is %q", title.Text())
	}
	d.wantFocus(text.Focusable(), "the next control")
}

func TestTextAreaGrowsWithItsTextWithinItsLimits(t *testing.T) {
	d := newDesk(t)
	area := NewTitleArea(d.Kit, "Toimenpide", 1, 3)
	d.show(400, 400, area)
	line := fyne.MeasureText("M", fynetheme.Size(theme.TextBody), fyne.TextStyle{}).Height
	one := area.MinSize().Height

	area.SetText("Vapaaehtoisten digiystävien koulutusmallin kehittäminen ja kouluttaminen")
	d.relayout()
	if grown := area.MinSize().Height - one; grown < line-1 || grown > line+1 {
		t.Errorf("two rows are %.1f px higher than one, a row is %.1f", grown, line)
	}
	area.SetText(strings.Repeat("Vapaaehtoisten digiystävien koulutusmallin kehittäminen ", 20))
	d.relayout()
	if grown := area.MinSize().Height - one; grown < 2*line-1 || grown > 2*line+1+fynetheme.Size(theme.LineSmallest)*3 {
		t.Errorf("a long text makes the field %.1f px higher, at most two rows of %.1f and its notes", grown, line)
	}
	if got, most := area.entry.Size().Height, 3*line+30; got > most {
		t.Errorf("the entry is %.1f px high, at most three rows: %.1f", got, most)
	}
}

func TestOverLongTextIsKeptAndSaid(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Nimi").WithLimit(30)
	d.show(400, 300, field)
	last := ""
	field.OnChanged = func(text string) { last = text }
	field.Focus()

	d.typeText(strings.Repeat("å", 12))
	if field.Problem() != "" || field.countdown() != "" {
		t.Errorf("at 12 of 30: error %q, countdown %q", field.Problem(), field.countdown())
	}
	d.typeText(strings.Repeat("å", 16))
	if field.countdown() != "2 merkkiä jäljellä" {
		t.Errorf("at 28 of 30: countdown %q", field.countdown())
	}
	d.typeText(strings.Repeat("å", 3))
	if want := "Teksti on 1 merkin liian pitkä. Enintään 30 merkkiä."; field.Problem() != want {
		t.Errorf("at 31 of 30: %q, want %q", field.Problem(), want)
	}
	if !field.TooLong() || len([]rune(last)) != 31 || field.Text() != last {
		t.Errorf("over the limit %d characters are left and the page heard of %d", len([]rune(field.Text())), len([]rune(last)))
	}
	d.press(fyne.KeyBackspace)
	if field.Problem() != "" || field.TooLong() {
		t.Errorf("back at the limit: %q", field.Problem())
	}
}

func TestAPastedWordIsNotJoinedToItsNeighbours(t *testing.T) {
	d := newDesk(t)
	field := NewTextArea(d.Kit, "Ehdotus", 2, 4).WithClean(strings.TrimSpace)
	d.show(400, 300, field)
	field.Focus()
	clipboard := test.NewClipboard()
	paste := func(copied string) {
		clipboard.SetContent(copied)
		field.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	}
	paste(" Ohjelma ")
	paste(" ja raportti\n")
	d.press(fyne.KeyHome)
	paste("Uusi ")
	if want := "Uusi Ohjelma ja raportti"; field.Text() != want {
		t.Errorf("pasted %q, want %q", field.Text(), want)
	}
}

func TestPastedTableBecomesOneTextAndAnEndlessOneIsRefused(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Nimi").WithLimit(50).WithClean(strings.ToUpper)
	d.show(400, 300, field)
	field.Focus()
	clipboard := test.NewClipboard()

	clipboard.SetContent("Tavoite\tToimenpide\r\nKartoitus\t2019\r\n")
	field.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if want := "TAVOITE TOIMENPIDE KARTOITUS 2019"; field.Text() != want {
		t.Errorf("pasted %q, want %q", field.Text(), want)
	}

	clipboard.SetContent(strings.Repeat("x", 600))
	field.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if want := "TAVOITE TOIMENPIDE KARTOITUS 2019"; field.Text() != want {
		t.Errorf("after a refused paste the text is %q", field.Text())
	}
	if !strings.Contains(field.Problem(), "Tekstiä ei liitetty") {
		t.Errorf("the refusal is not said: %q", field.Problem())
	}
	d.typeText("!")
	if field.Problem() != "" {
		t.Errorf("typing on leaves %q", field.Problem())
	}
}

func TestUndoIsTheFieldsWhileThereIsTypingToUndo(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Nimi")
	d.show(400, 300, field)
	field.SetText("Vaasa")
	field.Focus()
	d.typeText("n")
	field.SetText("Vaasan")

	if !field.entry.UndoTyping() || field.Text() != "Vaasa" {
		t.Errorf("after undo: %q", field.Text())
	}
	if field.entry.UndoTyping() {
		t.Error("what the page set was undone by the field")
	}
	if !field.entry.RedoTyping() || field.Text() != "Vaasan" {
		t.Errorf("after redo: %q", field.Text())
	}
}

func TestFieldIsReadOutWithLabelValueHintAndError(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Aikataulu").WithHint("Yksi tai useampi vuosi, tai jatkuva")
	d.show(400, 300, field)
	var heard fyne.Accessible = field.entry

	if got, want := heard.AccessibilityLabel(), "Aikataulu. tyhjä. Yksi tai useampi vuosi, tai jatkuva."; got != want {
		t.Errorf("empty: %q, want %q", got, want)
	}
	field.SetText("2019")
	field.SetError("Aikataulu puuttuu. Valitse vuosi tai jatkuva.")
	if got, want := heard.AccessibilityLabel(), "Aikataulu. 2019. Yksi tai useampi vuosi, tai jatkuva. Virhe: Aikataulu puuttuu. Valitse vuosi tai jatkuva."; got != want {
		t.Errorf("wrong: %q, want %q", got, want)
	}
	if heard.AccessibilityRole() != fyne.AccessibleRoleText {
		t.Errorf("role is %q", heard.AccessibilityRole())
	}
	field.SetError("")
	if strings.Contains(heard.AccessibilityLabel(), "Virhe") {
		t.Error("the error is read out after it is gone")
	}
}

func TestFocusShowsFrameAndRingInTheReservedMargin(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Nimi")
	d.show(400, 300, field)
	drawn := test.WidgetRenderer(field.entry).(*entryRenderer)
	if drawn.marks.ring.Visible() || drawn.marks.ink.Visible() {
		t.Fatal("marks are shown without the focus")
	}
	field.Focus()
	ring, ink := drawn.marks.ring, drawn.marks.ink
	if !ring.Visible() || !ink.Visible() || ring.StrokeWidth != 3 || ink.StrokeWidth != 2 {
		t.Errorf("ring %v %v px, ink %v %v px", ring.Visible(), ring.StrokeWidth, ink.Visible(), ink.StrokeWidth)
	}
	if outermost := ring.Position().X; outermost != 0 {
		t.Errorf("the ring begins at %v, not at the edge of the margin", outermost)
	}
	if right := ring.Position().X + ring.Size().Width; right != field.entry.Size().Width {
		t.Errorf("the ring ends at %v of %v", right, field.entry.Size().Width)
	}
	if gap := ink.Position().X - ring.Position().X - ring.StrokeWidth; gap != 1 {
		t.Errorf("frame and ring are %v px apart, want 1", gap)
	}
	if ring.StrokeColor != fynetheme.Color(theme.ColorFocusRing) || ink.StrokeColor != fynetheme.Color(theme.ColorFocusInk) {
		t.Error("the marks have other colours than the look's")
	}
}

func TestFocusScrollsAFieldIntoViewAndLeavesTheFootAlone(t *testing.T) {
	d := newDesk(t)
	rows := container.NewVBox()
	var fields []*Field
	for range 20 {
		field := NewField(d.Kit, "Nimi")
		fields = append(fields, field)
		rows.Add(field)
	}
	scroll := NewScroll(d.Kit, rows)
	foot := NewButton(d.Kit, ButtonPrimary, "Seuraava", nil)
	d.window = test.NewTempWindow(t, container.NewStack(container.NewBorder(nil, foot, nil, nil, scroll), d.Layer()))
	d.window.Resize(fyne.NewSize(400, 300))
	driver := fyne.CurrentApp().Driver()

	inView := func(field *Field) bool {
		top := driver.AbsolutePositionForObject(field).Y - driver.AbsolutePositionForObject(scroll).Y
		return top >= 0 && top+field.Size().Height <= scroll.Size().Height
	}
	for index, field := range fields {
		field.Focus()
		if !inView(field) {
			t.Fatalf("field %d has the focus and is out of view", index)
		}
	}
	before := scroll.Offset
	d.window.Canvas().Focus(foot)
	if scroll.Offset != before {
		t.Errorf("the focus on the foot scrolled the page from %v to %v", before, scroll.Offset)
	}
	fields[0].Focus()
	if !inView(fields[0]) || scroll.Offset.Y != 0 {
		t.Errorf("the first field is at offset %v", scroll.Offset)
	}
}

func TestWheelOverAFieldScrollsThePage(t *testing.T) {
	d := newDesk(t)
	rows := container.NewVBox(NewField(d.Kit, "Nimi"))
	long := NewTextArea(d.Kit, "Esipuhe", 2, 3)
	long.SetText(strings.Repeat("rivi\n", 20))
	rows.Add(long)
	for range 20 {
		rows.Add(NewField(d.Kit, "Nimi"))
	}
	scroll := NewScroll(d.Kit, rows)
	d.window = test.NewTempWindow(t, container.NewStack(scroll, d.Layer()))
	d.window.Resize(fyne.NewSize(400, 400))
	over := func(field *Field) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(field.entry).AddXY(40, 20)
	}

	test.Scroll(d.window.Canvas(), over(rows.Objects[0].(*Field)), 0, -30)
	if scroll.Offset.Y != 30 {
		t.Errorf("the page is at %v, want 30", scroll.Offset.Y)
	}
	text := test.WidgetRenderer(long.entry).(*entryRenderer).text
	before := text.Offset.Y
	test.Scroll(d.window.Canvas(), over(long), 0, -20)
	if scroll.Offset.Y != 30 || text.Offset.Y != before+20 {
		t.Errorf("over a long text: page at %v, text moved by %v", scroll.Offset.Y, text.Offset.Y-before)
	}
}

func TestControlsAreLargeEnoughToHit(t *testing.T) {
	d := newDesk(t)
	margin := 2 * fynetheme.Size(theme.FocusMargin)
	for what, size := range map[string]fyne.Size{
		"button":         NewButton(d.Kit, ButtonPrimary, "a", nil).MinSize(),
		"compact button": NewButton(d.Kit, ButtonQuiet, "a", nil).Compact().MinSize(),
		"icon button":    NewIconButton(d.Kit, IconCross, "Poista", nil).MinSize(),
		"entry":          NewField(d.Kit, "a").entry.MinSize(),
	} {
		if size.Width-margin < 36 || size.Height-margin < 36 {
			t.Errorf("%s is %v with its margin", what, size)
		}
	}
}

func TestFocusedAndFailedFieldsLookAsReviewed(t *testing.T) {
	d := newDesk(t)
	first, second := NewTitleArea(d.Kit, "Toimenpide", 1, 3), NewField(d.Kit, "Aikataulu").WithHint("Yksi tai useampi vuosi")
	first.SetText("Vapaaehtoisten digiystävien kouluttaminen")
	second.SetText("keväällä")
	second.SetError("Aikataulu puuttuu. Valitse vuosi tai jatkuva.")
	canvas := d.show(320, 240, first, second)
	first.Focus()
	d.relayout()
	test.AssertRendersToImage(t, "fields.png", canvas)
}

func TestSpaceThatLedToAFieldIsNotTypedIntoIt(t *testing.T) {
	d := newDesk(t)
	field := NewField(d.Kit, "Muu aika")
	chip := NewChip(d.Kit, "Muu aika…")
	chip.OnChanged = func(bool) { field.Focus() }
	canvas := d.show(600, 300, chip, field)
	space := func() { // as Fyne tells of one keystroke
		canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		canvas.Focused().TypedRune(' ')
	}
	canvas.Focus(chip)
	space()
	d.wantFocus(field.Focusable(), "the field")
	if field.Text() != "" {
		t.Errorf("the field holds %q", field.Text())
	}
	d.typeText("kevät")
	space()
	d.typeText("2020")
	if field.Text() != "kevät 2020" {
		t.Errorf("the field holds %q", field.Text())
	}
}

func TestWhatIsWrongWithAFieldComesIntoView(t *testing.T) {
	d := newDesk(t)
	column := NewColumn("")
	for range 6 {
		column.Add(NewField(d.Kit, "Tiedoston nimi"))
	}
	field := column.Objects[4].(*Field)
	scroll := NewScroll(d.Kit, column)
	scroll.SetMinSize(fyne.NewSize(400, 200))
	d.show(400, 300, scroll)
	field.Focus()
	field.SetError("Kansiota ei ole. Valitse kansio.")
	d.Kit.Reveal(field)
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(field).Y - driver.AbsolutePositionForObject(scroll).Y
	if bottom := top + field.HeightFor(field.Size().Width); top < 0 || bottom > scroll.Size().Height {
		t.Errorf("the field stands from %v to %v of %v", top, bottom, scroll.Size().Height)
	}
}
