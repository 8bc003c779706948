package text

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// What is wrong with a typed date or year.
var (
	ErrDateEmpty        = errors.New("date is empty")
	ErrDateInWords      = errors.New("date is written in words")
	ErrDateMalformed    = errors.New("date is malformed")
	ErrDateWithoutYear  = errors.New("date has no year")
	ErrDateTwoDigitYear = errors.New("date has a year of two digits")
	ErrDateNoSuchDay    = errors.New("no such day in the calendar")

	ErrYearEmpty      = errors.New("year is empty")
	ErrYearInWords    = errors.New("year is written in words")
	ErrYearMalformed  = errors.New("year is not four digits")
	ErrYearSeveral    = errors.New("several years instead of one")
	ErrYearOutOfRange = errors.New("year is out of range")
)

// FirstYear and LastYear bound what can be a year of a programme; they are
// those of the model.
const (
	FirstYear = 1990
	LastYear  = 2100
)

// The years of a date, such as that of a decision on which a programme stands.
const (
	firstDateYear = 1800
	lastDateYear  = 2200
)

// ParseDate reads "24.12.2026" or "2026-12-24", spaces allowed after the full
// stops. The error is one of the ErrDate values, or ErrYearOutOfRange.
func ParseDate(typed string) (year, month, day int, err error) {
	years, months, days, err := splitDate(strings.TrimSpace(typed))
	if err != nil {
		return 0, 0, 0, err
	}
	if year, err = yearBetween(years, firstDateYear, lastDateYear); err != nil {
		if errors.Is(err, ErrYearOutOfRange) {
			return 0, 0, 0, err
		}
		return 0, 0, 0, ErrDateMalformed
	}
	month, _ = strconv.Atoi(months)
	day, _ = strconv.Atoi(days)
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if date.Year() != year || int(date.Month()) != month || date.Day() != day {
		return 0, 0, 0, ErrDateNoSuchDay
	}
	return year, month, day, nil
}

// splitDate returns the digits of a date; those of the year are not checked.
func splitDate(typed string) (year, month, day string, err error) {
	if typed == "" {
		return "", "", "", ErrDateEmpty
	}
	if strings.ContainsFunc(typed, unicode.IsLetter) {
		return "", "", "", ErrDateInWords
	}
	if parts := strings.Split(typed, "-"); len(parts) == 3 && len(parts[0]) == 4 {
		year, month, day = parts[0], parts[1], parts[2]
	} else {
		parts := strings.Split(typed, ".")
		if len(parts) == 2 {
			parts = append(parts, "")
		}
		if len(parts) != 3 {
			return "", "", "", ErrDateMalformed
		}
		day, month, year = parts[0], strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])
	}
	switch {
	case !isDayOrMonth(day) || !isDayOrMonth(month):
		return "", "", "", ErrDateMalformed
	case year == "":
		return "", "", "", ErrDateWithoutYear
	case isDayOrMonth(year):
		return "", "", "", ErrDateTwoDigitYear
	}
	return year, month, day, nil
}

func isDayOrMonth(digits string) bool {
	return len(digits) <= 2 && isDigits(digits)
}

// ParseYear reads a year of four digits between FirstYear and LastYear. The
// error is one of the ErrYear values.
func ParseYear(typed string) (int, error) {
	return yearBetween(typed, FirstYear, LastYear)
}

func yearBetween(typed string, first, last int) (int, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return 0, ErrYearEmpty
	}
	if strings.ContainsFunc(typed, unicode.IsLetter) {
		return 0, ErrYearInWords
	}
	if !isDigits(typed) {
		if errors.Is(severalOrMalformed(typed), ErrNumberSeveral) {
			return 0, ErrYearSeveral
		}
		return 0, ErrYearMalformed
	}
	if len(typed) != 4 {
		return 0, ErrYearMalformed
	}
	year, _ := strconv.Atoi(typed)
	if year < first || year > last {
		return 0, ErrYearOutOfRange
	}
	return year, nil
}

// FormatDate writes a day as Finland does in all three languages: "24.12.2026".
func FormatDate(year, month, day int) string {
	return fmt.Sprintf("%d.%d.%d", day, month, year)
}

// FormatClock writes a time of day on the 24-hour clock: "14.32".
func FormatClock(hour, minute int) string {
	return fmt.Sprintf("%d.%02d", hour, minute)
}
