package wording

import (
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// want is what a wording says: kind, target in all or a year, unit, and the
// parts it is to be split into.
type want struct {
	kind   model.IndicatorKind
	total  model.Number
	yearly model.Number
	// each tells a count of every year without a target.
	each  bool
	unit  string
	parts []string
}

const (
	done      = model.IndicatorDone
	count     = model.IndicatorCount
	share     = model.IndicatorShare
	growth    = model.IndicatorGrowth
	survey    = model.IndicatorSurvey
	judgement = model.IndicatorJudgement
	unknown   = model.IndicatorUnknown
)

func check(t *testing.T, language model.Language, wording string, want want) {
	t.Helper()
	got := ReadIndicator(wording, language)
	if got.Wording != wording {
		t.Errorf("%q is changed to %q", wording, got.Wording)
	}
	if got.Kind != want.kind {
		t.Errorf("%q is read as %q, want %q", wording, got.Kind, want.kind)
	}
	if got.TargetTotal != want.total || got.TargetYearly != want.yearly || got.Unit != want.unit {
		t.Errorf("%q: total %q, yearly %q, unit %q; want %q, %q, %q", wording,
			got.TargetTotal, got.TargetYearly, got.Unit, want.total, want.yearly, want.unit)
	}
	if want.kind == count && got.Yearly != (want.each || want.yearly != "") {
		t.Errorf("%q: counted each year: %v", wording, got.Yearly)
	}
	var parts []string
	for _, part := range got.Parts {
		parts = append(parts, string(part.Kind)+": "+part.Wording)
	}
	if !slices.Equal(parts, want.parts) {
		t.Errorf("%q is split into %q, want %q", wording, parts, want.parts)
	}
}

// The 32 indicators of Vaasa 2019–2022, in the order of the programme.
var vaasa = []struct {
	wording string
	want    want
}{
	{"Ulkomaalaistaustaisten henkilöiden prosentuaalinen osuus koko henkilöstön määrästä", want{kind: share, unit: "%"}},
	{"Helppokäyttöisten sähköisten tiedonhankintaväylien käyttöönotto", want{kind: done}},
	{"Yritysvierailujen määrä", want{kind: count}},
	{"S2 ylioppilaiden määrä / v", want{kind: count, each: true}},
	{"Asumisneuvoja(t) palkattu ja työskentely aloitettu", want{kind: done}},
	{"Kuvallisten ohjeiden käyttöönotto osana asumisen neuvontaa", want{kind: done}},
	{"Koulutuksen toteutuminen", want{kind: done}},
	{"Vapaaehtoistoiminnan käynnistyminen", want{kind: done}},
	{"10 koulutetun henkilön asiantuntijuuden hyödyntäminen", want{kind: count, total: "10", unit: "henkilöä"}},
	{"5 koulutuskertaa / v", want{kind: count, yearly: "5", unit: "koulutuskertaa"}},
	{"Tilaisuuksien ja palveluiden käyttäjämäärän kasvu", want{kind: growth}},
	{"Mallia käyttää neljä eri toimijaa", want{kind: count, total: "4", unit: "toimijaa"}},
	{"Tehtyjen terveystarkastusten määrä", want{kind: count}},
	{"Käyttöönotto, ajantasainen tieto sekä käyttäjäkokemukset", want{kind: done,
		parts: []string{"done: Käyttöönotto", "judgement: Ajantasainen tieto", "survey: Käyttäjäkokemukset"}}},
	{"Käyttöönotto ja käyttäminen sekä käytössä olevien tilojen määrä", want{kind: done,
		parts: []string{"done: Käyttöönotto ja käyttäminen", "count: Käytössä olevien tilojen määrä"}}},
	{"Perhekoulu käyttöönotettu valmistavan opetuksen ryhmissä", want{kind: done}},
	{"Käyttäjämäärien kasvu", want{kind: growth}},
	{"Laaditut alkukartoitukset / v", want{kind: count, each: true}},
	{"Video / mobiilitulkkauksen käyttöönotto", want{kind: done}},
	{"Kävijämäärät sivustoissa", want{kind: count}},
	{"Monipuolisten ja nykyisiä ohjauskäytänteitä täydentävien sähköisten palveluiden käyttöönotto", want{kind: done}},
	{"Toiminnan käynnistyminen", want{kind: done}},
	{"2 tasapainoinfoa / v", want{kind: count, yearly: "2", unit: "tasapainoinfoa"}},
	{"1 tasapainovalmennus / v", want{kind: count, yearly: "1", unit: "tasapainovalmennus"}},
	{"Koulutettujen henkilöiden määrä / v", want{kind: count, each: true}},
	{"2 kertaa vuodessa", want{kind: count, yearly: "2", unit: "kertaa"}},
	{"5 työyksikköön suunnattua täsmäkoulutusta", want{kind: count, total: "5", unit: "täsmäkoulutusta"}},
	{"Kerran vuodessa toteutettavan Webropol-kyselyn tulokset", want{kind: survey}},
	{"Monipuolinen asumismuotojakauma", want{kind: judgement}},
	{"Kokonaisvaltaisen koordinaation käynnistyminen", want{kind: done}},
	{"Toteutuneet tavoitteet", want{kind: count}},
	{"Indikaattoreiden kehittyminen", want{kind: judgement}},
}

func TestEveryIndicatorOfVaasaIsReadRight(t *testing.T) {
	for _, indicator := range vaasa {
		check(t, model.Finnish, indicator.wording, indicator.want)
	}
}

// The table above is the programme's own list: none is left out.
func TestTheTableHoldsTheWholeProgramme(t *testing.T) {
	programme, err := casetest.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	var wordings, tested []string
	for _, section := range programme.Sections {
		for _, goal := range section.Goals {
			wordings = append(wordings, goal.Indicators...)
		}
	}
	for _, indicator := range vaasa {
		tested = append(tested, indicator.wording)
	}
	if len(wordings) != 32 || !slices.Equal(wordings, tested) {
		t.Errorf("the programme's %d indicators are\n%s\ntested are\n%s", len(wordings), strings.Join(wordings, "\n"), strings.Join(tested, "\n"))
	}
}

func TestSwedishAndEnglishWordingsOfTheSameKinds(t *testing.T) {
	for wording, want := range map[string]want{
		"Procentuell andel personer med utländsk bakgrund av hela personalen": {kind: share, unit: "%"},
		"Ibruktagande av lättanvända elektroniska informationskanaler":        {kind: done},
		"Antal företagsbesök":                              {kind: count},
		"Antalet studenter i svenska som andraspråk / år":  {kind: count, each: true},
		"Boenderådgivare anställd och arbetet inlett":      {kind: done},
		"Utbildningen genomförd":                           {kind: done},
		"Start för frivilligverksamheten":                  {kind: done},
		"Utnyttjande av 10 utbildade personers sakkunskap": {kind: count, total: "10", unit: "utbildade personers"},
		"5 utbildningstillfällen / år":                     {kind: count, yearly: "5", unit: "utbildningstillfällen"},
		"Ökning av antalet användare":                      {kind: growth},
		"Fyra olika aktörer använder modellen":             {kind: count, total: "4", unit: "aktörer"},
		"Två gånger per år":                                {kind: count, yearly: "2", unit: "gånger"},
		"En gång om året":                                  {kind: count, yearly: "1", unit: "gånger"},
		"Resultat av den årliga Webropol-enkäten":          {kind: survey},
		"Mångsidig fördelning av boendeformer":             {kind: judgement},
		"Genomförda hälsoundersökningar":                   {kind: count},
		"Utveckling av indikatorerna":                      {kind: judgement},
		"Ibruktagande, aktuell information samt användarupplevelser": {kind: done,
			parts: []string{"done: Ibruktagande", "judgement: Aktuell information", "survey: Användarupplevelser"}},
		"Ibruktagande och användning samt antalet lokaler i bruk": {kind: done,
			parts: []string{"done: Ibruktagande och användning", "count: Antalet lokaler i bruk"}},
	} {
		check(t, model.Swedish, wording, want)
	}
	for wording, want := range map[string]want{
		"Percentage of staff with a foreign background": {kind: share, unit: "%"},
		"Introduction of accessible digital channels":   {kind: done},
		"Number of company visits":                      {kind: count},
		"Number of graduates / year":                    {kind: count, each: true},
		"Housing adviser hired and work started":        {kind: done},
		"Expertise of 10 trained persons in use":        {kind: count, total: "10", unit: "trained persons"},
		"5 training sessions / year":                    {kind: count, yearly: "5", unit: "training sessions"},
		"Growth in the number of users":                 {kind: growth},
		"Four different organisations use the model":    {kind: count, total: "4", unit: "organisations"},
		"Twice a year":                         {kind: count, yearly: "2", unit: "times"},
		"Results of the yearly survey":         {kind: survey},
		"Diverse distribution of housing":      {kind: judgement},
		"Completed initial assessments / year": {kind: count, each: true},
		"Introduction, up-to-date information and user experiences": {kind: done,
			parts: []string{"done: Introduction", "judgement: Up-to-date information", "survey: User experiences"}},
	} {
		check(t, model.English, wording, want)
	}
}
