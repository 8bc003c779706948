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

// Extent is the box around a shape.
type Extent struct{ Left, Top, Right, Bottom float64 }

// Bounds returns the box around a shape, its stroke included. That of a label
// is its place alone: the layout breaks its text into lines.
func Bounds(shape Shape) Extent {
	grown := func(left, top, right, bottom, by float64) Extent {
		return Extent{left - by, top - by, right + by, bottom + by}
	}
	switch s := shape.(type) {
	case Rectangle:
		return grown(s.X, s.Y, s.X+s.Width, s.Y+s.Height, s.StrokeWidth/2)
	case Circle:
		return grown(s.X-s.Radius, s.Y-s.Radius, s.X+s.Radius, s.Y+s.Radius, s.StrokeWidth/2)
	case Line:
		return grown(min(s.From.X, s.To.X), min(s.From.Y, s.To.Y), max(s.From.X, s.To.X), max(s.From.Y, s.To.Y), s.Width/2)
	case Polygon:
		if len(s.Points) == 0 {
			return Extent{}
		}
		first := s.Points[0]
		around := Extent{first.X, first.Y, first.X, first.Y}
		for _, p := range s.Points {
			around = Extent{min(around.Left, p.X), min(around.Top, p.Y), max(around.Right, p.X), max(around.Bottom, p.Y)}
		}
		return grown(around.Left, around.Top, around.Right, around.Bottom, s.StrokeWidth/2)
	case Label:
		return Extent{s.X, s.Y, s.X + s.Width, s.Y}
	}
	return Extent{}
}
