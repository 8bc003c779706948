package worktest

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"unicode/utf16"
)

// FilledForm is a PDF with a form in whose fields the values stand, as programs
// save it that fill forms.
func FilledForm(values map[string]string) []byte {
	var fields, objects bytes.Buffer
	for i, name := range slices.Sorted(maps.Keys(values)) {
		fmt.Fprintf(&fields, "%d 0 R ", i+10)
		fmt.Fprintf(&objects, "%d 0 obj\n<</FT /Tx /T (%s) /V <FEFF", i+10, name)
		for _, unit := range utf16.Encode([]rune(values[name])) {
			fmt.Fprintf(&objects, "%04X", unit)
		}
		objects.WriteString(">>>\nendobj\n")
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%PDF-1.7\n1 0 obj\n<</Type /Catalog /AcroForm <</Fields [%s]>>>>\nendobj\n%strailer\n<</Root 1 0 R>>\n%%%%EOF\n", fields.String(), objects.String())
	return out.Bytes()
}
