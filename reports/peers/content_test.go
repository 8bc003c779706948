//go:build bench && linux

package peers_test

import (
	"tavoitekartta/reports/document"
)

// What the others are given is the tree of our report, in the few things that
// any of them has: headings, paragraphs, lists, tables, links with page
// numbers. Everything that is written in our report is written in theirs, in the
// same order. Left out, and so not counted against them:
//
//   - all that is drawn: the street of the cover, the map's and the sections'
//     houses, the road, the boxes of the timelines, swatches and cards, with the
//     alternative texts of the pictures;
//   - side by side settings: what stands in columns stands below each other;
//   - sizing columns by content, keeping rows and paragraphs together, the note
//     that a row goes on, crest and colours;
//   - the data that goes along as a file, and the facts for archives.

// content is the report as the others are told it.
type content struct {
	language, title, author string
	parts                   []contentPart
}

// contentPart is a run of pages with one head and foot.
type contentPart struct {
	head   document.Head
	foot   document.Foot
	pieces []any // heading, chapter, paragraph, list, table, contents or pageBreak
}

type heading struct {
	level  int
	anchor string
	text   document.Text
}

type paragraph struct {
	style document.Style
	text  document.Text
}

type list struct {
	numbered bool
	items    []listItem
}

// listItem is one line of a list; with an anchor it is a link.
type listItem struct {
	text   document.Text
	anchor string
}

type table struct {
	columns []document.Column
	headed  bool
	rows    [][]cell
}

// cell reaches over so many rows; a covered place has no cell in its row.
type cell struct {
	column, rows int
	heading      bool
	paragraphs   []paragraph
}

type contents struct{ entries []document.ContentsEntry }

type pageBreak struct{}

// chapter is a place that only links lead to.
type chapter struct{ anchor string }

// contentOf reads the tree.
func contentOf(doc document.Document) content {
	all := content{language: doc.Language, title: doc.Title, author: doc.Author}
	for _, source := range doc.Parts {
		part := &reader{contentPart: contentPart{head: source.Head, foot: source.Foot}}
		part.blocks(source.Blocks)
		all.parts = append(all.parts, part.contentPart)
	}
	return all
}

// reader collects the pieces of a part. depth is the level of the last heading:
// no level is skipped.
type reader struct {
	contentPart
	depth int
}

func (r *reader) add(piece any) { r.pieces = append(r.pieces, piece) }

func (r *reader) blocks(blocks []document.Block) {
	for _, block := range blocks {
		r.block(block)
	}
}

func (r *reader) block(block document.Block) {
	switch b := block.(type) {
	case document.PageBreak:
		r.add(pageBreak{})
	case document.Space:
	case document.Keep:
		r.blocks(b.Blocks)
	case document.Heading:
		r.heading(b.Level, b.Anchor, b.Eyebrow, b.Text, b.Summary)
	case document.Opening:
		if b.ChapterAnchor != "" {
			r.add(chapter{b.ChapterAnchor})
		}
		r.heading(1, b.Anchor, b.Eyebrow, b.Title, b.Summary)
	case document.Paragraph:
		r.paragraphs(b)
	case document.List:
		set := list{numbered: b.Numbered}
		for _, item := range b.Items {
			set.items = append(set.items, listItem{text: item})
		}
		r.add(set)
	case document.Table:
		r.table(b)
	case document.ContentsList:
		r.add(contents{b.Entries})
	case document.Map:
		r.structuralMap(b)
	case document.Roadmap:
		r.roadmap(b)
	case document.Timeline:
		r.timeline(b)
	default:
		r.texts(block)
	}
}

func (r *reader) heading(level int, anchor string, eyebrow, text, summary document.Text) {
	level = min(level, r.depth+1)
	r.depth = level
	r.text(document.Eyebrow, eyebrow)
	r.add(heading{level: level, anchor: anchor, text: text})
	r.text(document.Lead, summary)
}

func (r *reader) text(style document.Style, text document.Text) {
	if len(text) > 0 {
		r.add(paragraph{style: style, text: text})
	}
}

func (r *reader) paragraphs(all ...document.Paragraph) {
	for _, one := range all {
		r.text(one.Style, one.Text)
	}
}

// texts are the texts of any other block, a paragraph each.
func (r *reader) texts(block document.Block) {
	alone := document.Document{Parts: []document.Part{{Blocks: []document.Block{block}}}}
	for text := range alone.Texts() {
		r.text(document.Body, text)
	}
}

func (r *reader) structuralMap(m document.Map) {
	var houses list
	for _, house := range m.Houses {
		named := append(document.Text{}, house.Name...)
		houses.items = append(houses.items, listItem{append(named, document.Run{String: " " + house.Count}), house.Anchor})
	}
	r.add(houses)
	for _, text := range append(append([]document.Text{}, m.Foundation...), m.FollowUp...) {
		r.text(document.BodyBold, text)
	}
}

func (r *reader) roadmap(m document.Roadmap) {
	for _, stop := range m.Stops {
		r.text(document.Strong, document.Plain(stop.Label))
		var goals list
		for _, item := range stop.Items {
			goals.items = append(goals.items, listItem{text: item.Text})
		}
		if len(goals.items) == 0 {
			r.text(document.Body, document.Plain(stop.Empty))
			continue
		}
		r.add(goals)
	}
}

// timeline is told as the goals that it names, with what is remarked of them.
func (r *reader) timeline(t document.Timeline) {
	columns := ""
	for _, column := range t.Columns {
		columns += " " + column.Label
	}
	r.text(document.SmallBold, document.Plain(t.Goals+columns))
	var goals list
	for _, row := range t.Rows {
		text := append(document.Text{}, row.Label...)
		if len(row.Spans) == 0 && !row.Ongoing && row.Remark != "" {
			text = append(text, document.Run{String: " " + row.Remark})
		}
		goals.items = append(goals.items, listItem{text: text})
	}
	r.add(goals)
}

// table reads the rows as ours are tagged: a row for each pair, the cells of
// the goal reaching over them.
func (r *reader) table(source document.Table) {
	set := table{columns: source.Columns, headed: source.Headed()}
	for _, row := range source.Rows {
		lines := row.Lines()
		for line := range lines {
			var cells []cell
			for i, from := range row.Cells {
				if !from.Paired && line > 0 {
					continue
				}
				own := cell{column: i, rows: 1, heading: from.Heading}
				if !from.Paired {
					own.rows = lines
				}
				for n, entry := range from.Entries {
					if from.Paired && n != line {
						continue
					}
					for _, p := range entry {
						own.paragraphs = append(own.paragraphs, paragraph{p.Style, p.Text})
					}
				}
				cells = append(cells, own)
			}
			set.rows = append(set.rows, cells)
		}
	}
	r.add(set)
	r.text(document.Note, source.Note)
}

// type sizes in points, and weight, as our own pages are set.
type typeSize struct {
	name          string
	size, leading float64
	bold          bool
}

// typeSizes are those of the styles that a programme document uses.
func typeSizes() map[document.Style]typeSize {
	return map[document.Style]typeSize{
		document.Body:       {"body", 10, 14, false},
		document.BodyBold:   {"bodybold", 10, 14, true},
		document.BodyMuted:  {"bodymuted", 10, 14, false},
		document.Lead:       {"lead", 11, 15, false},
		document.Small:      {"small", 9, 12, false},
		document.SmallBold:  {"smallbold", 9, 12, true},
		document.SmallMuted: {"smallmuted", 9, 12, false},
		document.Note:       {"note", 8.5, 11, false},
		document.Strong:     {"strong11", 11, 14, true},
		document.Name:       {"name", 13, 17, true},
		document.Code:       {"code", 10, 14, false},
		document.Eyebrow:    {"eyebrow", 10.5, 14, true},
	}
}

// sizeOf is a style's size, that of body text for one that stands nowhere else.
func sizeOf(style document.Style) typeSize {
	sizes := typeSizes()
	if size, known := sizes[style]; known {
		return size
	}
	return sizes[document.Body]
}
