package anydocument

import (
	"tavoitekartta/model/street"
	"tavoitekartta/reports/document"
)

const (
	deepest      = 2   // of what is kept together within what is kept together
	briefLetters = 400 // on a cover, and where else a page has to hold them all
)

// blocks grow one block, and what must follow it.
func (s *seed) blocks(depth int) []document.Block {
	switch s.pick(26) {
	case 0, 1:
		return []document.Block{s.paragraph()}
	case 2, 3:
		return []document.Block{s.heading(), s.headed()}
	case 4:
		return []document.Block{document.List{Items: s.texts(9), Style: s.style(), Numbered: s.yes()}}
	case 5:
		return []document.Block{document.Quotation{Paragraphs: s.paragraphs(4), Speaker: s.text()}}
	case 6:
		return []document.Block{s.chart()}
	case 7, 8, 9:
		return []document.Block{s.table()}
	case 10:
		return []document.Block{s.structuralMap()}
	case 11:
		return []document.Block{s.opening(), s.headed()}
	case 12:
		return []document.Block{s.contents()}
	case 13:
		return []document.Block{document.Illustration{Picture: s.picture(), Width: s.length(0, 900)}}
	case 14:
		return []document.Block{document.Step{Title: s.name(), Anchor: s.anchor(), Paragraphs: s.paragraphs(4), Picture: s.picture(), Width: s.length(0, 400)}}
	case 15:
		return []document.Block{s.roadmap()}
	case 16:
		return []document.Block{document.Legend{Items: s.items(9)}}
	case 17:
		return []document.Block{s.timeline()}
	case 18:
		return []document.Block{s.cards()}
	case 19:
		return []document.Block{document.Callout{Paragraphs: s.paragraphs(4), Warning: s.yes()}}
	case 20:
		return []document.Block{s.columns()}
	case 21:
		if s.yes() {
			return []document.Block{s.formGroup()}
		}
		return []document.Block{s.formRow()}
	case 22:
		return []document.Block{s.signatures()}
	case 23:
		return []document.Block{document.Blanks{Labels: s.texts(4)}, document.Notes{Lines: s.pick(40), Fill: s.yes()}, s.headed()}
	case 24:
		return []document.Block{document.PageBreak{Loose: s.yes(), Flowing: s.yes(), Begins: []string{"", "Lomake"}[s.pick(2)]}, s.headed()}
	}
	return s.kept(depth)
}

// headed is something that has at least a line.
func (s *seed) headed() document.Block { return document.Paragraph{Text: s.name(), Style: s.style()} }

func (s *seed) kept(depth int) []document.Block {
	if depth >= deepest {
		return []document.Block{document.Space{Height: s.length(0, 400)}, s.headed()}
	}
	var kept document.Keep
	for range 1 + s.pick(4) {
		kept.Blocks = append(kept.Blocks, s.blocks(depth+1)...)
	}
	return []document.Block{kept}
}

func (s *seed) heading() document.Heading {
	return document.Heading{Level: s.pick(5), Text: s.name(), Eyebrow: s.text(), Summary: s.text(), Anchor: s.anchor(), Easy: s.yes()}
}

func (s *seed) opening() document.Opening {
	defer s.brief(briefLetters)()
	return document.Opening{
		House: document.Drawing{Width: s.length(0, 150), Height: s.length(0, 150)}, Eyebrow: s.text(), Color: s.color(), Title: s.name(),
		Summary: s.text(), Anchor: s.anchor(), Picture: s.said(), Chapter: s.words(), ChapterAnchor: s.anchor(), Easy: s.yes(),
	}
}

// cover grows a cover. Its texts are of any characters, but no longer than one
// page can hold: what a cover says it says on one.
func (s *seed) cover() document.Cover {
	defer s.brief(briefLetters)()
	cover := document.Cover{Owners: s.text(), OwnersOther: s.text(), Picture: s.said(), Color: s.color(), Crest: s.crest(), Easy: s.yes()}
	for range s.pick(3) {
		cover.Titles = append(cover.Titles, document.CoverName{Title: s.text(), Years: s.text(), Subtitle: s.text()})
	}
	cover.Street = s.houses(40)
	for range s.pick(5) {
		cover.Columns = append(cover.Columns, s.paragraphs(3))
	}
	return cover
}

func (s *seed) letterhead() document.Letterhead {
	defer s.brief(briefLetters)()
	return document.Letterhead{Owners: s.text(), OwnersOther: s.text(), Color: s.color(), Crest: s.crest()}
}

func (s *seed) houses(most int) []document.CoverHouse {
	var houses []document.CoverHouse
	for range s.pick(most + 1) {
		houses = append(houses, document.CoverHouse{
			Section: street.Section{Written: make([]bool, s.pick(40))}, Colors: document.HouseColors{Facade: "#D3E3E8", Roof: "#0E5366"},
		})
	}
	return houses
}

func (s *seed) structuralMap() document.Map {
	m := document.Map{Foundation: s.texts(2), FollowUp: s.texts(2), Picture: s.said()}
	for _, house := range s.houses(24) {
		m.Houses = append(m.Houses, document.MapHouse{CoverHouse: house, Name: s.text(), Count: []string{"", "3 tavoitetta"}[s.pick(2)], Anchor: anchorName(s.pick(9))})
	}
	return m
}

func (s *seed) chart() document.Chart {
	chart := document.Chart{Alternative: s.said()}
	for range 1 + s.pick(4) {
		chart.Series = append(chart.Series, s.text())
	}
	for range s.pick(12) {
		group := document.ChartGroup{Name: s.text()}
		for range chart.Series {
			group.Bars = append(group.Bars, document.ChartBar{Number: s.text(), Share: s.length(0, 1), Known: s.yes()})
		}
		chart.Groups = append(chart.Groups, group)
	}
	return chart
}

func (s *seed) contents() document.ContentsList {
	list := document.ContentsList{PageWord: "sivu", Below: s.length(0, 900)}
	for range s.pick(40) {
		list.Entries = append(list.Entries, document.ContentsEntry{
			Text: s.text(), Anchor: anchorName(s.pick(9)), Inner: s.yes(), Note: []string{"", "3 tavoitetta", "12 mål"}[s.pick(3)], Swatch: s.swatch(),
		})
	}
	return list
}

func (s *seed) swatch() document.Swatch {
	return document.Swatch{Form: document.SwatchForm(s.pick(4)), Facade: "#DDE7D0", Roof: "#496829"}
}

func (s *seed) items(most int) []document.StopItem {
	var items []document.StopItem
	for range s.pick(most + 1) {
		items = append(items, document.StopItem{Text: s.text(), Swatch: s.swatch()})
	}
	return items
}

func (s *seed) roadmap() document.Roadmap {
	var road document.Roadmap
	for range s.pick(6) {
		road.Stops = append(road.Stops, document.Stop{
			Label: []string{"2026", "2026–2027", "Jatkuva"}[s.pick(3)], Items: s.items(30), Empty: "Ei tavoitteita",
		})
	}
	return road
}

func (s *seed) timeline() document.Timeline {
	t := document.Timeline{Goals: "Tavoite", Facade: "#DDE7D0", Roof: "#496829"}
	for range 1 + s.pick(10) {
		t.Columns = append(t.Columns, document.TimelineColumn{Label: "2026"})
	}
	if s.yes() {
		t.Columns = append(t.Columns, document.TimelineColumn{Label: "Jatkuva", Ongoing: true})
	}
	for range s.pick(30) {
		row := document.TimelineRow{Label: s.text(), Ongoing: s.yes(), Words: s.said(), Remark: s.words()}
		for range s.pick(5) {
			first := s.pick(len(t.Columns))
			row.Spans = append(row.Spans, document.TimelineSpan{First: first, Last: first + s.pick(len(t.Columns)-first), Measures: s.pick(60)})
		}
		if len(row.Spans) > 0 || row.Ongoing {
			row.Remark = "" // it stands where nothing can be drawn
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (s *seed) cards() document.Cards {
	defer s.brief(briefLetters)()
	var cards document.Cards
	for range s.pick(7) {
		cards.Cards = append(cards.Cards, document.Card{Role: s.string(), Name: s.string(), Statement: s.string(), Done: s.yes()})
	}
	return cards
}

func (s *seed) columns() document.Columns {
	defer s.brief(briefLetters)()
	columns := document.Columns{AtBottom: s.yes()}
	for range 1 + s.pick(4) {
		columns.Columns = append(columns.Columns, s.paragraphs(3))
	}
	return columns
}

func (s *seed) signatures() document.SignatureLines {
	defer s.brief(briefLetters)()
	var lines document.SignatureLines
	for range s.pick(5) {
		party := document.Signatory{Name: s.text(), Person: s.words()}
		if s.yes() {
			party.Field = &document.FormField{Kind: document.SignatureField, Name: s.fieldName(), Tooltip: s.said()}
		}
		lines.Parties = append(lines.Parties, party)
	}
	for range s.pick(5) {
		lines.Lines = append(lines.Lines, document.SignatureLine{Words: s.words(), For: document.SignatureLineUse(s.pick(3))})
	}
	return lines
}
