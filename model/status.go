package model

// Ended tells whether the timetable's last day has passed. What is ongoing or
// has no date never ends.
func (t Timetable) Ended(today Date) bool {
	if t.Kind == InSpan && t.To != (Moment{}) {
		return t.To.order(true) < (Moment{Year: today.Year, Month: today.Month}).order(false)
	}
	return t.Dated() && t.LastYear() > 0 && t.LastYear() < today.Year
}

// Late tells whether a measure of a decided programme should have been done by
// today and is not. In a programme whose years have passed a measure of which
// nothing is known is not called late.
func (p *Programme) Late(m *Measure, today Date) bool {
	switch {
	case !p.State.Locked(), m.Status == Completed, m.Status == NotCarriedOut:
		return false
	case m.Status == StatusUnknown && p.LastYear > 0 && p.LastYear < today.Year:
		return false
	}
	return m.Timetable.Ended(today)
}
