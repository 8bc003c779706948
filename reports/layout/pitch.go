package layout

import "math"

// A pitch says how close things are set: 0 is the usual one, and each further
// one is for a page that would otherwise be a little too short. The pictures of
// a timeline come closer first; at the closest pitch rows of tables and the
// spaces between blocks do so too.
const (
	pitches = 4
	closest = pitches - 1
	// closeSpace is the widest space between blocks at the closest pitch.
	closeSpace = 16.0
	// closeRow is what a row of goals loses there of the room around its text.
	closeRow = 5.0
)

// crowded is the share of a page up to which what ran over from the page before
// leaves room for what follows a loose break, even when that goes on on the next.
const crowded = 0.45

// pitched is a row of a drawing with its height at each pitch, and what draws it.
type pitched struct {
	heights [pitches]float64
	draw    func(pitch int) []Operation
}

// parts tells whether a page break stands before the piece, loose or not.
func (p *piece) parts() bool { return p.breakBefore || p.looseBreak }

// heightAt is the height of the piece at a pitch.
func (p *piece) heightAt(pitch int) float64 {
	switch {
	case p.pitched != nil:
		return p.pitched.heights[pitch]
	case p.row != nil && p.row.look.closes && pitch == closest:
		return p.height - closeRow
	}
	return p.height
}

func (p *piece) beforeAt(pitch int) float64 {
	if pitch == closest {
		return math.Min(p.before, closeSpace)
	}
	return p.before
}

// set sets the piece at a pitch.
func (p *piece) set(pitch int) {
	p.before, p.height = p.beforeAt(pitch), p.heightAt(pitch)
	p.pitch = pitch
	if p.row != nil && p.row.look.closes && pitch == closest {
		p.row.look = p.row.look.close()
	}
}

// close is the look with closeRow less room.
func (t tableLook) close() tableLook {
	t.padTop -= closeRow - 3
	t.padBottom -= 3
	t.closes = false
	return t
}

// joins tells whether what follows a loose break stands on the page that has been
// begun: all of it up to the next break, or its beginning on a page that holds
// nothing but the end of what stands before.
func (f *filler) joins(pieces []piece) bool {
	room := f.sheet.textBottom() - f.y
	own := upToBreak(pieces)
	if _, fits := rest(own, tightest(own), room); fits {
		return true
	}
	ranOver := len(f.pages) > f.begun
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

// rest is the room left below the pieces at a pitch, and whether they fit.
func rest(pieces []piece, pitch int, room float64) (left float64, fits bool) {
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
	room := f.sheet.textBottom() - f.y
	if f.empty {
		room += own[0].before
	}
	pitch, fits := choose(own, pieces[len(own):], room)
	f.chosen = fits && closes(own)
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
	if !closes(run) {
		return
	}
	pitch, fits := choose(run, pieces[len(run):], f.sheet.textBottom()-f.y)
	if !fits {
		pitch, _ = choose(run, pieces[len(run):], f.sheet.textHeight())
	}
	for i := range run {
		run[i].set(pitch)
	}
}

// closes tells whether there is a drawing among the pieces that can be set closer.
func closes(pieces []piece) bool {
	for i := range pieces {
		if pieces[i].pitched != nil {
			return true
		}
	}
	return false
}

// tightest is the closest pitch at which the pieces can be set: without a drawing
// that can be set closer they keep the usual one.
func tightest(pieces []piece) int {
	if closes(pieces) {
		return closest
	}
	return 0
}

// choose returns the roomiest pitch at which the pieces fit into the room, or one
// at which what follows a loose break fits there too.
func choose(pieces, following []piece, room float64) (pitch int, fits bool) {
	joined := len(following) > 0 && following[0].looseBreak
	if joined {
		following = upToBreak(following)
	}
	for at := range pitches {
		left, fit := rest(pieces, at, room)
		if !fit {
			continue
		}
		if !fits {
			pitch, fits = at, true
		}
		if _, both := rest(following, tightest(following), left); joined && both {
			return at, true
		}
	}
	return pitch, fits
}
