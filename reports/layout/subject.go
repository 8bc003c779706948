package layout

import (
	"math"
	"slices"
	"strings"
)

// Area is where a page speaks of one goal, section or chapter, in points.
type Area struct {
	Subject             string
	X, Y, Width, Height float64
}

// Areas returns what a page speaks of, in reading order: for each subject the
// box around its texts. A subject that stands apart in two tables of a page has
// one box around both.
func (r *Result) Areas(page *Page) []Area {
	var order []string
	boxes := map[string][4]float64{} // left, top, right, bottom
	for _, operation := range page.Operations {
		text, is := operation.(Text)
		if !is {
			continue
		}
		subject := r.subjectOf(text.Element)
		if subject == "" {
			continue
		}
		box, known := boxes[subject]
		if !known {
			order = append(order, subject)
			box = [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		}
		boxes[subject] = [4]float64{
			math.Min(box[0], text.X), math.Min(box[1], text.Y-text.Size),
			math.Max(box[2], text.X+text.Width), math.Max(box[3], text.Y+text.Size/3),
		}
	}
	areas := make([]Area, 0, len(order))
	for _, subject := range order {
		b := boxes[subject]
		areas = append(areas, Area{Subject: subject, X: b[0], Y: b[1], Width: b[2] - b[0], Height: b[3] - b[1]})
	}
	return areas
}

// subjectOf returns what an element speaks of: its own subject, or that of the
// innermost one around it.
func (r *Result) subjectOf(element int) string {
	for ; element >= 0; element = r.Elements[element].Parent {
		if r.Elements[element].Subject != "" {
			return r.Elements[element].Subject
		}
	}
	return ""
}

// Words returns what a page says, line by line as it is read; artifacts are
// left out.
func (r *Result) Words(page *Page) string {
	var lines []string
	last := -1
	for _, operation := range page.Operations {
		text, is := operation.(Text)
		if !is || text.Element < 0 {
			continue
		}
		if text.Element != last {
			lines = append(lines, "")
			last = text.Element
		}
		lines[len(lines)-1] += text.Source
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" })
	return strings.Join(lines, "\n")
}
