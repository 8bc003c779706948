package reports

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/colour"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// crest is a shield of one colour with a transparent corner.
func crest(t testing.TB, width, height int) []byte {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			if x+y > width/4 {
				picture.Set(x, y, color.NRGBA{R: 0xC8, G: 0x10, B: 0x2E, A: 0xFF})
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTheCoverBearsTheMunicipalitysColourAndCrest(t *testing.T) {
	p := model.Programme{FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish}, Title: model.Text{Fi: "Ohjelma"}}
	options := Options{Languages: []model.Language{model.Finnish}, Identity: Identity{
		Name: model.Text{Fi: "Esimerkkikunta", Sv: "Exempelkommun"}, Colour: "#5B2C6F", Crest: crest(t, 60, 80),
	}}
	laid, err := Pages(t.Context(), p, options)
	if err != nil {
		t.Fatal(err)
	}
	fill, pictures, words := document.Color(""), 0, ""
	for _, operation := range laid.Pages[0].Operations {
		switch o := operation.(type) {
		case layout.Drawn:
			if r, isBox := o.Shape.(document.Rectangle); isBox && fill == "" {
				fill = r.Paint.Fill
			}
		case layout.Picture:
			pictures++
			if o.Height != 46 || o.Width != 34.5 || laid.Elements[o.Element].Alternative != "Kunnan vaakuna" {
				t.Errorf("the crest is %v by %v, %q", o.Width, o.Height, laid.Elements[o.Element].Alternative)
			}
		case layout.Text:
			words += o.Source + " "
		}
	}
	if fill != "#5B2C6F" || pictures != 1 || !bytes.Contains([]byte(words), []byte("Esimerkkikunta Exempelkommun")) {
		t.Errorf("colour %s, %d pictures, words %q", fill, pictures, words)
	}
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if _, err := Render(t.Context(), out, p, options); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same programme and identity give other bytes")
	}
	if bytes.Contains(first.Bytes(), []byte("/SMask")) {
		t.Error("the crest is transparent in the file")
	}
}

func TestAnIdentityThatCannotBeReadIsNotPrinted(t *testing.T) {
	p := model.Programme{FirstLanguage: model.Finnish, Title: model.Text{Fi: "Ohjelma"}}
	for name, identity := range map[string]Identity{
		"no colour": {Colour: "sininen"}, "no picture": {Crest: []byte("PNG")},
	} {
		if _, err := Pages(t.Context(), p, Options{Identity: identity}); !errors.Is(err, ErrIdentity) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Light, dark and middling colours: the texts on cover and band, the outlines of
// the street, and what stands in the colour on paper are all seen.
func TestTextsAreReadOnEveryColourOfAMunicipality(t *testing.T) {
	p := model.Programme{
		FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish}, Title: model.Text{Fi: "Ohjelma 2026"},
		Sections: []model.Section{{Title: model.Text{Fi: "Kokonaisuus"}, Goals: []model.Goal{{Title: model.Text{Fi: "Tavoite"}}}}},
	}
	for _, typed := range []string{"#FFFFFF", "#000000", "#808080", "#767676", "#FFFF00", "#0000FF", "#FFCD00", "#E9ECE8", "#C8102E", "#00A0E0"} {
		for _, kind := range []string{"programme", "plain", "agenda"} {
			ground := readColour(t, document.Color(typed))
			laid, err := Pages(t.Context(), p, Options{Kind: kind, Languages: p.Languages, Identity: Identity{Name: model.Text{Fi: "Kunta"}, Colour: typed}})
			if err != nil {
				t.Fatal(err)
			}
			bottom, texts, outlines := 0.0, 0, 0
			for _, operation := range laid.Pages[0].Operations {
				switch o := operation.(type) {
				case layout.Drawn:
					switch shape := o.Shape.(type) {
					case document.Rectangle:
						if bottom == 0 && shape.Fill == document.Color(typed) {
							bottom = shape.Y + shape.Height
						}
					case document.Polygon: // the roof, above the foundation
						outlines++
						if contrast := colour.Contrast(ground, readColour(t, shape.Stroke)); contrast < colour.ForShape {
							t.Errorf("%s on %s: the outline of the roof has %.2f", kind, typed, contrast)
						}
					}
				case layout.Text:
					behind := colour.White
					if o.Y < bottom {
						behind = ground
						texts++
					}
					if contrast := colour.Contrast(behind, readColour(t, o.Color)); contrast < colour.ForText {
						t.Errorf("%s on %s: %q has %.2f", kind, typed, o.Source, contrast)
					}
				}
			}
			if texts == 0 || kind == "programme" && outlines == 0 {
				t.Errorf("%s on %s: %d texts, %d outlines on the colour", kind, typed, texts, outlines)
			}
		}
	}
}

func readColour(t *testing.T, written document.Color) colour.Colour {
	t.Helper()
	read, err := colour.Parse(string(written))
	if err != nil {
		t.Fatal(err)
	}
	return read
}
