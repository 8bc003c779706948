package layout

import (
	"fmt"
	"math"

	"tavoitekartta/reports/typeface"
)

// Faces are the two weights that a report is set in.
type Faces struct {
	Regular *typeface.Face
	Bold    *typeface.Face
	// letters are those that most texts are of; nil for faces that were not parsed.
	letters *letters
}

// letters are the widths of the first characters, by weight, in thousandths of the
// size: of those that both weights draw as they are written. Others are asked for.
type letters [2][256]uint16

const asked = math.MaxUint16

func (f Faces) readLetters() *letters {
	read := new(letters)
	for weight, face := range []*typeface.Face{f.Regular, f.Bold} {
		for r := range rune(len(read[weight])) {
			read[weight][r] = asked
			if f.drawn(r) == r && lone(r) {
				read[weight][r] = uint16(face.Advance(r))
			}
		}
	}
	return read
}

// advance is the width of a text whose letters are all known, in thousandths of the
// size.
func (f Faces) advance(text string, bold bool) (total int, known bool) {
	if f.letters == nil {
		return 0, false
	}
	widths := &f.letters[0]
	if bold {
		widths = &f.letters[1]
	}
	for _, r := range text {
		if int(r) >= len(widths) || widths[r] == asked {
			return 0, false
		}
		total += int(widths[r])
	}
	return total, true
}

// drawnWidth measures a text of characters that are all drawn for themselves, in
// points.
func (f Faces) drawnWidth(drawn string, size float64, bold bool) float64 {
	if total, known := f.advance(drawn, bold); known {
		return float64(total) * size / 1000
	}
	return f.of(bold).Width(drawn, size)
}

// ParseFaces reads both weights from TrueType files; see [typeface.Parse] for
// the errors.
func ParseFaces(regular, bold []byte) (Faces, error) {
	var faces Faces
	var err error
	if faces.Regular, err = typeface.Parse(regular); err != nil {
		return Faces{}, fmt.Errorf("regular weight: %w", err)
	}
	if faces.Bold, err = typeface.Parse(bold); err != nil {
		return Faces{}, fmt.Errorf("bold weight: %w", err)
	}
	faces.letters = faces.readLetters()
	return faces, nil
}

func (f Faces) of(bold bool) *typeface.Face {
	if bold {
		return f.Bold
	}
	return f.Regular
}
