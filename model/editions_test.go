package model_test

import (
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
)

func TestFiguresReadTheSameInEveryLanguage(t *testing.T) {
	for name, c := range map[string]struct {
		l    model.Language
		text string
		want string
	}{
		"plain":                       {model.Finnish, "5 koulutuskertaa / v", "5"},
		"decimal comma":               {model.Swedish, "2,50 procent", "2,5 %"},
		"decimal point":               {model.English, "rose by 2.5.", "2,5"},
		"groups of three":             {model.Finnish, "67\u00a0552 asukasta, 10 000 kävijää", "10000 67552"},
		"English groups":              {model.English, "67,552 inhabitants", "67552"},
		"share with a sign":           {model.Finnish, "tavoite 10 %", "10 %"},
		"share in words":              {model.Finnish, "10 prosenttia", "10 %"},
		"span of shares":              {model.Swedish, "5–10 procent", "10 % 5 %"},
		"§ behind":                    {model.Finnish, "12 §", "12 §"},
		"§ before":                    {model.Swedish, "§ 12", "12 §"},
		"§ in words":                  {model.Finnish, "lain 12 pykälä", "12 §"},
		"span of §":                   {model.Finnish, "32–33 §", "32 § 33 §"},
		"date in figures":             {model.Finnish, "hyväksytty 20.2.2023.", "20.2.2023"},
		"date in Finnish words":       {model.Finnish, "20. helmikuuta 2023", "20.2.2023"},
		"date in Swedish words":       {model.Swedish, "den 20 februari 2023", "20.2.2023"},
		"date in English words":       {model.English, "on 20 February 2023", "20.2.2023"},
		"date the American way":       {model.English, "on February 20, 2023", "20.2.2023"},
		"date without a year":         {model.Swedish, "senast den 17 juni", "17.6."},
		"zeros before":                {model.Finnish, "01.02.2023", "1.2.2023"},
		"years with an en dash":       {model.Finnish, "2019–2022", "2019 2022"},
		"years with a hyphen":         {model.Swedish, "2019-2022", "2019 2022"},
		"years, the second one short": {model.Swedish, "2019-22", "2019 2022"},
		"an act":                      {model.Swedish, "lag 1386/2010", "1386 2010"},
		"an ordinal":                  {model.Finnish, "2. vaihe", "2"},
		"at a sentence's end":         {model.Finnish, "Ryhmiä on 12.", "12"},
		"a name with a digit":         {model.Finnish, "S2 ylioppilaiden määrä / v", ""},
		"twice the same":              {model.Finnish, "2 kertaa, 2 paikkaa", "2"},
		"no day of the year":          {model.Swedish, "kl. 14.30.", "14,3"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range model.Figures(c.text, c.l) {
				got = append(got, f.String())
			}
			slices.Sort(got)
			if joined := strings.Join(got, " "); joined != c.want {
				t.Errorf("%q names %q, want %q", c.text, joined, c.want)
			}
		})
	}
}

func TestTextsThatSayTheSameHaveTheSameFigures(t *testing.T) {
	for fi, sv := range map[string]string{
		"5 koulutuskertaa / v":                  "5 utbildningar / år",
		"Mallia käyttää neljä eri toimijaa":     "Modellen används av 4 olika aktörer",
		"kolme ryhmää":                          "tre grupper",
		"kahdeksassa koulussa":                  "i åtta skolor",
		"Ohjelmassa on seitsemän kokonaisuutta": "Programmet har sju helheter",
		"2. vaihe":                              "den andra fasen",
		"1.1.2025 alkaen":                       "från och med den 1 januari 2025",
		"vuosina 2019–2022":                     "åren 2019-2022",
		"kasvu 2,5 %":                           "en ökning på 2,5 procent",
		"kaksikielinen opetus kahden kesken":    "tvåspråkig undervisning",
		"yhden vuoden aikana":                   "under ett år",
		"2 kertaa vuodessa":                     "två gånger per år",
		"puolet osallistujista":                 "50 % av deltagarna",
		"S2-opetus":                             "undervisning i svenska som andraspråk",
		"Kaupunginvaltuusto 20.2.2023 § 9":      "Stadsfullmäktige 20.2.2023, 9 §",
		"Toisen kotimaisen kielen opiskelu":     "Studier i det andra inhemska språket",
		"10 000 euroa":                          "10\u202f000 euro",
		"noin sata kuusivuotiasta":              "omkring hundra sexåringar",
		"jatkuva, ensimmäinen kerta 2019":       "fortlöpande, första gången 2019",
		"tavoitteena on kaksi koulutusta ja kolme infoa vuonna": "målet är tre infon och två utbildningar om året",
	} {
		t.Run(fi, func(t *testing.T) {
			if d := model.CompareFigures(fi, model.Finnish, sv, model.Swedish); !d.None() {
				t.Errorf("%q and %q differ in %v and %v", fi, sv, d.Only, d.OtherOnly)
			}
		})
	}
}

func TestAWrongFigureInATranslationIsFound(t *testing.T) {
	for name, c := range map[string]struct{ fi, sv, only, otherOnly string }{
		"another number":       {"5 koulutuskertaa", "6 utbildningar", "5", "6"},
		"a number left out":    {"5 koulutuskertaa", "utbildningar", "5", ""},
		"a number added":       {"koulutuksia", "5 utbildningar", "", "5"},
		"another year":         {"2019–2022", "2019–2023", "2022", "2023"},
		"another day":          {"20.2.2023", "den 21 februari 2023", "20.2.2023", "21.2.2023"},
		"another §":            {"12 §", "§ 13", "12 §", "13 §"},
		"no longer a share":    {"10 %", "10 personer", "10 %", "10"},
		"another decimal":      {"2,5 %", "25 %", "2,5 %", "25 %"},
		"other words":          {"seitsemän kokonaisuutta", "åtta helheter", "7", "8"},
		"digits against words": {"5 ryhmää", "sex grupper", "5", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := model.CompareFigures(c.fi, model.Finnish, c.sv, model.Swedish)
			if strings.Join(d.Only, " ") != c.only || strings.Join(d.OtherOnly, " ") != c.otherOnly {
				t.Errorf("found %v and %v", d.Only, d.OtherOnly)
			}
		})
	}
}

func TestEditionsAreEqualWhenEveryRowAndBodyHasBothLanguages(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	both := func(id model.EntityID, base model.Field, fi, sv string) {
		d.must(func(st *model.Step) error {
			if err := st.SetText(id, base, model.Finnish, fi); err != nil {
				return err
			}
			return st.SetText(id, base, model.Swedish, sv)
		})
	}
	for _, ref := range d.state.Texts() {
		both(ref.Entity, ref.Field, "Nimi 5", "Namn 5")
	}
	var body, chapter model.EntityID
	d.must(func(st *model.Step) (err error) {
		if body, err = st.Add(d.state.Root(), model.KindBody, ""); err != nil {
			return err
		}
		if chapter, err = st.Add(d.state.Root(), model.KindChapter, ""); err != nil {
			return err
		}
		if chapter, err = st.Add(chapter, model.KindBlock, ""); err != nil {
			return err
		}
		return st.Set(chapter, model.FieldRole, model.ValueOf(string(model.ListBlock)))
	})
	both(body, model.FieldName, "Kaupunki", "Staden")
	both(chapter, model.FieldBodyText, "yksi\nkaksi", "ett\ntvå")
	both(goal, model.FieldBodiesPrinted, "Sosiaali- ja terveystoimi yhdessä järjestöjen kanssa", "Social- och hälsovården tillsammans med föreningar")
	compare := func() model.EditionComparison {
		return d.state.CompareEditions(model.Finnish, model.Swedish)
	}
	if c := compare(); !c.Equal() || c.Texts < 4 || c.Bodies != 1 || c.Counts.Goals != 1 {
		t.Fatalf("equal editions: %+v", c)
	}
	both(body, model.FieldName, "Kaupunki", "")
	both(chapter, model.FieldBodyText, "yksi\nkaksi", "ett, två")
	both(goal, model.FieldBodiesPrinted, "Kaupunki, järjestöt ja yritykset", "Staden och föreningar")
	both(goal, model.FieldTitle, "5 koulutusta", "6 utbildningar")
	both(d.state.Root(), model.FieldSubtitle, "Alaotsikko", "")
	both(d.state.Root(), model.FieldKeywords, "2019–2022", "")
	found := map[model.EditionCode]model.EntityID{}
	for _, difference := range compare().Differences {
		found[difference.Code] = difference.Entity
	}
	want := map[model.EditionCode]model.EntityID{
		model.EditionBody: body, model.EditionLines: chapter, model.EditionBodies: goal,
		model.EditionFigures: goal, model.EditionText: d.state.Root(),
	}
	for code, id := range want {
		if found[code] != id {
			t.Errorf("%s: found at %q, want %q", code, found[code], id)
		}
	}
	if got := len(compare().Differences); got != len(want) {
		t.Errorf("%d differences, want %d", got, len(want))
	}
}

func FuzzCompareFigures(f *testing.F) {
	f.Add("20. helmikuuta 2023, 5–10 %", "den 20 februari 2023")
	f.Add("2019-22 § 12", "1,000.5 kolmannessa")
	f.Fuzz(func(t *testing.T, a, b string) {
		if d := model.CompareFigures(a, model.Finnish, a, model.Finnish); !d.None() {
			t.Errorf("a text differs from itself in %v", d)
		}
		there := model.CompareFigures(a, model.Finnish, b, model.English)
		back := model.CompareFigures(b, model.English, a, model.Finnish)
		if !slices.Equal(there.Only, back.OtherOnly) || !slices.Equal(there.OtherOnly, back.Only) {
			t.Errorf("%v is not the other way round %v", there, back)
		}
	})
}
