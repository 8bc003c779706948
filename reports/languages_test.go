package reports_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// only are the texts of a programme that are written in one language alone and
// stand in no text of another.
func only(p model.Programme, language model.Language) []string {
	var found, foreign []string
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		if text, is := v.Interface().(model.Text); is {
			own := text.In(language)
			for _, other := range model.Languages() {
				if other != language && text.In(other) != "" {
					own = ""
					foreign = append(foreign, text.In(other))
				}
			}
			for line := range strings.SplitSeq(own, "\n") {
				if len(line) > 6 {
					found = append(found, line)
				}
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(p))
	others := strings.ToLower(strings.Join(foreign, "\n"))
	return slices.DeleteFunc(found, func(line string) bool { return strings.Contains(others, strings.ToLower(line)) })
}

// finnishOrgan gives the decisions of a programme an organ, meanings of votes and
// reservations that are written in Finnish alone.
func finnishOrgan(p model.Programme) model.Programme {
	finnish := func(text string) model.Text { return model.Text{Fi: text} }
	decision := model.Decision{
		ID: "fd", Final: true, Organ: model.Council, OrganName: finnish("rannikkoseudun valtuusto"), MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21},
		Paragraph: "12", Outcome: model.OutcomeApproved, Votes: []model.Vote{{Yes: 3, No: 2, YesMeaning: finnish("pohjaesityksen kannattaminen"), NoMeaning: finnish("palauttaminen valmisteluun")}},
	}
	before := decision
	before.ID, before.Final, before.OrganName, before.Votes = "bd", false, finnish("rannikkoseudun hallitus"), nil
	p.Decisions = []model.Decision{before, decision}
	p.Owners = []model.Owner{{ID: "fo", Name: finnish("Rannikkoseudun kuntayhtymä")}}
	p.Contacts = []model.Contact{{ID: "fc", Role: finnish("kotouttamisen yhteyshenkilö"), Address: "osoite@example.org"}}
	return p
}

func TestATextInAnotherLanguageIsMarkedWhereverItStands(t *testing.T) {
	for _, name := range assets.Examples() {
		for _, p := range []model.Programme{exampleOf(t, name), finnishOrgan(exampleOf(t, name))} {
			for _, kind := range reports.Kinds() {
				if kind == string(programme.Approved) && !p.State.Locked() {
					p.State = model.Approved
				}
				for _, edition := range [][]model.Language{{model.Swedish}, {model.Finnish, model.Swedish}} {
					doc, err := programme.Document(&p, programme.Options{Kind: programme.Kind(kind), Languages: edition, Today: today, Names: names})
					if err != nil {
						t.Fatal(err)
					}
					checkMarked(t, name+" "+kind, doc, only(p, model.Finnish))
				}
			}
		}
	}
}

// checkMarked tells of Finnish texts that stand in a document as if they were in
// the language of their part.
func checkMarked(t *testing.T, name string, doc document.Document, finnish []string) {
	t.Helper()
	for _, part := range doc.Parts {
		alone := document.Document{Parts: []document.Part{part}}
		for text := range alone.Texts() {
			for _, run := range text {
				language := run.Language
				if language == "" {
					language = part.Language
				}
				if language == string(model.Finnish) {
					continue
				}
				for _, words := range finnish {
					if strings.Contains(strings.ToLower(run.String), strings.ToLower(words)) {
						t.Errorf("%s: %q stands as %s in %q", name, words, language, run.String)
						return
					}
				}
			}
		}
	}
}

func TestTheCoverMarksAnOrgansNameAsTheLanguageItIsWrittenIn(t *testing.T) {
	p := finnishOrgan(exampleOf(t, "vaasa-2019-2022"))
	p.State = model.Approved
	o := options(model.Swedish)
	laid, err := reports.Pages(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	if got := languageOf(laid, "Rannikkoseudun valtuusto"); got != "fi" {
		t.Errorf("the organ's Finnish name stands as %q", got)
	}
	if got := languageOf(laid, "Rannikkoseudun kuntayhtymä"); got != "fi" {
		t.Errorf("the owner's Finnish name stands as %q", got)
	}
}

// languageOf is the language of the first text of a cover that holds the words.
func languageOf(laid *layout.Result, words string) string {
	for _, operation := range laid.Pages[0].Operations {
		if text, is := operation.(layout.Text); is && strings.Contains(text.Source, words) {
			return text.Language
		}
	}
	return ""
}
