package window

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// elsewhere is another laptop that has what the window's programme holds, where
// somebody else writes.
func elsewhere(p person) *workflow.Work {
	p.Helper()
	ctx, clock := context.Background(), worktest.Clock()
	store := worktest.NewStore("0000000000007", clock)
	desk := workflow.NewDesk(store, worktest.Paper{}, workflow.Options{Clock: clock, Random: rand.NewChaCha8([32]byte{2})})
	carry(p, p.window.desk, p.store, desk, store, p.window.work.ID())
	must(p, desk.Introduce(ctx, "suunnittelija"))
	work, err := desk.Open(ctx, p.window.work.ID())
	must(p, err)
	return work
}

// carry takes a programme from one laptop to another in a file.
func carry(t testing.TB, from *workflow.Desk, out *worktest.Store, to *workflow.Desk, in *worktest.Store, id model.EntityID) workflow.Taken {
	t.Helper()
	ctx := context.Background()
	_, err := from.Export(ctx, "tikku.tkbackup", "tre ord 7", true)
	must(t, err)
	out.Carry(in)
	unpacked, err := to.Unpack(ctx, "tikku.tkbackup", "tre ord 7")
	must(t, err)
	taken, err := to.Take(ctx, unpacked, id)
	must(t, err)
	return taken
}

// edits is what both have written apart.
type edits struct{ here, there func(*model.Step) error }

// meet lets both write apart and brings the other's work here.
func meet(p person, all ...edits) workflow.Taken {
	p.Helper()
	ctx := context.Background()
	other := elsewhere(p)
	for _, e := range all {
		must(p, other.Edit(ctx, e.there))
		p.change(e.here)
	}
	taken := carry(p, other.Desk(), other.Desk().Store().(*worktest.Store), p.window.desk, p.store, p.window.work.ID())
	must(p, p.window.work.Reload(ctx))
	p.window.rebuild()
	return taken
}

func setText(id model.EntityID, f model.Field, words string) func(*model.Step) error {
	return func(st *model.Step) error { return st.SetText(id, f, model.Finnish, words) }
}

// everyClash makes a clash of each kind: of a text, of a value that is none, of
// a removal, of a circle.
func everyClash(p person) (goals []model.Goal) {
	p.Helper()
	goals = slices.Clone(p.window.work.Programme().Sections[0].Goals)
	last := p.window.work.Programme().Sections[1].Goals[0]
	year := func(year int) func(*model.Step) error {
		return func(st *model.Step) error {
			return st.Set(goals[0].Measures[0].ID, model.FieldTimetable, model.ValueOf(model.YearsTimetable(year)))
		}
	}
	move := func(id, under int) func(*model.Step) error {
		return func(st *model.Step) error { return st.Move(goals[id].ID, goals[under].ID, "") }
	}
	meet(p,
		edits{setText(goals[0].ID, model.FieldTitle, "Asuminen ja arki"), setText(goals[0].ID, model.FieldTitle, "Asuminen ja kieli")},
		edits{year(2019), year(2022)},
		edits{func(st *model.Step) error { return st.Delete(last.ID) }, setText(last.ID, model.FieldDescription, "Kuvaus tuli muualla")},
		edits{move(1, 2), move(2, 1)},
	)
	return goals
}

func (p person) clashes() []model.Clash { return p.window.work.State().Clashes() }

// chooses presses the n-th button of a page that is labelled so.
func (p person) chooses(n int, key string) {
	p.Helper()
	p.choices(key)[n].(interface{ Press() }).Press()
}

func (p person) choices(key string) (all []fyne.Focusable) {
	for _, c := range p.window.controls {
		if b, is := c.(*ui.Button); is && b.Label() == p.window.t(key) {
			all = append(all, c)
		}
	}
	return all
}

// showing leads to the clash of a kind and field.
func (p person) showing(kind model.ClashKind, field model.Field) model.Clash {
	p.Helper()
	for _, c := range p.clashes() {
		if c.Kind == kind && (field == "" || c.Field == field) {
			p.window.openClashes(c.Entity, c.Field)
			return c
		}
	}
	p.Fatalf("no clash of %s %s", kind, field)
	return model.Clash{}
}

func TestClashesAreGoneThroughByKeyboardUntilNoneIsLeft(t *testing.T) {
	for _, language := range []string{"fi", "sv", "en"} {
		t.Run(language, func(t *testing.T) {
			p, work := withExample(t, language)
			p.window.enter(work)
			everyClash(p)
			p.window.openView(viewOverview)
			p.wants("clashes", len(p.clashes()), 4)
			p.line(p.overview(), p.window.t("overview.missing.clash", "count", 4)).Press()
			p.wants("page", p.window.page.name(), "clashes")
			for left := 3; left >= 0; left-- {
				p.enter()
				p.wants("open", len(p.clashes()), left)
				if left > 0 {
					p.wants("message", p.window.notice.key, "clashes.settled")
				}
			}
			p.tells(p.window.t("clashes.none"))
			p.enter()
			p.wants("page", p.window.page.name(), "overview")
		})
	}
}

func TestTheValuesStandSideBySideWithWhoWroteThemWhenAndWhere(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goals := everyClash(p)
	clash := p.showing(model.FieldClash, model.FieldTitle.In(model.Finnish))
	section, _ := p.window.work.Programme().Sections[0].Title.Best(model.Finnish)
	for _, words := range []string{
		section, p.window.clashName(clash), "sihteeri", "suunnittelija", p.window.t("clashes.here"), p.window.t("clashes.elsewhere"),
		"arki", "kieli",
	} {
		p.tells(words)
	}
	both := p.choices("clashes.choose")
	p.wants("choices", len(both), 2)
	for i, c := range clash.Candidates {
		if said := ui.LabelOf(both[i]); !strings.Contains(said, c.Value.Text()) {
			t.Errorf("choice %d is read out as %q", i, said)
		}
	}
	p.chooses(1, "clashes.choose")
	p.wants("chosen", p.window.work.State().Element(goals[0].ID).Value(clash.Field).Text(), clash.Candidates[1].Value.Text())
	p.undo()
	p.wants("shown again", p.window.work.State().Element(goals[0].ID).Value(clash.Field).Text(), clash.Candidates[0].Value.Text())
	p.wants("message", p.window.notice.key, "undo.settled")
}

func TestAnErasedNameIsSaidToBeErased(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	everyClash(p)
	persons, err := p.store.Persons(context.Background())
	must(t, err)
	for _, id := range persons {
		must(t, p.store.EraseName(context.Background(), id))
	}
	p.showing(model.FieldClash, model.FieldTitle.In(model.Finnish))
	p.tells(p.window.t("person.erased"))
	if p.shows("suunnittelija") {
		t.Error("an erased name is shown")
	}
}

func TestATextOfBothIsADraftUntilItIsTaken(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goals := everyClash(p)
	clash := p.showing(model.FieldClash, model.FieldTitle.In(model.Finnish))
	p.tap("clashes.merge")
	field := p.window.page.(*clashesPage).merged
	p.wants("prefilled", field.Text(), clash.Candidates[0].Value.Text())
	p.types(" ja kieli")
	p.window.openView(viewOverview)
	p.wants("still open", len(p.clashes()), 4)
	p.window.openClashes(clash.Entity, clash.Field)
	field = p.window.page.(*clashesPage).merged
	want := clash.Candidates[0].Value.Text() + " ja kieli"
	p.wants("kept", field.Text(), want)
	field.SetText("")
	p.tap("clashes.take")
	p.wants("nothing written", field.Spoken().Error != "" && len(p.clashes()) == 4, true)
	field.SetText(want)
	p.tap("clashes.take")
	p.wants("taken", p.window.work.State().Element(goals[0].ID).Value(clash.Field).Text(), want)
	p.wants("draft", p.window.misread(clash.Entity, mergedField(clash.Field)), "")
}

func TestWhatWasEditedIsToldBesideTheRemoval(t *testing.T) {
	for keep, key := range map[bool]string{true: "clashes.keep", false: "clashes.remove"} {
		t.Run(key, func(t *testing.T) {
			p := at(t, "vaasa-2019-2022")
			everyClash(p)
			clash := p.showing(model.DeleteClash, "")
			p.tells("Kuvaus tuli muualla")
			p.tells(p.window.fieldName(model.KindGoal, model.FieldDescription.In(model.Finnish)))
			if len(p.choices("clashes.merge")) > 0 {
				t.Error("a text can be written of a removal")
			}
			p.chooses(0, key)
			p.wants("present", p.window.work.State().Present(clash.Entity), keep)
			p.undo()
			p.wants("after undo", p.window.work.State().Present(clash.Entity), true)
		})
	}
}

func TestACircleSaysWhereEachWouldStand(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goals := everyClash(p)
	clash := p.showing(model.CircleClash, "")
	p.wants("ways", len(p.choices("clashes.choose")), 3)
	one, _ := goals[1].Title.Best(model.Finnish)
	p.tells(p.window.t("clashes.oneStays", "name", one))
	p.chooses(0, "clashes.choose")
	p.wants("under the one that stays", p.window.work.State().Parent(clash.Circle[1]), clash.Circle[0])
	p.undo()
	p.wants("open again", len(p.clashes()), 4)
	p.showing(model.CircleClash, "")
	p.chooses(2, "clashes.choose")
	p.wants("stays", p.window.work.State().Parent(clash.Circle[1]), p.window.work.Programme().Sections[0].ID)
}

func TestAFieldInClashLeadsToItsClash(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goals := everyClash(p)
	p.window.goTo(newContentsPage(p.window, place{Programme: p.window.work.ID(), Element: goals[0].ID}))
	p.tells(p.window.t("clashes.note"))
	p.press(fieldKey(goals[0].ID, model.FieldTitle.In(model.Finnish)+"/clash"))
	p.wants("page", p.window.page.name(), "clashes")
	p.tells("kieli")
	measure := goals[0].Measures[0].ID
	p.window.openFinding(model.Finding{Code: model.CodeTimetableMissing, Entity: measure, Field: model.FieldTimetable})
	p.press(fieldKey(measure, model.FieldTimetable+"/clash"))
	p.tells("2022")
	p.tap("clashes.openPlace")
	p.wants("back at the measure", p.window.page.name(), "contents/measures")
	p.window.openFinding(model.Finding{Code: model.CodeOpenClash, Entity: measure, Field: model.FieldTimetable})
	p.wants("finding", p.window.page.(*clashesPage).field, model.FieldTimetable)
}

func TestWritingInTheFieldItselfSettlesAndTheNoteGoes(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goals := everyClash(p)
	p.window.goTo(newContentsPage(p.window, place{Programme: p.window.work.ID(), Element: goals[0].ID}))
	p.write(fieldKey(goals[0].ID, model.FieldTitle.In(model.Finnish)), "Kolmas nimi")
	p.leave()
	p.wants("open", len(p.clashes()), 3)
	if p.shows(p.window.t("clashes.note")) {
		t.Error("the note is still there")
	}
}

func TestALockedProgrammeSaysThatItsClashesWait(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.window.work.Programme().Sections[0].Goals[0].ID
	other := elsewhere(p)
	must(t, other.Edit(context.Background(), setText(goal, model.FieldTitle, "Muualla")))
	p.change(setText(goal, model.FieldTitle, "Täällä"))
	decided(p, p.window.work)
	must(t, p.window.work.Lock(context.Background()))
	carry(p, other.Desk(), other.Desk().Store().(*worktest.Store), p.window.desk, p.store, p.window.work.ID())
	must(t, p.window.work.Reload(context.Background()))
	p.window.openView(viewOverview)
	p.line(p.overview(), p.window.t("overview.missing.clash", "count", 1)).Press()
	p.wants("page", p.window.page.name(), "clashes")
	p.tells(p.window.t("clashes.locked"))
	p.tells("Muualla")
	p.wants("choices", len(p.choices("clashes.choose"))+len(p.choices("clashes.merge")), 0)
	p.tap("overview.openDecision")
	p.wants("page", p.window.page.name(), "decision")
}

func TestBringingAnotherLaptopsWorkInLeadsToTheClashes(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.window.work.Programme().Sections[0].Goals[0].ID
	other := elsewhere(p)
	must(t, other.Edit(context.Background(), setText(goal, model.FieldTitle, "Muualla")))
	p.change(setText(goal, model.FieldTitle, "Täällä"))
	_, err := other.Desk().Export(context.Background(), "/tikku.tkbackup", "", false)
	must(t, err)
	other.Desk().Store().(*worktest.Store).Carry(p.store)
	p.window.openCare(careMove)
	called(p.window.controls, p.window.t("care.file"))[1].(interface{ SetText(string) }).SetText("/tikku.tkbackup")
	p.tap2("care.arrive")
	p.tap2("backup.takeAll")
	p.tells(p.window.t("backup.takenClashes", "count", 1))
	for _, o := range test.LaidOutObjects(p.window.frame.message) {
		if b, is := o.(*ui.Button); is && b.Label() == p.window.t("clashes.open") {
			b.Press()
			break
		}
	}
	p.wants("page", p.window.page.name(), "clashes")
	p.tells("Muualla")
}

func TestADecisionWaitsAndLeadsToTheClashesInOneLine(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	everyClash(p)
	p.window.openView(viewDecision)
	p.tap("overview.missing.clash", "count", 4)
	p.wants("page", p.window.page.name(), "clashes")
	p.window.stepBack()
	p.wants("led back", p.window.page.name(), "decision")
}

func TestManyClashesAreShownOneByOne(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	var all []edits
	for _, s := range p.window.work.Programme().Sections {
		for _, g := range s.Goals {
			all = append(all, edits{setText(g.ID, model.FieldTitle, "A "+string(g.ID)), setText(g.ID, model.FieldTitle, "B "+string(g.ID))})
		}
	}
	meet(p, all...)
	p.window.openClashes("", "")
	p.tells(p.window.t("count.others", "count", len(all)-1-clashesListed))
	for i := range all {
		p.tells(p.window.t("clashes.progress", "number", i+1, "count", len(all)))
		p.window.stepForward()
	}
	p.wants("behind the last", p.window.page.name(), "contents")
}

// settleAll settles every clash with its first choice.
func settleAll(p person) {
	for open := p.clashes(); len(open) > 0; open = p.clashes() {
		must(p, p.window.work.Settle(context.Background(), open[0], open[0].Candidates[0].Value))
	}
}
