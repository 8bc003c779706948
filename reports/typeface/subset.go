package typeface

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// ErrUnreadable is returned for a font whose tables are not as OpenType has them.
var ErrUnreadable = errors.New("font has unreadable tables")

// Subset returns a TrueType font that holds the glyphs of the characters alone,
// as a PDF file embeds it (ISO 32000-1, 9.9: without the tables that lead from
// characters to glyphs), and the number of each character's glyph in it, 0 for
// one that the font lacks.
func (f *Face) Subset(characters []rune) (font []byte, glyphs []uint16, err error) {
	tables, err := readTables(f.data)
	if err != nil {
		return nil, nil, err
	}
	s := &subset{tables: tables, numbers: map[uint16]uint16{}}
	if s.offsets, err = tables.glyphOffsets(); err != nil {
		return nil, nil, err
	}
	s.take(0) // what is drawn for what is lacking
	glyphs = make([]uint16, len(characters))
	var buffer sfnt.Buffer
	for i, r := range characters {
		index, err := f.outlines.GlyphIndex(&buffer, r)
		if err != nil {
			return nil, nil, fmt.Errorf("find glyph of %U: %w", r, err)
		}
		glyphs[i] = s.take(uint16(index))
	}
	font, err = s.build()
	return font, glyphs, err
}

// subset gathers glyphs of a font under new numbers.
type subset struct {
	tables  tables
	offsets []uint32          // of the glyphs in glyf
	numbers map[uint16]uint16 // new by old
	order   []uint16          // old by new
}

// take returns the new number of a glyph.
func (s *subset) take(glyph uint16) uint16 {
	number, known := s.numbers[glyph]
	if !known {
		number = uint16(len(s.order))
		s.numbers[glyph] = number
		s.order = append(s.order, glyph)
	}
	return number
}

// The flags of the parts of a composite glyph (OpenType, table glyf).
const (
	partWordArguments = 1 << 0
	partScale         = 1 << 3
	partMore          = 1 << 5
	partTwoScales     = 1 << 6
	partMatrix        = 1 << 7
)

// outline is a glyph's outline. Those of its parts are taken along, under their
// new numbers.
func (s *subset) outline(glyph uint16) ([]byte, error) {
	if int(glyph)+1 >= len(s.offsets) {
		return nil, fmt.Errorf("glyph %d: %w", glyph, ErrUnreadable)
	}
	from, to := s.offsets[glyph], s.offsets[glyph+1]
	if from > to || int(to) > len(s.tables["glyf"]) {
		return nil, fmt.Errorf("outline of glyph %d: %w", glyph, ErrUnreadable)
	}
	own := slices.Clone(s.tables["glyf"][from:to])
	if len(own) < 10 || int16(binary.BigEndian.Uint16(own)) >= 0 {
		return own, nil
	}
	for at := 10; ; {
		if at+4 > len(own) {
			return nil, fmt.Errorf("parts of glyph %d: %w", glyph, ErrUnreadable)
		}
		flags := binary.BigEndian.Uint16(own[at:])
		binary.BigEndian.PutUint16(own[at+2:], s.take(binary.BigEndian.Uint16(own[at+2:])))
		at += 4 + partSize(flags)
		if flags&partMore == 0 {
			return own, nil
		}
	}
}

// partSize is how many bytes follow the flags and the glyph of a part.
func partSize(flags uint16) int {
	size := 2
	if flags&partWordArguments != 0 {
		size = 4
	}
	switch {
	case flags&partScale != 0:
		size += 2
	case flags&partTwoScales != 0:
		size += 4
	case flags&partMatrix != 0:
		size += 8
	}
	return size
}

// build writes the font. Glyphs that others are made of join behind them.
func (s *subset) build() ([]byte, error) {
	var glyf, loca, hmtx []byte
	for number := 0; number < len(s.order); number++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, err := s.outline(s.order[number])
		if err != nil {
			return nil, err
		}
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		metric, err := s.tables.metric(s.order[number])
		if err != nil {
			return nil, err
		}
		hmtx = append(hmtx, metric...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	count := uint16(len(s.order))
	head, hhea, maxp := slices.Clone(s.tables["head"]), slices.Clone(s.tables["hhea"]), slices.Clone(s.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the sum, reckoned when all stands
	binary.BigEndian.PutUint16(head[50:], 1) // offsets of four bytes
	binary.BigEndian.PutUint16(hhea[34:], count)
	binary.BigEndian.PutUint16(maxp[4:], count)
	made := tables{"head": head, "hhea": hhea, "maxp": maxp, "loca": loca, "glyf": glyf, "hmtx": hmtx}
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if table := s.tables[name]; len(table) > 0 {
			made[name] = table
		}
	}
	return made.write(), nil
}
