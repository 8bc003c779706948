package typeface_test

import (
	"encoding/binary"
	"errors"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/reports/typeface"
)

func regular(t *testing.T) *typeface.Face {
	t.Helper()
	face, err := typeface.Parse(assets.FontRegular())
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// table finds a table of a font by its directory.
func table(t *testing.T, font []byte, name string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		record := font[12+16*i:]
		if string(record[:4]) == name {
			at, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
			return font[at : at+length]
		}
	}
	t.Fatalf("no table %s", name)
	return nil
}

// Ä is drawn as A with two dots: what it is made of comes along, once.
func TestSubsetHoldsTheGlyphsAndWhatTheyAreMadeOf(t *testing.T) {
	face := regular(t)
	font, glyphs, err := face.Subset([]rune("AÄä\u4E00"))
	if err != nil {
		t.Fatal(err)
	}
	count := int(binary.BigEndian.Uint16(table(t, font, "maxp")[4:]))
	if count < 5 || count > 9 || len(table(t, font, "loca")) != 4*(count+1) || len(table(t, font, "hmtx")) != 4*count {
		t.Errorf("%d glyphs, %d bytes of places, %d of widths", count, len(table(t, font, "loca")), len(table(t, font, "hmtx")))
	}
	if glyphs[0] == 0 || glyphs[1] == glyphs[0] || int(glyphs[2]) >= count || glyphs[3] != 0 {
		t.Errorf("glyphs %v", glyphs)
	}
	units := int(binary.BigEndian.Uint16(table(t, font, "head")[18:]))
	advance := int(binary.BigEndian.Uint16(table(t, font, "hmtx")[4*int(glyphs[0]):]))
	if got := (advance*1000 + units/2) / units; got != face.Advance('A') {
		t.Errorf("A is %d wide, want %d", got, face.Advance('A'))
	}
}

func TestAFontCutShortIsAnError(t *testing.T) {
	font := assets.FontRegular()
	for _, length := range []int{0, 11, 40, 300, len(font) / 2, len(font) - 4096} {
		face, err := typeface.Parse(font[:length])
		if err != nil {
			continue
		}
		if _, _, err := face.Subset([]rune("Aä")); !errors.Is(err, typeface.ErrUnreadable) {
			t.Errorf("%d bytes: %v", length, err)
		}
	}
}
