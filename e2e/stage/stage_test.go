package stage_test

import (
	"image"
	"path/filepath"
	"testing"

	"tavoitekartta/e2e/stage"
)

func TestTypedTextReachesTheWindow(t *testing.T) {
	program := stage.Build(t, "tavoitekartta/e2e/stage/testdata/typewriter", t.TempDir())
	display := stage.New(t, stage.Laptop)
	typewriter := display.Start(program, stage.Options{})
	typewriter.AwaitScreen("typewriter")

	for _, text := range []string{
		"Työllistymisen edistäminen",
		"ÅÄÖ åäö éü – § 12, 5 koulutuskertaa / v; 74 %",
		"”Kotona Vaasassa” (2019–2022): s@hko.fi? Jaa/Ei!",
	} {
		typewriter.Fill("Toinen", text)
		typewriter.TabBackTo("Ensimmäinen")
	}

	picture := display.Picture()
	if got, want := picture.Bounds(), image.Rect(0, 0, 1366, 768); got != want {
		t.Errorf("the picture is %v, want %v", got, want)
	}
	if colours := picture.Colours(image.Rect(0, 0, 800, 100)); colours < 3 {
		t.Errorf("%d colours where two fields are drawn", colours)
	}
	display.SaveSettledPicture(filepath.Join(t.TempDir(), "typewriter.png"))
	typewriter.Close()
}

func TestAControlIsFoundAndPressedByMouse(t *testing.T) {
	program := stage.Build(t, "tavoitekartta/e2e/stage/testdata/typewriter", t.TempDir())
	typewriter := stage.New(t, stage.Laptop).Start(program, stage.Options{})
	typewriter.AwaitScreen("typewriter")

	typewriter.Write(stage.Spot{Label: "Toinen"}, "ensin tämä", "Select all")
	typewriter.Write(stage.Spot{Label: "Ensimmäinen"}, "muuta", "Select all")
	typewriter.Write(stage.Spot{Label: "Toinen"}, "sitten tämä", "Select all")
	typewriter.Close()
}
