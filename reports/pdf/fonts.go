package pdf

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// mendFonts rewrites what the PDF writer says of its fonts: the table that
// leads from glyphs to characters, of which it makes one range that readers
// refuse, and the name, which for a subset begins with six letters (ISO
// 32000-1, 9.6.4 and 9.10.3). The codes of the text are the characters
// themselves.
func (o *objects) mendFonts(drawn [2]*characters) error {
	fonts := o.find("/Subtype /Type0")
	for _, font := range fonts {
		bold := strings.Contains(string(o.bodies[font]), "/BaseFont /utf8"+family+"B\n")
		used := drawn[0]
		if bold {
			used = drawn[1]
		}
		runes := used.sorted()
		table, err := o.follow(font, "/ToUnicode")
		if err != nil {
			return err
		}
		o.bodies[table] = stream("/Filter /FlateDecode", o.deflated([]byte(characterMap(runes))))
		descendant, err := o.follow(font, "/DescendantFonts")
		if err != nil {
			return err
		}
		descriptor, err := o.follow(descendant, "/FontDescriptor")
		if err != nil {
			return err
		}
		o.rename(subsetName(bold, runes), font, descendant, descriptor)
	}
	return nil
}

func (o *objects) rename(name string, numbers ...ref) {
	for _, number := range numbers {
		lines := strings.Split(string(o.bodies[number]), "\n")
		for i, line := range lines {
			for _, entry := range []string{"/BaseFont ", "/FontName "} {
				if before, rest, is := strings.Cut(line, entry); is {
					_, after, _ := strings.Cut(strings.TrimPrefix(rest, "/"), " ")
					if after != "" {
						after = " " + after
					}
					lines[i] = before + entry + "/" + name + after
				}
			}
		}
		o.bodies[number] = []byte(strings.Join(lines, "\n"))
	}
}

// subsetName is the font's name behind six letters that tell this subset from
// others.
func subsetName(bold bool, runes []rune) string {
	sum := sha256.Sum256([]byte(string(runes)))
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	name := "NotoSans-Regular"
	if bold {
		name = "NotoSans-Bold"
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
