package layout

import (
	"math"

	"tavoitekartta/reports/document"
)

// Widget is the place of a field of a form. Its frame is drawn beside it.
type Widget struct {
	Mark
	X, Y, Width, Height float64
	Field               document.FormField
	// Size and Leading are those of the text that is typed into the field.
	Size, Leading float64
	// Shown are the lines of what stands in the field.
	Shown []Text
}

// Moved returns the field shifted.
func (w Widget) Moved(dx, dy float64) Operation {
	w.X += dx
	w.Y += dy
	shown := make([]Text, len(w.Shown))
	for i, text := range w.Shown {
		text.X += dx
		text.Y += dy
		shown[i] = text
	}
	w.Shown = shown
	return w
}

// The measures of fields, in points.
const (
	fieldGap   = 14 // between two fields of a row
	fieldPad   = 4  // between frame and text
	fieldStep  = 3  // between label and field
	checkSize  = 13
	checkGap   = 7
	arrowWidth = 18

	widestChoice = textWidth / 2
)

// formRow sets fields beside each other as one piece. Each is read label first.
func (l *layouter) formRow(r document.FormRow) []piece {
	if len(r.Fields) == 0 {
		return nil
	}
	shares := 0.0
	for _, field := range r.Fields {
		shares += share(field)
	}
	room := textWidth - fieldGap*float64(len(r.Fields)-1)
	labels := make([][]line, len(r.Fields))
	elements := make([]int, len(r.Fields))
	top := 0.0
	for i, field := range r.Fields {
		width := room * share(field) / shares
		if field.Kind == document.CheckField {
			width -= checkSize + checkGap
		}
		element := l.open(RoleParagraph)
		labels[i] = l.lines(element, field.Label, setting(document.SmallBold, ""), width)
		l.close()
		elements[i] = l.open(RoleForm)
		l.close()
		if field.Kind != document.CheckField {
			top = math.Max(top, height(labels[i]))
		}
	}
	row := piece{before: 8}
	x := 0.0
	for i, field := range r.Fields {
		width := room * share(field) / shares
		if field.Kind == document.CheckField {
			row.operations = append(row.operations, place(labels[i], x+checkSize+checkGap, top+fieldStep, width, document.Left)...)
			row.operations = append(row.operations, checkBox(elements[i], field, x, top+fieldStep)...)
			row.height = math.Max(row.height, top+fieldStep+math.Max(checkSize, height(labels[i])))
		} else {
			row.operations = append(row.operations, place(labels[i], x, top-height(labels[i]), width, document.Left)...)
			if field.Kind == document.ChoiceField {
				width = math.Min(width, widestChoice)
			}
			tall, box := l.field(elements[i], field, x, top+fieldStep, width)
			row.operations = append(row.operations, box...)
			row.height = math.Max(row.height, top+fieldStep+tall)
		}
		x += width + fieldGap
	}
	return []piece{row}
}

func share(f document.FormField) float64 {
	if f.Share <= 0 {
		return 1
	}
	return f.Share
}

// field sets a text field or a choice: its frame, and the widget over it. What
// stands in a field of several lines makes it as high as it needs, up to a
// third of a page: beyond that a reader scrolls within the field.
func (l *layouter) field(element int, f document.FormField, x, y, width float64) (tall float64, operations []Operation) {
	set := setting(document.Body, "")
	inner := width - 2*fieldPad
	if f.Kind == document.ChoiceField {
		inner -= arrowWidth
	}
	lines := l.lines(element, document.Plain(f.Shown()), set, inner)
	count := max(1, f.Lines)
	if f.Lines > 1 {
		count = max(count, min(len(lines), int(textHeight/3/set.leading)))
	}
	lines = lines[:min(len(lines), count)]
	tall = float64(count)*set.leading + 2*fieldPad
	widget := Widget{Mark: Mark{Element: element}, X: x, Y: y, Width: width, Height: tall, Field: f, Size: set.size, Leading: set.leading}
	for _, operation := range place(lines, x+fieldPad, y+fieldPad, inner, document.Left) {
		if text, is := operation.(Text); is {
			widget.Shown = append(widget.Shown, text)
		}
	}
	operations = []Operation{fieldFrame(x, y, width, tall)}
	if f.Kind == document.ChoiceField {
		operations = append(operations, arrow(x+width-arrowWidth/2-2, y+tall/2))
	}
	return tall, append(operations, widget)
}

func checkBox(element int, f document.FormField, x, y float64) []Operation {
	return []Operation{
		fieldFrame(x, y, checkSize, checkSize),
		Widget{Mark: Mark{Element: element}, X: x, Y: y, Width: checkSize, Height: checkSize, Field: f, Size: checkSize},
	}
}

func fieldFrame(x, y, width, height float64) Operation {
	return decoration(document.Rectangle{X: x, Y: y, Width: width, Height: height, Radius: 2,
		Paint: document.Paint{Fill: white, Stroke: border, StrokeWidth: 0.9}})
}

// arrow tells a choice from a text field on paper.
func arrow(x, y float64) Operation {
	return decoration(document.Polygon{
		Points: []document.Point{{X: x - 4, Y: y - 2}, {X: x + 4, Y: y - 2}, {X: x, Y: y + 3}},
		Paint:  document.Paint{Fill: granite},
	})
}
