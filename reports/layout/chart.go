package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// chartGrid is where the parts of a chart stand: the groups' names at the left,
// then the names of several series, then the bars with their numbers.
type chartGrid struct {
	name, series float64 // widths
	bars         float64 // left edge
	room         float64 // of the longest bar
	number       float64 // width of the numbers
}

// barHeight and barGap are those of one bar.
const (
	barHeight = 9.0
	barGap    = 4.0
)

func newChartGrid(several bool) chartGrid {
	g := chartGrid{name: 0.3 * textWidth, number: 0.17 * textWidth}
	g.bars = g.name + columnGap
	if several {
		g.series = 0.17 * textWidth
		g.bars += g.series + columnGap
	}
	g.room = textWidth - g.bars - g.number - numberGap
	return g
}

// chart sets the groups of bars, which stay on one page as far as they fit on
// one. The whole is a figure, its texts included.
func (l *layouter) chart(c document.Chart) []piece {
	figure := l.open(RoleFigure)
	l.elements[figure].Alternative = c.Alternative
	defer l.close()
	grid := newChartGrid(len(c.Series) > 1)
	var pieces []piece
	if len(c.Series) == 1 {
		head := l.lines(figure, c.Series[0], setting(document.SmallBold, ""), textWidth-grid.bars)
		pieces = append(pieces, piece{height: height(head) + 2, operations: place(head, grid.bars, 0, textWidth, document.Left)})
	}
	for _, group := range c.Groups {
		pieces = append(pieces, l.chartGroup(figure, c, group, grid))
	}
	for i := range len(pieces) - 1 {
		pieces[i].kept = true
	}
	if len(pieces) > 0 {
		pieces[0].before = 8
		pieces[0].glued = true
	}
	return pieces
}

// chartGroup sets the bars of a group below each other, its name beside the
// first.
func (l *layouter) chartGroup(figure int, c document.Chart, group document.ChartGroup, grid chartGrid) piece {
	const pad = 4
	small := setting(document.Small, "")
	name := l.lines(figure, group.Name, setting(document.SmallBold, ""), grid.name)
	operations := place(name, 0, pad, grid.name, document.Left)
	y := float64(pad)
	for i, bar := range group.Bars {
		tall := small.leading
		if grid.series > 0 {
			series := l.lines(figure, c.Series[i], setting(document.SmallMuted, ""), grid.series)
			operations = append(operations, place(series, grid.name+columnGap, y, grid.series, document.Left)...)
			tall = math.Max(tall, height(series))
		}
		x := grid.bars
		if bar.Known {
			long := math.Max(0.75, bar.Share*grid.room)
			operations = append(operations, Drawn{Mark: Mark{Element: figure}, Shape: document.Rectangle{
				X: x, Y: y + (small.leading-barHeight)/2, Width: long, Height: barHeight, Paint: document.Paint{Fill: primary},
			}})
			x += long
		}
		x += numberGap
		number := l.lines(figure, bar.Number, small, textWidth-x)
		operations = append(operations, place(number, x, y, grid.number, document.Left)...)
		y += math.Max(tall, height(number)) + barGap
	}
	total := math.Max(y-barGap, pad+height(name)) + pad
	operations = append(operations, decoration(document.Line{
		From: document.Point{X: grid.bars, Y: 0}, To: document.Point{X: grid.bars, Y: total}, Width: 0.75, Color: border,
	}))
	return piece{height: total, operations: operations}
}
