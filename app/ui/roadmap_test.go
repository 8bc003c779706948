package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
)

func fiveStops() []RoadmapColumn {
	return []RoadmapColumn{
		{Title: "2019", Count: "2 tavoitetta", Items: []RoadmapItem{
			{ID: "a", Title: "Kuvalliset asumisohjeet", Mark: MarkDone, Word: "Valmis"},
			{ID: "b", Title: "Kotoutumisen kokemusasiantuntijatoiminta", Language: "fi", Sign: HouseSign{House: 2}, Mark: MarkLate, Word: "Myöhässä", Late: true},
		}},
		{Title: "2020"},
		{Title: "2021", Items: []RoadmapItem{{ID: "c", Title: "Perhekoulu", Sign: HouseSign{Kind: SignFoundation}}}},
		{Title: "2022", Items: []RoadmapItem{{ID: "d", Title: "Omankielinen neuvonta", Sign: HouseSign{Kind: SignFollowUp}}}},
		{Title: "Jatkuva", Apart: true, Items: []RoadmapItem{{ID: "e", Title: "Segregaation torjunta"}}},
	}
}

func TestTheRoadmapIsWalkedByKeyboard(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var chosen []string
	road := NewRoadmap(finnishKit(t), fiveStops(), func(id string) { chosen = append(chosen, id) })
	shown := show(t, road, 1234, 400)
	shown.FocusNext()
	if shown.Focused() != fyne.Focusable(road) {
		t.Fatal("Tab does not reach the roadmap")
	}
	press(road, fyne.KeyDown, fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace,
		fyne.KeyLeft, fyne.KeyReturn, fyne.KeyHome, fyne.KeyReturn)
	road.items[2].Tapped(nil)
	if got := strings.Join(chosen, " "); got != "b c e d a c" {
		t.Errorf("chosen: %s", got)
	}
	if got := road.items[1].AccessibilityLabel(); got != "Kotoutumisen kokemusasiantuntijatoiminta. 2019, Myöhässä." {
		t.Errorf("read out as %q", got)
	}
}

func TestTheRoadGoesOnInAnotherLineWhereItIsNarrow(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	road := NewRoadmap(finnishKit(t), fiveStops(), nil)
	for width, want := range map[float32]int{1226: 1, 879: 2, 400: 5} {
		lines := road.lay(width)
		if len(lines) != want {
			t.Errorf("at %v the road has %d lines, want %d", width, len(lines), want)
		}
		for _, line := range lines {
			if end := line.lefts[len(line.lefts)-1] + line.column; end > width+1 {
				t.Errorf("at %v a line ends at %v", width, end)
			}
		}
	}
}

func TestAnEmptyRoadmapTakesNoFocus(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	road := NewRoadmap(finnishKit(t), nil, nil)
	show(t, road, 600, 300)
	press(road, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	if !road.Disabled() || road.HeightFor(600) != 0 {
		t.Error("an empty roadmap takes the focus or room")
	}
}
