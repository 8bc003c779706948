package personname_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/personname"
)

func programme() model.Programme {
	return model.Programme{
		FirstLanguage: model.Finnish, Address: "esimerkki.fi/ohjelma",
		Chapters: []model.Chapter{
			{ID: "c", Body: model.Text{Fi: "Ohjelman kokosi Eka Tarkastaja-Virtanen, ja Eka Tarkastaja luki sen."}, AuthorRole: model.Text{Fi: "kaupunginjohtaja Toka Alkusana"}},
			{ID: "d", AuthorRole: model.Text{Fi: "kaupunginjohtaja", Sv: "stadsdirektör"}},
		},
		Contacts: []model.Contact{{ID: "k", Role: model.Text{Fi: "koordinaattori"}, Person: "p2", Address: "kolmas.neuvoja@esimerkki.fi"}},
		Decisions: []model.Decision{{
			ID: "d1", Preparer: model.Text{Fi: "kehittämispäällikkö", Sv: "Neljäs Valmistelija"},
			Minutes: []model.MinutesEntry{{ID: "m", Role: model.MinutesChecker, Person: "p1"}, {ID: "n", Role: model.Chair, Person: "p1"}},
		}},
	}
}

func names(p model.PersonID) string {
	return map[model.PersonID]string{"p1": "Eka Tarkastaja", "p2": "Kolmas Neuvoja"}[p]
}

func word(l model.Language) string { return "<" + string(l) + ">" }

func TestNamesAreFoundAndRolesAreNotProposed(t *testing.T) {
	p := programme()
	var proposed, others []string
	for _, name := range personname.Find(&p, names) {
		if name.Likely {
			proposed = append(proposed, string(name.Place)+" "+name.Name)
		} else {
			others = append(others, string(name.Place)+" "+name.Name)
		}
	}
	want := []string{
		"author kaupunginjohtaja Toka Alkusana", "contact Kolmas Neuvoja", "address kolmas.neuvoja@esimerkki.fi",
		"preparer Neljäs Valmistelija", "minutes Eka Tarkastaja",
	}
	if !slices.Equal(proposed, want) {
		t.Errorf("proposed %q", proposed)
	}
	want = []string{"author kaupunginjohtaja", "author stadsdirektör", "contact koordinaattori", "address esimerkki.fi/ohjelma", "preparer kehittämispäällikkö"}
	if !slices.Equal(others, want) {
		t.Errorf("others %q", others)
	}
}

func TestChosenNamesAreGoneAndTheProgrammeStaysAsItIs(t *testing.T) {
	p := programme()
	found := personname.Find(&p, names)
	removal := personname.Proposed(found)
	written := func(p model.Programme) string {
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	out := removal.From(p, found, word)
	for _, name := range []string{"Eka", "Toka", "kolmas.neuvoja", "Valmistelija"} {
		if strings.Contains(written(out), name) {
			t.Errorf("%s is there still", name)
		}
	}
	if got := out.Decisions[0].Preparer; got != (model.Text{Fi: "kehittämispäällikkö", Sv: "<sv>"}) {
		t.Errorf("preparer %q", got)
	}
	if written(p) != written(programme()) {
		t.Error("the programme itself was altered")
	}
	if persons := removal.Persons(found); !persons["p1"] || !persons["p2"] || len(persons) != 2 {
		t.Errorf("persons %v", persons)
	}
	delete(removal, "person/p1")
	if out = removal.From(p, found, word); !strings.Contains(out.Chapters[0].Body.Fi, "Eka Tarkastaja luki") || removal.Persons(found)["p1"] {
		t.Error("a name that was kept is gone")
	}
}
