package pdffile

import (
	"bytes"
)

// follow reads the cross-references from the last revision to the first.
func (d *document) follow() bool {
	tail := d.data[max(0, len(d.data)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return false
	}
	l := d.lexer(tail[at+len("startxref"):], 0)
	offset, _ := l.value(-1)
	next, isNumber := offset.(int64)
	seen := map[int64]bool{}
	waiting := []int64{next}
	for revisions := 0; isNumber && len(waiting) > 0; revisions++ {
		next, waiting = waiting[0], waiting[1:]
		if seen[next] {
			continue
		}
		if revisions > maxRevisions || next < 0 || next >= int64(len(d.data)) {
			return false
		}
		seen[next] = true
		facts, ok := d.crossReferences(int(next))
		if !ok {
			return false
		}
		for key, value := range facts {
			if _, newer := d.trailer[key]; !newer {
				d.trailer[key] = value
			}
		}
		// The stream of a hybrid file goes before the earlier revision.
		for _, key := range []name{"XRefStm", "Prev"} {
			if earlier, is := facts[key].(int64); is {
				waiting = append(waiting, earlier)
			}
		}
	}
	return isNumber
}

// crossReferences reads one table or stream and returns its trailer.
func (d *document) crossReferences(at int) (dictionary, bool) {
	l := d.lexer(d.data, at)
	l.skipSpace()
	if !bytes.HasPrefix(d.data[l.at:], []byte("xref")) {
		return d.crossReferenceStream(at)
	}
	l.at += len("xref")
	for {
		first, ok := l.value(-1)
		if !ok {
			return nil, false
		}
		if first == keyword("trailer") {
			facts, _ := l.value(0)
			trailer, is := facts.(dictionary)
			return trailer, is
		}
		count, ok := l.value(-1)
		start, isStart := first.(int64)
		rows, isCount := count.(int64)
		if !ok || !isStart || !isCount || start < 0 || rows < 0 || start+rows > maxNumber {
			return nil, false
		}
		for number := int(start); number < int(start+rows); number++ {
			offset, _ := l.value(-1)
			_, _ = l.value(-1) // the generation
			inUse, ok := l.value(-1)
			at, isOffset := offset.(int64)
			if !ok || !isOffset {
				return nil, false
			}
			if inUse == keyword("n") && at > 0 && at < int64(len(d.data)) {
				d.put(number, place{offset: int(at)})
			} else {
				d.put(number, place{})
			}
		}
	}
}

// put keeps the place of an object unless a newer revision has given it one.
func (d *document) put(number int, at place) {
	if _, newer := d.places[number]; !newer {
		d.places[number] = at
	}
}

// crossReferenceStream reads a stream of cross-references (7.5.8).
func (d *document) crossReferenceStream(at int) (dictionary, bool) {
	_, v, ok := d.objectAt(at)
	s, isStream := v.(*stream)
	if !ok || !isStream || s.facts["Type"] != name("XRef") {
		return nil, false
	}
	rows, err := d.unpack(s, maxUnpacked)
	if err != nil {
		return nil, false
	}
	widths, _ := s.facts["W"].(list)
	if len(widths) != 3 {
		return nil, false
	}
	var width [3]int
	for i, w := range widths {
		n, is := w.(int64)
		if !is || n < 0 || n > 8 {
			return nil, false
		}
		width[i] = int(n)
	}
	total := width[0] + width[1] + width[2]
	sections, _ := s.facts["Index"].(list)
	if len(sections) == 0 {
		sections = list{int64(0), s.facts["Size"]}
	}
	for ; len(sections) >= 2; sections = sections[2:] {
		first, isFirst := sections[0].(int64)
		count, isCount := sections[1].(int64)
		if !isFirst || !isCount || first < 0 || count < 0 || first+count > maxNumber || total == 0 {
			return nil, false
		}
		for number := int(first); number < int(first+count) && len(rows) >= total; number++ {
			d.put(number, rowPlace(rows[:total], width, len(d.data)))
			rows = rows[total:]
		}
	}
	return s.facts, true
}

// rowPlace reads one row of a cross-reference stream.
func rowPlace(row []byte, width [3]int, size int) place {
	field := func(w, otherwise int) int {
		if w == 0 {
			return otherwise
		}
		n := 0
		for _, b := range row[:w] {
			if n > size && n > maxNumber {
				break // beyond any use; the rest is passed over
			}
			n = n<<8 | int(b)
		}
		row = row[w:]
		return n
	}
	kind, second, third := field(width[0], 1), field(width[1], 0), field(width[2], 0)
	switch {
	case kind == 1 && second > 0 && second < size:
		return place{offset: second}
	case kind == 2 && second > 0 && second <= maxNumber:
		return place{container: second, index: third}
	}
	return place{}
}
