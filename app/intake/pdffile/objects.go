package pdffile

import (
	"bytes"
	"encoding/hex"
	"strconv"
)

// The values of a PDF (ISO 32000-1, 7.3): name, reference, dictionary, list,
// text, int64, float64, bool, nil and *stream.
type (
	name       string
	reference  struct{ number, generation int }
	dictionary map[name]any
	list       []any
	text       string
	stream     struct {
		facts dictionary
		start int // of its bytes in the file
	}
	keyword string // "obj", "stream", "R", or what is none
)

// maxNesting bounds lists and dictionaries within each other.
const maxNesting = 64

// lexer reads values from bytes.
type lexer struct {
	data []byte
	at   int
	// work counts values, so that no file keeps the program busy for long.
	work *int
}

// readPerValue is how many bytes of a long value are read in the time of a short
// one.
const readPerValue = 32

// pay counts the bytes looked through since a place as work.
func (l *lexer) pay(since int) { *l.work -= (l.at - since) / readPerValue }

func (l *lexer) skipSpace() {
	defer l.pay(l.at)
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// value reads one value; ok is false at the end and at what is no value.
func (l *lexer) value(depth int) (v any, ok bool) {
	if *l.work--; *l.work < 0 || depth > maxNesting {
		return nil, false
	}
	l.skipSpace()
	if l.at >= len(l.data) {
		return nil, false
	}
	switch c := l.data[l.at]; {
	case c == '/':
		return l.name(), true
	case c == '(':
		return l.literal()
	case c == '[':
		return l.list(depth)
	case bytes.HasPrefix(l.data[l.at:], []byte("<<")):
		return l.dictionary(depth)
	case c == '<':
		return l.hexadecimal()
	case c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9':
		return l.number(depth)
	case isDelimiter(c):
		return nil, false
	}
	switch word := l.word(); word {
	case "true":
		return true, true
	case "false":
		return false, true
	case "null":
		return nil, true
	default:
		return keyword(word), true
	}
}

func (l *lexer) word() string {
	start := l.at
	defer l.pay(start)
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[start:l.at])
}

func (l *lexer) name() name {
	l.at++
	word := l.word()
	if !bytes.Contains([]byte(word), []byte("#")) {
		return name(word)
	}
	var out []byte
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if code, err := strconv.ParseUint(word[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(code))
				i += 2
				continue
			}
		}
		out = append(out, word[i])
	}
	return name(out)
}

// number reads a number, or a reference, which begins with two.
func (l *lexer) number(depth int) (any, bool) {
	word := l.word()
	first, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		real, err := strconv.ParseFloat(word, 64)
		return real, err == nil
	}
	if depth < 0 || first < 0 || first > maxNumber {
		return first, true
	}
	back := l.at
	l.skipSpace()
	generation, err := strconv.Atoi(l.word())
	if err == nil && generation >= 0 {
		l.skipSpace()
		if l.word() == "R" {
			return reference{int(first), generation}, true
		}
	}
	l.at = back
	return first, true
}

func (l *lexer) list(depth int) (any, bool) {
	l.at++
	items := list{}
	for {
		l.skipSpace()
		if l.at < len(l.data) && l.data[l.at] == ']' {
			l.at++
			return items, true
		}
		item, ok := l.value(depth + 1)
		if !ok {
			return nil, false
		}
		items = append(items, item)
	}
}

func (l *lexer) dictionary(depth int) (any, bool) {
	l.at += 2
	facts := dictionary{}
	for {
		l.skipSpace()
		if bytes.HasPrefix(l.data[l.at:], []byte(">>")) {
			l.at += 2
			return facts, true
		}
		key, ok := l.value(depth + 1)
		called, isName := key.(name)
		if !ok || !isName {
			return nil, false
		}
		value, ok := l.value(depth + 1)
		if !ok {
			return nil, false
		}
		facts[called] = value
	}
}

func (l *lexer) literal() (any, bool) {
	defer l.pay(l.at)
	l.at++
	var out []byte
	for depth := 1; l.at < len(l.data); l.at++ {
		switch c := l.data[l.at]; c {
		case '\\':
			l.at++
			out = l.escape(out)
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.at++
				return text(out), true
			}
		}
		out = append(out, l.data[l.at])
	}
	return nil, false
}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	if plain := bytes.IndexByte([]byte("nrtbf"), c); plain >= 0 {
		return append(out, "\n\r\t\b\f"[plain])
	}
	if c == '\n' || c == '\r' {
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	code := 0
	for i := 0; i < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
		code = code*8 + int(l.data[l.at]-'0')
		l.at++
	}
	l.at--
	return append(out, byte(code))
}

func (l *lexer) hexadecimal() (any, bool) {
	defer l.pay(l.at)
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		l.at = len(l.data)
		return nil, false
	}
	digits := make([]byte, 0, end)
	for _, c := range l.data[l.at+1 : l.at+end] {
		if !isSpace(c) {
			digits = append(digits, c)
		}
	}
	l.at += end + 1
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	if _, err := hex.Decode(out, digits); err != nil {
		return nil, false
	}
	return text(out), true
}
