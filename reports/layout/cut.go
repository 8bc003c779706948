package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// least is the height that must be free for the piece to begin. One that no page
// holds begins where a good part of a page is free.
func (p *piece) least() float64 {
	const part = 0.4 // of a page
	if p.bleed {
		return 0
	}
	if p.row != nil {
		return p.row.least()
	}
	if page := (sheet{p.wide}).textHeight(); p.height > page || p.partable {
		return math.Min(p.height, part*page)
	}
	return p.height
}

// putTall sets what is taller than the page, parted over as many as it needs. A
// line, a sign or a picture stands whole on one of them, grounds and frames
// stand on each.
func (f *filler) putTall(p *piece, operations []Operation, high float64) {
	for {
		room := f.sheet.textBottom() - f.y
		here, later, cut := parted(operations, room)
		if high <= room || len(later) == 0 || (cut <= 0 && f.empty) {
			f.add(operations, marginSide, f.y)
			f.y += high
			f.empty = false
			return
		}
		if cut > 0 {
			f.add(here, marginSide, f.y)
			operations, high = later, high-cut
		}
		f.newPage()
		f.repeat(p)
	}
}

// parted parts operations at the room's height: what reaches below it goes to
// the next page, moved up by the cut. A cut of nothing says that nothing that is
// read fits into the room.
func parted(operations []Operation, room float64) (here, later []Operation, cut float64) {
	cut = math.Inf(1)
	fits := false
	for _, operation := range operations {
		extent := reach(operation)
		switch {
		case severable(operation):
		case extent.Bottom > room:
			cut = math.Min(cut, extent.Top)
		default:
			fits = fits || operation.Marking().Element >= 0
		}
	}
	if !fits {
		return nil, operations, 0
	}
	cut = math.Min(cut, room)
	for _, operation := range operations {
		extent := reach(operation)
		switch {
		case !severable(operation) && extent.Bottom > room:
			later = append(later, fromTop(operation.Moved(0, -cut)))
		case !severable(operation), extent.Bottom <= cut:
			here = append(here, operation)
		case extent.Top >= cut:
			later = append(later, operation.Moved(0, -cut))
		default:
			here = append(here, clipped(operation, extent.Top, room))
			later = append(later, clipped(operation, cut, extent.Bottom).Moved(0, -cut))
		}
	}
	return here, later, cut
}

// fromTop lets a page number that goes to the next page, with the last line of
// its entry, lead from what of the entry stands there.
func fromTop(operation Operation) Operation {
	if reference, is := operation.(pageReference); is && reference.Y < 0 {
		reference.Baseline += reference.Y
		reference.Height += reference.Y
		reference.Y = 0
		return reference
	}
	return operation
}

// reach is the room that an operation takes from top to bottom.
func reach(operation Operation) document.Extent {
	switch o := operation.(type) {
	case Text:
		return document.Extent{Top: o.Y - o.Size, Bottom: o.Y + o.Size/4}
	case Drawn:
		return document.Bounds(o.Shape)
	case Picture:
		return document.Extent{Top: o.Y, Bottom: o.Y + o.Height}
	case Link:
		return document.Extent{Top: o.Y, Bottom: o.Y + o.Height}
	case Widget:
		return document.Extent{Top: o.Y, Bottom: o.Y + o.Height}
	case pageReference:
		return document.Extent{Top: o.Y + o.Baseline, Bottom: o.Y + o.Height}
	}
	return document.Extent{}
}

// severable tells what may be cut: grounds, frames, upright rules and links.
func severable(operation Operation) bool {
	switch o := operation.(type) {
	case Link:
		return true
	case Drawn:
		switch shape := o.Shape.(type) {
		case document.Rectangle:
			return o.Element < 0 || o.Parted
		case document.Line:
			return o.Element < 0 && shape.From.X == shape.To.X
		}
	}
	return false
}

// clipped is what lies of an operation between two heights.
func clipped(operation Operation, top, bottom float64) Operation {
	switch o := operation.(type) {
	case Link:
		low := math.Min(o.Y+o.Height, bottom)
		o.Y = math.Max(o.Y, top)
		o.Height = low - o.Y
		return o
	case Drawn:
		switch shape := o.Shape.(type) {
		case document.Rectangle:
			low := math.Min(shape.Y+shape.Height, bottom)
			shape.Y = math.Max(shape.Y, top)
			shape.Height = math.Max(0, low-shape.Y)
			o.Shape = shape
		case document.Line:
			shape.From.Y = math.Min(math.Max(shape.From.Y, top), bottom)
			shape.To.Y = math.Min(math.Max(shape.To.Y, top), bottom)
			o.Shape = shape
		}
		return o
	}
	return operation
}
