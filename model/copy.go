package model

import (
	"maps"
	"slices"
	"strconv"
)

// notCopied are the fields of the programme itself that its successor does not
// take over: its state, its publication, its years and what came before it.
var notCopied = map[Field]bool{
	FieldStoredState: true, FieldVersion: true, FieldFirstYear: true, FieldLastYear: true, FieldPublished: true,
	FieldRecordedAfterwards: true, FieldStructureOnly: true, FieldPredecessorID: true, FieldPredecessor: true,
	// Of elements: printed numbers, follow-up, and the acceptance of an earlier duty.
	FieldNumber: true, FieldStatus: true, FieldPlainText: true, FieldAcceptedBy: true, FieldAcceptedOn: true, FieldReservation: true,
	FieldAside: true, FieldOrigin: true, FieldKind: true, FieldParent: true, FieldPosition: true, FieldDeleted: true,
	FieldTimetablePrinted: true, // tells the years of the earlier programme
}

// CopyProgramme makes the successor of a programme in an empty state: a draft
// for the years given, with the same sections, goals, measures, bodies,
// indicators and texts in all their languages. Each element names the one that
// it continues ([FieldOrigin]), and the programme its predecessor; dates of
// measures and targets move with the first year. Decisions, comments, ideas put
// aside and what was done stay behind. It returns the new programme's id.
func (st *Step) CopyProgramme(from *State, firstYear, lastYear int) (EntityID, error) {
	source := from.Programme()
	root, err := st.CreateProgramme()
	if err != nil {
		return "", err
	}
	c := copying{step: st, from: from, made: map[EntityID]EntityID{}}
	if source.FirstYear > 0 && firstYear > 0 {
		c.shift = firstYear - source.FirstYear
	}
	for field, value := range map[Field]Value{
		FieldFirstYear: yearValue(firstYear), FieldLastYear: yearValue(lastYear),
		FieldVersion: ValueOf(1), FieldPredecessorID: ValueOf(string(source.ID)),
	} {
		if err := st.Set(root, field, value); err != nil {
			return "", err
		}
	}
	if err := st.SetTexts(root, FieldPredecessor, source.Title); err != nil {
		return "", err
	}
	if err := c.element(from.Element(source.ID), root); err != nil {
		return "", err
	}
	return root, c.references()
}

func yearValue(year int) Value {
	if year == 0 {
		return nil
	}
	return ValueOf(year)
}

// copying is a programme being copied.
type copying struct {
	step  *Step
	from  *State
	shift int                   // years by which dates move
	made  map[EntityID]EntityID // the copy of each element
	order []EntityID            // of the elements copied
}

// element copies an element's fields and what stands under it.
func (c *copying) element(e *Element, into EntityID) error {
	c.made[e.ID] = into
	c.order = append(c.order, e.ID)
	for _, field := range slices.Sorted(maps.Keys(e.Fields)) {
		if err := c.field(e, field, into); err != nil {
			return err
		}
	}
	for _, child := range c.from.Children(e.ID, "") {
		if child.Kind.AboutContent() || child.Value(FieldAside).Bool() {
			continue
		}
		id, err := c.step.Add(into, child.Kind, "")
		if err != nil {
			return err
		}
		if err := c.step.Set(id, FieldOrigin, ValueOf(string(child.ID))); err != nil {
			return err
		}
		if err := c.element(child, id); err != nil {
			return err
		}
	}
	return nil
}

func (c *copying) field(e *Element, field Field, into EntityID) error {
	base, suffix := field.Split()
	value := e.Value(field)
	switch {
	case notCopied[base] || len(value) == 0 || base == FieldChecked || base == FieldBody || base == FieldSuccessor:
		return nil
	case base == FieldTarget:
		year, _ := strconv.Atoi(suffix) // the schema has seen to it that it is a year
		if !PossibleYear(year + c.shift) {
			return nil
		}
		field = TargetField(year + c.shift)
	case base == FieldTimetable:
		value = ValueOf(value.Timetable().Moved(c.shift))
	}
	return c.step.Set(into, field, value)
}

// references binds what names other elements of the programme, and keeps how far
// each translation was held against its original.
func (c *copying) references() error {
	for _, id := range c.order {
		e := c.from.Element(id)
		for _, field := range []Field{FieldBody, FieldSuccessor} {
			named, found := c.made[EntityID(e.Value(field).Text())]
			if !found {
				continue
			}
			if err := c.step.Set(c.made[id], field, ValueOf(string(named))); err != nil {
				return err
			}
		}
		if err := c.translations(e); err != nil {
			return err
		}
	}
	return nil
}

func (c *copying) translations(e *Element) error {
	for _, base := range slices.Sorted(slices.Values(TranslatedFields(e.Kind))) {
		if notCopied[base] {
			continue
		}
		for _, l := range Languages() {
			if e.Value(base.In(l)).Text() == "" {
				continue
			}
			into := c.made[e.ID]
			switch {
			case c.from.TextState(e.ID, base, l) == TextOutOfDate:
				if err := c.step.MarkOutOfDate(into, base, l); err != nil {
					return err
				}
			case c.from.Checked(e.ID, base, l):
				if err := c.step.MarkChecked(into, base, l, true); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Moved returns the timetable some years later; one that would leave the years
// in which a programme can fall stays as it is.
func (t Timetable) Moved(years int) Timetable {
	possible := func(m Moment) bool { return PossibleYear(m.Year + years) }
	switch t.Kind {
	case InYears:
		moved := make([]int, len(t.Years))
		for i, year := range t.Years {
			if !PossibleYear(year + years) {
				return t
			}
			moved[i] = year + years
		}
		return YearsTimetable(moved...)
	case InSpan:
		if !possible(t.From) || !possible(t.To) {
			return t
		}
		t.From.Year += years
		t.To.Year += years
	}
	return t
}
