package layout

import (
	"context"
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
	hintStep   = 2  // between a choice and its hint
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
		labels[i] = l.lines(element, field.Label, setting(document.Small, ""), width)
		l.close()
		elements[i] = l.open(RoleForm)
		l.close()
		if field.Kind != document.CheckField {
			top = math.Max(top, height(labels[i]))
		}
	}
	row := piece{before: 5}
	x := 0.0
	for i, field := range r.Fields {
		slot := room * share(field) / shares
		width := slot
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
			if field.Grows {
				row.grows = append(row.grows, len(row.operations), len(row.operations)+len(box)-1)
			}
			row.operations = append(row.operations, box...)
			hint, below := l.hint(field, x, top+fieldStep+tall, width)
			row.operations = append(row.operations, hint...)
			row.height = math.Max(row.height, top+fieldStep+tall+below)
		}
		x += slot + fieldGap
	}
	return []piece{row}
}

// formColumn is the place of a column in the grid of a form: a field of one share
// and another of two.
func formColumn(column int) (x, width float64) {
	const third = (textWidth - fieldGap) / 3
	if column == 0 {
		return 0, third
	}
	return third + fieldGap, 2 * third
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

// hint sets the words below a choice, as an artifact: the field itself has them.
func (l *layouter) hint(f document.FormField, x, y, width float64) (operations []Operation, tall float64) {
	if f.Hint == "" {
		return nil, 0
	}
	lines := l.lines(-1, document.Plain(f.Hint), setting(document.Note, ""), width)
	for _, operation := range place(lines, x, y+hintStep, width, document.Left) {
		operations = append(operations, artifact(operation))
	}
	return operations, hintStep + height(lines)
}

// The bar of a group of fields.
const (
	groupPad  = 6.0 // beside its title
	groupRise = 4.0 // above and below it
	groupStep = 4.0 // below the bar
)

// formGroup sets the bar and what is asked below it, which repeats the bar where
// it begins a page.
func (l *layouter) formGroup(ctx context.Context, g document.FormGroup) ([]piece, error) {
	element := l.open(l.headingRole(2))
	l.elements[element].Subject = g.Subject
	bar, tall := l.groupBar(element, g.Title)
	l.close()
	head := piece{height: tall, before: 14, glued: true, operations: bar}
	if g.Anchor != "" {
		head.anchors = []anchor{{name: g.Anchor, title: plainTitle(g.Title), level: 1}}
	}
	l.grouped = true
	inner, err := l.flow(ctx, g.Blocks)
	l.grouped = false
	if err != nil {
		return nil, err
	}
	continued := g.Title
	if g.Continued != "" {
		continued = append(append(document.Text{}, g.Title...), document.Run{String: " (" + g.Continued + ")"})
	}
	again, tall := l.groupBar(-1, continued)
	repeat := &repeated{height: tall + groupStep}
	for _, operation := range again {
		repeat.operations = append(repeat.operations, artifact(operation))
	}
	for i := range inner {
		inner[i].table = repeat
	}
	if len(inner) > 0 {
		inner[0].before = groupStep
	}
	return append([]piece{head}, inner...), nil
}

// groupBar sets a title on a tinted bar.
func (l *layouter) groupBar(element int, title document.Text) ([]Operation, float64) {
	width := l.sheet.textWidth() - 2*groupPad
	lines := l.lines(element, title, setting(document.Strong, ""), width)
	tall := height(lines) + 2*groupRise
	operations := []Operation{decoration(document.Rectangle{Width: l.sheet.textWidth(), Height: tall, Radius: 2, Paint: document.Paint{Fill: barTint}})}
	return append(operations, place(lines, groupPad, groupRise, width, document.Left)...), tall
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
