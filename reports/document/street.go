package document

import "tavoitekartta/model/street"

// StreetInks are the colours in which a street is painted, apart from those of
// its houses.
type StreetInks struct {
	Surface, Unlit, Lit, Mullion, Check, Trim, Foundation Color
}

// PaperInks are the light colours of paper (look.md "Colour").
func PaperInks() StreetInks {
	return StreetInks{
		Surface: "#FFFFFF", Unlit: "#FFFFFF", Lit: "#E0A526", Mullion: "#845A0B", Check: "#FFFFFF",
		Trim: "#FFFFFF", Foundation: "#46545B",
	}
}

// FromStreet turns the geometry of a street into a drawing. Houses are
// coloured in the order of colors, which starts over at its end.
func FromStreet(source street.Drawing, colors []HouseColors, inks StreetInks) Drawing {
	drawing := Drawing{Width: source.Width, Height: source.Height}
	for _, shape := range source.Shapes {
		house := HouseColors{Facade: inks.Surface, Roof: inks.Foundation}
		if shape.House >= 0 && len(colors) > 0 {
			house = colors[shape.House%len(colors)]
		}
		paint := Paint{
			Fill: inks.color(shape.Fill, house), Stroke: inks.color(shape.Stroke, house), StrokeWidth: shape.StrokeWidth,
		}
		drawing.Shapes = append(drawing.Shapes, streetShape(shape, paint)...)
	}
	return drawing
}

func streetShape(shape street.Shape, paint Paint) []Shape {
	points := make([]Point, len(shape.Points))
	for i, point := range shape.Points {
		points[i] = Point(point)
	}
	switch shape.Form {
	case street.Box:
		bounds := shape.Bounds()
		return []Shape{Rectangle{X: bounds.Min.X, Y: bounds.Min.Y, Width: bounds.Width(), Height: bounds.Height(), Paint: paint}}
	case street.Polygon:
		return []Shape{Polygon{Points: points, Paint: paint}}
	}
	var lines []Shape
	for i := 1; i < len(points); i++ {
		lines = append(lines, Line{From: points[i-1], To: points[i], Width: paint.StrokeWidth, Color: paint.Stroke})
	}
	return lines
}

func (s StreetInks) color(ink street.Ink, house HouseColors) Color {
	switch ink {
	case street.InkFacade:
		return house.Facade
	case street.InkRoof:
		return house.Roof
	case street.InkSurface:
		return s.Surface
	case street.InkUnlit:
		return s.Unlit
	case street.InkLit:
		return s.Lit
	case street.InkMullion:
		return s.Mullion
	case street.InkCheck:
		return s.Check
	case street.InkTrim:
		return s.Trim
	case street.InkFoundation:
		return s.Foundation
	}
	return ""
}
