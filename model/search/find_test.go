package search_test

import (
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// indexed is an index of the builder's programme.
func indexed(b *builder) *search.Index {
	ix := search.New()
	ix.Put(b.state)
	return ix
}

func find(ix *search.Index, text string) []search.Hit {
	return ix.Find(search.Query{Text: text, Limit: 50}).Hits
}

// texts are the texts of hits, in their order.
func texts(hits []search.Hit) []string {
	var all []string
	for _, h := range hits {
		all = append(all, h.Text)
	}
	return all
}

func wants(t *testing.T, ix *search.Index, query string, texts_ ...string) {
	t.Helper()
	if got := texts(find(ix, query)); !slices.Equal(got, texts_) {
		t.Errorf("%q finds %q, wanted %q", query, got, texts_)
	}
}

func TestAQueryFindsWhatItMeans(t *testing.T) {
	b := newBuilder(t)
	b.measure(model.Finnish, "Kotoutujan opas")
	b.measure(model.Finnish, "Tukiasuminen ja asumisneuvonta")
	b.measure(model.Finnish, "Yhteistyötä järjestöjen kanssa")
	b.measure(model.Finnish, "Sosiaali- ja terveystoimi mukana")
	b.measure(model.Finnish, "Terveystoimi ja sosiaali")
	b.measure(model.Finnish, "5 koulutuskertaa / v, 10 % vähemmän")
	b.measure(model.Finnish, "15 käyntiä EU:n tuella")
	b.measure(model.Swedish, "Bostäder åt invandrare")
	b.measure(model.Swedish, "Integrationsprogrammet")
	decision := b.add(b.state.Root(), model.KindDecision, model.FieldDecisionText, model.Finnish, "Hyväksyttiin")
	b.set(decision, model.FieldParagraph, "12")
	b.set(decision, model.FieldRegisterNumber, "VAA/123/00.01/2019")
	b.set(decision, model.FieldMeetingDate, model.Date{Year: 2019, Month: 3, Day: 18})
	dated := b.measure(model.Finnish, "Aikataulutettu")
	b.set(dated, model.FieldTimetable, model.YearsTimetable(2020, 2021))
	ix := indexed(b)
	for _, c := range []struct {
		query string
		finds []string
	}{
		{"kotoutujille", []string{"Kotoutujan opas"}},
		{"KOTOUTUJA", []string{"Kotoutujan opas"}},
		{"koto", []string{"Kotoutujan opas"}},
		{"asuminen", []string{"Tukiasuminen ja asumisneuvonta"}},
		{"työssä ", []string{"Yhteistyötä järjestöjen kanssa"}},
		{"jarjesto", []string{"Yhteistyötä järjestöjen kanssa"}},
		{"järjestö mukana", nil},
		{"terveystoimi sosiaali", []string{"Sosiaali- ja terveystoimi mukana", "Terveystoimi ja sosiaali"}},
		{`"sosiaali- ja terveystoimi"`, []string{"Sosiaali- ja terveystoimi mukana"}},
		{`”Terveystoimi ja”`, []string{"Terveystoimi ja sosiaali"}},
		{"5", []string{"5 koulutuskertaa / v, 10 % vähemmän"}},
		{"10 %", []string{"5 koulutuskertaa / v, 10 % vähemmän"}},
		{"EU:ssa", []string{"15 käyntiä EU:n tuella"}},
		{"bostad", []string{"Bostäder åt invandrare"}},
		{"bostader", []string{"Bostäder åt invandrare"}},
		{"program", []string{"Integrationsprogrammet"}},
		{"§ 12", []string{"12 §"}},
		{"12 §", []string{"12 §"}},
		{"VAA/123/00.01/2019", []string{"VAA/123/00.01/2019"}},
		{"18.3.2019", []string{"18.3.2019"}},
		{"2021", []string{"2020, 2021"}},
		{"kaivos", nil}, {"", nil}, {"  ", nil}, {`"`, nil}, {"–", nil},
	} {
		wants(t, ix, c.query, c.finds...)
	}
}

func TestTitlesStandBeforeTextsAndTheWordBeforeItsForms(t *testing.T) {
	b := newBuilder(t)
	described := b.measure(model.Finnish, "Muu")
	b.edit(func(st *model.Step) error {
		return st.SetText(described, model.FieldDescription, model.Finnish, "asunto")
	})
	folded := b.measure(model.Finnish, "Äsunto")
	for _, title := range []string{"Asuntoja", "Asunnoista", "Asunto"} {
		b.measure(model.Finnish, title)
	}
	_ = folded
	wants(t, indexed(b), "asunto ", "Asunto", "Asuntoja", "Asunnoista", "asunto", "Äsunto")
}

func TestFormsOfTheWordStandBeforeItsKin(t *testing.T) {
	b := newBuilder(t)
	b.measure(model.Finnish, "Kotoutumisen tuki")
	b.measure(model.Finnish, "Kotoutujan opas")
	wants(t, indexed(b), "kotoutujille ", "Kotoutujan opas", "Kotoutumisen tuki")
}

func TestDotsThatDifferMakeAnotherWord(t *testing.T) {
	b := newBuilder(t)
	b.measure(model.Finnish, "näin")
	b.measure(model.Finnish, "nain")
	wants(t, indexed(b), "näin ", "näin", "nain")
	wants(t, indexed(b), "nain ", "nain", "näin")
	wants(t, indexed(b), "naïn ", "nain")
}

func TestAHitSaysWhereItStandsAndWhatMatched(t *testing.T) {
	b := newBuilder(t)
	b.edit(func(st *model.Step) error {
		return st.SetText(b.goal, model.FieldTitle, model.Finnish, "Asumisneuvonta")
	})
	b.add(b.goal, model.KindIndicator, model.FieldTitle, model.Finnish, "Asumisneuvoja(t) palkattu ja työskentely aloitettu")
	h := find(indexed(b), "palkat työ")[0]
	var path []string
	for _, s := range h.Path {
		path = append(path, s.Title.Fi)
	}
	if got := strings.Join(path, " › "); got != "Vaasan ohjelma › Helsinki › Asumisneuvonta" {
		t.Errorf("path %q", got)
	}
	var marked []string
	for _, r := range h.Matches {
		marked = append(marked, h.Text[r.Start:r.End])
	}
	if got := strings.Join(marked, " "); got != "palkattu työskentely" {
		t.Errorf("marked %q of %q", got, h.Text)
	}
	if h.Kind != model.KindIndicator || h.Field != "title.fi" || h.Language != model.Finnish {
		t.Errorf("kind %s, field %s, language %s", h.Kind, h.Field, h.Language)
	}
}

func TestABodyIsFoundWithWhatItAnswersFor(t *testing.T) {
	b := newBuilder(t)
	body := b.add(b.state.Root(), model.KindBody, model.FieldName, model.Finnish, "Pikipruukki")
	b.edit(func(st *model.Step) error {
		id, err := st.Add(b.goal, model.KindResponsibility, "")
		if err != nil {
			return err
		}
		return st.Set(id, model.FieldBody, model.ValueOf(body))
	})
	ix := indexed(b)
	kinds := func(query string) (all []model.Kind) {
		for _, h := range find(ix, query) {
			all = append(all, h.Kind)
		}
		return all
	}
	if got := kinds("pikipruukille"); !slices.Equal(got, []model.Kind{model.KindBody, model.KindResponsibility}) {
		t.Errorf("found %v", got)
	}
	b.edit(func(st *model.Step) error { return st.SetText(body, model.FieldName, model.Finnish, "Welcome Office") })
	ix.Update(b.state, b.changes)
	if got := kinds("welcome"); len(got) != 2 {
		t.Errorf("by the new name %v", got)
	}
	if got := kinds("pikipruukki"); len(got) != 0 {
		t.Errorf("by the old name %v", got)
	}
}

func TestProgrammesAreSearchedTogetherOrAlone(t *testing.T) {
	one, other := newBuilderAt(t, 1), newBuilderAt(t, 1000)
	one.measure(model.Finnish, "Opas yksi")
	other.measure(model.Finnish, "Opas kaksi")
	ix := search.New()
	ix.Put(one.state)
	ix.Put(other.state)
	wants(t, ix, "opas", "Opas yksi", "Opas kaksi")
	first := ix.Find(search.Query{Text: "opas", First: other.state.Root(), Limit: 1})
	if got := texts(first.Hits); !slices.Equal(got, []string{"Opas kaksi"}) || first.Total != 2 {
		t.Errorf("the open one first: %q of %d", got, first.Total)
	}
	within := ix.Find(search.Query{Text: "opas", Within: one.state.Root(), Limit: 9})
	if got := texts(within.Hits); !slices.Equal(got, []string{"Opas yksi"}) || within.Total != 1 {
		t.Errorf("within one: %q of %d", got, within.Total)
	}
	if none := ix.Find(search.Query{Text: "opas", Within: "nowhere", Limit: 9}); none.Total != 0 {
		t.Errorf("within an unknown one: %d", none.Total)
	}
	ix.Remove(one.state.Root())
	wants(t, ix, "opas", "Opas kaksi")
}

func TestAnOlderStateDoesNotReplaceANewerOne(t *testing.T) {
	b := newBuilder(t)
	older := model.RestoreState(b.state.Progress(), func(yield func(*model.Element) bool) {
		for e := range b.state.Elements() {
			fields := map[model.Field][]model.Candidate{}
			for f, cs := range e.Fields {
				fields[f] = cs
			}
			if !yield(&model.Element{ID: e.ID, Kind: e.Kind, Fields: fields}) {
				return
			}
		}
	})
	ix := search.New()
	b.measure(model.Finnish, "Uusi")
	ix.Update(b.state, b.changes)
	ix.Put(older)
	wants(t, ix, "uusi", "Uusi")
}

func TestWhatIsPutAsideIsFoundAsSuch(t *testing.T) {
	b := newBuilder(t)
	id := b.measure(model.Finnish, "Idea")
	ix := indexed(b)
	for _, aside := range []bool{true, false} {
		b.set(id, model.FieldAside, aside)
		ix.Update(b.state, b.changes)
		if hits := find(ix, "idea"); len(hits) != 1 || hits[0].Aside != aside {
			t.Errorf("aside %v: found %+v", aside, hits)
		}
	}
}

func TestAnExcerptKeepsTheMatchesInPlace(t *testing.T) {
	b := newBuilder(t)
	b.add(b.state.Root(), model.KindChapter, model.FieldBodyText, model.Finnish,
		strings.Repeat("Ääniä ja öitä on ympärillä. ", 40)+"Sitten\ntulee kotoutuja ja muuta. "+strings.Repeat("Loppu on pitkä. ", 40))
	h := find(indexed(b), "kotoutujat muu")[0]
	text, ranges := h.Excerpt(90)
	if !strings.HasPrefix(text, "… ") || !strings.HasSuffix(text, " …") || strings.Contains(text, "\n") || len([]rune(text)) > 100 {
		t.Errorf("excerpt %q", text)
	}
	var marked []string
	for _, r := range ranges {
		marked = append(marked, text[r.Start:r.End])
	}
	if got := strings.Join(marked, " "); got != "kotoutuja muuta" {
		t.Errorf("marked %q in %q", got, text)
	}
}
