package search_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// vocabulary are words of which several are forms of one another.
var vocabulary = []string{
	"asunto", "asunnoista", "kotoutuja", "kotoutujille", "työ", "töissä", "tukiasuminen", "åtgärd", "åtgärder",
	"2019", "12 §", "neuvonta", "neuvonnan", "Pikipruukki",
}

// TestAnIndexThatFollowsChangesFindsWhatOneBuiltAnewFinds draws edits of all
// sorts, brings one index up to date after each, and asks both.
func TestAnIndexThatFollowsChangesFindsWhatOneBuiltAnewFinds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := newBuilder(t)
		b.measure(model.Finnish, "asunto")
		following := indexed(b)
		for range rapid.IntRange(1, 25).Draw(r, "edits") {
			b.anyEdit(r)
			following.Update(b.state, b.changes)
			anew := indexed(b)
			for _, word := range vocabulary {
				q := search.Query{Text: word, Limit: 40, Language: model.Finnish}
				if got, want := following.Find(q), anew.Find(q); !reflect.DeepEqual(got, want) {
					r.Fatalf("%q: following finds\n%v\nbuilt anew finds\n%v", word, got, want)
				}
			}
		}
	})
}

// anyEdit makes one drawn edit.
func (b *builder) anyEdit(r *rapid.T) {
	var all []model.EntityID
	for e := range b.state.Elements() {
		all = append(all, e.ID)
	}
	of := func(kinds ...model.Kind) model.EntityID {
		var fitting []model.EntityID
		for _, k := range kinds {
			for n := range uint64(1000) {
				id := model.EntityID(fmt.Sprintf("%s-%d", replica, n))
				if e := b.state.Element(id); e != nil && e.Kind == k && b.state.Present(id) {
					fitting = append(fitting, id)
				}
			}
		}
		if len(fitting) == 0 {
			return ""
		}
		return rapid.SampledFrom(fitting).Draw(r, "element")
	}
	text := rapid.SampledFrom(vocabulary).Draw(r, "text")
	goal, measure, body := of(model.KindGoal), of(model.KindMeasure), of(model.KindBody)
	b.edit(func(st *model.Step) error {
		switch rapid.IntRange(0, 8).Draw(r, "edit") {
		case 0:
			if goal == "" {
				return nil
			}
			id, err := st.Add(goal, model.KindMeasure, "")
			if err != nil {
				return err
			}
			return st.SetText(id, model.FieldTitle, model.Finnish, text)
		case 1:
			id, err := st.Add(b.state.Root(), model.KindGoal, "")
			if err != nil {
				return err
			}
			return st.SetText(id, model.FieldTitle, model.Swedish, text)
		case 2:
			if measure != "" {
				return st.SetText(measure, model.FieldDescription, model.Finnish, text)
			}
		case 3:
			if measure != "" {
				return st.Delete(measure)
			}
		case 4:
			if goal != "" && goal != b.goal {
				return st.Delete(goal)
			}
		case 5:
			for _, id := range all {
				if !b.state.Present(id) && b.state.Present(b.state.Parent(id)) {
					return st.Restore(id)
				}
			}
		case 6:
			if measure != "" && goal != "" {
				return st.MoveFirst(measure, goal)
			}
		case 7:
			if body == "" || goal == "" {
				id, err := st.Add(b.state.Root(), model.KindBody, "")
				if err != nil {
					return err
				}
				return st.SetText(id, model.FieldName, model.Finnish, text)
			}
			id, err := st.Add(goal, model.KindResponsibility, "")
			if err != nil {
				return err
			}
			return st.Set(id, model.FieldBody, model.ValueOf(body))
		case 8:
			if body != "" {
				return st.SetText(body, model.FieldName, model.Finnish, text)
			}
			if goal != "" {
				return st.Set(goal, model.FieldAside, model.ValueOf(goal != b.goal))
			}
		}
		return nil
	})
}

func FuzzFind(f *testing.F) {
	for _, query := range append(vocabulary, `"a b`, "§§", "\xff\xfe", "EU:", "a\u00ADb", "ß", "İ", "%", "kotoutuminen\u0301") {
		f.Add(query, "Kotoutujan opas")
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		b := newBuilder(t)
		title := []rune(text)
		b.measure(model.Finnish, string(title[:min(len(title), 200)]))
		b.measure(model.Swedish, "åtgärder")
		ix := indexed(b)
		r := ix.Find(search.Query{Text: query, Limit: 3})
		if len(r.Hits) > 3 || r.Total < len(r.Hits) {
			t.Fatalf("%d hits of %d", len(r.Hits), r.Total)
		}
		for _, h := range r.Hits {
			if len(h.Matches) == 0 {
				t.Errorf("%q found %q and marks nothing", query, h.Text)
			}
			_, ranges := h.Excerpt(20)
			for _, m := range append(h.Matches, ranges...) {
				if m.Start < 0 || m.End <= m.Start || m.End > len(h.Text)+len("… ") {
					t.Fatalf("%q marks %v of %q", query, m, h.Text)
				}
			}
		}
	})
}
