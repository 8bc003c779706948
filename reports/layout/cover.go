package layout

import (
	"cmp"
	"math"
	"slices"

	"tavoitekartta/model/street"
	"tavoitekartta/reports/document"
)

// The bands of the cover.
const (
	coverGround    = 660.0 // where the houses stand
	coverStreet    = 266.0 // room for the houses above it at the most
	coverOwnersTop = 56.0
	coverTitleTop  = 148.0
	coverFoot      = 36.0 // from there to what stands below
	coverEdge      = 24.0 // from that to the edge of the page
	coverApart     = 16.0 // between the titles and the houses
	coverCrestTop  = 40.0
	coverCrest     = 46.0 // height of the crest

	coverCrestWidest = 120.0
	foundationHigh   = 19.5
)

// trim is how far what is set from edge to edge reaches over the page, so that no
// viewer and no knife leaves a hair of white.
const trim = 3 * millimetre

// cover sets the first page, from edge to edge.
func (l *layouter) cover(c document.Cover) []piece {
	ground := coverGround - l.coverLift(c.Columns)
	l.accent = c.Accent
	operations := []Operation{
		decoration(document.Rectangle{X: -trim, Y: -trim, Width: PageWidth + 2*trim, Height: trim + ground + 1,
			Paint: document.Paint{Fill: cmp.Or(c.Color, primary)}}),
		decoration(document.Rectangle{X: -trim, Y: ground, Width: PageWidth + 2*trim, Height: foundationHigh,
			Paint: document.Paint{Fill: granite}}),
	}
	owners := setting(document.CoverBold, c.Ink)
	half := textWidth/2 - columnGap
	crest, beside := l.coverCrest(c.Crest)
	operations = append(operations, crest...)
	element := l.open(RoleParagraph)
	left := l.lines(element, c.Owners, owners, half-beside)
	l.close()
	element = l.open(RoleParagraph)
	right := l.lines(element, c.OwnersOther, owners, half)
	l.close()
	operations = append(operations, place(left, marginSide+beside, coverOwnersTop, half-beside, document.Left)...)
	operations = append(operations, place(right, marginSide+textWidth-half, coverOwnersTop, half, document.Right)...)

	above := coverOwnersTop + math.Max(height(left), height(right))
	if c.Crest != nil {
		above = math.Max(above, coverCrestTop+coverCrest)
	}
	titles, below := l.coverTitles(c, above, ground)
	operations = append(operations, titles...)
	operations = append(operations, l.coverStreet(c, below, ground)...)

	operations = append(operations, l.coverColumns(c.Columns, ground+coverFoot)...)
	return []piece{{bleed: true, operations: operations}}
}

// coverCrest sets the crest at the upper left, its middle at the height of the
// owners' first line, and says how far the owners stand from the margin.
func (l *layouter) coverCrest(crest *document.Picture) (operations []Operation, beside float64) {
	if crest == nil || crest.Width < 1 || crest.Height < 1 {
		return nil, 0
	}
	wide, high := crestSize(crest)
	element := l.open(RoleFigure)
	l.elements[element].Alternative = crest.Alternative
	l.close()
	return []Operation{Picture{
		Mark: Mark{Element: element}, X: marginSide, Y: coverCrestTop + (coverCrest-high)/2, Width: wide, Height: high, PNG: crest.PNG,
	}}, wide + 12
}

// crestSize is the size of a crest on a cover.
func crestSize(crest *document.Picture) (wide, high float64) {
	wide, high = coverCrest*float64(crest.Width)/float64(crest.Height), coverCrest
	if wide > coverCrestWidest {
		return coverCrestWidest, coverCrestWidest * float64(crest.Height) / float64(crest.Width)
	}
	return wide, high
}

// coverLift is how much higher than usual the houses stand, so that all that
// stands below them has its place.
func (l *layouter) coverLift(columns [][]document.Paragraph) float64 {
	first := len(l.elements)
	_, bottom := l.setCoverColumns(columns, coverGround+coverFoot)
	l.elements = l.elements[:first]
	return math.Max(0, bottom-(PageHeight-coverEdge))
}

// coverColumns sets the texts below the foundation, two in a row.
func (l *layouter) coverColumns(columns [][]document.Paragraph, top float64) []Operation {
	operations, _ := l.setCoverColumns(columns, top)
	return operations
}

func (l *layouter) setCoverColumns(columns [][]document.Paragraph, top float64) (operations []Operation, bottom float64) {
	const step = textWidth / 2
	y, tallest := top, 0.0
	for i, column := range columns {
		if i > 0 && i%2 == 0 {
			y += tallest + 10
			tallest = 0
		}
		var lines []line
		for _, paragraph := range column {
			element := l.open(RoleParagraph)
			lines = append(lines, l.lines(element, paragraph.Text, setting(paragraph.Style, paragraph.Color), step-columnGap)...)
			l.close()
		}
		operations = append(operations, place(lines, marginSide+float64(i%2)*step, y, step, document.Left)...)
		tallest = math.Max(tallest, height(lines))
	}
	return operations, y + tallest
}

// The scales of titles on a cover. Below coverTight they give up the street's room,
// since titles that long are rather read small than cut or set over others.
const (
	coverTight    = 0.45
	coverShrink   = 0.85 // from one scale to the next below that
	coverSmallest = 0.1
)

// coverTitles sets the titles below each other, smaller when they would reach
// into the street, and much smaller when they would reach below the ground.
func (l *layouter) coverTitles(c document.Cover, above, ground float64) (operations []Operation, below float64) {
	first := len(l.elements)
	subtitle := document.CoverText
	if c.Easy {
		subtitle = document.EasyCover
	}
	for scale := 1.0; ; {
		l.elements = l.elements[:first]
		operations = nil
		y := math.Max(coverTitleTop, above+24)
		if scale < 1 {
			y = above + 24
		}
		set := func(role Role, text document.Text, style document.Style, factor float64) {
			if len(text) == 0 {
				return
			}
			form := setting(style, c.Ink)
			form.size *= factor
			form.leading *= factor
			element := l.open(role)
			lines := l.lines(element, text, form, textWidth)
			l.close()
			operations = append(operations, place(lines, marginSide, y, textWidth, document.Left)...)
			y += height(lines)
		}
		for i, title := range c.Titles {
			factor := scale
			if i > 0 {
				y += 18 * scale
				factor *= 0.62
			}
			set(RoleParagraph, title.Title, document.CoverTitle, factor)
			set(RoleParagraph, title.Years, document.CoverYears, factor)
			y += 14 * scale
			set(RoleParagraph, title.Subtitle, subtitle, subtitleScale(scale))
		}
		switch {
		case y < ground-coverStreet*0.7, scale < coverTight && y < ground-coverApart, scale < coverSmallest:
			return operations, y
		case scale < coverTight:
			scale *= coverShrink
		default:
			scale -= 0.1
		}
	}
}

// subtitleScale is that of the words below a title: they stay readable as long as
// the title is not tight itself.
func subtitleScale(scale float64) float64 {
	const readable = 0.7
	if scale < coverTight {
		return readable * scale / coverTight
	}
	return math.Max(scale, readable)
}

// coverStreet draws the programme's own street on its foundation.
func (l *layouter) coverStreet(c document.Cover, below, ground float64) []Operation {
	room := math.Min(coverStreet, ground-below-coverApart)
	if room < 60 {
		room = 0
	}
	element := l.open(RoleFigure)
	l.elements[element].Alternative = c.Picture
	l.close()
	var sections []street.Section
	var colors []document.HouseColors
	if room > 0 {
		for _, house := range c.Street {
			sections = append(sections, house.Section)
			colors = append(colors, house.Colors)
		}
	}
	inks := document.PaperInks()
	inks.Trim = cmp.Or(c.Ink, inks.Trim)
	drawing := document.FromStreet(street.Cover(sections, street.CoverOptions{
		Width: PageWidth, Margin: marginSide, Height: math.Max(room, 1), Foundation: foundationHigh,
	}), colors, inks)
	var operations []Operation
	for _, shape := range drawing.Shapes {
		operations = append(operations, Drawn{Mark: Mark{Element: element}, Shape: shape.Moved(0, ground-math.Max(room, 1))})
	}
	return operations
}

// The sizes of a structural map: it is drawn as large as its page has room.
const (
	largestMap  = 0.85
	smallestMap = 0.3
	mapStep     = 0.05
	mapBefore   = 12
	mapAlone    = 0.85 // of a page that a map begins: its headings go there with it
	mapGround   = 5    // a foundation without words
	mapGap      = 8    // above the follow-up
	mapPad      = 10   // around the words of a block
)

// structuralMap draws the houses with their names, the foundation with its
// name, and the follow-up below. It is a picture and not a state: every window
// is lit, and no roof carries the check of a written section. More sections
// than a page can show as houses stand as a list.
func (l *layouter) structuralMap(m document.Map) []piece {
	for scale := largestMap; scale >= smallestMap; scale -= mapStep {
		height := l.mapHeight(m, scale)
		if page := l.sheet.textHeight(); l.above+mapBefore+height <= page || (l.above+mapBefore > page/2 && height <= page*mapAlone) {
			height, operations := l.drawMap(m, scale)
			return []piece{{height: height, before: mapBefore, operations: operations}}
		}
	}
	return l.list(mapList(m))
}

// mapList is a structural map in words.
func mapList(m document.Map) document.List {
	list := document.List{}
	for _, house := range m.Houses {
		item := house.Name
		if house.Count != "" {
			item = append(item[:len(item):len(item)], document.Run{String: "\u2003" + house.Count})
		}
		list.Items = append(list.Items, item)
	}
	list.Items = append(append(list.Items, m.Foundation...), m.FollowUp...)
	return list
}

// mapHeight is the height of the map at a scale, without drawing it.
func (l *layouter) mapHeight(m document.Map, scale float64) float64 {
	sections, options := l.mapOptions(m, scale)
	tall := street.MapHeight(sections, options)
	block := func(text document.Text) float64 {
		return l.tall(text, setting(document.Strong, ""), textWidth-2*mapPad) + 2*mapPad
	}
	for _, text := range m.Foundation {
		tall += block(text)
	}
	if len(m.Foundation) == 0 && len(m.Houses) > 0 {
		tall += mapGround
	}
	for _, text := range m.FollowUp {
		tall += mapGap + block(text)
	}
	return tall
}

// mapOptions are the houses of a map and how they are laid at a scale.
func (l *layouter) mapOptions(m document.Map, scale float64) ([]street.Section, street.MapOptions) {
	sections := make([]street.Section, len(m.Houses))
	for i, house := range m.Houses {
		sections[i] = house.Section
	}
	return sections, street.MapOptions{
		Width: textWidth, Scale: scale, CountHeight: setting(document.MapLabel, "").leading,
		NameHeight: func(index int, width float64) float64 {
			return l.tall(m.Houses[index].Name, setting(document.MapStrong, ""), width)
		},
	}
}

// drawMap draws the map at a scale and returns its height.
func (l *layouter) drawMap(m document.Map, scale float64) (float64, []Operation) {
	figure := l.open(RoleFigure)
	l.elements[figure].Alternative = m.Picture
	defer l.close()
	sections, options := l.mapOptions(m, scale)
	laid := street.Map(sections, options)
	laid.Shapes = slices.DeleteFunc(laid.Shapes, func(shape street.Shape) bool { return shape.Role == street.Check })
	colors := make([]document.HouseColors, len(m.Houses))
	for i, house := range m.Houses {
		colors[i] = house.Colors
	}
	drawing := document.FromStreet(laid, colors, document.PaperInks())
	operations := l.shapes(figure, drawing.Shapes)
	for i, plot := range laid.Plots {
		operations = append(operations, l.mapHouse(figure, m.Houses[i], plot)...)
	}
	y := drawing.Height
	for _, text := range m.Foundation {
		tall, texts := l.mapBlock(figure, text, y, granite, granite, white)
		operations = append(operations, texts...)
		y += tall
	}
	if len(m.Foundation) == 0 && len(m.Houses) > 0 {
		operations = append(operations, Drawn{Mark: Mark{Element: figure}, Shape: document.Rectangle{Y: y, Width: textWidth, Height: mapGround,
			Paint: document.Paint{Fill: granite}}})
		y += mapGround
	}
	for _, text := range m.FollowUp {
		y += mapGap
		tall, texts := l.mapBlock(figure, text, y, white, border, ink)
		operations = append(operations, texts...)
		y += tall
	}
	return y, operations
}

// mapHouse sets the name and the count of a house, and a link to its section.
func (l *layouter) mapHouse(figure int, house document.MapHouse, plot street.Plot) []Operation {
	name, count := setting(document.MapStrong, ""), setting(document.MapLabel, "")
	operations := place(l.lines(figure, house.Name, name, plot.Name.Width()),
		plot.Name.Min.X, plot.Name.Min.Y, plot.Name.Width(), document.Left)
	if wide := l.faces.width(house.Count, count.size, count.bold); wide > plot.Name.Width() {
		count.size *= plot.Name.Width() / wide // among very many houses: beside its walls it would be unreadable
	}
	operations = append(operations, place(l.lines(figure, document.Plain(house.Count), count, plot.Count.Width()),
		plot.Name.Min.X, plot.Count.Min.Y, plot.Count.Width(), document.Left)...)
	words := cmp.Or(plainTitle(house.Name), house.Count)
	if house.Anchor == "" || words == "" { // a link must say where it leads
		return operations
	}
	link := l.open(RoleLink)
	l.elements[link].Parent = l.elements[figure].Parent // beside the figure, whose parts are not read apart
	l.close()
	return append(operations, Link{Mark: Mark{Element: link}, X: plot.Bounds.Min.X, Y: plot.Bounds.Min.Y,
		Width: plot.Bounds.Width(), Height: plot.Bounds.Height(), Anchor: house.Anchor, Words: words})
}

// mapBlock is a block over the whole width with a name in it.
func (l *layouter) mapBlock(figure int, text document.Text, y float64, fill, stroke, color document.Color) (float64, []Operation) {
	set := setting(document.Strong, color)
	lines := l.lines(figure, text, set, textWidth-2*mapPad)
	tall := height(lines) + 2*mapPad
	operations := []Operation{Drawn{Mark: Mark{Element: figure}, Shape: document.Rectangle{Y: y, Width: textWidth, Height: tall,
		Paint: document.Paint{Fill: fill, Stroke: stroke, StrokeWidth: 0.8}}}}
	return tall, append(operations, place(lines, mapPad, y+mapPad, textWidth-2*mapPad, document.Center)...)
}
