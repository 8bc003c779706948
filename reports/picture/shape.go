package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/vector"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// canvas draws the shapes of a page, which are measured in points.
type canvas struct {
	picture *image.RGBA
	scale   float64
}

// outline is a closed line of points in pixels.
type outline []document.Point

// arcSteps is the number of straight pieces of a quarter of a circle; at the
// sizes of the reports their corners cannot be seen.
const arcSteps = 10

func (c *canvas) shape(shape document.Shape) {
	switch s := shape.(type) {
	case document.Rectangle:
		c.paint(rounded(s.X, s.Y, s.Width, s.Height, s.Radius), s.Paint)
	case document.Polygon:
		c.paint(s.Points, s.Paint)
	case document.Circle:
		c.paint(rounded(s.X-s.Radius, s.Y-s.Radius, 2*s.Radius, 2*s.Radius, s.Radius), s.Paint)
	case document.Line:
		c.line(s)
	}
}

// paint fills a closed outline and draws along it.
func (c *canvas) paint(points []document.Point, paint document.Paint) {
	if ink, drawn := inkOf(paint.Fill); drawn {
		c.fill(points, ink)
	}
	ink, drawn := inkOf(paint.Stroke)
	if !drawn || paint.StrokeWidth <= 0 {
		return
	}
	for i := range points {
		c.stroke(points[i], points[(i+1)%len(points)], paint.StrokeWidth, paint.StrokeWidth/2, ink)
	}
}

func (c *canvas) line(l document.Line) {
	ink, drawn := inkOf(l.Color)
	if !drawn || l.Width <= 0 {
		return
	}
	length := math.Hypot(l.To.X-l.From.X, l.To.Y-l.From.Y)
	if l.Dash <= 0 || length == 0 {
		c.stroke(l.From, l.To, l.Width, 0, ink)
		return
	}
	along := func(at float64) document.Point {
		share := math.Min(at, length) / length
		return document.Point{X: l.From.X + (l.To.X-l.From.X)*share, Y: l.From.Y + (l.To.Y-l.From.Y)*share}
	}
	for at := 0.0; at < length; at += 2 * l.Dash {
		c.stroke(along(at), along(at+l.Dash), l.Width, 0, ink)
	}
}

// stroke draws a straight line of a width, longer by beyond at both ends, as
// the corners of an outline need.
func (c *canvas) stroke(from, to document.Point, width, beyond float64, ink color.RGBA) {
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if length == 0 {
		return
	}
	dx, dy := (to.X-from.X)/length, (to.Y-from.Y)/length
	// A line thinner than half a pixel would fade away in a small picture.
	half := math.Max(width, 0.5/c.scale) / 2
	from = document.Point{X: from.X - dx*beyond, Y: from.Y - dy*beyond}
	to = document.Point{X: to.X + dx*beyond, Y: to.Y + dy*beyond}
	c.fill([]document.Point{
		{X: from.X - dy*half, Y: from.Y + dx*half}, {X: to.X - dy*half, Y: to.Y + dx*half},
		{X: to.X + dy*half, Y: to.Y - dx*half}, {X: from.X + dy*half, Y: from.Y - dx*half},
	}, ink)
}

// fill fills an outline. The rasterizer is no larger than the outline: one for
// the whole page would look at every pixel for each rule of a table.
func (c *canvas) fill(points []document.Point, ink color.RGBA) {
	if len(points) < 3 {
		return
	}
	low, high := points[0], points[0]
	for _, p := range points {
		low = document.Point{X: math.Min(low.X, p.X), Y: math.Min(low.Y, p.Y)}
		high = document.Point{X: math.Max(high.X, p.X), Y: math.Max(high.Y, p.Y)}
	}
	box := image.Rect(
		int(math.Floor(low.X*c.scale)), int(math.Floor(low.Y*c.scale)),
		int(math.Ceil(high.X*c.scale)), int(math.Ceil(high.Y*c.scale)),
	).Intersect(c.picture.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	place := func(p document.Point) (x, y float32) {
		return float32(p.X*c.scale) - float32(box.Min.X), float32(p.Y*c.scale) - float32(box.Min.Y)
	}
	r.MoveTo(place(points[0]))
	for _, p := range points[1:] {
		r.LineTo(place(p))
	}
	r.ClosePath()
	r.Draw(c.picture, box, image.NewUniform(ink), image.Point{})
}

// place draws a picture over its box; one that cannot be read is left out, as
// the report itself says when it is made.
func (c *canvas) place(p layout.Picture) {
	source, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		return
	}
	box := image.Rect(int(p.X*c.scale), int(p.Y*c.scale), int((p.X+p.Width)*c.scale+0.5), int((p.Y+p.Height)*c.scale+0.5))
	draw.CatmullRom.Scale(c.picture, box, source, source.Bounds(), draw.Over, nil)
}

// rounded is a rectangle whose corners are quarters of a circle.
func rounded(x, y, width, height, radius float64) outline {
	radius = math.Min(radius, math.Min(width, height)/2)
	if radius <= 0 {
		return outline{{X: x, Y: y}, {X: x + width, Y: y}, {X: x + width, Y: y + height}, {X: x, Y: y + height}}
	}
	var points outline
	for quarter, middle := range []document.Point{
		{X: x + width - radius, Y: y + radius}, {X: x + width - radius, Y: y + height - radius},
		{X: x + radius, Y: y + height - radius}, {X: x + radius, Y: y + radius},
	} {
		for step := range arcSteps + 1 {
			angle := (float64(quarter-1) + float64(step)/arcSteps) * math.Pi / 2
			points = append(points, document.Point{X: middle.X + radius*math.Cos(angle), Y: middle.Y + radius*math.Sin(angle)})
		}
	}
	return points
}
