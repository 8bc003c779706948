package comparison

import (
	"tavoitekartta/model"
)

// Change says what became of a row or part.
type Change int

// The changes.
const (
	Unchanged Change = iota
	Changed
	Added
	Removed
)

// Comparison is two moments of a programme beside each other.
type Comparison struct {
	Rows   []Row
	Counts Counts
	// Elsewhere counts, for each other language of the programme, the rows that
	// differ in that language and not in the one compared.
	Elsewhere map[model.Language]int
}

// Counts tell how many rows differ. A row that was both moved and changed
// counts in both.
type Counts struct{ Added, Changed, Removed, Moved int }

// Any tells whether anything differs.
func (c Counts) Any() bool { return c != Counts{} }

// Row is one element, as it was and as it is.
type Row struct {
	ID     model.EntityID
	Kind   model.Kind
	Role   string // of a section, goal, chapter or block: what the programme calls it
	Number string // of the later moment, or of the earlier for what is gone; "" for what has none
	Owner  string // the number of what an indicator stands under
	Name   string // what it is called, in another language where it has no title in the one compared
	Change Change
	Moved  *Move // nil for a row that did not move
	Parts  []Part
}

// Differs tells whether the row is anything but as it was.
func (r *Row) Differs() bool { return r.Change != Unchanged || r.Moved != nil }

// Move says from where to where a row moved.
type Move struct {
	From, To Place
	// Reordered tells that it stands under the same element as before.
	Reordered bool
}

// Place is where a row stands: its number there, and what it stands under.
type Place struct {
	Number string
	Under  string // the title, "" for the programme
}

// Part is one thing that a row says, before and after; "" for what is not said.
type Part struct {
	Subject       Subject
	Before, After string
}

// Change tells what became of the part.
func (p Part) Change() Change {
	switch {
	case p.Before == p.After:
		return Unchanged
	case p.Before == "":
		return Added
	case p.After == "":
		return Removed
	}
	return Changed
}

// Compare holds two moments of one programme against each other in one
// language. Texts that are not written in it are no parts.
func Compare(before, after *model.Programme, l model.Language, words Words) Comparison {
	names := bodyNames(before, after)
	was, is := itemsOf(before, l, names, words), itemsOf(after, l, names, words)
	moved := movesOf(was, is)
	comparison := Comparison{Rows: rowsOf(was, is, moved), Elsewhere: map[model.Language]int{}}
	differs := map[model.EntityID]bool{}
	for i := range comparison.Rows {
		row := &comparison.Rows[i]
		comparison.Counts.add(row)
		differs[row.ID] = row.Change != Unchanged
	}
	for _, other := range after.Languages {
		if other != l {
			comparison.Elsewhere[other] = differing(before, after, other, names, words, differs)
		}
	}
	return comparison
}

func (c *Counts) add(r *Row) {
	switch r.Change {
	case Added:
		c.Added++
	case Changed:
		c.Changed++
	case Removed:
		c.Removed++
	case Unchanged:
	}
	if r.Moved != nil {
		c.Moved++
	}
}

// differing counts the rows that differ in a language and are not known to
// differ already.
func differing(before, after *model.Programme, l model.Language, names bodyNaming, words Words, known map[model.EntityID]bool) int {
	count := 0
	was, is := itemsOf(before, l, names, words), itemsOf(after, l, names, words)
	for id, at := range was.place {
		if here, stayed := is.place[id]; stayed && !known[id] {
			if partsChange(partsOf(&was.list[at], &is.list[here])) != Unchanged {
				count++
			}
		}
	}
	return count
}

// rowsOf makes the rows in the order of the later moment. What is gone stands
// after what stood before it and is still in its place.
func rowsOf(was, is items, moved map[model.EntityID]*Move) []Row {
	gone := map[model.EntityID][]int{} // after which element, "" for at the head
	anchor := model.EntityID("")
	for i := range was.list {
		id := was.list[i].id
		switch _, stayed := is.place[id]; {
		case !stayed:
			gone[anchor] = append(gone[anchor], i)
		case moved[id] == nil:
			anchor = id
		}
	}
	rows := make([]Row, 0, len(is.list)+len(was.list)/8)
	addGone := func(after model.EntityID) {
		for _, i := range gone[after] {
			item := &was.list[i]
			rows = append(rows, item.row(Removed, partsOf(item, &is.none)))
		}
	}
	addGone("")
	for i := range is.list {
		item := &is.list[i]
		at, stayed := was.place[item.id]
		if !stayed {
			rows = append(rows, item.row(Added, partsOf(&was.none, item)))
		} else {
			parts := partsOf(&was.list[at], item)
			row := item.row(partsChange(parts), parts)
			row.Moved = moved[item.id]
			rows = append(rows, row)
		}
		addGone(item.id)
	}
	return rows
}

// partsOf joins what two moments of an element say, in the order of the later
// one; what only the earlier one says comes where it stood.
func partsOf(was, is *item) []Part {
	parts := make([]Part, 0, max(len(was.said), len(is.said)))
	next := 0
	for _, now := range is.said {
		at := was.find(now.subject)
		for ; at >= 0 && next < at; next++ {
			if is.find(was.said[next].subject) < 0 {
				parts = append(parts, Part{Subject: was.said[next].subject, Before: was.said[next].words})
			}
		}
		part := Part{Subject: now.subject, After: now.words}
		if at >= 0 {
			part.Before = was.said[at].words
			next = max(next, at+1)
		}
		parts = append(parts, part)
	}
	for ; next < len(was.said); next++ {
		if is.find(was.said[next].subject) < 0 {
			parts = append(parts, Part{Subject: was.said[next].subject, Before: was.said[next].words})
		}
	}
	return parts
}

func partsChange(parts []Part) Change {
	for _, p := range parts {
		if p.Change() != Unchanged {
			return Changed
		}
	}
	return Unchanged
}
