//go:build bench

package e2e

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/storage"
)

// A large programme has so many sections, and so many measures under each goal.
const (
	largeSections  = 10
	measuresOfGoal = 4
)

// loaded is a data folder's programmes by their numbers of measures.
type loaded struct {
	name  string
	sizes []int
}

// tenThousandMeasures are the two ways in which a folder holds so many.
func tenThousandMeasures() []loaded {
	return []loaded{
		{"twenty programmes", slices.Repeat([]int{500}, 20)},
		{"one programme", []int{10_000}},
	}
}

// largeFolder makes a data folder with programmes of so many measures each,
// bilingual, with bodies, timetables and indicators. The titles of every third
// measure are written anew a month later. It returns the programmes' ids.
func largeFolder(t *testing.T, dataDir string, sizes ...int) []model.EntityID {
	t.Helper()
	store, err := storage.Open(t.Context(), dataDir, storage.Options{})
	must(t, err)
	var ids []model.EntityID
	for i, measures := range sizes {
		ids = append(ids, largeProgramme(t, store, fmt.Sprintf("Kotouttamisohjelma %d", i+1), measures))
	}
	must(t, store.SetSetting(t.Context(), workflow.SettingLanguage, "fi"))
	must(t, store.Close())
	return ids
}

// leaveOff lets the window open where somebody left off: the step of the wizard
// in which the measures of a programme's first goal are written.
func leaveOff(t *testing.T, dataDir string, programme model.EntityID) {
	t.Helper()
	store, err := storage.Open(t.Context(), dataDir, storage.Options{})
	must(t, err)
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	goal := state.Children(state.Children(programme, model.KindSection)[0].ID, model.KindGoal)[0]
	place := fmt.Sprintf(`{"programme":%q,"element":%q,"step":1}`, programme, goal.ID)
	must(t, store.SetSetting(t.Context(), workflow.SettingLastWork, place))
	must(t, store.Close())
}

func largeProgramme(t *testing.T, store *storage.Store, title string, measures int) model.EntityID {
	t.Helper()
	state := model.NewState()
	written := time.Now().AddDate(0, -1, 0)
	step := func(at time.Time, edit func(*model.Step)) {
		t.Helper()
		st := state.Begin(model.Writer{Replica: store.Replica(), NextSeq: store.NextSeq(), At: at})
		edit(st)
		must(t, store.Save(t.Context(), state, st.Changes()))
	}
	var made []model.EntityID
	step(written, func(st *model.Step) { made = buildLarge(t, st, title, measures) })
	step(time.Now(), func(st *model.Step) {
		for i := 0; i < len(made); i += 3 {
			set(t, st, made[i], model.FieldTitle, fmt.Sprintf("Laajennetaan %d. neuvontapisteen palveluja iltoihin", i+1), "")
		}
	})
	return state.Root()
}

func buildLarge(t *testing.T, st *model.Step, title string, measures int) (made []model.EntityID) {
	t.Helper()
	root, err := st.CreateProgramme()
	must(t, err)
	set(t, st, root, model.FieldTitle, title, "Program för integrationsfrämjande")
	must(t, st.Set(root, model.FieldLanguages, model.ValueOf([]string{"fi", "sv"})))
	must(t, st.Set(root, model.FieldFirstYear, model.ValueOf(2024)))
	must(t, st.Set(root, model.FieldLastYear, model.ValueOf(2027)))
	bodies := make([]model.EntityID, 40)
	for i := range bodies {
		bodies[i] = add(t, st, root, model.KindBody)
		set(t, st, bodies[i], model.FieldName, fmt.Sprintf("Vastuutaho %d", i+1), fmt.Sprintf("Ansvarig part %d", i+1))
	}
	var section, goal model.EntityID
	for i := range measures {
		if i%(measures/largeSections) == 0 {
			section = add(t, st, root, model.KindSection)
			set(t, st, section, model.FieldTitle, fmt.Sprintf("Kokonaisuus %d", i+1), fmt.Sprintf("Helhet %d", i+1))
		}
		if i%(measures/largeSections)%measuresOfGoal == 0 {
			goal = add(t, st, section, model.KindGoal)
			set(t, st, goal, model.FieldTitle, fmt.Sprintf("Maahanmuuttajien työllisyys paranee alueella %d", i+1), fmt.Sprintf("Invandrares sysselsättning förbättras i område %d", i+1))
			for j := range 2 {
				duty := add(t, st, goal, model.KindResponsibility)
				must(t, st.Set(duty, model.FieldBody, model.ValueOf(bodies[(i+7*j)%len(bodies)])))
			}
			indicator := add(t, st, goal, model.KindIndicator)
			set(t, st, indicator, model.FieldTitle, "Järjestettyjen tilaisuuksien määrä", "Antalet ordnade tillfällen")
		}
		measure := add(t, st, goal, model.KindMeasure)
		set(t, st, measure, model.FieldTitle,
			fmt.Sprintf("Järjestetään työelämätietoa usealla kielellä yhdessä työnantajien kanssa (%d)", i+1),
			fmt.Sprintf("Information om arbetslivet ges på flera språk (%d)", i+1))
		must(t, st.Set(measure, model.FieldTimetable, model.ValueOf(model.YearsTimetable(2024+i%4))))
		made = append(made, measure)
	}
	return made
}

func add(t *testing.T, st *model.Step, parent model.EntityID, kind model.Kind) model.EntityID {
	t.Helper()
	id, err := st.Add(parent, kind, "")
	must(t, err)
	return id
}

func set(t *testing.T, st *model.Step, id model.EntityID, field model.Field, finnish, swedish string) {
	t.Helper()
	must(t, st.SetTexts(id, field, model.Text{Fi: finnish, Sv: swedish}))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
