package reports_test

import (
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/reports/programme"
)

func plainTexts(t *testing.T, p model.Programme, languages ...model.Language) (outline, texts string) {
	t.Helper()
	doc, err := programme.Document(&p, programme.Options{Kind: programme.EasyReading, Languages: languages, Today: today, Names: names})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for text := range doc.Texts() {
		all.WriteString(text.String() + "\n")
	}
	return trimLines(doc.Outline()), all.String()
}

func TestTreeOfTheEasyToReadEdition(t *testing.T) {
	draft := exampleOf(t, "vaasa-2019-2022")
	draft.Sections[0].Goals[2].PlainText, draft.Sections[1].Goals[0].PlainText = model.Text{}, model.Text{}
	approved := vaasa(t)
	approved.Sections[0].Goals[0].PlainText.Sv = ""
	for _, c := range []struct {
		golden    string
		programme model.Programme
		languages []model.Language
	}{
		{"plain-draft-fi", draft, []model.Language{model.Finnish}},
		{"plain-draft-en", draft, []model.Language{model.English}},
		{"plain-approved-sv", approved, []model.Language{model.Swedish}},
		{"plain-fi-sv", approved, []model.Language{model.Finnish, model.Swedish}},
		{"plain-none-fi", exampleOf(t, "vaasa-region-2012-2013"), []model.Language{model.Finnish}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			got, _ := plainTexts(t, c.programme, c.languages...)
			checkGolden(t, c.golden, got)
		})
	}
}

func TestTheEasyToReadEditionTakesNothingFromTheOfficialText(t *testing.T) {
	p := exampleOf(t, "vaasa-2019-2022")
	_, got := plainTexts(t, p, model.Finnish)
	for g := range p.AllGoals() {
		for _, m := range g.Measures {
			if strings.Contains(got, m.Title.Fi) {
				t.Errorf("the measure %q stands in it", m.Title.Fi)
			}
		}
		if !g.PlainText.Empty() && !strings.Contains(got, g.PlainText.Fi+"\n") {
			t.Errorf("the text of %q is not printed as it was written", g.Title.Fi)
		}
	}
	for _, s := range p.Sections {
		if !strings.Contains(got, s.PlainText.Fi+"\n") {
			t.Errorf("the text of %q is not printed as it was written", s.Title.Fi)
		}
	}
}

func TestADraftNamesEveryMissingEasyText(t *testing.T) {
	p := exampleOf(t, "vaasa-2019-2022")
	p.Sections[0].PlainText.Fi, p.Sections[0].Goals[2].PlainText.Fi, p.Sections[8].Goals[0].PlainText.Fi = "", "", ""
	missing := func() int {
		outline, _ := plainTexts(t, p, model.Finnish)
		_, list, found := strings.Cut(outline, "#fi-writer ")
		if !found {
			return 0
		}
		return strings.Count(list, "row\n")
	}
	share := p.PlainShare(model.Finnish)
	if got := missing(); got != share.Whole-share.Part || got == 0 {
		t.Errorf("%d are named, %v are written", got, share)
	}
	p.PlainText.Fi = ""
	if got := missing(); got != share.Whole-share.Part+1 {
		t.Errorf("without the introduction %d are named", got)
	}
	p.State = model.Approved
	if got := missing(); got != 0 {
		t.Errorf("an approved programme names %d", got)
	}
}

func TestTheFootOfAnEasyToReadPageBearsNoFingerprint(t *testing.T) {
	p := vaasa(t)
	hash, err := p.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := plainTexts(t, p, model.Finnish); strings.Contains(got, hash.Short()) {
		t.Error("the fingerprint of the official content stands under another text")
	}
}

func TestLinesOfAnEasyTextStayAndDashesMakeAList(t *testing.T) {
	p := model.Programme{FirstLanguage: model.Finnish, PlainText: model.Text{
		Fi: "Ensin tämä.\r\nSitten tuo.\n\nKaupunki auttaa:\n- työssä\n– koulussa\n-\nLopuksi.",
	}}
	got, _ := plainTexts(t, p, model.Finnish)
	for _, want := range []string{
		"paragraph Ensin tämä.⏎Sitten tuo.\n", "paragraph Kaupunki auttaa:\n  list\n    item työssä\n    item koulussa\n  paragraph -⏎Lopuksi.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}
