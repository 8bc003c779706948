package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A plain reader of the files that this package writes, for its tests: it knows
// one form of each thing and refuses all others. Values are name, ref, dict,
// list, str, float64 and word.
type (
	name string
	ref  int
	dict map[name]any
	list []any
	str  string
	word string
)

// stream is an object with data, inflated.
type stream struct {
	dict
	data []byte
}

// reading is a file taken apart.
type reading struct {
	objects map[ref]any
	trailer dict
}

// scanner reads values from bytes. What it cannot read it panics with, which
// [readFile] returns as an error.
type scanner struct {
	data []byte
	at   int
}

type unreadable string

func (s *scanner) fail(format string, arguments ...any) {
	panic(unreadable(fmt.Sprintf("at %d: ", s.at) + fmt.Sprintf(format, arguments...)))
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 }

func (s *scanner) space() {
	for s.at < len(s.data) && blank(s.data[s.at]) {
		s.at++
	}
}

func (s *scanner) starts(with string) bool {
	s.space()
	if !bytes.HasPrefix(s.data[s.at:], []byte(with)) {
		return false
	}
	s.at += len(with)
	return true
}

// value reads the next value; at the end it is nil.
func (s *scanner) value() any {
	s.space()
	switch {
	case s.at >= len(s.data):
		return nil
	case s.starts("<<"):
		found := dict{}
		for !s.starts(">>") {
			key, is := s.value().(name)
			if _, twice := found[key]; !is || twice {
				s.fail("the key %q", key)
			}
			found[key] = s.operand()
		}
		return found
	case s.starts("["):
		found := list{}
		for !s.starts("]") {
			found = append(found, s.operand())
		}
		return found
	case s.starts("<"):
		end := bytes.IndexByte(s.data[s.at:], '>')
		if end < 0 || end%2 != 0 {
			s.fail("hex digits without end")
		}
		var out []byte
		for ; end > 0; end -= 2 {
			code, err := strconv.ParseUint(string(s.data[s.at:s.at+2]), 16, 8)
			if err != nil {
				s.fail("%v", err)
			}
			out = append(out, byte(code))
			s.at += 2
		}
		s.at++
		return str(out)
	case s.starts("("):
		return s.literal()
	case s.starts("/"):
		return name(s.token())
	}
	token := s.token()
	if number, err := strconv.ParseFloat(token, 64); err == nil {
		return number
	}
	if token == "" {
		s.fail("a stray %q", s.data[s.at])
	}
	return word(token)
}

// operand reads a value, of which a reference is three.
func (s *scanner) operand() any {
	v := s.value()
	number, is := v.(float64)
	if !is {
		if v == nil {
			s.fail("the end within a value")
		}
		return v
	}
	if s.starts("0 R") {
		return ref(number)
	}
	return v
}

func (s *scanner) token() string {
	from := s.at
	for s.at < len(s.data) && !blank(s.data[s.at]) && !strings.ContainsRune("()<>[]/", rune(s.data[s.at])) {
		s.at++
	}
	return string(s.data[from:s.at])
}

func (s *scanner) literal() str {
	var out []byte
	for depth := 1; ; s.at++ {
		if s.at >= len(s.data) {
			s.fail("a text without end")
		}
		switch c := s.data[s.at]; c {
		case '\\':
			s.at++
			c = s.data[s.at]
			if at := strings.IndexByte("nrtbf", c); at >= 0 {
				c = "\n\r\t\b\f"[at]
			}
			out = append(out, c)
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return str(out)
			}
		}
		out = append(out, s.data[s.at])
	}
}

// readFile takes a finished file apart by its cross-reference stream.
func readFile(file []byte) (read *reading, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			if reason, own := problem.(unreadable); own {
				err = fmt.Errorf("%s", string(reason))
				return
			}
			panic(problem)
		}
	}()
	s := &scanner{data: file, at: bytes.LastIndex(file, []byte("startxref\n")) + len("startxref\n")}
	start, is := s.value().(float64)
	if !is || int(start) >= len(file) || !bytes.HasSuffix(file, []byte("%%EOF\n")) {
		s.fail("no place of the cross-references")
	}
	read = &reading{objects: map[ref]any{}}
	table, is := read.object(file, int(start), 0).(stream)
	if !is {
		s.fail("no cross-references")
	}
	read.trailer = table.dict
	const wide = 7
	var packed []ref
	for number := 0; number < len(table.data)/wide; number++ {
		row := table.data[wide*number:]
		place := int(binary.BigEndian.Uint32(row[1:]))
		switch row[0] {
		case 1:
			read.objects[ref(number)] = read.object(file, place, number)
			if own, is := read.objects[ref(number)].(stream); is && own.dict["Type"] == name("ObjStm") {
				packed = append(packed, ref(number))
			}
		}
	}
	for _, container := range packed {
		own := read.objects[container].(stream)
		head := &scanner{data: own.data}
		for range int(own.dict["N"].(float64)) {
			number, offset := head.value().(float64), head.value().(float64)
			row := table.data[wide*int(number):]
			if row[0] != 2 || ref(binary.BigEndian.Uint32(row[1:])) != container {
				s.fail("object %v is not where the cross-references say", number)
			}
			inside := &scanner{data: own.data, at: int(own.dict["First"].(float64) + offset)}
			read.objects[ref(number)] = inside.operand()
		}
	}
	return read, nil
}

func (r *reading) object(file []byte, at, number int) any {
	s := &scanner{data: file, at: at}
	found, is := s.value().(float64)
	if !is || number > 0 && int(found) != number || s.value() != 0.0 || s.value() != word("obj") {
		s.fail("no object %d", number)
	}
	facts := s.operand()
	own, is := facts.(dict)
	if !is || !s.starts("stream\n") {
		return facts
	}
	length := int(own["Length"].(float64))
	data := file[s.at : s.at+length]
	s.at += length
	if !s.starts("endstream") || !s.starts("endobj") {
		s.fail("a stream of another length in object %d", number)
	}
	if own["Filter"] == name("FlateDecode") && own["Subtype"] != name("Image") {
		inflater, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			s.fail("%v", err)
		}
		if data, err = io.ReadAll(inflater); err != nil {
			s.fail("%v", err)
		}
	}
	return stream{own, data}
}

// get follows references.
func (r *reading) get(v any) any {
	if number, is := v.(ref); is {
		return r.objects[number]
	}
	return v
}

func (r *reading) dict(v any) dict {
	switch found := r.get(v).(type) {
	case dict:
		return found
	case stream:
		return found.dict
	}
	return nil
}

func (r *reading) list(v any) list {
	found, _ := r.get(v).(list)
	return found
}

// words reads a text string.
func (s str) words() string {
	if !strings.HasPrefix(string(s), "\xFE\xFF") {
		return string(s)
	}
	return fromUTF16(string(s[2:]))
}

func fromUTF16(bytes string) string {
	units := make([]uint16, 0, len(bytes)/2)
	for i := 0; i+1 < len(bytes); i += 2 {
		units = append(units, uint16(bytes[i])<<8|uint16(bytes[i+1]))
	}
	return string(utf16.Decode(units))
}
