package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// stepGap parts the words of a step from its picture.
const stepGap = 20

// illustration sets a picture as one piece at the left margin, with a hairline
// around it: a picture of a light window has no edge of its own.
func (l *layouter) illustration(i document.Illustration) []piece {
	element := l.open(RoleFigure)
	l.elements[element].Alternative = i.Picture.Alternative
	l.close()
	high, operations := framed(element, i.Picture, 0, i.Width, l.sheet.textWidth(), l.sheet)
	if len(operations) == 0 {
		return nil
	}
	return []piece{{height: high, before: 6, operations: operations}}
}

// step sets a title and paragraphs at the left of their picture, as one piece.
func (l *layouter) step(s document.Step) []piece {
	width := math.Min(s.Width, l.sheet.textWidth()/2)
	room := l.sheet.textWidth() - width - stepGap
	l.open(RoleSection)
	defer l.close()
	element := l.open(l.headingRole(2))
	title := l.lines(element, s.Title, setting(document.Title2, ""), room)
	l.close()
	operations := place(title, 0, 0, room, document.Left)
	y := height(title)
	for _, paragraph := range s.Paragraphs {
		set := setting(paragraph.Style, paragraph.Color)
		element := l.open(RoleParagraph)
		lines := l.lines(element, paragraph.Text, set, room)
		l.close()
		y += 3
		operations = append(operations, place(lines, 0, y, room, document.Left)...)
		y += height(lines)
	}
	element = l.open(RoleFigure)
	l.elements[element].Alternative = s.Picture.Alternative
	l.close()
	high, picture := framed(element, s.Picture, l.sheet.textWidth()-width, width, width, l.sheet)
	set := piece{height: math.Max(y, high), before: 7, operations: append(operations, picture...)}
	if s.Anchor != "" {
		set.anchors = []anchor{{name: s.Anchor, title: plainTitle(s.Title), level: 1}}
	}
	return []piece{set}
}

// framed returns a picture with its upper left corner at x, in a hairline, and
// its height. It is smaller than asked where it would be wider than the room or
// higher than a page. A picture without pixels gives nothing.
func framed(element int, picture document.Picture, x, width, room float64, on sheet) (high float64, operations []Operation) {
	if picture.Width < 1 || picture.Height < 1 || width <= 0 {
		return 0, nil
	}
	ratio := float64(picture.Height) / float64(picture.Width)
	width = math.Min(math.Min(width, room), on.textHeight()/ratio)
	high = width * ratio
	return high, []Operation{
		Picture{Mark: Mark{Element: element}, X: x, Width: width, Height: high, PNG: picture.PNG},
		decoration(document.Rectangle{X: x, Width: width, Height: high, Paint: document.Paint{Stroke: hairRow, StrokeWidth: 0.8}}),
	}
}
