package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// lineStep is the distance of lines to write on by hand.
const lineStep = 8.5 * millimetre

// ruled are lines to write on over the width of the text.
type ruled struct {
	lines int
	fill  bool
}

// operations draws the lines, more of them where they fill the room.
func (r ruled) operations(room, width float64) ([]Operation, float64) {
	count := r.lines
	if r.fill {
		count = max(count, int(math.Floor(room/lineStep)))
	}
	var operations []Operation
	for n := range count {
		operations = append(operations, writingLine(0, width, float64(n+1)*lineStep))
	}
	return operations, float64(count) * lineStep
}

// writingLine is one line to write on. It is no content: whoever listens to the
// report misses nothing.
func writingLine(left, right, y float64) Operation {
	return decoration(document.Line{From: document.Point{X: left, Y: y}, To: document.Point{X: right, Y: y}, Width: 0.5, Color: border})
}

// notes is room to write by hand.
func notes(n document.Notes) []piece {
	lines := min(max(n.Lines, 1), int(math.Floor(sheet{wide: true}.textHeight()/lineStep)))
	return []piece{{height: float64(lines) * lineStep, ruled: &ruled{lines: lines, fill: n.Fill}}}
}

// blankLines are the lines to write on below a row: one line in each column, the
// first one left out, and the rule that ends the row.
func blankLines(count int, columns []tableColumn, width float64, look tableLook, head *repeated, glued bool) piece {
	const first = 0.6 // of a step, since the row has its own space below
	high := (float64(count-1)+first)*lineStep + look.padBottom
	var operations []Operation
	for n := range count {
		for _, column := range columns[1:] {
			operations = append(operations, writingLine(column.x, column.x+column.width, (float64(n)+first)*lineStep))
		}
	}
	operations = append(operations, decoration(document.Line{
		From: document.Point{Y: high}, To: document.Point{X: width, Y: high}, Width: 0.5, Color: look.rule,
	}))
	return piece{height: high, operations: operations, table: head, glued: glued}
}

// blanks are lines to write on beside each other, with their labels below.
func (l *layouter) blanks(b document.Blanks) []piece {
	if len(b.Labels) == 0 {
		return nil
	}
	const rule = 1.2 * lineStep
	step := (l.sheet.textWidth() + columnGap) / float64(len(b.Labels))
	tallest := 0.0
	var operations []Operation
	for i, label := range b.Labels {
		x, width := float64(i)*step, step-columnGap
		element := l.open(RoleParagraph)
		lines := l.lines(element, label, setting(document.Note, ""), width)
		l.close()
		operations = append(operations, writingLine(x, x+width, rule))
		operations = append(operations, place(lines, x, rule+3, width, document.Left)...)
		tallest = math.Max(tallest, height(lines))
	}
	return []piece{{height: rule + 3 + tallest, before: 10, operations: operations}}
}
