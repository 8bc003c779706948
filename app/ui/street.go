package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/street"
)

// Street is a programme's picture as it stands on cards and on a locked
// version: small houses on a line of granite from edge to edge.
type Street struct {
	widget.BaseWidget

	sections []street.Section
	words    string
	rounded  fyne.ThemeSizeName
	aside    float32 // kept free at the right, above the granite
}

var _ fyne.Accessible = (*Street)(nil)

// NewStreet returns the street of sections. Words say in short what is seen
// ("20/27 goals written") and are read out. Rounded names the radius of the
// card whose lower edge the granite is, or is empty.
func NewStreet(sections []street.Section, words string, rounded fyne.ThemeSizeName) *Street {
	picture := &Street{sections: sections, words: words, rounded: rounded}
	picture.ExtendBaseWidget(picture)
	return picture
}

// SetSections changes what is drawn and read out.
func (s *Street) SetSections(sections []street.Section, words string) {
	s.sections, s.words = sections, words
	s.Refresh()
}

// AccessibilityLabel is read out by screen readers.
func (s *Street) AccessibilityLabel() string { return s.words }

// AccessibilityRole is told to screen readers.
func (s *Street) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (s *Street) CreateRenderer() fyne.WidgetRenderer { return &streetRenderer{street: s} }

type streetRenderer struct {
	street *Street
	paint  streetPaint
}

// streetInset is the room left of the first house: the card's own padding.
func streetInset() float32 { return fynetheme.Size(theme.Space16) + fynetheme.Size(theme.Space4) }

func (r *streetRenderer) MinSize() fyne.Size {
	scale := fynetheme.Size(theme.Space4) / 4
	return fyne.NewSize(2*streetInset()+fynetheme.Size(theme.HitTarget), street.CardHeight*scale)
}

func (r *streetRenderer) Layout(size fyne.Size) {
	height := min(size.Height, r.MinSize().Height)
	drawing := street.Card(r.street.sections, float64(size.Width), float64(height),
		float64(streetInset()), float64(streetInset()+r.street.aside))
	r.paint.draw(drawing, fyne.NewPos(0, size.Height-height))
	if r.street.rounded == "" {
		return
	}
	radius := min(fynetheme.Size(r.street.rounded), height)
	if granite, ok := r.paint.objects[len(r.paint.objects)-1].(*canvas.Rectangle); ok {
		granite.BottomLeftCornerRadius, granite.BottomRightCornerRadius = radius, radius
	}
}

func (r *streetRenderer) Refresh() {
	r.Layout(r.street.Size())
	for _, object := range r.paint.objects {
		object.Refresh()
	}
	canvas.Refresh(r.street)
}

func (r *streetRenderer) Objects() []fyne.CanvasObject { return r.paint.objects }

func (r *streetRenderer) Destroy() {}

// streetPaint paints a drawing of package street with canvas objects, which it
// keeps from one drawing to the next.
type streetPaint struct {
	objects []fyne.CanvasObject
}

// draw paints a drawing with its upper left corner at a place.
func (p *streetPaint) draw(drawing street.Drawing, at fyne.Position) {
	inks := newStreetInks()
	next := 0
	for _, shape := range drawing.Shapes {
		fill, stroke := inks.color(shape.Fill, shape.House), inks.color(shape.Stroke, shape.House)
		switch shape.Form {
		case street.Box:
			rectangle := objectAt(p, next, func() *canvas.Rectangle { return canvas.NewRectangle(nil) })
			rectangle.FillColor, rectangle.StrokeColor, rectangle.StrokeWidth = fill, stroke, float32(shape.StrokeWidth)
			placeBounds(rectangle, shape.Bounds(), at, float32(shape.StrokeWidth)/2)
			next++
		case street.Polygon:
			polygon := objectAt(p, next, func() *canvas.ArbitraryPolygon { return canvas.NewArbitraryPolygon(nil, nil) })
			bounds := shape.Bounds()
			polygon.Points = make([]fyne.Position, len(shape.Points))
			for i, point := range shape.Points {
				polygon.Points[i] = fyne.NewPos(float32(point.X-bounds.Min.X), float32(point.Y-bounds.Min.Y))
			}
			polygon.FillColor, polygon.StrokeColor, polygon.StrokeWidth = fill, stroke, float32(shape.StrokeWidth)
			placeBounds(polygon, bounds, at, 0)
			next++
		case street.Polyline:
			for i := 1; i < len(shape.Points); i++ {
				line := objectAt(p, next, func() *canvas.Line { return canvas.NewLine(nil) })
				line.StrokeColor, line.StrokeWidth = stroke, float32(shape.StrokeWidth)
				line.Position1, line.Position2 = position(shape.Points[i-1]).Add(at), position(shape.Points[i]).Add(at)
				next++
			}
		}
	}
	p.objects = p.objects[:next]
}

// objectAt returns the painter's object at index when it is of the wanted type,
// and otherwise puts a new one there.
func objectAt[T fyne.CanvasObject](p *streetPaint, index int, create func() T) T {
	if index < len(p.objects) {
		if object, ok := p.objects[index].(T); ok {
			return object
		}
		object := create()
		p.objects[index] = object
		return object
	}
	object := create()
	p.objects = append(p.objects, object)
	return object
}

func position(p street.Point) fyne.Position { return fyne.NewPos(float32(p.X), float32(p.Y)) }

// placeBounds gives an object the bounds of a shape, grown by half its stroke,
// which Fyne draws inside the edge.
func placeBounds(object fyne.CanvasObject, bounds street.Rectangle, at fyne.Position, grow float32) {
	object.Move(position(bounds.Min).Add(at).SubtractXY(grow, grow))
	object.Resize(fyne.NewSize(float32(bounds.Width())+2*grow, float32(bounds.Height())+2*grow))
}

// streetInks are the colours of a street in the current theme.
type streetInks struct {
	surface, unlit, mullion, lit, granite color.Color
	dark                                  bool
}

func newStreetInks() streetInks {
	inks := streetInks{
		surface: fynetheme.Color(theme.ColorSurface),
		unlit:   fynetheme.Color(theme.ColorSurface),
		lit:     fynetheme.Color(theme.ColorLitWindow),
		granite: fynetheme.Color(theme.ColorGranite),
	}
	// By night the roofs are lighter than a lit window and the surface lighter
	// than the ground: the cross and the unlit window take the darkest colour.
	if brightness(inks.surface) < brightness(fynetheme.Color(theme.ColorText)) {
		inks.dark = true
		inks.unlit, inks.mullion = fynetheme.Color(theme.ColorGround), fynetheme.Color(theme.ColorGround)
	}
	return inks
}

func brightness(c color.Color) uint32 {
	r, g, b, _ := c.RGBA()
	return 3*r + 6*g + b
}

// color returns the colour of an ink for a house, nil for none.
func (s streetInks) color(ink street.Ink, house int) color.Color {
	switch ink {
	case street.InkFacade:
		return fynetheme.Color(theme.Facade(house))
	case street.InkRoof:
		return fynetheme.Color(theme.Roof(house))
	case street.InkSurface, street.InkCheck, street.InkTrim:
		return s.surface
	case street.InkUnlit:
		return s.unlit
	case street.InkLit:
		return s.lit
	case street.InkMullion:
		if s.dark {
			return s.mullion
		}
		return fynetheme.Color(theme.Roof(house))
	case street.InkFoundation:
		return s.granite
	default:
		return nil
	}
}
