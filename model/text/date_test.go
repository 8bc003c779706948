package text

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDatesAreReadInBothForms(t *testing.T) {
	for typed, want := range map[string][3]int{
		"24.12.2026": {2026, 12, 24}, " 1.2.2023 ": {2023, 2, 1}, "01.02.2023": {2023, 2, 1}, "24. 12. 2026": {2026, 12, 24},
		"2026-12-24": {2026, 12, 24}, "29.2.2024": {2024, 2, 29},
	} {
		year, month, day, err := ParseDate(typed)
		if got := [3]int{year, month, day}; err != nil || got != want {
			t.Errorf("%q is read as %v (%v), want %v", typed, got, err, want)
		}
	}
}

func TestEachFaultOfADateHasItsOwnError(t *testing.T) {
	for typed, want := range map[string]error{
		"": ErrDateEmpty, "24.12.26": ErrDateTwoDigitYear, "24.12.": ErrDateWithoutYear, "24.12": ErrDateWithoutYear,
		"31.2.2023": ErrDateNoSuchDay, "29.2.2023": ErrDateNoSuchDay, "0.1.2023": ErrDateNoSuchDay, "1.13.2023": ErrDateNoSuchDay, "2023-02-30": ErrDateNoSuchDay,
		"jouluaatto": ErrDateInWords, "24. joulukuuta 2026": ErrDateInWords,
		"24/12/2026": ErrDateMalformed, "24122026": ErrDateMalformed, "24.12.2026.1": ErrDateMalformed, "24.12.202": ErrDateMalformed,
		"1.1.20222": ErrDateMalformed, "-1.1.2023": ErrDateMalformed, "1.1.2023–2.1.2023": ErrDateMalformed, "🎄": ErrDateMalformed, "1..2023": ErrDateMalformed,
		"24.12.0000": ErrYearOutOfRange, "24.12.9999": ErrYearOutOfRange,
	} {
		if year, month, day, err := ParseDate(typed); !errors.Is(err, want) || year+month+day != 0 {
			t.Errorf("%q gives %d.%d.%d and %v, want %v", typed, day, month, year, err, want)
		}
	}
}

func TestYearsAreReadOrRefused(t *testing.T) {
	if year, err := ParseYear(" 2019 "); year != 2019 || err != nil {
		t.Errorf("2019 is read as %d (%v)", year, err)
	}
	for typed, want := range map[string]error{
		"": ErrYearEmpty, "0": ErrYearMalformed, "19": ErrYearMalformed, "20222": ErrYearMalformed, "-2019": ErrYearMalformed, "2019.": ErrYearMalformed,
		"kaksituhatta": ErrYearInWords, "vuosi 2019": ErrYearInWords, "2019–2022": ErrYearSeveral, "2019 2020": ErrYearSeveral,
		"0000": ErrYearOutOfRange, "1066": ErrYearOutOfRange, "9999": ErrYearOutOfRange, "٢٠١٩": ErrYearMalformed,
		strings.Repeat("2019", 1000): ErrYearMalformed,
	} {
		if year, err := ParseYear(typed); !errors.Is(err, want) || year != 0 {
			t.Errorf("%.30q gives %d and %v, want %v", typed, year, err, want)
		}
	}
}

func TestDatesAndTimesAreWrittenTheFinnishWay(t *testing.T) {
	if got := FormatDate(2026, 2, 1); got != "1.2.2026" {
		t.Errorf("date is %s", got)
	}
	if got := FormatClock(14, 5); got != "14.05" {
		t.Errorf("time is %s", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		want := [3]int{rapid.IntRange(1800, 2200).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")}
		year, month, day, err := ParseDate(FormatDate(want[0], want[1], want[2]))
		if got := [3]int{year, month, day}; err != nil || got != want {
			t.Fatalf("%v comes back as %v (%v)", want, got, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"24.12.2026", "2026-12-24", "24.12.26", "31.2.2023", "\xff..", "1. 1. 0000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		year, month, day, err := ParseDate(typed)
		if err != nil {
			return
		}
		if again, _, _, err := ParseDate(FormatDate(year, month, day)); err != nil || again != year {
			t.Fatalf("%q is read as %d.%d.%d, which is not read back: %v", typed, day, month, year, err)
		}
	})
}
