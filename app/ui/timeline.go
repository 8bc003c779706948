package ui

import (
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// TimelineContent is what a timeline shows: columns of time, two lanes at their
// right, and groups of items below each other.
type TimelineContent struct {
	Heading string   // over the titles
	Columns []string // of time, from the left
	Ongoing string   // over the lane of what goes on
	Undated string   // over the lane of what has no date
	// Today is where the line of today stands, in columns from the left edge of
	// the first; negative for nowhere.
	Today     float64
	TodayWord string
	Groups    []TimelineGroup
}

// TimelineGroup is a row that opens: closed it shows its items as marks alone.
type TimelineGroup struct {
	ID          string
	Title       string // wrapped, never cut
	Language    string // of the title
	Caption     string // small above the title, or empty
	Sign        HouseSign
	Value       string   // read out after the title
	Undated     string   // what stands in the undated lane while it is closed
	UndatedMark MarkKind // before it
	Empty       string   // says in the open group that it has no items
	Items       []TimelineItem
}

// TimelineLane is where an item stands.
type TimelineLane int

// The lanes of items.
const (
	TimelineDated TimelineLane = iota
	TimelineOngoing
	TimelineUndated
)

// TimelineItem is one thing with its time.
type TimelineItem struct {
	ID       string
	Title    string // wrapped, never cut
	Language string // of the title
	Begins   bool   // it is the first of those that belong together
	Lane     TimelineLane
	Bars     []TimelineBar // of a dated item, in order
	Mark     MarkKind
	Word     string
	Late     bool
	Value    string // read out after the title
}

// TimelineBar is a run of time in columns from the left edge of the first.
type TimelineBar struct{ From, To float64 }

// Timeline shows groups of items on columns of time. Its head stays while the
// rows scroll, and only the rows in view exist as objects.
//
// It is one stop of the Tab key. Up, Down, Home, End, Page Up and Page Down move
// the cursor; Right opens a group or goes to its first item, Left closes it or
// goes back to it; Enter and Space open and close a group and choose an item. By
// pointer a row is pressed, and a mark of a closed group chooses its item.
type Timeline struct {
	widget.BaseWidget
	rowView

	OnChoose func(id string) // an item
	OnOpened func()          // a group was opened or closed

	kit     *Kit
	content TimelineContent
	words   map[string]bool // in the boxes of the ongoing lane
	open    map[string]bool
	flat    []timelineFlat
	lines   map[timelineText][]string
	laid    treeLaid // what tops was counted for, zero when it must be counted anew
	columns timelineColumns
	focused bool
	wanted  float32 // the offset to go back to once there is a size
	head    *timelineHead
	clip    *container.Clip
	body    *timelineBody
}

// timelineFlat is a row that no closed group hides: a group, an item, or with
// neither the note of an empty group.
type timelineFlat struct {
	group *TimelineGroup
	item  *TimelineItem
	note  bool
	last  bool // a line ends it
	index int  // among the groups, or in its group
	of    int  // groups, or items of the group
}

// timelineText is what the lines of a text depend on.
type timelineText struct {
	words, language string
	width           float32
	font            textFont
}

var (
	_ fyne.Focusable  = (*Timeline)(nil)
	_ fyne.Accessible = (*Timeline)(nil)
)

// NewTimeline returns a timeline with all groups closed.
func NewTimeline(kit *Kit, content TimelineContent, onChoose func(id string)) *Timeline {
	line := &Timeline{
		OnChoose: onChoose, kit: kit, open: map[string]bool{},
		rowView: rowView{rulers: rulers{}}, lines: map[timelineText][]string{},
	}
	line.ExtendBaseWidget(line)
	kit.note(line)
	line.head = newTimelineHead(line)
	line.clip = container.NewClip(line.head)
	line.body = newTimelineBody(line)
	line.scroll = container.NewScroll(line.body)
	line.scroll.OnScrolled = func(at fyne.Position) {
		line.head.shift(at.X)
		line.body.Refresh()
	}
	line.SetContent(content)
	return line
}

// SetContent changes what is shown. The cursor stays at its row while that row is
// there, and the open groups stay open.
func (t *Timeline) SetContent(content TimelineContent) {
	at := t.cursorID()
	t.content = content
	t.words = map[string]bool{}
	for i := range content.Groups {
		for j := range content.Groups[i].Items {
			if item := &content.Groups[i].Items[j]; item.Lane == TimelineOngoing {
				t.words[item.Word] = true
			}
		}
	}
	t.flatten()
	t.moveCursorTo(at)
	t.Refresh()
}

// TimelineState is where a person is on a timeline.
type TimelineState struct {
	Open   map[string]bool
	Cursor string
	Offset float32
}

// State returns what is open and where the cursor is, for a timeline that is
// built anew.
func (t *Timeline) State() TimelineState {
	return TimelineState{Open: maps.Clone(t.open), Cursor: t.cursorID(), Offset: max(t.scroll.Offset.Y, t.wanted)}
}

// Restore goes back to a state.
func (t *Timeline) Restore(state TimelineState) {
	if state.Open != nil {
		t.open = maps.Clone(state.Open)
	}
	t.flatten()
	t.moveCursorTo(state.Cursor)
	t.wanted = state.Offset
	t.Refresh()
}

// Open opens or closes a group.
func (t *Timeline) Open(id string, open bool) {
	if t.open[id] == open {
		return
	}
	at := t.cursorID()
	t.open[id] = open
	t.flatten()
	if !t.moveCursorTo(at) {
		t.moveCursorTo(id)
	}
	t.opened()
}

func (t *Timeline) opened() {
	t.Refresh()
	if t.OnOpened != nil {
		t.OnOpened()
	}
}

// OpenAll opens or closes every group.
func (t *Timeline) OpenAll(open bool) {
	for i := range t.content.Groups {
		t.open[t.content.Groups[i].ID] = open
	}
	at := t.cursorID()
	t.flatten()
	t.moveCursorTo(at)
	t.opened()
}

// AllOpen tells whether every group is open.
func (t *Timeline) AllOpen() bool {
	for i := range t.content.Groups {
		if !t.open[t.content.Groups[i].ID] {
			return false
		}
	}
	return len(t.content.Groups) > 0
}

// IsOpen tells whether a group is open.
func (t *Timeline) IsOpen(id string) bool { return t.open[id] }

func (t *Timeline) flatten() {
	t.flat = t.flat[:0]
	for i := range t.content.Groups {
		group := &t.content.Groups[i]
		t.flat = append(t.flat, timelineFlat{group: group, last: true, index: i, of: len(t.content.Groups)})
		if !t.open[group.ID] {
			continue
		}
		for j := range group.Items {
			last := j+1 == len(group.Items) || group.Items[j+1].Begins
			t.flat = append(t.flat, timelineFlat{group: group, item: &group.Items[j], last: last, index: j, of: len(group.Items)})
		}
		if len(group.Items) == 0 && group.Empty != "" {
			t.flat = append(t.flat, timelineFlat{group: group, note: true, last: true})
		}
	}
	t.cursor = min(t.cursor, max(0, len(t.flat)-1))
	t.laid = treeLaid{}
	t.body.forget()
}

func (f timelineFlat) id() string {
	switch {
	case f.item != nil:
		return f.item.ID
	case f.note:
		return f.group.ID + "/empty"
	}
	return f.group.ID
}

func (t *Timeline) cursorID() string {
	if t.cursor >= len(t.flat) {
		return ""
	}
	return t.flat[t.cursor].id()
}

// moveCursorTo puts the cursor on a row and tells whether it is there.
func (t *Timeline) moveCursorTo(id string) bool {
	for index, row := range t.flat {
		if row.id() == id {
			t.cursor = index
			return true
		}
	}
	return false
}

// broken returns the lines of a text at a width.
func (t *Timeline) broken(words, language string, font textFont, width float32) []string {
	if words == "" {
		return nil
	}
	key := timelineText{words, language, width, font}
	if lines, ok := t.lines[key]; ok {
		return lines
	}
	ruler := t.rulers.of(font)
	lines := []string{plainText(words)}
	if ruler.width(lines[0]) > width {
		lines = breakLines(words, language, width, ruler.width)
	}
	t.lines[key] = lines
	return lines
}

// show scrolls so far that a row is in view.
func (t *Timeline) show(index int) {
	height := t.scroll.Size().Height
	if index >= len(t.flat) || height == 0 {
		return
	}
	t.measureRows()
	offset := t.scroll.Offset
	switch top, bottom := t.tops[index], t.tops[index+1]; {
	case top < offset.Y:
		offset.Y = top
	case bottom > offset.Y+height:
		offset.Y = bottom - height
	default:
		return
	}
	t.scrollTo(offset)
}

func (t *Timeline) scrollTo(offset fyne.Position) {
	size := t.scroll.Size()
	t.body.Resize(fyne.NewSize(max(size.Width, t.columns.total), max(size.Height, t.tops[len(t.flat)])))
	t.scroll.ScrollToOffset(fyne.NewPos(offset.X, max(0, offset.Y)))
	t.body.Refresh()
}

// MinSize is small: the timeline scrolls.
func (t *Timeline) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(scaled(240), 4*fynetheme.Size(theme.HitTarget))
}

// CreateRenderer is called by Fyne.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	ground := newFrame()
	restyle := func() {
		ground.paint(theme.ColorSurface, theme.ColorLine, theme.StrokeThin)
		t.laid = treeLaid{}
		t.body.forget()
	}
	restyle()
	return &drawing{
		owner: t, objects: []fyne.CanvasObject{ground.Rectangle, t.clip, t.scroll},
		minSize: t.MinSize, restyle: restyle,
		layout: func(size fyne.Size) { t.layOut(ground, size) },
	}
}

// layOut keeps the room around the rows in which the focus is shown.
func (t *Timeline) layOut(ground *frame, size fyne.Size) {
	margin, stroke := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.StrokeThin)
	box := size.SubtractWidthHeight(2*margin, 0)
	width := max(0, box.Width-2*stroke)
	t.columns = t.layColumns(width)
	head := t.head.height()
	ground.place(fyne.NewPos(margin, 0), fyne.NewSize(box.Width, min(box.Height, head+t.rowsHeight(width)+2*stroke)),
		fynetheme.Size(theme.RadiusListCard))
	put(t.clip, margin+stroke, stroke, width, head)
	t.head.Resize(fyne.NewSize(max(width, t.columns.total), head))
	put(t.scroll, margin+stroke, stroke+head, width, box.Height-head-2*stroke)
	t.body.Refresh()
	if t.wanted > 0 && t.scroll.Size().Height > 0 {
		offset := t.wanted
		t.wanted = 0
		t.measureRows()
		t.scrollTo(fyne.NewPos(0, offset))
	}
}

func (t *Timeline) rowsHeight(width float32) float32 {
	t.measureAt(width)
	return t.tops[len(t.flat)]
}
