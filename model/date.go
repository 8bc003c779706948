package model

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// Date is a day of the calendar without a clock or a time zone.
type Date struct {
	Year  int `json:"year" cbor:"1,keyasint"`
	Month int `json:"month" cbor:"2,keyasint"`
	Day   int `json:"day" cbor:"3,keyasint"`
}

// ErrNoDate says that a text or a triple is no day of the calendar.
var ErrNoDate = errors.New("no date")

// NewDate returns the day, or [ErrNoDate] for 31.2. and years outside 1800–2200.
func NewDate(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1800 || year > 2200 || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return Date{}, fmt.Errorf("%w: %d-%d-%d", ErrNoDate, year, month, day)
	}
	return Date{year, month, day}, nil
}

// DateOf returns the day of t in t's own time zone.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// ParseISODate reads "2019-01-21".
func ParseISODate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%w: %q", ErrNoDate, s)
	}
	return NewDate(t.Year(), int(t.Month()), t.Day())
}

// Zero tells whether no day is given.
func (d Date) Zero() bool { return d == Date{} }

// String writes "2019-01-21", or "" for no day.
func (d Date) String() string {
	if d.Zero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Before tells whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.String() < other.String() }

// MarshalText writes the day as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads "2019-01-21" or "".
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseISODate(string(b))
	*d = parsed
	return err
}

// Number is a decimal number as canonical text: "12.5", "-3"; "" is no number.
// It keeps what was typed exactly, which binary fractions would not.
type Number string

var numberForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?$`)

// Valid tells whether the number is in canonical form, with at most 15 digits
// before the point and 6 after it.
func (n Number) Valid() bool { return numberForm.MatchString(string(n)) && n != "-0" }

// Decimal returns the number for reckoning, zero for "".
func (n Number) Decimal() decimal.Decimal {
	d, err := decimal.NewFromString(string(n))
	if err != nil {
		return decimal.Zero
	}
	return d
}

// NumberOf writes an integer as a Number.
func NumberOf(i int) Number { return Number(fmt.Sprint(i)) }

// Negative tells whether the number is below zero.
func (n Number) Negative() bool { return strings.HasPrefix(string(n), "-") }
