package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// timelineHead is the head over the rows: it stays while they scroll.
type timelineHead struct {
	sketchWidget

	line *Timeline
}

func newTimelineHead(line *Timeline) *timelineHead {
	head := &timelineHead{line: line}
	head.min = func() fyne.Size { return fyne.NewSize(line.columns.total, head.height()) }
	head.begin(head, head.sketch)
	return head
}

// shift follows the rows sideways.
func (h *timelineHead) shift(x float32) { h.Move(fyne.NewPos(-x, 0)) }

// laneLines are the lines of a lane's name.
func (h *timelineHead) laneLines(words string, width float32) []string {
	return h.line.broken(words, "", textFont{size: theme.TextSecondary, bold: true}, width-scaled(timelineCellRoom+6))
}

// badge is where the day stands in the head, and whether it would cover a year.
func (h *timelineHead) badge() (left, width float32, covers bool) {
	t := h.line
	if t.content.Today < 0 || t.content.TodayWord == "" {
		return 0, 0, false
	}
	width = t.rulers.of(timelineStrongFont).width(t.content.TodayWord) + fynetheme.Size(theme.Space16)
	left = t.columns.at(t.content.Today) - width/2
	left = max(t.columns.title, min(left, t.columns.yearsEnd()-width))
	for i, year := range t.content.Columns {
		from := t.columns.at(float64(i)) + scaled(timelineCellRoom)
		to := from + t.rulers.of(textFont{size: theme.TextBody, bold: true}).width(year)
		covers = covers || from-scaled(4) < left+width && left < to+scaled(4)
	}
	return left, width, covers
}

func (h *timelineHead) height() float32 {
	t := h.line
	lines := max(1, len(h.laneLines(t.content.Ongoing, t.columns.undated-t.columns.ongoing)),
		len(h.laneLines(t.content.Undated, t.columns.total-t.columns.undated)))
	height := max(scaled(timelineHeadHeight), float32(lines)*fynetheme.Size(theme.LineSecondary)+fynetheme.Size(theme.Space8))
	if _, _, covers := h.badge(); covers {
		height = max(height, scaled(timelineHeadHeight)+fynetheme.Size(theme.LineSmallest))
	}
	return height
}

func (h *timelineHead) sketch(s *sketch, size fyne.Size) {
	t := h.line
	ground := s.box(0, 0, size.Width, size.Height, theme.ColorPane, "", 0)
	radius := fynetheme.Size(theme.RadiusListCard) - 1
	ground.TopLeftCornerRadius, ground.TopRightCornerRadius = radius, radius
	s.box(0, size.Height-1, size.Width, 1, theme.ColorBorder, "", 0)
	left, width, covers := h.badge()
	tall, room := size.Height, scaled(timelineCellRoom)
	if covers { // the day stands below the years
		tall = min(size.Height, scaled(timelineHeadHeight))
	}
	s.text(t.content.Heading, theme.TextSecondary, theme.ColorText, true, scaled(13), 0, tall)
	for i, year := range t.content.Columns {
		x := t.columns.at(float64(i))
		s.box(x, 0, 1, size.Height, theme.ColorLine, "", 0)
		s.text(year, theme.TextBody, theme.ColorText, true, x+room, 0, tall)
	}
	h.lane(s, t.content.Ongoing, t.columns.ongoing, t.columns.undated-t.columns.ongoing, size.Height)
	h.lane(s, t.content.Undated, t.columns.undated, t.columns.total-t.columns.undated, size.Height)
	if width == 0 {
		return
	}
	badge := fynetheme.Size(theme.LineSmallest)
	top := (tall - badge) / 2
	if covers {
		top = size.Height - badge - scaled(4)
	}
	x := t.columns.at(t.content.Today)
	s.box(x-scaled(timelineTodayWidth)/2, top, scaled(timelineTodayWidth), size.Height-top, theme.ColorText, "", 0)
	s.box(left, top, width, badge, theme.ColorText, "", fynetheme.Size(theme.RadiusBar))
	words := t.rulers.of(timelineStrongFont).width(t.content.TodayWord)
	s.text(t.content.TodayWord, theme.TextSmallest, theme.ColorSurface, true, left+(width-words)/2, top, badge)
}

func (h *timelineHead) lane(s *sketch, words string, x, width, height float32) {
	s.box(x, 0, 1, height, theme.ColorLine, "", 0)
	lines := h.laneLines(words, width)
	line := fynetheme.Size(theme.LineSecondary)
	top := (height - line*float32(len(lines))) / 2
	for i, words := range lines {
		s.text(words, theme.TextSecondary, theme.ColorText, true, x+scaled(timelineCellRoom), top+float32(i)*line, line)
	}
}
