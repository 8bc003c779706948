package street

// windowStyle is how the windows of a drawing look, in its own unit.
type windowStyle struct {
	width, height float64
	gapX, gapY    float64
	frame         float64 // width of the frame's stroke
	mullion       float64 // width of the cross, 0 for windows too small for one
	frameInk      Ink
	mullionInk    Ink
}

func (w windowStyle) scaled(factor float64) windowStyle {
	w.width, w.height = w.width*factor, w.height*factor
	w.gapX, w.gapY = w.gapX*factor, w.gapY*factor
	return w
}

// usualColumns returns how many windows stand in a row: three, but two and two
// for four.
func usualColumns(windows int) int {
	switch windows {
	case 1:
		return 1
	case 2, 4:
		return 2
	default:
		return 3
	}
}

func rowsOf(windows, columns int) int { return (windows + columns - 1) / columns }

// blockHeight is the height of all rows of windows, 0 when there are none.
func (w windowStyle) blockHeight(rows int) float64 {
	if rows == 0 {
		return 0
	}
	return float64(rows)*w.height + float64(rows-1)*w.gapY
}

func (w windowStyle) blockWidth(columns int) float64 {
	return float64(columns)*w.width + float64(columns-1)*w.gapX
}

// fit returns the number of columns, from the given one upwards, and the size
// at which the most room is left to each window, so that a house with many
// goals still shows every one of them.
func (w windowStyle) fit(windows, columns int, room Rectangle) (int, windowStyle) {
	bestColumns, bestScale := columns, 0.0
	for c := columns; c <= max(windows, columns); c++ {
		scale := min(1,
			room.Width()/w.blockWidth(c),
			room.Height()/w.blockHeight(rowsOf(windows, c)))
		if scale > bestScale {
			bestColumns, bestScale = c, scale
		}
	}
	return bestColumns, w.scaled(bestScale)
}

// shapes lays the windows of a section in rows, centred in the room from its
// upper edge, the last row from the left.
func (w windowStyle) shapes(house int, written []bool, columns int, room Rectangle) []Shape {
	if len(written) == 0 {
		return nil
	}
	columns, w = w.fit(len(written), columns, room)
	left := (room.Min.X + room.Max.X - w.blockWidth(columns)) / 2
	var shapes []Shape
	for i, lit := range written {
		x := left + float64(i%columns)*(w.width+w.gapX)
		y := room.Min.Y + float64(i/columns)*(w.height+w.gapY)
		pane := Rectangle{Point{x, y}, Point{x + w.width, y + w.height}}
		shapes = append(shapes, w.window(house, lit, pane)...)
	}
	return shapes
}

func (w windowStyle) window(house int, lit bool, pane Rectangle) []Shape {
	if !lit {
		return []Shape{box(WindowUnlit, house, pane, InkUnlit, w.frameInk, w.frame)}
	}
	shapes := []Shape{box(WindowLit, house, pane, InkLit, w.frameInk, w.frame)}
	if w.mullion == 0 {
		return shapes
	}
	middle := Point{(pane.Min.X + pane.Max.X) / 2, (pane.Min.Y + pane.Max.Y) / 2}
	inset := w.frame / 2
	return append(shapes,
		Shape{Mullion, house, Polyline, []Point{{middle.X, pane.Min.Y + inset}, {middle.X, pane.Max.Y - inset}}, InkNone, w.mullionInk, w.mullion},
		Shape{Mullion, house, Polyline, []Point{{pane.Min.X + inset, middle.Y}, {pane.Max.X - inset, middle.Y}}, InkNone, w.mullionInk, w.mullion},
	)
}
