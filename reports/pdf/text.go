package pdf

import (
	"math"
	"math/bits"
	"strconv"
	"unicode/utf8"
)

// characters are those drawn in a font, of the plane that its codes reach.
type characters [0x10000 / 64]uint64

// add takes in the characters of a text.
func (c *characters) add(text string) {
	for _, r := range text {
		if r < 0x10000 { // the layout draws none beyond
			c[r/64] |= 1 << (r % 64)
		}
	}
}

// sorted lists the characters.
func (c *characters) sorted() []rune {
	var list []rune
	for i, some := range c {
		for ; some != 0; some &= some - 1 { // without the lowest
			list = append(list, rune(i*64+bits.TrailingZeros64(some)))
		}
	}
	return list
}

// withoutMarks tells of most texts that they have no marks set on letters.
func withoutMarks(text string) bool {
	const firstMark = 0x300
	for _, r := range text {
		if r >= firstMark && !(r >= 0x2010 && r <= 0x2027) {
			return false
		}
	}
	return true
}

// appendText writes the operators of a text that was begun, at a place in PDF's
// coordinates. All of its characters are below U+10000: each is two bytes, of which
// those that mean something in a string stand behind a backslash.
func appendText(out []byte, x, y float64, text string) []byte {
	out = appendNumber(out, x)
	out = append(out, ' ')
	out = appendNumber(out, y)
	out = append(out, " Td ("...)
	for _, r := range text {
		if r < utf8.RuneSelf && r != '(' && r != ')' && r != '\\' && r != '\r' {
			out = append(out, 0, byte(r))
			continue
		}
		out = appendEscaped(out, byte(r>>8))
		out = appendEscaped(out, byte(r))
	}
	return append(out, ") Tj ET\n"...)
}

func appendEscaped(out []byte, char byte) []byte {
	switch char {
	case '(', ')', '\\':
		return append(out, '\\', char)
	case '\r':
		return append(out, `\r`...)
	}
	return append(out, char)
}

// appendNumber writes a number with two decimals at the most.
func appendNumber(out []byte, number float64) []byte {
	const most = 1 << 40 // hundredths below are whole in a float64
	hundredths := math.RoundToEven(number * 100)
	if !(math.Abs(hundredths) < most) {
		return strconv.AppendFloat(out, number, 'f', 2, 64)
	}
	whole := int64(hundredths)
	if whole < 0 {
		out = append(out, '-')
		whole = -whole
	}
	out = strconv.AppendInt(out, whole/100, 10)
	if whole%100 == 0 {
		return out
	}
	return append(out, '.', byte('0'+whole/10%10), byte('0'+whole%10))
}
