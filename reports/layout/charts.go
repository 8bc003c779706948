package layout

import (
	"fmt"
	"math"
	"slices"

	"tavoitekartta/reports/document"
)

// contents sets the contents list, a piece for each entry. Page numbers come
// from the round before; in the first round they are left out.
func (l *layouter) contents(c document.ContentsList) []piece {
	pad := 9.6
	if c.Compact {
		pad = 6.4
	}
	const indent = 48
	const noteRoom = 76
	const pageRoom = 34
	l.open(RoleContents)
	defer l.close()
	pieces := []piece{{before: 14, glued: true, operations: []Operation{decoration(document.Line{
		To: document.Point{X: textWidth}, Width: 1.5, Color: ink,
	})}}}
	for _, entry := range c.Entries {
		l.open(RoleEntry)
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
		tall := height(lines) + 2*pad
		last := pad + height(lines) - set.leading
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
		pieces = append(pieces, piece{height: tall, operations: operations})
	}
	return pieces
}

// swatch draws the sign of a section, as an artifact beside its name: a
// filled square in lists, a small house in legends and on the road.
func swatch(s document.Swatch, x, y, size float64, house bool) []Operation {
	switch {
	case s.Form == document.NoSwatch:
		return nil
	case s.Form == document.Hollow:
		return []Operation{decoration(document.Rectangle{X: x + 0.5, Y: y + 0.5, Width: size - 1, Height: size - 1,
			Paint: document.Paint{Fill: white, Stroke: ink, StrokeWidth: 0.8}})}
	case s.Form == document.Granite && house:
		return []Operation{decoration(document.Rectangle{X: x, Y: y + size*0.3, Width: size * 1.1, Height: size * 0.7,
			Paint: document.Paint{Fill: granite}})}
	case s.Form == document.Granite:
		return []Operation{decoration(document.Rectangle{X: x, Y: y, Width: size, Height: size, Paint: document.Paint{Fill: granite}})}
	case !house:
		return []Operation{decoration(document.Rectangle{X: x, Y: y, Width: size, Height: size, Paint: document.Paint{Fill: s.Roof}})}
	}
	eaves := y + size*0.48
	return []Operation{
		decoration(document.Rectangle{X: x + 1.2, Y: eaves, Width: size - 2.4, Height: size*0.52 - 0.4,
			Paint: document.Paint{Fill: s.Facade, Stroke: s.Roof, StrokeWidth: 0.9}}),
		decoration(document.Polygon{Points: []document.Point{{X: x - 0.3, Y: eaves}, {X: x + size/2, Y: y}, {X: x + size + 0.3, Y: eaves}},
			Paint: document.Paint{Fill: s.Roof}}),
	}
}

const signSize = 10.5

// legend sets swatches with their names one after another, a piece a line.
func (l *layouter) legend(g document.Legend) []piece {
	const gap, line = 12, 13.8
	set := setting(document.Note, ink)
	l.open(RoleList)
	defer l.close()
	var pieces []piece
	var operations []Operation
	x := 0.0
	flush := func() {
		if len(operations) > 0 {
			pieces = append(pieces, piece{height: line, operations: operations, glued: true})
		}
		operations, x = nil, 0
	}
	for _, item := range g.Items {
		element := l.open(RoleItem)
		lines := l.lines(element, item.Text, set, textWidth-signSize-gap)
		l.close()
		width := 0.0
		for _, one := range lines {
			width = math.Max(width, one.width)
		}
		if x > 0 && x+signSize+4+width > textWidth {
			flush()
		}
		operations = append(operations, swatch(item.Swatch, x, 0.5, signSize, true)...)
		for n := range lines {
			if n > 0 {
				flush()
			}
			operations = append(operations, place(lines[n:n+1], x+signSize+4, 0, width, document.Left)...)
		}
		x += signSize + 4 + width + gap
	}
	flush()
	if len(pieces) > 0 {
		pieces[len(pieces)-1].glued = true
	}
	return pieces
}

// The road of the roadmap.
const (
	pillWidth  = 85
	pillHeight = 31
	roadWidth  = 8.6
	stopItems  = 12
	itemsLeft  = 107
	itemIndent = 18
)

// spacing is the room between the goals of a stop and between stops.
type spacing struct{ item, stop float64 }

// roadmap sets the road with its stops, closer when that brings it onto the
// page. A stop with very many goals is parted
// into pieces, so that it can go on on the next page.
func (l *layouter) roadmap(r document.Roadmap) []piece {
	first := len(l.elements)
	for _, space := range []spacing{{item: 8, stop: 14}, {item: 6.5, stop: 11.5}, {item: 5, stop: 9}} {
		l.elements = l.elements[:first]
		if pieces := l.stops(r, space); l.above+heights(pieces) <= textHeight {
			return pieces
		}
	}
	l.elements = l.elements[:first]
	return l.stops(r, spacing{item: 8, stop: 14})
}

func heights(pieces []piece) float64 {
	total := 0.0
	for i := range pieces {
		total += pieces[i].before + pieces[i].height
	}
	return total
}

// stops sets the stops of a road.
func (l *layouter) stops(r document.Roadmap, space spacing) []piece {
	l.open(RoleList)
	defer l.close()
	var pieces []piece
	for n, stop := range r.Stops {
		l.open(RoleItem)
		marker := l.open(RoleMarker)
		style := document.Title2
		if l.faces.width(stop.Label, settings[style].size, true) > pillWidth-6 {
			style = document.Strong
		}
		label := l.lines(marker, document.Plain(stop.Label), setting(style, white), pillWidth-6)
		l.close()
		l.open(RoleBody)
		l.open(RoleList)
		items := stop.Items
		for first := true; first || len(items) > 0; first = false {
			chunk := items[:min(len(items), stopItems)]
			items = items[len(chunk):]
			pieces = append(pieces, l.stop(stop, chunk, label, space, first, n == len(r.Stops)-1 && len(items) == 0))
		}
		l.close()
		l.close()
		l.close()
	}
	return pieces
}

// stop sets up to stopItems goals of a stop in two columns beside the road.
func (l *layouter) stop(stop document.Stop, items []document.StopItem, label []line, space spacing, first, last bool) piece {
	width := (textWidth - itemsLeft - 2*columnGap) / 2
	set := setting(document.Small, "")
	var texts []Operation
	top := 6.0
	if !first {
		top = 0
	}
	tallest := top
	column := func(x float64, column []document.StopItem) {
		y := top
		for _, item := range column {
			element := l.open(RoleItem)
			lines := l.lines(element, item.Text, set, width-itemIndent)
			l.close()
			texts = append(texts, swatch(item.Swatch, x, y+0.6, signSize, true)...)
			texts = append(texts, place(lines, x+itemIndent, y, width, document.Left)...)
			y += height(lines) + space.item
		}
		tallest = math.Max(tallest, y)
	}
	left := (len(items) + 1) / 2
	column(itemsLeft, items[:left])
	column(itemsLeft+width+2*columnGap, items[left:])
	if len(items) == 0 && stop.Empty != "" {
		element := l.open(RoleItem)
		texts = append(texts, place(l.lines(element, document.Plain(stop.Empty), setting(document.SmallMuted, ""), textWidth-itemsLeft),
			itemsLeft, top, width, document.Left)...)
		l.close()
		tallest += set.leading
	}
	pill := math.Max(pillHeight, height(label)+12)
	if first {
		tallest = math.Max(tallest, pill)
	}
	tall := tallest + space.stop
	if last {
		tall += 14
	}
	road := l.road(tall, last)
	sign := func(content bool) []Operation {
		operations := []Operation{decoration(document.Rectangle{Width: pillWidth, Height: pill, Radius: 4, Paint: document.Paint{Fill: granite}})}
		for _, text := range place(label, 3, (pill-height(label))/2, pillWidth-6, document.Center) {
			if !content {
				text = artifact(text)
			}
			operations = append(operations, text)
		}
		return append(operations, decoration(document.Line{From: document.Point{X: itemsLeft}, To: document.Point{X: textWidth}, Width: 0.75, Color: ink}))
	}
	laid := piece{height: tall}
	if first {
		laid.operations = append(append(road, sign(true)...), texts...)
		return laid
	}
	laid.operations = append(road, texts...)
	shifted := make([]Operation, 0, len(texts))
	for _, text := range texts {
		shifted = append(shifted, text.Moved(0, 6))
	}
	laid.height += 6
	laid.onTop = append(append(l.road(tall+6, last), sign(false)...), shifted...)
	return laid
}

// road is the stretch of road behind a stop, with its head after the last.
func (l *layouter) road(tall float64, last bool) []Operation {
	const x = pillWidth / 2
	end := tall
	var operations []Operation
	if last {
		end -= 14
		operations = append(operations, decoration(document.Polygon{Points: []document.Point{
			{X: x - 12.5, Y: end}, {X: x + 12.5, Y: end}, {X: x, Y: end + 14},
		}, Paint: document.Paint{Fill: granite}}))
	}
	return append(operations, decoration(document.Rectangle{X: x - roadWidth/2, Width: roadWidth, Height: end + seam(0, 2),
		Paint: document.Paint{Fill: granite}}))
}

// lanes are the measures of a timeline: of a box, of an arrow, and the room
// above and below a goal.
type lanes struct{ box, arrow, pad float64 }

// timeline sets when goals are done, closer when that brings it onto the page.
func (l *layouter) timeline(t document.Timeline) []piece {
	wide, tight := lanes{box: 20, arrow: 12, pad: 8}, lanes{box: 17, arrow: 11, pad: 4}
	first := len(l.elements)
	pieces := l.timelineRows(t, wide)
	if l.above+heights(pieces) <= textHeight {
		return pieces
	}
	l.elements = l.elements[:first]
	if pieces = l.timelineRows(t, tight); l.above+heights(pieces) <= textHeight {
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
	l.open(RoleHeadCell)
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
	grid := timelineGrid{label: 0.39 * textWidth}
	if len(t.Columns) > 8 {
		grid.label = 0.3 * textWidth
	}
	room := textWidth - grid.label
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
	l.open(RoleCell)
	figure := l.open(RoleFigure)
	l.elements[figure].Alternative = row.Words
	l.elements[len(l.elements)-2].RowSpan = 1
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
		remark := l.lines(figure, document.Plain(row.Remark), setting(document.SmallMuted, ""), textWidth-grid.label-8)
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

// cards sets cards two in a row.
func (l *layouter) cards(c document.Cards) []piece {
	const gap, pad = 14, 15
	const width = (textWidth - gap) / 2
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
