package inspection

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// opens tells whether a cover or a letterhead opens the page: they reach over
// the margins.
func (i *inspection) opens(page *layout.Page) bool {
	for _, operation := range page.Operations {
		drawn, is := operation.(layout.Drawn)
		if !is {
			continue
		}
		if box, is := drawn.Shape.(document.Rectangle); is && box.X <= 0 && box.Y <= 0 && box.Width >= page.Width() {
			return true
		}
	}
	return false
}

// place checks that all stands where the page can be printed and written on.
func (i *inspection) place(page *layout.Page, opening bool) {
	around := document.Extent{Left: sideMargin - hair, Top: topMargin - hair, Right: page.Width() - sideMargin + hair, Bottom: page.Height() - footMargin + hair}
	whole := document.Extent{Left: -hair, Top: -hair, Right: page.Width() + hair, Bottom: page.Height() + hair}
	for _, operation := range page.Operations {
		drawn, what := extentOf(operation)
		room := around
		_, shape := operation.(layout.Drawn)
		switch {
		case operation.Marking().Artifact == layout.Pagination:
			room.Top, room.Bottom = whole.Top+12, whole.Bottom-20
		case opening:
			room.Top, room.Bottom = whole.Top, whole.Bottom
		}
		if shape { // strokes and swatches reach a little beyond
			room = document.Extent{Left: room.Left - 3, Top: room.Top - 3, Right: room.Right + 3, Bottom: room.Bottom + 3}
		}
		if shape && opening { // what is set from edge to edge reaches over the page
			const trim = 9
			room = document.Extent{Left: whole.Left - trim, Top: whole.Top - trim, Right: whole.Right + trim, Bottom: whole.Bottom}
		}
		for _, measure := range []float64{drawn.Left, drawn.Top, drawn.Right, drawn.Bottom} {
			if math.IsNaN(measure) || math.IsInf(measure, 0) {
				i.Errorf("page %d: %s stands nowhere", page.Number, what)
			}
		}
		if single(operation) { // a cluster wider than its line stands alone on it
			drawn.Left, drawn.Right = room.Left, room.Right
		}
		if drawn.Left < room.Left || drawn.Right > room.Right || drawn.Top < room.Top || drawn.Bottom > room.Bottom {
			i.Errorf("page %d: %s stands at %.1f to %.1f and %.1f to %.1f, outside %.1f", page.Number, what, drawn.Left, drawn.Right, drawn.Top, drawn.Bottom, room)
			return
		}
	}
}

func single(operation layout.Operation) bool {
	text, is := operation.(layout.Text)
	return is && uniseg.GraphemeClusterCount(strings.TrimSpace(text.Source)) == 1
}

// extentOf is the room that an operation takes: of a text its small letters,
// since lines stand closer than their tallest.
func extentOf(operation layout.Operation) (drawn document.Extent, what string) {
	switch o := operation.(type) {
	case layout.Text:
		return document.Extent{Left: o.X, Top: o.Y - 0.7*o.Size, Right: o.X + o.Width, Bottom: o.Y}, "“" + o.String + "”"
	case layout.Drawn:
		return document.Bounds(o.Shape), "a shape"
	case layout.Picture:
		return document.Extent{Left: o.X, Top: o.Y, Right: o.X + o.Width, Bottom: o.Y + o.Height}, "a picture"
	case layout.Link:
		return document.Extent{Left: o.X, Top: o.Y, Right: o.X + o.Width, Bottom: o.Y + o.Height}, "a link"
	case layout.Widget:
		return document.Extent{Left: o.X, Top: o.Y, Right: o.X + o.Width, Bottom: o.Y + o.Height}, "a field"
	}
	return document.Extent{}, "something"
}

// apart checks that no text lies on another, on a picture or on a level line.
func (i *inspection) apart(page *layout.Page) {
	type drawn struct {
		document.Extent
		what string
	}
	var texts, others []drawn
	for _, operation := range page.Operations {
		box, what := extentOf(operation)
		switch o := operation.(type) {
		case layout.Text:
			if strings.TrimFunc(o.String, unicode.IsSpace) != "" && o.Width > 0 && !single(o) {
				texts = append(texts, drawn{box, what})
			}
		case layout.Picture:
			others = append(others, drawn{box, what})
		case layout.Drawn:
			if line, is := o.Shape.(document.Line); is && o.Element < 0 && line.From.Y == line.To.Y {
				others = append(others, drawn{box, "a rule"})
			}
		}
	}
	slices.SortFunc(texts, func(a, b drawn) int {
		if a.Top < b.Top {
			return -1
		}
		return 1
	})
	meet := func(a, b drawn) bool {
		return a.Left < b.Right-hair && b.Left < a.Right-hair && a.Top < b.Bottom-hair && b.Top < a.Bottom-hair
	}
	for n, a := range texts {
		for _, b := range texts[n+1:] {
			if b.Top > a.Bottom {
				break
			}
			if meet(a, b) {
				i.Errorf("page %d: %s lies on %s", page.Number, a.what, b.what)
				return
			}
		}
		for _, b := range others {
			if meet(a, b) {
				i.Errorf("page %d: %s lies on %s at %.1f", page.Number, a.what, b.what, a.Top)
				return
			}
		}
	}
}
