package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/street"
)

// MapSection is a house of the structural map.
type MapSection struct {
	ID       string
	Above    string // over the name: "Päätavoite 1"; empty for a section
	Name     string
	Language string
	Count    string // "3/4 kirjoitettu"; empty for an outline
	House    street.Section
}

// MapBand is a section that is no house: the common foundation, or the
// follow-up.
type MapBand struct {
	ID       string
	Name     string
	Language string
	Written  bool
	Outline  bool     // only its name is known: no window
	Facts    string   // at the right of the foundation
	Stops    []string // the years of the follow-up
}

// MapContent is what a structural map shows. Without a foundation section the
// houses stand on plain granite; without a follow-up section there is no street
// below it.
type MapContent struct {
	Sections   []MapSection
	Foundation *MapBand
	FollowUp   *MapBand
}

// Measures of the bands in pixels at normal text size.
const (
	bandHeight   = 44
	followHeight = 42
	plainGranite = 12
	bandWindow   = 20
	stopsWidth   = 376
	bandSide     = 18
)

// StreetMap is the structural map: the programme's sections as houses with
// their names and counts. Each house and each band can be pressed; together they
// are one stop of the Tab key.
type StreetMap struct {
	roving

	content MapContent
	above   []*Label // over the names, nil for none
	names   []*Label
	width   float32
}

var _ Flowing = (*StreetMap)(nil)

// NewStreetMap returns the map of a programme; pressing a section calls onOpen
// with its id.
func NewStreetMap(kit *Kit, content MapContent, onOpen func(id string)) *StreetMap {
	picture := &StreetMap{}
	picture.begin(kit, picture, func(index int) {
		if onOpen != nil {
			onOpen(picture.idOf(index))
		}
	})
	picture.SetContent(content)
	return picture
}

// SetContent changes what the map shows.
func (m *StreetMap) SetContent(content MapContent) {
	m.content = content
	m.names, m.above = nil, nil
	for _, section := range content.Sections {
		name := NewBoldLabel(section.Name, theme.TextSmallest)
		name.Language, name.Align = section.Language, fyne.TextAlignCenter
		m.names = append(m.names, name)
		var above *Label
		if section.Above != "" {
			above = NewLabel(section.Above, theme.TextSmallest)
			above.Align = fyne.TextAlignCenter
		}
		m.above = append(m.above, above)
	}
	m.fill(len(content.Sections)+len(m.bands()), m.spoken, m.drawItem)
	m.Refresh()
}

func (m *StreetMap) bands() []*MapBand {
	var bands []*MapBand
	for _, band := range []*MapBand{m.content.Foundation, m.content.FollowUp} {
		if band != nil {
			bands = append(bands, band)
		}
	}
	return bands
}

func (m *StreetMap) idOf(index int) string {
	if houses := len(m.content.Sections); index >= houses {
		return m.bands()[index-houses].ID
	}
	return m.content.Sections[index].ID
}

func (m *StreetMap) spoken(index int) string {
	if houses := len(m.content.Sections); index >= houses {
		band := m.bands()[index-houses]
		return Spoken{Label: plainText(band.Name), Value: band.Facts}.String()
	}
	section := m.content.Sections[index]
	label := plainText(section.Name)
	if section.Above != "" {
		label = section.Above + ": " + label
	}
	return Spoken{Label: label, Value: section.Count}.String()
}

// aboveHeight is the height of the words over a name.
func (m *StreetMap) aboveHeight(index int, width float32) float32 {
	if m.above[index] == nil {
		return 0
	}
	return m.above[index].HeightFor(width)
}

// drawing lays the houses for a width.
func (m *StreetMap) drawing(width float32) street.Drawing {
	sections := make([]street.Section, len(m.content.Sections))
	for i, section := range m.content.Sections {
		sections[i] = section.House
	}
	return street.Map(sections, street.MapOptions{
		Width: float64(width), Scale: float64(scaled(1)),
		NameHeight: func(index int, width float64) float64 {
			return float64(m.aboveHeight(index, float32(width)) + m.names[index].HeightFor(float32(width)))
		},
		CountHeight: float64(LineHeight(theme.TextSmallest)),
	})
}

// mapBands is where the bands under the houses lie.
type mapBands struct {
	foundation, follow, bottom float32 // upper edges, and the end of the map
	folded                     bool    // the stops stand under the follow-up's name
}

func (m *StreetMap) layBands(ground, width float32) mapBands {
	lay := mapBands{foundation: ground, follow: ground + scaled(plainGranite)}
	if band := m.content.Foundation; band != nil {
		lay.follow = ground + max(scaled(bandHeight), m.bandNameHeight(band, width, m.factsWidth(band))+2*fynetheme.Size(theme.Space12))
	}
	lay.bottom = lay.follow
	if band := m.content.FollowUp; band != nil {
		stops := scaled(stopsWidth)
		lay.folded = width-stops-scaled(3*bandSide+bandWindow) < scaled(160)
		if len(band.Stops) == 0 || lay.folded {
			stops = 0
		}
		height := max(scaled(followHeight), m.bandNameHeight(band, width, stops)+2*fynetheme.Size(theme.Space8))
		if lay.folded && len(band.Stops) > 0 {
			height += scaled(followHeight)
		}
		lay.bottom += height
	}
	return lay
}

func (m *StreetMap) factsWidth(band *MapBand) float32 {
	return fyne.MeasureText(band.Facts, fynetheme.Size(theme.TextSmallest), fyne.TextStyle{}).Width
}

// bandNameWidth is the room for a band's name beside its window and what stands
// at the right.
func bandNameWidth(width, aside float32) float32 {
	return max(scaled(60), width-scaled(3*bandSide+bandWindow)-aside)
}

func (m *StreetMap) bandNameHeight(band *MapBand, width, aside float32) float32 {
	return m.bandName(band).HeightFor(bandNameWidth(width, aside))
}

func (m *StreetMap) bandName(band *MapBand) *Label {
	name := NewBoldLabel(band.Name, theme.TextSecondary)
	name.Language = band.Language
	return name
}

// HeightFor returns the map's height at a width. Like every control, the map
// keeps room for a focus ring at its sides.
func (m *StreetMap) HeightFor(width float32) float32 {
	width -= 2 * fynetheme.Size(theme.FocusMargin)
	return m.layBands(float32(m.drawing(width).Ground), width).bottom
}

// CreateRenderer is called by Fyne.
func (m *StreetMap) CreateRenderer() fyne.WidgetRenderer { return &mapRenderer{picture: m} }

// mapRenderer paints the street, then the words, then the items that take the
// pointer and show the focus.
type mapRenderer struct {
	picture *StreetMap
	paint   streetPaint
	words   []fyne.CanvasObject
}

func (r *mapRenderer) MinSize() fyne.Size {
	width := scaled(240)
	return fyne.NewSize(width, r.picture.HeightFor(max(width, r.picture.width)))
}

func (r *mapRenderer) Layout(size fyne.Size) {
	m := r.picture
	m.width = size.Width
	at := fyne.NewPos(fynetheme.Size(theme.FocusMargin), 0)
	width := size.Width - 2*at.X
	houses := m.drawing(width)
	r.paint.draw(houses, at)
	r.words = r.words[:0]
	for i, plot := range houses.Plots {
		name := m.names[i]
		over, wide := m.aboveHeight(i, float32(plot.Name.Width())), float32(plot.Name.Width())
		corner := position(plot.Name.Min).Add(at)
		if above := m.above[i]; above != nil {
			put(above, corner.X, corner.Y, wide, over)
			r.words = append(r.words, above)
		}
		put(name, corner.X, corner.Y+over, wide, float32(plot.Name.Height())-over)
		r.words = append(r.words, name)
		if section := m.content.Sections[i]; section.Count != "" {
			count := canvas.NewText(section.Count, fynetheme.Color(theme.ColorText))
			count.TextSize, count.Alignment = fynetheme.Size(theme.TextSmallest), fyne.TextAlignCenter
			count.Move(position(plot.Count.Min).Add(at))
			count.Resize(fyne.NewSize(float32(plot.Count.Width()), float32(plot.Count.Height())))
			r.words = append(r.words, count)
		}
		m.items[i].Move(position(plot.Facade.Min).Add(at))
		m.items[i].Resize(fyne.NewSize(float32(plot.Facade.Width()), float32(plot.Facade.Height())))
	}
	r.layoutBands(at.X, float32(houses.Ground), width)
}

func (r *mapRenderer) layoutBands(left, ground, width float32) {
	m := r.picture
	lay := m.layBands(ground, width)
	granite := canvas.NewRectangle(fynetheme.Color(theme.ColorGranite))
	put(granite, left, lay.foundation, width, lay.follow-lay.foundation)
	r.words = append(r.words, granite)
	next := len(m.content.Sections)
	if band := m.content.Foundation; band != nil {
		height, facts := lay.follow-lay.foundation, m.factsWidth(band)
		r.bandWindow(band, theme.ColorOnGranite, left, lay.foundation, height)
		r.bandWords(band, theme.ColorOnGranite, left, lay.foundation, height, bandNameWidth(width, facts))
		line := newInkText(band.Facts, theme.TextSmallest, theme.ColorOnGranite, false)
		line.placeMiddle(left+width-fynetheme.Size(theme.Space16)-facts, lay.foundation, height)
		r.words = append(r.words, line.Text)
		put(m.items[next], left, lay.foundation, width, height)
		next++
	}
	if band := m.content.FollowUp; band != nil {
		put(m.items[next], left, lay.follow, width, lay.bottom-lay.follow)
		r.layoutFollowUp(band, lay, left, width)
	}
}

func (r *mapRenderer) layoutFollowUp(band *MapBand, lay mapBands, left, width float32) {
	height := lay.bottom - lay.follow
	ground := newFrame()
	ground.paint(theme.ColorSurface, theme.ColorLine, theme.StrokeThin)
	put(ground.Rectangle, left, lay.follow, width, height)
	r.words = append(r.words, ground.Rectangle)
	stops := scaled(stopsWidth)
	stopsLeft, stopsTop := left+width-stops-fynetheme.Size(theme.Space12), lay.follow+(height-scaled(followHeight))/2
	aside, nameHeight := stops, height
	if lay.folded {
		stops = min(stops, width-2*scaled(bandSide))
		stopsLeft, stopsTop = left+scaled(bandSide), lay.bottom-scaled(followHeight)
		aside, nameHeight = 0, height-scaled(followHeight)
	}
	if len(band.Stops) == 0 {
		aside, nameHeight = 0, height
	}
	r.bandWindow(band, theme.ColorMuted, left, lay.follow, nameHeight)
	r.bandWords(band, theme.ColorText, left, lay.follow, nameHeight, bandNameWidth(width, aside))
	r.stops(band.Stops, stopsLeft, stopsTop, stops)
}

// bandWindow draws a band's own window, lit when the section is written.
func (r *mapRenderer) bandWindow(band *MapBand, frameInk fyne.ThemeColorName, left, top, height float32) {
	if band.Outline {
		return
	}
	width, tall := scaled(bandWindow), scaled(bandWindow+2)
	x, y := left+scaled(bandSide), top+(height-tall)/2
	inks := newStreetInks()
	pane := canvas.NewRectangle(inks.unlit)
	pane.StrokeColor, pane.StrokeWidth = fynetheme.Color(frameInk), scaled(1.5)
	put(pane, x, y, width, tall)
	r.words = append(r.words, pane)
	if !band.Written {
		return
	}
	pane.FillColor = inks.lit
	cross := fynetheme.Color(theme.ColorFocusInk)
	if inks.dark {
		cross = inks.mullion
	}
	for _, ends := range [][4]float32{{x + width/2, y + 2, x + width/2, y + tall - 2}, {x + 2, y + tall/2, x + width - 2, y + tall/2}} {
		line := canvas.NewLine(cross)
		line.StrokeWidth = scaled(1.5)
		line.Position1, line.Position2 = fyne.NewPos(ends[0], ends[1]), fyne.NewPos(ends[2], ends[3])
		r.words = append(r.words, line)
	}
}

func (r *mapRenderer) bandWords(band *MapBand, ink fyne.ThemeColorName, left, top, height, width float32) {
	name := r.picture.bandName(band)
	name.Color = ink
	need := name.HeightFor(width)
	x := left + scaled(2*bandSide+bandWindow-4)
	if band.Outline {
		x = left + scaled(bandSide)
	}
	put(name, x, top+(height-need)/2, width, need)
	r.words = append(r.words, name)
}

// stops draws the street of the follow-up, with a stop for each year.
func (r *mapRenderer) stops(years []string, left, top, width float32) {
	if len(years) == 0 {
		return
	}
	y := top + scaled(15)
	road := canvas.NewRectangle(fynetheme.Color(theme.ColorGranite))
	put(road, left, y-scaled(1), width, scaled(2))
	r.words = append(r.words, road)
	step := width / float32(len(years))
	for index, year := range years {
		x := left + step*(float32(index)+0.5)
		stop := canvas.NewCircle(fynetheme.Color(theme.ColorSurface))
		stop.StrokeColor, stop.StrokeWidth = fynetheme.Color(theme.ColorGranite), scaled(2)
		put(stop, x-scaled(6.5), y-scaled(6.5), scaled(13), scaled(13))
		label := newInkText(year, theme.TextSmallest, theme.ColorText, false)
		label.placeMiddle(x-label.MinSize().Width/2, y+scaled(5), LineHeight(theme.TextSmallest))
		r.words = append(r.words, stop, label.Text)
	}
}

func (r *mapRenderer) Refresh() {
	r.Layout(r.picture.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
	canvas.Refresh(r.picture)
}

func (r *mapRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{}, r.paint.objects...)
	return append(append(objects, r.words...), r.picture.objects()...)
}

func (r *mapRenderer) Destroy() {}

// drawItem draws the focus around a house's façade or on a band.
func (m *StreetMap) drawItem(item *rovingItem) fyne.WidgetRenderer {
	marks := newFocusMarks()
	restyle := func() { marks.restyle(item.hasCursor()) }
	restyle()
	return &drawing{
		owner:   item,
		objects: marks.objects(),
		minSize: func() fyne.Size { return fyne.NewSquareSize(fynetheme.Size(theme.HitTarget)) },
		restyle: restyle,
		layout: func(size fyne.Size) {
			marks.place(fyne.Position{}, size, fynetheme.Size(theme.RadiusBar))
		},
	}
}
