package window

import (
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// badge is the mark of a programme's state with its word in full and in short.
// A programme of the past says that it was recorded afterwards.
func (w *Window) badge(p *model.Programme) (mark ui.MarkKind, word, short string) {
	mark, word = w.stateOf(p.State)
	short = w.t("programme.stateShort." + string(p.State))
	if p.RecordedAfterwards {
		switch p.State {
		case model.Approved:
			word = w.t("programme.state.approvedRecorded")
		case model.Draft:
			word, short = w.t("programme.state.recorded"), w.t("programme.state.recorded")
		}
	}
	if p.Expired(w.desk.Today()) {
		mark, short = ui.MarkExpired, w.t("programme.stateShort."+stateExpired)
		word = short
		if p.RecordedAfterwards {
			word = w.t("programme.state.expiredRecorded")
		}
	}
	return mark, word, short
}

// emptyKey is what is said where a list or a text is empty: one sentence to who
// can write it, another to who reads. What a record of the past lacks is not known.
func (p *editor) emptyKey(writing, reading string) string {
	switch {
	case !p.readOnly():
		return writing
	case p.w.recorded():
		return "contents.notKnown"
	}
	return reading
}

// recorded tells whether the open programme was recorded afterwards: it owes no
// completeness, and what is empty in it is not known.
func (w *Window) recorded() bool { return w.work.Programme().RecordedAfterwards }
