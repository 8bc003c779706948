package ui

import (
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Widths of the timeline in pixels at normal text size. Titles and lanes give way
// before the columns become narrower than a mark with its word needs; the columns
// before anything has to be scrolled sideways.
const (
	timelineTitle       = 346
	timelineTitleLeast  = 190
	timelineTitleShare  = 0.283
	timelineOngoing     = 124
	timelineUndated     = 156
	timelineLaneLeast   = 104
	timelineColumnGood  = 126
	timelineColumnLeast = 44
	timelineHeadHeight  = 38
	timelineGroupHeight = 41
	timelineCellRoom    = 11 // left and right of what stands in a column
	timelineBarHeight   = 24
	timelineBandHeight  = 8
	timelineMarkStep    = 28
	timelineTodayWidth  = 2
	timelineGap         = 6 // around boxes, marks and words
)

// timelineColumns is where the columns stand.
type timelineColumns struct {
	title, column    float32 // widths
	count            int
	ongoing, undated float32 // left edges of the lanes
	total            float32
}

// at is the left edge of a place in columns.
func (c timelineColumns) at(place float64) float32 { return c.title + float32(place)*c.column }

// yearsEnd is the right edge of the last column.
func (c timelineColumns) yearsEnd() float32 { return c.ongoing }

func (t *Timeline) layColumns(width float32) timelineColumns {
	c := timelineColumns{count: len(t.content.Columns)}
	count := float32(c.count)
	c.title = max(scaled(timelineTitleLeast), min(scaled(timelineTitle), width*timelineTitleShare))
	boxed := t.boxedWidth()
	ongoing, undated := max(scaled(timelineOngoing), boxed), scaled(timelineUndated)
	if count > 0 && (width-c.title-ongoing-undated)/count < scaled(timelineColumnGood) {
		ongoing, undated = max(scaled(timelineLaneLeast), boxed), scaled(timelineLaneLeast)
		c.title = max(scaled(timelineTitleLeast), min(c.title, width-ongoing-undated-count*scaled(timelineColumnGood)))
	}
	if count == 0 {
		c.title = max(scaled(timelineTitleLeast), width-ongoing-undated)
	} else {
		c.column = max(scaled(timelineColumnLeast), (width-c.title-ongoing-undated)/count)
	}
	c.ongoing = c.title + c.column*count
	c.undated = c.ongoing + ongoing
	c.total = c.undated + undated
	return c
}

// boxedWidth is the width of the ongoing lane in which every word fits its box.
func (t *Timeline) boxedWidth() float32 {
	widest := float32(0)
	for words := range t.words {
		widest = max(widest, t.rulers.of(timelineStrongFont).width(words))
	}
	return widest + fynetheme.Size(theme.IconSmall) + scaled(2*3*timelineGap) + 1
}

// The fonts of the rows.
var (
	timelineGroupFont  = textFont{size: theme.TextSecondary}
	timelineOpenFont   = textFont{size: theme.TextSecondary, bold: true}
	timelineItemFont   = textFont{size: theme.TextSmallest}
	timelineStrongFont = textFont{size: theme.TextSmallest, bold: true}
)

// groupTitleLeft is where the titles of groups begin.
func groupTitleLeft() float32 { return scaled(45) }

// itemTitleLeft is where the titles of items begin.
func itemTitleLeft() float32 { return scaled(37) }

func (t *Timeline) titleLines(flat timelineFlat) []string {
	room := t.columns.title - fynetheme.Size(theme.Space8)
	switch {
	case flat.note:
		return t.broken(flat.group.Empty, "", timelineItemFont, room-itemTitleLeft())
	case flat.item != nil:
		return t.broken(flat.item.Title, flat.item.Language, timelineItemFont, room-itemTitleLeft())
	}
	font := timelineGroupFont
	if t.open[flat.group.ID] {
		font = timelineOpenFont
	}
	return t.broken(flat.group.Title, flat.group.Language, font, room-groupTitleLeft())
}

// undatedLines are the words in the undated lane.
func (t *Timeline) undatedLines(words string) []string {
	room := t.columns.total - t.columns.undated - scaled(2*timelineCellRoom) - fynetheme.Size(theme.IconSmall)
	return t.broken(words, "", timelineItemFont, room)
}

func (t *Timeline) measureRows() { t.measureAt(t.scroll.Size().Width) }

// measureAt counts the place of every row for a width.
func (t *Timeline) measureAt(width float32) {
	now := treeLaid{width: width, textSize: fynetheme.Size(theme.TextChip)}
	if t.laid == now && len(t.tops) == len(t.flat)+1 {
		return
	}
	if t.laid.width != 0 && t.laid != now || len(t.lines) > 4*len(t.flat)+1000 {
		clear(t.lines)
	}
	t.columns = t.layColumns(width)
	t.laid = now
	t.body.forget()
	t.tops = append(t.tops[:0], 0)
	y := float32(0)
	for index := range t.flat {
		y += t.rowHeight(t.flat[index])
		t.tops = append(t.tops, y)
	}
}

func (t *Timeline) rowHeight(flat timelineFlat) float32 {
	lines := float32(max(1, len(t.titleLines(flat))))
	small := fynetheme.Size(theme.LineSmallest)
	if flat.item != nil || flat.note {
		if flat.item != nil && flat.item.Lane == TimelineUndated {
			lines = max(lines, float32(len(t.undatedLines(flat.item.Word))))
		}
		// Above and below the words is room for the focus ring.
		return max(fynetheme.Size(theme.HitTarget), lines*small+2*fynetheme.Size(theme.Space8))
	}
	height := lines*fynetheme.Size(theme.LineSecondary) + scaled(14)
	if flat.group.Caption != "" {
		height += small
	}
	if !t.open[flat.group.ID] {
		height = max(height, float32(len(t.undatedLines(flat.group.Undated)))*small+fynetheme.Size(theme.Space8))
		height = max(height, t.marksHeight(flat.group))
	}
	return max(scaled(timelineGroupHeight), height)
}

// marksPerLine is how many marks stand side by side in a cell.
func marksPerLine(width float32) int {
	return max(1, int((width-scaled(timelineCellRoom))/scaled(timelineMarkStep)))
}

// mostMarkLines is how many lines of single marks a cell has; where there would
// be more, the marks of one kind stand as one with their number.
const mostMarkLines = 2

// marksHeight is the height that the marks of a closed group need.
func (t *Timeline) marksHeight(group *TimelineGroup) float32 {
	most := 1
	for _, cell := range t.cells(group) {
		most = max(most, (len(cell.marks)+cell.perLine-1)/cell.perLine)
	}
	return float32(most)*scaled(timelineMarkStep) + scaled(13)
}

// timelineCell is what a closed group shows in one column or lane.
type timelineCell struct {
	left    float32
	perLine int
	step    float32
	marks   []timelineMark
}

// timelineMark is one mark of a cell: of one item, or of count of a kind.
type timelineMark struct {
	kind  MarkKind
	word  string
	item  *TimelineItem
	count int
}

// cells gathers the marks of a closed group. An item that takes years stands at
// the last, when it is to be done; the undated lane has words instead.
func (t *Timeline) cells(group *TimelineGroup) []timelineCell {
	byColumn := make([]timelineCell, t.columns.count+1)
	for i := range byColumn {
		byColumn[i].left = t.columns.at(float64(i))
	}
	for i := range group.Items {
		item := &group.Items[i]
		column := t.columns.count
		switch {
		case item.Lane == TimelineUndated:
			continue
		case item.Lane == TimelineDated:
			column = t.columnOf(item)
		}
		byColumn[column].marks = append(byColumn[column].marks, timelineMark{item.Mark, item.Word, item, 1})
	}
	var cells []timelineCell
	for i, cell := range byColumn {
		if len(cell.marks) == 0 {
			continue
		}
		width := t.columns.column
		if i == t.columns.count {
			width = t.columns.undated - t.columns.ongoing
		}
		cell.perLine, cell.step = marksPerLine(width), scaled(timelineMarkStep)
		if len(cell.marks) > mostMarkLines*cell.perLine {
			cell.gather(width)
		}
		cells = append(cells, cell)
	}
	return cells
}

// gather puts one mark with a number in place of each kind.
func (c *timelineCell) gather(width float32) {
	var kinds []timelineMark
	for _, mark := range c.marks {
		found := false
		for i := range kinds {
			if kinds[i].kind == mark.kind {
				kinds[i].count++
				found = true
			}
		}
		if !found {
			mark.item = nil
			kinds = append(kinds, mark)
		}
	}
	c.marks = kinds
	c.step = scaled(2 * timelineMarkStep)
	c.perLine = max(1, int((width-scaled(timelineCellRoom))/c.step))
}

// columnOf is the column in which a dated item ends.
func (t *Timeline) columnOf(item *TimelineItem) int {
	if len(item.Bars) == 0 || t.columns.count == 0 {
		return 0
	}
	last := item.Bars[len(item.Bars)-1]
	column := int(last.To)
	if float64(column) == last.To && last.To > last.From {
		column--
	}
	return max(0, min(column, t.columns.count-1))
}
