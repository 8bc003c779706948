package layout_test

import (
	"math"
	"strings"
	"testing"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

func pictures(result *layout.Result) []layout.Picture {
	var found []layout.Picture
	for _, page := range result.Pages {
		for _, operation := range page.Operations {
			if picture, is := operation.(layout.Picture); is {
				found = append(found, picture)
			}
		}
	}
	return found
}

func TestAPictureKeepsItsFormAndSaysWhatItShows(t *testing.T) {
	picture := document.Picture{PNG: []byte("bytes"), Width: 400, Height: 100, Alternative: "Painike Lisää tavoite"}
	result := lay(t, faces(t), documentOf(
		document.Illustration{Picture: picture, Width: 200},
		document.Illustration{Picture: picture, Width: 2000},
		document.Illustration{Picture: document.Picture{Width: 10, Height: 900}, Width: 100},
		document.Illustration{Picture: document.Picture{Alternative: "ilman kuvapisteitä"}, Width: 100},
	))
	found := pictures(result)
	if len(found) != 3 {
		t.Fatalf("%d pictures are set, want 3: one has no pixels", len(found))
	}
	if found[0].Width != 200 || found[0].Height != 50 || string(found[0].PNG) != "bytes" {
		t.Errorf("the first picture is set as %+v", found[0])
	}
	for i, p := range found[1:] {
		want := []float64{0.25, 90}[i]
		if math.Abs(p.Height/p.Width-want) > 0.001 || p.X+p.Width > layout.PageWidth || p.Y+p.Height > layout.PageHeight {
			t.Errorf("a picture too large for the page is set as %.0f by %.0f", p.Width, p.Height)
		}
	}
	figure := result.Elements[found[0].Element]
	if figure.Role != layout.RoleFigure || figure.Alternative != "Painike Lisää tavoite" {
		t.Errorf("the picture belongs to %+v", figure)
	}
}

func TestAStepHasItsWordsBesideItsPicture(t *testing.T) {
	step := document.Step{
		Title: document.Plain("2. Lisää tavoite"), Anchor: "lisää", Width: 200,
		Picture:    document.Picture{Width: 100, Height: 50, Alternative: "Painike"},
		Paragraphs: []document.Paragraph{{Text: document.Plain(strings.Repeat("Paina alhaalta painiketta ja kirjoita. ", 3)), Style: document.Lead}},
	}
	result := lay(t, faces(t), documentOf(step))
	picture := pictures(result)[0]
	for _, operation := range result.Pages[0].Operations {
		if text, is := operation.(layout.Text); is && text.Element >= 0 && text.X+text.Width > picture.X {
			t.Errorf("%q reaches under the picture", text.String)
		}
	}
	if len(result.Outline) != 1 || result.Outline[0].Title != "2. Lisää tavoite" {
		t.Errorf("the outline is %+v", result.Outline)
	}
}

func TestStrongWordsAreBoldWithinTheirParagraph(t *testing.T) {
	text := document.Text{{String: "Paina "}, {String: "Lisää tavoite", Strong: true}, {String: " ja kirjoita."}}
	result := lay(t, faces(t), documentOf(document.Paragraph{Text: text}))
	weights := map[bool]string{}
	end := 0.0
	for _, operation := range result.Pages[0].Operations {
		if drawn, is := operation.(layout.Text); is && drawn.Element >= 0 {
			weights[drawn.Bold] += drawn.Source
			if drawn.X < end-0.01 {
				t.Errorf("%q begins before the words before it end", drawn.String)
			}
			end = drawn.X + drawn.Width
		}
	}
	if weights[true] != "Lisää tavoite" || weights[false] != "Paina  ja kirjoita." {
		t.Errorf("bold is %q, regular %q", weights[true], weights[false])
	}
}
