package street

// Measures of the structural map, in pixels at scale 1.
const (
	mapGap         = 10.0  // between façades, and at both ends
	mapNarrowest   = 104.0 // a pitch under this starts a second row of houses
	mapWidest      = 168.0
	mapRoof        = 34.0
	mapOverhang    = 4.5
	mapStroke      = 2.0
	mapPadding     = 8.0  // above the name
	mapSide        = 8.0  // beside the name
	mapSill        = 11.0 // under the lowest windows
	mapCountGap    = 8.0  // between the count and the windows
	mapNameGap     = 10.0 // between the name and the count at the least
	mapRowGap      = 28.0
	mapGranite     = 5.0
	mapMostWindows = 300.0 // height for windows before they shrink
)

var mapHeights = []float64{206, 188, 198, 214, 228, 212, 194}

// MapOptions says how a structural map is laid out.
type MapOptions struct {
	Width float64
	Scale float64 // size of windows, roofs and spaces; 1 in pixels at normal text size
	// NameHeight returns the height that the name of the section at index
	// needs when its lines are broken at width.
	NameHeight func(index int, width float64) float64
	// CountHeight is the height of the line with the count.
	CountHeight float64
}

// Map lays the structural map: large houses with room for their names and
// counts, windows up to three in a row. A house is as high as its place in the
// street says, or higher when its name or its windows need it. Houses that would
// be too narrow for their names go on in a second row; each row stands in the
// middle of its ground. The foundation of the
// lowest row is the caller's to draw, since it carries words; rows above it
// stand on a line of granite. The drawing's height ends at the ground.
func Map(sections []Section, options MapOptions) Drawing {
	unit := options.Scale
	rows := mapRows(sections, options)
	drawing := Drawing{Width: options.Width}
	for i, row := range rows {
		beside := (options.Width - mapGap*unit - float64(len(row.houses))*row.pitch) / 2
		for n, house := range row.houses {
			x := beside + mapGap*unit + float64(n)*row.pitch
			plot, shapes := house.draw(x, row.ground, unit)
			drawing.Plots = append(drawing.Plots, plot)
			drawing.Shapes = append(drawing.Shapes, shapes...)
		}
		drawing.Ground = row.ground
		if i < len(rows)-1 {
			line := Rectangle{Point{0, row.ground}, Point{options.Width, row.ground + mapGranite*unit}}
			drawing.Shapes = append(drawing.Shapes, box(Foundation, -1, line, InkFoundation, InkNone, 0))
		}
	}
	drawing.Height = drawing.Ground
	return drawing
}

// MapHeight is the height of the map that [Map] would lay. It draws nothing, for
// who tries several scales: the map of a large programme has thousands of windows.
func MapHeight(sections []Section, options MapOptions) float64 {
	rows := mapRows(sections, options)
	if len(rows) == 0 {
		return 0
	}
	return rows[len(rows)-1].ground
}

// mapRow is a row of houses a pitch apart, on its ground.
type mapRow struct {
	houses        []mapHouse
	pitch, ground float64
}

func mapRows(sections []Section, options MapOptions) []mapRow {
	if len(sections) == 0 {
		return nil
	}
	unit := options.Scale
	room := options.Width - mapGap*unit
	perRow := max(1, int(room/(mapNarrowest*unit)))
	rows := make([]mapRow, rowsOf(len(sections), perRow))
	perRow = rowsOf(len(sections), len(rows))
	pitch := min(room/float64(perRow), mapWidest*unit)
	top := 0.0
	for row := range rows {
		first, last := row*perRow, min((row+1)*perRow, len(sections))
		houses := make([]mapHouse, last-first)
		tallest := 0.0
		for i := range houses {
			houses[i] = newMapHouse(sections[first+i], first+i, pitch-mapGap*unit, options)
			tallest = max(tallest, houses[i].height)
		}
		ground := top + mapStroke*unit + mapRoof*unit + tallest
		rows[row] = mapRow{houses, pitch, ground}
		top = ground + (mapGranite+mapRowGap)*unit
	}
	return rows
}

// mapHouse is a house of the map whose size is known and whose place is not.
type mapHouse struct {
	section                 Section
	index                   int
	width, height           float64
	nameHeight, countHeight float64
	columns                 int
	windows                 windowStyle
	windowsHigh             float64
}

func newMapHouse(section Section, index int, width float64, options MapOptions) mapHouse {
	unit := options.Scale
	house := mapHouse{section: section, index: index, width: width, countHeight: options.CountHeight}
	if options.NameHeight != nil {
		house.nameHeight = options.NameHeight(index, width-2*mapSide*unit)
	}
	need := mapPadding*unit + house.nameHeight + mapSill*unit
	if !section.Outline {
		need += (mapNameGap+mapCountGap)*unit + house.countHeight
	}
	if !section.Outline && len(section.Written) > 0 {
		style := windowStyle{
			width: 26, height: 30, gapX: 8, gapY: 8,
			frameInk: InkRoof, mullionInk: InkMullion,
		}.scaled(unit)
		style.frame, style.mullion = mapStroke*unit, 1.6*unit
		room := Rectangle{Max: Point{width - 2*mapSide*unit, mapMostWindows * unit}}
		house.columns, house.windows = style.fit(len(section.Written), usualColumns(len(section.Written)), room)
		house.windowsHigh = house.windows.blockHeight(rowsOf(len(section.Written), house.columns))
		need += house.windowsHigh
	}
	house.height = max(heightOf(mapHeights, index)*unit, need)
	return house
}

func (h mapHouse) draw(x, ground, unit float64) (Plot, []Shape) {
	facade := Rectangle{Point{x, ground - h.height}, Point{x + h.width, ground}}
	inner := Rectangle{Point{x + mapSide*unit, facade.Min.Y + mapPadding*unit}, Point{x + h.width - mapSide*unit, ground - mapSill*unit}}
	plot := Plot{
		Bounds: Rectangle{
			Point{facade.Min.X - mapOverhang*unit, facade.Min.Y - mapRoof*unit},
			Point{facade.Max.X + mapOverhang*unit, ground},
		},
		Facade: facade,
		Name:   Rectangle{inner.Min, Point{inner.Max.X, inner.Min.Y + h.nameHeight}},
	}
	facadeInk, roofInk := InkFacade, InkSurface
	complete := h.section.Complete && !h.section.Outline
	if complete {
		roofInk = InkRoof
	}
	if h.section.Outline {
		facadeInk = InkSurface
	}
	stroke := mapStroke * unit
	shapes := []Shape{
		box(Facade, h.index, facade, facadeInk, InkRoof, stroke),
		roof(h.index, facade, mapRoof*unit, mapOverhang*unit, roofInk, InkRoof, stroke),
	}
	if complete {
		shapes = append(shapes, checkIn(h.index, facade, unit))
	}
	if h.section.Outline {
		return plot, shapes
	}
	windowsTop := inner.Max.Y - h.windowsHigh
	countBottom := windowsTop - mapCountGap*unit
	plot.Count = Rectangle{Point{facade.Min.X, countBottom - h.countHeight}, Point{facade.Max.X, countBottom}}
	room := Rectangle{Point{inner.Min.X, windowsTop}, inner.Max}
	if h.columns > 0 {
		shapes = append(shapes, h.windows.shapes(h.index, h.section.Written, h.columns, room)...)
	}
	return plot, shapes
}

// checkIn is the check mark in a filled roof.
func checkIn(house int, facade Rectangle, unit float64) Shape {
	x, y := (facade.Min.X+facade.Max.X)/2, facade.Min.Y-11*unit
	return Shape{Check, house, Polyline, []Point{
		{x - 6*unit, y},
		{x - 1.8*unit, y + 4.2*unit},
		{x + 6.4*unit, y - 4.6*unit},
	}, InkNone, InkCheck, 2 * unit}
}
