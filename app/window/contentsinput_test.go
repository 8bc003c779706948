package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/model"
)

// openIndicator goes to a new indicator of the first goal with a kind that has
// figures.
func openIndicator(t *testing.T) (p person, indicator model.EntityID) {
	t.Helper()
	p = at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta").ID
	p.page().choose(goal, stepIndicators)
	p.press("add")
	indicators := p.goal().Indicators
	indicator = indicators[len(indicators)-1].ID
	p.write(fieldKey(indicator, "title.fi"), "Koulutusten määrä")
	p.leave()
	p.press(key(indicator, "confirm"))
	return p, indicator
}

func (p person) indicator(id model.EntityID) model.Indicator {
	p.Helper()
	for i := range p.goal().AllIndicators() {
		if i.ID == id {
			return *i
		}
	}
	p.Fatalf("no indicator %s", id)
	return model.Indicator{}
}

func TestNumbersAreReadOrStayAsTyped(t *testing.T) {
	tests := []struct{ typed, kept, said string }{
		{"12,5", "12.5", ""},
		{"1 234", "1234", ""},
		{"80 %", "80", ""},
		{"0", "0", ""},
		{"viisi", "", "numeroin"},
		{"5 kertaa", "", "vain luku"},
		{"-3", "", "negatiivinen"},
		{"−3", "", "negatiivinen"},
		{"3 tai 4", "", "vain luku"},
		{"3–4", "", "useita lukuja"},
		{"12,5,", "", "useita lukuja"},
		{strings.Repeat("9", 30), "", "liian pitkä"},
		{"🙂", "", "Lukua ei tunnisteta"},
		{"خمسة", "", "numeroin"},
		{"=1+1", "", "useita lukuja"},
	}
	for _, c := range tests {
		t.Run(c.typed, func(t *testing.T) {
			p, id := openIndicator(t)
			field := fieldKey(id, model.FieldBaselineValue)
			p.write(field, c.typed)
			p.leave()
			p.wants("kept", string(p.indicator(id).BaselineValue), c.kept)
			if said := p.said(field); c.said != "" && !strings.Contains(said, c.said) || c.said == "" && strings.Contains(said, "Virhe") {
				t.Errorf("said %q, want %q in it", said, c.said)
			}
			if c.kept != "" {
				return
			}
			// It is there again, with its sentence, when the program is opened anew.
			p.page().choose("", stepGoal)
			again := newContentsPage(p.window, place{Programme: p.window.work.ID(), Element: p.titled("Digiystävätoiminta").ID, Step: stepIndicators})
			again.open[indicatorList(again.at.Element)] = id
			p.window.goTo(again)
			if said := p.said(field); !strings.Contains(said, c.typed) || !strings.Contains(said, c.said) {
				t.Errorf("afterwards %q stands as %q", c.typed, said)
			}
		})
	}
}

func TestYearsOutsideTheCalendarOfProgrammesStayAsTyped(t *testing.T) {
	for _, typed := range []string{"0", "20222", "-2019", "kaksituhatta", "2019-2022", "1989", "2101", "20 22"} {
		t.Run(typed, func(t *testing.T) {
			p, id := openIndicator(t)
			field := fieldKey(id, model.FieldBaselineYear)
			p.write(field, typed)
			p.leave()
			p.wants("kept", p.indicator(id).BaselineYear, 0)
			if said := p.said(field); !strings.Contains(said, typed) || !strings.Contains(said, "1990–2100") {
				t.Errorf("said %q", said)
			}
		})
	}
}

func TestTargetTakesItsNumberAlong(t *testing.T) {
	p, id := openIndicator(t)
	p.press(key(id, "target/yearly"))
	p.write(fieldKey(id, model.FieldTargetYearly), "5")
	p.press(key(id, "target/total"))
	p.wants("in all", p.indicator(id).TargetTotal, model.Number("5"))
	p.wants("yearly", p.indicator(id).TargetYearly, model.Number(""))
	p.press(key(id, "target/byYear"))
	p.wants("years", len(p.indicator(id).TargetsByYear), 4)
	p.press(key(id, "target/none"))
	p.wants("none", len(p.indicator(id).TargetsByYear), 0)
}

func TestTextsOfEveryKindAreKept(t *testing.T) {
	texts := map[string]string{
		"emoji":         "Tervetuloa 👩‍👩‍👧‍👦 kaupunkiin 🎉",
		"right to left": "مرحبا بكم في فاسا",
		"over-long":     strings.Repeat("Kotoutuminen ", 60),
		"composed":      "a\u0308iti ja o\u0308ljy",
		"quotes":        `<b>"x" & 'y'</b> {name} %s \n`,
	}
	for name, words := range texts {
		t.Run(name, func(t *testing.T) {
			p := at(t, "vaasa-2019-2022")
			goal := p.titled("Digiystävätoiminta").ID
			p.page().choose(goal, stepGoal)
			field := fieldKey(goal, "title.sv")
			p.write(field, words)
			p.leave()
			if got, want := p.goal().Title.Sv, strings.TrimSpace(words); len([]rune(got)) == 0 || name != "composed" && got != want {
				t.Errorf("kept %q, want %q", got, want)
			}
			if said := p.said(field); name == "over-long" && !strings.Contains(said, "liian pitkä") {
				t.Errorf("said %q", said)
			}
		})
	}
}

func TestTimesAreWrittenInWords(t *testing.T) {
	tests := []struct {
		typed string
		want  model.Timetable
		said  string
	}{
		{"kevät 2020", model.SpanTimetable(model.Moment{Year: 2020, Season: model.Spring}, model.Moment{Year: 2020, Season: model.Spring}), ""},
		{"3/2020–5/2021", model.SpanTimetable(model.Moment{Year: 2020, Month: 3}, model.Moment{Year: 2021, Month: 5}), ""},
		{"2019–2021", model.SpanTimetable(model.Moment{Year: 2019}, model.Moment{Year: 2021}), ""},
		{"2021–2019", model.SpanTimetable(model.Moment{Year: 2021}, model.Moment{Year: 2019}), "Loppu on ennen alkua"},
		{"kevät 2030", model.SpanTimetable(model.Moment{Year: 2030, Season: model.Spring}, model.Moment{Year: 2030, Season: model.Spring}), "ulkopuolella"},
		{"joskus", model.Timetable{}, "ei tunnisteta"},
		{"0", model.Timetable{}, "ei tunnisteta"},
		{"20222", model.Timetable{}, "ei tunnisteta"},
		{"2019–20222", model.Timetable{}, "ei tunnisteta"},
		{"-2020", model.Timetable{}, "ei tunnisteta"},
	}
	for _, c := range tests {
		t.Run(c.typed, func(t *testing.T) {
			p := at(t, "vaasa-2019-2022")
			goal := p.titled("Digiystävätoiminta")
			p.page().choose(goal.ID, stepMeasures)
			measure := goal.Measures[0].ID
			p.press(key(measure, "timetable/other"))
			field := key(measure, otherTimeField)
			p.wants("keyboard", p.focus(), field)
			p.write(field, c.typed)
			p.leave()
			if got := p.goal().Measures[0].Timetable; !model.ValueOf(got).Equal(model.ValueOf(c.want)) {
				t.Errorf("kept %+v, want %+v", got, c.want)
			}
			said := p.said(field)
			if !strings.Contains(said, c.typed) || !strings.Contains(said, c.said) || c.said == "" && strings.Contains(said, "Virhe") {
				t.Errorf("said %q", said)
			}
			p.page().choose(goal.ID, stepResponsible)
			p.page().choose(goal.ID, stepMeasures)
			if said := p.said(field); !strings.Contains(said, c.typed) {
				t.Errorf("afterwards said %q", said)
			}
		})
	}
}

func TestTimetableIsChosenWithChips(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta")
	p.page().choose(goal.ID, stepMeasures)
	measure := goal.Measures[0].ID
	timetable := func() model.Timetable { return p.goal().Measures[0].Timetable }
	p.press(key(measure, "timetable/2022"))
	p.press(key(measure, "timetable/2019"))
	p.wants("two years", slices.Equal(timetable().Years, []int{2019, 2022}), true)
	p.window.window.Canvas().Focus(p.control(key(measure, "timetable/2022")))
	p.press(key(measure, "timetable/2022"))
	p.wants("one year", slices.Equal(timetable().Years, []int{2019}), true)
	p.wants("keyboard", p.focus(), key(measure, "timetable/2022"))
	p.press(key(measure, "timetable/ongoing"))
	p.wants("ongoing", timetable().Kind, model.Ongoing)
	p.press(key(measure, "timetable/none"))
	p.wants("none", timetable().Kind, model.NoOwnDate)
	p.press(key(measure, "timetable/none"))
	p.wants("unset", timetable().Unset(), true)
}

func TestPastedLinesAndCellsBecomeMeasuresWhenWished(t *testing.T) {
	tests := []struct {
		name, pasted string
		answer       fyne.KeyName // "" where nothing is asked
		want         []string
	}{
		{"one line", "Neuvonta", "", []string{"Neuvonta"}},
		{"lines", "Neuvonta\r\n\r\nOhjaus\nTuki\n", fyne.KeyReturn, []string{"Neuvonta", "Ohjaus", "Tuki"}},
		{"lines as one", "Neuvonta\nOhjaus", fyne.KeyEscape, []string{"Neuvonta Ohjaus"}},
		{"cells", "Neuvonta\tOhjaus\nTuki\t", fyne.KeyReturn, []string{"Neuvonta", "Ohjaus", "Tuki"}},
		{"quoted cell", "\"Neuvonta\nja ohjaus\"\tTuki", fyne.KeyReturn, []string{"Neuvonta ja ohjaus", "Tuki"}},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			p := at(t, "")
			p.press("addSection")
			p.press("addGoal")
			goal := p.page().at.Element
			p.page().choose(goal, stepMeasures)
			p.press("add")
			measure := p.goal().Measures[0].ID
			field := p.control(fieldKey(measure, "title.fi"))
			p.window.window.Canvas().Focus(field)
			clipboard := test.NewClipboard()
			clipboard.SetContent(c.pasted)
			field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
			asked := p.window.window.Canvas().Overlays().Top() != nil
			p.wants("asked", asked, c.answer != "")
			if asked {
				p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: c.answer})
			}
			if err := p.page().flush(); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, m := range p.goal().Measures {
				got = append(got, m.Title.Fi)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("measures %q, want %q", got, c.want)
			}
		})
	}
}

func TestPasteIntoAFilledFieldLeavesItsTextAlone(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta")
	p.page().choose(goal.ID, stepMeasures)
	measure := goal.Measures[0]
	field := p.control(fieldKey(measure.ID, "title.sv"))
	p.window.window.Canvas().Focus(field)
	test.Type(field, "Kartläggning")
	clipboard := test.NewClipboard()
	clipboard.SetContent("Rådgivning\nStöd")
	field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	measures := p.goal().Measures
	p.wants("measures", len(measures), len(goal.Measures)+2)
	p.wants("first", measures[0].Title, measure.Title.With(model.Swedish, "Kartläggning"))
	p.wants("second", measures[1].Title, model.Text{Sv: "Rådgivning"})
	p.wants("third", measures[2].Title, model.Text{Sv: "Stöd"})
}

func TestBodiesComeFromTheRegisterOrGoIntoIt(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Asumisneuvonta").ID
	p.page().choose(goal, stepResponsible)
	before, known := len(p.goal().Bodies), len(p.programme().Bodies)
	add := fieldKey(goal, addBodyField(model.Partner))

	p.write(add, "welcome off")
	p.enter()
	p.wants("bound", len(p.goal().Bodies), before+1)
	p.wants("register", len(p.programme().Bodies), known)
	bound := p.goal().Bodies[before]
	p.wants("role", bound.Role, model.Partner)
	p.wants("keyboard", p.focus(), add)

	p.write(add, "Uusi yhdistys ry")
	p.enter()
	p.wants("register", len(p.programme().Bodies), known+1)
	fresh := p.goal().Bodies[before+1]
	p.wants("name", p.programme().Body(fresh.Body).Name.Fi, "Uusi yhdistys ry")

	p.write(add, "uusi yhdistys RY")
	p.enter()
	p.wants("twice", len(p.goal().Bodies), before+2)
	p.wants("register", len(p.programme().Bodies), known+1)

	p.press(key(fresh.ID, "leads"))
	p.wants("leads", p.goal().Bodies[before+1].Leads, true)
	p.press(key(fresh.ID, "role/responsible"))
	p.wants("role", p.goal().Bodies[before+1].Role, model.Responsible)

	p.page().choose(goal, stepResponsible)
	p.write(add, "puolik")
	p.page().choose(goal, stepReview)
	p.page().choose(goal, stepResponsible)
	if said := p.said(add); !strings.Contains(said, "puolik") {
		t.Errorf("a half-written name is lost: %q", said)
	}
}

func TestKindIsProposedAndAnswered(t *testing.T) {
	tests := []struct {
		wording, press string
		want           func(p person, before int) bool
	}{
		{"Palvelun käyttöönotto", "confirm", func(p person, before int) bool {
			i := p.goal().Indicators[before]
			return i.Kind == model.IndicatorDone && i.Confirmed
		}},
		{"Käyttäjämäärän kasvu", "confirm", func(p person, before int) bool {
			i := p.goal().Indicators[before]
			return i.Kind == model.IndicatorGrowth && i.BaselineValue == ""
		}},
		{"Osallistuneiden osuus 80 %", "confirm", func(p person, before int) bool {
			i := p.goal().Indicators[before]
			return i.Kind == model.IndicatorShare && i.TargetTotal == "80" && i.Unit.Fi == "%" && i.Unit.Sv == "%"
		}},
		{"Ihan muuta", "not", func(p person, before int) bool { return len(p.goal().Indicators) == before }},
		{"Palvelun käyttöönotto", "choose", func(p person, before int) bool {
			id := p.goal().Indicators[before].ID
			p.press(key(id, "kind/survey"))
			i := p.goal().Indicators[before]
			return i.Kind == model.IndicatorSurvey && i.Confirmed
		}},
		{"Mallin käyttöönotto ja käyttäjien määrä", "split", func(p person, before int) bool {
			all := p.goal().Indicators
			return len(all) == before+2 && all[before].Kind == model.IndicatorDone && all[before+1].Kind == model.IndicatorCount
		}},
	}
	for _, c := range tests {
		t.Run(c.wording+" "+c.press, func(t *testing.T) {
			p := at(t, "vaasa-2019-2022")
			goal := p.titled("Digiystävätoiminta").ID
			p.page().choose(goal, stepIndicators)
			before := len(p.goal().Indicators)
			p.press("add")
			id := p.goal().Indicators[before].ID
			p.write(fieldKey(id, "title.fi"), c.wording)
			p.leave()
			p.press(key(id, c.press))
			if !c.want(p, before) {
				t.Errorf("indicators %+v", p.goal().Indicators[before:])
			}
		})
	}
}

func TestSameNameIsToldAndAllowed(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.page().choose(p.titled("Asumisneuvonta").ID, stepGoal)
	p.page().addGoal()
	p.write(p.focus(), "Asumisneuvonta")
	p.leave()
	if texts := labels(p.page().main); !slices.Contains(texts, "Sama nimi on jo toisella.") {
		t.Errorf("the page does not say so: %q", texts)
	}
	p.wants("kept", p.goal().Title.Fi, "Asumisneuvonta")
}
