// Package layout sets a document tree into pages of drawing operations.
//
// Every operation knows the Element of the structure tree that it belongs to,
// or that it is an artifact (running head, foot, rule, fill, repeated table
// head). Elements are made from the document alone, in reading order; how the
// pages fall changes only which operations stand on which page. The order of
// operations on a page is the reading order, and no operation reaches over
// two pages, so tagging needs no second layout. The Source of the texts of
// one element, put together, is that element's text, letter for letter: where
// a word is broken at the end of a line its pieces carry the whole Word.
//
// All measures are points, x to the right and y down from the page's upper
// left corner. The package imports the document tree, font measures and the
// line breaker; it draws nothing itself.
package layout

import "tavoitekartta/reports/document"

// A4 in points.
const (
	PageWidth  = 595.28
	PageHeight = 841.89
)

const millimetre = 72 / 25.4

// Margins and the bands of the page (look.md "Paper, A4").
const (
	marginSide   = 20 * millimetre
	textWidth    = PageWidth - 2*marginSide
	textTop      = 28 * millimetre
	bottomBand   = 23 * millimetre
	textBottom   = PageHeight - bottomBand
	textHeight   = textBottom - textTop
	headBaseline = 15.4 * millimetre
	headRule     = 18.8 * millimetre
	footBand     = 13 * millimetre
)

// Result is a laid-out document.
type Result struct {
	Language string
	Title    string
	Author   string
	Subject  string
	Keywords string
	Names    []document.Naming // in the languages of later parts
	Record   document.Record
	Pages    []Page
	// Elements is the structure tree in reading order; an element's parent
	// stands before it, the root is the first.
	Elements []Element
	Outline  []Bookmark
	// Targets gives the place of each anchor.
	Targets map[string]Target
	// Hidden are values that a form carries along unseen.
	Hidden []document.HiddenField
}

// Page is one page: its operations in reading order.
type Page struct {
	Number     int
	Language   string
	Operations []Operation
	// Wide pages lie on their side.
	Wide bool
	// bare pages have no running head: what opens them says it.
	bare bool
	// name is the sheet that the page belongs to, count its number in it, of so
	// many.
	name      string
	count, of int
}

// Target is a place that links and bookmarks lead to.
type Target struct {
	Page int
	Y    float64
	// Wide tells that the page lies on its side.
	Wide bool
}

// Bookmark is an entry of the outline; the outermost level is 0.
type Bookmark struct {
	Title string
	Level int
	Target
}

// Role is the standard structure type of an element (PDF 2.0, 14.8.4).
type Role string

// The roles in use.
const (
	RoleDocument  Role = "Document"
	RolePart      Role = "Part"
	RoleSection   Role = "Sect"
	RoleHeading1  Role = "H1"
	RoleHeading2  Role = "H2"
	RoleHeading3  Role = "H3"
	RoleHeading4  Role = "H4"
	RoleHeading5  Role = "H5"
	RoleHeading6  Role = "H6"
	RoleParagraph Role = "P"
	RoleList      Role = "L"
	RoleItem      Role = "LI"
	RoleMarker    Role = "Lbl"
	RoleBody      Role = "LBody"
	RoleTable     Role = "Table"
	RoleRow       Role = "TR"
	RoleHeadCell  Role = "TH"
	RoleCell      Role = "TD"
	RoleFigure    Role = "Figure"
	RoleContents  Role = "TOC"
	RoleEntry     Role = "TOCI"
	RoleReference Role = "Reference"
	RoleLink      Role = "Link"
	RoleDivision  Role = "Div"
	RoleQuotation Role = "BlockQuote"
	RoleForm      Role = "Form"
	RoleNote      Role = "Note"
)

// Element is a node of the structure tree.
type Element struct {
	Role     Role
	Parent   int
	Language string
	// Alternative says in words what a figure shows.
	Alternative string
	// RowSpan and ColumnSpan are the numbers of rows and columns that a cell
	// reaches over, 1 when zero.
	RowSpan, ColumnSpan int
	// RowHeading marks a heading cell that heads its row, not its column.
	RowHeading bool
	// Numbered marks a list whose items have numbers.
	Numbered bool
	// Subject is the id of the goal, section or chapter that the element speaks
	// of; what stands in it speaks of the same. Empty for none.
	Subject string
}

// Artifact marks an operation that is no content.
type Artifact string

// The kinds of artifacts (PDF 2.0, 14.8.2.2).
const (
	Content    Artifact = ""
	Pagination Artifact = "Pagination"
	Layout     Artifact = "Layout"
)

// Mark ties an operation to the structure.
type Mark struct {
	// Element is the index in Result.Elements; -1 for an artifact.
	Element  int
	Artifact Artifact
}

// Operation is one thing to draw.
type Operation interface {
	// Marking returns the tie to the structure.
	Marking() Mark
	// Moved returns the operation shifted by the given points.
	Moved(dx, dy float64) Operation
}

// Text draws a piece of one line.
type Text struct {
	Mark
	// X and Y are the left end of the baseline, Width is the drawn width.
	X, Y, Width float64
	Size        float64
	Bold        bool
	Color       document.Color
	Language    string
	// String is what is drawn, Source what it stands for in the document:
	// without the hyphen of a broken word, with the spaces at which the line
	// ended, with characters that the font lacks.
	String string
	Source string
	// Replaced tells that what is drawn does not say the Source letter for
	// letter: a sign stands for another, or marks are set on their letters.
	Replaced bool
	// Word is the whole word when the text is a piece of a broken one, and
	// Fragment counts its pieces from 1.
	Word     string
	Fragment int
}

// Drawn draws a shape other than a label.
type Drawn struct {
	Mark
	Shape document.Shape
	// Parted shapes of a figure go on on the next page where theirs has no room.
	Parted bool
}

// Picture draws a PNG over its box.
type Picture struct {
	Mark
	X, Y, Width, Height float64
	PNG                 []byte
}

// Link leads from a box on the page to an anchor.
type Link struct {
	Mark
	X, Y, Width, Height float64
	Anchor              string
	// Words say where the link leads.
	Words string
}

// Marking returns the tie to the structure.
func (m Mark) Marking() Mark { return m }

// Moved returns the text shifted.
func (t Text) Moved(dx, dy float64) Operation {
	t.X += dx
	t.Y += dy
	return t
}

// Moved returns the shape shifted.
func (d Drawn) Moved(dx, dy float64) Operation {
	d.Shape = d.Shape.Moved(dx, dy)
	return d
}

// Moved returns the picture shifted.
func (p Picture) Moved(dx, dy float64) Operation {
	p.X += dx
	p.Y += dy
	return p
}

// Moved returns the link shifted.
func (l Link) Moved(dx, dy float64) Operation {
	l.X += dx
	l.Y += dy
	return l
}

func decoration(shape document.Shape) Drawn {
	return Drawn{Mark: Mark{Element: -1, Artifact: Layout}, Shape: shape}
}
