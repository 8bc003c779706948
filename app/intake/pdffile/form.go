package pdffile

import (
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// ErrNoForm says that the document has no fields: a form that was printed into
// a new PDF has lost them.
var ErrNoForm = errors.New("the PDF has no form")

// The limits of a form.
const (
	maxFields = 100_000
	maxName   = 4 << 10  // bytes of a field's whole name
	maxValue  = 1 << 20  // of one value
	maxValues = 32 << 20 // of all names and values together
)

// FormValues returns what stands in the fields of a PDF's form, by the fields'
// whole names (ISO 32000-1, 12.7.3.2), as programs save it that fill forms: of a
// choice its value, of a check box the name of its state, of an empty field "".
// Line ends are line feeds. It returns [ErrNoForm] besides what [Attachment]
// returns of a document.
func FormValues(pdf []byte) (map[string]string, error) {
	d, err := open(pdf)
	if err != nil {
		return nil, err
	}
	form, _ := d.resolve(d.catalogue()["AcroForm"]).(dictionary)
	fields, _ := d.resolve(form["Fields"]).(list)
	r := formReader{document: d, values: map[string]string{}, room: maxValues}
	for _, field := range fields {
		r.field(field, "", nil, 0)
	}
	switch {
	case d.tooLarge || d.work < 0 || len(r.values) > maxFields:
		return nil, ErrTooLarge
	case len(r.values) == 0:
		return nil, ErrNoForm
	}
	return r.values, nil
}

type formReader struct {
	*document
	values map[string]string
	room   int // bytes that names and values may still take
}

// field reads a field and those within it, which inherit its value.
func (r *formReader) field(v any, above string, inherited any, depth int) {
	facts, is := r.resolve(v).(dictionary)
	if r.work--; !is || depth > maxNesting || r.work < 0 || r.tooLarge || len(r.values) > maxFields {
		return
	}
	whole := above
	if part, named := r.resolve(facts["T"]).(text); named {
		if len(above)+len(part) > maxName {
			r.tooLarge = true
			return
		}
		whole = strings.TrimPrefix(above+"."+part.words(), ".")
	}
	value := r.resolve(facts["V"])
	if value == nil {
		value = inherited
	}
	kids, _ := r.resolve(facts["Kids"]).(list)
	for _, kid := range kids {
		r.field(kid, whole, value, depth+1)
	}
	if len(kids) > 0 || whole == "" {
		return
	}
	if value == nil {
		value = r.resolve(facts["AS"]) // of a check box that says no more
	}
	words := r.value(value)
	if r.room -= len(whole) + len(words); r.room < 0 {
		r.tooLarge = true
		return
	}
	if words != "" || r.values[whole] == "" {
		r.values[whole] = words
	}
}

// value reads what a field holds: a text, a name, the first of a list, or a
// stream of text.
func (r *formReader) value(v any) string {
	switch found := r.resolve(v).(type) {
	case text:
		return r.words(found)
	case name:
		return string(found)
	case list:
		if len(found) > 0 {
			if first, is := r.resolve(found[0]).(text); is {
				return r.words(first)
			}
		}
	case *stream:
		if data, err := r.unpack(found, maxValue); err == nil {
			return text(data).words()
		}
	}
	return ""
}

// words reads a text of a bearable length.
func (r *formReader) words(t text) string {
	if len(t) > maxValue {
		r.tooLarge = true
		return ""
	}
	return t.words()
}

// words reads a text string (7.9.2.2): UTF-16 in either order of bytes or UTF-8
// behind their marks, else PDFDocEncoding.
func (t text) words() string {
	var out string
	switch {
	case strings.HasPrefix(string(t), "\xFE\xFF"):
		out = fromUTF16(t[2:], 0)
	case strings.HasPrefix(string(t), "\xFF\xFE"):
		out = fromUTF16(t[2:], 1)
	case strings.HasPrefix(string(t), "\xEF\xBB\xBF"):
		out = strings.ToValidUTF8(string(t[3:]), "\uFFFD")
	default:
		out = fromDocEncoding(t)
	}
	return strings.ReplaceAll(strings.ReplaceAll(out, "\r\n", "\n"), "\r", "\n")
}

// fromUTF16 reads units whose higher byte stands at the given place. Between
// two escapes stands the language of what follows: it is left out.
func fromUTF16(t text, higher int) string {
	const escape = 0x1B
	var units []uint16
	inside := false
	for i := 0; i+1 < len(t); i += 2 {
		unit := uint16(t[i+higher])<<8 | uint16(t[i+1-higher])
		if unit == escape {
			inside = !inside
			continue
		}
		if !inside {
			units = append(units, unit)
		}
	}
	return string(utf16.Decode(units))
}

// docEncoded are the characters of PDFDocEncoding that are not those of Latin-1
// (annex D.2).
var docEncoded = map[byte]rune{
	0x18: '˘', 0x19: 'ˇ', 0x1A: 'ˆ', 0x1B: '˙', 0x1C: '˝', 0x1D: '˛', 0x1E: '˚', 0x1F: '˜',
	0x80: '•', 0x81: '†', 0x82: '‡', 0x83: '…', 0x84: '—', 0x85: '–', 0x86: 'ƒ', 0x87: '⁄',
	0x88: '‹', 0x89: '›', 0x8A: '−', 0x8B: '‰', 0x8C: '„', 0x8D: '“', 0x8E: '”', 0x8F: '‘',
	0x90: '’', 0x91: '‚', 0x92: '™', 0x93: 'ﬁ', 0x94: 'ﬂ', 0x95: 'Ł', 0x96: 'Œ', 0x97: 'Š',
	0x98: 'Ÿ', 0x99: 'Ž', 0x9A: 'ı', 0x9B: 'ł', 0x9C: 'œ', 0x9D: 'š', 0x9E: 'ž', 0xA0: '€',
	0x7F: utf8.RuneError, 0x9F: utf8.RuneError, 0xAD: utf8.RuneError,
}

func fromDocEncoding(t text) string {
	var out strings.Builder
	for _, b := range []byte(t) {
		if r, special := docEncoded[b]; special {
			out.WriteRune(r)
			continue
		}
		out.WriteRune(rune(b))
	}
	return out.String()
}
