package e2e

import (
	"fmt"
	"testing"
	"time"

	"tavoitekartta/model"
	"tavoitekartta/storage"
)

// past is a programme that was written on earlier days, in two languages, of
// which one lags behind.
type past struct {
	programme, goal model.EntityID
	title, body     string
	goodWording     string   // of the goal, last week
	badWording      string   // since yesterday
	gaps            []string // measures without a translation, the oldest first
	duties          []string // titles of the goals that the body answers for
}

// pastWords are the texts of the past programme in one language.
type pastWords struct {
	title, section, body    string
	goal, worse, second     string
	measures                []string
	municipality, organiser string
}

var pastTexts = map[model.Language]pastWords{
	model.Finnish: {
		title: "Kotoutumista edistävä ohjelma", section: "Koulutus", body: "Sivistystoimi",
		goal: "Jokainen löytää paikkansa koulussa", worse: "Koulupaikat", second: "Kielitaito karttuu",
		measures: []string{
			"Valmistava opetus alkaa joka syksy", "Kummit tapaavat oppilaita", "Vanhempainillat tulkataan",
			"Kerhot avataan kaikille", "Opettajia koulutetaan",
		},
		municipality: "Mallikunta", organiser: "Kotoutumistyöryhmä",
	},
	model.Swedish: {
		title: "Program för integration", section: "Utbildning", body: "Bildningssektorn",
		goal: "Alla hittar sin plats i skolan", worse: "Skolplatser", second: "Språkkunskaperna växer",
		measures: []string{
			"Förberedande undervisning inleds varje höst", "Faddrar träffar eleverna", "Föräldramötena tolkas",
			"Klubbarna öppnas för alla", "Lärare fortbildas",
		},
		municipality: "Modellkommun", organiser: "Integrationsgruppen",
	},
}

// Days of the past before the journey's own.
const (
	daysSinceBegun   = 14
	daysSinceSpoiled = 1
)

// writePast writes a past programme into a data folder, first in the language.
func writePast(t testing.TB, folder string, first model.Language) past {
	t.Helper()
	store, err := storage.Open(t.Context(), folder, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := &pastBuilder{TB: t, store: store, state: model.NewState()}
	written := b.write(first)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return written
}

// pastBuilder writes steps with the time of an earlier day.
type pastBuilder struct {
	testing.TB
	store *storage.Store
	state *model.State
}

func (b *pastBuilder) write(first model.Language) past {
	second := model.Swedish
	if first == second {
		second = model.Finnish
	}
	one, other := pastTexts[first], pastTexts[second]
	both := func(here, there string) model.Text { return model.Text{}.With(first, here).With(second, there) }
	p := past{title: one.title, body: one.body, goodWording: one.goal, badWording: one.worse, duties: []string{one.goal, one.second}}
	var goals [2]model.EntityID
	b.step(daysSinceBegun, func(st *model.Step) {
		p.programme = b.made(st.CreateProgramme())
		b.must(st.SetTexts(p.programme, model.FieldTitle, both(one.title, other.title)))
		b.must(st.Set(p.programme, model.FieldFirstLanguage, model.ValueOf(string(first))))
		b.must(st.Set(p.programme, model.FieldLanguages, model.ValueOf([]string{string(first), string(second)})))
		b.must(st.Set(p.programme, model.FieldFirstYear, model.ValueOf(2025)))
		b.must(st.Set(p.programme, model.FieldLastYear, model.ValueOf(2028)))
		owner := b.made(st.Add(p.programme, model.KindOwner, ""))
		b.must(st.SetTexts(owner, model.FieldName, both(one.municipality, other.municipality)))
		b.must(st.SetTexts(p.programme, model.FieldPreparedBy, both(one.organiser, other.organiser)))
		section := b.made(st.Add(p.programme, model.KindSection, ""))
		b.must(st.SetTexts(section, model.FieldTitle, both(one.section, other.section)))
		body := b.made(st.Add(p.programme, model.KindBody, ""))
		b.must(st.SetTexts(body, model.FieldName, both(one.body, other.body)))
		for i, title := range []model.Text{both(one.goal, other.goal), both(one.second, other.second)} {
			goals[i] = b.made(st.Add(section, model.KindGoal, ""))
			b.must(st.SetTexts(goals[i], model.FieldTitle, title))
			duty := b.made(st.Add(goals[i], model.KindResponsibility, ""))
			b.must(st.Set(duty, model.FieldBody, model.ValueOf(string(body))))
			b.must(st.Set(duty, model.FieldRole, model.ValueOf(string(model.Responsible))))
		}
	})
	p.goal = goals[0]
	for i, title := range one.measures {
		b.step(daysSinceBegun-2-2*i, func(st *model.Step) {
			measure := b.made(st.Add(goals[i%2], model.KindMeasure, ""))
			b.must(st.SetText(measure, model.FieldTitle, first, title))
		})
	}
	p.gaps = one.measures
	b.step(daysSinceSpoiled, func(st *model.Step) { b.must(st.SetText(p.goal, model.FieldTitle, first, one.worse)) })
	return p
}

// step keeps one act of so many days ago.
func (b *pastBuilder) step(daysAgo int, act func(*model.Step)) {
	b.Helper()
	step := b.state.Begin(model.Writer{
		Replica: b.store.Replica(), NextSeq: b.store.NextSeq(), At: time.Now().AddDate(0, 0, -daysAgo),
	})
	act(step)
	b.must(b.store.Save(b.Context(), b.state, step.Changes()))
}

func (b *pastBuilder) made(id model.EntityID, err error) model.EntityID {
	b.Helper()
	b.must(err)
	return id
}

func (b *pastBuilder) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(fmt.Errorf("write the past: %w", err))
	}
}
