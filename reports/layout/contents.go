package layout

import (
	"fmt"
	"math"

	"tavoitekartta/reports/document"
)

// contentsBefore is the space above a contents list.
const contentsBefore = 14

// contents sets the contents list, a piece for each entry. Page numbers come
// from the round before; in the first round they are left out.
func (l *layouter) contents(c document.ContentsList) []piece {
	pad := l.contentsPad(c)
	const indent = 48
	const noteRoom = 76
	const pageRoom = 34
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
		set.leading = 14.4
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
		note.leading = set.leading
		operations = append(operations, place(l.lines(link, document.Plain(entry.Note), note, noteRoom),
			textWidth-pageRoom-11-noteRoom, last, noteRoom, document.Right)...)
		if target, known := l.targets[entry.Anchor]; known {
			number := setting(document.Strong, "")
			number.leading = set.leading
			operations = append(operations, place(l.lines(link, document.Plain(fmt.Sprint(target.Page)), number, pageRoom),
				textWidth-pageRoom, last, pageRoom, document.Right)...)
			operations = append(operations, Link{Mark: Mark{Element: link}, Width: textWidth, Height: tall, Anchor: entry.Anchor,
				Words: plainTitle(entry.Text) + ", " + c.PageWord + " " + fmt.Sprint(target.Page)})
		}
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
