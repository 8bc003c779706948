package layout

import (
	"cmp"
	"math"
	"slices"

	"tavoitekartta/reports/document"
)

// A pitch says how close things are set: 0 is the usual one, and each further
// one is for a page that would otherwise be a little too short. The pictures of
// a timeline come closer first; at the closest pitch rows of tables and the
// spaces between blocks do so too, wide ones by a share.
const (
	pitches = 4
	closest = pitches - 1
	// closeSpace is the widest space between blocks at the closest pitch.
	closeSpace = 14.0
	closeShare = 0.65
)

// crowded is the share of a page up to which what ran over from the page before
// leaves room for what follows a loose break, even when that goes on on the next.
const crowded = 0.45

// pitched is a row of a drawing with its height at each pitch, and what draws it.
type pitched struct {
	heights [pitches]float64
	draw    func(pitch int) []Operation
}

// breakAt puts a page break before the piece.
func (p *piece) breakAt(b document.PageBreak) {
	p.breakBefore = p.breakBefore || !b.Loose && !b.Flowing
	p.looseBreak, p.flowing = !p.breakBefore, b.Flowing
	p.begins = cmp.Or(p.begins, b.Begins)
}

// parts tells whether a page break stands before the piece, loose or not.
func (p *piece) parts() bool { return p.breakBefore || p.looseBreak }

// heightAt is the height of the piece at a pitch.
func (p *piece) heightAt(pitch int) float64 {
	switch {
	case p.pitched != nil:
		return p.pitched.heights[pitch]
	case p.row != nil && pitch == closest:
		return p.height - p.row.look.closes
	}
	return p.height
}

func (p *piece) beforeAt(pitch int) float64 {
	if pitch == closest {
		return math.Max(math.Min(p.before, closeSpace), closeShare*p.before)
	}
	return p.before
}

// set sets the piece at a pitch.
func (p *piece) set(pitch int) {
	p.before, p.height = p.beforeAt(pitch), p.heightAt(pitch)
	p.pitch = pitch
	if p.row != nil && pitch == closest {
		p.row.look = p.row.look.close()
	}
}

// close is the look with less room, somewhat more of it taken from below.
func (t tableLook) close() tableLook {
	t.padTop -= 0.4 * t.closes
	t.padBottom -= 0.6 * t.closes
	t.closes = 0
	return t
}

// joins tells whether what follows a loose break stands on the page that has been
// begun: all of it up to the next break, or when it is flowing its beginning, on a
// page that holds nothing but the end of what stands before.
func (f *filler) joins(pieces []piece) bool {
	room := f.sheet.textBottom() - f.y
	own := upToBreak(pieces)
	if _, fits := rest(own, tightest(own), room, f.empty); fits {
		return true
	}
	ranOver := pieces[0].flowing && len(f.pages) > f.begun
	return ranOver && f.y-textTop < crowded*f.sheet.textHeight() && needed(pieces, false) <= room
}

// upToBreak are the pieces before the next page break.
func upToBreak(pieces []piece) []piece {
	for i := range pieces {
		if i > 0 && pieces[i].parts() {
			return pieces[:i]
		}
	}
	return pieces
}

// rest is the room left below the pieces at a pitch, and whether they fit. The
// space above the first of a page is dropped.
func rest(pieces []piece, pitch int, room float64, onTop bool) (left float64, fits bool) {
	if onTop && len(pieces) > 0 {
		room += pieces[0].beforeAt(pitch)
	}
	for i := range pieces {
		room -= pieces[i].beforeAt(pitch) + pieces[i].heightAt(pitch)
		if room < 0 {
			return 0, false
		}
	}
	return room, true
}

// choosePitch sets what stands up to the next break as roomily as fits on the
// page, or so close that what follows a loose break can join it there. What is
// longer than the page keeps the usual pitch.
func (f *filler) choosePitch(pieces []piece) {
	own := upToBreak(pieces)
	pitch, fits := choose(own, pieces[len(own):], f.sheet.textBottom()-f.y, f.empty)
	f.chosen = fits && tightest(own) > 0
	if f.chosen {
		for i := range own {
			own[i].set(pitch)
		}
	}
}

// chooseKept sets what is kept together, of a run of pieces longer than a page,
// as roomily as fits on this page, else on a new one.
func (f *filler) chooseKept(pieces []piece) {
	end := 0
	for end < len(pieces) && pieces[end].kept {
		end++
	}
	run := pieces[:min(end+1, len(pieces))]
	if end == 0 || !closes(run) {
		return
	}
	pitch, fits := choose(run, pieces[len(run):], f.sheet.textBottom()-f.y, f.empty)
	if !fits {
		pitch, _ = choose(run, pieces[len(run):], f.sheet.textHeight(), true)
	}
	for i := range run {
		run[i].set(pitch)
	}
}

// closes tells whether any of the pieces can be set closer.
func closes(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.pitched != nil || p.row != nil && p.row.look.closes > 0 })
}

// spaced tells whether any space between the pieces can be closer.
func spaced(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.before > closeSpace })
}

// tightest is the closest pitch at which the pieces can be set: where nothing can
// be set closer they keep the usual one.
func tightest(pieces []piece) int {
	if closes(pieces) || spaced(pieces) {
		return closest
	}
	return 0
}

// choose returns the roomiest pitch at which the pieces fit into the room, or one
// at which what follows a loose break fits there too.
func choose(pieces, following []piece, room float64, onTop bool) (pitch int, fits bool) {
	joined := len(following) > 0 && following[0].looseBreak
	if joined {
		following = upToBreak(following)
	}
	for at := range pitches {
		left, fit := rest(pieces, at, room, onTop)
		if !fit {
			continue
		}
		if !fits {
			pitch, fits = at, true
		}
		if _, both := rest(following, tightest(following), left, false); joined && both {
			return at, true
		}
	}
	return pitch, fits
}
