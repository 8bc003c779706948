package programme

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/model"
)

func wordsIn(t *testing.T, language model.Language) *words {
	t.Helper()
	loaded, err := loadWords(language)
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func TestTimetableIsWrittenAsPeopleWriteIt(t *testing.T) {
	spring, february := model.Moment{Year: 2019, Season: model.Spring}, model.Moment{Year: 2013, Month: 2}
	cases := []struct {
		timetable  model.Timetable
		fi, sv, en string
	}{
		{model.YearsTimetable(2020), "2020", "2020", "2020"},
		{model.YearsTimetable(2019, 2020), "2019, 2020", "2019, 2020", "2019, 2020"},
		{model.YearsTimetable(2019, 2021, 2022, 2023), "2019, 2021–2023", "2019, 2021–2023", "2019, 2021–2023"},
		{model.SpanTimetable(model.Moment{Year: 2019}, model.Moment{Year: 2022}), "2019–2022", "2019–2022", "2019–2022"},
		{model.SpanTimetable(spring, spring), "kevät 2019", "våren 2019", "spring 2019"},
		{model.SpanTimetable(february, model.Moment{Year: 2013, Month: 5}), "helmikuu 2013 – toukokuu 2013", "februari 2013 – maj 2013", "February 2013 – May 2013"},
		{model.OngoingTimetable(), "Jatkuva", "Fortlöpande", "Ongoing"},
		{model.Timetable{Kind: model.NoOwnDate}, "", "", ""},
		{model.Timetable{}, "", "", ""},
	}
	for _, c := range cases {
		for language, want := range map[model.Language]string{model.Finnish: c.fi, model.Swedish: c.sv, model.English: c.en} {
			if got := wordsIn(t, language).timetable(c.timetable); got != want {
				t.Errorf("%s: %+v is written %q, want %q", language, c.timetable, got, want)
			}
		}
	}
}

func TestSentencesChooseTheFormOfTheirCount(t *testing.T) {
	finnish := wordsIn(t, model.Finnish)
	for count, want := range map[int]string{0: "0 tavoitetta", 1: "1 tavoite", 2: "2 tavoitetta"} {
		if got := finnish.say("goals", "count", count); got != want {
			t.Errorf("%d: %q, want %q", count, got, want)
		}
	}
	if got, want := finnish.day(model.Date{Year: 2019, Month: 1, Day: 21}), "21.1.2019"; got != want {
		t.Errorf("day %q, want %q", got, want)
	}
	if got, want := finnish.number("12.5"), "12,5"; got != want {
		t.Errorf("number %q, want %q", got, want)
	}
}

func TestNumbersThatTheWordingSaysAreNotRepeated(t *testing.T) {
	e := &edition{words: wordsIn(t, model.Finnish), programme: &model.Programme{}}
	cases := []struct {
		indicator model.Indicator
		want      string
	}{
		{model.Indicator{Title: model.Text{Fi: "5 koulutuskertaa / v"}, TargetYearly: "5"}, ""},
		{model.Indicator{Title: model.Text{Fi: "15 koulutuskertaa"}, TargetTotal: "5"}, "Tavoitearvo 5"},
		{model.Indicator{Title: model.Text{Fi: "Osuus"}, Unit: model.Text{Fi: "%"}, BaselineValue: "3.5", BaselineYear: 2018,
			TargetsByYear: map[int]model.Number{2022: "6", 2020: "5"}}, "Lähtötaso 3,5 % (2018). Tavoitearvo 2020: 5 %. Tavoitearvo 2022: 6 %"},
	}
	for _, c := range cases {
		if got := e.indicatorValues(&c.indicator).String(); got != c.want {
			t.Errorf("%q: %q, want %q", c.indicator.Title.Fi, got, c.want)
		}
	}
}

func TestSpansOfYearsAreRunsWithoutGaps(t *testing.T) {
	got := yearSpans(model.YearsTimetable(2019, 2020, 2022))
	if want := [][2]int{{2019, 2020}, {2022, 2022}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestPlacesInSentencesAreFilledByName(t *testing.T) {
	arguments := []any{"title", "numbers", "numbers", 7}
	for text, want := range map[string]string{
		"{title}: {numbers}": "numbers: 7", "{numbers} {numbers}": "7 7", "{other} {": "{other} {", "plain": "plain",
	} {
		if got := filled(text, arguments); got != want {
			t.Errorf("%q is filled %q, want %q", text, got, want)
		}
	}
}

// The window's sentences are cut away before the rest is read: none of the
// reports' own may go with them.
func TestEverySentenceOfTheReportsIsRead(t *testing.T) {
	for _, language := range model.Languages() {
		data, err := assets.Texts(string(language))
		if err != nil {
			t.Fatal(err)
		}
		var all map[string]any
		if err := json.Unmarshal(data, &all); err != nil {
			t.Fatal(err)
		}
		read := wordsIn(t, language).texts
		for key := range all {
			if own, is := strings.CutPrefix(key, ownTexts); is && read[own].other == "" {
				t.Errorf("%s: %s is not read", language, key)
			}
		}
	}
}
