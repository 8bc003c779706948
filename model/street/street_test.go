package street

import (
	"fmt"
	"math"
	"reflect"
	"testing"
)

// vaasa is the street of the look's pictures: V19's seven sections, 19 of 25
// goals written.
func vaasa() []Section {
	return Sections(
		[]bool{true, true, true, false},
		[]bool{true, true},
		[]bool{false, true, true},
		[]bool{false, true, false},
		[]bool{false, true, true},
		[]bool{true, true, true, true, true, true},
		[]bool{true, true, false, true},
	)
}

func nameHeight(lines float64) func(int, float64) float64 {
	return func(int, float64) float64 { return lines * 17 }
}

// drawings lays the same sections in every way there is.
func drawings(sections []Section) map[string]Drawing {
	made := map[string]Drawing{
		"card":      Card(sections, 468, CardHeight, 20, 100),
		"map":       Map(sections, MapOptions{Width: 906, Scale: 1, NameHeight: nameHeight(4), CountHeight: 18}),
		"large map": Map(sections, MapOptions{Width: 879, Scale: 1.5, NameHeight: nameHeight(6), CountHeight: 27}),
		"cover":     Cover(sections, CoverOptions{Width: 210, Margin: 20, Height: 94, Foundation: 7}),
	}
	if len(sections) > 0 {
		made["section"] = SectionHouse(sections[0], 0, 170, 30, 1.4)
	}
	return made
}

func windowsOf(drawing Drawing, house int) []Shape {
	var windows []Shape
	for _, shape := range drawing.Shapes {
		if shape.House == house && (shape.Role == WindowLit || shape.Role == WindowUnlit) {
			windows = append(windows, shape)
		}
	}
	return windows
}

func count(drawing Drawing, role Role) int {
	count := 0
	for _, shape := range drawing.Shapes {
		if shape.Role == role {
			count++
		}
	}
	return count
}

func TestAHouseIsCompleteOnlyWhenItHasGoalsAndAllAreWritten(t *testing.T) {
	got := Sections(nil, []bool{true}, []bool{true, false})
	for i, want := range []bool{false, true, false} {
		if got[i].Complete != want {
			t.Errorf("house %d is complete: %v", i, got[i].Complete)
		}
	}
	if got[2].WrittenCount() != 1 {
		t.Errorf("written: %d, want 1", got[2].WrittenCount())
	}
}

func TestWindowsStandInTheOrderOfTheGoalsAndAreLitWhenWritten(t *testing.T) {
	sections := vaasa()
	for _, name := range []string{"card", "map", "large map"} {
		drawing := drawings(sections)[name]
		for house, section := range sections {
			windows := windowsOf(drawing, house)
			if len(windows) != len(section.Written) {
				t.Fatalf("%s: house %d has %d windows for %d goals", name, house, len(windows), len(section.Written))
			}
			for i, window := range windows {
				if (window.Role == WindowLit) != section.Written[i] {
					t.Errorf("%s: house %d, window %d: %s", name, house, i, window.Role)
				}
				if i == 0 {
					continue
				}
				before, here := windows[i-1].Bounds().Min, window.Bounds().Min
				if here.Y < before.Y || here.Y == before.Y && here.X <= before.X {
					t.Errorf("%s: house %d, window %d stands before window %d", name, house, i, i-1)
				}
			}
		}
	}
}

func TestARoofIsFilledOnlyOverACompleteSection(t *testing.T) {
	sections := vaasa()
	for _, name := range []string{"card", "map"} {
		for _, shape := range drawings(sections)[name].Shapes {
			if shape.Role == Roof && (shape.Fill == InkRoof) != sections[shape.House].Complete {
				t.Errorf("%s: the roof of house %d is filled: %v", name, shape.House, shape.Fill == InkRoof)
			}
		}
	}
	if got := count(drawings(sections)["map"], Check); got != 2 {
		t.Errorf("%d checks in the roofs, want 2", got)
	}
}

func TestAnOutlineHasNoWindowsAndNoFill(t *testing.T) {
	sections := []Section{{Outline: true, Written: []bool{true}, Complete: true}, {Outline: true}}
	for _, name := range []string{"card", "map"} {
		drawing := drawings(sections)[name]
		for _, shape := range drawing.Shapes {
			if shape.Role != Foundation && shape.Fill != InkSurface {
				t.Errorf("%s: %s of house %d is filled with %d", name, shape.Role, shape.House, shape.Fill)
			}
		}
		if count(drawing, Facade) != 2 || count(drawing, WindowLit) != 0 {
			t.Errorf("%s: %d façades, %d windows", name, count(drawing, Facade), count(drawing, WindowLit))
		}
	}
}

func TestOnPaperEveryWindowIsLit(t *testing.T) {
	for _, name := range []string{"cover", "section"} {
		drawing := drawings(vaasa())[name]
		if count(drawing, WindowUnlit) != 0 || count(drawing, WindowLit) == 0 {
			t.Errorf("%s: %d lit, %d not", name, count(drawing, WindowLit), count(drawing, WindowUnlit))
		}
	}
}

func TestAStreetOfAnySizeStaysInItsBoxAndItsWindowsInTheirHouses(t *testing.T) {
	for _, houses := range []int{0, 1, 2, 3, 7, 9, 14, 40} {
		for _, goals := range []int{0, 1, 3, 5, 6, 7, 13, 30, 80} {
			sections := make([]Section, houses)
			for i := range sections {
				sections[i] = Section{Written: allLit(goals), Complete: goals > 0}
			}
			for name, drawing := range drawings(sections) {
				t.Run(fmt.Sprintf("%s of %d houses with %d goals", name, houses, goals), func(t *testing.T) {
					checkInside(t, drawing)
				})
			}
		}
	}
}

func checkInside(t *testing.T, drawing Drawing) {
	t.Helper()
	const slack = 0.001
	page := Rectangle{Max: Point{drawing.Width, drawing.Height}}
	for _, shape := range drawing.Shapes {
		bounds := shape.Bounds()
		if !inside(bounds, page, slack) {
			t.Fatalf("%s of house %d at %v leaves the page %v", shape.Role, shape.House, bounds, page)
		}
		if len(shape.Points) > 16 {
			t.Fatalf("%s has %d corners", shape.Role, len(shape.Points))
		}
	}
	houses := map[int]bool{}
	for _, shape := range drawing.Shapes {
		houses[shape.House] = true
	}
	for house := range houses {
		windows := windowsOf(drawing, house)
		for i, window := range windows {
			bounds := window.Bounds()
			plot := drawing.Plots[min(house, len(drawing.Plots)-1)]
			if !inside(bounds, plot.Facade, slack) {
				t.Fatalf("window %d of house %d at %v leaves the façade %v", i, house, bounds, plot.Facade)
			}
			if bounds.Width() < 0.2 || bounds.Height() < 0.2 {
				t.Fatalf("window %d of house %d has no size: %v", i, house, bounds)
			}
			if i > 0 && overlap(bounds, windows[i-1].Bounds()) {
				t.Fatalf("windows %d and %d of house %d overlap", i-1, i, house)
			}
		}
	}
	for _, plot := range drawing.Plots {
		if overlap(plot.Name, plot.Count) {
			t.Fatalf("name %v and count %v overlap", plot.Name, plot.Count)
		}
	}
}

func inside(r, outer Rectangle, slack float64) bool {
	return r.Min.X >= outer.Min.X-slack && r.Min.Y >= outer.Min.Y-slack &&
		r.Max.X <= outer.Max.X+slack && r.Max.Y <= outer.Max.Y+slack &&
		!math.IsNaN(r.Min.X+r.Min.Y+r.Max.X+r.Max.Y)
}

func overlap(a, b Rectangle) bool {
	return min(a.Max.X, b.Max.X)-max(a.Min.X, b.Min.X) > 0.001 &&
		min(a.Max.Y, b.Max.Y)-max(a.Min.Y, b.Min.Y) > 0.001
}

func TestHousesVaryInHeightAndAlwaysInTheSameWay(t *testing.T) {
	for name, drawing := range drawings(vaasa()) {
		if !reflect.DeepEqual(drawing, drawings(vaasa())[name]) {
			t.Errorf("%s is not the same twice", name)
		}
		for i := 1; i < len(drawing.Plots); i++ {
			if drawing.Plots[i].Facade.Height() == drawing.Plots[i-1].Facade.Height() {
				t.Errorf("%s: houses %d and %d are equally high", name, i-1, i)
			}
		}
	}
}

func TestTheMapGrowsForLongNamesAndFoldsForManyHouses(t *testing.T) {
	options := MapOptions{Width: 906, Scale: 1, NameHeight: nameHeight(2), CountHeight: 18}
	low := Map(vaasa(), options)
	options.NameHeight = nameHeight(12)
	high := Map(vaasa(), options)
	if high.Height <= low.Height {
		t.Errorf("names of twelve lines: height %v, of two: %v", high.Height, low.Height)
	}
	many := Map(append(vaasa(), vaasa()...), options)
	if first, last := many.Plots[0], many.Plots[13]; first.Facade.Max.Y >= last.Facade.Max.Y {
		t.Error("fourteen houses stand in one row")
	}
	short := Map(vaasa()[:3], options)
	for name, row := range map[string][]Plot{"three": short.Plots, "seven": many.Plots[:7], "the last": many.Plots[7:]} {
		if left, right := row[0].Facade.Min.X, options.Width-row[len(row)-1].Facade.Max.X; math.Abs(left-right) > 0.01 {
			t.Errorf("the row of %s houses has %v at its left and %v at its right", name, left, right)
		}
	}
	if count(many, Foundation) != 1 {
		t.Errorf("%d lines of granite between two rows, want 1", count(many, Foundation))
	}
}
