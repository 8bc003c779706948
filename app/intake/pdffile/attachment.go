package pdffile

import (
	"errors"
	"unicode/utf16"
)

// ErrNotCarried says that the document carries no file of the name.
var ErrNotCarried = errors.New("the PDF carries no such file")

// maxSpecifications bounds the files that a document may carry.
const maxSpecifications = 10_000

// Attachment returns the file of a name that a PDF carries along. It returns
// [ErrNoPDF], [ErrEncrypted], [ErrTooLarge], [ErrDamaged] or [ErrNotCarried].
func Attachment(pdf []byte, called string) ([]byte, error) {
	d, err := open(pdf)
	if err != nil {
		return nil, err
	}
	for _, specification := range d.specifications() {
		if d.called(specification) != called {
			continue
		}
		files, _ := d.resolve(specification["EF"]).(dictionary)
		for _, key := range []name{"UF", "F"} {
			if file, is := d.resolve(files[key]).(*stream); is {
				return d.unpack(file, MaxAttachment)
			}
		}
		return nil, d.failure()
	}
	if d.tooLarge || d.work < 0 {
		return nil, ErrTooLarge
	}
	return nil, ErrNotCarried
}

// specifications are those of the files that the document names as its own
// data, and then of all files that are embedded.
func (d *document) specifications() []dictionary {
	root := d.catalogue()
	var found []dictionary
	add := func(v any) {
		if s, is := d.resolve(v).(dictionary); is && len(found) < maxSpecifications {
			found = append(found, s)
		}
	}
	own, _ := d.resolve(root["AF"]).(list)
	for _, v := range own {
		add(v)
	}
	names, _ := d.resolve(root["Names"]).(dictionary)
	d.leaves(names["EmbeddedFiles"], 0, add)
	return found
}

// leaves walks a name tree (7.9.6).
func (d *document) leaves(v any, depth int, add func(any)) {
	node, is := d.resolve(v).(dictionary)
	if d.work--; !is || depth > maxNesting || d.work < 0 {
		return
	}
	pairs, _ := d.resolve(node["Names"]).(list)
	for i := 1; i < len(pairs); i += 2 {
		add(pairs[i])
	}
	kids, _ := d.resolve(node["Kids"]).(list)
	for _, kid := range kids {
		d.leaves(kid, depth+1, add)
	}
}

// called is the name of a file, by its specification.
func (d *document) called(specification dictionary) string {
	for _, key := range []name{"UF", "F"} {
		if t, is := d.resolve(specification[key]).(text); is {
			return t.String()
		}
	}
	return ""
}

// String reads a text, of UTF-16 when it begins with its mark.
func (t text) String() string {
	if len(t) < 2 || t[:2] != "\xFE\xFF" {
		return string(t)
	}
	var units []uint16
	for i := 2; i+1 < len(t); i += 2 {
		units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
	}
	return string(utf16.Decode(units))
}
