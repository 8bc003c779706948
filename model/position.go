package model

import (
	"errors"
	"fmt"
	"strings"
)

// A position is a fraction between 0 and 1 written in base 62 without a
// trailing zero: "V" is the middle. Elements stand in the order of their
// positions, then of their ids, so that an element can be put between two
// others without touching them.

const positionDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// ErrMalformedPosition says that a position holds other characters or ends in zero.
var ErrMalformedPosition = errors.New("malformed position")

// maxPositionLength bounds positions that come from elsewhere.
const maxPositionLength = 4096

func checkPosition(p string) error {
	if p == "" || len(p) > maxPositionLength || strings.HasSuffix(p, "0") || strings.Trim(p, positionDigits) != "" {
		return fmt.Errorf("%w: %.40q", ErrMalformedPosition, p)
	}
	return nil
}

// PositionBetween returns a position after low and before high; "" stands for
// the beginning as low and for the end as high. Where low is not before high
// (two laptops chose the same place) it returns a position after low.
func PositionBetween(low, high string) string {
	if high != "" && low >= high {
		high = ""
	}
	var out strings.Builder
	bounded := high != ""
	for i := 0; ; i++ {
		l := digitAt(low, i)
		h := len(positionDigits)
		if bounded {
			h = digitAt(high, i)
		}
		if h-l > 1 {
			out.WriteByte(positionDigits[between(l, h, i >= len(low) && !bounded)])
			return out.String()
		}
		out.WriteByte(positionDigits[l])
		if h > l {
			bounded = false
		}
	}
}

// between picks a digit in (l, h): near the low end when elements are added
// one after another at the end, so that positions stay short; else the middle.
func between(l, h int, appending bool) int {
	if appending && l == 0 {
		return h / 2
	}
	if h == len(positionDigits) && l > 0 {
		return l + 1
	}
	return (l + h) / 2
}

func digitAt(p string, i int) int {
	if i >= len(p) {
		return 0
	}
	return strings.IndexByte(positionDigits, p[i])
}
