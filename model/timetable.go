package model

import (
	"errors"
	"slices"
)

// TimetableKind says in which way a measure is timed.
type TimetableKind string

// The kinds of timetable. The zero value is a timetable not given yet, which
// a draft marks as missing; NoOwnDate is the choice to give none.
const (
	Unscheduled TimetableKind = ""
	InYears     TimetableKind = "years"
	InSpan      TimetableKind = "span"
	Ongoing     TimetableKind = "ongoing"
	NoOwnDate   TimetableKind = "none"
)

// Season is a season of the year, as councils time measures ("kevään 2019 aikana").
type Season string

// The seasons.
const (
	NoSeason Season = ""
	Winter   Season = "winter"
	Spring   Season = "spring"
	Summer   Season = "summer"
	Autumn   Season = "autumn"
)

// Moment is a year, or a month or a season in it.
type Moment struct {
	Year   int    `json:"year" cbor:"1,keyasint"`
	Month  int    `json:"month,omitempty" cbor:"2,keyasint,omitempty"`
	Season Season `json:"season,omitempty" cbor:"3,keyasint,omitempty"`
}

// Timetable says when a measure is carried out.
//
// InYears uses Years (sorted, each once). InSpan uses From and To, which are
// equal for a single month or season; a span from 2019 to 2021 has whole
// years. The others use neither.
type Timetable struct {
	Kind  TimetableKind `json:"kind" cbor:"1,keyasint"`
	Years []int         `json:"years,omitempty" cbor:"2,keyasint,omitempty"`
	From  Moment        `json:"from,omitzero" cbor:"3,keyasint,omitzero"`
	To    Moment        `json:"to,omitzero" cbor:"4,keyasint,omitzero"`
}

// YearsTimetable returns a timetable of single years.
func YearsTimetable(years ...int) Timetable {
	if len(years) == 0 {
		return Timetable{}
	}
	years = slices.Clone(years)
	slices.Sort(years)
	return Timetable{Kind: InYears, Years: slices.Compact(years)}
}

// SpanTimetable returns a timetable from one moment to another; the same
// moment twice is a single month or season.
func SpanTimetable(from, to Moment) Timetable { return Timetable{Kind: InSpan, From: from, To: to} }

// OngoingTimetable returns the timetable of a measure that goes on.
func OngoingTimetable() Timetable { return Timetable{Kind: Ongoing} }

// Unset tells whether no timetable has been given, not even the choice of none.
func (t Timetable) Unset() bool { return t.Kind == Unscheduled }

// Dated tells whether the measure falls on years.
func (t Timetable) Dated() bool { return t.Kind == InYears || t.Kind == InSpan }

// LastYear returns the last year of a dated timetable, 0 for the others.
func (t Timetable) LastYear() int {
	switch t.Kind {
	case InYears:
		return t.Years[len(t.Years)-1]
	case InSpan:
		return t.To.Year
	}
	return 0
}

// CoversYear tells whether the measure is to be done in the year. An ongoing
// one is, in every year of the programme.
func (t Timetable) CoversYear(year int) bool {
	switch t.Kind {
	case InYears:
		return slices.Contains(t.Years, year)
	case InSpan:
		return t.From.Year <= year && year <= t.To.Year
	case Ongoing:
		return true
	}
	return false
}

var errTimetable = errors.New("no timetable")

func (t Timetable) wellFormed() error {
	switch t.Kind {
	case Ongoing, NoOwnDate:
		if len(t.Years) == 0 && t.From == (Moment{}) && t.To == (Moment{}) {
			return nil
		}
	case InYears:
		if len(t.Years) > 0 && slices.IsSorted(t.Years) && len(slices.Compact(slices.Clone(t.Years))) == len(t.Years) &&
			t.From == (Moment{}) && t.To == (Moment{}) {
			return nil
		}
	case InSpan:
		if len(t.Years) == 0 && t.From.wellFormed() && t.To.wellFormed() {
			return nil
		}
	}
	return errTimetable
}

func (m Moment) wellFormed() bool {
	if m.Month < 0 || m.Month > 12 || m.Month > 0 && m.Season != NoSeason {
		return false
	}
	switch m.Season {
	case NoSeason, Winter, Spring, Summer, Autumn:
		return true
	}
	return false
}

// order gives a number that grows with time inside and between years.
func (m Moment) order(end bool) int {
	month := m.Month
	switch m.Season {
	case Winter:
		month = 2
	case Spring:
		month = 5
	case Summer:
		month = 8
	case Autumn:
		month = 11
	}
	if month == 0 && end {
		month = 12
	}
	return m.Year*100 + month
}

// EndsBeforeStart tells whether a span runs backwards.
func (t Timetable) EndsBeforeStart() bool {
	return t.Kind == InSpan && t.To.order(true) < t.From.order(false)
}
