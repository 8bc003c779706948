package typeface

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math/bits"
	"slices"
)

// tables are a font's by their names.
type tables map[string][]byte

// needed are the tables of a TrueType font with the least that each holds.
var needed = map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0}

// readTables reads the directory of a font (OpenType, "Table directory").
func readTables(font []byte) (tables, error) {
	const start, record = 12, 16
	if len(font) < start {
		return nil, fmt.Errorf("table directory: %w", ErrUnreadable)
	}
	found := tables{}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		at := start + i*record
		if at+record > len(font) {
			return nil, fmt.Errorf("table directory: %w", ErrUnreadable)
		}
		offset, length := binary.BigEndian.Uint32(font[at+8:]), binary.BigEndian.Uint32(font[at+12:])
		if uint64(offset)+uint64(length) > uint64(len(font)) {
			return nil, fmt.Errorf("table %s: %w", font[at:at+4], ErrUnreadable)
		}
		found[string(font[at:at+4])] = font[offset : offset+length]
	}
	for name, least := range needed {
		if len(found[name]) < least {
			return nil, fmt.Errorf("table %s: %w", name, ErrUnreadable)
		}
	}
	return found, nil
}

// glyphOffsets are where the outlines begin, and where the last one ends.
func (t tables) glyphOffsets() ([]uint32, error) {
	count := int(binary.BigEndian.Uint16(t["maxp"][4:])) + 1
	long := binary.BigEndian.Uint16(t["head"][50:]) != 0
	loca := t["loca"]
	if long && len(loca) < 4*count || !long && len(loca) < 2*count {
		return nil, fmt.Errorf("table loca: %w", ErrUnreadable)
	}
	offsets := make([]uint32, count)
	for i := range offsets {
		if long {
			offsets[i] = binary.BigEndian.Uint32(loca[4*i:])
		} else {
			offsets[i] = 2 * uint32(binary.BigEndian.Uint16(loca[2*i:]))
		}
	}
	return offsets, nil
}

// metric is a glyph's advance and bearing, as they stand in hmtx: beyond the last
// advance that is written all have that one.
func (t tables) metric(glyph uint16) ([]byte, error) {
	hmtx, advances := t["hmtx"], int(binary.BigEndian.Uint16(t["hhea"][34:]))
	if advances < 1 || len(hmtx) < 4*advances {
		return nil, fmt.Errorf("table hmtx: %w", ErrUnreadable)
	}
	if int(glyph) < advances {
		return hmtx[4*int(glyph) : 4*int(glyph)+4], nil
	}
	at := 4*advances + 2*(int(glyph)-advances)
	if at+2 > len(hmtx) {
		return nil, fmt.Errorf("table hmtx: %w", ErrUnreadable)
	}
	return slices.Concat(hmtx[4*advances-4:4*advances-2], hmtx[at:at+2]), nil
}

// write puts the tables into one file, in the order of their names.
func (t tables) write() []byte {
	const start, record = 12, 16
	names := slices.Sorted(maps.Keys(t))
	count := len(names)
	exponent := bits.Len(uint(count)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, number := range []int{count, 16 << exponent, exponent, 16*count - 16<<exponent} {
		out = binary.BigEndian.AppendUint16(out, uint16(number))
	}
	offset := start + count*record
	head := 0
	for _, name := range names {
		if name == "head" {
			head = offset
		}
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(t[name]))
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t[name])))
		offset += (len(t[name]) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, t[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	const whole = 0xB1B0AFBA // what the sum of a whole font comes to
	binary.BigEndian.PutUint32(out[head+8:], whole-checksum(out))
	return out
}

// checksum adds up a table's words of four bytes.
func checksum(table []byte) uint32 {
	sum := uint32(0)
	for len(table) >= 4 {
		sum += binary.BigEndian.Uint32(table)
		table = table[4:]
	}
	var last [4]byte
	copy(last[:], table)
	return sum + binary.BigEndian.Uint32(last[:])
}
