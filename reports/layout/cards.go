package layout

import (
	"math"
	"slices"

	"tavoitekartta/reports/document"
)

// cards sets cards two in a row.
func (l *layouter) cards(c document.Cards) []piece {
	const gap, pad = 14, 15
	width := (l.sheet.textWidth() - gap) / 2
	var pieces []piece
	for i := 0; i < len(c.Cards); i += 2 {
		pair := c.Cards[i:min(i+2, len(c.Cards))]
		texts := make([][]Operation, len(pair))
		tall := 0.0
		statements := make([][]line, len(pair))
		for n, card := range pair {
			x := float64(n) * (width + gap)
			l.open(RoleDivision)
			y := 10.0
			for _, part := range []struct {
				text  string
				style document.Style
			}{{card.Role, document.SmallMuted}, {card.Name, document.Name}} {
				if part.text == "" {
					continue
				}
				element := l.open(RoleParagraph)
				lines := l.lines(element, document.Plain(part.text), setting(part.style, ""), width-2*pad)
				l.close()
				texts[n] = append(texts[n], place(lines, x+pad, y, width, document.Left)...)
				y += height(lines) + 2
			}
			element := l.open(RoleParagraph)
			indent := 0.0
			if card.Done {
				indent = 15
			}
			statements[n] = l.lines(element, document.Plain(card.Statement), setting(document.Note, ink), width-2*pad-indent)
			l.close()
			l.close()
			tall = math.Max(tall, y)
		}
		rule := tall + 10
		bottom := rule
		for n, card := range pair {
			x := float64(n)*(width+gap) + pad
			texts[n] = append(texts[n], decoration(document.Line{From: document.Point{X: x, Y: rule}, To: document.Point{X: x + width - 2*pad, Y: rule}, Width: 0.75, Color: ink}))
			indent := 0.0
			if card.Done {
				indent = 15
				texts[n] = append(texts[n], checkMark(x+4.5, rule+10)...)
			}
			texts[n] = append(texts[n], place(statements[n], x+indent, rule+4.5, width, document.Left)...)
			bottom = math.Max(bottom, rule+4.5+height(statements[n])+14)
		}
		var operations []Operation
		for n := range pair {
			operations = append(operations, decoration(document.Rectangle{X: float64(n) * (width + gap), Width: width, Height: bottom, Radius: 4,
				Paint: document.Paint{Stroke: border, StrokeWidth: 0.8}}))
		}
		pieces = append(pieces, piece{height: bottom, before: gap, operations: append(operations, slices.Concat(texts...)...)})
	}
	return pieces
}

// checkMark is a disc with a white check, beside the word that says the same.
func checkMark(x, y float64) []Operation {
	return []Operation{
		decoration(document.Circle{X: x, Y: y, Radius: 4.4, Paint: document.Paint{Fill: done}}),
		decoration(document.Line{From: document.Point{X: x - 2, Y: y + 0.2}, To: document.Point{X: x - 0.5, Y: y + 1.8}, Width: 1.1, Color: white}),
		decoration(document.Line{From: document.Point{X: x - 0.5, Y: y + 1.8}, To: document.Point{X: x + 2.2, Y: y - 1.5}, Width: 1.1, Color: white}),
	}
}
