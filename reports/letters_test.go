package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// matter is a programme on its way to the council, as an agenda tells it.
func matter() model.Programme {
	both := func(fi, sv string) model.Text { return model.Text{Fi: fi, Sv: sv} }
	responsible := []model.Responsibility{{ID: "r", Body: "b", Role: model.Responsible, Leads: true}}
	return model.Programme{
		ID: "p", Title: both("Kotouttamisohjelma 2027–2030", "Integrationsprogram 2027–2030"), Kind: model.ActionProgramme,
		FirstYear: 2027, LastYear: 2030, FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish, model.Swedish},
		Owners: []model.Owner{
			{ID: "o1", Name: both("Rantalan kaupunki", "Strandby stad")}, {ID: "o2", Name: both("Metsälän kunta", "Skogby kommun")},
		},
		LegalBasis: "681/2023", Predecessor: both("Kotouttamisohjelma 2023–2026", ""), FollowUpBody: both("Monikulttuurisuusneuvosto", ""),
		Chapters: []model.Chapter{{ID: "c", Role: model.PurposeText, Body: both("Kaikille on tilaa.\nKunta tekee työn yhdessä.", "Det finns rum för alla.")}},
		Bodies:   []model.Body{{ID: "b", Name: both("Kirjasto", "Biblioteket")}},
		Sections: []model.Section{{ID: "s", Number: "1", Role: model.House, Title: both("Työ", "Arbete"), Goals: []model.Goal{
			{ID: "g1", Number: "1.1", Title: both("Kielitaito paranee", "Språkkunskaperna förbättras"), Bodies: responsible, Measures: []model.Measure{
				{ID: "m1", Title: both("Kielikahvila avataan", "Ett språkcafé öppnas"), Timetable: model.Timetable{Kind: model.InYears, Years: []int{2027}}},
				{ID: "m2", Title: both("Ohjaajat koulutetaan", ""), Timetable: model.Timetable{Kind: model.Ongoing}, Bodies: responsible},
			}},
			{ID: "g2", Number: "1.2", Title: both("Työpaikat löytyvät", ""), Description: both("Yritykset kutsutaan mukaan.", "")},
		}}},
		Goals: []model.Goal{{ID: "g3", Number: "1", Role: model.SpearheadRole, Title: both("Yhteinen keittiö", "Ett gemensamt kök"),
			Measures: []model.Measure{{ID: "m3", Title: both("Tilat etsitään", "Lokaler söks"), TimetablePrinted: both("Keväällä 2028", "")}}}},
		Decisions: []model.Decision{
			{ID: "d1", Organ: model.Board, OrganName: both("Kaupunginhallitus", "Stadsstyrelsen"), MeetingDate: model.Date{Year: 2026, Month: 11, Day: 30},
				Paragraph: "412", Outcome: model.OutcomeApproved},
			{
				ID: "d2", Final: true, Organ: model.Council, OrganName: both("Kaupunginvaltuusto", "Stadsfullmäktige"),
				MeetingDate: model.Date{Year: 2026, Month: 12, Day: 14}, RegisterNumber: "RAN/12/2026", Preparer: both("Koordinaattori", "Koordinatorn"),
				Rationale: both("Ohjelma päättyy vuonna 2026.\nSitä jatketaan.", "Programmet går ut 2026."), Effects: both("Lasten asema paranee.", ""),
				Proposal: both("Valtuusto hyväksyy ohjelman.", "Fullmäktige godkänner programmet."),
				Annexes:  both("Ohjelma\n\nLausunnot", "Programmet\nUtlåtandena"),
				Appeal:   both("Kunnallisvalitus hallinto-oikeuteen.", "Kommunalbesvär hos förvaltningsdomstolen."),
			},
		},
	}
}

func letter(t testing.TB, p model.Programme, kind programme.Kind, languages ...model.Language) document.Document {
	t.Helper()
	doc, err := programme.Document(&p, programme.Options{Kind: kind, Languages: languages, Today: today, Names: names})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestTreeOfAgendaAndLetterOfIntent(t *testing.T) {
	for _, kind := range []programme.Kind{programme.Agenda, programme.LetterOfIntent} {
		for _, languages := range [][]model.Language{{model.Finnish}, {model.Swedish}, {model.English}, {model.Finnish, model.Swedish}} {
			name := string(kind)
			for _, language := range languages {
				name += "-" + string(language)
			}
			t.Run(name, func(t *testing.T) {
				checkGolden(t, name, trimLines(letter(t, matter(), kind, languages...).Outline()))
			})
		}
	}
}

// onTheWay is the matter before the board has decided.
func onTheWay() model.Programme {
	p := matter()
	board := &p.Decisions[0]
	board.Outcome, board.Presenter = "", model.Text{Fi: "Kaupunginjohtaja", Sv: "Stadsdirektören"}
	board.Effects = model.Text{Fi: "Henkilöstö: ohjaajat koulutetaan.\nLapset: kielikahvila on avoin perheille, ja aika: iltapäivä, sopii niille.",
		Sv: "Personal: ledarna får utbildning.\nBarn: språkcaféet är öppet för familjer."}
	p.Decisions = append(p.Decisions, model.Decision{ID: "d0", Organ: model.WorkingGroup, RegisterNumber: "RAN/12/2026",
		MeetingDate: model.Date{Year: 2026, Month: 9, Day: 3}, Outcome: model.OutcomeReturned})
	return p
}

func TestTreeOfTheAgendaOfTheNextHandling(t *testing.T) {
	for _, languages := range [][]model.Language{{model.Finnish}, {model.Swedish}, {model.English}} {
		name := "agenda-next-" + string(languages[0])
		t.Run(name, func(t *testing.T) {
			checkGolden(t, name, trimLines(letter(t, onTheWay(), programme.Agenda, languages...).Outline()))
		})
	}
}

func TestAnAgendaIsMadeForTheHandlingThatIsChosen(t *testing.T) {
	for decision, wanted := range map[model.EntityID][]string{
		"d0": {"Asia on käsitelty 3.9.2026.", "Kaupunginhallitus 30.11.2026 § 412"},
		"d1": {"eteenpäin päätöksentekoon", "Kaupunginjohtaja", "Työryhmä 3.9.2026 (palautettu valmisteluun)", "Kaupunginvaltuusto 14.12.2026", "RAN/12/2026"},
		"d2": {"hyväksyttäväksi", "Valtuusto hyväksyy ohjelman.", "Kunnallisvalitus hallinto-oikeuteen."},
	} {
		p := onTheWay()
		doc, err := programme.Document(&p, programme.Options{Kind: programme.Agenda, Languages: []model.Language{model.Finnish}, Today: today,
			Choice: programme.Choice{Decision: decision}})
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range wanted {
			if !strings.Contains(doc.Outline(), words) {
				t.Errorf("%s: %q is not in\n%s", decision, words, doc.Outline())
			}
		}
		if d := p.Decision(decision); doc.Record.Organ == "" || doc.Record.DecisionDate != d.MeetingDate.String() || doc.Record.Paragraph != d.Paragraph {
			t.Errorf("%s: the record is %+v", decision, doc.Record)
		}
	}
}

func TestAnAgendaOfADraftNamesEverythingThatIsMissing(t *testing.T) {
	outline := letter(t, model.Programme{}, programme.Agenda, model.Finnish).Outline()
	for _, heading := range []string{"Selostus", "Vaikutusten arviointi", "Kustannukset", "Päätösehdotus", "Liitteet"} {
		if !strings.Contains(outline, heading) {
			t.Errorf("%s is left out", heading)
		}
	}
	if missing := strings.Count(outline, "Ei vielä kirjoitettu."); missing != 5 {
		t.Errorf("%d texts are missed, want 5", missing)
	}
	if missing := strings.Count(outline, "Ei vielä merkitty"); missing != 5 {
		t.Errorf("%d facts are missed, want organ, meeting, register number, preparer and presenter", missing)
	}
}

func TestEachCouncilOfAJointProgrammeHasItsOwnAgenda(t *testing.T) {
	p := matter()
	other := p.Decisions[1]
	other.ID, other.OrganName, other.Proposal = "d3", model.Text{Fi: "Kunnanvaltuusto"}, model.Text{Fi: "Kunta hyväksyy ohjelman."}
	p.Decisions = append(p.Decisions, other)
	doc := letter(t, p, programme.Agenda, model.Finnish)
	if len(doc.Parts) != 2 {
		t.Fatalf("%d agendas, want 2", len(doc.Parts))
	}
	outline := doc.Outline()
	for _, proposal := range []string{"Valtuusto hyväksyy ohjelman.", "Kunta hyväksyy ohjelman."} {
		if strings.Count(outline, proposal) != 1 {
			t.Errorf("%q does not stand once", proposal)
		}
	}
}

func TestALetterIsCalledWhatTheProgrammeIs(t *testing.T) {
	p := matter()
	for kind, word := range map[model.ProgrammeKind]string{
		model.LetterOfIntent: "Avsiktsförklaring", model.CooperationAgreement: "Samarbetsavtal", model.DevelopmentPlan: "Avsiktsförklaring",
	} {
		p.Kind = kind
		if heading := letter(t, p, programme.LetterOfIntent, model.Swedish).Parts[0].Blocks[1].(document.Heading); heading.Eyebrow.String() != word {
			t.Errorf("%s: %q, want %q", kind, heading.Eyebrow, word)
		}
		if subject := letter(t, p, programme.LetterOfIntent, model.Swedish).Subject; subject != word {
			t.Errorf("%s: the file's subject is %q, want %q", kind, subject, word)
		}
	}
}

func TestPartnersArePartiesBesideTheOwners(t *testing.T) {
	p := matter()
	p.Bodies = append(p.Bodies, model.Body{ID: "c", Name: model.Text{Fi: "Järjestöt"}}, model.Body{ID: "d", Name: model.Text{Fi: "Metsälän kunta"}})
	partners := []model.Responsibility{{ID: "r2", Body: "c", Role: model.Partner}, {ID: "r3", Body: "d", Role: model.Partner}}
	p.Sections[0].Goals[1].Bodies = partners
	outline := letter(t, p, programme.LetterOfIntent, model.Finnish).Outline()
	for name, times := range map[string]int{"item Järjestöt\n": 1, "item Metsälän kunta\n": 1, "item Kirjasto\n": 0} {
		if strings.Count(outline, name) != times {
			t.Errorf("%q is not a party %d times in\n%s", name, times, outline)
		}
	}
}

func TestEachPartyHasItsLinesToSignWhole(t *testing.T) {
	p := matter()
	for i := range 10 {
		p.Owners = append(p.Owners, model.Owner{Name: model.Text{Fi: fmt.Sprintf("Osapuoli %d %s", i, strings.Repeat("yhteistyöverkosto ", i))}})
	}
	laid := pages(t, p, reports.Options{Kind: string(programme.LetterOfIntent), Languages: []model.Language{model.Finnish}, Today: today})
	signed := 0
	for _, page := range laid.Pages {
		words := laid.Words(&page)
		if place, role := strings.Count(words, "Paikka ja aika"), strings.Count(words, "Asema"); place != role {
			t.Errorf("page %d has %d first and %d last lines to sign on", page.Number, place, role)
		} else {
			signed += place
		}
	}
	if signed != 12 {
		t.Errorf("%d parties can sign, want 12", signed)
	}
}

func TestAPageWithALetterheadHasNoRunningHead(t *testing.T) {
	p := matter()
	p.Decisions[1].Rationale.Fi = strings.Repeat("Ohjelma on tehty yhdessä, ja se on tarpeen. ", 100)
	laid := pages(t, p, reports.Options{Kind: string(programme.Agenda), Languages: []model.Language{model.Finnish}, Today: today})
	for i, page := range laid.Pages {
		headed := false
		for _, operation := range page.Operations {
			text, is := operation.(layout.Text)
			headed = headed || is && text.Element < 0 && text.Y < 60
		}
		if headed == (i == 0) {
			t.Errorf("page %d: running head %t", page.Number, headed)
		}
	}
	if len(laid.Pages) < 2 {
		t.Error("the long agenda has one page")
	}
}

func TestAgendasAndLettersOfTheExamplesArePrinted(t *testing.T) {
	for _, kind := range []programme.Kind{programme.Agenda, programme.LetterOfIntent} {
		for _, name := range assets.Examples() {
			var out bytes.Buffer
			result, err := reports.Render(context.Background(), &out, exampleOf(t, name), reports.Options{Kind: string(kind), Languages: model.Languages(), Today: today})
			if err != nil {
				t.Fatal(err)
			}
			if kind == programme.Agenda && result.Pages > 6 {
				t.Errorf("%s: the agenda has %d pages in three languages", name, result.Pages)
			}
		}
	}
}

func TestALetterOfManyGoalsIsSignedOnAPageOrTwoAndHasThemInAnnexes(t *testing.T) {
	for _, p := range []model.Programme{exampleOf(t, "vaasa-2019-2022"), vaasa(t)} {
		laid := pages(t, p, reports.Options{Kind: string(programme.LetterOfIntent), Languages: []model.Language{model.Finnish}, Today: today})
		signed, annex := -1, -1
		for i := range laid.Pages {
			words := laid.Words(&laid.Pages[i])
			if strings.Contains(words, "Allekirjoitukset") {
				signed = i
				if !strings.Contains(words, "Voimassaolo") {
					t.Error("the letter is signed on a page that says nothing")
				}
			}
			if annex < 0 && strings.Contains(words, "Liite 1. ") {
				annex = i
			}
			if i < 2 && strings.Contains(words, "Omankielinen neuvonta") {
				t.Errorf("page %d of the letter lists the goals", i+1)
			}
		}
		if signed < 0 || signed > 1 || annex <= signed {
			t.Errorf("signed on page %d, the annexes begin on page %d", signed+1, annex+1)
		}
		last := laid.Words(&laid.Pages[len(laid.Pages)-1])
		if !strings.Contains(last, "Liite 2. ") || !strings.Contains(last, "5.1\u00A0(vetovastuu)") {
			t.Errorf("the last page says %q", last)
		}
	}
}
