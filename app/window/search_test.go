package window

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// searchFor goes to the search page and writes words in its field.
func (p person) searchFor(words string) *searchPage {
	p.Helper()
	p.window.openSearch()
	p.settle()
	page := pageOf[*searchPage](p)
	page.field.Focusable().(interface{ SetText(string) }).SetText(words)
	return page
}

// results are what the rows of the search page say.
func (p *searchPage) results() []string {
	var all []string
	for _, row := range p.rows {
		all = append(all, row.AccessibilityLabel())
	}
	return all
}

func typeKey(p person, key fyne.KeyName) {
	p.Helper()
	p.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func TestAMeasureIsFoundByAnInflectedWordAndOpened(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	page := p.searchFor("terveystarkastuksiin")
	if got := page.results(); len(got) < 2 || !strings.Contains(strings.Join(got, "\n"), "Tavoite · Terveyden ja hyvinvoinnin edistäminen") {
		t.Fatalf("found %q", got)
	}
	at := slices.IndexFunc(page.hits, func(h search.Hit) bool { return h.Kind == model.KindMeasure })
	typeKey(p, fyne.KeyDown)
	for range at {
		typeKey(p, fyne.KeyDown)
	}
	typeKey(p, fyne.KeyReturn)
	p.wants("page", p.window.page.name(), "contents/measures")
	if focused := ui.LabelOf(p.window.window.Canvas().Focused()); !strings.Contains(focused, "suomeksi") {
		t.Errorf("the keyboard is at %q", focused)
	}
}

func TestEnterOpensTheBestHitAndEscapeLeadsBack(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.openView(viewOverview)
	p.searchFor("asumisneuvonnasta ")
	typeKey(p, fyne.KeyEscape)
	p.wants("page after Escape", p.window.page.name(), "overview")
	page := p.searchFor("asumisneuvonnasta ")
	p.wants("best", page.hits[0].Text, "Asumisneuvonta")
	typeKey(p, fyne.KeyReturn)
	p.wants("page", p.window.page.name(), "contents/goal")
	p.wants("goal", p.page().at.Element, page.hits[0].Element)
	p.window.openSearch()
	p.wants("what was searched for", p.window.page.(*searchPage).field.Text(), "asumisneuvonnasta ")
}

func TestEveryKindOfHitCanBeOpened(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	decided(t, p.window.work)
	must(t, p.window.work.Edit(context.Background(), func(st *model.Step) error {
		id, err := st.Add(p.window.work.ID(), model.KindComment, "")
		if err != nil {
			return err
		}
		return st.Set(id, model.FieldRemark, model.ValueOf("Kaivoksesta puhuttiin"))
	}))
	opened := map[model.Kind]bool{}
	for _, words := range []string{
		"vaasan", "edistäminen", "asumisneuvonta", "visualisointi", "käyttöönotto", "pikipruukki", "2019", "neuvosto", "valtuusto",
		"12 §", "pohjaesitys", "kaivos", "terveiset", "sihteeri",
	} {
		page := p.searchFor(words)
		if len(page.hits) == 0 {
			t.Errorf("%q finds nothing", words)
		}
		for at := range page.hits {
			kind := page.hits[at].Kind
			if opened[kind] {
				continue
			}
			opened[kind] = true
			page.open(at)
			if p.window.page.name() == "search" || p.window.notice != nil {
				t.Errorf("%q: a %s opens %s, with a notice %v", words, kind, p.window.page.name(), p.window.notice)
			}
			page = p.searchFor(words)
		}
	}
	for _, kind := range []model.Kind{
		model.KindProgramme, model.KindSection, model.KindGoal, model.KindMeasure, model.KindIndicator, model.KindBody,
		model.KindResponsibility, model.KindOwner, model.KindDecision, model.KindVote, model.KindComment,
	} {
		if !opened[kind] {
			t.Errorf("no %s was found", kind)
		}
	}
}

func TestSearchGoesOverAllProgrammesFromTheStartPage(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	other := worktest.OpenExample(t, p.window.desk, "vaasa-2019-2022")
	title := other.Programme().Title.Fi
	must(t, other.Edit(context.Background(), func(st *model.Step) error {
		return st.SetText(other.ID(), model.FieldSubtitle, model.Finnish, "Kaivosten kunta")
	}))
	page := p.searchFor("kaivos")
	p.wants("hits in the open programme", len(page.hits), 0)
	if !p.shows("ei löytynyt") || !p.shows("Hae kaikista ohjelmista: 1 osuma") {
		t.Errorf("nothing tells what can be done: %q", p.texts())
	}
	p.window.rebuild() // the controls below the field are of the page's from then on
	p.tap("search.elsewhere", "count", 1)
	if got := p.window.page.(*searchPage).results(); len(got) != 1 || !strings.Contains(got[0], title) {
		t.Errorf("in all programmes %q", got)
	}
	p.window.goHome()
	p.tap("search.everywhere")
	p.settle()
	page = p.window.page.(*searchPage)
	p.wants("hits from the start page", len(page.hits), 1)
	page.open(0)
	p.wants("open programme", p.window.work.ID(), other.ID())
	p.wants("page", p.window.page.name(), "details/names")
}

func TestSearchIsReachedFromAnEntryByItsShortcut(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	shortcuts := map[string]string{}
	for _, menu := range p.window.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil {
				if before, taken := shortcuts[item.Shortcut.ShortcutName()]; taken {
					t.Errorf("%s is of %q and %q", item.Shortcut.ShortcutName(), before, item.Label)
				}
				shortcuts[item.Shortcut.ShortcutName()] = item.Label
			}
		}
	}
	for _, label := range []string{p.window.t("menu.find"), p.window.t("menu.replace")} {
		if !slices.Contains(slices.Collect(maps.Values(shortcuts)), label) {
			t.Errorf("%q has no shortcut", label)
		}
	}
}

func TestResultsComeAtOnceAndMoreOfThemWhenAsked(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	const most = 500 * time.Millisecond
	var page *searchPage
	took := quickest(most, func() {
		page = p.searchFor("to")
		test.WidgetRenderer(page.page).Refresh()
	})
	if took > most {
		t.Errorf("results took %s", took)
	}
	p.wants("hits at first", len(page.rows), searchAtOnce)
	p.window.rebuild() // the controls below the field are of the page's from then on
	p.tap("search.more")
	if len(page.rows) <= searchAtOnce {
		t.Fatalf("%d hits afterwards", len(page.rows))
	}
	p.wants("keyboard", p.window.window.Canvas().Focused(), fyne.Focusable(page.rows[searchAtOnce]))
	typeKey(p, fyne.KeyUp)
	p.wants("keyboard a row up", p.window.window.Canvas().Focused(), fyne.Focusable(page.rows[searchAtOnce-1]))
}
