package document

// Drawing is a vector picture. Its own coordinates run right and down from
// its upper left corner, in points.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape
}

// Shape is a drawing command.
type Shape interface {
	// Moved returns the shape shifted by the given points.
	Moved(dx, dy float64) Shape
}

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Paint says how a closed shape is filled and outlined.
type Paint struct {
	Fill        Color
	Stroke      Color
	StrokeWidth float64
}

// Rectangle is a box, with rounded corners when Radius is above zero.
type Rectangle struct {
	X, Y, Width, Height, Radius float64
	Paint
}

// Polygon is a closed outline.
type Polygon struct {
	Points []Point
	Paint
}

// Line is a stroke from point to point; Dash is the length of its dashes.
type Line struct {
	From, To Point
	Width    float64
	Color    Color
	Dash     float64
}

// Circle is a disc or ring.
type Circle struct {
	X, Y, Radius float64
	Paint
}

// Label is text in a drawing, wrapped to its width and set from the top (or
// centred on X when Center is set, with the width around it).
type Label struct {
	X, Y, Width float64
	Text        Text
	Style       Style
	Color       Color
	Align       Align
}

// Align is the side to which the lines of a label are set.
type Align int

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// Moved returns the rectangle shifted.
func (r Rectangle) Moved(dx, dy float64) Shape {
	r.X += dx
	r.Y += dy
	return r
}

// Moved returns the polygon shifted.
func (p Polygon) Moved(dx, dy float64) Shape {
	points := make([]Point, len(p.Points))
	for i, point := range p.Points {
		points[i] = Point{point.X + dx, point.Y + dy}
	}
	p.Points = points
	return p
}

// Moved returns the line shifted.
func (l Line) Moved(dx, dy float64) Shape {
	l.From = Point{l.From.X + dx, l.From.Y + dy}
	l.To = Point{l.To.X + dx, l.To.Y + dy}
	return l
}

// Moved returns the circle shifted.
func (c Circle) Moved(dx, dy float64) Shape {
	c.X += dx
	c.Y += dy
	return c
}

// Moved returns the label shifted.
func (l Label) Moved(dx, dy float64) Shape {
	l.X += dx
	l.Y += dy
	return l
}
