package model

import (
	"slices"
	"time"
)

// naming is the field by which an element of each kind is called. A
// responsibility is called as its body is; what is not here has no name of its
// own.
var naming = map[Kind]Field{
	KindProgramme: FieldTitle, KindSection: FieldTitle, KindGoal: FieldTitle, KindMeasure: FieldTitle,
	KindIndicator: FieldTitle, KindChapter: FieldTitle, KindBlock: FieldTitle,
	KindOwner: FieldName, KindBody: FieldName, KindAlias: FieldName,
	KindContact: FieldRoleText, KindMinutesEntry: FieldRoleText, KindDecision: FieldOrganName,
	KindResponsibility: FieldBody,
}

// namedSince is what an element is called from a place in the list on.
type namedSince struct {
	place int
	name  Text
	body  EntityID // whose name it is, of a responsibility
}

type standingSince struct {
	place  int
	parent EntityID
}

// note follows names and places; place is how many changes there are with c.
func (h *History) note(c *Change, place int) {
	base, suffix := c.Field.Split()
	switch {
	case c.creates():
		h.kinds[c.Entity], h.born[c.Entity] = Kind(c.New.Text()), c.Step
	case c.Field == FieldParent:
		h.parents[c.Entity] = append(h.parents[c.Entity], standingSince{place, EntityID(c.New.Text())})
	case base == naming[h.kinds[c.Entity]]:
		h.names[c.Entity] = append(h.names[c.Entity], h.renamed(c, Language(suffix), place))
	}
}

func (h *History) renamed(c *Change, l Language, place int) namedSince {
	if c.Field == FieldBody {
		return namedSince{place: place, body: EntityID(c.New.Text())}
	}
	now := namedSince{place: place}
	if before := h.names[c.Entity]; len(before) > 0 {
		now.name = before[len(before)-1].name
	}
	now.name = now.name.With(l, c.New.Text())
	return now
}

func (h *History) latestParent(id EntityID) EntityID {
	if standing := h.parents[id]; len(standing) > 0 {
		return standing[len(standing)-1].parent
	}
	return ""
}

func (h *History) parentAt(id EntityID, place int) EntityID {
	standing := h.parents[id]
	after, _ := slices.BinarySearchFunc(standing, place, func(s standingSince, place int) int {
		if s.place <= place {
			return -1
		}
		return 1
	})
	if after == 0 {
		return ""
	}
	return standing[after-1].parent
}

// Name returns what an element was called after an act, or when it had no name
// yet the first that it was given; empty for what never had one.
func (h *History) Name(a *Act, id EntityID) Text {
	names := h.names[id]
	found := namedSince{}
	for _, n := range names {
		if found.called() && n.place > a.place {
			break
		}
		found = n
	}
	if found.body != "" && found.body != id {
		return h.Name(a, found.body)
	}
	return found.name
}

func (n namedSince) called() bool { return n.body != "" || !n.name.Empty() }

// PathStep is an element on the way to another, as it was called.
type PathStep struct {
	Entity EntityID
	Kind   Kind
	Name   Text
}

// Path returns the way to an element as it stood after an act: from what stands
// under the programme to the element itself; nil for the programme.
func (h *History) Path(a *Act, id EntityID) []PathStep {
	var path []PathStep
	for depth := 0; id != "" && h.kinds[id] != KindProgramme && depth < maxDepth; depth++ {
		path = append(path, PathStep{Entity: id, Kind: h.kinds[id], Name: h.Name(a, id)})
		id = h.parentAt(id, a.place)
	}
	slices.Reverse(path)
	return path
}

// HistoryFilter says which acts are looked for; its zero value is all.
type HistoryFilter struct {
	Under   EntityID   // an element and what stood under it
	Authors []PersonID // nil for everybody
	Since   time.Time  // zero for the beginning
	Until   time.Time  // the first moment that is too late, zero for none
}

// Find returns the acts that a filter lets through, the newest first, with
// those of their lines that it speaks of.
func (h *History) Find(f HistoryFilter) []*Act {
	var found []*Act
	for _, a := range h.acts {
		switch {
		case f.Authors != nil && !slices.Contains(f.Authors, a.Author),
			!f.Since.IsZero() && a.At.Before(f.Since),
			!f.Until.IsZero() && !a.At.Before(f.Until):
			continue
		case f.Under == "":
			found = append(found, a)
			continue
		}
		if lines := h.linesUnder(a, f.Under); len(lines) > 0 {
			part := *a
			part.Lines = lines
			found = append(found, &part)
		}
	}
	return found
}

// linesUnder are the lines of an act that speak of an element or of what stood
// under it before or after; an addition speaks of all that it brought.
func (h *History) linesUnder(a *Act, id EntityID) []HistoryLine {
	var lines []HistoryLine
	for _, l := range a.Lines {
		under := h.standsAt(l.Entity, id, a.place) ||
			l.Deed == DeedMoved && h.standsAt(EntityID(l.Old.Text()), id, a.place) ||
			l.Deed == DeedAdded && h.born[id] == a.Step && h.standsAt(id, l.Entity, a.place)
		if under {
			lines = append(lines, l)
		}
	}
	return lines
}

func (h *History) standsAt(id, above EntityID, place int) bool {
	for depth := 0; id != "" && depth < maxDepth; depth++ {
		if id == above {
			return true
		}
		id = h.parentAt(id, place)
	}
	return false
}
