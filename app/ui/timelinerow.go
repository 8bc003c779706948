package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// timelineBody is what the timeline scrolls: as high as all rows, with objects
// for those in view alone.
type timelineBody struct {
	widget.BaseWidget
	rowPool[*timelineRow]

	line *Timeline
}

func newTimelineBody(line *Timeline) *timelineBody {
	body := &timelineBody{line: line, rowPool: rowPool[*timelineRow]{shown: map[int]*timelineRow{}}}
	body.ExtendBaseWidget(body)
	return body
}

// forget makes every row be drawn anew.
func (b *timelineBody) forget() {
	if b != nil {
		b.stale = true
	}
}

// MinSize is the size of all rows.
func (b *timelineBody) MinSize() fyne.Size {
	width := b.line.scroll.Size().Width
	b.line.measureAt(width)
	size := fyne.NewSize(0, b.line.tops[len(b.line.flat)])
	if b.line.columns.total > width+1 {
		size.Width = b.line.columns.total
	}
	return size
}

// CreateRenderer is called by Fyne.
func (b *timelineBody) CreateRenderer() fyne.WidgetRenderer { return &rowBodyRenderer{body: b} }

// arrange puts objects on the rows in view.
func (b *timelineBody) arrange(objects []fyne.CanvasObject) ([]fyne.CanvasObject, bool) {
	line := b.line
	if line.scroll.Size().Width == 0 {
		return objects, false
	}
	line.measureRows()
	width := max(line.scroll.Size().Width, line.columns.total)
	first, last := line.inView()
	b.withdraw(first, last)
	for index := first; index <= last; index++ {
		row, fresh := b.at(index, func(row *timelineRow) { row.hovered = false }, b.newRow)
		cursor := line.focused && index == line.cursor
		changed := fresh || row.cursor != cursor
		row.index, row.cursor = index, cursor
		put(row, 0, line.tops[index], width, line.tops[index+1]-line.tops[index])
		if changed {
			row.Refresh()
		}
		objects = append(objects, row)
	}
	b.stale = false
	return objects, true
}

func (b *timelineBody) newRow() *timelineRow {
	row := &timelineRow{line: b.line}
	row.begin(row, row.sketch)
	return row
}

// timelineRow is the object of one row in view.
type timelineRow struct {
	sketchWidget

	line    *Timeline
	index   int
	cursor  bool
	hovered bool
	spots   []timelineSpot
	tipped  *Icon // the mark whose word is shown
	tip     func()
}

// timelineSpot is a mark that stands without its word.
type timelineSpot struct {
	icon *Icon
	mark timelineMark
}

var (
	_ fyne.Accessible   = (*timelineRow)(nil)
	_ fyne.Tappable     = (*timelineRow)(nil)
	_ desktop.Hoverable = (*timelineRow)(nil)
)

func (r *timelineRow) flat() timelineFlat { return r.line.flat[min(r.index, len(r.line.flat)-1)] }

// AccessibilityLabel is read out by screen readers.
func (r *timelineRow) AccessibilityLabel() string { return r.line.spokenRow(r.flat()).String() }

// AccessibilityRole is a button's.
func (r *timelineRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (t *Timeline) spokenRow(flat timelineFlat) Spoken {
	if flat.note {
		return Spoken{Label: plainText(flat.group.Empty)}
	}
	where := place(t.kit.Words(), flat.index, flat.of)
	if flat.item != nil {
		return Spoken{Label: plainText(flat.item.Title), Value: strings.Join(nonEmpty(flat.item.Value, where), ", ")}
	}
	state := "tree.closed"
	if t.open[flat.group.ID] {
		state = "tree.open"
	}
	return Spoken{
		Label: plainText(flat.group.Title),
		Value: strings.Join(nonEmpty(flat.group.Caption, flat.group.Value, t.kit.Words().T(state), where), ", "),
	}
}

// Tapped presses the row, or the item whose mark is under the pointer.
func (r *timelineRow) Tapped(event *fyne.PointEvent) {
	r.showTip(nil)
	r.line.kit.Focus(r.line)
	r.line.cursor = r.index
	if spot := r.spotAt(event.Position); spot != nil && spot.mark.item != nil {
		r.line.choose(spot.mark.item.ID)
		return
	}
	r.line.press()
}

func (r *timelineRow) spotAt(at fyne.Position) *timelineSpot {
	for i := range r.spots {
		icon := r.spots[i].icon
		middle := icon.Position().AddXY(icon.Size().Width/2, icon.Size().Height/2)
		reach := scaled(timelineMarkStep) / 2
		if max(at.X-middle.X, middle.X-at.X) <= reach && max(at.Y-middle.Y, middle.Y-at.Y) <= reach {
			return &r.spots[i]
		}
	}
	return nil
}

// MouseIn is called by Fyne.
func (r *timelineRow) MouseIn(event *desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
	r.MouseMoved(event)
}

// MouseMoved shows the word of the mark under the pointer.
func (r *timelineRow) MouseMoved(event *desktop.MouseEvent) {
	if event != nil {
		r.showTip(r.spotAt(event.Position))
	}
}

// MouseOut is called by Fyne.
func (r *timelineRow) MouseOut() {
	r.hovered = false
	r.showTip(nil)
	r.Refresh()
}

func (r *timelineRow) showTip(spot *timelineSpot) {
	icon := (*Icon)(nil)
	if spot != nil {
		icon = spot.icon
	}
	if icon == r.tipped {
		return
	}
	if r.tip != nil {
		r.tip()
	}
	r.tipped, r.tip = icon, nil
	if spot == nil {
		return
	}
	words := spot.mark.word
	if spot.mark.item != nil {
		words = plainText(spot.mark.item.Title) + " – " + words
	}
	r.tip = r.line.kit.showTip(icon, words)
}

// Cursor is called by Fyne.
func (r *timelineRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// sketch draws the ground and the columns, the line of today, and over them what
// the row holds.
func (r *timelineRow) sketch(s *sketch, size fyne.Size) {
	t := r.line
	r.spots = r.spots[:0]
	if r.index >= len(t.flat) {
		return
	}
	flat := r.flat()
	ground := fyne.ThemeColorName("")
	if flat.item == nil && !flat.note && t.open[flat.group.ID] {
		ground = theme.ColorSelected
	}
	switch {
	case ground != "":
		s.box(0, 0, size.Width, size.Height, ground, "", 0)
	case r.hovered && !flat.note:
		hover := blend(fynetheme.Color(theme.ColorSurface), fynetheme.Color(theme.ColorSelected), 0.5)
		s.box(0, 0, size.Width, size.Height, "", "", 0).FillColor = hover
	}
	if flat.last {
		s.box(0, size.Height-1, size.Width, 1, theme.ColorLine, "", 0)
	}
	for i := range t.columns.count {
		s.box(t.columns.at(float64(i)), 0, 1, size.Height, theme.ColorLine, "", 0)
	}
	s.box(t.columns.ongoing, 0, 1, size.Height, theme.ColorLine, "", 0)
	s.box(t.columns.undated, 0, 1, size.Height, theme.ColorLine, "", 0)
	if t.content.Today >= 0 {
		width := scaled(timelineTodayWidth)
		s.box(t.columns.at(t.content.Today)-width/2, 0, width, size.Height, theme.ColorText, "", 0)
	}
	switch {
	case flat.note:
		s.lines(t.titleLines(flat), timelineItemFont, theme.ColorMuted, itemTitleLeft(), 0, size.Height)
	case flat.item != nil:
		s.lines(t.titleLines(flat), timelineItemFont, theme.ColorText, itemTitleLeft(), 0, size.Height)
		r.drawItem(s, flat, size.Height)
	default:
		r.drawGroup(s, flat, size.Height)
	}
	if r.cursor {
		r.drawFocus(s, size)
	}
}

// drawFocus draws the ring inside the row, since rows touch each other.
func (r *timelineRow) drawFocus(s *sketch, size fyne.Size) {
	marks := newFocusMarks()
	marks.restyle(true)
	margin := fynetheme.Size(theme.FocusMargin)
	marks.place(fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin), fynetheme.Size(theme.RadiusState))
	s.objects = append(s.objects, marks.objects()...)
}

func (r *timelineRow) drawGroup(s *sketch, flat timelineFlat, height float32) {
	t, group := r.line, flat.group
	open := t.open[group.ID]
	arrow, font := IconChevronRight, timelineGroupFont
	if open {
		arrow, font = IconChevronDown, timelineOpenFont
	}
	s.icon(arrow, theme.ColorMuted, theme.IconSmall, scaled(6), 0, height)
	fill, stroke := group.Sign.colours()
	if group.Sign.Kind == SignHouse {
		fill = stroke
	}
	bar := scaled(22)
	s.box(scaled(30), (height-bar)/2, scaled(6), bar, fill, stroke, 0)
	lines := t.titleLines(flat)
	if group.Caption == "" {
		s.lines(lines, font, theme.ColorText, groupTitleLeft(), 0, height)
	} else {
		small := fynetheme.Size(theme.LineSmallest)
		top := (height - small - float32(len(lines))*LineHeight(font.size)) / 2
		s.text(group.Caption, theme.TextSmallest, theme.ColorMuted, false, groupTitleLeft(), top, small)
		s.lines(lines, font, theme.ColorText, groupTitleLeft(), top+small, float32(len(lines))*LineHeight(font.size))
	}
	if open {
		return
	}
	for _, cell := range t.cells(group) {
		r.drawCell(s, cell, height)
	}
	if group.Undated != "" {
		r.drawUndated(s, group.UndatedMark, t.undatedLines(group.Undated), height)
	}
}

func (r *timelineRow) drawCell(s *sketch, cell timelineCell, height float32) {
	rows := (len(cell.marks) + cell.perLine - 1) / cell.perLine
	line := scaled(timelineMarkStep)
	top := (height - line*float32(rows)) / 2
	for i, mark := range cell.marks {
		x := cell.left + scaled(timelineCellRoom) + float32(i%cell.perLine)*cell.step
		y := top + float32(i/cell.perLine)*line
		look := markLooks[mark.kind]
		icon := s.icon(look.icon, look.color, theme.IconSize, x, y, line)
		r.spots = append(r.spots, timelineSpot{icon, mark})
		if mark.item == nil {
			s.text(countText(mark.count), theme.TextSmallest, theme.ColorText, true, x+fynetheme.Size(theme.IconSize)+fynetheme.Size(theme.Space4), y, line)
		}
	}
}

// drawUndated draws a mark and words in the lane of what has no date.
func (r *timelineRow) drawUndated(s *sketch, kind MarkKind, lines []string, height float32) {
	look := markLooks[kind]
	x := r.line.columns.undated + scaled(timelineCellRoom) - 2
	s.icon(look.icon, look.color, theme.IconSmall, x, 0, height)
	s.lines(lines, timelineItemFont, look.color, x+fynetheme.Size(theme.IconSmall)+scaled(6), 0, height)
}
