package reports_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/personname"
	"tavoitekartta/reports"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// asking is a programme with a body that answers for one measure and one goal,
// and has answered some of it before.
func asking() model.Programme {
	text := func(fi, sv string) model.Text { return model.Text{Fi: fi, Sv: sv} }
	before := []model.FollowUpAnswer{
		{ID: "f", Year: 2026, Body: "b", Status: model.UnderWay, Remark: "Ensimmäinen kurssi on pidetty.\nToinen alkaa syksyllä."},
		{ID: "f2", Year: 2025, Body: "b", Status: model.NotStarted},
	}
	return model.Programme{
		ID: "p", Title: text("Toimenpideohjelma 2025–2028", "Åtgärdsprogram 2025–2028"), FirstYear: 2025, LastYear: 2028,
		FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish, model.Swedish},
		Owners: []model.Owner{{ID: "o", Name: text("Esimerkin kunta", "Exempels kommun")}},
		Bodies: []model.Body{{ID: "b", Name: text("Sivistystoimi", "Bildningssektorn")}, {ID: "q", Name: text("Yhdistys", "Förening")}},
		Sections: []model.Section{{ID: "s", Number: "1", Title: text("Kieli", "Språk"), Goals: []model.Goal{
			{ID: "g", Number: "1.1", Title: text("Kieltä oppii", "Man lär sig språket"),
				Indicators: []model.Indicator{
					{ID: "i1", Title: text("Kurssilaisten määrä", "Antal kursdeltagare"), Kind: model.IndicatorCount, Unit: text("henkilöä", "personer"),
						FollowUps: []model.FollowUpAnswer{{Year: 2026, Body: "b", Value: "12.5"}}},
					{ID: "i2", Title: text("Kokemukset", "Erfarenheter"), Kind: model.IndicatorJudgement},
				},
				Bodies: []model.Responsibility{{ID: "r", Body: "b", Role: model.Responsible}, {ID: "r2", Body: "q", Role: model.Partner}},
				Measures: []model.Measure{
					{ID: "m1", Number: "1.1.1", Title: text("Kurssit", "Kurser"), Timetable: model.OngoingTimetable(), FollowUps: before},
					{ID: "m2", Number: "1.1.2", Title: text("Myöhempi", "Senare"), Timetable: model.YearsTimetable(2028)},
					{ID: "m3", Number: "1.1.3", Title: text("Valmis", "Slutförd"), Timetable: model.YearsTimetable(2025), Status: model.Completed},
					{ID: "m4", Number: "1.1.4", Title: text("Myöhässä", "Försenad"), Timetable: model.YearsTimetable(2025),
						Indicators: []model.Indicator{{ID: "i3", Title: text("Käyttöönotto", "Införande"), Kind: model.IndicatorDone,
							FollowUps: []model.FollowUpAnswer{{Year: 2026, Body: "b", Value: "1"}}}}},
				}},
			{ID: "g2", Number: "1.2", Title: text("Muu", "Annat"), Measures: []model.Measure{{ID: "m5", Number: "1.2.1", Title: text("Tekijätön", "Utan part")}}},
		}}},
	}
}

func TestTreeOfWorksheets(t *testing.T) {
	p := asking()
	for golden, choice := range map[string]struct {
		languages []model.Language
		body      model.EntityID
	}{
		"worksheet-fi": {[]model.Language{model.Finnish}, "b"}, "worksheet-sv": {[]model.Language{model.Swedish}, ""},
		"worksheet-fi-sv": {[]model.Language{model.Finnish, model.Swedish}, "b"},
	} {
		t.Run(golden, func(t *testing.T) {
			doc, err := programme.Document(&p, programme.Options{
				Kind: programme.Worksheet, Languages: choice.languages, Today: today, Choice: programme.Choice{Body: choice.body},
			})
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, golden, trimLines(doc.Outline()))
		})
	}
}

func worksheetOptions(languages ...model.Language) reports.Options {
	o := options(languages...)
	o.Kind = string(programme.Worksheet)
	return o
}

func TestEveryFieldOfAWorksheetHasItsOwnNameWordsAndElement(t *testing.T) {
	laid := pages(t, asking(), worksheetOptions(model.Finnish, model.Swedish))
	seen := map[string]bool{}
	var names []string
	for _, page := range laid.Pages {
		for _, operation := range page.Operations {
			widget, is := operation.(layout.Widget)
			if !is {
				continue
			}
			if seen[widget.Field.Name] || strings.Contains(widget.Field.Name, ".") {
				t.Errorf("the name %q", widget.Field.Name)
			}
			seen[widget.Field.Name] = true
			names = append(names, widget.Field.Name)
			if widget.Field.Tooltip == "" || strings.Contains(widget.Field.Tooltip, "report.") {
				t.Errorf("%s says %q", widget.Field.Name, widget.Field.Tooltip)
			}
			if role := laid.Elements[widget.Element].Role; role != layout.RoleForm {
				t.Errorf("%s stands in a %s", widget.Field.Name, role)
			}
			if widget.X+widget.Width > layout.PageWidth-56 || widget.Y+widget.Height > layout.PageHeight-60 {
				t.Errorf("%s reaches over the margin", widget.Field.Name)
			}
		}
	}
	for _, want := range []string{"measure:m1:b:status", "measure:m5::remark", "indicator:i1:b:value", "indicator:i3:b:done", "measure:m1:b:status:sv"} {
		if !slices.Contains(names, want) {
			t.Errorf("no field %q of %q", want, names)
		}
	}
	for _, never := range []string{"measure:m2:b:status", "measure:m3:b:status", "measure:m1:q:status"} {
		if seen[never] {
			t.Errorf("%q is asked", never)
		}
	}
}

func TestWhatWasAnsweredBeforeStandsInTheWorksheet(t *testing.T) {
	laid := pages(t, asking(), worksheetOptions(model.Finnish))
	shown := map[string]string{}
	values := map[string]string{}
	for _, page := range laid.Pages {
		for _, operation := range page.Operations {
			if widget, is := operation.(layout.Widget); is {
				values[widget.Field.Name] = widget.Field.Value
				for _, text := range widget.Shown {
					shown[widget.Field.Name] += text.Source
					if text.Y < widget.Y || text.Y > widget.Y+widget.Height {
						t.Errorf("%q stands outside of its field", text.Source)
					}
				}
			}
		}
	}
	for name, want := range map[string]string{
		"measure:m1:b:status": "käynnissä", "measure:m4:b:status": "– valitse –", "indicator:i1:b:value": "12,5",
	} {
		if shown[name] != want {
			t.Errorf("%s shows %q, want %q", name, shown[name], want)
		}
	}
	if !strings.HasPrefix(shown["measure:m1:b:remark"], "Ensimmäinen") || values["indicator:i3:b:done"] != document.Checked {
		t.Errorf("shown %q, values %q", shown, values)
	}
}

func TestAWorksheetIsNoArchiveCopy(t *testing.T) {
	file := string(render(t, asking(), worksheetOptions(model.Finnish)))
	if strings.Contains(file, "<pdfaid:part>") || !strings.Contains(file, "<pdfuaid:part>1<") {
		t.Error("a form claims PDF/A, which readers open for reading only")
	}
	if !strings.Contains(string(render(t, asking(), options(model.Finnish))), "<pdfaid:part>3<") {
		t.Error("the programme document claims no PDF/A")
	}
}

func TestAWorksheetWithoutNamesHoldsNoEarlierRemarks(t *testing.T) {
	o := worksheetOptions(model.Finnish)
	o.WithoutNames = personname.Removal{}
	for _, page := range pages(t, asking(), o).Pages {
		for _, operation := range page.Operations {
			if widget, is := operation.(layout.Widget); is && strings.Contains(widget.Field.Value, "kurssi") {
				t.Errorf("%s holds %q", widget.Field.Name, widget.Field.Value)
			}
		}
	}
}

func TestAWorksheetOfABodyThatIsNotThereIsRefused(t *testing.T) {
	p := asking()
	_, err := programme.Document(&p, programme.Options{Kind: programme.Worksheet, Choice: programme.Choice{Body: "x"}})
	if !errors.Is(err, programme.ErrNotInProgramme) {
		t.Errorf("%v", err)
	}
}

// fieldsOf are the values of the fields on the pages, by their names.
func fieldsOf(laid *layout.Result) map[string]string {
	values := map[string]string{}
	for _, page := range laid.Pages {
		for _, operation := range page.Operations {
			if widget, is := operation.(layout.Widget); is {
				values[widget.Field.Name] = widget.Field.Value
			}
		}
	}
	return values
}

func TestABodyIsAskedWhatThoseBeforeItAnsweredFor(t *testing.T) {
	p := asking()
	p.Bodies[0].Successor = "heir"
	p.Bodies = append(p.Bodies, model.Body{ID: "heir", Name: model.Text{Fi: "Hyvinvointialue", Sv: "Välfärdsområdet"}})
	for what, body := range map[string]model.EntityID{"its own": "heir", "the one before it": "b", "everyone's": ""} {
		o := worksheetOptions(model.Finnish)
		o.Choice.Body = body
		laid := pages(t, p, o)
		values := fieldsOf(laid)
		if values["measure:m1:heir:status"] != string(model.UnderWay) || values["indicator:i1:heir:value"] != "12,5" {
			t.Errorf("%s form asks %q, and shows not what was answered before", what, values)
		}
		if _, asked := values["measure:m1:b:status"]; asked {
			t.Errorf("%s form asks a body that is no more", what)
		}
		if words := laid.Words(&laid.Pages[0]); !strings.Contains(words, "Hyvinvointialue") || !strings.Contains(words, "Aiemmin: Sivistystoimi") {
			t.Errorf("%s form opens with %q", what, words)
		}
		for _, hidden := range laid.Hidden {
			if hidden.Name == programme.WorksheetBody && (hidden.Value != "heir" && body != "" || hidden.Value != "" && body == "") {
				t.Errorf("%s form is said to be that of %q", what, hidden.Value)
			}
		}
	}
}

func TestAWorksheetAsksOfTheYearThatIsDue(t *testing.T) {
	for day, want := range map[model.Date]string{
		{Year: 2026, Month: 3, Day: 1}: "2025", {Year: 2026, Month: 11, Day: 22}: "2026", {Year: 2031, Month: 1, Day: 1}: "2028",
	} {
		o := worksheetOptions(model.Finnish)
		o.Today = day
		if laid := pages(t, asking(), o); laid.Hidden[3].Name != programme.WorksheetYear || laid.Hidden[3].Value != want {
			t.Errorf("on %v: %+v, want %s", day, laid.Hidden, want)
		}
	}
	o := worksheetOptions(model.Finnish)
	o.Choice.Year = 2027
	if laid := pages(t, asking(), o); laid.Hidden[3].Value != "2027" {
		t.Errorf("the chosen year is not asked of: %+v", laid.Hidden)
	}
}

// Programs that fill forms refuse a list with an empty value.
func TestNoChoiceHasAnEmptyValue(t *testing.T) {
	for _, page := range pages(t, asking(), worksheetOptions(model.Finnish, model.Swedish)).Pages {
		for _, operation := range page.Operations {
			widget, is := operation.(layout.Widget)
			if !is || widget.Field.Kind != document.ChoiceField {
				continue
			}
			if !slices.ContainsFunc(widget.Field.Choices, func(c document.FieldChoice) bool { return c.Value == widget.Field.Value }) {
				t.Errorf("%s: %q is none of its choices", widget.Field.Name, widget.Field.Value)
			}
			for _, choice := range widget.Field.Choices {
				if choice.Value == "" || choice.Words == "" {
					t.Errorf("%s: choice %+v", widget.Field.Name, choice)
				}
			}
		}
	}
}
