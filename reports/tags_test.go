package reports_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/programme"
)

// tagged are the elements of a finished file's structure tree: their dictionaries,
// by structure type.
func tagged(t *testing.T, file []byte) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for rest := file; ; {
		_, after, more := bytes.Cut(rest, []byte("stream\n"))
		if !more {
			return found
		}
		rest = after
		reader, err := zlib.NewReader(bytes.NewReader(after))
		if err != nil {
			continue
		}
		data, _ := io.ReadAll(reader)
		for element := range strings.SplitSeq(string(data), "<</Type /StructElem /S /") {
			if role := regexp.MustCompile(`^[A-Za-z0-9]+ /P `).FindString(element); role != "" {
				found[strings.TrimSuffix(role, " /P ")] = append(found[strings.TrimSuffix(role, " /P ")], element)
			}
		}
	}
}

// every is what a tag must say of itself wherever it stands.
var every = map[string]string{
	"Figure": `/Alt <FEFF[0-9A-F]{8,}>.*/A <</O /Layout .*/BBox \[[0-9. -]+\]`,
	"TH":     `/ID \(t\d+h\d+\).*/A <</O /Table /Scope /(Column|Row)`,
	"Note":   `/ID \(n\d+\)`,
	"L":      `/A <</O /List /ListNumbering /(None|Decimal)`,
	"Link":   `/OBJR`,
	"Form":   `/OBJR`,
}

func TestEachKindHasTheTagsThatItNeeds(t *testing.T) {
	common := []string{"Document", "Part", "H1", "P", "Table", "TR", "TH", "TD"}
	lists := []string{"L", "LI", "LBody"}
	contents := []string{"TOC", "TOCI", "Reference", "Link"}
	wanted := map[string][]string{
		"programme": slices.Concat(common, lists, contents, []string{"H2", "Figure", "Lbl", "Note"}),
		"approved":  slices.Concat(common, lists, contents, []string{"H2", "Figure", "Lbl", "Note", "Form"}),
		"agenda":    slices.Concat(common, []string{"H2"}),
		"sections":  slices.Concat(common, []string{"Figure", "Note"}),
		"body":      slices.Concat(common, []string{"H2", "Form"}),
		"extract":   slices.Concat(common, contents, []string{"H2", "Figure"}),
		"plain":     {"Document", "Part", "H1", "H2", "P", "Figure"},
		"worksheet": {"Document", "Part", "H1", "H2", "P", "Form"},

		"letter-of-intent": slices.Concat(common, lists, []string{"H2", "Lbl", "Form"}),
	}
	for _, kind := range reports.Kinds() {
		t.Run(kind, func(t *testing.T) {
			p := exampleOf(t, "vaasa-2019-2022")
			p.State = model.Approved // then a measure may have no date, which a note explains
			o := options(model.Finnish)
			o.Kind = kind
			o.Choice = programme.Choice{SignatureFields: true}
			elements := tagged(t, render(t, p, o))
			for _, role := range wanted[kind] {
				if len(elements[role]) == 0 {
					t.Errorf("no %s", role)
				}
			}
			for role, says := range every {
				form := regexp.MustCompile(`(?s)` + says)
				for _, element := range elements[role] {
					if !form.MatchString(element) {
						t.Errorf("a %s does not say %s: %.200q", role, says, element)
						break
					}
				}
			}
			for _, cell := range elements["TD"] {
				if !strings.Contains(cell, "/Headers [(t") {
					t.Errorf("a cell names no heads: %.200q", cell)
					break
				}
			}
			checkLevels(t, p, o)
		})
	}
}

// checkLevels tells of headings that skip a level.
func checkLevels(t *testing.T, p model.Programme, o reports.Options) {
	t.Helper()
	level := 0
	for i, element := range pages(t, p, o).Elements {
		var own int
		if n, _ := fmt.Sscanf(string(element.Role), "H%d", &own); n != 1 {
			continue
		}
		if own > level+1 {
			t.Errorf("element %d is an H%d below an H%d", i, own, level)
		}
		level = own
	}
}

// The figures are drawn as lines and areas: a report has no pictures of pixels but
// the crest that a municipality gives.
func TestFiguresAreDrawings(t *testing.T) {
	p := exampleOf(t, "vaasa-2019-2022")
	file := render(t, p, options(model.Finnish))
	if bytes.Contains(file, []byte("/Subtype /Image")) {
		t.Error("the file has a picture of pixels")
	}
	said := map[string]bool{}
	for _, element := range pages(t, p, options(model.Finnish)).Elements {
		for name, words := range map[string]string{
			"street": "Katu, jolla on", "map": "Rakenteellinen kartta", "house": "Talo", "timeline": "2019",
			"roadmap": "Tie kyltteineen, 2019–2022. Kylttien kohdalla: 2019 – 7 tavoitetta, 2020",
		} {
			if strings.Contains(element.Alternative, words) {
				said[name] = true
			}
		}
		if element.Alternative != "" && element.Language != "fi" {
			t.Errorf("%q stands as %q", element.Alternative, element.Language)
		}
	}
	if len(said) != 5 {
		t.Errorf("only %v say what they show", said)
	}
}
