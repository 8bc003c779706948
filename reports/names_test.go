package reports_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
	"tavoitekartta/model/personname"
	"tavoitekartta/reports"
)

func TestEditionWithoutNamesHasNoneAndCarriesNothing(t *testing.T) {
	p := vaasa(t)
	p.Decisions[len(p.Decisions)-1].Minutes = []model.MinutesEntry{
		{ID: "m1", Role: model.Chair, Person: "p1", Done: true}, {ID: "m2", Role: model.MinutesChecker, Person: "p2"},
	}
	p.Decisions[len(p.Decisions)-1].Preparer = model.Text{Fi: "sihteeri Kolmas Valmistelija"}
	options := reports.Options{Languages: []model.Language{model.Finnish, model.Swedish}, Names: func(id model.PersonID) string {
		return map[model.PersonID]string{"p1": "Eka Puhetta", "p2": "Toka Tarkastaja"}[id]
	}}
	words := func() string {
		laid, err := reports.Pages(t.Context(), p, options)
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for i := range laid.Pages {
			all.WriteString(laid.Words(&laid.Pages[i]) + "\n")
		}
		return strings.Join(strings.Fields(all.String()), " ")
	}
	for _, name := range []string{"Eka Puhetta", "Toka Tarkastaja", "Kolmas Valmistelija"} {
		if !strings.Contains(words(), name) {
			t.Fatalf("%s is not in the usual document", name)
		}
	}
	found := personname.Find(&p, options.Names)
	options.WithoutNames = personname.Proposed(found)
	delete(options.WithoutNames, "person/p2") // kept by the person who makes it
	said := words()
	for _, name := range []string{"Eka Puhetta", "Kolmas Valmistelija"} {
		if strings.Contains(said, name) {
			t.Errorf("%s is in the edition without names", name)
		}
	}
	for _, wanted := range []string{"Toka Tarkastaja", "nimi poistettu", "namnet borttaget"} {
		if !strings.Contains(said, wanted) {
			t.Errorf("%q is not said", wanted)
		}
	}
	var pdf bytes.Buffer
	if _, err := reports.Render(t.Context(), &pdf, p, options); err != nil {
		t.Fatal(err)
	}
	if _, err := pdffile.Attachment(pdf.Bytes(), interchange.FileName); !errors.Is(err, pdffile.ErrNotCarried) {
		t.Errorf("what it carries: %v", err)
	}
	if bytes.Contains(pdf.Bytes(), []byte("Eka Puhetta")) || !bytes.Contains(pdf.Bytes(), []byte("<pdfaid:part>2</pdfaid:part>")) {
		t.Error("the metadata are not those of an edition without names")
	}
}

func TestOnlyDocumentsThatShowAllCarryTheData(t *testing.T) {
	p := vaasa(t)
	for _, kind := range reports.Kinds() {
		for _, alone := range []bool{false, true} {
			var pdf bytes.Buffer
			if _, err := reports.Render(t.Context(), &pdf, p, reports.Options{Kind: kind, NoAttachment: alone}); err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			_, err := pdffile.Attachment(pdf.Bytes(), interchange.FileName)
			if want := !alone && (kind == "programme" || kind == "approved"); (err == nil) != want {
				t.Errorf("%s, alone %v: %v", kind, alone, err)
			}
		}
	}
}

func TestTheRecordOfADocumentIsFilledFromTheProgramme(t *testing.T) {
	p := vaasa(t)
	p.State, p.RecordedAfterwards = model.Approved, false
	p.Confidentiality, p.RetentionClass = "Julkinen", "Pysyvästi"
	laid, err := reports.Pages(t.Context(), p, reports.Options{Languages: []model.Language{model.Finnish}})
	if err != nil {
		t.Fatal(err)
	}
	hash, err := p.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	r, d := laid.Record, p.FinalDecision()
	if r.RegisterNumber != d.RegisterNumber || r.Paragraph != d.Paragraph || r.DecisionDate != "2019-01-21" || r.Organ == "" || r.State != "approved" ||
		r.ValidFrom != "2019" || r.ValidUntil != "2022" || r.Confidentiality != "Julkinen" || r.RetentionClass != "Pysyvästi" ||
		r.Fingerprint != hash.String() {
		t.Errorf("%+v", r)
	}
}

func TestTheMetadataOfEveryKindNameTheRecord(t *testing.T) {
	p := vaasa(t)
	p.Confidentiality, p.RetentionClass = "Julkinen", "Pysyvästi"
	d := p.FinalDecision()
	for _, kind := range reports.Kinds() {
		var pdf bytes.Buffer
		if _, err := reports.Render(t.Context(), &pdf, p, reports.Options{Kind: kind, Languages: []model.Language{model.Finnish}, Today: today}); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for property, value := range map[string]string{
			"registerNumber": d.RegisterNumber, "paragraph": d.Paragraph, "decisionDate": d.MeetingDate.String(),
			"confidentiality": "Julkinen", "retentionClass": "Pysyvästi", "validFrom": "2019", "state": "approved",
		} {
			if said := "<record:" + property + ">" + value + "</record:" + property + ">"; !bytes.Contains(pdf.Bytes(), []byte(said)) {
				t.Errorf("%s: the metadata lack %s", kind, said)
			}
		}
		if printed := bytes.Contains(pdf.Bytes(), []byte("<record:fingerprint>")); printed == (kind == "plain") {
			t.Errorf("%s: a fingerprint is told: %t", kind, printed)
		}
	}
}

// namedEverywhere is the programme with a name in each place where one can
// stand, and who is named by id.
func namedEverywhere(t *testing.T) (model.Programme, func(model.PersonID) string) {
	t.Helper()
	p := vaasa(t)
	p.Contacts = append(p.Contacts, model.Contact{ID: "c9", Role: model.Text{Fi: "sihteeri Yhdeksäs Yhteydenotto"}, Person: "contact"})
	p.Chapters[0].AuthorRole = model.Text{Fi: "puheenjohtaja Terve Tervehdys"}
	p.Decisions[0].Minutes = []model.MinutesEntry{{ID: "g1", Role: model.Chair, Person: "group", Done: true}}
	final := &p.Decisions[len(p.Decisions)-1]
	final.Preparer = model.Text{Fi: "sihteeri Kolmas Valmistelija"}
	final.Dissents = []model.Dissent{{ID: "d1", Person: "dissent", Text: model.Text{Fi: "eriävä mielipide"}}}
	return p, func(id model.PersonID) string {
		return map[model.PersonID]string{
			"contact": "Yhdeksäs Yhteydenotto", "group": "Ryhmän Vetäjä", "chair": "Eka Puhetta", "keeper": "Toka Kirjuri", "dissent": "Eri Mieltä",
		}[id]
	}
}

var plantedNames = []string{
	"Yhdeksäs Yhteydenotto", "Terve Tervehdys", "Ryhmän Vetäjä", "Eka Puhetta", "Toka Kirjuri", "Eri Mieltä", "Kolmas Valmistelija",
}

func TestTheDataHoldsNoNameThatThePagesDoNotShow(t *testing.T) {
	p, names := namedEverywhere(t)
	options := reports.Options{Kind: "approved", Languages: []model.Language{model.Finnish}, Names: names}
	laid, err := reports.Pages(t.Context(), p, options)
	if err != nil {
		t.Fatal(err)
	}
	var pages strings.Builder
	for i := range laid.Pages {
		pages.WriteString(laid.Words(&laid.Pages[i]) + "\n")
	}
	var pdf bytes.Buffer
	if _, err := reports.Render(t.Context(), &pdf, p, options); err != nil {
		t.Fatal(err)
	}
	data, err := pdffile.Attachment(pdf.Bytes(), interchange.FileName)
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, name := range plantedNames {
		onPage := strings.Contains(pages.String(), name)
		if carried := bytes.Contains(data, []byte(name)); carried && !onPage {
			t.Errorf("%s is in the data and on no page", name)
		}
		if onPage {
			shown++
		}
	}
	if shown < 3 || strings.Contains(pages.String(), "Ryhmän Vetäjä") {
		t.Errorf("%d names are shown; one of a body that is not the deciding one must not be", shown)
	}
}

func TestNoKindOfTheEditionWithoutNamesHoldsAName(t *testing.T) {
	p, names := namedEverywhere(t)
	options := reports.Options{Languages: []model.Language{model.Finnish, model.Swedish}, Names: names}
	found := personname.Find(&p, names)
	taken := personname.Proposed(found)
	for _, f := range found {
		taken[f.Key] = true
	}
	for _, kind := range reports.Kinds() {
		options.Kind = kind
		for _, without := range []personname.Removal{nil, taken} {
			options.WithoutNames = without
			laid, err := reports.Pages(t.Context(), p, options)
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			whole := fmt.Sprintf("%+v %+v %+v", laid.Outline, laid.Record, laid.Elements)
			for i := range laid.Pages {
				whole += fmt.Sprintf("%+v", laid.Pages[i].Operations) + laid.Words(&laid.Pages[i])
			}
			for _, name := range plantedNames {
				if without != nil && strings.Contains(whole, name) {
					t.Errorf("%s without names holds %s", kind, name)
				}
			}
			if kind == "approved" && without == nil && !strings.Contains(whole, "Eka Puhetta") {
				t.Error("the usual edition shows no name, so that nothing is tested")
			}
		}
	}
}
