package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// atChapters opens the background chapters of a programme that has none.
func atChapters(t *testing.T) person {
	t.Helper()
	p := at(t, "")
	p.window.openChapters("", "")
	return p
}

func (p person) chapters() *chaptersPage {
	p.Helper()
	return pageOf[*chaptersPage](p)
}

// chapter is the chosen chapter as the store has it.
func (p person) chapter() model.Chapter {
	p.Helper()
	for _, c := range p.programme().Chapters {
		if c.ID == p.chapters().at.Element {
			return c
		}
	}
	p.Fatal("no chapter is chosen")
	return model.Chapter{}
}

// blocks tell a chapter's own text and its parts in a line each.
func (p person) blocks(l model.Language) string {
	p.Helper()
	p.leave()
	c := p.chapter()
	lines := []string{c.Body.In(l)}
	for _, b := range c.Blocks {
		lines = append(lines, string(b.Role)+":"+b.Body.In(l))
	}
	return strings.Join(lines, "|")
}

// types types where the keyboard is.
func (p person) types(words string) {
	p.Helper()
	focused := p.window.window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	for _, letter := range words {
		focused.TypedRune(letter)
	}
}

func (p person) keyed(key fyne.KeyName) {
	p.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

// shifted presses a key with Shift held.
func (p person) shifted(key fyne.KeyName) {
	focused := p.window.window.Canvas().Focused().(desktop.Keyable)
	focused.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	focused.TypedKey(&fyne.KeyEvent{Name: key})
	focused.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func (p person) combined(key fyne.KeyName, with fyne.KeyModifier) {
	p.window.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: with})
}

// pastes pastes where the keyboard is.
func (p person) pastes(words string) {
	clipboard := test.NewClipboard()
	clipboard.SetContent(words)
	p.window.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

func (p person) undo() { p.window.takeBack((*workflow.Work).Undo) }

// body goes to the text of the chosen chapter.
func (p person) body() {
	p.Helper()
	if !p.chapters().focusOn(fieldKey(p.chapters().at.Element, model.FieldBodyText.In(p.window.language))) {
		p.Fatal("the chapter has no text")
	}
}

func TestChapterIsWrittenByKeyboardFromNothing(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.PurposeText))
	p.wants("role", p.chapter().Role, model.PurposeText)
	p.wants("keyboard", p.focus(), fieldKey(p.chapter().ID, "title.fi"))
	p.types("Tarkoitus")
	p.enter()
	p.types("Ensimmäinen kappale.")
	p.enter()
	p.types("Toinen")
	p.shifted(fyne.KeyReturn)
	p.types("rivi.")
	p.enter()
	p.wants("written", p.blocks(model.Finnish), "Ensimmäinen kappale.|paragraph:Toinen\nrivi.|paragraph:")
	p.wants("title", p.chapter().Title.Fi, "Tarkoitus")
}

func TestEnterDividesAndBackspaceRemovesWhatIsEmpty(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.body()
	p.types("YksiKaksi")
	for range "Kaksi" {
		p.keyed(fyne.KeyLeft)
	}
	p.enter()
	p.wants("divided", p.blocks(model.Finnish), "Yksi|paragraph:Kaksi")
	p.undo()
	p.wants("undone", p.blocks(model.Finnish), "YksiKaksi")
	p.body()
	p.keyed(fyne.KeyEnd)
	p.enter()
	second := p.focus()
	p.keyed(fyne.KeyBackspace)
	p.wants("keyboard", p.focus() != second && strings.HasSuffix(p.focus(), "/body.fi"), true)
	p.wants("removed", p.blocks(model.Finnish), "YksiKaksi")
}

func TestArrowKeysWalkThroughTheParts(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.body()
	first := p.focus()
	p.types("Yksi")
	p.enter()
	second := p.focus()
	p.types("Kaksi")
	p.keyed(fyne.KeyUp)
	p.wants("up", p.focus(), first)
	p.keyed(fyne.KeyDown)
	p.wants("down", p.focus(), second)
	p.combined(fyne.KeyUp, fyne.KeyModifierAlt)
	p.wants("moved", p.blocks(model.Finnish), "|paragraph:Kaksi|paragraph:Yksi")
	p.wants("one undo", p.window.work.CanUndo(), true)
	p.undo()
	p.wants("moved back", p.blocks(model.Finnish), "Yksi|paragraph:Kaksi")
}

func TestListHasAnItemOnEachLine(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Principles))
	p.press("add/list")
	p.types("yksi")
	p.enter()
	p.types("kaksi")
	p.enter()
	p.types("kolme")
	p.wants("items", p.blocks(model.Finnish), "|list:yksi\nkaksi\nkolme")
	p.chapters().focusOn(itemKey(p.chapter().Blocks[0].ID, 2))
	p.keyed(fyne.KeyEnd)
	p.enter()
	p.enter() // in the empty item: the list ends
	p.types("Kappale.")
	p.wants("after the list", p.blocks(model.Finnish), "|list:yksi\nkaksi\nkolme|paragraph:Kappale.")
	p.chapters().focusOn(itemKey(p.chapter().Blocks[0].ID, 0))
	p.pastes("a\nb\nc")
	p.wants("pasted", p.blocks(model.Finnish), "|list:yksi\na\nb\nc\nkaksi\nkolme|paragraph:Kappale.")
	p.undo()
	p.wants("one undo", p.blocks(model.Finnish), "|list:yksi\nkaksi\nkolme|paragraph:Kappale.")
}

func TestPastedTextBecomesPartsAndOneUndoTakesThemBack(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.body()
	p.types("Alku.")
	p.pastes("Väestö:\n• suomi\n• ruotsi\nKieli\t2019\nsuomi\t12\n")
	p.wants("parts", p.blocks(model.Finnish), "Alku.|paragraph:Väestö:|list:suomi\nruotsi|table:Kieli\t2019\nsuomi\t12")
	p.undo()
	p.wants("undone", p.blocks(model.Finnish), "Alku.")
}

func TestKindOfAPartChangesAndItsWordsStay(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Rationale))
	p.body()
	p.types("yksi")
	p.shifted(fyne.KeyReturn)
	p.types("kaksi")
	p.chapters().changeRole(model.ListBlock)
	p.wants("list", p.blocks(model.Finnish), "|list:yksi\nkaksi")
	p.chapters().changeRole(model.TableBlock)
	p.chapters().changeRole(model.QuotationBlock)
	p.wants("quotation", p.blocks(model.Finnish), "|quotation:yksi\nkaksi")
	p.press("partDelete")
	p.wants("removed", p.blocks(model.Finnish), "")
	p.undo()
	p.wants("back", p.blocks(model.Finnish), "|quotation:yksi\nkaksi")
}

func TestTableIsWrittenCellByCell(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.press("add/table")
	for i, words := range []string{"Kieli", "2019", "suomi", "12"} {
		if i > 0 {
			p.keyed(fyne.KeyTab)
		}
		p.types(words)
	}
	p.wants("cells", p.blocks(model.Finnish), "|table:Kieli\t2019\nsuomi\t12\n\t")
	table := p.chapter().Blocks[0].ID
	p.chapters().focusOn(key(table, "grid"))
	p.pastes("ruotsi\t7\nvenäjä\t3")
	p.wants("pasted at the cursor", p.blocks(model.Finnish), "|table:Kieli\t2019\t\nsuomi\truotsi\t7\n\tvenäjä\t3")
	p.undo()
	p.press("addRow")
	p.press("addColumn")
	p.press("removeRow")
	p.wants("reshaped", p.blocks(model.Finnish), "|table:Kieli\t2019\t\nsuomi\t12\t\n\t\t")
	p.chapters().focusOn(key(table, "grid"))
	if said := p.said(key(table, "grid")); !strings.Contains(said, "rivi 3, sarake 3") {
		t.Errorf("said %q", said)
	}
}

func TestNumbersOfATableHoldInBothLanguages(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.press("add/chart")
	p.pastes("Kieli\t2019\nsuomi\t12\nruotsi\tpaljon")
	if !p.shows("ei ole luku") || !p.shows("suomi: 2019 12") {
		t.Errorf("the chart does not say what it shows: %s", strings.Join(p.texts(), " "))
	}
	p.window.language = model.Swedish
	p.window.rebuild()
	chart := p.chapter().Blocks[0].ID
	p.chapters().focusOn(key(chart, "grid"))
	p.types("Språk")
	p.leave()
	p.wants("Swedish", p.blocks(model.Swedish), "|chart:Språk\t2019\n\t12\n\t")
	if !p.shows("Suomeksi") {
		t.Error("the original is not shown")
	}
	p.window.language = model.Finnish
	p.window.rebuild()
	p.chapters().focusOn(key(chart, "grid"))
	p.chapters().active = chart
	p.press("addRow")
	p.wants("rows of the Swedish one", len(model.ReadGrid(p.chapter().Blocks[0].Body.Sv)), 4)
}

func TestQuotationHasItsSpeakersRole(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Rationale))
	p.press("add/quotation")
	p.types("Kieltä oppii töissä.")
	said := fieldKey(p.chapter().Blocks[0].ID, "authorRole.fi")
	p.write(said, "kurssin osallistuja")
	p.leave()
	p.wants("role", p.chapter().Blocks[0].AuthorRole.Fi, "kurssin osallistuja")
	if !strings.Contains(p.said(said), "ei nimeä") {
		t.Errorf("said %q", p.said(said))
	}
}

func TestTranslationStandsBesideItsOriginal(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.PurposeText))
	p.body()
	p.types("Suomenkielinen teksti.")
	p.leave()
	p.window.language = model.Swedish
	p.window.rebuild()
	if !p.shows("Suomenkielinen teksti.") {
		t.Error("the original is not beside")
	}
	p.body()
	p.types("Svensk text.")
	p.leave()
	p.wants("body", p.chapter().Body, model.Text{Fi: "Suomenkielinen teksti.", Sv: "Svensk text."})
	p.window.window.Resize(fyne.NewSize(900, 600))
	if p.shows("Suomenkielinen teksti.") {
		t.Error("the original is shown in a narrow window")
	}
	p.press("original")
	if !p.shows("Suomenkielinen") {
		t.Error("the original cannot be shown")
	}
}

func TestChaptersAreMovedAndRemoved(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.chapters().chooseRole()
	p.press("role/" + string(model.PurposeText))
	roles := func() (all []model.ChapterRole) {
		for _, c := range p.programme().Chapters {
			all = append(all, c.Role)
		}
		return all
	}
	p.wants("the purpose comes first", roles()[0], model.PurposeText)
	p.press(key(p.chapter().ID, "down"))
	p.wants("moved", roles()[1], model.PurposeText)
	p.press(key(p.chapter().ID, "delete"))
	p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.wants("left", len(roles()), 1)
	p.undo()
	p.wants("back", len(roles()), 2)
}

func TestApprovedChaptersAreRead(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.approve()
	p.window.openChapters("", "")
	if fields := p.fields(); len(fields) > 0 {
		t.Errorf("%v can be written in", fields)
	}
	if !p.shows("seitsemän kokonaisuutta") || !p.shows("Ohjelma on hyväksytty") {
		t.Error("the text or the reason is not shown")
	}
}

func TestFindingsOfChaptersLeadToTheirText(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.press("add/chart")
	p.pastes("Kieli\t2019\nsuomi\tmonta")
	p.leave()
	chart := p.chapter().Blocks[0].ID
	p.window.openView(viewContents)
	for _, f := range p.window.work.Findings() {
		if f.Code == model.CodeNoNumberInChart {
			p.window.openFinding(f)
		}
	}
	p.wants("page", p.window.page.name(), "chapters")
	if k := p.focus(); !strings.HasPrefix(k, string(chart)) {
		t.Errorf("the keyboard is at %q", k)
	}
}

func TestBadInputInChaptersLosesNothing(t *testing.T) {
	p := atChapters(t)
	p.press("role/" + string(model.Situation))
	p.body()
	p.types("Alku.")
	long := strings.Repeat("sana ", 4000)
	p.pastes(long)
	if got := p.blocks(model.Finnish); len(got) < 19000 {
		t.Errorf("%d characters are left", len(got))
	}
	p.press("add/heading")
	p.types(strings.Repeat("pitkä", 60))
	p.leave()
	p.press("add/table")
	wide := strings.TrimSuffix(strings.Repeat("x\t", 60), "\t")
	p.pastes(wide + "\n" + wide)
	if !p.shows("60 saraketta") {
		t.Error("nothing is said of 60 columns")
	}
	p.pastes(strings.Repeat("a\tb\n", 400))
	if !p.shows("400 riviä") {
		t.Error("nothing is said of 400 rows")
	}
	p.press("add/paragraph")
	p.pastes("a\x00b\u202Ec\nd")
	got := p.blocks(model.Finnish)
	if !strings.HasSuffix(got, "|table:|paragraph:abc|paragraph:d") {
		t.Errorf("ends in %q", got[len(got)-60:])
	}
	for _, o := range test.LaidOutObjects(p.window.window.Content()) {
		if field, is := o.(*ui.Field); is && field.Position().X+field.Size().Width > 1400 {
			t.Errorf("a field is %v wide", field.Size().Width)
		}
	}
}
