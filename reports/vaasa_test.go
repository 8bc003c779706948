package reports_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"tavoitekartta/model"
)

// caseFile is the transcription of Vaasa 2019–2022.
type caseFile struct {
	Programme struct {
		Title, Subtitle struct{ Fi string }
		PreparedBy      string
		CoordinatedWith string
		ContactRole     string
		Address         string
	}
	Sections []caseSection
}

type caseSection struct {
	Title, Kind string
	Goals       []caseGoal
}

type caseGoal struct {
	Title              string
	Pairs              bool
	Measures           []caseMeasure
	Responsible        []string
	ResponsiblePrinted string
	Indicators         []string
}

type caseMeasure struct {
	Text               string
	Years              []int
	Ongoing            bool
	Responsible        []string
	ResponsiblePrinted string
	Indicators         []string
}

func readCase(t testing.TB) caseFile {
	t.Helper()
	data, err := os.ReadFile("../model/testdata/vaasa-2019-2022.json")
	if err != nil {
		t.Fatal(err)
	}
	var read caseFile
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// vaasa is the case as a programme, as an approved one with a decision.
func vaasa(t testing.TB) model.Programme {
	t.Helper()
	read := readCase(t)
	b := &caseBuilder{bodies: map[string]model.EntityID{}}
	p := model.Programme{
		ID: "programme", Title: fi(read.Programme.Title.Fi), Subtitle: fi(read.Programme.Subtitle.Fi),
		Kind: model.IntegrationProgramme, State: model.Approved, Version: 1, FirstYear: 2019, LastYear: 2022,
		FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish},
		Owners:     []model.Owner{{ID: "vaasa", Name: model.Text{Fi: "Vaasan kaupunki", Sv: "Vasa stad"}, Kind: model.Municipality, Bilingual: true}},
		PreparedBy: fi(read.Programme.PreparedBy), CoordinatedWith: fi(read.Programme.CoordinatedWith),
		LegalBasis: "1386/2010", Address: read.Programme.Address,
		Chapters: []model.Chapter{{ID: "greetings", Role: model.Greetings, Title: fi("Maahanmuuttajaneuvoston terveiset"),
			Body: fi("Tahdoimme ohjelmasta tavoitekartan, joka toteutuessaan aidosti tukee kotoutumista, mutta myös tarjoaa " +
				"vastavuoroista kanssakäymistä vaasalaisten välillä.\n\nHyvinvointi on siitä ihana asia, että se ruokkii itseään."),
			AuthorRole: fi("maahanmuuttajaneuvoston puheenjohtaja")}},
		Contacts:  []model.Contact{{ID: "contact", Role: fi(read.Programme.ContactRole)}},
		Decisions: decisions(),
	}
	for i, section := range read.Sections {
		p.Sections = append(p.Sections, b.section(section, i+1))
	}
	p.Bodies = b.register
	return p
}

func fi(text string) model.Text { return model.Text{Fi: text} }

func decisions() []model.Decision {
	return []model.Decision{
		{ID: "group", Organ: model.WorkingGroup, MeetingDate: model.Date{Year: 2018, Month: 11, Day: 22}, Outcome: model.OutcomeApproved},
		{ID: "board", Organ: model.Board, OrganName: fi("kaupunginhallitus"), MeetingDate: model.Date{Year: 2019, Month: 1, Day: 14}},
		{ID: "council", Organ: model.Council, OrganName: fi("kaupunginvaltuusto"), MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21},
			Paragraph: "12", RegisterNumber: "VAASA/123/00.01/2018", Preparer: fi("Maahanmuuttajaneuvosto"), Final: true,
			Text: fi("Kaupunginvaltuusto hyväksyi kotouttamisohjelman vuosille 2019–2022."), Outcome: model.OutcomeApproved,
			Votes: []model.Vote{{ID: "vote", YesMeaning: fi("pohjaesitys"), NoMeaning: fi("hylkäys"), Yes: 51, No: 6, Blank: 1, Absent: 1}},
			Minutes: []model.MinutesEntry{
				{ID: "m1", Role: model.Chair, Person: "chair", Done: true, Digitally: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}},
				{ID: "m2", Role: model.MinutesKeeper, Person: "keeper", Done: true, Digitally: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}},
				{ID: "m3", Role: model.MinutesChecker, Done: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 23}},
				{ID: "m4", Role: model.MinutesChecker},
			}},
	}
}

type caseBuilder struct {
	bodies   map[string]model.EntityID
	register []model.Body
}

func (b *caseBuilder) section(read caseSection, number int) model.Section {
	roles := map[string]model.SectionRole{"": model.House, "foundation": model.Foundation, "follow-up": model.FollowUp}
	section := model.Section{ID: model.EntityID(fmt.Sprintf("s%d", number)), Number: fmt.Sprint(number), Title: fi(read.Title), Role: roles[read.Kind]}
	for i, goal := range read.Goals {
		section.Goals = append(section.Goals, b.goal(goal, fmt.Sprintf("%d.%d", number, i+1)))
	}
	return section
}

func (b *caseBuilder) goal(read caseGoal, number string) model.Goal {
	goal := model.Goal{ID: model.EntityID("g" + number), Number: number, Title: fi(read.Title)}
	if !read.Pairs {
		goal.Bodies, goal.BodiesPrinted = b.responsible(read.Responsible), fi(read.ResponsiblePrinted)
		goal.Indicators = indicators(read.Indicators)
	}
	for i, m := range read.Measures {
		measure := model.Measure{ID: model.EntityID(fmt.Sprintf("m%s.%d", number, i+1)), Title: fi(m.Text),
			Timetable: model.YearsTimetable(m.Years...)}
		if m.Ongoing {
			measure.Timetable = model.OngoingTimetable()
		}
		if measure.Timetable.Unset() {
			measure.Timetable = model.Timetable{Kind: model.NoOwnDate}
		}
		measure.Bodies, measure.BodiesPrinted = b.responsible(m.Responsible), fi(m.ResponsiblePrinted)
		measure.Indicators = indicators(m.Indicators)
		goal.Measures = append(goal.Measures, measure)
	}
	return goal
}

func (b *caseBuilder) responsible(names []string) []model.Responsibility {
	var list []model.Responsibility
	for _, name := range names {
		key := strings.ToLower(name)
		id, known := b.bodies[key]
		if !known {
			id = model.EntityID(fmt.Sprintf("b%d", len(b.register)))
			b.bodies[key] = id
			b.register = append(b.register, model.Body{ID: id, Name: fi(name)})
		}
		list = append(list, model.Responsibility{Body: id, Role: model.Responsible})
	}
	return list
}

func indicators(texts []string) []model.Indicator {
	var list []model.Indicator
	for _, text := range texts {
		list = append(list, model.Indicator{Title: fi(text)})
	}
	return list
}
