// Package inspection holds laid-out documents against what is true of every one:
// no letter is lost or moved, nothing stands outside its page or on something
// else, each thing is content of an element or an artifact, no heading is left
// alone and no page is empty.
//
// Only tests import it. It knows the edges of the pages by their measures on
// paper, not by the layout's own constants.
package inspection

import (
	"math"
	"slices"
	"strings"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// The edges of the text area, in points, with what the eye does not see.
const (
	sideMargin = 20 / 25.4 * 72
	topMargin  = 28 / 25.4 * 72
	footMargin = 23 / 25.4 * 72
	hair       = 0.6
)

// T is told what is wrong; a testing.T or one of the rapid library.
type T interface {
	Helper()
	Errorf(format string, arguments ...any)
}

// inspection is the work on one document.
type inspection struct {
	T
	doc    document.Document
	result *layout.Result
	// blocks are the elements that stand for the blocks of a part, by element.
	blocks []int
}

// Check tells what is wrong with the pages of a document.
func Check(t T, doc document.Document, result *layout.Result) {
	t.Helper()
	i := &inspection{T: t, doc: doc, result: result}
	i.elements()
	i.words()
	i.order()
	for n := range result.Pages {
		page := &result.Pages[n]
		i.marks(page)
		i.place(page, i.opens(page))
		i.apart(page)
		i.headings(n)
	}
}

// elements checks the tree, and finds for each element the block around it.
func (i *inspection) elements() {
	i.blocks = make([]int, len(i.result.Elements))
	for n, element := range i.result.Elements {
		i.blocks[n] = n
		switch {
		case element.Parent >= n || element.Parent < 0 && n > 0:
			i.Errorf("element %d has the parent %d", n, element.Parent)
		case n > 0 && i.result.Elements[element.Parent].Role != layout.RoleDocument && i.result.Elements[element.Parent].Role != layout.RolePart:
			i.blocks[n] = i.blocks[element.Parent]
		}
	}
}

// words checks that every letter stands once, in its place.
func (i *inspection) words() {
	// Between the name and the count of a house stands a wide space where a map is
	// set as a list.
	one := func(text string) string { return strings.ReplaceAll(text, "\u2003", "") }
	got, want := one(sources(i.result)), one(wanted(printed(i.doc, i.result)))
	if i.partedFigure() { // whose texts stand beside each other on each of its pages
		got, want = sorted(got), sorted(want)
	}
	if got != want {
		at := 0
		for at < min(len(got), len(want)) && got[at] == want[at] {
			at++
		}
		from := max(0, at-40)
		i.Errorf("what is set differs from the document:\n got …%.90q\nwant …%.90q", got[from:], want[from:])
	}
	for _, page := range i.result.Pages {
		for _, operation := range page.Operations {
			if widget, is := operation.(layout.Widget); is {
				i.shown(widget)
			}
		}
	}
}

// partedFigure tells whether a figure's texts stand on several pages.
func (i *inspection) partedFigure() bool {
	pages := map[int]int{}
	for n, page := range i.result.Pages {
		for _, operation := range page.Operations {
			text, is := operation.(layout.Text)
			if !is || text.Element < 0 || i.result.Elements[text.Element].Role != layout.RoleFigure {
				continue
			}
			if first, known := pages[text.Element]; known && first != n {
				return true
			}
			pages[text.Element] = n
		}
	}
	return false
}

func sorted(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

// shown checks that a field shows the beginning of what stands in it.
func (i *inspection) shown(w layout.Widget) {
	shown := ""
	for _, text := range w.Shown {
		shown += text.Source
		if text.X < w.X || text.X+text.Width > w.X+w.Width+hair || text.Y > w.Y+w.Height || text.Y < w.Y {
			i.Errorf("%q stands outside its field", text.String)
		}
	}
	if w.Field.Kind != document.CheckField && !strings.HasPrefix(w.Field.Shown(), shown) {
		i.Errorf("a field with %.60q shows %.60q", w.Field.Shown(), shown)
	}
}

// printed is the document as it should be read on its pages: with the page
// numbers of contents lists, and without what stands in the fields of a form.
func printed(doc document.Document, result *layout.Result) document.Document {
	var blocks func([]document.Block) []document.Block
	blocks = func(list []document.Block) []document.Block {
		list = slices.Clone(list)
		for n, block := range list {
			switch b := block.(type) {
			case document.Keep:
				list[n] = document.Keep{Blocks: blocks(b.Blocks)}
			case document.FormGroup:
				b.Blocks = blocks(b.Blocks)
				list[n] = b
			case document.ContentsList:
				b.Entries = slices.Clone(b.Entries)
				for e, entry := range b.Entries {
					if target, known := result.Targets[entry.Anchor]; known {
						b.Entries[e].Note += decimal(target.Page)
					}
				}
				list[n] = b
			case document.FormRow:
				b.Fields = slices.Clone(b.Fields)
				for f := range b.Fields {
					b.Fields[f].Value, b.Fields[f].Choices = "", nil
				}
				list[n] = b
			}
		}
		return list
	}
	doc.Parts = slices.Clone(doc.Parts)
	for n := range doc.Parts {
		doc.Parts[n].Blocks = blocks(doc.Parts[n].Blocks)
	}
	return doc
}

func decimal(number int) string {
	if number < 10 {
		return string(rune('0' + number))
	}
	return decimal(number/10) + string(rune('0'+number%10))
}

// order checks that blocks begin one after another over all pages (what stands
// beside each other goes on side by side), and that the pieces of an element
// stand in the order of its text.
func (i *inspection) order() {
	block := -1
	begun := map[int]bool{}
	for _, page := range i.result.Pages {
		last := map[int]layout.Text{}
		for _, operation := range page.Operations {
			element := operation.Marking().Element
			if _, link := operation.(layout.Link); link || element < 0 {
				continue
			}
			if own := i.blocks[element]; !begun[own] && own < block {
				i.Errorf("page %d: element %d is set behind element %d", page.Number, element, block)
				return
			}
			block = max(block, i.blocks[element])
			begun[i.blocks[element]] = true
			text, is := operation.(layout.Text)
			if !is || i.result.Elements[element].Role == layout.RoleFigure {
				continue
			}
			if before, known := last[element]; known && (text.Y < before.Y-2 || text.Y < before.Y+hair && text.X < before.X+before.Width-hair) {
				i.Errorf("page %d: %q stands before %q, which is read first", page.Number, text.String, before.String)
			}
			last[element] = text
		}
	}
}

// marks checks that all that is drawn is content of an element or an artifact,
// and that no page holds nothing but what stands on all of them.
func (i *inspection) marks(page *layout.Page) {
	content := false
	for _, operation := range page.Operations {
		mark := operation.Marking()
		if (mark.Element < 0) != (mark.Artifact != layout.Content) || mark.Element >= len(i.result.Elements) {
			i.Errorf("page %d: %#v is neither content nor artifact", page.Number, operation)
		}
		content = content || mark.Artifact != layout.Pagination
	}
	if !content {
		i.Errorf("page %d is empty", page.Number)
	}
}

// headings checks that no heading is left alone at the foot of a page, unless
// it is longer than what a page can keep together, or what follows is.
func (i *inspection) headings(n int) {
	const long = 8 // lines
	if n+1 >= len(i.result.Pages) {
		return
	}
	page, last := &i.result.Pages[n], -1
	lines := 0
	for _, operation := range page.Operations {
		if element := operation.Marking().Element; element >= 0 {
			if element != last {
				lines = 0
			}
			last = element
			lines++
		} else if written(operation) {
			last = -1
		}
	}
	if last < 0 || lines > long || i.result.Elements[last].Parent < 0 {
		return
	}
	role := i.result.Elements[last].Role
	heads := len(role) == 2 && role[0] == 'H' && i.result.Elements[i.result.Elements[last].Parent].Role == layout.RolePart
	first := i.result.Pages[n+1].Operations
	if heads && len(first) > 0 && page.Language == i.result.Pages[n+1].Language && i.samePart(last, n+1) && !i.large(n+1) {
		i.Errorf("page %d: a heading is the last on its page", page.Number)
	}
}

// written tells lines that are written on by hand: what they stand under is not
// alone.
func written(operation layout.Operation) bool {
	drawn, is := operation.(layout.Drawn)
	if !is || drawn.Artifact != layout.Layout {
		return false
	}
	line, is := drawn.Shape.(document.Line)
	return is && line.From.X != line.To.X
}

// large tells whether a page begins with what fills most of it: that cannot stand
// below a heading.
func (i *inspection) large(page int) bool {
	const most = 0.6
	first, bottom := -1, 0.0
	for _, operation := range i.result.Pages[page].Operations {
		element := operation.Marking().Element
		if element < 0 {
			continue
		}
		if first < 0 {
			first = i.blocks[element]
		}
		if i.blocks[element] == first {
			box, _ := extentOf(operation)
			bottom = math.Max(bottom, box.Bottom)
		}
	}
	return bottom-topMargin > most*(i.result.Pages[page].Height()-topMargin-footMargin)
}

// samePart tells whether a page goes on with another element of an element's
// part.
func (i *inspection) samePart(element, page int) bool {
	part := func(element int) int {
		for element > 0 && i.result.Elements[element].Role != layout.RolePart {
			element = i.result.Elements[element].Parent
		}
		return element
	}
	for _, operation := range i.result.Pages[page].Operations {
		if other := operation.Marking().Element; other >= 0 {
			return other != element && part(other) == part(element)
		}
	}
	return false
}

// sources are the texts of the elements in their order, put together from
// their pieces on all pages.
func sources(result *layout.Result) string {
	byElement := make([]strings.Builder, len(result.Elements))
	for _, page := range result.Pages {
		for _, operation := range page.Operations {
			if text, ok := operation.(layout.Text); ok && text.Element >= 0 {
				byElement[text.Element].WriteString(text.Source)
			}
		}
	}
	var all strings.Builder
	for i := range byElement {
		all.WriteString(byElement[i].String())
	}
	return all.String()
}

// wanted is the text of the document.
func wanted(doc document.Document) string {
	var all strings.Builder
	for text := range doc.Texts() {
		all.WriteString(text.String())
	}
	return all.String()
}
