package text

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersAreReadAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]string{
		"5": "5", " 5 ": "5", "005": "5", "0": "0", "0,0": "0", "0,50": "0.5", ",5": "0.5",
		"1 234,5": "1234.5", "1\u00A0234,5": "1234.5", "1\u202F234\u2009567": "1234567",
		"1234.5": "1234.5", "1.234,5": "1234.5", "1,234.5": "1234.5", "1.234.567": "1234567", "1,234": "1.234",
		"80 %": "80", "80%": "80", "12,75 %": "12.75", "999999999999999": "999999999999999",
	} {
		if got, err := ParseNumber(typed); err != nil || got != want {
			t.Errorf("%q is read as %q (%v), want %q", typed, got, err, want)
		}
	}
}

func TestEachFaultOfANumberHasItsOwnError(t *testing.T) {
	for typed, want := range map[string]error{
		"": ErrNumberEmpty, " \t": ErrNumberEmpty,
		"viisi": ErrNumberInWords, "fem": ErrNumberInWords, "👍": ErrNumberMalformed, "חמש": ErrNumberInWords,
		"5 kpl": ErrNumberWithWords, "noin 5": ErrNumberWithWords, "1e5": ErrNumberWithWords, "0x10": ErrNumberWithWords,
		"-3": ErrNumberNegative, "\u22123": ErrNumberNegative, "–3,5": ErrNumberNegative, "--3": ErrNumberNegative, "-0": ErrNumberNegative,
		"5–10": ErrNumberSeveral, "5-10": ErrNumberSeveral, "5 10": ErrNumberSeveral, "5; 6": ErrNumberSeveral,
		"2019 2020": ErrNumberSeveral, "1 2345": ErrNumberSeveral, "5\t6": ErrNumberSeveral, "5\n6": ErrNumberSeveral, "1/2": ErrNumberSeveral,
		"NaN": ErrNumberNotFinite, "-Inf": ErrNumberNotFinite, "∞": ErrNumberNotFinite, "ääretön": ErrNumberNotFinite,
		"1234567890123456": ErrNumberTooLong, "0,1234567": ErrNumberTooLong, strings.Repeat("9", 5000): ErrNumberTooLong,
		strings.Repeat("viisi ", 5000): ErrNumberInWords,
		"-":                            ErrNumberMalformed, "5,": ErrNumberMalformed, ",": ErrNumberMalformed, "+5": ErrNumberMalformed, "½": ErrNumberMalformed,
		"٥": ErrNumberMalformed, "1,2.3,4": ErrNumberMalformed, "%": ErrNumberMalformed, "-viisi": ErrNumberInWords,
	} {
		if got, err := ParseNumber(typed); !errors.Is(err, want) || got != "" {
			t.Errorf("%.40q gives %q and %v, want %v", typed, got, err, want)
		}
	}
}

func TestNumbersAreWrittenForTheReader(t *testing.T) {
	tests := []struct{ canonical, language, want string }{
		{"5", "fi", "5"}, {"1234.5", "fi", "1\u00A0234,5"}, {"1234567", "sv", "1\u00A0234\u00A0567"},
		{"1234.5", "en", "1\u00A0234.5"}, {"-12.5", "fi", "\u221212,5"}, {"", "fi", ""}, {"viisi", "fi", "viisi"},
	}
	for _, test := range tests {
		if got := FormatNumber(test.canonical, test.language); got != test.want {
			t.Errorf("%s in %s is %q, want %q", test.canonical, test.language, got, test.want)
		}
	}
}

func TestAWrittenNumberIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		canonical := strconv.FormatUint(rapid.Uint64Range(0, 999_999_999_999_999).Draw(t, "whole"), 10)
		if decimals := strings.TrimRight(rapid.StringMatching(`[0-9]{0,6}`).Draw(t, "decimals"), "0"); decimals != "" {
			canonical += "." + decimals
		}
		for _, language := range []string{"fi", "sv", "en"} {
			if got, err := ParseNumber(FormatNumber(canonical, language)); err != nil || got != canonical {
				t.Fatalf("%s comes back in %s as %q (%v)", canonical, language, got, err)
			}
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"1 234,5", "-3", "5–10", "NaN", "viisi", "1.234.567,8", "\xff", "%%"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		canonical, err := ParseNumber(typed)
		if err != nil {
			if canonical != "" {
				t.Fatalf("%q gives both %q and %v", typed, canonical, err)
			}
			return
		}
		if again, err := ParseNumber(FormatNumber(canonical, "fi")); err != nil || again != canonical {
			t.Fatalf("%q is read as %q, which comes back as %q (%v)", typed, canonical, again, err)
		}
	})
}
