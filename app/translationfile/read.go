package translationfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"tavoitekartta/model"
)

// Read reads a file that came back from a translator, in whichever form it is.
// Units with a problem are left out of the file. The error is a [Refusal], or
// that of reading r.
func Read(r io.Reader) (File, []Problem, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxMegabytes<<20+1))
	if err != nil {
		return File{}, nil, fmt.Errorf("read translation: %w", err)
	}
	if len(data) > MaxMegabytes<<20 {
		return File{}, nil, Refusal{CodeTooLarge, MaxMegabytes}
	}
	var read reading
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		err = read.workbook(data)
	case looksLikeXML(data):
		err = read.xliff(data)
	default:
		err = Refusal{Code: CodeUnreadable}
	}
	if err != nil {
		return File{}, nil, err
	}
	if !read.file.Source.Valid() || !read.file.Target.Valid() || read.file.Programme == "" {
		return File{}, nil, Refusal{Code: CodeNotOurs}
	}
	return read.file, read.problems, nil
}

// Write writes a file in a form. Headings are the words of a workbook.
func Write(w io.Writer, f File, form Form, h Headings) error {
	switch form {
	case XLIFF:
		return writeXLIFF(w, f)
	case Workbook:
		return writeWorkbook(w, f, h)
	}
	return fmt.Errorf("write translation: %w", errors.ErrUnsupported)
}

// reading gathers what is found in a file.
type reading struct {
	file     File
	problems []Problem
	at       map[Key]int // units by key
}

func (r *reading) problem(code Code, row int, word string) {
	const longest = 60
	if runes := []rune(word); len(runes) > longest {
		word = string(runes[:longest]) + "…"
	}
	r.problems = append(r.problems, Problem{code, row, word})
}

// unit takes in a unit, unless something is wrong with it. A key that stands
// twice with the same text, or with one that is empty, is no problem.
func (r *reading) unit(key string, u Unit) error {
	if len(r.file.Units) >= maxUnits || len(r.problems) >= maxUnits {
		return Refusal{CodeTooMany, maxUnits}
	}
	known := false
	if u.Key, known = ParseKey(key); !known {
		r.problem(CodeUnknownKey, u.Row, key)
		return nil
	}
	if len(u.Translation) > MaxText {
		r.problem(CodeUnitLong, u.Row, u.Translation)
		return nil
	}
	if r.at == nil {
		r.at = map[Key]int{}
	}
	place, twice := r.at[Key{Entity: u.Key.Entity, Field: u.Key.Field}]
	if !twice {
		r.at[Key{Entity: u.Key.Entity, Field: u.Key.Field}] = len(r.file.Units)
		r.file.Units = append(r.file.Units, u)
		return nil
	}
	first := &r.file.Units[place]
	switch {
	case blank(u.Translation), u.Translation == first.Translation:
	case blank(first.Translation):
		*first = u
	default:
		r.problem(CodeRepeated, u.Row, u.Translation)
	}
	return nil
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// marker is what says in a workbook whose texts it holds and which languages.
const marker = "Tavoitekartta 1"

func markerOf(f File) string {
	return strings.Join([]string{marker, string(f.Programme), string(f.Source), string(f.Target)}, " ")
}

// takeMarker reads what [markerOf] wrote, and tells whether it was one.
func (r *reading) takeMarker(s string) bool {
	rest, is := strings.CutPrefix(strings.TrimSpace(s), marker+" ")
	parts := strings.Fields(rest)
	if !is || len(parts) != 3 {
		return false
	}
	r.file.Programme, r.file.Source, r.file.Target = model.EntityID(parts[0]), model.Language(parts[1]), model.Language(parts[2])
	return true
}
