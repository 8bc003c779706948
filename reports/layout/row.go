package layout

import (
	"cmp"
	"math"
	"slices"

	"tavoitekartta/reports/document"
)

// row is a table row, or what is left of one after a page break.
//
// Paired columns are cut into bands: band n holds the n-th entry of each.
// The other columns flow on their own beside all the bands. Row.split cuts
// between bands, and the flows between lines.
type row struct {
	look  tableLook
	width float64
	page  sheet
	// bands hold, per paired column, the lines of an entry.
	bands []band
	flows []flow
	// continued are the texts set at the top of the first column when the
	// row goes on on another page and that column has nothing left.
	continued []line
	// resumed tells that the row has begun on an earlier page.
	resumed bool
	// open rows go on on the next page and have no lower rule.
	open bool
}

// band is one entry of each paired column.
type band struct {
	cells []flow
	// ruled bands have a fine rule above from the given place to the right.
	ruled bool
	from  float64
	// bound bands stand on the page of the one before, whose hanging cell reaches
	// down to them.
	bound bool
	// least is the height that a hanging cell needs of the last band that it
	// reaches over.
	least float64
}

// ruledGap is the room around the rule above a band.
const ruledGap = 11.0

// bandsTogether is how many bands beside one cell are never parted over pages.
const bandsTogether = 3

// gap is the room above the band, where another stands there.
func (b band) gap(look tableLook) float64 {
	if b.ruled {
		return ruledGap
	}
	return look.entryGap
}

// flow is lines in a column.
type flow struct {
	x, width float64
	lines    []line
	leads    bool
	align    document.Align
	// hangs tells that the lines reach down beside the bands below.
	hangs bool
}

// written tells whether anything stands in the band.
func (b band) written() bool {
	return slices.ContainsFunc(b.cells, func(f flow) bool { return len(f.lines) > 0 })
}

func (b band) height() float64 {
	tallest := b.least
	for _, cell := range b.cells {
		if !cell.hangs {
			tallest = math.Max(tallest, height(cell.lines))
		}
	}
	return tallest
}

// hang lets a cell of the band at an index reach down beside the bands below, as
// many as it spans, unless it is taller than half a page. Few bands stay together.
func (r *row) hang(index, reach, cell int) {
	tall := height(r.bands[index].cells[cell].lines)
	if reach < 2 || tall > r.page.textHeight()/2 {
		return
	}
	together := reach <= bandsTogether
	r.bands[index].cells[cell].hangs = true
	covered := 0.0
	for i := index; i < index+reach; i++ {
		current := &r.bands[i]
		if i > index {
			covered += current.gap(r.look)
			current.bound = together || covered < tall
		}
		if i == index+reach-1 {
			current.least = math.Max(current.height(), tall-covered)
		}
		covered += current.height()
	}
}

func (r *row) bandsHeight() float64 {
	total := 0.0
	for i, band := range r.bands {
		if i > 0 {
			total += band.gap(r.look)
		}
		total += band.height()
	}
	return total
}

func (r *row) height() float64 {
	tallest := r.bandsHeight()
	for _, flow := range r.flows {
		tallest = math.Max(tallest, height(flow.lines))
	}
	if r.resumed {
		tallest = math.Max(tallest, height(r.continued))
	}
	return r.look.padTop + tallest + r.look.padBottom
}

// whole tells whether the row is small enough to be never split.
func (r *row) whole() bool { return r.height() <= r.look.whole*r.page.textHeight() }

// least is the room in which the row may begin: all of it when it is small,
// else its first band and two lines of each column.
func (r *row) least() float64 {
	if r.whole() {
		return r.height()
	}
	least := 0.0
	for i, band := range r.bands {
		if i > 0 && !band.bound {
			break
		}
		least += band.height()
		if i > 0 {
			least += band.gap(r.look)
		}
	}
	least = math.Min(least, r.page.textHeight()/2)
	for _, flow := range r.flows {
		least = math.Max(least, height(flow.lines[:min(3, len(flow.lines))]))
	}
	return r.look.padTop + least + r.look.padBottom
}

// operations sets the row at a place: band by band, the flows with the first
// band, as the row is read. Most of a report are texts of rows, so they are set
// where they come to stand and not moved there.
func (r *row) operations(x, top float64) []Operation {
	var operations []Operation
	y := top + r.look.padTop
	if r.resumed && len(r.continued) > 0 && r.firstFlowEmpty() {
		for _, operation := range place(r.continued, x, y, 0, document.Left) {
			operations = append(operations, artifact(operation))
		}
	}
	for _, cell := range r.besides() {
		operations = append(operations, place(cell.lines, x+cell.x, y, cell.width, cell.align)...)
	}
	for i, band := range r.bands {
		if i > 0 {
			y += band.gap(r.look)
			if band.ruled {
				operations = append(operations, decoration(document.Line{
					From: document.Point{X: x + band.from, Y: y - ruledGap/2}, To: document.Point{X: x + r.width, Y: y - ruledGap/2}, Width: 0.5, Color: hairRow,
				}))
			}
			for _, cell := range band.cells {
				operations = append(operations, place(cell.lines, x+cell.x, y, cell.width, document.Left)...)
			}
		}
		y += band.height()
	}
	if !r.open {
		bottom := top + r.height()
		operations = append(operations, decoration(document.Line{
			From: document.Point{X: x, Y: bottom}, To: document.Point{X: x + r.width, Y: bottom}, Width: 0.5, Color: r.look.rule,
		}))
	}
	return operations
}

// besides are the flows and the cells of the first band, as they stand beside
// each other.
func (r *row) besides() []flow {
	besides := slices.Clone(r.flows)
	if len(r.bands) > 0 {
		besides = append(besides, r.bands[0].cells...)
	}
	slices.SortStableFunc(besides, func(a, b flow) int { return cmp.Compare(a.x, b.x) })
	return besides
}

func (r *row) firstFlowEmpty() bool {
	for _, flow := range r.flows {
		if flow.leads && len(flow.lines) > 0 {
			return false
		}
	}
	return true
}

// split parts the row at the room's height. The head takes at least one line,
// so that a row of any height ends; both sides of the cut keep two lines of a
// paragraph where they can.
func (r *row) split(room float64) (head, tail *row) {
	room -= r.look.padTop + r.look.padBottom
	head = &row{look: r.look, width: r.width, page: r.page, continued: r.continued, resumed: r.resumed, open: true}
	tail = &row{look: r.look, width: r.width, page: r.page, continued: r.continued, resumed: true, open: r.open}
	whole := r.bandsWithin(room)
	head.bands = r.bands[:whole:whole]
	tail.bands = r.bands[whole:]
	filled := slices.ContainsFunc(head.bands, band.written)
	if next := slices.IndexFunc(tail.bands, band.written); !filled && next >= 0 {
		first, second := tail.bands[next].split(room)
		head.bands = append(append(head.bands, tail.bands[:next]...), first)
		tail.bands = append([]band{second}, tail.bands[next+1:]...)
		filled = true
	} else if !filled { // what is left of the bands says nothing
		head.bands, tail.bands = r.bands, nil
	}
	for _, flow := range r.flows {
		first, second := flow.split(room, false)
		head.flows = append(head.flows, first)
		tail.flows = append(tail.flows, second)
		filled = filled || len(first.lines) > 0
	}
	if !filled {
		for i, flow := range r.flows {
			head.flows[i], tail.flows[i] = flow.split(room, true)
		}
	}
	return head, tail
}

// bandsWithin is the number of bands that are set in the room: as many as fit,
// less those from which bound ones would be parted.
func (r *row) bandsWithin(room float64) int {
	fit := 0
	used := 0.0
	for i, current := range r.bands {
		if i > 0 {
			used += current.gap(r.look)
		}
		if used += current.height(); used > room {
			break
		}
		fit = i + 1
	}
	for apart := fit; apart > 0 && apart < len(r.bands); apart-- {
		if !r.bands[apart].bound {
			return apart
		}
	}
	return fit
}

func (b band) split(room float64) (first, second band) {
	for _, cell := range b.cells {
		above, below := cell.split(room, true)
		first.cells = append(first.cells, above)
		second.cells = append(second.cells, below)
	}
	return first, second
}

// split parts the lines at the room's height, keeping two lines on each side
// unless forced to take one.
func (f flow) split(room float64, forced bool) (first, second flow) {
	taken := 0
	used := 0.0
	for i, line := range f.lines {
		if i > 0 {
			used += line.before
		}
		used += line.leading
		if used > room {
			break
		}
		taken = i + 1
	}
	rest := len(f.lines) - taken
	if rest == 1 && taken > 2 {
		taken--
	}
	for taken > 1 && taken < len(f.lines) && f.lines[taken-1].glued && f.breakable(taken) {
		taken--
	}
	if taken == 1 && rest > 0 && !forced {
		taken = 0
	}
	if forced && taken == 0 && len(f.lines) > 0 {
		taken = 1
	}
	first, second = f, f
	first.lines = f.lines[:taken]
	second.lines = f.lines[taken:]
	return first, second
}

// breakable tells whether some line before the given one may end a page.
func (f flow) breakable(before int) bool {
	for _, line := range f.lines[:before-1] {
		if !line.glued {
			return true
		}
	}
	return false
}
