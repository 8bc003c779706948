package pdffile

import (
	"bytes"
	"errors"
	"strconv"
)

// The limits of a document.
const (
	// MaxBytes is the size of a document.
	MaxBytes = 256 << 20
	// MaxAttachment is the size of an attachment, unpacked.
	MaxAttachment = 64 << 20

	maxNumber    = 8_388_607 // of an object (ISO 32000-1, annex C)
	maxWork      = 20_000_000
	maxUnpacked  = 256 << 20 // by all streams together
	maxRevisions = 1000
	searchCost   = 20 // of looking at one object, in values
)

// The errors of a document that cannot be read.
var (
	// ErrNoPDF says that the bytes are no PDF.
	ErrNoPDF = errors.New("no PDF")
	// ErrEncrypted says that the PDF is locked with a password or a certificate.
	ErrEncrypted = errors.New("the PDF is encrypted")
	// ErrTooLarge says that the PDF, or what it holds, goes beyond the limits.
	ErrTooLarge = errors.New("the PDF is too large")
	// ErrDamaged says that the PDF cannot be followed.
	ErrDamaged = errors.New("the PDF is damaged")
)

// place is where an object stands: at an offset of the file, or as the n-th of
// an object stream.
type place struct{ offset, container, index int }

// document is a PDF being read.
type document struct {
	data     []byte
	places   map[int]place
	trailer  dictionary
	packed   map[int]*container
	resolves map[int]bool // objects being resolved, so that loops end
	work     int
	unpacked int
	tooLarge bool
}

// container is an object stream unpacked.
type container struct {
	data    []byte
	numbers []int
	offsets []int
}

// open finds the objects of a PDF.
func open(data []byte) (*document, error) {
	if len(data) > MaxBytes {
		return nil, ErrTooLarge
	}
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, ErrNoPDF
	}
	d := &document{data: data, work: maxWork}
	d.forget()
	if !d.follow() || d.catalogue() == nil {
		d.forget()
		d.search()
	}
	if _, locked := d.trailer["Encrypt"]; locked {
		return nil, ErrEncrypted
	}
	if d.catalogue() == nil {
		return nil, d.failure()
	}
	return d, nil
}

func (d *document) forget() {
	d.places, d.trailer, d.packed, d.resolves = map[int]place{}, dictionary{}, map[int]*container{}, map[int]bool{}
}

// failure is the reason why something could not be read.
func (d *document) failure() error {
	if d.tooLarge || d.work < 0 {
		return ErrTooLarge
	}
	return ErrDamaged
}

func (d *document) catalogue() dictionary {
	root, _ := d.resolve(d.trailer["Root"]).(dictionary)
	return root
}

func (d *document) lexer(data []byte, at int) *lexer {
	return &lexer{data: data, at: at, work: &d.work}
}

// search looks for the objects themselves, where the cross-references are
// broken; the last of a number counts.
func (d *document) search() {
	var streams []int
	for at := 0; at < len(d.data) && d.work > 0; {
		found := bytes.Index(d.data[at:], []byte(" obj"))
		if found < 0 {
			break
		}
		at += found + len(" obj")
		number, start, ok := headBefore(d.data, at-len(" obj"))
		if !ok {
			continue
		}
		d.places[number] = place{offset: start}
		d.work -= searchCost
		// Only what stands at once behind the number is looked at.
		head := d.data[at:min(len(d.data), at+4096)]
		if end := bytes.Index(head, []byte("endobj")); end >= 0 {
			head = head[:end]
		}
		if bytes.Contains(head, []byte("/ObjStm")) {
			streams = append(streams, number)
		}
		if bytes.Contains(head, []byte("/Catalog")) {
			d.trailer["Root"] = reference{number, 0}
		}
		if bytes.Contains(head, []byte("/Encrypt")) {
			d.trailer["Encrypt"] = true
		}
	}
	for _, number := range streams {
		c := d.contained(number)
		if c == nil {
			continue
		}
		for i, inside := range c.numbers {
			if _, outside := d.places[inside]; !outside {
				d.places[inside] = place{container: number, index: i}
			}
			if facts, is := d.resolve(reference{inside, 0}).(dictionary); is && facts["Type"] == name("Catalog") {
				d.trailer["Root"] = reference{inside, 0}
			}
		}
	}
}

// headBefore reads the number and generation that stand before " obj".
func headBefore(data []byte, at int) (number, start int, ok bool) {
	digits := func(end int) (int, int) {
		start := end
		for start > 0 && end-start < 10 && data[start-1] >= '0' && data[start-1] <= '9' {
			start--
		}
		n, err := strconv.Atoi(string(data[start:end]))
		if err != nil {
			return -1, start
		}
		return n, start
	}
	generation, begin := digits(at)
	if generation < 0 || begin == 0 || data[begin-1] != ' ' {
		return 0, 0, false
	}
	number, start = digits(begin - 1)
	return number, start, number > 0 && number <= maxNumber
}

// objectAt reads the indirect object at an offset.
func (d *document) objectAt(at int) (number int, v any, ok bool) {
	l := d.lexer(d.data, at)
	head, _ := l.value(-1)
	n, isNumber := head.(int64)
	_, _ = l.value(-1) // the generation
	begin, _ := l.value(0)
	if !isNumber || n < 0 || n > maxNumber || begin != keyword("obj") {
		return 0, nil, false
	}
	v, ok = l.value(0)
	facts, is := v.(dictionary)
	if !ok || !is {
		return int(n), v, ok
	}
	l.skipSpace()
	if !bytes.HasPrefix(d.data[l.at:], []byte("stream")) {
		return int(n), v, true
	}
	start := l.at + len("stream")
	switch {
	case bytes.HasPrefix(d.data[start:], []byte("\r\n")):
		start += 2
	case start < len(d.data) && (d.data[start] == '\n' || d.data[start] == '\r'):
		start++
	}
	return int(n), &stream{facts, start}, true
}

// resolve returns what a reference names, other values as they are. A loop of
// references ends in nil.
func (d *document) resolve(v any) any {
	for range maxNesting {
		r, is := v.(reference)
		if !is {
			return v
		}
		v = d.object(r.number)
	}
	return nil
}

func (d *document) object(number int) any {
	at, known := d.places[number]
	if !known || d.resolves[number] {
		return nil
	}
	d.resolves[number] = true
	defer delete(d.resolves, number)
	if at.container == 0 {
		found, v, ok := d.objectAt(at.offset)
		if !ok || at.offset == 0 && found != number || found != number {
			return nil
		}
		return v
	}
	c := d.contained(at.container)
	if c == nil || at.index >= len(c.numbers) || c.numbers[at.index] != number {
		return nil
	}
	v, ok := d.lexer(c.data, c.offsets[at.index]).value(0)
	if !ok {
		return nil
	}
	return v
}

// contained unpacks an object stream (7.5.7), nil for what is none.
func (d *document) contained(number int) *container {
	if c, known := d.packed[number]; known {
		return c
	}
	d.packed[number] = nil // what leads back to itself is none
	at := d.places[number]
	if at.offset == 0 || at.container != 0 {
		return nil
	}
	s, is := d.object(number).(*stream)
	if !is || s.facts["Type"] != name("ObjStm") {
		return nil
	}
	data, err := d.unpack(s, maxUnpacked)
	count, isCount := d.resolve(s.facts["N"]).(int64)
	first, isFirst := d.resolve(s.facts["First"]).(int64)
	if err != nil || !isCount || !isFirst || first < 0 || first > int64(len(data)) || count < 0 || count > maxNumber {
		return nil
	}
	c := &container{data: data}
	l := d.lexer(data[:first], 0)
	for range count {
		inside, _ := l.value(-1)
		offset, ok := l.value(-1)
		n, isNumber := inside.(int64)
		begin, isOffset := offset.(int64)
		if !ok || !isNumber || !isOffset || begin < 0 || first+begin > int64(len(data)) {
			return nil
		}
		c.numbers, c.offsets = append(c.numbers, int(n)), append(c.offsets, int(first+begin))
	}
	d.packed[number] = c
	return c
}
