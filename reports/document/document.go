// Package document is the tree of a report: what it says and in which order,
// before anything is drawn.
//
// A Document is made of Parts (a cover, an edition in one language). A part
// holds Blocks in reading order: headings, paragraphs, tables, figures. All
// is pure data: the same programme gives the same tree, and the tree alone
// decides the content of every later form (PDF, tagging, archive copy).
//
// The package imports the geometry of the street and nothing else of the
// program; it knows neither fonts nor pages.
package document

import (
	"cmp"
	"slices"

	"tavoitekartta/model/street"
)

// Document is a whole report.
type Document struct {
	// Language is the main language, a BCP 47 code such as "fi".
	Language string
	Title    string
	Author   string
	Subject  string
	Record   Record
	Parts    []Part
	// Hidden are values that a form carries along unseen.
	Hidden []HiddenField
}

// Part is a run of pages in one language. It begins on a new page.
type Part struct {
	Language string
	// Title names the part in the outline when the document has several
	// parts with a title.
	Title  string
	Head   Head
	Foot   Foot
	Blocks []Block
}

// Head is the running head of a part: the municipality at the left, the title
// at the right. Without both none is drawn.
type Head struct {
	Left  string
	Right string
}

// Foot is the foot of every page of a part. PageWord ("sivu") stands before
// the page number; without it no foot is drawn.
type Foot struct {
	Facts    string
	PageWord string
}

// Text is a paragraph's content in reading order. All runs of a paragraph
// share one size, which its style gives.
type Text []Run

// Run is a passage in one language. An empty language is that of the
// surrounding part.
type Run struct {
	String   string
	Language string
	// Strong sets the run bold in a paragraph that is not.
	Strong bool
}

// Plain makes a text of one run in the surrounding language.
func Plain(text string) Text {
	if text == "" {
		return nil
	}
	return Text{{String: text}}
}

// In makes a text of one run in the named language.
func In(language, text string) Text {
	if text == "" {
		return nil
	}
	return Text{{String: text, Language: language}}
}

// Marked is the text with its language told where its runs do not tell theirs;
// an empty language leaves it as it is.
func (t Text) Marked(language string) Text {
	if language == "" {
		return t
	}
	marked := slices.Clone(t)
	for i := range marked {
		marked[i].Language = cmp.Or(marked[i].Language, language)
	}
	return marked
}

// String returns the text without its languages.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].String
	}
	whole := ""
	for _, run := range t {
		whole += run.String
	}
	return whole
}

// Style is the role of a paragraph; the layout gives it size, weight and
// colour.
type Style int

// The styles of paragraphs, from look.md "Type", paper.
const (
	Body       Style = iota // 10/14
	BodyBold                // 10/14 bold
	BodyMuted               // 10/14 muted
	Lead                    // 11/15, below a first heading
	Small                   // 9/12
	SmallBold               // 9/12 bold
	SmallMuted              // 9/12 muted
	Note                    // 8.5/11 muted
	Strong                  // 11/14 bold
	Name                    // 13/17 bold, a person on a card
	Code                    // 10/14, digits of a fingerprint
	Eyebrow                 // 10.5/14 bold, above a title
	Title1                  // 24/29 bold
	Title2                  // 15/19 bold
	Title3                  // 11/14 bold
	CoverTitle              // 38/44 bold
	CoverYears              // 38/44
	CoverText               // 13/18
	CoverBold               // 11/15 bold
	MapLabel                // 8.5/11, under a house
	MapStrong               // 9/12 bold
	EasyBody                // 15/23, of an easy-to-read edition: never hyphenated, in short lines
	EasyBold                // 15/23 bold
	EasyMuted               // 15/23 muted
	EasyTitle1              // 26/32 bold
	EasyTitle2              // 19/26 bold
	EasyCover               // 22/30 bold, below the title of the cover
	Large                   // 12.5/17, to be read across a table
	LargeBold               // 12.5/17 bold
	LargeMuted              // 12.5/17 muted
)

// Color is written "#RRGGBB"; the empty colour draws nothing, or is the
// colour of the style.
type Color string

// Block is one element of a part.
type Block interface{ block() }

// Heading opens a chapter (level 1), a passage of it (2) or a part of that
// (3). It never stands last on a page.
type Heading struct {
	Level int
	Text  Text
	// Eyebrow is a short line above, Summary one below.
	Eyebrow Text
	Summary Text
	// Anchor is the name under which contents lists refer to the heading;
	// headings with one stand in the outline.
	Anchor string
	// Subject is the id of the element that the heading opens, for a preview.
	Subject string
	// Easy sets the heading as those of an easy-to-read edition.
	Easy bool
	// Sign is a small drawing before the text, for the eye alone.
	Sign Drawing
}

// Paragraph is running text. Line feeds inside a run part lines.
type Paragraph struct {
	Text  Text
	Style Style
	Color Color
	// KeepWithNext holds the paragraph on the page of the following block.
	KeepWithNext bool
	// Apart parts the paragraph a little from the one before in its entry.
	Apart bool
}

// List is a list with a mark before each item: a dot, or its number.
type List struct {
	Items    []Text
	Style    Style
	Numbered bool
}

// Quotation is what somebody said, with who said it below, by role.
type Quotation struct {
	Paragraphs []Paragraph
	Speaker    Text
}

// Chart is a figure of numbers: a group for each thing that is compared, a bar
// in it for each series, and every number beside its bar.
type Chart struct {
	Series []Text // names; of one series it stands above the bars
	Groups []ChartGroup
	// Alternative says in words what the figure shows.
	Alternative string
}

// ChartGroup is a group of bars, one for each series.
type ChartGroup struct {
	Name Text
	Bars []ChartBar
}

// ChartBar is a bar. Share is its length, 1 for the longest; Number is written
// beside it, and alone where it is no number.
type ChartBar struct {
	Number Text
	Share  float64
	Known  bool
}

// Cover is the first page: one flat colour, the programme's street, and below
// the foundation who prepared and who approved it.
type Cover struct {
	// Owners stand at the upper left, their names in another language at the
	// upper right.
	Owners      Text
	OwnersOther Text
	Titles      []CoverName
	Street      []CoverHouse
	// Columns stand below the foundation, two in a row.
	Columns [][]Paragraph
	Picture string
	// Color is the cover's, the usual one when empty. Ink is that of the texts
	// and outlines on it, white when empty.
	Color, Ink Color
	// Accent is the municipality's colour as texts on paper bear it, the usual one
	// when empty.
	Accent Color
	// Crest stands before the owners, nil for none.
	Crest *Picture
	// Easy sets the line below each title as that of an easy-to-read edition.
	Easy bool
}

// Picture is a raster picture.
type Picture struct {
	PNG           []byte // at most eight bits a channel, not interlaced, opaque
	Width, Height int    // pixels
	Alternative   string // says in words what it shows
}

// CoverName is the title in one language; a bilingual cover has two.
type CoverName struct {
	Title    Text
	Years    Text
	Subtitle Text
}

// Marked is the name with its language told, as [Text.Marked].
func (n CoverName) Marked(language string) CoverName {
	return CoverName{Title: n.Title.Marked(language), Years: n.Years.Marked(language), Subtitle: n.Subtitle.Marked(language)}
}

// CoverHouse is a house of the street with its colours.
type CoverHouse struct {
	Section street.Section
	Colors  HouseColors
}

// HouseColors are the light and the dark colour of a house.
type HouseColors struct{ Facade, Roof Color }

// Map is the structural map: houses with their names on a common foundation,
// and the follow-up below.
type Map struct {
	Houses     []MapHouse
	Foundation []Text
	FollowUp   []Text
	Picture    string
}

// MapHouse is a house of the map. Anchor leads to its section.
type MapHouse struct {
	CoverHouse
	Name   Text
	Count  string
	Anchor string
}

// Opening is the head of a section: its house on a line of granite, with the
// title beside.
type Opening struct {
	House   Drawing
	Eyebrow Text
	Color   Color
	Title   Text
	Summary Text
	Anchor  string
	// Picture says in words what the house shows.
	Picture string
	// Chapter opens a chapter of sections in the outline, under ChapterAnchor.
	Chapter       string
	ChapterAnchor string
	// Subject is the section's id, for a preview.
	Subject string
	// Easy sets the opening as those of an easy-to-read edition.
	Easy bool
}

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

// ContentsList lists headings by their anchors, with page numbers.
type ContentsList struct {
	Entries []ContentsEntry
	// PageWord is read out before the page number ("sivu").
	PageWord string
	// Below is the room, in points, that the page should keep below the list.
	Below float64
}

// ContentsEntry is one line of the contents list.
type ContentsEntry struct {
	Text   Text
	Anchor string
	// Inner entries stand indented below a chapter, with a swatch.
	Inner  bool
	Note   string
	Swatch Swatch
}

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

// Figure is a drawing with a text that says what it shows.
type Figure struct {
	Drawing     Drawing
	Alternative string
	// Bleed draws from the corner of the page instead of the text area.
	Bleed bool
}

// Illustration is a picture between paragraphs. Width is how wide it is set, in
// points; it is set smaller where the page has no room.
type Illustration struct {
	Picture Picture
	Width   float64
}

// Step is one act of an instruction: a heading of the second level and what is
// to be done, with a picture of it at the right. Width is that of the picture,
// in points. A step is not parted over pages.
type Step struct {
	Title      Text
	Anchor     string // as that of a heading
	Paragraphs []Paragraph
	Picture    Picture
	Width      float64
}

// Roadmap is the road with a stop for each year. The texts are a list beside
// the drawing of the road.
type Roadmap struct {
	Stops []Stop
	// Alternative says in words what the drawing shows.
	Alternative string
}

// Stop is a year of the roadmap with what stands at it.
type Stop struct {
	Label string
	Items []StopItem
	// Empty says in words that nothing stands at the stop.
	Empty string
}

// StopItem is a goal at a stop.
type StopItem struct {
	Text   Text
	Swatch Swatch
}

// Legend explains swatches in a row that wraps.
type Legend struct {
	Items []StopItem
}

// Timeline shows when the measures of goals are done.
type Timeline struct {
	// Goals heads the column of the goals.
	Goals   string
	Columns []TimelineColumn
	Rows    []TimelineRow
	Facade  Color
	Roof    Color
}

// TimelineColumn is a year, or the lane of ongoing measures.
type TimelineColumn struct {
	Label   string
	Ongoing bool
}

// TimelineRow is a goal. Spans are first and last column of dated measures.
type TimelineRow struct {
	Label   Text
	Spans   []TimelineSpan
	Ongoing bool
	// Words is what the picture says, for those who do not see it.
	Words string
	// Remark stands in the row when nothing can be drawn.
	Remark string
}

// TimelineSpan is a box from one column to another, with a dot for each
// measure.
type TimelineSpan struct {
	First, Last int
	Measures    int
}

// Cards are cards of persons or organs who signed, two in a row.
type Cards struct {
	Cards []Card
}

// Card is one signature or mark in the minutes.
type Card struct {
	Role      string
	Name      string
	Statement string
	// Done draws the check mark; without it the statement stands alone.
	Done bool
}

// Callout is a tinted box with a strong left edge.
type Callout struct {
	Paragraphs []Paragraph
	Warning    bool
}

// Columns set short texts beside each other.
type Columns struct {
	Columns [][]Paragraph
	// Form sets them as the fields of a form are: the first takes a third.
	Form bool
	// AtBottom sets them at the lower edge of the page when there is room.
	AtBottom bool
}

// Notes is room to write by hand: ruled lines, and when it fills, more of them
// down to the end of the page.
type Notes struct {
	Lines int
	Fill  bool
}

// Blanks are lines to write on by hand beside each other, each with what is
// written on it below: day, role, signature.
type Blanks struct{ Labels []Text }

// PageBreak begins a new page, unless the page is still empty.
type PageBreak struct {
	// Loose lets what stands up to the next break follow on the same page when it
	// fits there. A Flowing one lets it also begin below the end of what ran over
	// from the page before.
	Loose, Flowing bool
	// Begins names what begins there, a sheet that is handed out by itself: its
	// name stands in the running head, and its pages are counted ("1/2").
	Begins string
}

// Space is empty height in points, dropped at the top of a page.
type Space struct{ Height float64 }

// Keep holds its blocks on one page as far as they fit on one.
type Keep struct{ Blocks []Block }

func (Heading) block()      {}
func (Paragraph) block()    {}
func (List) block()         {}
func (Quotation) block()    {}
func (Chart) block()        {}
func (Cover) block()        {}
func (Map) block()          {}
func (Notes) block()        {}
func (Blanks) block()       {}
func (Opening) block()      {}
func (Table) block()        {}
func (ContentsList) block() {}
func (Figure) block()       {}
func (Illustration) block() {}
func (Step) block()         {}
func (Roadmap) block()      {}
func (Legend) block()       {}
func (Timeline) block()     {}
func (Cards) block()        {}
func (Callout) block()      {}
func (Columns) block()      {}
func (PageBreak) block()    {}
func (Space) block()        {}
func (Keep) block()         {}
