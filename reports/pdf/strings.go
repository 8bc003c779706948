package pdf

import (
	"strings"
	"unicode/utf16"
)

// textString writes a text string: UTF-16 with its byte order mark, as hex
// digits (ISO 32000-1, 7.9.2.2). Any text can stand in it.
func textString(text string) string {
	const digits = "0123456789ABCDEF"
	out := make([]byte, 0, len("<FEFF>")+4*len(text))
	out = append(out, "<FEFF"...)
	var units [2]uint16
	for _, r := range text {
		for _, unit := range utf16.AppendRune(units[:0], r) {
			out = append(out, digits[unit>>12], digits[unit>>8&0xF], digits[unit>>4&0xF], digits[unit&0xF])
		}
	}
	return string(append(out, '>'))
}

// literal writes a string of ASCII letters, digits and signs.
func literal(text string) string {
	if !strings.ContainsAny(text, `\()`) {
		return "(" + text + ")"
	}
	var out strings.Builder
	out.WriteByte('(')
	for _, r := range text {
		if r == '\\' || r == '(' || r == ')' {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	out.WriteByte(')')
	return out.String()
}
