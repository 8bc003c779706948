package layout

import "tavoitekartta/reports/document"

// The room of a list mark: of a dot, and of a number as the widest one needs.
const (
	listIndent = 14
	numberGap  = 6
)

// list sets each item as a block at the right of its mark.
func (l *layouter) list(list document.List) []piece {
	l.elements[l.open(RoleList)].Numbered = list.Numbered
	defer l.close()
	set := setting(list.Style, "")
	indent := l.markRoom(list, set)
	var pieces []piece
	for n, item := range list.Items {
		l.open(RoleItem)
		marker := l.open(RoleMarker)
		mark := l.mark(list, n, marker, set, indent)
		l.close()
		body := l.open(RoleBody)
		lines := l.lines(body, item, set, lineWidth(list.Style, l.sheet.textWidth()-indent))
		l.close()
		l.close()
		keep(lines)
		if len(lines) == 0 { // the mark of an item that says nothing
			pieces = append(pieces, piece{height: set.leading, before: 3, operations: mark})
		}
		for i := range lines {
			current := piece{height: lines[i].leading, glued: lines[i].glued}
			if i == 0 {
				current.before = 3
				current.operations = append(current.operations, mark...)
			}
			current.operations = append(current.operations, place(lines[i:i+1], indent, 0, l.sheet.textWidth(), document.Left)...)
			pieces = append(pieces, current)
		}
	}
	return pieces
}

func (l *layouter) markRoom(list document.List, set typography) float64 {
	if !list.Numbered {
		return listIndent
	}
	return l.faces.width(list.Mark(len(list.Items)-1).String(), set.size, set.bold) + numberGap
}

// mark is what hangs before an item: a dot, or its number set to the right.
func (l *layouter) mark(list document.List, index, element int, set typography, indent float64) []Operation {
	if text := list.Mark(index); len(text) > 0 {
		room := indent - numberGap
		// One line: the room is that of the widest number.
		return place(l.lines(element, text, set, room+1), 0, 0, room, document.Right)
	}
	dot := document.Circle{X: 4, Y: set.leading / 2, Radius: 1.6, Paint: document.Paint{Fill: set.color}}
	return []Operation{Drawn{Mark: Mark{Element: element}, Shape: dot}}
}

// quotation sets what was said beside a strong edge, a piece for each line so
// that a long one goes over pages; the speaker stays with its last lines.
func (l *layouter) quotation(q document.Quotation) []piece {
	const edge, pad = 3, 14
	l.open(RoleQuotation)
	defer l.close()
	var lines []line
	add := func(text document.Text, style document.Style, before float64) {
		element := l.open(RoleParagraph)
		own := l.lines(element, text, setting(style, ""), lineWidth(style, l.sheet.textWidth()-edge-pad))
		l.close()
		keep(own)
		if len(own) > 0 && len(lines) > 0 {
			own[0].before = before
		}
		lines = append(lines, own...)
	}
	for _, paragraph := range q.Paragraphs {
		add(paragraph.Text, paragraph.Style, 5)
	}
	if len(lines) > 0 && len(q.Speaker) > 0 {
		lines[len(lines)-1].glued = true
	}
	add(q.Speaker, document.SmallMuted, 4)
	var pieces []piece
	for i := range lines {
		top := 0.0
		if i > 0 {
			top = lines[i].before
		}
		tall := top + lines[i].leading
		operations := []Operation{decoration(document.Rectangle{
			Width: edge, Height: tall + seam(i, len(lines)), Paint: document.Paint{Fill: granite},
		})}
		operations = append(operations, place(lines[i:i+1], edge+pad, top, l.sheet.textWidth(), document.Left)...)
		pieces = append(pieces, piece{height: tall, glued: lines[i].glued && i < len(lines)-1, operations: operations})
	}
	if len(pieces) > 0 {
		pieces[0].before = 10
	}
	return pieces
}
