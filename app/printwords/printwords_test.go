package printwords_test

import (
	"strings"
	"testing"

	"tavoitekartta/app/printwords"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

func TestWhatCannotBePrintedIsASentence(t *testing.T) {
	title := model.TextRef{Entity: "g", Kind: model.KindGoal, Field: model.FieldTitle}
	numbers := map[model.EntityID]string{"g": "1.2"}
	sign := func(sign, context string, ref model.TextRef) workflow.UnprintableSign {
		return workflow.UnprintableSign{MissingSign: workflow.MissingSign{Sign: sign, Context: context}, TextRef: ref, Language: model.Finnish}
	}
	cases := []struct {
		name string
		sign workflow.UnprintableSign
		want string
	}{
		{"a word", sign("عربي", "Hei عربي", title), "Tavoite 1.2, nimi (suomi). Merkkiä ”عربي” (U+0639 U+0631 U+0628 …) ei voi painaa. Teksti: Hei عربي"},
		{"no text of the programme", sign("😀", "Maija 😀", model.TextRef{}), "Muu teksti. Merkkiä ”😀” (U+1F600) ei voi painaa. Teksti: Maija 😀"},
		{"private use", sign("\uE000", "a", title), "Tavoite 1.2, nimi (suomi). Merkkiä ”\uE000” (U+E000) ei voi painaa. Teksti: a"},
		{"a letter that was lost", sign("\uFFFD", "p\uFFFDivä", title), "Tavoite 1.2, nimi (suomi). Merkki on vioittunut eikä sitä voi painaa. Teksti: p\uFFFDivä"},
		{"bytes that are no text", sign("\xED\xA0", "a\xED\xA0b", title), "Tavoite 1.2, nimi (suomi). Merkki on vioittunut eikä sitä voi painaa. Teksti: a\uFFFDb"},
		{"a long passage", sign(strings.Repeat("你", 40), "x", title), "Tavoite 1.2, nimi (suomi). Merkkiä ”" + strings.Repeat("你", 30) + "…” (U+4F60 U+4F60 U+4F60 …) ei voi painaa. Teksti: x"},
	}
	words, err := texts.Load(texts.Finnish)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := printwords.Sentence(words, c.sign, numbers); got != c.want {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}
