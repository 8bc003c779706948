package street

// Measures of the street on a card, in pixels at their natural size.
const (
	cardHouse      = 42.0
	cardPitch      = 47.0
	cardRoof       = 17.0
	cardOverhang   = 2.5
	cardStroke     = 1.5
	cardGranite    = 5.0
	cardWindowDrop = 8.0
	cardSill       = 4.0
	cardTallest    = 55.25
)

var cardHeights = []float64{cardTallest, 47.25, 52.25, 43, 50.25, 54.5, 46.25}

// CardHeight is the natural height, in pixels, of the street on a card: the
// tallest house with its roof and the granite line.
const CardHeight = cardTallest + cardRoof + cardGranite + cardStroke

// Card lays the whole street in a box of the given width and height, as it
// stands on a programme's card and on a locked version: small houses on a
// granite line from edge to edge, the houses kept from the left and the right
// edge by two insets. When they are too many for the width they shrink together.
func Card(sections []Section, width, height, insetLeft, insetRight float64) Drawing {
	unit := height / CardHeight
	drawing := Drawing{Width: width, Height: height, Ground: height - cardGranite*unit}
	granite := Rectangle{Point{0, drawing.Ground}, Point{width, height}}
	if room := width - insetLeft - insetRight; len(sections) > 0 {
		unit = max(0, min(unit, room/(float64(len(sections))*cardPitch)))
	}
	windows := windowStyle{
		width: 9, height: 12, gapX: 3, gapY: 4,
		frame: 1, frameInk: InkRoof,
	}.scaled(unit)
	for i, section := range sections {
		x := insetLeft + (cardOverhang+float64(i)*cardPitch)*unit
		facade := Rectangle{
			Point{x, drawing.Ground - heightOf(cardHeights, i)*unit},
			Point{x + cardHouse*unit, drawing.Ground},
		}
		facadeInk, roofInk := InkSurface, InkSurface
		if section.Complete && !section.Outline {
			facadeInk, roofInk = InkFacade, InkRoof
		}
		stroke := cardStroke * min(1, unit)
		drawing.Shapes = append(drawing.Shapes,
			box(Facade, i, facade, facadeInk, InkRoof, stroke),
			roof(i, facade, cardRoof*unit, cardOverhang*unit, roofInk, InkRoof, stroke),
		)
		drawing.Plots = append(drawing.Plots, Plot{
			Bounds: Rectangle{
				Point{facade.Min.X - cardOverhang*unit, facade.Min.Y - cardRoof*unit},
				Point{facade.Max.X + cardOverhang*unit, facade.Max.Y},
			},
			Facade: facade,
		})
		if section.Outline {
			continue
		}
		room := Rectangle{
			Point{facade.Min.X + 3*unit, facade.Min.Y + cardWindowDrop*unit},
			Point{facade.Max.X - 3*unit, facade.Max.Y - cardSill*unit},
		}
		drawing.Shapes = append(drawing.Shapes,
			windows.shapes(i, section.Written, usualColumns(len(section.Written)), room)...)
	}
	drawing.Shapes = append(drawing.Shapes, box(Foundation, -1, granite, InkFoundation, InkNone, 0))
	return drawing
}
