package window

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// atWizard opens the wizard of a new programme at a step.
func atWizard(t *testing.T, step int) person {
	t.Helper()
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.window.newProgramme()
	p.wizard().show(step)
	return p
}

func (p person) wizard() *newProgrammePage {
	p.Helper()
	return pageOf[*newProgrammePage](p)
}

func TestAProgrammeIsMadeByTheWizard(t *testing.T) {
	p := atWizard(t, stepTemplate)
	p.window.stepForward()
	p.fill("new.title.fi", "Kotouttamisohjelma 2027–2030")
	p.fill("new.title.sv", "Integrationsprogram 2027–2030")
	p.fill("new.owner.fi", "Vaasan kaupunki")
	p.tap("new.bilingual")
	p.fill("new.firstYear", "2027")
	p.fill("new.lastYear", "2030")
	p.window.stepForward()
	p.fill("new.preparedBy.fi", "Monikulttuurisuusneuvosto")
	p.window.stepForward()
	p.tap("new.addSection")
	test.Type(p.window.window.Canvas().Focused(), "Vapaa-aika")
	for _, page := range []string{"new/languages", "new/check", "contents"} {
		p.window.stepForward()
		p.wants("page", p.window.page.name(), page)
	}
	made := p.programme()
	p.wants("title", made.Title.In(model.Swedish), "Integrationsprogram 2027–2030")
	p.wants("owner", made.Owners[0].Name.In(model.Finnish), "Vaasan kaupunki")
	p.wants("bilingual", made.Owners[0].Bilingual, true)
	p.wants("years", [2]int{made.FirstYear, made.LastYear}, [2]int{2027, 2030})
	p.wants("prepared by", made.PreparedBy.In(model.Finnish), "Monikulttuurisuusneuvosto")
	p.wants("sections", len(made.Sections), 8)
	p.wants("the template's Swedish", made.Sections[0].Title.In(model.Swedish), "Arbete")
	p.wants("the last section", made.Sections[7].Title.In(model.Finnish), "Vapaa-aika")
	p.wants("languages", len(made.Languages), 2)
	p.window.newProgramme()
	p.wants("the next one begins empty", p.wizard().answers.Title.Empty(), true)
}

func TestEachBadAnswerIsExplainedOnceAndThenPassed(t *testing.T) {
	long := strings.Repeat("å", 501)
	cases := []struct {
		name     string
		step     int
		answers  map[string]string // by the key of the field
		sentence string
		field    string // that gets the focus
	}{
		{"no title", stepNames, nil, "finding.titleMissing", "new.title.fi"},
		{"spaces for a title", stepNames, map[string]string{"new.title.fi": " \t "}, "finding.titleMissing", "new.title.fi"},
		{"no municipality", stepNames, map[string]string{"new.title.fi": "Ohjelma"}, "new.ownerMissing", "new.owner.fi"},
		{"no year", stepNames, named(nil), "new.yearMissing", "new.firstYear"},
		{"year 0", stepNames, named(map[string]string{"new.firstYear": "0", "new.lastYear": "2030"}), "field.yearInvalid", "new.firstYear"},
		{"year 20222", stepNames, named(map[string]string{"new.firstYear": "2022", "new.lastYear": "20222"}), "field.yearInvalid", "new.lastYear"},
		{"a year in words", stepNames, named(map[string]string{"new.firstYear": "kaksituhatta", "new.lastYear": "2030"}), "field.yearInvalid", "new.firstYear"},
		{"a negative year", stepNames, named(map[string]string{"new.firstYear": "-2027", "new.lastYear": "2030"}), "field.yearInvalid", "new.firstYear"},
		{"end before start", stepNames, named(map[string]string{"new.firstYear": "2030", "new.lastYear": "2027"}), "finding.endBeforeStart", "new.lastYear"},
		{"over-long title", stepNames, named(map[string]string{"new.title.fi": long, "new.firstYear": "2027", "new.lastYear": "2030"}), "field.tooLong", "new.title.fi"},
		{"two sections of one name", stepSections, map[string]string{"new.section.fi": "asuminen"}, "finding.duplicateName", "new.section.fi"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := atWizard(t, c.step)
			for key, typed := range c.answers {
				p.fill(key, typed)
			}
			before := p.window.page.name()
			p.window.stepForward()
			p.wants("page after Next", p.window.page.name(), before)
			sentence := p.window.t(c.sentence, "from", 1990, "to", 2100, "count", 1, "limit", 500)
			focused, ok := p.window.window.Canvas().Focused().(fyne.Accessible)
			if !ok {
				t.Fatal("nothing has the focus")
			}
			spoken := focused.AccessibilityLabel()
			if !strings.HasPrefix(spoken, p.window.t(c.field)) && c.step != stepSections {
				t.Errorf("the focus is on %q, want %q", spoken, p.window.t(c.field))
			}
			if !strings.Contains(spoken, sentence) {
				t.Errorf("%q does not say %q", spoken, sentence)
			}
			p.window.stepForward()
			if p.window.page.name() == before {
				t.Error("a second Next does not go on")
			}
		})
	}
}

// named are answers with a title and a municipality.
func named(more map[string]string) map[string]string {
	all := map[string]string{"new.title.fi": "Ohjelma", "new.owner.fi": "Vaasa"}
	for key, value := range more {
		all[key] = value
	}
	return all
}

func TestStrangeTextsAreKeptAsPeopleMeantThem(t *testing.T) {
	for typed, want := range map[string]string{
		"Ohjelma 🏠 2027":                    "Ohjelma 🏠 2027",
		"برنامج الإدماج":                    "برنامج الإدماج",
		"  Ohjelma\u00a0 2027  ":            "Ohjelma\u00a0 2027",
		"Ohjelma\x00 2027":                  "Ohjelma 2027",
		"Ke\u0308hitta\u0308missuunnitelma": "Këhittämissuunnitelma",
	} {
		p := atWizard(t, stepNames)
		p.fill("new.title.fi", typed)
		p.wizard().show(stepCheck)
		p.window.stepForward()
		p.wants("title", p.programme().Title.In(model.Finnish), want)
	}
}

func TestAPastedTableBecomesOneTitle(t *testing.T) {
	p := atWizard(t, stepNames)
	title := p.labelled(p.window.t("new.title.fi"))
	p.window.kit.Focus(title)
	clipboard := test.NewClipboard()
	clipboard.SetContent("Kotouttamisohjelma\t2027\r\n2030\t")
	title.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := p.wizard().answers.Title.In(model.Finnish); strings.ContainsAny(got, "\t\r\n") || !strings.HasPrefix(got, "Kotouttamisohjelma 2027 2030") {
		t.Errorf("pasted as %q", got)
	}
}

// What has been typed in the wizard stands there again, whichever way the
// person left it.
func TestTheWizardLosesNothing(t *testing.T) {
	for name, leave := range map[string]func(person){
		"all programmes": func(p person) { p.window.goHome() },
		"the examples":   func(p person) { p.window.openExample() },
		"the bin":        func(p person) { p.window.showBin() },
		"a command":      func(p person) { must(p, p.window.Flush()); p.window.Reload() },
		"dark colours":   func(p person) { p.window.change(workflow.SettingTheme, "dark") },
		"Swedish":        func(p person) { p.window.change(workflow.SettingLanguage, "sv") },
		"closing":        func(p person) { p.window.close() },
		"back":           func(p person) { p.window.stepBack() },
		"again":          func(p person) { p.window.newProgramme() },
	} {
		t.Run(name, func(t *testing.T) {
			p := atWizard(t, stepNames)
			title := p.labelled(p.window.t("new.title.fi"))
			p.window.window.Canvas().Focus(title)
			test.Type(title, "Kesken jäänyt")
			leave(p)
			must(t, p.window.Flush())
			p = open(t, p.window.desk, p.store, "fi")
			p.window.newProgramme()
			p.wants("title", p.wizard().answers.Title.In(model.Finnish), "Kesken jäänyt")
		})
	}
}

func TestAFullDiskHoldsThePersonInTheWizard(t *testing.T) {
	p := atWizard(t, stepCheck)
	p.store.Fail = func() error { return context.DeadlineExceeded }
	p.window.stepForward()
	p.wants("page", p.window.page.name(), "new/check")
	p.wants("message", p.window.notice.key, "error.unexpected")
	p.store.Fail = nil
	p.window.stepForward()
	p.wants("page when there is room again", p.window.page.name(), "contents")
}

func TestAProgrammeBeginsWithTheGoalsOfTheKouvolaTemplate(t *testing.T) {
	p := atWizard(t, stepTemplate)
	p.tap("template.kouvola-2019-2022")
	p.wizard().show(stepSections)
	if !p.shows("Päätavoite 3") || !p.shows("Kärki 1") {
		t.Errorf("the goals of the template are not there: %v", p.texts())
	}
	p.wizard().show(stepNames)
	p.fill("new.title.fi", "Kaikkien Kouvola 2027–2030")
	p.fill("new.owner.fi", "Kouvolan kaupunki")
	p.fill("new.firstYear", "2027")
	p.fill("new.lastYear", "2030")
	for _, page := range []string{"new/bodies", "new/sections", "new/languages", "new/check", "contents"} {
		p.window.stepForward()
		p.wants("page", p.window.page.name(), page)
	}
	made := p.programme()
	p.wants("kind", made.Kind, model.DevelopmentPlan)
	p.wants("sections", len(made.Sections), 0)
	p.wants("goals", len(made.Goals), 6)
	p.wants("role", made.Goals[5].Role, model.SpearheadRole)
	p.wants("number", made.Goals[5].Number, "3")
}

func TestAnEarlierProgrammeIsContinuedByACopy(t *testing.T) {
	desk, store := worktest.NewDesk()
	must(t, desk.Introduce(context.Background(), "sihteeri"))
	from := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	p := open(t, desk, store, "fi")
	p.window.newProgramme()
	p.tap("template.copy")
	p.wants("title", p.wizard().answers.Title.Fi, "Kotouttamisohjelma 2023–2026")
	for _, page := range []string{"new/names", "new/bodies", "new/sections"} {
		p.window.stepForward()
		p.wants("page", p.window.page.name(), page)
	}
	if !p.shows("43 toimenpidettä") {
		t.Errorf("the wizard does not say what is copied: %v", p.texts())
	}
	for _, page := range []string{"new/languages", "new/check", "contents"} {
		p.window.stepForward()
		p.wants("page", p.window.page.name(), page)
	}
	made := p.programme()
	p.wants("predecessor", made.PredecessorID, from.ID())
	p.wants("years", [2]int{made.FirstYear, made.LastYear}, [2]int{2023, 2026})
	p.wants("measures", made.Counts().Measures, 43)
	p.wants("identity", made.Sections[0].Goals[0].Origin, from.Programme().Sections[0].Goals[0].ID)
	p.wants("owner", made.Owners[0].Name.Sv, "Vasa stad")
	p.wants("owners", len(made.Owners), 1)
}
