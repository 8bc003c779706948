package pdf

import (
	"strconv"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// sequence is a run of marked content: a stretch of a page's drawing that
// belongs to one element. A passage that says something of itself is an element
// of its own within that one.
//
// It is kept small: a long report has a hundred thousand.
type sequence struct {
	element int32
	page    int32    // from 0
	id      int32    // MCID, counted within the page
	passage *passage // nil for one that says nothing of itself
	span    ref      // the passage's element, 0 for none
}

// passage is what a stretch of text says of itself: a language other than its
// element's, or the words that stand for what is drawn.
type passage struct {
	language string
	actual   string
	replaced bool
}

// properties are the entries of a passage, as they stand in the content and in
// the structure tree.
func (p passage) properties() string {
	says := ""
	if p.language != "" {
		says += " /Lang " + literal(p.language)
	}
	if p.replaced {
		says += " /ActualText " + textString(p.actual)
	}
	return says
}

// box is a rectangle on a page in PDF's coordinates, y upwards.
type box struct {
	left, bottom, right, top float64
	page                     int // from 0
}

// annotated is a link or a field of a form with the page that it stands on.
type annotated struct {
	layout.Operation
	page int
}

// element is what the annotation belongs to.
func (a annotated) element() int { return a.Marking().Element }

// marking remembers which drawing belongs to which element while pages are
// painted.
type marking struct {
	sequences []sequence  // in the order of painting, page after page
	pages     []int       // by page: its first sequence
	boxes     map[int]box // of figures, on the page where each begins
	annotated []annotated // in the order of painting
	contents  [][]byte    // by page: its drawing, deflated; nil where it stands in the document
	open      bool
	current   layout.Mark
	passage   passage
}

func newMarking(result *layout.Result) *marking {
	return &marking{
		sequences: make([]sequence, 0, len(result.Elements)),
		pages:     make([]int, 0, len(result.Pages)),
		boxes:     map[int]box{},
	}
}

// turn begins a page.
func (m *marking) turn() { m.pages = append(m.pages, len(m.sequences)) }

// on are the sequences of a page, by their MCID.
func (m *marking) on(page int) []sequence {
	if page+1 < len(m.pages) {
		return m.sequences[m.pages[page]:m.pages[page+1]]
	}
	return m.sequences[m.pages[page]:]
}

// begin makes what is drawn next belong to the mark's element. It appends the
// operators to write before it, none while the same stretch goes on.
func (m *marking) begin(out []byte, page int, mark layout.Mark, role layout.Role, says passage) []byte {
	if m.open && m.current == mark && m.passage == says && !says.replaced {
		return out
	}
	out = m.end(out)
	m.open, m.current, m.passage = true, mark, says
	if mark.Element < 0 {
		kind := mark.Artifact
		if kind == layout.Content {
			kind = layout.Layout
		}
		out = append(out, "/Artifact <</Type /"...)
		out = append(out, kind...)
		return append(out, ">> BDC\n"...)
	}
	id := len(m.sequences) - m.pages[page]
	drawn := sequence{element: int32(mark.Element), page: int32(page), id: int32(id)}
	if says != (passage{}) {
		role = roleSpan
		drawn.passage = new(says)
	}
	m.sequences = append(m.sequences, drawn)
	out = append(out, '/')
	out = append(out, role...)
	out = append(out, " <</MCID "...)
	out = strconv.AppendInt(out, int64(id), 10)
	out = append(out, says.properties()...)
	return append(out, ">> BDC\n"...)
}

// roleSpan is the structure type of a passage.
const roleSpan layout.Role = "Span"

// end closes what was begun.
func (m *marking) end(out []byte) []byte {
	if !m.open {
		return out
	}
	m.open = false
	return append(out, "EMC\n"...)
}

// cover widens the box of a figure by what is drawn of it on its first page.
func (m *marking) cover(element, page int, drawn box) {
	known, is := m.boxes[element]
	if is && known.page != page {
		return
	}
	drawn.page = page
	if !is {
		m.boxes[element] = drawn
		return
	}
	m.boxes[element] = box{
		min(known.left, drawn.left), min(known.bottom, drawn.bottom), max(known.right, drawn.right), max(known.top, drawn.top), page,
	}
}

// extent is the box of an operation.
func extent(operation layout.Operation) box {
	upright := func(left, top, right, bottom float64) box {
		return box{left: left, bottom: layout.PageHeight - bottom, right: right, top: layout.PageHeight - top}
	}
	switch o := operation.(type) {
	case layout.Text:
		return upright(o.X, o.Y-o.Size, o.X+o.Width, o.Y+o.Size/4)
	case layout.Picture:
		return upright(o.X, o.Y, o.X+o.Width, o.Y+o.Height)
	case layout.Drawn:
		bounds := document.Bounds(o.Shape)
		return upright(bounds.Left, bounds.Top, bounds.Right, bounds.Bottom)
	}
	return box{}
}
