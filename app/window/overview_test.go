package window

import (
	"context"
	"fmt"
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

// overview opens the overview and returns it.
func (p person) overview() *overviewPage {
	p.Helper()
	p.window.openView(viewOverview)
	return pageOf[*overviewPage](p)
}

// change makes one step on the open programme.
func (p person) change(edit func(*model.Step) error) {
	p.Helper()
	if err := p.window.work.Edit(context.Background(), edit); err != nil {
		p.Fatal(err)
	}
}

// line returns the line of what is missing whose words hold a part.
func (p person) line(page *overviewPage, part string) *ui.LinkRow {
	p.Helper()
	var all []string
	for _, line := range page.lines {
		if strings.Contains(line.AccessibilityLabel(), part) {
			return line
		}
		all = append(all, line.AccessibilityLabel())
	}
	p.Fatalf("no line with %q, only %q", part, all)
	return nil
}

// hasKeyboard tells whether the control with a key has the keyboard.
func (p person) hasKeyboard(key string) {
	p.Helper()
	if p.window.window.Canvas().Focused() != p.control(key) {
		p.Errorf("the keyboard is at %s, want %s", p.focus(), key)
	}
}

func typeKeys(control fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		control.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestAProgrammeOpensAtItsOverviewOrWhereThePersonLeftOff(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	id := p.window.work.ID()
	p.wants("made or loaded just now", p.window.page.name(), "contents")
	p.window.goHome()
	p.window.openProgramme(id)
	p.wants("without a place to go on from", p.window.page.name(), "overview")
	p.window.openView(viewContents)
	p.page().choose(p.titled("Digiystävätoiminta").ID, stepIndicators)
	p.window.goHome()
	p.window.openProgramme(id)
	p.wants("with one", p.window.page.name(), "contents/indicators")
	p.overview()
	p.window.goHome()
	p.window.openProgramme(id)
	p.wants("after a look at the overview", p.window.page.name(), "contents/indicators")
}

func TestTheViewsStandInOneOrderInRailAndMenu(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	var rail []string
	for _, entry := range p.window.railEntries() {
		rail = append(rail, entry.Label)
	}
	p.wants("rail", strings.Join(rail, " "), "Yleiskuva Sisältö Aikataulu Tahot Kielet Päätös Vertailu Historia Raportit")
	byKey := map[fyne.KeyName]func(){}
	for _, menu := range p.window.window.MainMenu().Items {
		for _, item := range menu.Items {
			if s, ok := item.Shortcut.(*desktop.CustomShortcut); ok && s.Modifier == fyne.KeyModifierAlt {
				byKey[s.KeyName] = item.Action
			}
		}
	}
	for _, v := range []struct {
		key  fyne.KeyName
		name string
	}{{"1", "overview"}, {"2", "contents"}, {"3", "timeline"}, {"4", "bodies"}, {"6", "decision"}, {"7", "comparison"}, {"8", "history"}, {"9", "reports"}} {
		byKey[v.key]()
		p.settle()
		p.wants("Alt+"+string(v.key), p.window.page.name(), v.name)
	}
}

func TestEverySectionIsReachedOnTheMapByKeyboard(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	sections := p.programme().Sections
	reached := map[model.EntityID]string{}
	for i := range sections {
		page := p.overview()
		p.window.window.Canvas().Focus(page.street)
		for range i {
			typeKeys(page.street, fyne.KeyRight)
		}
		said := page.street.AccessibilityLabel()
		typeKeys(page.street, fyne.KeyReturn)
		p.wants("page", p.window.page.name(), "contents/section")
		reached[p.page().at.Element] = said
	}
	for _, s := range sections {
		if said, found := reached[s.ID]; !found || !strings.HasPrefix(said, s.Title.Fi) || !strings.Contains(said, "kirjoitettu") {
			t.Errorf("%s is reached as %q", s.Title.Fi, said)
		}
	}
}

func TestThePageHasOneShareOfWhatIsWritten(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	page := p.overview()
	var shares []string
	for _, o := range test.LaidOutObjects(p.window.frame.body) {
		if label, ok := o.(*ui.CountLabel); ok && strings.Contains(label.AccessibilityLabel(), "%") {
			shares = append(shares, label.AccessibilityLabel())
		}
	}
	p.wants("shares", strings.Join(shares, "; "), "74 % kirjoitettu · 20/27 tavoitetta")
	lit, windows := 0, 0
	for _, s := range planOf(p.programme()).houses {
		share := s.WrittenShare(model.Finnish)
		lit, windows = lit+share.Part, windows+share.Whole
		if house := page.house(&s); house.Count != fmt.Sprintf("%d/%d kirjoitettu", share.Part, share.Whole) || house.House.Complete != (share.Part == share.Whole) {
			t.Errorf("%s says %q, its roof %v", house.Name, house.Count, house.House.Complete)
		}
	}
	p.wants("windows", fmt.Sprintf("%d/%d", lit, windows), "19/25") // the foundation's and the follow-up's goal stand apart
}

func TestTheLinesCountWhatTheRulesFind(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	counts := map[model.Code]int{}
	for _, f := range p.window.work.Findings() {
		counts[f.Code]++
	}
	page := p.overview()
	for code, words := range map[model.Code]string{
		model.CodeTimetableMissing: "toimenpidettä ilman aikataulua", model.CodeBaselineUnknown: "mittaria ilman lähtötasoa",
		model.CodeTranslationMissing: "kohtaa ilman ruotsia", model.CodeKindUnconfirmed: "ehdotusta vahvistamatta",
	} {
		if said := p.line(page, words).AccessibilityLabel(); counts[code] == 0 || !strings.HasPrefix(said, fmt.Sprintf("%d %s", counts[code], words)) {
			t.Errorf("%d × %s is told as %q", counts[code], code, said)
		}
	}
	p.line(page, "Selkokielisiä tekstejä")
	p.wants("lines", len(page.lines), 5)
}

// lacking makes the first section's first goal lack what a finding asks for and
// returns the key of the control that gives it.
func lacking(p person, code model.Code) string {
	p.Helper()
	section := p.programme().Sections[0].ID
	goal := p.programme().Sections[0].Goals[0]
	remove := func(ids ...model.EntityID) {
		p.change(func(st *model.Step) error {
			for _, id := range ids {
				if err := st.Delete(id); err != nil {
					return err
				}
			}
			return nil
		})
	}
	set := func(id model.EntityID, f model.Field, value any) {
		p.change(func(st *model.Step) error { return st.Set(id, f, model.ValueOf(value)) })
	}
	indicator := goal.Indicators[0].ID
	switch code {
	case model.CodeTitleMissing:
		set(goal.ID, "title.fi", "")
		return fieldKey(goal.ID, "title.fi")
	case model.CodeGoalMissing:
		for _, g := range p.programme().Sections[0].Goals {
			remove(g.ID)
		}
		return "addGoal"
	case model.CodeMeasureMissing:
		for _, m := range goal.Measures {
			remove(m.ID)
		}
		return "add"
	case model.CodeMeasureTextMissing:
		set(goal.Measures[1].ID, "title.fi", "")
		return fieldKey(goal.Measures[1].ID, "title.fi")
	case model.CodeTimetableMissing:
		set(goal.Measures[1].ID, model.FieldTimetable, model.Timetable{})
		return fieldKey(goal.Measures[1].ID, model.FieldTimetable)
	case model.CodeBodyMissing:
		for _, r := range goal.Bodies {
			remove(r.ID)
		}
		return key(goal.ID, "add/responsible")
	case model.CodeIndicatorMissing:
		remove(indicator)
		return "add"
	case model.CodeIndicatorUnwritten:
		set(indicator, "title.fi", "")
		return fieldKey(indicator, "title.fi")
	case model.CodeOutsideProgramme:
		set(goal.Measures[0].ID, model.FieldTimetable, model.Timetable{Kind: model.InYears, Years: []int{2030}})
		return fieldKey(goal.Measures[0].ID, model.FieldTimetable)
	case model.CodeTranslationOutdated:
		set(section, "title.fi", "Työ")
		return fieldKey(section, "title.sv")
	case model.CodeKindUnconfirmed:
		set(indicator, model.FieldConfirmed, false)
		return key(indicator, "confirm")
	case model.CodeBaselineUnknown:
		return fieldKey(indicator, model.FieldBaselineValue)
	case model.CodeTwoSpellings:
		name := p.programme().Body(goal.Bodies[0].Body).Name.Fi
		var twin model.EntityID
		p.change(func(st *model.Step) error {
			body, err := st.Add(p.window.work.ID(), model.KindBody, "")
			if err != nil {
				return err
			}
			twin = body
			if err := st.SetText(body, model.FieldName, model.Finnish, strings.ToUpper(name)); err != nil {
				return err
			}
			bound, err := st.Add(goal.ID, model.KindResponsibility, "")
			if err != nil {
				return err
			}
			if err := st.Set(bound, model.FieldRole, model.ValueOf(string(model.Responsible))); err != nil {
				return err
			}
			return st.Set(bound, model.FieldBody, model.ValueOf(body))
		})
		return fieldKey(twin, model.FieldName.In(model.Finnish))
	}
	p.Fatalf("no way to lack %s", code)
	return ""
}

func TestEveryLineLeadsToTheFirstSuchPlace(t *testing.T) {
	tests := []struct {
		code        model.Code
		line, note  string
		page        string
		isTask      bool // it is the next thing to do
		taskHeading string
	}{
		{model.CodeTitleMissing, "1 nimi tai teksti kirjoittamatta", "Nimetön tavoite", "contents/goal", true, "Nimeä tavoite"},
		{model.CodeGoalMissing, "1 kokonaisuus ilman tavoitteita", "Työllistymisen edistäminen", "contents/section", true, "Lisää tavoite"},
		{model.CodeMeasureMissing, "1 tavoite ilman toimenpiteitä", "Työllistämisen edistäminen", "contents/measures", true, "Lisää toimenpide"},
		{model.CodeMeasureTextMissing, "1 nimi tai teksti", "Toimenpide ilman tekstiä", "contents/measures", true, "Kirjoita toimenpide"},
		{model.CodeTimetableMissing, "8 toimenpidettä ilman aikataulua", "eivät myöskään jatkuvia", "contents/measures", true, "Merkitse aikataulu"},
		{model.CodeBodyMissing, "1 tavoite ilman vastuutahoa", "Työllistämisen edistäminen", "contents/bodies", true, "Merkitse vastuutaho"},
		{model.CodeIndicatorMissing, "1 tavoite ilman mittaria", "Työllistämisen edistäminen", "contents/indicators", true, "Lisää mittari"},
		{model.CodeIndicatorUnwritten, "1 nimi tai teksti", "Mittari ilman tekstiä", "contents/indicators", true, "Kirjoita mittari"},
		{model.CodeOutsideProgramme, "1 toimenpide ohjelmakauden ulkopuolella", "kartoittaminen", "contents/measures", false, ""},
		{model.CodeTranslationOutdated, "1 ruotsinnos vanhentunut", "Työ", "languages", false, ""},
		{model.CodeKindUnconfirmed, "5 ehdotusta vahvistamatta", "tunnistettu tekstistä", "contents/indicators", false, ""},
		{model.CodeBaselineUnknown, "32 mittaria ilman lähtötasoa", "ei tiedossa", "contents/indicators", false, ""},
		{model.CodeTwoSpellings, "1 taho kahdessa asussa", "Henkilöstöpalvelut, HENKILÖSTÖPALVELUT", "bodies", false, ""},
	}
	for _, c := range tests {
		t.Run(string(c.code), func(t *testing.T) {
			p := at(t, "vaasa-2019-2022")
			want := lacking(p, c.code)
			page := p.overview()
			line := p.line(page, c.line)
			if !strings.Contains(line.AccessibilityLabel(), c.note) {
				t.Errorf("told as %q, want %q in it", line.AccessibilityLabel(), c.note)
			}
			if c.isTask {
				p.wants("next", page.task().heading, c.taskHeading)
			}
			p.window.window.Canvas().Focus(line)
			typeKeys(line, fyne.KeyReturn)
			p.wants("page", p.window.page.name(), c.page)
			if c.page == "languages" {
				p.wants("listed", p.window.page.(*languagesPage).filter, filterOutOfDate)
				return
			}
			p.hasKeyboard(want)
			if !c.isTask {
				return
			}
			typeKeys(p.overview().next, fyne.KeyReturn)
			p.wants("page of the next thing", p.window.page.name(), c.page)
			p.hasKeyboard(want)
		})
	}
}

func TestTextsWithoutALanguageAreListedAndTranslatedSideBySide(t *testing.T) {
	for _, width := range []float32{1366, 911} {
		p := at(t, "vaasa-2019-2022")
		p.window.window.Resize(fyne.NewSize(width, 690))
		first := p.programme().Sections[0].Goals[0].ID
		typeKeys(p.line(p.overview(), "kohtaa ilman ruotsia"), fyne.KeySpace)
		p.wants("page", p.window.page.name(), "languages")
		list := p.window.page.(*languagesPage)
		list.printed = true
		p.window.stepForward()
		p.wants("page", p.window.page.name(), "languages/text")
		p.wants("text", p.window.page.(*translatePage).ref().Entity, first)
	}
}

func TestTheNextThingFollowsThePrintingOrderAndEndsInTheDecision(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	page := p.overview()
	p.wants("focus", p.window.window.Canvas().Focused(), fyne.Focusable(page.next))
	next := page.task()
	p.wants("first", next.what, "Olemassa olevien perusopetuksen ja toisen asteen rajapintojen muokkaaminen jatko-opiskelua tukeviksi rakenteiksi")
	p.wants("of", next.where, "Perusopetuksen ja toisen asteen koulutuksen nivelvaiheen yksilöllinen tukeminen")
	p.change(func(st *model.Step) error {
		for goal := range p.programme().AllGoals() {
			for _, m := range goal.Measures {
				if m.Timetable.Unset() {
					if err := st.Set(m.ID, model.FieldTimetable, model.ValueOf(model.Timetable{Kind: model.Ongoing})); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
	p.wants("then", p.overview().task().heading, "Käännä ruotsiksi")
	p.change(func(st *model.Step) error {
		for _, ref := range st.State().Texts() {
			if st.State().Element(ref.Entity).Text(ref.Field).Sv == "" {
				if err := st.SetText(ref.Entity, ref.Field, model.Swedish, "Text"); err != nil {
					return err
				}
			}
		}
		return nil
	})
	p.wants("then", p.overview().task().heading, "Vahvista mittarin laji")
	p.change(func(st *model.Step) error {
		for goal := range p.programme().AllGoals() {
			for i := range goal.AllIndicators() {
				if err := st.Set(i.ID, model.FieldConfirmed, model.ValueOf(true)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	page = p.overview()
	p.wants("in the end", page.task().heading, "Vie päätöksentekoon")
	p.wants("lines", len(page.lines), 2) // baselines and texts in easy language: told, and nothing is asked
	page.next.Press()
	p.wants("page", p.window.page.name(), "decision")
}

func TestWithinAGoalTheNextThingFollowsTheStepsAndTheirOrder(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.programme().Sections[0].Goals[0]
	p.change(func(st *model.Step) error {
		if err := st.Delete(goal.Bodies[0].ID); err != nil {
			return err
		}
		for _, m := range goal.Measures {
			if err := st.Set(m.ID, model.FieldTimetable, model.ValueOf(model.Timetable{})); err != nil {
				return err
			}
		}
		return nil
	})
	next := p.overview().task()
	p.wants("measures come before bodies", next.heading, "Merkitse aikataulu")
	p.wants("the first measure", next.what, goal.Measures[0].Title.Fi)
}

func TestAnApprovedProgrammeShowsWhatWasDecided(t *testing.T) {
	ctx := context.Background()
	p := at(t, "vaasa-2019-2022")
	work := p.window.work
	day := model.Date{Year: 2019, Month: 1, Day: 21}
	done := func(role model.MinutesRole) workflow.MinutesFacts {
		return workflow.MinutesFacts{Role: role, Done: true, DoneOn: day}
	}
	if err := work.RecordDecision(ctx, workflow.DecisionFacts{
		Organ: model.Council, MeetingDate: day, Paragraph: "12", Text: model.Text{Fi: "Hyväksyttiin."}, Outcome: model.OutcomeApproved,
		Minutes: []workflow.MinutesFacts{done(model.Chair), done(model.MinutesKeeper), done(model.MinutesChecker)},
	}); err != nil {
		t.Fatal(err)
	}
	if err := work.Lock(ctx); err != nil {
		t.Fatal(err)
	}
	for _, state := range []struct{ heading, badge string }{
		{"Merkitse pöytäkirja tarkastetuksi", "Lukittu"}, {"Katso päätös ja asiakirjat", "Hyväksytty"},
	} {
		page := p.overview()
		p.wants("next", page.task().heading, state.heading)
		p.wants("lines", len(page.lines), 1) // of the texts in easy language
		version, err := work.Version(ctx)
		if err != nil {
			t.Fatal(err)
		}
		said := labels(p.window.frame.body)
		for _, want := range []string{"Versio 1.0", "Valtuusto · 21.1.2019 · §\u00a012", "Sormenjälki " + version.Fingerprint.Short(), state.badge} {
			if !slices.Contains(said, want) {
				t.Errorf("%s: %q is not among %q", state.heading, want, said)
			}
		}
		page.next.Press()
		p.wants("page", p.window.page.name(), "decision")
		if work.Programme().State == model.Locked {
			if err := work.Approve(ctx, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestGoalsWithoutASectionAreHousesOfTheirOwn(t *testing.T) {
	p := at(t, "")
	var goals []model.EntityID
	p.change(func(st *model.Step) error {
		for _, title := range []string{"Kieli", "Työ", "Osallisuus"} {
			id, err := st.Add(p.window.work.ID(), model.KindGoal, "")
			if err != nil {
				return err
			}
			if err := st.SetText(id, model.FieldTitle, model.Finnish, title); err != nil {
				return err
			}
			goals = append(goals, id)
		}
		_, err := st.Add(goals[1], model.KindGoal, "")
		return err
	})
	page := p.overview()
	laid := planOf(p.window.work.Programme())
	p.wants("houses", len(laid.houses), 3)
	p.wants("windows of a goal with a sub-goal", page.house(&laid.houses[1]).Count, "0/2 kirjoitettu")
	typeKeys(page.street, fyne.KeyEnd)
	p.wants("last house", page.street.AccessibilityLabel(), "Osallisuus. 0/1 kirjoitettu.")
	typeKeys(page.street, fyne.KeyReturn)
	p.wants("page", p.window.page.name(), "contents/goal")
	p.wants("goal", p.page().at.Element, goals[2])
}

func TestAProgrammeOfWhichOnlyTheStructureIsKnownHasNoWindowsAndNoShare(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.change(func(st *model.Step) error {
		for _, s := range p.programme().Sections {
			for _, g := range s.Goals {
				if err := st.Delete(g.ID); err != nil {
					return err
				}
			}
		}
		return st.Set(p.window.work.ID(), model.FieldStructureOnly, model.ValueOf(true))
	})
	page := p.overview()
	laid := planOf(p.window.work.Programme())
	for i := range laid.houses {
		if house := page.house(&laid.houses[i]); !house.House.Outline || house.Count != "" {
			t.Errorf("%s has %q", house.Name, house.Count)
		}
	}
	p.wants("the foundation is an outline", page.band(laid.foundation).Outline, true)
	p.wants("next", page.task().where, "") // it is not said that goals are written
	for _, o := range test.LaidOutObjects(p.window.frame.body) {
		if bar, ok := o.(*ui.ShareBar); ok {
			t.Errorf("a share is shown: %s", bar.Words)
		}
	}
	if said := labels(p.window.frame.body); !slices.Contains(said, "Vain rakenne tunnetaan") {
		t.Errorf("it is not said: %q", said)
	}
}

func TestAnEmptyProgrammeSaysHowToBegin(t *testing.T) {
	p := at(t, "")
	id := p.window.work.ID()
	page := p.overview()
	p.wants("next", page.task().heading, "Lisää kunta tai muu omistaja")
	p.line(page, "Ohjelmalla ei ole omistajaa")
	page.next.Press()
	p.wants("page", p.window.page.name(), "details/owners")
	p.wants("keyboard", p.focus(), key(id, "add/owner"))
	p.change(func(st *model.Step) error {
		owner, err := st.Add(id, model.KindOwner, "")
		if err != nil {
			return err
		}
		return st.SetText(owner, model.FieldName, model.Finnish, "Vaasan kaupunki")
	})
	page = p.overview()
	typeKeys(p.line(page, "ilman ruotsia"), fyne.KeyReturn)
	p.wants("page", p.window.page.name(), "languages")
	page = p.overview()
	p.wants("next", page.task().heading, "Lisää ensimmäinen kokonaisuus")
	page.next.Press()
	p.wants("page", p.window.page.name(), "contents")
	p.hasKeyboard("addSection")
}

func TestTheOverviewFoldsInANarrowWindow(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	height := func(o fyne.CanvasObject) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	}
	for _, c := range []struct {
		width  float32
		folded bool
	}{{1366, false}, {911, true}, {660, true}} {
		p.window.window.Resize(fyne.NewSize(c.width, 690))
		page := p.overview()
		below := height(page.lines[0]) > height(page.street)+page.street.Size().Height
		p.wants(fmt.Sprintf("below the map at %v", c.width), below, c.folded)
		right := fyne.CurrentApp().Driver().AbsolutePositionForObject(page.street).X + page.street.Size().Width
		if right > c.width {
			t.Errorf("at %v the map ends at %v", c.width, right)
		}
	}
}
