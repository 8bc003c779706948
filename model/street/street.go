// Package street turns a programme into the geometry of its picture: a street
// in which sections are houses on one foundation and goals are windows.
//
// A window is lit when the goal's details are written; a house has its roof
// when its whole section is. Lit means written, never achieved. Windows stand
// in the order of the goals. A section of which only the structure is known
// stands as an outline without windows.
//
// The package is pure data: it imports nothing, draws nothing and knows no
// colours. Each function returns a [Drawing], whose shapes lie in painting
// order and name their parts ([Role]) and the kind of colour they want ([Ink]);
// the window and the paper both paint the same drawing with their own colours.
// Lengths are in the unit of the box that the caller gives (pixels, points or
// millimetres); y grows downwards. The heights of the houses vary in a fixed
// order, so that a programme's street looks the same wherever it stands.
package street

// Section is one house.
type Section struct {
	Written  []bool // for each goal in its order, whether its details are written
	Complete bool   // whether the whole section is written: the house has its roof
	Outline  bool   // only the structure is known: no windows, no share
}

// Sections returns a house for each entry of written, complete when it has
// goals and all of them are written.
func Sections(written ...[]bool) []Section {
	sections := make([]Section, len(written))
	for i, goals := range written {
		complete := len(goals) > 0
		for _, lit := range goals {
			complete = complete && lit
		}
		sections[i] = Section{Written: goals, Complete: complete}
	}
	return sections
}

// WrittenCount returns how many goals of the section are written.
func (s Section) WrittenCount() int {
	count := 0
	for _, lit := range s.Written {
		if lit {
			count++
		}
	}
	return count
}

// Point is a place in the drawing.
type Point struct{ X, Y float64 }

// Rectangle is a box from its upper left to its lower right corner.
type Rectangle struct{ Min, Max Point }

// Width returns the rectangle's width.
func (r Rectangle) Width() float64 { return r.Max.X - r.Min.X }

// Height returns the rectangle's height.
func (r Rectangle) Height() float64 { return r.Max.Y - r.Min.Y }

// Role says which part of the street a shape is.
type Role string

// The parts of a street.
const (
	Facade      Role = "façade"
	Roof        Role = "roof"
	Chimney     Role = "chimney"
	Check       Role = "check" // in the roof of a complete section
	WindowLit   Role = "window lit"
	WindowUnlit Role = "window unlit"
	Mullion     Role = "mullion"
	Door        Role = "door"
	Foundation  Role = "foundation"
)

// Ink says what kind of colour a shape wants. The façade's and the roof's are
// those of the shape's house; see [Shape].
type Ink int

// The kinds of colour.
const (
	InkNone       Ink = iota
	InkFacade         // the house's light colour
	InkRoof           // the house's dark colour
	InkSurface        // what the street stands on: a card, the page
	InkUnlit          // behind a window that is not lit
	InkLit            // a lit window
	InkMullion        // the cross of a lit window: must stand out from InkLit
	InkCheck          // on a filled roof
	InkTrim           // white trim on a coloured page
	InkFoundation     // granite
)

// Form says how the points of a shape are to be read.
type Form int

// The forms of shapes.
const (
	Box      Form = iota // two points: the corners of a rectangle
	Polygon              // closed, at least three points, at most 16
	Polyline             // open, stroked only
)

// Shape is one thing to paint: first its fill, then its stroke, which is
// centred on the edge.
type Shape struct {
	Role        Role
	House       int // index of the house it belongs to, -1 for the foundation
	Form        Form
	Points      []Point
	Fill        Ink
	Stroke      Ink
	StrokeWidth float64
}

// Bounds returns the rectangle around the shape's points, its stroke left out.
func (s Shape) Bounds() Rectangle {
	if len(s.Points) == 0 {
		return Rectangle{}
	}
	bounds := Rectangle{s.Points[0], s.Points[0]}
	for _, p := range s.Points[1:] {
		bounds.Min.X, bounds.Min.Y = min(bounds.Min.X, p.X), min(bounds.Min.Y, p.Y)
		bounds.Max.X, bounds.Max.Y = max(bounds.Max.X, p.X), max(bounds.Max.Y, p.Y)
	}
	return bounds
}

// Plot is where one house stands and where its words go.
type Plot struct {
	Bounds Rectangle // roof and façade
	Facade Rectangle
	Name   Rectangle // empty where the drawing has no names
	Count  Rectangle // the line for "3/4 written", likewise
}

// Drawing is a street laid out in a box with its upper left corner at (0, 0).
type Drawing struct {
	Shapes        []Shape
	Plots         []Plot // one for each section
	Width, Height float64
	Ground        float64 // y at which the lowest row of houses stands
}

func box(role Role, house int, r Rectangle, fill, stroke Ink, width float64) Shape {
	return Shape{role, house, Box, []Point{r.Min, r.Max}, fill, stroke, width}
}

// roof is the triangle over the façade, wider than it by overhang on each side.
func roof(house int, facade Rectangle, height, overhang float64, fill, stroke Ink, width float64) Shape {
	return Shape{Roof, house, Polygon, []Point{
		{facade.Min.X - overhang, facade.Min.Y},
		{(facade.Min.X + facade.Max.X) / 2, facade.Min.Y - height},
		{facade.Max.X + overhang, facade.Min.Y},
	}, fill, stroke, width}
}

// heightOf returns the height of the house at index from a pattern that starts
// over at its end.
func heightOf(pattern []float64, index int) float64 { return pattern[index%len(pattern)] }
