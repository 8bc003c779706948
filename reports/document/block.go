package document

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
