package document

import "tavoitekartta/model/street"

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
