package model

import (
	"cmp"
	"slices"
	"time"
)

// Deed says what an act did to an element.
type Deed string

// The deeds.
const (
	DeedAdded     Deed = "added"
	DeedRemoved   Deed = "removed"
	DeedRestored  Deed = "restored"
	DeedChanged   Deed = "changed"   // a field holds another value
	DeedSettled   Deed = "settled"   // a clash ended with the value that was shown already
	DeedMoved     Deed = "moved"     // stands under another element
	DeedReordered Deed = "reordered" // stands elsewhere among its siblings
)

// HistoryLine is one thing that an act did.
type HistoryLine struct {
	Deed   Deed
	Entity EntityID
	Of     Kind
	Field  Field // of a change
	Old    Value // of a change; of a move the parent, as a reference
	New    Value
	With   int // of an addition: the elements that were added under it at once
}

// Act is what one author did at once: a step, or several steps in which one
// text was typed.
type Act struct {
	Step    ChangeID // the first of its steps
	Author  PersonID
	Begun   time.Time // by the author's clock
	At      time.Time // the end, by the author's clock
	Purpose Purpose
	Lines   []HistoryLine

	counter uint64
	place   int // how many changes of the list there were after it
}

// History is the list of changes read as acts, the newest first, with the
// names and the places that elements had at each.
type History struct {
	acts    []*Act
	kinds   map[EntityID]Kind
	born    map[EntityID]ChangeID // the step in which each element was created
	names   map[EntityID][]namedSince
	parents map[EntityID][]standingSince
}

// typingPause is how long a writer may rest between two edits of one field
// that are told as one.
const typingPause = 2 * time.Minute

// NewHistory reads changes in an order in which they can be applied, as
// [ReadLog] gives them.
func NewHistory(changes []Change) *History {
	h := &History{
		kinds: map[EntityID]Kind{}, born: map[EntityID]ChangeID{},
		names: map[EntityID][]namedSince{}, parents: map[EntityID][]standingSince{},
	}
	last := map[ReplicaID]*Act{}
	for first := 0; first < len(changes); {
		end := first + 1
		for end < len(changes) && changes[end].Step == changes[first].Step {
			end++
		}
		if act := h.read(changes[first:end], first); act != nil {
			replica := act.Step.Replica
			if !last[replica].takesIn(act) {
				h.acts = append(h.acts, act)
				last[replica] = act
			}
		}
		first = end
	}
	h.acts = slices.DeleteFunc(h.acts, (*Act).inVain)
	slices.SortFunc(h.acts, func(a, b *Act) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.counter, a.counter), b.Step.Compare(a.Step))
	})
	return h
}

// read makes an act of the changes of one step, nil when they did nothing that
// a person would tell: numbers stored at locking, a place given at creation.
// Before is how many changes there were before them.
func (h *History) read(step []Change, before int) *Act {
	end := step[len(step)-1]
	act := &Act{
		Step: end.Step, Author: end.Author, Begun: step[0].At(), At: end.At(), Purpose: end.Purpose,
		counter: end.Counter, place: before + len(step),
	}
	created := map[EntityID]bool{}
	for i := range step {
		c := &step[i]
		h.note(c, before+i+1)
		if c.creates() {
			created[c.Entity] = true
		}
	}
	for i := range step {
		if c := &step[i]; !created[c.Entity] {
			act.tell(c, h.kinds[c.Entity])
		}
	}
	act.Lines = append(act.Lines, h.additions(step, created)...)
	if len(act.Lines) == 0 {
		return nil
	}
	return act
}

// additions are the topmost of the elements that a step created.
func (h *History) additions(step []Change, created map[EntityID]bool) []HistoryLine {
	var lines []HistoryLine
	at := map[EntityID]int{}
	for i := range step {
		if !step[i].creates() {
			continue
		}
		top := step[i].Entity
		for parent := h.latestParent(top); created[parent]; parent = h.latestParent(top) {
			top = parent
		}
		if _, told := at[top]; !told {
			at[top] = len(lines)
			lines = append(lines, HistoryLine{Deed: DeedAdded, Entity: top, Of: h.kinds[top]})
		}
		if top != step[i].Entity {
			lines[at[top]].With++
		}
	}
	return lines
}

// tell adds a line for a change of an element that was there before.
func (a *Act) tell(c *Change, kind Kind) {
	line := HistoryLine{Deed: DeedChanged, Entity: c.Entity, Of: kind, Field: c.Field, Old: c.Old, New: c.New}
	switch c.Field {
	case FieldNumber, FieldOrigin:
		return
	case FieldDeleted:
		line = HistoryLine{Deed: DeedRestored, Entity: c.Entity, Of: kind}
		if c.New.Bool() {
			line.Deed = DeedRemoved
		}
	case FieldParent:
		line.Deed, line.Field = DeedMoved, ""
	case FieldPosition:
		if a.line(c.Entity, DeedMoved, "") != nil {
			return
		}
		line = HistoryLine{Deed: DeedReordered, Entity: c.Entity, Of: kind}
	}
	if told := a.line(line.Entity, line.Deed, line.Field); told != nil {
		told.New = line.New
		return
	}
	if line.Deed == DeedChanged && c.Old.Equal(c.New) {
		line.Deed = DeedSettled
	}
	a.Lines = append(a.Lines, line)
}

func (a *Act) line(id EntityID, deed Deed, f Field) *HistoryLine {
	for i := range a.Lines {
		if l := &a.Lines[i]; l.Entity == id && l.Deed == deed && l.Field == f {
			return l
		}
	}
	return nil
}

// takesIn makes the next act of the same replica part of this one when it goes
// on typing what this one wrote, or names what this one added.
func (a *Act) takesIn(next *Act) bool {
	if a == nil || a.Author != next.Author || a.Purpose != ForEdit || next.Purpose != ForEdit ||
		len(a.Lines) != 1 || len(next.Lines) != 1 {
		return false
	}
	if pause := next.Begun.Sub(a.At); pause < 0 || pause > typingPause {
		return false
	}
	mine, its := &a.Lines[0], &next.Lines[0]
	if its.Deed != DeedChanged || its.Entity != mine.Entity {
		return false
	}
	base, _ := its.Field.Split()
	switch {
	case mine.Deed == DeedAdded && base == naming[mine.Of]:
	case mine.Deed == DeedChanged && mine.Field == its.Field && mine.New.Equal(its.Old):
		mine.New = its.New
	default:
		return false
	}
	a.At, a.counter, a.place = next.At, next.counter, next.place
	return true
}

// inVain tells whether what was typed was taken back at once.
func (a *Act) inVain() bool {
	return len(a.Lines) == 1 && a.Lines[0].Deed == DeedChanged && a.Lines[0].Old.Equal(a.Lines[0].New)
}

// Acts returns all acts, the newest first. The caller does not alter them.
func (h *History) Acts() []*Act { return h.acts }

// Authors returns who has changed something, each once, who did so last first.
func (h *History) Authors() []PersonID {
	var authors []PersonID
	seen := map[PersonID]bool{}
	for _, a := range h.acts {
		if !seen[a.Author] {
			seen[a.Author] = true
			authors = append(authors, a.Author)
		}
	}
	return authors
}
