package wording

import (
	"reflect"
	"testing"

	"tavoitekartta/model"
)

func TestTimetablesAreReadAsCouncilsWriteThem(t *testing.T) {
	span := model.SpanTimetable
	year := func(year int) model.Moment { return model.Moment{Year: year} }
	month := func(year, month int) model.Moment { return model.Moment{Year: year, Month: month} }
	season := func(year int, season model.Season) model.Moment { return model.Moment{Year: year, Season: season} }
	single := func(moment model.Moment) model.Timetable { return span(moment, moment) }
	for typed, want := range map[string]model.Timetable{
		"2019": model.YearsTimetable(2019), " 2019. ": model.YearsTimetable(2019), "vuonna 2019": model.YearsTimetable(2019),
		"vuoden 2019 loppuun mennessä": model.YearsTimetable(2019), "år 2019": model.YearsTimetable(2019), "by the end of 2019": model.YearsTimetable(2019),
		"2021, 2019": model.YearsTimetable(2019, 2021), "2019 ja 2020": model.YearsTimetable(2019, 2020),
		"2019, 2020 och 2022": model.YearsTimetable(2019, 2020, 2022), "2019 & 2021": model.YearsTimetable(2019, 2021),
		"2019–2021": span(year(2019), year(2021)), "2019-2021": span(year(2019), year(2021)), "vuosina 2019 – 2021": span(year(2019), year(2021)),
		"åren 2019–2021": span(year(2019), year(2021)), "2019–21": span(year(2019), year(2021)), "2019 to 2021": span(year(2019), year(2021)),
		"2021–2019":  span(year(2021), year(2019)),
		"kevät 2019": single(season(2019, model.Spring)), "kevään 2019 aikana": single(season(2019, model.Spring)), "Keväällä 2019": single(season(2019, model.Spring)),
		"våren 2019": single(season(2019, model.Spring)), "hösten 2020": single(season(2020, model.Autumn)), "summer of 2021": single(season(2021, model.Summer)),
		"helmikuu 2013": single(month(2013, 2)), "helmikuussa 2013": single(month(2013, 2)), "februari 2013": single(month(2013, 2)), "2/2013": single(month(2013, 2)),
		"i mars 2013": single(month(2013, 3)), "May 2020": single(month(2020, 5)), "kesäkuun 2020 loppuun": single(month(2020, 6)),
		"syksy 2019 – kevät 2020": span(season(2019, model.Autumn), season(2020, model.Spring)),
		"1/2019–6/2020":           span(month(2019, 1), month(2020, 6)), "helmi–huhtikuu 2019": span(month(2019, 2), month(2019, 4)),
		"augusti–oktober 2020": span(month(2020, 8), month(2020, 10)), "kevät 2019–2020": {},
		"jatkuva": model.OngoingTimetable(), "Jatkuva": model.OngoingTimetable(), "jatkuvaa toimintaa": model.OngoingTimetable(), "toistaiseksi": model.OngoingTimetable(),
		"fortlöpande": model.OngoingTimetable(), "kontinuerligt": model.OngoingTimetable(), "tills vidare": model.OngoingTimetable(), "ongoing": model.OngoingTimetable(),
		"–": {Kind: model.NoOwnDate}, "ei omaa aikataulua": {Kind: model.NoOwnDate}, "ingen egen tidtabell": {Kind: model.NoOwnDate},
		"": {}, " ": {}, "joskus": {}, "0": {}, "20222": {}, "1066": {}, "13/2019": {}, "2019, jatkuva": {}, "2019–": {}, "–2021": {}, "kevät": {}, "helmikuu": {},
		"kaksituhatta": {}, "2019 ehkä": {}, "2019–2020–2021": {}, "jatkuva 2019": {}, "31.12.2019": {}, "🎄 2019": {}, "kevät helmikuu 2019": {}, "2019 2020": {},
	} {
		got, understood := ReadTimetable(typed)
		if !reflect.DeepEqual(got, want) || understood != (want.Kind != model.Unscheduled) {
			t.Errorf("%q is read as %+v (%v), want %+v", typed, got, understood, want)
		}
	}
}

func FuzzReadTimetable(f *testing.F) {
	for _, seed := range []string{"2019–2021", "kevään 2019 aikana", "2/2013", "jatkuva", "2019–21", "\xff–", ",,", "/2019"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		timetable, understood := ReadTimetable(typed)
		if understood == timetable.Unset() {
			t.Fatalf("%q: understood %v, %+v", typed, understood, timetable)
		}
		value := model.ValueOf(timetable)
		if understood && value == nil {
			t.Fatalf("%q gives a timetable that cannot be kept: %+v", typed, timetable)
		}
	})
}

func FuzzReadIndicator(f *testing.F) {
	for _, seed := range []string{"5 koulutuskertaa / v", "Käyttöönotto, tieto sekä kokemukset", "1 000 %", "ja ja , ; och", "\xff(", "/ / /"} {
		f.Add(seed, "fi")
		f.Add(seed, "sv")
	}
	f.Fuzz(func(t *testing.T, wording, language string) {
		proposal := ReadIndicator(wording, model.Language(language))
		if len(proposal.Parts) == 1 {
			t.Fatalf("%q is split into one part", wording)
		}
		for _, each := range append(proposal.Parts, proposal) {
			for _, number := range []model.Number{each.TargetTotal, each.TargetYearly} {
				if number != "" && !number.Valid() {
					t.Fatalf("%q aims at %q", wording, number)
				}
			}
			if each.TargetTotal != "" && each.TargetYearly != "" {
				t.Fatalf("%q has two targets", wording)
			}
		}
	})
}
