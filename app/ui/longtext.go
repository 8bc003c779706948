package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// LongText is a long text that is only read, such as a licence. It is one stop of
// the Tab key: the arrows, Page Up, Page Down, Home, End and Space scroll it.
// Only the lines in view exist as objects, so that thousands stay quick.
type LongText struct {
	widget.BaseWidget

	kit     *Kit
	label   string
	text    string
	lines   []string
	broken  brokenText // what lines were broken for
	ruler   rulers
	scroll  *container.Scroll
	body    *longTextBody
	marks   *focusMarks
	ground  *frame
	focused bool
}

var (
	_ fyne.Focusable  = (*LongText)(nil)
	_ fyne.Accessible = (*LongText)(nil)
)

// longTextRows is how many lines the text insists on showing.
const longTextRows = 6

// NewLongText returns a text whose label is read out and not shown. Its own line
// breaks are kept; lines too wide for the window are broken further.
func NewLongText(kit *Kit, label, text string) *LongText {
	t := &LongText{kit: kit, label: label, text: text, ruler: rulers{}, marks: newFocusMarks(), ground: newFrame()}
	t.body = &longTextBody{text: t}
	t.body.ExtendBaseWidget(t.body)
	t.scroll = container.NewVScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.body.Refresh() }
	t.ExtendBaseWidget(t)
	kit.note(t)
	return t
}

// breakTo breaks the text for a width.
func (t *LongText) breakTo(width float32) {
	size := fynetheme.Size(theme.TextSecondary)
	now := brokenText{width: width, size: size}
	if t.lines != nil && t.broken.width == now.width && t.broken.size == now.size {
		return
	}
	ruler := t.ruler.of(textFont{size: theme.TextSecondary})
	t.lines = []string{}
	for line := range strings.SplitSeq(t.text, "\n") {
		if ruler.width(line) <= width {
			t.lines = append(t.lines, line)
			continue
		}
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		for _, part := range breakLines(strings.TrimLeft(line, " "), "", width-ruler.width(indent), ruler.width) {
			t.lines = append(t.lines, indent+part)
		}
	}
	t.broken = now
}

// room is what stands between the frame and the lines.
func (t *LongText) room() float32 { return fynetheme.Size(theme.Space12) }

// inView returns the lines that the scroller shows.
func (t *LongText) inView() (first, behind int) {
	high := LineHeight(theme.TextSecondary)
	top := t.scroll.Offset.Y - t.room()
	first = max(0, int(top/high))
	return first, max(first, min(len(t.lines), int((top+t.scroll.Size().Height)/high)+1))
}

// TypedKey is called by Fyne.
func (t *LongText) TypedKey(event *fyne.KeyEvent) {
	if t.kit.Typed(event.Name) {
		return
	}
	key := event.Name
	if key == fyne.KeySpace {
		key = fyne.KeyPageDown
	}
	if !scrollByKey(t.scroll, key) && key == fyne.KeyEscape {
		t.kit.escape()
	}
}

// TypedRune is called by Fyne; a letter does nothing.
func (t *LongText) TypedRune(rune) {}

// FocusGained is called by Fyne.
func (t *LongText) FocusGained() { t.setFocused(true) }

// FocusLost is called by Fyne.
func (t *LongText) FocusLost() { t.setFocused(false) }

func (t *LongText) setFocused(focused bool) {
	t.focused = focused
	t.Refresh()
}

// Tapped is called by Fyne.
func (t *LongText) Tapped(*fyne.PointEvent) { t.kit.Focus(t) }

// Spoken is the label and the lines in view.
func (t *LongText) Spoken() Spoken {
	first, behind := t.inView()
	return Spoken{Label: t.label, Value: strings.Join(t.lines[min(first, len(t.lines)):min(behind, len(t.lines))], " ")}
}

// AccessibilityLabel is read out by screen readers.
func (t *LongText) AccessibilityLabel() string { return t.Spoken().String() }

// AccessibilityRole is a text's.
func (t *LongText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (t *LongText) CreateRenderer() fyne.WidgetRenderer {
	restyle := func() {
		t.ground.paint(theme.ColorSurface, theme.ColorLine, theme.StrokeThin)
		t.marks.restyle(t.focused)
		t.body.Refresh()
	}
	restyle()
	return &drawing{
		owner:   t,
		objects: append([]fyne.CanvasObject{t.ground.Rectangle, t.scroll}, t.marks.objects()...),
		minSize: func() fyne.Size {
			return fyne.NewSize(scaled(240), longTextRows*LineHeight(theme.TextSecondary)+2*t.room())
		},
		restyle: restyle,
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusListCard)
			corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			t.ground.place(corner, box, radius)
			t.marks.place(corner, box, radius)
			t.scroll.Move(corner)
			t.scroll.Resize(box)
			t.body.Refresh()
		},
	}
}

// longTextBody is what a LongText scrolls: as high as all lines, with objects for
// those in view alone.
type longTextBody struct {
	widget.BaseWidget
	text *LongText
}

// MinSize is the height of all lines.
func (b *longTextBody) MinSize() fyne.Size {
	t := b.text
	t.breakTo(t.scroll.Size().Width - 2*t.room())
	return fyne.NewSize(0, float32(len(t.lines))*LineHeight(theme.TextSecondary)+2*t.room())
}

// CreateRenderer is called by Fyne.
func (b *longTextBody) CreateRenderer() fyne.WidgetRenderer { return &rowBodyRenderer{body: b} }

// arrange puts a text object on each line in view.
func (b *longTextBody) arrange(objects []fyne.CanvasObject) ([]fyne.CanvasObject, bool) {
	t := b.text
	width := t.scroll.Size().Width - 2*t.room()
	if width <= 0 {
		return objects, false
	}
	t.breakTo(width)
	spare := objects[:cap(objects)]
	high, ink := LineHeight(theme.TextSecondary), fynetheme.Color(theme.ColorText)
	first, behind := t.inView()
	for index := first; index < behind; index++ {
		var line *canvas.Text
		if at := index - first; at < len(spare) && spare[at] != nil {
			line = spare[at].(*canvas.Text)
		} else {
			line = canvas.NewText("", ink)
		}
		line.Text, line.Color, line.TextSize = t.lines[index], ink, t.broken.size
		natural := line.MinSize().Height
		put(line, t.room(), t.room()+float32(index)*high+(high-natural)/2, width, natural)
		line.Refresh()
		objects = append(objects, line)
	}
	return objects, true
}
