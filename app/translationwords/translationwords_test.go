package translationwords_test

import (
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/model"
)

func TestEveryTextHasAPlaceInWords(t *testing.T) {
	for _, l := range texts.Languages() {
		words, err := texts.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []model.Kind{
			model.KindProgramme, model.KindOwner, model.KindChapter, model.KindBlock, model.KindContact, model.KindSection,
			model.KindGoal, model.KindMeasure, model.KindResponsibility, model.KindIndicator, model.KindBody, model.KindDecision,
			model.KindVote, model.KindMinutesEntry, model.KindDissent, model.KindMotion,
		} {
			if !words.Has("translation.kind." + string(kind)) {
				t.Errorf("%s: no word for a %s", l, kind)
			}
			for _, base := range model.TranslatedFields(kind) {
				if !words.Has("translation.field." + string(base)) {
					t.Errorf("%s: no word for %s of a %s", l, base, kind)
				}
			}
		}
	}
	words, err := texts.Load(texts.Finnish)
	if err != nil {
		t.Fatal(err)
	}
	ref := model.TextRef{Entity: "a", Kind: model.KindMeasure, Field: model.FieldTitle}
	if got := translationwords.Place(words, ref, map[model.EntityID]string{"a": "1.2.3"}); got != "Toimenpide 1.2.3, teksti" {
		t.Errorf("a measure's text is at %q", got)
	}
	if got := translationwords.Figures(words, model.FigureDifference{Only: []string{"5", "10 %"}}); got != "Luvut eroavat: alkuperäisessä 5, 10 %, käännöksessä ei mitään." {
		t.Errorf("figures: %q", got)
	}
}
