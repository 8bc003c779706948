package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// textString writes a text string: UTF-16 with its byte order mark, as hex
// digits (ISO 32000-1, 7.9.2.2). Any text can stand in it.
func textString(text string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	out.WriteString(">")
	return out.String()
}

// literal writes a string of ASCII letters, digits and signs.
func literal(text string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text) + ")"
}
