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

// The invented municipality has what the programmes of the past do not: answers
// of a year, values beside their baselines, and English.
func TestTheInventedExampleShowsItsFollowUp(t *testing.T) {
	p := exampleOf(t, "esimerkkikunta-2025-2028")
	day := model.Date{Year: 2026, Month: 3, Day: 2}
	said := func(kind programme.Kind, language model.Language) string {
		t.Helper()
		doc, err := programme.Document(&p, programme.Options{Kind: kind, Languages: []model.Language{language}, Today: day, Choice: programme.Choice{Year: 2025}})
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(doc.Outline(), "\u00a0", " ")
	}
	for _, c := range []struct {
		kind     programme.Kind
		language model.Language
		told     []string
	}{
		{programme.BodySheet, model.Finnish, []string{"myöhässä 1, aloittamatta 1, käynnissä 2", "Hyväksytty 10.3.2025", "Varauma: ", "1 toimenpide on myöhässä 2.3.2026"}},
		{programme.Extract, model.English, []string{"As of 2 March 2026: late 1, under way 1", "Baseline 61.5% (2024)", "Target 1 200 lessons"}},
		{programme.Worksheet, model.Swedish, []string{"Utfall 2025 (%)", `= "62,1"`, "Esimerkki: kasvua 0,6 prosenttiyksikköä."}},
		{programme.Whole, model.Swedish, []string{"Finns på finska, på svenska och på engelska.", "Ja 19, nej 6, blanka 1, frånvarande 1", "Godkänt enhälligt", "Stapeldiagram"}},
		{programme.EasyReading, model.English, []string{"You can learn the language at work.", "Who can you ask?"}},
	} {
		words := said(c.kind, c.language)
		for _, told := range c.told {
			if !strings.Contains(words, told) {
				t.Errorf("%s in %s does not tell %q in\n%s", c.kind, c.language, told, words)
			}
		}
	}
}

func TestADocumentIsNamedInEachOfItsLanguages(t *testing.T) {
	p := exampleOf(t, "esimerkkikunta-2025-2028")
	doc, err := programme.Document(&p, programme.Options{Kind: programme.Agenda, Languages: []model.Language{model.Swedish, model.English}, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if doc.Title != "Ärende på föredragningslistan: Åtgärdsprogram för integrationsfrämjande 2025–2028" {
		t.Errorf("the title is %q", doc.Title)
	}
	if doc.Keywords != "integration, sysselsättning, rådgivning, delaktighet" {
		t.Errorf("the keywords are %q", doc.Keywords)
	}
	want := document.Naming{Language: "en", Title: "Agenda item: Action programme for integration 2025–2028", Subject: "Agenda item"}
	if len(doc.Names) != 1 || doc.Names[0] != want {
		t.Errorf("the other names are %+v", doc.Names)
	}
	if doc.Record.Confidentiality != "Offentlig" || doc.Record.RetentionClass != "Varaktigt" {
		t.Errorf("the classes are %q and %q", doc.Record.Confidentiality, doc.Record.RetentionClass)
	}
	p.RetentionClass, p.Confidentiality = "10 vuotta", "Vain talon sisällä"
	doc, err = programme.Document(&p, programme.Options{Languages: []model.Language{model.English}, Today: today})
	if err != nil || doc.Record.RetentionClass != "10 years" || doc.Record.Confidentiality != "Vain talon sisällä" {
		t.Errorf("the classes are %+v, error %v", doc.Record, err)
	}
}
