package pdf

import (
	"math"
	"strconv"
	"strings"

	"tavoitekartta/reports/document"
)

// The operators that close an outline and paint it (ISO 32000-1, 8.5.3).
const (
	paintNothing = ""
	paintFill    = "f\n"
	paintStroke  = "S\n"
	paintBoth    = "B\n"
)

// shape draws a shape. It writes the operators itself: gofpdf formats each of
// them, which took longer than to set the text of the same page.
func (p *painter) shape(shape document.Shape) {
	switch s := shape.(type) {
	case document.Rectangle:
		p.closed(s.Paint, func() { p.rectangle(s) })
	case document.Polygon:
		if len(s.Points) > 0 {
			p.closed(s.Paint, func() { p.polygon(s.Points) })
		}
	case document.Circle:
		p.closed(s.Paint, func() { p.rounded(s.X-s.Radius, s.Y-s.Radius, 2*s.Radius, 2*s.Radius, s.Radius) })
	case document.Line:
		p.line(s)
	}
}

// closed paints the closed shape that the outline draws.
func (p *painter) closed(paint document.Paint, outline func()) {
	how := p.prepare(paint)
	if how == paintNothing {
		return
	}
	outline()
	p.pending = append(p.pending, how...)
}

// prepare sets colours and pen for a closed shape and returns the operator that
// paints it.
func (p *painter) prepare(paint document.Paint) string {
	filled := paint.Fill != ""
	stroked := paint.Stroke != "" && paint.StrokeWidth > 0
	if filled {
		p.fill(paint.Fill)
	}
	if stroked {
		p.pen(paint.Stroke, paint.StrokeWidth)
	}
	switch {
	case filled && stroked:
		return paintBoth
	case filled:
		return paintFill
	case stroked:
		return paintStroke
	}
	return paintNothing
}

// fill sets the colour of texts and of filled shapes.
func (p *painter) fill(color document.Color) {
	if p.ink != color {
		p.pending = append(appendColor(p.pending, color), "rg\n"...)
		p.ink = color
	}
}

// pen sets the colour and the width of strokes.
func (p *painter) pen(color document.Color, width float64) {
	if p.pencil != color {
		p.pending = append(appendColor(p.pending, color), "RG\n"...)
		p.pencil = color
	}
	if p.stroke != width {
		p.pending = append(appendNumber(p.pending, width), " w\n"...)
		p.stroke = width
	}
}

// appendColor writes the shares of red, green and blue; a colour that cannot be
// read is black.
func appendColor(out []byte, color document.Color) []byte {
	value, err := strconv.ParseUint(strings.TrimPrefix(string(color), "#"), 16, 24)
	if err != nil {
		value = 0
	}
	for shift := 16; shift >= 0; shift -= 8 {
		const full = 255
		thousandths := (value>>shift&full*1000 + full/2) / full
		out = append(out, byte('0'+thousandths/1000), '.',
			byte('0'+thousandths/100%10), byte('0'+thousandths/10%10), byte('0'+thousandths%10), ' ')
	}
	return out
}

// point writes a place on the page, as PDF has it, and what is done there.
func (p *painter) point(x, y float64, operator string) {
	out := append(appendNumber(p.pending, x), ' ')
	out = append(appendNumber(out, p.height-y), ' ')
	p.pending = append(out, operator...)
}

func (p *painter) rectangle(r document.Rectangle) {
	if r.Radius > 0 {
		p.rounded(r.X, r.Y, r.Width, r.Height, r.Radius)
		return
	}
	p.point(r.X, r.Y+r.Height, "")
	out := append(appendNumber(p.pending, r.Width), ' ')
	p.pending = append(appendNumber(out, r.Height), " re\n"...)
}

func (p *painter) polygon(points []document.Point) {
	for i, point := range points {
		operator := "l\n"
		if i == 0 {
			operator = "m\n"
		}
		p.point(point.X, point.Y, operator)
	}
	p.pending = append(p.pending, "h\n"...)
}

// rounded draws a rectangle whose corners are quarters of a circle; one without
// straight sides is a circle.
func (p *painter) rounded(x, y, width, height, radius float64) {
	// How far a curve's handles reach along its sides to come closest to a quarter
	// of a circle: 4/3 (√2 - 1) of its radius.
	const reach = 0.5522847498
	radius = math.Min(radius, math.Min(width, height)/2)
	in := radius * (1 - reach)
	right, bottom := x+width, y+height
	flat, upright := width > 2*radius, height > 2*radius
	side := func(is bool, x, y float64) {
		if is {
			p.point(x, y, "l\n")
		}
	}
	p.point(x+radius, y, "m\n")
	side(flat, right-radius, y)
	p.curve(right-in, y, right, y+in, right, y+radius)
	side(upright, right, bottom-radius)
	p.curve(right, bottom-in, right-in, bottom, right-radius, bottom)
	side(flat, x+radius, bottom)
	p.curve(x+in, bottom, x, bottom-in, x, bottom-radius)
	side(upright, x, y+radius)
	p.curve(x, y+in, x+in, y, x+radius, y)
	p.pending = append(p.pending, "h\n"...)
}

// curve draws a curve to the last point, with the handles of its ends.
func (p *painter) curve(x1, y1, x2, y2, x3, y3 float64) {
	p.point(x1, y1, "")
	p.point(x2, y2, "")
	p.point(x3, y3, "c\n")
}

func (p *painter) line(l document.Line) {
	p.pen(l.Color, l.Width)
	if l.Dash > 0 {
		out := append(appendNumber(append(p.pending, '['), l.Dash), ' ')
		p.pending = append(appendNumber(out, l.Dash), "] 0 d\n"...)
	}
	p.point(l.From.X, l.From.Y, "m ")
	p.point(l.To.X, l.To.Y, "l ")
	p.pending = append(p.pending, paintStroke...)
	if l.Dash > 0 {
		p.pending = append(p.pending, "[] 0 d\n"...)
	}
}
