package model

import (
	"cmp"
	"slices"
)

// Chain returns the decisions on the programme in the order of their meetings,
// those of which no day is known after the others and the final ones last: in a
// joint programme each council has one.
func (p *Programme) Chain() []*Decision {
	chain := make([]*Decision, len(p.Decisions))
	for i := range p.Decisions {
		chain[i] = &p.Decisions[i]
	}
	slices.SortStableFunc(chain, func(a, b *Decision) int {
		switch {
		case a.Final != b.Final && b.Final:
			return -1
		case a.Final != b.Final:
			return 1
		}
		return cmp.Compare(a.meetingOrder(), b.meetingOrder())
	})
	return chain
}

// meetingOrder sorts by days, what has none last.
func (d *Decision) meetingOrder() string {
	if d.MeetingDate.Zero() {
		return "~"
	}
	return d.MeetingDate.String()
}

// Decided tells whether the organ has decided: what came of it is known.
func (d *Decision) Decided() bool { return d.Outcome != "" || !d.Text.Empty() }

// NextHandling returns the first decision of the chain that has not been made
// yet, nil where there is none.
func (p *Programme) NextHandling() *Decision {
	for _, d := range p.Chain() {
		if !d.Decided() {
			return d
		}
	}
	return nil
}

// Decision returns the decision with the id, or nil.
func (p *Programme) Decision(id EntityID) *Decision {
	for i := range p.Decisions {
		if p.Decisions[i].ID == id {
			return &p.Decisions[i]
		}
	}
	return nil
}
