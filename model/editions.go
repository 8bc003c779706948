package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// EditionCode names how two editions differ in a text.
type EditionCode string

// The codes of differences between editions. Their words stand in the texts
// catalogue under "edition.<code>".
const (
	EditionText    EditionCode = "text"    // written in one of the two languages alone
	EditionBody    EditionCode = "body"    // a body without a name in one of them
	EditionFigures EditionCode = "figures" // numbers, years, shares, § or dates differ
	EditionBodies  EditionCode = "bodies"  // a printed wording names more bodies in one of them
	EditionLines   EditionCode = "lines"   // a list or a table has more lines in one of them
)

// EditionDifference is one thing in which two editions do not say the same.
type EditionDifference struct {
	Code   EditionCode `json:"code"`
	Entity EntityID    `json:"entity"`
	Kind   Kind        `json:"kind"`
	Field  Field       `json:"field"`         // the base, without a language
	Texts  [2]string   `json:"texts"`         // in the two languages
	Only   [2][]string `json:"only,omitzero"` // figures in one alone, or how many bodies or lines
}

// EditionComparison is the proof that two editions of a programme are equal, or
// what keeps them from being so. The counts are of what was compared.
type EditionComparison struct {
	Languages   [2]Language         `json:"languages"`
	Texts       int                 `json:"texts"`
	Figures     int                 `json:"figures"` // different figures, text by text
	Counts      Counts              `json:"counts"`
	Bodies      int                 `json:"bodies"`
	Differences []EditionDifference `json:"differences"` // in printing order
}

// Equal tells whether the editions say the same in texts, numbers and bodies.
func (c EditionComparison) Equal() bool { return len(c.Differences) == 0 }

// CompareEditions compares a programme's editions in two languages: each row
// (goal, measure, indicator and all else that is printed) has its text in both,
// each body its name, and the texts name the same numbers, years, shares, § and
// dates and as many bodies. What the editions have in common by their nature
// (timetables, targets, who is responsible) cannot differ.
func (s *State) CompareEditions(a, b Language) EditionComparison {
	p := s.Programme()
	refs := s.textsOf(&p)
	result := EditionComparison{
		Languages: [2]Language{a, b}, Texts: len(refs), Counts: p.Counts(), Bodies: len(p.Bodies),
		Differences: []EditionDifference{},
	}
	for _, ref := range refs {
		e := s.Element(ref.Entity)
		pair := [2]string{e.Value(ref.Field.In(a)).Text(), e.Value(ref.Field.In(b)).Text()}
		difference := EditionDifference{Entity: ref.Entity, Kind: ref.Kind, Field: ref.Field, Texts: pair}
		if pair[0] == "" || pair[1] == "" {
			if difference.Code = missingEdition(ref, pair); difference.Code != "" {
				result.Differences = append(result.Differences, difference)
			}
			continue
		}
		result.Figures += len(Figures(pair[0], a))
		for _, check := range []func(*EditionDifference, *Element, Language, Language) bool{figuresDiffer, bodiesDiffer, linesDiffer} {
			found := difference
			if check(&found, e, a, b) {
				result.Differences = append(result.Differences, found)
			}
		}
	}
	return result
}

// missingEdition is the code of a text that stands in one of two languages
// alone, "" where neither has it or where it is the same in every language.
func missingEdition(ref TextRef, pair [2]string) EditionCode {
	switch {
	case !hasLetters(pair[0] + pair[1]):
		return ""
	case ref.Kind == KindBody:
		return EditionBody
	}
	return EditionText
}

func figuresDiffer(d *EditionDifference, _ *Element, a, b Language) bool {
	found := CompareFigures(d.Texts[0], a, d.Texts[1], b)
	d.Code, d.Only = EditionFigures, [2][]string{found.Only, found.OtherOnly}
	return !found.None()
}

// bodyBetween is what stands between the bodies of a printed wording. A hyphen
// before "ja" or "och" is half of a compound: "sosiaali- ja terveystoimi".
var bodyBetween = map[Language]*regexp.Regexp{
	Finnish: regexp.MustCompile(`(?i)[,;/\n]\s*(?:ja|sekä)?\s*|[^-\s]\s+(?:ja|sekä|yhdessä|yhteistyössä)\s+`),
	Swedish: regexp.MustCompile(`(?i)[,;/\n]\s*(?:och|samt)?\s*|[^-\s]\s+(?:och|samt|tillsammans med|i samarbete med)\s+`),
	English: regexp.MustCompile(`(?i)[,;/\n]\s*(?:and)?\s*|[^-\s]\s+(?:and|together with|in cooperation with)\s+`),
}

func bodiesNamed(s string, l Language) int {
	return 1 + len(bodyBetween[l].FindAllString(strings.TrimRight(strings.TrimSpace(s), ",;/"), -1))
}

func bodiesDiffer(d *EditionDifference, _ *Element, a, b Language) bool {
	if d.Field != FieldBodiesPrinted {
		return false
	}
	first, second := bodiesNamed(d.Texts[0], a), bodiesNamed(d.Texts[1], b)
	d.Code, d.Only = EditionBodies, counted(first, second)
	return first != second
}

// linesDiffer compares the items of lists and the rows and cells of tables.
func linesDiffer(d *EditionDifference, e *Element, _, _ Language) bool {
	if d.Kind != KindBlock || d.Field != FieldBodyText || !slices.Contains(linedBlocks, BlockRole(e.Value(FieldRole).Text())) {
		return false
	}
	first, second := cells(d.Texts[0]), cells(d.Texts[1])
	d.Code, d.Only = EditionLines, counted(first, second)
	return first != second
}

// linedBlocks are the blocks whose lines are items or rows.
var linedBlocks = []BlockRole{ListBlock, NumberedBlock, TableBlock, ChartBlock}

func cells(s string) int { return 1 + strings.Count(s, "\n") + strings.Count(s, "\t") }

func counted(first, second int) [2][]string {
	return [2][]string{{strconv.Itoa(first)}, {strconv.Itoa(second)}}
}
