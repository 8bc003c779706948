package document

// Table has columns with a head that repeats on each page.
type Table struct {
	Columns []Column
	Rows    []Row
	Form    TableForm
	// Continued stands beside the label of a row that goes on on the next
	// page ("jatkuu").
	Continued string
	// Caption names a table without a head when it goes on on another page.
	Caption string
	// Note explains signs used in the table, below it.
	Note Text
	// KeepWithNext holds the last row on the page of the following block.
	KeepWithNext bool
	// Wide tables need a page that lies on its side; all does that stands with
	// them between two page breaks.
	Wide bool
}

// TableForm is the look of a table.
type TableForm int

// The forms of tables.
const (
	// Ruled is the table of goals: head, strong rule, small text.
	Ruled TableForm = iota
	// Facts is a table of label and value without a head.
	Facts
	// Unheaded is a small table without a head, below a heading that says what
	// it holds.
	Unheaded
	// Grouped is a table of goals below the bodies that answer for them: head,
	// small text, a fine rule above each entry that reaches over others.
	Grouped
	// Data is a table of a chapter: head, close rows that are never parted over
	// pages as long as they fit on one.
	Data
)

// Column has its title and its share of the width in millimetres. Numbers are
// aligned at the right.
type Column struct {
	Title string
	Width float64
	// Least is the width in millimetres below which the column is not set, however
	// short that would make the rows.
	Least float64
	Align Align
	// Language is that of the title where it is not the part's.
	Language string
}

// Row is one row: a goal with its measures. Cells stand in the order of the
// columns.
type Row struct {
	Cells []Cell
	// Label names the row when it goes on on another page ("3.1").
	Label string
	// Subject is the goal's id, for a preview.
	Subject string
	// BlankLines is the number of lines to write on by hand below the row, in
	// every column but the first.
	BlankLines int
}

// Cell holds entries. In a paired cell the n-th entry stands beside the n-th
// entry of the row's other paired cells (a measure and its timetable); the
// entries of other cells follow each other and span the row.
type Cell struct {
	Entries []Entry
	Paired  bool
	Heading bool
	// Reaching is a paired cell in which an entry without paragraphs belongs to
	// the one above: a goal beside all of its measures.
	Reaching bool
}

// Reach is the number of lines that the entry of a paired cell at an index
// reaches over, 0 when it belongs to one above.
func (c Cell) Reach(index int) int {
	if !c.Reaching {
		return 1
	}
	if index > 0 && len(c.Entries[index]) == 0 {
		return 0
	}
	reach := 1
	for index+reach < len(c.Entries) && len(c.Entries[index+reach]) == 0 {
		reach++
	}
	return reach
}

// Entry is the group of paragraphs that belong together in a cell.
type Entry []Paragraph

// Swatch is the small sign of a section: a house, the granite block of the
// foundation, or the hollow square of the follow-up.
type Swatch struct {
	Form   SwatchForm
	Facade Color
	Roof   Color
}

// SwatchForm is the form of a swatch.
type SwatchForm int

// The forms of swatches.
const (
	NoSwatch SwatchForm = iota
	House
	Granite
	Hollow
)
