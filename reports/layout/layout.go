package layout

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tavoitekartta/reports/document"
)

// Document lays a document out. The order of the result's elements does not
// depend on page breaks. It returns the context's error when that ends.
func Document(ctx context.Context, doc document.Document, faces Faces) (*Result, error) {
	l := &layouter{faces: faces, widths: map[string][]float64{}, broken: map[breaking][]brokenLine{}, language: doc.Language}
	result, err := l.document(ctx, doc)
	if err != nil {
		return nil, fmt.Errorf("lay out %q: %w", doc.Title, err)
	}
	return result, nil
}

// layouter turns the blocks of one document into pieces.
type layouter struct {
	faces    Faces
	elements []Element
	texts    []Text // where those of the next line go
	stack    []int
	language string
	// depth is the level of the heading last set.
	depth int
	// grouped tells that what is set stands in a group of a form, where blocks
	// follow each other closely.
	grouped bool
	// above is the height of what has been set since the last page break.
	above float64
	// accent is the municipality's colour, "" for the usual one.
	accent document.Color
	// sheet is the page that is set for.
	sheet sheet
	// broken are the paragraphs broken so far.
	broken map[breaking][]brokenLine
	// widths are the columns chosen for tables, by tableKey.
	widths map[string][]float64
}

func (l *layouter) document(ctx context.Context, doc document.Document) (*Result, error) {
	l.open(RoleDocument)
	fill := &filler{targets: map[string]Target{}}
	for _, part := range doc.Parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l.language = part.Language
		l.elements = slices.Grow(l.elements, elementsOf(part.Blocks))
		l.sizeColumns(part.Blocks)
		l.open(RolePart)
		pieces, err := l.flow(ctx, part.Blocks)
		if err != nil {
			return nil, err
		}
		l.close()
		from := len(fill.pages)
		fill.language = part.Language
		fill.first = 1
		if part.Title != "" && len(pieces) > 0 {
			fill.outline = append(fill.outline, Bookmark{Title: part.Title, Target: Target{Page: from + 1, Wide: pieces[0].wide}})
		}
		bookmarks := len(fill.outline)
		grow(pieces)
		fill.fill(pieces)
		if part.Title != "" {
			for i := bookmarks; i < len(fill.outline); i++ {
				fill.outline[i].Level++
			}
		}
		countSheets(fill.pages[from:])
		for i := from; i < len(fill.pages); i++ {
			l.furnish(&fill.pages[i], part)
		}
	}
	l.refer(fill.pages, fill.targets)
	return &Result{
		Language: doc.Language, Title: doc.Title, Author: doc.Author, Subject: doc.Subject, Keywords: doc.Keywords, Names: doc.Names, Record: doc.Record,
		Pages: fill.pages, Elements: l.elements, Outline: fill.outline, Targets: fill.targets,
		Hidden: doc.Hidden,
	}, nil
}

// elementsOf is about how many elements the blocks will have: those of their
// tables, which are most of a long report's, with room for the rest. A list that
// grows as it is filled would be copied again and again.
func elementsOf(blocks []document.Block) int {
	count := 0
	for _, block := range blocks {
		switch b := block.(type) {
		case document.Keep:
			count += elementsOf(b.Blocks)
		case document.Table:
			for _, row := range b.Rows {
				count += row.Lines()
				for _, cell := range row.Cells {
					count += 1 + 2*len(cell.Entries) // an entry has a paragraph or two, or a cell of its own
				}
			}
		default:
			count += 8
		}
	}
	return count
}

// open begins an element below the innermost open one and returns its index.
func (l *layouter) open(role Role) int {
	parent := -1
	if len(l.stack) > 0 {
		parent = l.stack[len(l.stack)-1]
	}
	if len(l.elements) == cap(l.elements) {
		l.elements = slices.Grow(l.elements, len(l.elements)+1<<8) // a long report has a hundred thousand
	}
	l.elements = append(l.elements, Element{Role: role, Parent: parent, Language: l.language})
	l.stack = append(l.stack, len(l.elements)-1)
	return len(l.elements) - 1
}

func (l *layouter) close() { l.stack = l.stack[:len(l.stack)-1] }

// furnish adds the running head and foot to a page, as artifacts.
func (l *layouter) furnish(page *Page, part document.Part) {
	on := sheet{page.Wide}
	if part.Head != (document.Head{}) && !page.bare {
		set := setting(document.Note, "")
		half := on.textWidth()/2 - columnGap
		left := l.headLines(part.Head.Left, set, half)
		right := l.headLines(cmp.Or(page.name, part.Head.Right), set, half)
		top := headBaseline - l.faces.Regular.Baseline(set.size, set.leading)
		l.furniture(page, place(left, marginSide, top-float64(max(0, len(left)-1))*set.leading, half, document.Left))
		l.furniture(page, place(right, marginSide+on.textWidth()-half, top-float64(max(0, len(right)-1))*set.leading, half, document.Right))
		l.furniture(page, []Operation{decoration(document.Line{
			From: document.Point{X: marginSide, Y: headRule}, To: document.Point{X: marginSide + on.textWidth(), Y: headRule},
			Width: 0.5, Color: border,
		})})
	}
	if part.Foot.PageWord == "" {
		return
	}
	set := setting(document.Note, "")
	facts := l.footFacts(page, part.Foot, set)
	x := float64(marginSide)
	number := fmt.Sprint(page.Number)
	if page.of > 0 {
		number = fmt.Sprintf("%d/%d", page.count, page.of)
	}
	for _, part := range []struct {
		text string
		bold bool
	}{{facts, false}, {number, true}} {
		color := set.color
		if part.bold {
			color = ink
		}
		width := l.faces.width(part.text, set.size, part.bold)
		l.furniture(page, []Operation{Text{X: x, Y: on.footBaseline(), Width: width, Size: set.size, Bold: part.bold, Color: color,
			Language: page.Language, String: l.faces.Drawable(part.text), Source: part.text}})
		x += width
	}
}

// footFacts is what stands before the number of the page. Facts that do not fit
// beside it stand in a line above, and those that need more room than that are
// left out.
func (l *layouter) footFacts(page *Page, foot document.Foot, set typography) string {
	const number = 24 // room for it
	on := sheet{page.Wide}
	word := foot.PageWord + " "
	if foot.Facts == "" {
		return word
	}
	if all := foot.Facts + " · " + word; l.faces.width(all, set.size, false)+number <= on.textWidth() {
		return all
	}
	if lines := l.lines(-1, document.Plain(foot.Facts), set, on.textWidth()); len(lines) == 1 {
		above := on.footBaseline() - set.leading - l.faces.Regular.Baseline(set.size, set.leading)
		l.furniture(page, place(lines, marginSide, above, on.textWidth(), document.Left))
	}
	return word
}

// headLines sets a side of the running head. What would need more lines than
// there is room above the rule is left out: it stands on the cover.
func (l *layouter) headLines(text string, set typography, width float64) []line {
	const most = 3
	lines := l.lines(-1, document.Plain(text), set, width)
	if len(lines) > most {
		return nil
	}
	return lines
}

func (l *layouter) furniture(page *Page, operations []Operation) {
	for _, operation := range operations {
		page.Operations = append(page.Operations, artifact(operation))
	}
}
