package reports_test

import (
	"context"
	"strings"
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/programme"
)

func exampleOf(t testing.TB, name string) model.Programme {
	t.Helper()
	return intaketest.Example(t, name).Programme()
}

func documentOf(t testing.TB, name string, language model.Language) (document.Document, string) {
	t.Helper()
	p := exampleOf(t, name)
	doc, err := programme.Document(&p, programme.Options{Languages: []model.Language{language}})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for text := range doc.Texts() {
		all.WriteString(text.String() + "\n")
	}
	return doc, all.String()
}

func TestRecordsOfThePastClaimNoFingerprintAndSayWhatIsNotKnown(t *testing.T) {
	for _, c := range []struct {
		name     string
		language model.Language
		foot     string
		told     []string
	}{
		{"kouvola-2019-2022", model.Finnish, "Hyväksytty, kirjattu jälkikäteen · 18.3.2019", []string{
			"Päätavoitteet", "Kärjet", "Päätavoite 1. ", "Kärki 3. ", "§ ei tiedossa", "Muutosesitys", "Aloite",
			"Äänestettiin; äänimäärät eivät ole tiedossa.", "Toimenpiteet, vastuutahot ja mittarit eivät ole tiedossa.",
			"Talo on ohjelman tavoite.",
		}},
		{"vaasa-region-2012-2013", model.Finnish, "Kirjattu jälkikäteen", []string{
			"Osatavoitteet", "Osatavoite 2. ", "yleisluonteinen raamisopimus", "Helmikuussa 2013", "Kirjattu jälkikäteen",
		}},
		{"vaasa-2023-2026", model.Swedish, "Godkänt, registrerat i efterhand · 20.2.2023", []string{
			"Service för barn och unga", "Helhetens mål är inte kända.", "§ inte känd", "Rådet för kulturell mångfald",
			"Ett hus är en helhet.\n",
		}},
	} {
		doc, words := documentOf(t, c.name, c.language)
		if foot := doc.Parts[1].Foot.Facts; foot != c.foot {
			t.Errorf("%s: foot %q", c.name, foot)
		}
		for _, told := range c.told {
			if !strings.Contains(words, told) {
				t.Errorf("%s does not tell %q in\n%s", c.name, told, words)
			}
		}
		if strings.Contains(words, "SHA-256") {
			t.Errorf("%s claims a fingerprint", c.name)
		}
	}
}

func TestNoPageOfTheExamplesIsEmpty(t *testing.T) {
	for _, name := range assets.Examples() {
		p := exampleOf(t, name)
		laid, err := reports.Pages(context.Background(), p, reports.Options{Languages: p.Languages[:1]})
		if err != nil {
			t.Fatal(err)
		}
		for i, page := range laid.Pages {
			if len(page.Operations) < 8 {
				t.Errorf("%s: page %d holds %d operations", name, i+1, len(page.Operations))
			}
		}
	}
}
