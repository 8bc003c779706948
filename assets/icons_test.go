package assets

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"slices"
	"testing"
)

func TestEveryIconIsALineDrawingOnTheGridInOneColour(t *testing.T) {
	names := IconNames()
	if len(names) < 40 {
		t.Fatalf("only %d icons are embedded", len(names))
	}
	for _, name := range names {
		var drawing struct {
			ViewBox     string `xml:"viewBox,attr"`
			StrokeWidth string `xml:"stroke-width,attr"`
			Stroke      string `xml:"stroke,attr"`
			Paths       []struct {
				Outline string `xml:"d,attr"`
				Fill    string `xml:"fill,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal(Icon(name), &drawing); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if drawing.ViewBox != "0 0 24 24" || drawing.StrokeWidth != "1.8" || drawing.Stroke != "currentColor" {
			t.Errorf("%s is not on the grid: %+v", name, drawing)
		}
		if len(drawing.Paths) == 0 {
			t.Errorf("%s has no paths", name)
		}
		for _, path := range drawing.Paths {
			if path.Fill != "" && path.Fill != "currentColor" {
				t.Errorf("%s has a colour of its own: %s", name, path.Fill)
			}
		}
	}
}

func TestAnUnknownIconIsNil(t *testing.T) {
	if Icon("no-such-icon") != nil || Icon("../icon") != nil {
		t.Error("an icon came out of nothing")
	}
	if !slices.Contains(IconNames(), "section-sign") {
		t.Error("the section sign is missing")
	}
}

func TestTheApplicationIconIsASquareOf512Pixels(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(ApplicationIcon()))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 512 || config.Height != 512 {
		t.Errorf("icon is %d × %d", config.Width, config.Height)
	}
}
