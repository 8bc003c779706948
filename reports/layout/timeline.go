package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// lanes are the measures of a timeline: of a box, of an arrow, and the room
// above and below a goal.
type lanes struct{ box, arrow, pad float64 }

// timeline sets when goals are done, closer when that brings it onto the page.
func (l *layouter) timeline(t document.Timeline) []piece {
	wide, tight := lanes{box: 20, arrow: 12, pad: 8}, lanes{box: 17, arrow: 11, pad: 4}
	first := len(l.elements)
	pieces := l.timelineRows(t, wide)
	if l.above+heights(pieces) <= l.sheet.textHeight() {
		return pieces
	}
	l.elements = l.elements[:first]
	if pieces = l.timelineRows(t, tight); l.above+heights(pieces) <= l.sheet.textHeight() {
		return pieces
	}
	l.elements = l.elements[:first]
	return l.timelineRows(t, wide)
}

// timelineRows sets a head of years and a piece for each goal.
func (l *layouter) timelineRows(t document.Timeline, space lanes) []piece {
	l.open(RoleTable)
	defer l.close()
	grid := l.timelineGrid(t)
	set := setting(document.SmallBold, "")
	set.size = 8.5
	var head []Operation
	l.open(RoleRow)
	corner := l.open(RoleHeadCell)
	head = append(head, place(l.lines(corner, document.Plain(t.Goals), set, grid.label-12), 0, 0, grid.label, document.Left)...)
	l.close()
	for i, column := range t.Columns {
		element := l.open(RoleHeadCell)
		head = append(head, place(l.lines(element, document.Plain(column.Label), set, grid.width[i]), grid.left[i]+5, 0, grid.width[i], document.Left)...)
		l.close()
	}
	l.close()
	const headHeight = 16
	repeatedHead := &repeated{height: headHeight}
	for _, operation := range head {
		repeatedHead.operations = append(repeatedHead.operations, artifact(operation))
	}
	pieces := []piece{{height: headHeight, operations: head, glued: true}}
	for _, row := range t.Rows {
		current := l.timelineRow(t, row, grid, space)
		current.table = repeatedHead
		pieces = append(pieces, current)
	}
	return pieces
}

// timelineGrid is the place of the columns: the label's share at the left,
// the ongoing lane as wide as its word, the years evenly between.
type timelineGrid struct {
	label       float64
	left, width []float64
}

func (l *layouter) timelineGrid(t document.Timeline) timelineGrid {
	grid := timelineGrid{label: 0.39 * l.sheet.textWidth()}
	if len(t.Columns) > 8 {
		grid.label = 0.3 * l.sheet.textWidth()
	}
	room := l.sheet.textWidth() - grid.label
	lanes := 0.0
	ongoing := 0
	for _, column := range t.Columns {
		if column.Ongoing {
			ongoing++
			lanes += math.Max(l.faces.width(column.Label, 8.5, true)+10, room/float64(len(t.Columns)))
		}
	}
	x := grid.label
	for _, column := range t.Columns {
		width := (room - lanes) / float64(max(1, len(t.Columns)-ongoing))
		if column.Ongoing {
			width = lanes / float64(ongoing)
		}
		grid.left = append(grid.left, x)
		grid.width = append(grid.width, width)
		x += width
	}
	return grid
}

// timelineRow draws a goal: a lane of boxes for each set of spans that do not
// touch, below them the arrow of what is ongoing.
func (l *layouter) timelineRow(t document.Timeline, row document.TimelineRow, grid timelineGrid, space lanes) piece {
	l.open(RoleRow)
	defer l.close()
	element := l.open(RoleHeadCell)
	l.elements[element].RowHeading = true
	lines := l.lines(element, row.Label, setting(document.Small, ""), grid.label-12)
	l.close()
	l.elements[l.open(RoleCell)].ColumnSpan = len(t.Columns)
	figure := l.open(RoleFigure)
	l.elements[figure].Alternative = row.Words
	defer l.close()
	defer l.close()
	packed := packSpans(row.Spans)
	drawn := float64(len(packed)) * space.box
	if row.Ongoing {
		drawn += space.arrow
	}
	tall := math.Max(math.Max(height(lines), drawn), 18) + 2*space.pad
	var operations []Operation
	for i := range grid.left {
		operations = append(operations, decoration(document.Line{
			From: document.Point{X: grid.left[i], Y: -2}, To: document.Point{X: grid.left[i], Y: tall - 2}, Width: 0.5, Color: hairRow,
		}))
	}
	operations = append(operations, place(lines, 0, (tall-height(lines))/2, grid.label, document.Left)...)
	add := func(shape document.Shape) {
		operations = append(operations, Drawn{Mark: Mark{Element: figure}, Shape: shape})
	}
	y := (tall - drawn) / 2
	for _, lane := range packed {
		for _, span := range lane {
			x := grid.left[span.First] + 2
			width := grid.left[span.Last] + grid.width[span.Last] - 2 - x
			add(document.Rectangle{X: x, Y: y + 2, Width: width, Height: 13.5, Radius: 2.5,
				Paint: document.Paint{Fill: t.Facade, Stroke: t.Roof, StrokeWidth: 0.9}})
			for n := range min(span.Measures, int((width-12)/8)+1) {
				add(document.Circle{X: x + 9.5 + 8*float64(n), Y: y + 8.75, Radius: 2.6, Paint: document.Paint{Fill: t.Roof}})
			}
		}
		y += space.box
	}
	if row.Ongoing {
		last := len(grid.left) - 1
		tip := grid.left[last] + math.Min(grid.width[last]-6, 31)
		y += 3
		add(document.Line{From: document.Point{X: grid.left[0] + 2, Y: y}, To: document.Point{X: tip, Y: y}, Width: 1.6, Color: t.Roof})
		add(document.Line{From: document.Point{X: tip - 6, Y: y - 4}, To: document.Point{X: tip, Y: y}, Width: 1.6, Color: t.Roof})
		add(document.Line{From: document.Point{X: tip - 6, Y: y + 4}, To: document.Point{X: tip, Y: y}, Width: 1.6, Color: t.Roof})
	}
	if row.Remark != "" && drawn == 0 {
		remark := l.lines(figure, document.Plain(row.Remark), setting(document.SmallMuted, ""), l.sheet.textWidth()-grid.label-8)
		operations = append(operations, place(remark, grid.label+6, (tall-height(remark))/2, grid.label, document.Left)...)
	}
	return piece{height: tall, operations: operations}
}

// packSpans lays spans into as few lanes as they need without touching.
func packSpans(spans []document.TimelineSpan) [][]document.TimelineSpan {
	var lanes [][]document.TimelineSpan
next:
	for _, span := range spans {
		for i, lane := range lanes {
			if lane[len(lane)-1].Last < span.First {
				lanes[i] = append(lane, span)
				continue next
			}
		}
		lanes = append(lanes, []document.TimelineSpan{span})
	}
	return lanes
}
