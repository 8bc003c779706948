package layout

// piece is a part of the flow that is not parted over pages, except when it
// has a row. Its operations are relative to its upper left corner, which lies
// on the left margin.
type piece struct {
	height     float64
	operations []Operation
	// before is the space above, dropped at the top of a page.
	before float64
	// glued pieces stay on the page of the next one; kept ones do so as long as
	// all that is kept together fits on a page.
	glued, kept bool
	// partable pieces may begin where a good part of a page is free, as what no
	// page holds: with what is glued to them they are longer than one.
	partable bool
	// breakBefore begins a new page; looseBreak does, unless all up to the next
	// break fits on the page or, when it is flowing, can begin there.
	breakBefore, looseBreak, flowing bool
	// begins names the sheet that begins with the piece.
	begins string
	// bleed pieces stand at the corner of the page and take no room.
	bleed bool
	// bare pieces leave their page without a running head.
	bare bool
	// ruled pieces are lines to write on.
	ruled *ruled
	// pitched pieces can be set closer; pitch says how close.
	pitched *pitched
	pitch   int
	// atBottom pieces are set at the lower edge of the text area.
	atBottom bool
	// wide pieces stand on pages that lie on their side.
	wide bool
	// row replaces operations by a table row that may be split.
	row *row
	// table is the table that the piece belongs to: its head is repeated when
	// the piece begins a page. The head itself has none.
	table *repeated
	// onTop are drawn instead of operations when the piece begins a page.
	onTop []Operation
	// anchors are places inside the piece that links lead to.
	anchors []anchor
	// grows are the operations that take up room that is left on the page.
	grows []int
}

// repeated is drawn, as an artifact, above a piece that begins a page.
type repeated struct {
	height     float64
	operations []Operation
}

type anchor struct {
	name  string
	title string
	level int
	y     float64
}

// filler fills pages with pieces.
type filler struct {
	pages    []Page
	language string
	y        float64
	// empty tells whether the current page has no piece yet.
	empty   bool
	targets map[string]Target
	outline []Bookmark
	first   int
	sheet   sheet
	// begun is the number of pages when the last page break was passed, chosen
	// whether a pitch was found for all up to the next one.
	begun  int
	chosen bool
	// name is the sheet that is being filled, count its pages so far.
	name  string
	count int
	// trial tells that the pages are filled to see how the pieces fall.
	trial *trial
}

func (f *filler) newPage() {
	f.count++
	f.pages = append(f.pages, Page{Number: f.first + len(f.pages), Language: f.language, Wide: f.sheet.wide, name: f.name, count: f.count})
	f.y = textTop
	f.empty = true
}

func (f *filler) page() *Page { return &f.pages[len(f.pages)-1] }

// fill sets the pieces of one part. It always makes at least one page when
// there is a piece.
func (f *filler) fill(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	loosen(pieces)
	f.sheet = sheet{pieces[0].wide}
	f.begin(pieces[0].begins)
	f.newPage()
	for i := range pieces {
		current := &pieces[i]
		turned := current.wide != f.sheet.wide
		f.sheet = sheet{current.wide}
		if i > 0 && current.begins != "" {
			f.begin(current.begins)
		}
		if (current.breakBefore || turned || current.looseBreak && !f.joins(pieces[i:])) && !f.empty {
			f.newPage()
		}
		f.page().Wide = current.wide
		if i == 0 || current.parts() {
			f.begun = len(f.pages)
			f.choosePitch(pieces[i:])
		}
		begun := i > 0 && (pieces[i-1].glued || pieces[i-1].kept)
		if !begun && !f.chosen {
			f.chooseKept(pieces[i:])
		}
		if !f.empty && needed(pieces[i:], begun) > f.sheet.textBottom()-f.y {
			f.newPage()
		}
		f.put(current)
		if f.trial == nil {
			// The page has it; a long report would be held twice.
			current.operations, current.row = nil, nil
		}
		f.trial.note(f)
	}
}

// begin begins a sheet whose pages are counted by themselves.
func (f *filler) begin(name string) { f.name, f.count = name, 0 }

// loosen lets the tallest piece of what is glued together be parted where all of
// it is longer than a page: else a title would stand on one page and what it is
// the title of begin on the next.
func loosen(pieces []piece) {
	for first := 0; first < len(pieces); {
		end, tallest, height := first, first, 0.0
		for ; end < len(pieces); end++ {
			if end > first {
				height += pieces[end].before
			}
			if height += pieces[end].height; pieces[end].height > pieces[tallest].height {
				tallest = end
			}
			if !pieces[end].glued {
				break
			}
		}
		if height > (sheet{pieces[first].wide}).textHeight() {
			pieces[tallest].partable = true
		}
		first = end + 1
	}
}

// needed is the height that the first piece wants to find on its page: its own
// and that of all that is kept with it, else of what is glued to it. A chain
// longer than a page binds nobody but the first to the second, and what is kept
// together has been weighed when it was begun.
func needed(pieces []piece, begun bool) float64 {
	if !begun {
		if height, fits := chain(pieces, func(p *piece) bool { return p.glued || p.kept }); fits {
			return height
		}
	}
	if height, fits := chain(pieces, func(p *piece) bool { return p.glued }); fits {
		return height
	}
	alone := pieces[0].before + pieces[0].least()
	if pieces[0].glued && len(pieces) > 1 && !pieces[1].parts() {
		if pair := pieces[0].least() + pieces[1].before + pieces[1].least(); pair <= (sheet{pieces[0].wide}).textHeight() {
			return pieces[0].before + pair
		}
	}
	return alone
}

// chain is the height of the pieces as far as each holds the next one, and
// whether it fits on a page.
func chain(pieces []piece, holds func(*piece) bool) (height float64, fits bool) {
	for i := range pieces {
		current := &pieces[i]
		if i > 0 && current.parts() {
			break
		}
		if i > 0 {
			height += current.before
		}
		height += current.least()
		if height > (sheet{pieces[0].wide}).textHeight() {
			return height, false
		}
		if !holds(current) {
			break
		}
	}
	return pieces[0].before + height, true
}

func (f *filler) put(p *piece) {
	f.page().bare = f.page().bare || p.bare
	if p.bleed {
		f.add(p.operations, 0, 0)
		f.mark(p, 0)
		return
	}
	if f.empty {
		f.repeat(p)
	} else {
		f.y += p.before
	}
	if p.atBottom && f.y+p.height < f.sheet.textBottom() {
		f.y = f.sheet.textBottom() - p.height
	}
	if p.row != nil {
		f.putRow(p)
		return
	}
	operations, high := p.operations, p.height
	switch {
	case p.pitched != nil:
		operations = p.pitched.draw(p.pitch)
	case p.ruled != nil:
		operations, high = p.ruled.operations(f.sheet.textBottom()-f.y, f.sheet.textWidth())
	case f.empty && p.onTop != nil:
		operations = p.onTop
	}
	f.mark(p, f.y)
	if high > f.sheet.textBottom()-f.y && p.ruled == nil {
		f.putTall(p, operations, high)
		return
	}
	f.add(operations, marginSide, f.y)
	f.y += high
	f.empty = false
}

// repeat sets the head of a table anew above a piece that begins a page. A head
// that would take half of the page stands above the table alone.
func (f *filler) repeat(p *piece) {
	if p.table == nil || p.table.height > f.sheet.textHeight()/2 {
		return
	}
	f.add(p.table.operations, marginSide, f.y)
	f.y += p.table.height
}

// putRow sets a row, parted over as many pages as it needs.
func (f *filler) putRow(p *piece) {
	rest := p.row
	for {
		room := f.sheet.textBottom() - f.y
		if rest.height() <= room {
			f.set(rest.operations(marginSide, f.y))
			f.y += rest.height()
			f.empty = false
			return
		}
		head, tail := rest.split(room)
		f.set(head.operations(marginSide, f.y))
		f.empty = false
		f.newPage()
		f.repeat(p)
		rest = tail
	}
}

func (f *filler) mark(p *piece, y float64) {
	for _, a := range p.anchors {
		target := Target{Page: f.page().Number, Y: y + a.y, Wide: f.page().Wide}
		f.targets[a.name] = target
		f.outline = append(f.outline, Bookmark{Title: a.title, Level: a.level, Target: target})
	}
}

// set puts operations onto the page where they are.
func (f *filler) set(operations []Operation) {
	page := f.page()
	page.Operations = append(page.Operations, operations...)
}

func (f *filler) add(operations []Operation, dx, dy float64) {
	page := f.page()
	for _, operation := range operations {
		page.Operations = append(page.Operations, operation.Moved(dx, dy))
	}
}
