package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// RoadmapColumn is a stop of the road with what stands at it.
type RoadmapColumn struct {
	Title string // "2019"
	Count string // at the right of the title, or empty
	Apart bool   // it is no stop like those before: a gap parts it from them
	Items []RoadmapItem
}

// RoadmapItem is one thing at a stop.
type RoadmapItem struct {
	ID       string
	Title    string // wrapped, never cut
	Language string // of the title
	Sign     HouseSign
	Mark     MarkKind // or empty
	Word     string   // shown under the title of what is late, read out for the others
	Late     bool
}

// Roadmap is a road with stops and what stands at each. All items are one stop
// of the Tab key: Up and Down move within a column and on to the next, Left and
// Right between columns, Enter and Space choose.
//
// Where the columns would be too narrow the road goes on in another line.
type Roadmap struct {
	roving

	columns []RoadmapColumn
	flat    []roadmapSpot
	lines   map[timelineText][]string
	rulers  rulers
	width   float32
}

// roadmapSpot is where an item stands.
type roadmapSpot struct{ column, index int }

// Measures of the roadmap in pixels at normal text size.
const (
	roadHeight        = 36
	roadTip           = 30 // of the arrow
	roadColumnLeast   = 196
	roadApart         = 16 // beside the usual gap
	roadmapTitleLeft  = 36
	roadmapTitleRight = 38
	roadmapItemRoom   = 8
	roadmapTopLine    = 3
)

var (
	_ Flowing        = (*Roadmap)(nil)
	_ fyne.Focusable = (*Roadmap)(nil)
)

// NewRoadmap returns a roadmap; choosing an item calls onChoose with its id.
func NewRoadmap(kit *Kit, columns []RoadmapColumn, onChoose func(id string)) *Roadmap {
	road := &Roadmap{columns: columns, lines: map[timelineText][]string{}, rulers: rulers{}}
	for c := range columns {
		for i := range columns[c].Items {
			road.flat = append(road.flat, roadmapSpot{c, i})
		}
	}
	road.begin(kit, road, func(index int) {
		if onChoose != nil {
			onChoose(road.item(index).ID)
		}
	})
	road.fill(len(road.flat), road.spoken, road.drawItem)
	return road
}

func (r *Roadmap) item(index int) *RoadmapItem {
	spot := r.flat[index]
	return &r.columns[spot.column].Items[spot.index]
}

func (r *Roadmap) spoken(index int) string {
	item := r.item(index)
	return Spoken{Label: plainText(item.Title), Value: strings.Join(nonEmpty(r.columns[r.flat[index].column].Title, item.Word), ", ")}.String()
}

// TypedKey is called by Fyne.
func (r *Roadmap) TypedKey(event *fyne.KeyEvent) {
	if r.kit.Typed(event.Name) {
		return
	}
	switch event.Name {
	case fyne.KeyLeft:
		r.moveColumn(-1)
	case fyne.KeyRight:
		r.moveColumn(1)
	case fyne.KeyEscape:
		r.kit.escape()
	default:
		r.roving.TypedKey(event)
	}
	if r.cursor < len(r.items) {
		r.kit.Reveal(r.items[r.cursor])
	}
}

// moveColumn goes to the same place in the next column that holds something.
func (r *Roadmap) moveColumn(by int) {
	if r.cursor >= len(r.flat) {
		return
	}
	at := r.flat[r.cursor]
	for column := at.column + by; column >= 0 && column < len(r.columns); column += by {
		count := len(r.columns[column].Items)
		if count == 0 {
			continue
		}
		for index, spot := range r.flat {
			if spot == (roadmapSpot{column, min(at.index, count-1)}) {
				r.moveCursor(index)
			}
		}
		return
	}
}

// roadLine is a line of the road: its columns, and where each stands.
type roadLine struct {
	first, count int
	top          float32
	lefts        []float32
	column       float32 // width
	height       float32
}

// lay lays the columns for a width.
func (r *Roadmap) lay(width float32) []roadLine {
	count := len(r.columns)
	if count == 0 {
		return nil
	}
	gap := fynetheme.Size(theme.Space16)
	perLine := max(1, min(count, int((width+gap)/(scaled(roadColumnLeast)+gap))))
	rows := (count + perLine - 1) / perLine
	perLine = (count + rows - 1) / rows
	var lines []roadLine
	top := float32(0)
	for first := 0; first < count; first += perLine {
		line := roadLine{first: first, count: min(perLine, count-first), top: top}
		apart := float32(0)
		for i := first + 1; i < first+line.count; i++ {
			if r.columns[i].Apart {
				apart += scaled(roadApart)
			}
		}
		line.column = (width - float32(perLine-1)*gap - apart) / float32(perLine)
		x := float32(0)
		for i := first; i < first+line.count; i++ {
			if r.columns[i].Apart && i > first {
				x += scaled(roadApart)
			}
			line.lefts = append(line.lefts, x)
			x += line.column + gap
			line.height = max(line.height, r.columnHeight(i, line.column))
		}
		line.height += scaled(roadHeight) + fynetheme.Size(theme.Space12)
		top += line.height + fynetheme.Size(theme.Space24)
		lines = append(lines, line)
	}
	return lines
}

func (r *Roadmap) columnHeight(column int, width float32) float32 {
	height := scaled(roadmapTopLine)
	for i := range r.columns[column].Items {
		height += r.itemHeight(&r.columns[column].Items[i], width)
	}
	return height
}

func (r *Roadmap) titleLines(item *RoadmapItem, width float32) []string {
	font := textFont{size: theme.TextSmallest}
	key := timelineText{item.Title, item.Language, width, font}
	before := r.rulers[font]
	ruler := r.rulers.of(font)
	if ruler != before {
		clear(r.lines) // broken at another text size
	}
	lines, ok := r.lines[key]
	if !ok {
		lines = breakLines(item.Title, item.Language, width-scaled(roadmapTitleLeft+roadmapTitleRight), ruler.width)
		r.lines[key] = lines
	}
	return lines
}

func (r *Roadmap) itemHeight(item *RoadmapItem, width float32) float32 {
	lines := len(r.titleLines(item, width))
	if item.Late {
		lines++
	}
	return max(fynetheme.Size(theme.HitTarget), float32(lines)*fynetheme.Size(theme.LineSmallest)+2*scaled(roadmapItemRoom))
}

// HeightFor returns the roadmap's height at a width.
func (r *Roadmap) HeightFor(width float32) float32 {
	lines := r.lay(width - 2*fynetheme.Size(theme.FocusMargin))
	if len(lines) == 0 {
		return 0
	}
	last := lines[len(lines)-1]
	return last.top + last.height
}

// CreateRenderer is called by Fyne.
func (r *Roadmap) CreateRenderer() fyne.WidgetRenderer { return &roadmapRenderer{road: r} }

// roadmapRenderer draws the road and the columns' grounds; the items draw
// themselves.
type roadmapRenderer struct {
	road   *Roadmap
	sketch sketch
}

func (r *roadmapRenderer) MinSize() fyne.Size {
	width := scaled(roadColumnLeast) + 2*fynetheme.Size(theme.FocusMargin)
	return fyne.NewSize(width, r.road.HeightFor(max(width, r.road.width)))
}

func (r *roadmapRenderer) Layout(size fyne.Size) {
	r.road.width = size.Width
	margin := fynetheme.Size(theme.FocusMargin)
	s := &r.sketch
	s.begin()
	next := 0
	for _, line := range r.road.lay(size.Width - 2*margin) {
		r.drawRoad(line, margin, size.Width-2*margin)
		for i, left := range line.lefts {
			column := line.first + i
			top := line.top + scaled(roadHeight) + fynetheme.Size(theme.Space12)
			height := r.road.columnHeight(column, line.column)
			card := s.box(margin+left, top, line.column, height, theme.ColorSurface, theme.ColorLine, 0)
			card.BottomLeftCornerRadius, card.BottomRightCornerRadius = fynetheme.Size(theme.RadiusBar), fynetheme.Size(theme.RadiusBar)
			s.box(margin+left, top, line.column, scaled(roadmapTopLine), theme.ColorGranite, "", 0)
			y := top + scaled(roadmapTopLine)
			for j := range r.road.columns[column].Items {
				high := r.road.itemHeight(&r.road.columns[column].Items[j], line.column)
				put(r.road.items[next], margin+left, y, line.column, high)
				next++
				y += high
			}
		}
	}
}

// drawRoad draws a line of the road as an arrow, with the titles of its stops.
func (r *roadmapRenderer) drawRoad(line roadLine, left, width float32) {
	s := &r.sketch
	height, tip := scaled(roadHeight), scaled(roadTip)
	s.box(left, line.top, width-tip, height, theme.ColorGranite, "", 0)
	arrow := canvas.NewArbitraryPolygon([]fyne.Position{{}, fyne.NewPos(tip, height/2), fyne.NewPos(0, height)}, fynetheme.Color(theme.ColorGranite))
	put(arrow, left+width-tip-1, line.top, tip, height)
	s.objects = append(s.objects, arrow)
	room := fynetheme.Size(theme.Space12)
	for i, x := range line.lefts {
		column := r.road.columns[line.first+i]
		s.text(column.Title, theme.TextSection, theme.ColorOnGranite, true, left+x+room, line.top, height)
		if column.Count == "" {
			continue
		}
		words := fyne.MeasureText(column.Count, fynetheme.Size(theme.TextSecondary), fyne.TextStyle{}).Width
		end := left + x + line.column - room
		if i == len(line.lefts)-1 {
			end = min(end, left+width-tip)
		}
		s.text(column.Count, theme.TextSecondary, theme.ColorOnGranite, false, end-words, line.top, height)
	}
}

func (r *roadmapRenderer) Refresh() {
	r.Layout(r.road.Size())
	for _, item := range r.road.items {
		item.Refresh()
	}
	canvas.Refresh(r.road)
}

func (r *roadmapRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.sketch.objects...), r.road.objects()...)
}

func (r *roadmapRenderer) Destroy() {}

// drawItem draws an item: its section's sign, its title, and how far it has come.
func (r *Roadmap) drawItem(shown *rovingItem) fyne.WidgetRenderer {
	item := r.item(shown.index)
	spot := r.flat[shown.index]
	return &sketchRenderer{owner: shown, draw: func(s *sketch, size fyne.Size) {
		ground := fyne.ThemeColorName("")
		if item.Late {
			ground = theme.ColorErrTint
		}
		if shown.hovered {
			ground = theme.ColorSelected
		}
		s.box(1, 0, size.Width-2, size.Height, ground, "", 0)
		if spot.index+1 < len(r.columns[spot.column].Items) {
			s.box(1, size.Height-1, size.Width-2, 1, theme.ColorLine, "", 0)
		}
		lines := r.titleLines(item, size.Width)
		line := fynetheme.Size(theme.LineSmallest)
		all := float32(len(lines))
		if item.Late {
			all++
		}
		top := (size.Height - all*line) / 2
		side := fynetheme.Size(theme.IconSmall)
		s.house(item.Sign, scaled(10), top+(line-side)/2, side)
		s.lines(lines, textFont{size: theme.TextSmallest}, theme.ColorText, scaled(roadmapTitleLeft), top, line*float32(len(lines)))
		look := markLooks[item.Mark]
		if item.Late {
			s.text(item.Word, theme.TextSmallest, look.color, true, scaled(roadmapTitleLeft), top+line*float32(len(lines)), line)
		}
		if item.Mark != "" {
			s.icon(look.icon, look.color, theme.IconSmall, size.Width-scaled(10)-side, top, line)
		}
		if shown.hasCursor() {
			marks := newFocusMarks()
			marks.restyle(true)
			margin := fynetheme.Size(theme.FocusMargin)
			marks.place(fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin), fynetheme.Size(theme.RadiusBar))
			s.objects = append(s.objects, marks.objects()...)
		}
	}}
}
