package street

// Measures of the cover's street as shares of one house's width, and of the
// whole picture's height for the houses' own.
const (
	coverRoof       = 0.52
	coverOverhang   = 0.015
	coverTrim       = 0.026
	coverDoorWidth  = 0.26
	coverDoorHeight = 0.50
	coverWindowDrop = 0.29
	coverWindow     = 0.34 // height
	coverRowGap     = 0.20
	coverSill       = 0.18 // between the lowest window and the door
	coverTall       = 2.9  // from this height on, three windows stand in one column
	coverWidest     = 0.22 // of the street's width: few houses stay houses
	coverChimney    = 0.16
)

var (
	// Heights in widths of a house.
	coverHeights = []float64{2.73, 2.17, 2.47, 3.01, 3.33, 2.81, 2.34}
	// Houses with a chimney.
	coverChimneys = []bool{false, true, false, false, true, false, false}
)

// CoverOptions says where the street of a cover stands.
type CoverOptions struct {
	Width      float64 // of the page
	Margin     float64 // left and right of the houses
	Height     float64 // room above the ground; houses shrink to fit it
	Foundation float64 // height of the foundation, which reaches both edges
}

// Cover lays the street of a paper cover: tall houses with white trim, doors
// and chimneys, wall to wall between the margins, on a foundation to both
// edges of the page. Every window is lit, since the cover is a picture and not
// a state.
func Cover(sections []Section, options CoverOptions) Drawing {
	drawing := Drawing{Width: options.Width, Height: options.Height + options.Foundation, Ground: options.Height}
	foundation := Rectangle{Point{0, options.Height}, Point{options.Width, drawing.Height}}
	if len(sections) == 0 {
		drawing.Shapes = []Shape{box(Foundation, -1, foundation, InkFoundation, InkNone, 0)}
		return drawing
	}
	street := options.Width - 2*options.Margin
	width := min(street/float64(len(sections)), street*coverWidest)
	left := (options.Width - width*float64(len(sections))) / 2
	tallest := 0.0
	for i := range sections {
		tallest = max(tallest, heightOf(coverHeights, i))
	}
	// A house's height follows its width unless the page has no room for it.
	unit := min(width, (options.Height-coverTrim*width)/(tallest+coverRoof))
	for i, section := range sections {
		x := left + float64(i)*width
		facade := Rectangle{
			Point{x + coverTrim*unit/2, options.Height - heightOf(coverHeights, i)*unit},
			Point{x + width - coverTrim*unit/2, options.Height},
		}
		drawing.Shapes = append(drawing.Shapes, coverHouse(i, len(section.Written), facade, unit)...)
		drawing.Plots = append(drawing.Plots, Plot{
			Bounds: Rectangle{Point{facade.Min.X, facade.Min.Y - coverRoof*unit}, facade.Max},
			Facade: facade,
		})
	}
	drawing.Shapes = append(drawing.Shapes, box(Foundation, -1, foundation, InkFoundation, InkNone, 0))
	return drawing
}

func coverHouse(index, windows int, facade Rectangle, unit float64) []Shape {
	trim := coverTrim * unit
	middle := (facade.Min.X + facade.Max.X) / 2
	var shapes []Shape
	if coverChimneys[index%len(coverChimneys)] {
		chimney := Rectangle{
			Point{middle + coverChimney*unit, facade.Min.Y - (coverRoof-0.02)*unit},
			Point{middle + 2*coverChimney*unit, facade.Min.Y - 0.1*unit},
		}
		shapes = append(shapes, box(Chimney, index, chimney, InkRoof, InkTrim, trim*0.8))
	}
	door := Rectangle{
		Point{middle - coverDoorWidth*unit/2, facade.Max.Y - coverDoorHeight*unit},
		Point{middle + coverDoorWidth*unit/2, facade.Max.Y},
	}
	shapes = append(shapes,
		box(Facade, index, facade, InkFacade, InkTrim, trim),
		roof(index, facade, coverRoof*unit, coverOverhang*unit, InkRoof, InkTrim, trim),
		box(Door, index, door, InkRoof, InkTrim, trim),
	)
	if windows == 0 {
		return shapes
	}
	height := facade.Height() / unit
	columns := usualColumns(windows)
	if windows == 3 && height >= coverTall {
		columns = 1
	}
	style := windowStyle{
		height: coverWindow * unit, gapX: 0.085 * unit, gapY: coverRowGap * unit,
		frame: trim * 1.1, mullion: trim * 0.8, frameInk: InkTrim, mullionInk: InkTrim,
	}
	style.width = [...]float64{0.43, 0.26, 0.205}[columns-1] * unit
	room := Rectangle{
		Point{facade.Min.X + 0.08*unit, facade.Min.Y + coverWindowDrop*unit},
		Point{facade.Max.X - 0.08*unit, door.Min.Y - coverSill*unit},
	}
	return append(shapes, style.shapes(index, allLit(windows), columns, room)...)
}

// SectionHouse lays the single house that opens a section's page, standing at
// the left of a granite line over the whole width. Every window is lit, as on
// the cover. Index is the section's place in the programme: it chooses the
// colours. The line's thickness is in the box's unit.
func SectionHouse(section Section, index int, width, height, line float64) Drawing {
	const (
		facadeWidth, facadeHeight = 88.0, 73.0
		roofHeight, overhang      = 37.0, 6.5
		stroke                    = 1.0
	)
	drawing := Drawing{Width: width, Height: height, Ground: height - line}
	unit := (drawing.Ground - stroke/2) / (facadeHeight + roofHeight)
	left := (overhang + stroke) * unit
	facade := Rectangle{
		Point{left, drawing.Ground - facadeHeight*unit},
		Point{left + facadeWidth*unit, drawing.Ground},
	}
	windows := windowStyle{
		width: 20, height: 26, gapX: 6, gapY: 6,
		frameInk: InkRoof, mullionInk: InkMullion,
	}.scaled(unit)
	windows.frame, windows.mullion = stroke*unit, stroke*unit
	room := Rectangle{
		Point{facade.Min.X + 8*unit, facade.Min.Y + 20*unit},
		Point{facade.Max.X - 8*unit, facade.Max.Y - 10*unit},
	}
	if rowsOf(len(section.Written), usualColumns(len(section.Written))) > 1 {
		room.Min.Y = facade.Min.Y + 10*unit
	}
	drawing.Shapes = []Shape{
		box(Facade, index, facade, InkFacade, InkRoof, stroke*unit),
		roof(index, facade, roofHeight*unit, overhang*unit, InkRoof, InkRoof, stroke*unit),
	}
	drawing.Shapes = append(drawing.Shapes,
		windows.shapes(index, allLit(len(section.Written)), usualColumns(len(section.Written)), room)...)
	drawing.Shapes = append(drawing.Shapes,
		box(Foundation, -1, Rectangle{Point{0, drawing.Ground}, Point{width, height}}, InkFoundation, InkNone, 0))
	drawing.Plots = []Plot{{
		Bounds: Rectangle{Point{facade.Min.X - overhang*unit, facade.Min.Y - roofHeight*unit}, facade.Max},
		Facade: facade,
	}}
	return drawing
}

func allLit(windows int) []bool {
	lit := make([]bool, windows)
	for i := range lit {
		lit[i] = true
	}
	return lit
}
