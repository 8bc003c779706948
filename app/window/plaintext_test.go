package window

import (
	"strings"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// unfoldPlainText unfolds the text in easy language of what the page shows.
func (p person) unfoldPlainText(id model.EntityID) {
	p.Helper()
	p.press(key(id, "plainText"))
	p.wants("keyboard after unfolding", p.focus(), key(id, "plainText"))
}

func TestAnEasyTextIsWrittenWhileTheContentIsLocked(t *testing.T) {
	p := at(t, "vaasa-2023-2026")
	section := p.programme().Sections[0].ID
	before, err := p.programme().Fingerprint()
	must(t, err)
	p.page().choose(section, stepGoal)
	if _, shown := p.editor().keys[fieldKey(section, "plainText.fi")]; shown {
		t.Error("the easy text is not folded")
	}
	p.unfoldPlainText(section)
	p.write(fieldKey(section, "plainText.fi"), "Työ on tärkeää.")
	must(t, p.editor().flush())
	p.wants("text", p.programme().Sections[0].PlainText.Fi, "Työ on tärkeää.")
	if !p.shows("Kirjoitettu vain suomeksi") {
		t.Error("the page does not say in which language it is written")
	}
	if _, shown := p.editor().keys[fieldKey(section, "title.fi")]; shown {
		t.Error("the locked title can be written")
	}
	after, err := p.programme().Fingerprint()
	must(t, err)
	p.wants("fingerprint", after, before)
	p.window.takeBack((*workflow.Work).Undo)
	p.wants("after undo", p.programme().Sections[0].PlainText.Fi, "")
}

func TestUnfoldedEasyTextsStayUnfoldedFromGoalToGoal(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goals := p.programme().Sections[0].Goals
	p.page().choose(goals[0].ID, stepGoal)
	p.unfoldPlainText(goals[0].ID)
	p.page().choose(goals[1].ID, stepGoal)
	p.control(fieldKey(goals[1].ID, "plainText.fi"))
	p.press(key(goals[1].ID, "plainText"))
	if _, shown := p.editor().keys[fieldKey(goals[1].ID, "plainText.fi")]; shown {
		t.Error("it cannot be folded again")
	}
}

// forgetEasyText takes away the text in easy language of a goal.
func (p person) forgetEasyText(section, goal int) {
	p.change(func(st *model.Step) error {
		return st.SetText(p.programme().Sections[section].Goals[goal].ID, model.FieldPlainText, model.Finnish, "")
	})
}

func TestTheOverviewCountsEasyTextsAndLeadsToTheFirstMissingOne(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.forgetEasyText(0, 2)
	share := p.programme().PlainShare(model.Finnish)
	missing := model.EntityID("")
	for _, text := range p.programme().PlainTexts() {
		if text.Text.Fi == "" {
			missing = text.Entity
			break
		}
	}
	page := p.overview()
	last := page.lines[len(page.lines)-1]
	words := p.window.t("overview.plainTexts", "count", share.Part, "whole", share.Whole)
	if said := last.AccessibilityLabel(); !strings.HasPrefix(said, words) {
		t.Fatalf("the last line says %q, wanted %q", said, words)
	}
	last.Press()
	p.wants("page", p.window.page.name(), "contents/goal")
	p.wants("keyboard", p.focus(), fieldKey(missing, "plainText.fi"))
}

func TestTheOverviewIsQuietOfEasyTextsUntilOneIsWritten(t *testing.T) {
	for _, example := range []string{"", "vaasa-2023-2026"} {
		p := at(t, example)
		for _, line := range p.overview().lines {
			if strings.Contains(line.AccessibilityLabel(), "Selkokielisiä") {
				t.Errorf("%q: %s", example, line.AccessibilityLabel())
			}
		}
	}
}

func TestAFoundEasyTextIsUnfolded(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	section := p.programme().Sections[0].ID
	for _, c := range []struct {
		id   model.EntityID
		at   model.Field
		page string
	}{
		{section, "plainText.sv", "contents/section"}, {p.window.work.ID(), "plainText.fi", "details/names"},
	} {
		p.window.openField(c.id, c.at)
		p.wants("page", p.window.page.name(), c.page)
		p.wants("keyboard", p.focus(), fieldKey(c.id, c.at))
	}
}

func TestAnEasyTextIsTranslatedAndCheckedWhileTheContentIsLocked(t *testing.T) {
	p := at(t, "vaasa-2023-2026")
	section := p.programme().Sections[0].ID
	p.change(func(st *model.Step) error {
		return st.SetText(section, model.FieldPlainText, model.Finnish, "Työ on tärkeää.")
	})
	p.window.openView(viewLanguages)
	if !p.shows(p.window.t("languages.lockedPage")[:40]) {
		t.Error("the page does not say what can be translated while the content is locked")
	}
	list := p.window.page.(*languagesPage)
	page := newTranslatePage(p.window, list, []model.TextRef{{Entity: section, Kind: model.KindSection, Field: model.FieldPlainText}}, 0)
	list.target = model.Swedish
	p.window.goTo(page)
	page.field.SetText("Arbete är viktigt.")
	page.typed()
	page.mark(true)
	p.wants("translated", p.programme().Sections[0].PlainText.Sv, "Arbete är viktigt.")
	p.wants("checked", p.window.work.State().Checked(section, model.FieldPlainText, model.Swedish), true)
}
