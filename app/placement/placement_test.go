package placement

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAPlacementIsReadAsItWasWritten(t *testing.T) {
	for _, p := range []Placement{
		{Area{120, 40, 1200, 680}, false}, {Area{-1920, -8, 1936, 1056}, true}, {Area{0, 0, 1, 1}, false},
	} {
		if got, ok := Parse(p.String()); !ok || got != p {
			t.Errorf("%q is read as %v, %v", p, got, ok)
		}
	}
}

func TestABadPreferenceIsNoPlacement(t *testing.T) {
	for _, text := range []string{
		"", "maximised", "rubbish", "1,2", "0,0 0x0", "0,0 -800x600", "0,0 800x-1", "NaN,NaN NaNxNaN", "0,0 1e9x1e9",
		"0,0 999999999999999999999x600", "0,0 40000x600", "-99999,0 800x600", "0,0 800x600 maximised maximised",
		"0,0 800x600 ", " 0,0 800x600", "0,0 800x600 minimised", "0,0 800x600\x00", "+0,0 800x600",
	} {
		if p, ok := Parse(text); ok {
			t.Errorf("%q is read as %v", text, p)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("120,40 1200x680 maximised")
	f.Add("0,0 -1x99999999999")
	f.Fuzz(func(t *testing.T, text string) {
		if p, ok := Parse(text); ok && (p.String() != text || !p.possible()) {
			t.Errorf("%q is read as %v", text, p)
		}
	})
}

var (
	laptop = Area{0, 0, 1366, 728} // with a task bar
	large  = Area{1366, -200, 2560, 1400}
)

func TestAWindowOpensOnAScreenThatIsThere(t *testing.T) {
	for _, c := range []struct {
		name        string
		kept        Area
		areas       []Area
		left, top   int
		width, high int
	}{
		{"as it was", Area{100, 50, 1000, 600}, []Area{laptop}, 100, 50, 1000, 600},
		{"undocked from a large screen at the right", Area{1800, 100, 1600, 1100}, []Area{laptop}, 0, 0, 1366, 728},
		{"still docked", Area{1800, 100, 1600, 1000}, []Area{laptop, large}, 1800, 100, 1600, 1000},
		{"half outside", Area{900, 500, 1000, 600}, []Area{laptop}, 366, 128, 1000, 600},
		{"above the screen", Area{100, -700, 800, 600}, []Area{laptop}, 100, 0, 800, 600},
		{"too small to grasp", Area{10, 10, 1, 1}, []Area{laptop}, 10, 10, leastWidth, leastHeight},
		{"a screen smaller than the least", Area{0, 0, 900, 900}, []Area{{0, 0, 320, 200}}, 0, 0, 320, 200},
		{"no screen is known", Area{5, 6, 700, 500}, nil, 5, 6, 700, 500},
	} {
		got := Placement{Area: c.kept, Maximised: true}.Within(c.areas)
		if want := (Placement{Area{c.left, c.top, c.width, c.high}, true}); got != want {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
	}
}

func TestAWindowIsNeverOutsideAScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side, place := rapid.IntRange(1, 5000), rapid.IntRange(-40000, 40000)
		area := func(name string) Area {
			return Area{place.Draw(t, name+" left"), place.Draw(t, name+" top"), side.Draw(t, name+" width"), side.Draw(t, name+" height")}
		}
		areas := []Area{area("first"), area("second")}
		got := Placement{Area: area("window")}.Within(areas)
		if got.shared(areas[0]) != got.Width*got.Height && got.shared(areas[1]) != got.Width*got.Height {
			t.Errorf("%v lies outside %v", got, areas)
		}
	})
}

func TestAFirstStartFillsASmallScreenAndIsInTheMiddleOfALargeOne(t *testing.T) {
	if got := First(1382, 729, laptop); !got.Maximised || got.Width > laptop.Width || got.Height > laptop.Height {
		t.Errorf("on a laptop: %v", got)
	}
	if got, want := First(1382, 729, Area{0, 0, 1920, 1040}), (Placement{Area{269, 155, 1382, 729}, false}); got != want {
		t.Errorf("on a large screen: %v, want %v", got, want)
	}
}
