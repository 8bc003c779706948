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

// Document is a whole report.
type Document struct {
	// Language is the main language, a BCP 47 code such as "fi".
	Language string
	Title    string
	Author   string
	Subject  string
	// Keywords part words by commas, in the main language.
	Keywords string
	// Names are what the document is called in the languages of its later parts.
	Names  []Naming
	Record Record
	Parts  []Part
	// Hidden are values that a form carries along unseen.
	Hidden []HiddenField
}

// Naming is a document's title and subject in one more language.
type Naming struct{ Language, Title, Subject string }

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

// Block is one element of a part.
type Block interface{ block() }
