package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// lanes are the measures of a timeline: of a box and of its lane, of an arrow,
// the least height of a row's picture, and the room above and below a goal.
type lanes struct{ box, lane, arrow, least, pad float64 }

// timelinePitches are the measures of a timeline at each pitch.
var timelinePitches = [pitches]lanes{
	{box: 13.5, lane: 20, arrow: 12, least: 18, pad: 8},
	{box: 13.5, lane: 17, arrow: 11, least: 18, pad: 4},
	{box: 11.5, lane: 14, arrow: 9, least: 14, pad: 2.5},
	{box: 11.5, lane: 13, arrow: 8, least: 14, pad: 2},
}

// timeline sets a head of years and a piece for each goal.
func (l *layouter) timeline(t document.Timeline) []piece {
	l.open(RoleTable)
	defer l.close()
	grid := l.timelineGrid(t)
	set := setting(document.SmallBold, "")
	set.size = l.yearSize(t, grid)
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
		set := l.timelineRow(t, row, grid)
		rows := &pitched{draw: func(pitch int) []Operation { return set.operations(timelinePitches[pitch]) }}
		for i, space := range timelinePitches {
			rows.heights[i] = set.height(space)
		}
		pieces = append(pieces, piece{height: rows.heights[0], table: repeatedHead, pitched: rows})
	}
	return pieces
}

// yearSize is the size of a timeline's head, in which the years of a long
// programme stand apart from each other.
func (l *layouter) yearSize(t document.Timeline, grid timelineGrid) float64 {
	const usual, least, between = 8.5, 6.5, 5.0
	size := usual
	for i, column := range t.Columns {
		if wide := l.faces.width(column.Label, usual, true); !column.Ongoing && wide+between > grid.width[i] {
			size = min(size, usual*(grid.width[i]-between)/wide)
		}
	}
	return max(size, least)
}

// timelineGrid is the place of the columns: the label's share at the left,
// the ongoing lane as wide as its word, the years evenly between.
type timelineGrid struct {
	label       float64
	left, width []float64
}

// labelShare is what the labels have of a timeline's width: half, or less where
// many years need room.
func labelShare(columns int) float64 {
	switch {
	case columns <= 5:
		return 0.5
	case columns <= 8:
		return 0.4
	}
	return 0.3
}

func (l *layouter) timelineGrid(t document.Timeline) timelineGrid {
	grid := timelineGrid{label: labelShare(len(t.Columns)) * l.sheet.textWidth()}
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

// timelineRow is a goal with its words set: a lane of boxes for each set of
// spans that do not touch, below them the arrow of what is ongoing.
type timelineRow struct {
	grid         timelineGrid
	label        []line
	packed       [][]document.TimelineSpan
	ongoing      bool
	remark       []line
	figure       int
	facade, roof document.Color
}

func (l *layouter) timelineRow(t document.Timeline, row document.TimelineRow, grid timelineGrid) *timelineRow {
	l.open(RoleRow)
	defer l.close()
	element := l.open(RoleHeadCell)
	l.elements[element].RowHeading = true
	set := &timelineRow{grid: grid, packed: packSpans(row.Spans), ongoing: row.Ongoing, facade: t.Facade, roof: t.Roof}
	set.label = l.lines(element, row.Label, setting(document.Small, ""), grid.label-12)
	l.close()
	l.elements[l.open(RoleCell)].ColumnSpan = len(t.Columns)
	defer l.close()
	set.figure = l.open(RoleFigure)
	l.elements[set.figure].Alternative = row.Words
	defer l.close()
	if row.Remark != "" && len(set.packed) == 0 && !row.Ongoing {
		set.remark = l.lines(set.figure, document.Plain(row.Remark), setting(document.SmallMuted, ""), l.sheet.textWidth()-grid.label-8)
	}
	return set
}

// drawn is the height of the boxes and the arrow.
func (r *timelineRow) drawn(space lanes) float64 {
	drawn := float64(len(r.packed)) * space.lane
	if r.ongoing {
		drawn += space.arrow
	}
	return drawn
}

func (r *timelineRow) height(space lanes) float64 {
	return max(height(r.label), height(r.remark), r.drawn(space), space.least) + 2*space.pad
}

// operations sets the row, its label and its picture in the middle of its height.
func (r *timelineRow) operations(space lanes) []Operation {
	grid, tall, drawn := r.grid, r.height(space), r.drawn(space)
	var operations []Operation
	for _, left := range grid.left {
		operations = append(operations, decoration(document.Line{
			From: document.Point{X: left, Y: -2}, To: document.Point{X: left, Y: tall - 2}, Width: 0.5, Color: hairRow,
		}))
	}
	operations = append(operations, place(r.label, 0, (tall-height(r.label))/2, grid.label, document.Left)...)
	add := func(shape document.Shape) {
		operations = append(operations, Drawn{Mark: Mark{Element: r.figure}, Shape: shape})
	}
	y := (tall - drawn) / 2
	for _, lane := range r.packed {
		top := y + (space.lane-space.box)/2
		for _, span := range lane {
			x := grid.left[span.First] + 2
			width := grid.left[span.Last] + grid.width[span.Last] - 2 - x
			add(document.Rectangle{X: x, Y: top, Width: width, Height: space.box, Radius: 2.5,
				Paint: document.Paint{Fill: r.facade, Stroke: r.roof, StrokeWidth: 0.9}})
			for n := range min(span.Measures, int((width-12)/8)+1) {
				add(document.Circle{X: x + 9.5 + 8*float64(n), Y: top + space.box/2, Radius: 2.6, Paint: document.Paint{Fill: r.roof}})
			}
		}
		y += space.lane
	}
	if r.ongoing {
		last := len(grid.left) - 1
		tip := grid.left[last] + math.Min(grid.width[last]-6, 31)
		y += space.arrow / 2
		for _, from := range []document.Point{{X: grid.left[0] + 2, Y: y}, {X: tip - 6, Y: y - 4}, {X: tip - 6, Y: y + 4}} {
			add(document.Line{From: from, To: document.Point{X: tip, Y: y}, Width: 1.6, Color: r.roof})
		}
	}
	if len(r.remark) == 0 {
		return operations
	}
	// On white, so that no line of a year runs through the words.
	top := (tall - height(r.remark)) / 2
	operations = append(operations, decoration(document.Rectangle{X: grid.label + 3, Y: top, Width: widest(r.remark) + 6, Height: height(r.remark),
		Paint: document.Paint{Fill: white}}))
	return append(operations, place(r.remark, grid.label+6, top, grid.label, document.Left)...)
}

// widest is the width of the widest of the lines.
func widest(lines []line) float64 {
	width := 0.0
	for _, line := range lines {
		width = math.Max(width, line.width)
	}
	return width
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
