package window

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// atDetails opens the programme's own facts at a part.
func atDetails(t *testing.T, example, part string) person {
	t.Helper()
	p := at(t, example)
	p.window.goTo(newDetailsPage(p.window, place{Programme: p.window.work.ID(), Details: part}))
	return p
}

func (p person) details() *detailsPage {
	p.Helper()
	return pageOf[*detailsPage](p)
}

// part goes to a part by its name.
func (p person) part(name string) {
	p.Helper()
	p.details().choose(slices.IndexFunc(detailsParts(), func(part detailsPart) bool { return part.name == name }))
}

// root is the key of a fact of the programme itself.
func (p person) root(f model.Field) string { return fieldKey(p.window.work.ID(), f) }

// fields returns the keys of the fields in which something can be typed.
func (p person) fields() []string {
	var keys []string
	for key, control := range p.editor().keys {
		if _, typed := control.(interface{ UndoTyping() bool }); typed {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

func TestEveryTextOfTheDetailsIsKept(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "names")
	numbers := []string{p.root(model.FieldFirstYear), p.root(model.FieldLastYear), p.root(model.FieldPublished)}
	typed := map[string]int{} // the one card of each list is open
	for _, part := range detailsParts() {
		p.part(part.name)
		for _, k := range p.fields() {
			if slices.Contains(numbers, k) {
				continue
			}
			before := strings.TrimSpace(p.value(k))
			p.write(k, "Ö kirjoitettu")
			p.leave()
			if got := p.value(k); got != before+"Ö kirjoitettu" {
				t.Errorf("%s: %s holds %q", part.name, k, got)
			}
			typed[part.name]++
		}
	}
	want := map[string]int{"names": 4, "owners": 2, "bodies": 8, "basis": 10, "contacts": 3, "publication": 5}
	for part, count := range want {
		p.wants("fields of "+part, typed[part], count)
	}
}

// value is what the store holds at a key.
func (p person) value(k string) string {
	p.Helper()
	id, field, _ := strings.Cut(k, "/")
	state, err := p.store.Load(p.window.ctx, p.window.work.ID())
	if err != nil {
		p.Fatal(err)
	}
	e := state.Element(model.EntityID(id))
	if e == nil {
		p.Fatalf("no element of %s", k)
	}
	return e.Value(model.Field(field)).Text()
}

func TestYearsOfTheProgrammeStayAsTyped(t *testing.T) {
	for _, typed := range []string{"0", "20222", "-2019", "kaksituhatta", "2019–2022", "1989", "2101", "🙂", "٢٠١٩"} {
		t.Run(typed, func(t *testing.T) {
			p := atDetails(t, "", "names")
			field := p.root(model.FieldFirstYear)
			p.details().setFact(p.window.work.ID(), model.FieldFirstYear, nil)
			p.write(field, typed)
			p.leave()
			p.wants("kept", p.programme().FirstYear, 0)
			p.part("owners")
			p.part("names")
			if said := p.said(field); !strings.Contains(said, typed) || !strings.Contains(said, "1990–2100") {
				t.Errorf("said %q", said)
			}
		})
	}
}

func TestProgrammeThatEndsBeforeItBeginsIsTold(t *testing.T) {
	p := atDetails(t, "", "names")
	p.details().setFact(p.window.work.ID(), model.FieldLastYear, nil)
	p.write(p.root(model.FieldLastYear), "2001")
	p.leave()
	p.wants("kept", p.programme().LastYear, 2001)
	p.part("owners")
	p.part("names")
	if said := p.said(p.root(model.FieldLastYear)); !strings.Contains(said, "Loppu on ennen alkua") {
		t.Errorf("said %q", said)
	}
	p.window.takeBack((*workflow.Work).Undo)
	p.window.takeBack((*workflow.Work).Undo)
	p.wants("undone", p.programme().LastYear, 2022)
	if said := p.said(p.root(model.FieldLastYear)); !strings.Contains(said, "2022") || strings.Contains(said, "Virhe") {
		t.Errorf("said %q", said)
	}
}

func TestDateOfPublicationIsReadOrStaysAsTyped(t *testing.T) {
	tests := []struct{ typed, kept string }{
		{"13.3.2023", "2023-03-13"}, {"13.03.2023", "2023-03-13"}, {"2023-03-13", "2023-03-13"},
		{"31.2.2023", ""}, {"ensi viikolla", ""}, {"13.3.20222", ""}, {"=NOW()", ""},
	}
	for _, c := range tests {
		t.Run(c.typed, func(t *testing.T) {
			p := atDetails(t, "", "publication")
			field := p.root(model.FieldPublished)
			p.write(field, c.typed)
			p.leave()
			p.wants("kept", p.programme().Published.String(), c.kept)
			said := p.said(field)
			p.wants("told", strings.Contains(said, "Päivämäärää ei tunnisteta"), c.kept == "")
			p.wants("still there", strings.Contains(said, c.typed), true)
		})
	}
}

func TestBadTextsOfTheDetailsAreKeptAsFarAsTheyAreText(t *testing.T) {
	tests := map[string]struct{ typed, kept, said string }{
		"emoji":         {"Vaasa 👩‍👩‍👧‍👦", "Vaasa 👩‍👩‍👧‍👦", ""},
		"right to left": {"مرحبا بكم في فاسا", "مرحبا بكم في فاسا", ""},
		"override":      {"Vaasa\u202Easaav", "Vaasaasaav", ""},
		"over-long":     {strings.Repeat("Kotoutuminen ", 60), strings.TrimSpace(strings.Repeat("Kotoutuminen ", 60)), "liian pitkä"},
		"table":         {"Vaasa\tVasa\nMustasaari\tKorsholm", "Vaasa Vasa\nMustasaari Korsholm", ""},
		"quotes":        {`<b>"x" & 'y'</b> {name} %s \n`, `<b>"x" & 'y'</b> {name} %s \n`, ""},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			p := atDetails(t, "", "owners")
			p.press(key(p.window.work.ID(), "add/owner"))
			owner := p.programme().Owners[0].ID
			field := fieldKey(owner, "name.fi")
			p.window.window.Canvas().Focus(p.control(field))
			p.window.app.Clipboard().SetContent(c.typed)
			p.control(field).(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: p.window.app.Clipboard()})
			p.leave()
			got := p.programme().Owners[0].Name.Fi
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(c.kept), " ") {
				t.Errorf("kept %q, want %q", got, c.kept)
			}
			if said := p.said(field); c.said != "" && !strings.Contains(said, c.said) {
				t.Errorf("said %q", said)
			}
		})
	}
}

func TestOwnersAreAddedMovedAndRemoved(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "owners")
	vaasa := p.programme().Owners[0].ID
	p.press(key(p.window.work.ID(), "add/owner"))
	added := p.programme().Owners[1].ID
	p.wants("keyboard", p.focus(), fieldKey(added, "name.fi"))
	test.Type(p.control(p.focus()), "Vaasan kaupunki")
	p.leave()
	p.wants("kind", p.programme().Owners[1].Kind, model.Municipality)
	if !slices.ContainsFunc(labels(p.details().main), func(words string) bool { return strings.Contains(words, "Sama nimi") }) {
		t.Error("two owners of one name are not told")
	}
	p.press(key(added, "kind/regionProject"))
	p.press(fieldKey(added, model.FieldBilingual))
	p.wants("kind", p.programme().Owners[1].Kind, model.RegionProject)
	p.wants("bilingual", p.programme().Owners[1].Bilingual, true)

	p.press(key(added, "up"))
	p.wants("first", p.programme().Owners[0].ID, added)
	p.press(key(added, "fold"))
	p.wants("keyboard", p.focus(), key(added, "card"))
	card := p.control(key(added, "card")).(*ui.MovableCard)
	card.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	p.wants("first", p.programme().Owners[0].ID, vaasa)
	p.wants("keyboard", p.focus(), key(added, "card"))

	p.control(key(added, "card")).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if p.window.window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was asked")
	}
	p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.wants("owners", len(p.programme().Owners), 1)
	p.window.takeBack((*workflow.Work).Undo)
	p.wants("owners", len(p.programme().Owners), 2)
}

func TestContactsBeginAtTheirFirstField(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "contacts")
	contacts := len(p.programme().Contacts)
	p.press(key(p.window.work.ID(), "add/contact"))
	p.wants("contacts", len(p.programme().Contacts), contacts+1)
	p.wants("keyboard", p.focus(), fieldKey(p.programme().Contacts[contacts].ID, "roleText.fi"))
}

func TestDetailsLeadToTheChapters(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "chapters")
	chapter := p.programme().Chapters[0].ID
	p.press(key(chapter, "chapter"))
	p.wants("page", p.window.page.name(), "chapters")
	p.wants("chapter", p.chapters().at.Element, chapter)
	id := p.window.work.ID()
	p.window.goHome()
	p.window.openProgramme(id)
	p.wants("the way back", p.chapters().at.Element, chapter)
}

func TestFirstLanguageIsAskedAboutBeforeItChanges(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "languages")
	root := p.window.work.ID()
	p.press(key(root, "firstLanguage/sv"))
	if p.window.window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was asked")
	}
	p.wants("before the answer", p.programme().FirstLanguage, model.Finnish)
	p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	p.wants("kept", p.programme().FirstLanguage, model.Finnish)
	if said := p.said(key(root, "firstLanguage/fi")); !strings.Contains(said, "valittu") || strings.Contains(said, "ei valittu") {
		t.Errorf("said %q", said)
	}
	p.press(key(root, "firstLanguage/sv"))
	p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.wants("changed", p.programme().FirstLanguage, model.Swedish)
	p.window.takeBack((*workflow.Work).Undo)
	p.wants("undone", p.programme().FirstLanguage, model.Finnish)
}

func TestLanguageLeftOutKeepsItsTexts(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "languages")
	title := p.programme().Title
	p.window.language = model.Swedish
	p.press(key(p.window.work.ID(), "language/sv"))
	p.wants("languages", len(p.programme().Languages), 1)
	p.wants("shown", p.window.language, model.Finnish)
	p.wants("title", p.programme().Title, title)
	if !slices.ContainsFunc(labels(p.details().main), func(words string) bool { return strings.Contains(words, "kaksikielinen") }) {
		t.Error("a bilingual owner's duty is not told")
	}
	p.press(key(p.window.work.ID(), "language/fi"))
	p.wants("languages", slices.Contains(p.programme().Languages, model.Finnish), true)
}

func TestApprovedDetailsAreRead(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.approve()
	p.window.goTo(newDetailsPage(p.window, place{Programme: p.window.work.ID(), Details: "names"}))
	for _, part := range detailsParts() {
		p.part(part.name)
		if fields := p.fields(); len(fields) > 0 {
			t.Errorf("%s: %v can be written in", part.name, fields)
		}
		words := strings.Join(labels(p.details().main), "\n")
		if !strings.Contains(words, "Ohjelma on hyväksytty") {
			t.Errorf("%s does not say why", part.name)
		}
	}
	p.details().add(model.KindOwner)
	p.wants("owners", len(p.programme().Owners), 1)
	if err := p.window.work.BeginNextVersion(p.window.ctx); err != nil {
		t.Fatal(err)
	}
	p.window.rebuild()
	p.part("names")
	p.wants("fields", len(p.fields()) > 0, true)
}

func TestContinueLeadsBackToThePart(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta").ID
	p.page().choose(goal, stepBodies)
	id := p.window.work.ID()
	p.window.openDetails("", "")
	p.wants("page", p.window.page.name(), "details/names")
	p.part("contacts")
	p.window.goHome()
	p.window.openProgramme(id)
	p.wants("part", detailsParts()[p.details().part].name, "contacts")
	p.window.openView(viewContents)
	p.wants("goal", p.page().at.Element, goal)
}

func TestNextSaysWhatTheDetailsLackOnce(t *testing.T) {
	p := atDetails(t, "", "owners")
	p.details().next()
	p.wants("part", detailsParts()[p.details().part].name, "owners")
	p.wants("keyboard", p.focus(), key(p.window.work.ID(), "add/owner"))
	p.details().next()
	p.wants("part", detailsParts()[p.details().part].name, "bodies")
}

func TestControlsOfTheDetailsAreNamedInEveryLanguage(t *testing.T) {
	for _, language := range []string{"fi", "sv", "en"} {
		t.Run(language, func(t *testing.T) {
			p := atDetails(t, "vaasa-2019-2022", "names")
			p.window.change(workflow.SettingLanguage, language)
			for _, part := range detailsParts() {
				p.part(part.name)
				said := map[string]string{}
				for k, control := range p.editor().keys {
					label := ui.LabelOf(control)
					if label == "" || strings.Contains(label, "details.") || strings.Contains(label, "contents.") {
						t.Errorf("%s is called %q", k, label)
					}
					if other, twice := said[label]; twice && p.editor().keys[other] != control {
						t.Errorf("%s: %s and %s are both called %q", part.name, k, other, label)
					}
					said[label] = k
				}
				for _, words := range labels(p.details().main) {
					if strings.HasPrefix(words, "details.") {
						t.Errorf("%s shows %q", part.name, words)
					}
				}
			}
		})
	}
}

func TestSecondLanguageIsHiddenInANarrowWindow(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "bodies")
	p.window.window.Resize(fyne.NewSize(911, 512))
	p.wants("narrow", p.window.frame.narrow, true)
	second := p.root("preparedBy.sv")
	if _, shown := p.editor().keys[second]; shown {
		t.Fatal("Swedish is shown")
	}
	p.press("languages")
	p.write(second, ", Vasa")
	p.leave()
	p.wants("kept", p.programme().PreparedBy.Sv, "Invandrarrådet, Vasa")
}

func TestFindingsLeadToWhereTheyAreMended(t *testing.T) {
	tests := map[string]struct {
		lack func(p person, st *model.Step) error
		code model.Code
		part string
		key  func(p person) string
	}{
		"title": {
			func(p person, st *model.Step) error {
				return errors.Join(st.Set(p.window.work.ID(), "title.fi", nil), st.Set(p.window.work.ID(), "title.sv", nil))
			},
			model.CodeTitleMissing, "names", func(p person) string { return p.root("title.fi") },
		},
		"years": {
			func(p person, st *model.Step) error { return st.Set(p.window.work.ID(), model.FieldFirstYear, nil) },
			model.CodeYearsMissing, "names", func(p person) string { return p.root(model.FieldFirstYear) },
		},
		"last year": {
			func(p person, st *model.Step) error { return st.Set(p.window.work.ID(), model.FieldLastYear, nil) },
			model.CodeYearsMissing, "names", func(p person) string { return p.root(model.FieldLastYear) },
		},
		"end before start": {
			func(p person, st *model.Step) error {
				return st.Set(p.window.work.ID(), model.FieldLastYear, model.ValueOf(2001))
			},
			model.CodeEndBeforeStart, "names", func(p person) string { return p.root(model.FieldLastYear) },
		},
		"owner": {
			func(p person, st *model.Step) error { return st.Delete(p.window.work.Programme().Owners[0].ID) },
			model.CodeOwnerMissing, "owners", func(p person) string { return key(p.window.work.ID(), "add/owner") },
		},
		"owner's name": {
			func(p person, st *model.Step) error {
				owner := p.window.work.Programme().Owners[0].ID
				return errors.Join(st.Set(owner, "name.fi", nil), st.Set(owner, "name.sv", nil))
			},
			model.CodeOwnerMissing, "owners", func(p person) string { return fieldKey(p.window.work.Programme().Owners[0].ID, "name.fi") },
		},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			p := at(t, "vaasa-2019-2022")
			if !p.window.edit(func(st *model.Step) error { return c.lack(p, st) }) {
				t.Fatal("not lacking")
			}
			findings := p.window.work.Findings()
			f := findings[slices.IndexFunc(findings, func(f model.Finding) bool { return f.Code == c.code })]
			p.window.openFinding(f)
			p.wants("part", detailsParts()[p.details().part].name, c.part)
			p.wants("keyboard", p.focus(), c.key(p))
			// The decision leads there too.
			p.window.openView(viewDecision)
			line := decisionLine(p, p.window.t("finding."+string(c.code)))
			line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			p.wants("keyboard", p.focus(), c.key(p))
		})
	}
}

// decisionLine is the line of the decision page that says some words.
func decisionLine(p person, words string) *ui.LinkRow {
	p.Helper()
	for _, o := range test.LaidOutObjects(p.window.window.Content()) {
		if row, isRow := o.(*ui.LinkRow); isRow && row.AccessibilityLabel() == words {
			return row
		}
	}
	p.Fatalf("no line says %q", words)
	return nil
}

func TestFindingsOfOtherPlacesLeadThere(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	for code, page := range map[model.Code]string{
		model.CodeTimetableMissing: "contents/measures", model.CodeBaselineUnknown: "contents/indicators", model.CodeDecisionMissing: "decision",
	} {
		findings := append(p.window.work.Findings(), p.window.work.Obstacles()...)
		p.window.openFinding(findings[slices.IndexFunc(findings, func(f model.Finding) bool { return f.Code == code })])
		p.wants(string(code), p.window.page.name(), page)
	}
}
