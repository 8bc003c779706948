package layout

import (
	"fmt"

	"tavoitekartta/reports/typeface"
)

// Faces are the two weights that a report is set in.
type Faces struct {
	Regular *typeface.Face
	Bold    *typeface.Face
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
	return faces, nil
}

func (f Faces) of(bold bool) *typeface.Face {
	if bold {
		return f.Bold
	}
	return f.Regular
}
