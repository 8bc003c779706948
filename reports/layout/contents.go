package layout

import (
	"math"
	"slices"
	"strconv"

	"tavoitekartta/reports/document"
)

// contentsBefore is the space above a contents list.
const contentsBefore = 14

// pageRoom is the room for page numbers at the right edge.
const pageRoom = 34

// entryLeading is that of a contents list.
const entryLeading = 14.4

// contents sets the contents list, a piece for each entry. Each has room for a
// page number, which is set when the pages are known.
func (l *layouter) contents(c document.ContentsList) []piece {
	pad := l.contentsPad(c)
	const indent = 48
	const noteRoom = 76
	l.open(RoleContents)
	defer l.close()
	pieces := []piece{{before: contentsBefore, glued: true, operations: []Operation{decoration(document.Line{
		To: document.Point{X: textWidth}, Width: 1.5, Color: ink,
	})}}}
	for _, entry := range c.Entries {
		l.open(RoleEntry)
		l.open(RoleReference)
		link := l.open(RoleLink)
		style, x := document.Strong, 0.0
		if entry.Inner {
			style, x = document.Body, indent
		}
		set := setting(style, "")
		set.leading = entryLeading
		room := textWidth - x - pageRoom
		if entry.Note != "" {
			room -= noteRoom
		}
		lines := l.lines(link, entry.Text, set, room)
		texts := math.Max(height(lines), set.leading)
		tall := texts + 2*pad
		last := pad + texts - set.leading
		operations := place(lines, x, pad, textWidth, document.Left)
		operations = append(operations, swatch(entry.Swatch, 22, pad, 14.4, false)...)
		note := setting(document.SmallMuted, "")
		note.leading = entryLeading
		operations = append(operations, place(l.lines(link, document.Plain(entry.Note), note, noteRoom),
			textWidth-pageRoom-11-noteRoom, last, noteRoom, document.Right)...)
		operations = append(operations, pageReference{
			Mark: Mark{Element: link}, Baseline: last, Height: tall, Anchor: entry.Anchor, Language: l.language,
			Words: plainTitle(entry.Text) + ", " + c.PageWord + " ",
		})
		operations = append(operations, decoration(document.Line{
			From: document.Point{Y: tall}, To: document.Point{X: textWidth, Y: tall}, Width: 0.5, Color: hairRow,
		}))
		l.close()
		l.close()
		l.close()
		pieces = append(pieces, piece{height: tall, operations: operations})
	}
	return pieces
}

// contentsPad is the space above and below each entry: wide, or narrower when
// that brings the list onto its page with what stands below it.
func (l *layouter) contentsPad(c document.ContentsList) float64 {
	const widest, narrowest, line = 9.6, 4.0, 14.4
	room := textHeight - l.above - contentsBefore - c.Below
	return math.Max(narrowest, math.Min(widest, (room/float64(max(1, len(c.Entries)))-line)/2))
}

// pageReference holds the place of an entry's page number and link until the
// pages are known. The number takes no part in how the entry is set, so nothing
// moves when it comes.
type pageReference struct {
	Mark
	X, Y float64
	// Baseline and Height are those of the entry's last line and of the entry,
	// from its top.
	Baseline, Height float64
	Anchor           string
	Language         string
	// Words say where the link leads, but for the number.
	Words string
}

// Moved returns the reference shifted.
func (r pageReference) Moved(dx, dy float64) Operation {
	r.X += dx
	r.Y += dy
	return r
}

// refer puts page numbers and links in the places of references. One to an
// anchor that stands nowhere is left out.
func (l *layouter) refer(pages []Page, targets map[string]Target) {
	for i := range pages {
		operations := pages[i].Operations
		for at := 0; at < len(operations); at++ {
			reference, is := operations[at].(pageReference)
			if !is {
				continue
			}
			referred := l.referred(reference, targets)
			operations = slices.Replace(operations, at, at+1, referred...)
			at += len(referred) - 1
		}
		pages[i].Operations = operations
	}
}

func (l *layouter) referred(r pageReference, targets map[string]Target) []Operation {
	target, known := targets[r.Anchor]
	if !known {
		return nil
	}
	l.language = r.Language
	page := strconv.Itoa(target.Page)
	number := setting(document.Strong, "")
	number.leading = entryLeading
	set := place(l.lines(r.Element, document.Plain(page), number, pageRoom),
		r.X+textWidth-pageRoom, r.Y+r.Baseline, pageRoom, document.Right)
	return append(set, Link{Mark: r.Mark, X: r.X, Y: r.Y, Width: textWidth, Height: r.Height, Anchor: r.Anchor, Words: r.Words + page})
}
