package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/model"
	"tavoitekartta/model/personname"
	"tavoitekartta/reports"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// signable are options of a report with signature fields.
func signable(kind programme.Kind, languages ...model.Language) reports.Options {
	return reports.Options{Kind: string(kind), Languages: languages, Today: today, Names: names, Choice: programme.Choice{SignatureFields: true}}
}

// signatureNames are the names of the signature fields on the pages, in order.
func signatureNames(t *testing.T, p model.Programme, o reports.Options) []string {
	t.Helper()
	var list []string
	laid := pages(t, p, o)
	for _, page := range laid.Pages {
		for _, operation := range page.Operations {
			widget, is := operation.(layout.Widget)
			if !is {
				continue
			}
			list = append(list, widget.Field.Name)
			if laid.Elements[widget.Element].Role != layout.RoleForm || widget.Field.Tooltip == "" {
				t.Errorf("%+v", widget.Field)
			}
			if widget.Width < 100 || widget.Height < 36 || widget.X+widget.Width > page.Width()-50 || widget.Y+widget.Height > page.Height()-60 {
				t.Errorf("%q stands at %g, %g, %g wide and %g high", widget.Field.Name, widget.X, widget.Y, widget.Width, widget.Height)
			}
		}
	}
	return list
}

func TestThoseWhoSignTheMinutesHaveFieldsNamedAfterTheirRoles(t *testing.T) {
	for languages, want := range map[string][]string{
		"fi": {"Kaupunginvaltuuston puheenjohtaja", "Kaupunginvaltuuston pöytäkirjanpitäjä",
			"Kaupunginvaltuuston pöytäkirjantarkastaja", "Kaupunginvaltuuston pöytäkirjantarkastaja 2"},
		"sv": {"Stadsfullmäktiges ordförande", "Stadsfullmäktiges protokollförare", "Stadsfullmäktiges protokolljusterare", "Stadsfullmäktiges protokolljusterare 2"},
		"en": {"Chair, Kaupunginvaltuusto", "Minutes-keeper, Kaupunginvaltuusto", "Minutes checker, Kaupunginvaltuusto", "Minutes checker, Kaupunginvaltuusto 2"},
	} {
		p := vaasa(t)
		p.Decisions = slices.Clone(p.Decisions)
		for i := range p.Decisions {
			if p.Decisions[i].Final {
				p.Decisions[i].OrganName = model.Text{Fi: "Kaupunginvaltuusto", Sv: "Stadsfullmäktige"}
			}
		}
		if got := signatureNames(t, p, signable(programme.Approved, model.Language(languages))); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", languages, got, want)
		}
	}
}

func TestAnOrganOfAnyNameHasItsRoles(t *testing.T) {
	p := vaasa(t)
	p.Decisions = []model.Decision{{ID: "d", Final: true, Organ: model.Board}}
	for name, want := range map[string]string{
		"Kunnanhallitus": "Kunnanhallituksen puheenjohtaja", "Sivistys- ja vapaa-aikalautakunta": "Sivistys- ja vapaa-aikalautakunnan puheenjohtaja",
		"Aluevaltuusto": "Aluevaltuuston puheenjohtaja", "Steering Board": "Puheenjohtaja, Steering Board", "": "Hallituksen puheenjohtaja",
		"Liitto r.y": "Puheenjohtaja, Liitto r y",
	} {
		p.Decisions[0].OrganName = model.Text{Fi: name}
		if got := signatureNames(t, p, signable(programme.Approved, model.Finnish)); len(got) != 2 || got[0] != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestEachPartyAndEachBodyHasAFieldOfItsOwn(t *testing.T) {
	p := matter()
	p.Owners = append(p.Owners, p.Owners[0])
	if got := signatureNames(t, p, signable(programme.LetterOfIntent, model.Finnish)); !slices.Equal(got, []string{"Rantalan kaupunki", "Metsälän kunta", "Rantalan kaupunki 2"}) {
		t.Errorf("letter of intent: %q", got)
	}
	if got := signatureNames(t, p, signable(programme.BodySheet, model.Swedish)); !slices.Equal(got, []string{"Biblioteket, representant"}) {
		t.Errorf("body sheet: %q", got)
	}
	if got := signatureNames(t, model.Programme{}, signable(programme.LetterOfIntent, model.Finnish)); !slices.Equal(got, []string{"Osapuoli"}) {
		t.Errorf("without owners: %q", got)
	}
}

// An electronic signature is one of the whole file: nobody is asked to sign twice.
func TestTheSecondEditionLeadsToTheFieldsOfTheFirst(t *testing.T) {
	for _, kind := range []programme.Kind{programme.Approved, programme.LetterOfIntent, programme.BodySheet} {
		p := matter()
		p.State = model.Approved
		one := signatureNames(t, p, signable(kind, model.Finnish))
		both := signable(kind, model.Finnish, model.Swedish)
		if got := signatureNames(t, p, both); len(one) == 0 || !slices.Equal(got, one) {
			t.Errorf("%s: %q in two languages, %q in one", kind, got, one)
		}
		laid := pages(t, p, both)
		words := ""
		for i := range laid.Pages {
			words += laid.Words(&laid.Pages[i]) + " "
		}
		if !strings.Contains(words, "Underskrifterna finns i dokumentets första språkversion.") {
			t.Errorf("%s: the second edition does not say where the signatures are", kind)
		}
	}
}

func TestSignatureFieldsStandEmptyInTheFileAndOnlyWhereTheyAreWanted(t *testing.T) {
	p := vaasa(t)
	wanted := signable(programme.Approved, model.Finnish)
	file := render(t, p, wanted)
	fields, err := pdffile.FormValues(file)
	if err != nil {
		t.Fatal(err)
	}
	if value, is := fields["Kaupunginvaltuuston puheenjohtaja"]; !is || value != "" || len(fields) != 4 {
		t.Errorf("fields %q", fields)
	}
	if !strings.Contains(string(file), "<pdfaid:part>3<") || !strings.Contains(string(file), "<pdfuaid:part>1<") {
		t.Error("a document to sign is no archive copy")
	}
	plain := wanted
	plain.Choice.SignatureFields = false
	if _, err := pdffile.FormValues(render(t, p, plain)); err == nil {
		t.Error("there are fields where none are wanted")
	}
	if cost := len(file) - len(render(t, p, plain)); cost > 30_000 {
		t.Errorf("the fields and the letters for names take %d bytes", cost)
	}
	wanted.WithoutNames = personname.Removal{}
	if _, err := pdffile.FormValues(render(t, p, wanted)); err == nil {
		t.Error("the edition without names, which nobody signs, has fields")
	}
}

func TestManySignatoriesHaveRoomOnAnyNumberOfPages(t *testing.T) {
	p := vaasa(t)
	decision := model.Decision{ID: "d", Final: true, Organ: model.Council}
	for i := range 23 {
		decision.Minutes = append(decision.Minutes, model.MinutesEntry{ID: model.EntityID(fmt.Sprint(i)), Role: model.MinutesChecker})
	}
	p.Decisions = []model.Decision{decision}
	if got := signatureNames(t, p, signable(programme.Approved, model.Finnish)); len(got) != 23 {
		t.Errorf("%d fields", len(got))
	}
}
