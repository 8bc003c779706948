package ui

import (
	"strconv"

	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

func countText(count int) string { return strconv.Itoa(count) }

// drawItem draws an item at its time.
func (r *timelineRow) drawItem(s *sketch, flat timelineFlat, height float32) {
	t, item := r.line, flat.item
	switch item.Lane {
	case TimelineOngoing:
		r.drawOngoing(s, flat, height)
	case TimelineUndated:
		r.drawUndated(s, item.Mark, t.undatedLines(item.Word), height)
	default:
		for i, bar := range item.Bars {
			r.drawBar(s, flat, bar, i == len(item.Bars)-1, height)
		}
	}
}

// drawOngoing draws a band over all columns to a box in the lane.
func (r *timelineRow) drawOngoing(s *sketch, flat timelineFlat, height float32) {
	t, item := r.line, flat.item
	fill, stroke := flat.group.Sign.colours()
	gap, band := scaled(timelineGap), scaled(timelineBandHeight)
	if t.columns.count > 0 {
		s.box(t.columns.title+gap, (height-band)/2, t.columns.yearsEnd()-t.columns.title, band, fill, stroke, band/2)
	}
	box := scaled(timelineBarHeight)
	left, width := t.columns.ongoing+2*gap, t.columns.undated-t.columns.ongoing-3*gap
	look := markLooks[item.Mark]
	s.box(left, (height-box)/2, width, box, theme.ColorSurface, look.color, fynetheme.Size(theme.RadiusBar))
	r.drawMark(s, item, left, width, height)
}

// drawMark draws the mark of a box and, where it has room, the word. It tells
// whether the word stands there.
func (r *timelineRow) drawMark(s *sketch, item *TimelineItem, left, width, height float32) bool {
	look, side, gap := markLooks[item.Mark], fynetheme.Size(theme.IconSmall), scaled(timelineGap)
	words := r.line.rulers.of(timelineStrongFont).width(item.Word)
	if side+3*gap+words <= width {
		s.icon(look.icon, look.color, theme.IconSmall, left+gap, 0, height)
		ink := theme.ColorText
		if item.Late || item.Lane == TimelineOngoing {
			ink = look.color
		}
		s.text(item.Word, theme.TextSmallest, ink, true, left+2*gap+side, 0, height)
		return true
	}
	icon := s.icon(look.icon, look.color, theme.IconSmall, left+(width-side)/2, 0, height)
	r.spots = append(r.spots, timelineSpot{icon, timelineMark{item.Mark, item.Word, item, 1}})
	return false
}

// drawBar draws a run of time as a box. The last one has the mark and the word,
// which stands beside it when the box is too short, and what is late has a line to
// today.
func (r *timelineRow) drawBar(s *sketch, flat timelineFlat, bar TimelineBar, last bool, height float32) {
	t, item := r.line, flat.item
	gap, box := scaled(timelineGap), scaled(timelineBarHeight)
	left, right := t.columns.at(bar.From)+gap, t.columns.at(bar.To)-gap
	if least := fynetheme.Size(theme.IconSmall) + scaled(8); right-left < least {
		left = max(t.columns.title, (left+right-least)/2)
		right = left + least
	}
	fill, stroke := flat.group.Sign.colours()
	if flat.group.Sign.Kind == SignFoundation {
		fill = theme.ColorSunk
	}
	if item.Late {
		fill, stroke = theme.ColorErrTint, theme.ColorErr
		if last {
			r.drawLateness(s, right, height)
		}
	}
	s.box(left, (height-box)/2, right-left, box, fill, stroke, fynetheme.Size(theme.RadiusBar))
	if !last || r.drawMark(s, item, left, right-left, height) {
		return
	}
	words := t.rulers.of(timelineStrongFont).width(item.Word)
	if right+gap+words <= t.columns.yearsEnd()-gap && !item.Late {
		s.text(item.Word, theme.TextSmallest, theme.ColorText, true, right+gap, 0, height)
	}
}

// drawLateness draws the line from the end of a late item to today, or to the
// end of the columns when today is beyond them.
func (r *timelineRow) drawLateness(s *sketch, from, height float32) {
	t := r.line
	to := t.columns.yearsEnd()
	if t.content.Today >= 0 {
		to = t.columns.at(t.content.Today)
	}
	if to > from {
		s.box(from, height/2-1, to-from, 2, theme.ColorErr, "", 0)
	}
}
