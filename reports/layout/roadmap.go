package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

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
		l.open(RoleItem)
		lines := l.lines(l.open(RoleBody), item.Text, set, textWidth-signSize-gap)
		l.close()
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
		if pieces := l.stops(r, space); l.above+heights(pieces) <= l.sheet.textHeight() {
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
	figure := l.open(RoleFigure) // the drawing; its texts follow as a list
	l.elements[figure].Alternative = r.Alternative
	l.close()
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
			pieces = append(pieces, l.stop(figure, stop, chunk, label, space, first, len(items) == 0, n == len(r.Stops)-1 && len(items) == 0))
		}
		l.close()
		l.close()
		l.close()
	}
	return pieces
}

// stop sets up to stopItems goals of a stop in two columns beside the road: the
// first or the last of them, the last of the road. Road and sign belong to the
// figure.
func (l *layouter) stop(figure int, stop document.Stop, items []document.StopItem, label []line, space spacing, first, ends, last bool) piece {
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
			l.open(RoleItem)
			lines := l.lines(l.open(RoleBody), item.Text, set, width-itemIndent)
			l.close()
			l.close()
			texts = append(texts, swatch(item.Swatch, x, y+0.6, signSize, true)...)
			texts = append(texts, place(lines, x+itemIndent, y, width, document.Left)...)
			y += height(lines) + space.item
		}
		tallest = math.Max(tallest, y)
	}
	left := l.evenly(items, set, width-itemIndent, space.item)
	column(itemsLeft, items[:left])
	column(itemsLeft+width+2*columnGap, items[left:])
	if len(items) == 0 && stop.Empty != "" {
		l.open(RoleItem)
		texts = append(texts, place(l.lines(l.open(RoleBody), document.Plain(stop.Empty), setting(document.SmallMuted, ""), textWidth-itemsLeft),
			itemsLeft, top, width, document.Left)...)
		l.close()
		l.close()
		tallest += set.leading
	}
	pill := math.Max(pillHeight, height(label)+12)
	if first {
		tallest = math.Max(tallest, pill)
	}
	tall := tallest
	if ends {
		tall += space.stop
	}
	if last {
		tall += 14
	}
	road := roadBehind(figure, tall, last)
	sign := func(content bool) []Operation {
		operations := []Operation{Drawn{Mark: Mark{Element: figure}, Parted: true,
			Shape: document.Rectangle{Width: pillWidth, Height: pill, Radius: 4, Paint: document.Paint{Fill: granite}}}}
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
	laid.onTop = append(append(roadBehind(figure, tall+6, last), sign(false)...), shifted...)
	return laid
}

// evenly is the number of goals in the first of two columns that makes the taller
// one lowest.
func (l *layouter) evenly(items []document.StopItem, set typography, width, gap float64) int {
	below := 0.0
	tall := make([]float64, len(items))
	for i, item := range items {
		tall[i] = l.tall(item.Text, set, width) + gap
		below += tall[i]
	}
	best, lowest, above := 0, math.Inf(1), 0.0
	for i := range items {
		above += tall[i]
		below -= tall[i]
		if taller := math.Max(above, below); taller < lowest-0.01 || taller < lowest+0.01 && above >= below && i < len(items)-1 {
			best, lowest = i+1, taller
		}
	}
	return best
}

// roadBehind is the stretch of road behind a stop, with its head after the last.
func roadBehind(figure int, tall float64, last bool) []Operation {
	const x = pillWidth / 2
	end := tall
	var operations []Operation
	if last {
		end -= 14
		operations = append(operations, Drawn{Mark: Mark{Element: figure}, Shape: document.Polygon{Points: []document.Point{
			{X: x - 12.5, Y: end}, {X: x + 12.5, Y: end}, {X: x, Y: end + 14},
		}, Paint: document.Paint{Fill: granite}}})
	}
	return append(operations, Drawn{Mark: Mark{Element: figure}, Parted: true, Shape: document.Rectangle{
		X: x - roadWidth/2, Width: roadWidth, Height: end + seam(0, 2), Paint: document.Paint{Fill: granite}}})
}
