package law

import (
	"errors"
	"strings"
	"testing"

	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

func TestTheListsThatComeAlongAreWhole(t *testing.T) {
	lists, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(lists) != 2 || lists[0].Act != model.IntegrationAct || lists[1].Act != model.FormerIntegrationAct {
		t.Fatalf("%d lists, the first of %s", len(lists), lists[0].Act)
	}
	for _, list := range lists {
		for _, item := range list.Items {
			for _, stem := range item.Stems {
				if stem != strings.ToLower(stem) || len(stem) < 5 {
					t.Errorf("%s: the word %q finds nothing, or too much", item.ID, stem)
				}
			}
		}
	}
}

func TestABadListIsRefused(t *testing.T) {
	data, err := assets.Law("681-2023")
	if err != nil {
		t.Fatal(err)
	}
	good := string(data)
	for name, bad := range map[string]string{
		"no JSON":               "{",
		"an unknown field":      strings.Replace(good, `"act"`, `"extra": 1, "act"`, 1),
		"a topic of no model":   strings.Replace(good, `"topic": "goals"`, `"topic": "weather"`, 1),
		"an item twice":         strings.Replace(good, `"id": "measures"`, `"id": "goals"`, 1),
		"a missing language":    strings.Replace(good, `"sv"`, `"se"`, 1),
		"a day that is none":    strings.Replace(good, `"read": "2026-`, `"read": "2026.`, 1),
		"a source without page": strings.Replace(good, `"page": "kotoutuminen`, `"page": "", "x": "kotoutuminen`, 1),
		"no items":              `{"act": "1/2"}`,
		"too large":             good + strings.Repeat(" ", maxBytes),
	} {
		if _, err := Read([]byte(bad)); !errors.Is(err, ErrList) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read(data); err != nil {
		t.Errorf("the good list: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	data, err := assets.Law("1386-2010")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := Read(data)
		if err == nil && len(list.Items) > maxItems {
			t.Error("too many items")
		}
	})
}

// What the example says stands in its source: goals, a follow-up section, bodies of
// the state and of associations, and no chapter on the situation.
func TestTheExampleSpeaksToWhatItHolds(t *testing.T) {
	desk, _ := worktest.NewDesk()
	programme := worktest.OpenExample(t, desk, "vaasa-2019-2022").Programme()
	lists, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, list := range lists {
		for _, item := range list.Items {
			counts[list.Act+" "+item.ID] = len(programme.Speaking(item.Topic, item.Stems...))
		}
	}
	for item, want := range map[string]int{"1386/2010 goals": 27, "1386/2010 review": 1, "681/2023 indicators": 32} {
		if counts[item] != want {
			t.Errorf("%s: %d places, want %d", item, counts[item], want)
		}
	}
	for _, item := range []string{"1386/2010 associations", "681/2023 followUp", "681/2023 measures", "681/2023 bodies"} {
		if counts[item] == 0 {
			t.Errorf("%s: nothing found", item)
		}
	}
	if places := counts["1386/2010 council"]; places != 0 {
		t.Errorf("the council has decided in %d places of a draft", places)
	}
	if spots := programme.Speaking(model.TopicGoals); len(spots) == 0 || spots[0].Entity != programme.Sections[0].Goals[0].ID {
		t.Errorf("the goals are %v", spots)
	}
}
