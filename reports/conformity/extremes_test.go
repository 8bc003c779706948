//go:build conformity

package conformity_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/personname"
	"tavoitekartta/reports"
	"tavoitekartta/reports/conformity"
	"tavoitekartta/reports/programme"
)

// hardTexts stand in front of every text of a programme: signs that the fonts
// lack, letters in parts, both directions, a word wider than a page, and what
// means something in a PDF file.
var hardTexts = []string{
	"👩‍👩‍👧 🇫🇮 ", "قائمة עברית ", strings.Repeat("kotouttamis", 28) + " ", "a\u0308a\u030a o\u0323\u0302 ",
	`(\<&>) /Type %PDF [0 0] `, "漢字 ไทย हिन्दी ", "sana\u00adjako\u2011viiva\u00a0§\u202f12 ", "rivi\nrivi\n\n\nrivi ", "\u202e\u200f\u2066käänne\u2069 ",
}

// hardened is the value with a hard text before each text that is not empty.
func hardened(v reflect.Value, count *int) {
	switch v.Kind() {
	case reflect.Struct:
		if text, is := v.Addr().Interface().(*model.Text); is {
			harden(&text.Fi, count)
			harden(&text.Sv, count)
			return
		}
		for i := range v.NumField() {
			hardened(v.Field(i), count)
		}
	case reflect.Slice:
		for i := range v.Len() {
			hardened(v.Index(i), count)
		}
	}
}

func harden(text *string, count *int) {
	if *text != "" {
		*text = hardTexts[*count%len(hardTexts)] + *text
		*count++
	}
}

// crest is a picture that is see-through in places and much wider than high.
func crest(t *testing.T) []byte {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, 300, 20))
	for x := range 300 {
		picture.Set(x, x%20, color.NRGBA{R: 200, G: 20, B: 60, A: uint8(x % 256)})
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What no example holds conforms too: nothing at all, hard texts everywhere, a
// municipality's own colour and crest, no names.
func TestExtremeReportsConform(t *testing.T) {
	hard, region := example(t, "vaasa-2019-2022"), example(t, "vaasa-region-2012-2013")
	count := 0
	hardened(reflect.ValueOf(&hard).Elem(), &count)
	hardened(reflect.ValueOf(&region).Elem(), &count)
	if count < 200 {
		t.Fatalf("%d texts made hard", count)
	}
	named := example(t, "vaasa-2019-2022")
	identity := reports.Identity{Name: model.Text{Fi: "Kunta", Sv: "Kommun"}, Colour: "#7A1F5C", Crest: crest(t)}
	today := model.Date{Year: 2026, Month: 11, Day: 22}
	folder, archived := t.TempDir(), t.TempDir()
	for name, c := range map[string]struct {
		programme model.Programme
		options   reports.Options
	}{
		"empty":  {model.Programme{ID: "empty", FirstLanguage: model.Finnish}, reports.Options{Today: today}},
		"hard":   {hard, reports.Options{Today: today, Identity: identity, Choice: programme.Choice{SignatureFields: true}}},
		"region": {region, reports.Options{Today: today}},
		"plain":  {named, reports.Options{Today: today, Identity: identity}},
		"unnamed": {named, reports.Options{Today: today, WithoutNames: personname.Proposed(personname.Find(&named, nil)),
			Choice: programme.Choice{EmptyLines: true, SignatureFields: true}}},
	} {
		for _, kind := range reports.Kinds() {
			p := c.programme
			if kind == "approved" {
				p.State = model.Approved
			}
			c.options.Kind, c.options.Languages = kind, []model.Language{model.Finnish, model.Swedish}
			var out bytes.Buffer
			if _, err := reports.Render(t.Context(), &out, p, c.options); err != nil {
				t.Errorf("%s %s: %v", name, kind, err)
				continue
			}
			into := []string{folder}
			if reports.Archivable(kind) {
				into = append(into, archived)
			}
			for _, to := range into {
				if err := os.WriteFile(filepath.Join(to, fmt.Sprintf("%s-%s.pdf", name, kind)), out.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	// The edition without names carries no data, and is A-2 for that reason.
	for flavour, in := range map[string]string{conformity.Accessible: folder, conformity.Archive3: archived} {
		for name, verdict := range conformity.Judge(t, flavour, in) {
			if verdict != "" && (flavour == conformity.Accessible || !strings.HasPrefix(name, "unnamed")) {
				t.Errorf("%s as %s %s", name, flavour, verdict)
			}
		}
	}
}
