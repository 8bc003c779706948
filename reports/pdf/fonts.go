package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"tavoitekartta/reports/typeface"
)

// lettering is a weight of the type with the characters that are drawn in it.
type lettering struct {
	face *typeface.Face
	characters
}

// fontNames are the names of the weights in the pages' content.
var fontNames = [2]string{"R", "B"}

// addFonts adds the fonts in which something is drawn, each with its glyphs alone
// (ISO 32000-1, 9.7), and names them among the resources of the pages. The codes
// of the text are the characters themselves.
//
// gofpdf's own fonts are not used: it reads and writes all that a font has
// through maps, formats the widths of 65,536 characters to make up a name, and
// gives a table of characters that readers refuse.
func (o *objects) addFonts(drawn [2]*lettering) error {
	resources := o.find("/Font <<\n")
	if len(resources) != 1 {
		return fmt.Errorf("find the resources of the pages: %w", ErrUnexpectedFile)
	}
	names := "/Font <<\n"
	for weight, own := range drawn {
		runes := own.sorted()
		if len(runes) == 0 {
			continue
		}
		font, err := o.addFont(own.face, runes)
		if err != nil {
			return fmt.Errorf("add font: %w", err)
		}
		names += fmt.Sprintf("/%s %s\n", fontNames[weight], font)
	}
	o.bodies[resources[0]] = bytes.Replace(o.bodies[resources[0]], []byte("/Font <<\n"), []byte(names), 1)
	return nil
}

// addFont adds a font with the glyphs of the characters, which are in order.
func (o *objects) addFont(face *typeface.Face, runes []rune) (ref, error) {
	program, glyphs, err := face.Subset(runes)
	if err != nil {
		return 0, err
	}
	shape, err := face.Shape()
	if err != nil {
		return 0, err
	}
	name := subsetName(shape.Name, runes)
	file := o.addStream(fmt.Sprintf("/Length1 %d /Filter /FlateDecode", len(program)), o.deflated(program))
	const symbolic = 4 // the codes are no standard encoding's
	descriptor := o.add(fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle 0"+
		" /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %s>>",
		name, symbolic, shape.Box.Left, shape.Box.Bottom, shape.Box.Right, shape.Box.Top,
		shape.Ascent, shape.Descent, shape.Capital, shape.StemWidth, file))
	toGlyphs := make([]byte, 2*(runes[len(runes)-1]+1))
	for i, r := range runes {
		binary.BigEndian.PutUint16(toGlyphs[2*r:], glyphs[i])
	}
	table := o.addStream("/Filter /FlateDecode", o.deflated(toGlyphs))
	descendant := o.add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %s /CIDToGIDMap %s /W [%s]>>",
		name, descriptor, table, characterWidths(face, runes)))
	unicode := o.addStream("/Filter /FlateDecode", o.deflated([]byte(characterMap(runes))))
	return o.add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s>>",
		name, descendant, unicode)), nil
}

// characterWidths lists the widths of characters, those that follow each other in
// one list.
func characterWidths(face *typeface.Face, runes []rune) string {
	var out []byte
	for i, r := range runes {
		if i == 0 || runes[i-1] != r-1 {
			if i > 0 {
				out = append(out, "] "...)
			}
			out = append(strconv.AppendInt(out, int64(r), 10), " ["...)
		} else {
			out = append(out, ' ')
		}
		out = strconv.AppendInt(out, int64(face.Advance(r)), 10)
	}
	return string(append(out, ']'))
}

// subsetName is the font's name behind six letters that tell this subset from
// others (9.6.4).
func subsetName(name string, runes []rune) string {
	sum := sha256.Sum256([]byte(string(runes)))
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters) + "+" + name
}

// mostRanges is how many ranges one section of a character map may have.
const mostRanges = 100

// characterMap says that each code stands for the character of that number. No
// range may reach over codes with different first bytes.
func characterMap(runes []rune) string {
	var ranges []string
	for i := 0; i < len(runes); {
		last := i
		for last+1 < len(runes) && runes[last+1] == runes[last]+1 && runes[last+1]>>8 == runes[i]>>8 {
			last++
		}
		ranges = append(ranges, fmt.Sprintf("<%04X> <%04X> <%04X>\n", runes[i], runes[last], runes[i]))
		i = last + 1
	}
	var out strings.Builder
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(ranges) > 0 {
		section := ranges[:min(mostRanges, len(ranges))]
		ranges = ranges[len(section):]
		fmt.Fprintf(&out, "%d beginbfrange\n%sendbfrange\n", len(section), strings.Join(section, ""))
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return out.String()
}
