package translationfile

import "fmt"

// The limits of a file that is read.
const (
	MaxMegabytes = 16       // as it lies on the disk
	maxUnpacked  = 64 << 20 // bytes of a workbook unpacked, in all
	maxUnits     = 200_000
	maxDepth     = 32      // of XML
	maxCell      = 32_767  // characters that a workbook's cell holds
	MaxText      = 200_000 // bytes of one translation, below what a field of the programme holds
)

// Code names what a file has wrong. Its words stand in the texts catalogue under
// "translation.problem.<code>".
type Code string

// The codes that end the reading; no unit is taken.
const (
	CodeTooLarge   Code = "tooLarge"   // Limit: megabytes
	CodeUnreadable Code = "unreadable" // neither XLIFF nor a workbook
	CodeBroken     Code = "broken"     // begins as one and cannot be read to its end
	CodeOldXLIFF   Code = "oldXliff"   // XLIFF 1
	CodeNotOurs    Code = "notOurs"    // without the marks of a file that this program wrote
	CodeTooMany    Code = "tooMany"    // Limit: units
	CodeTooLong    Code = "tooLong"    // writing: a text that no cell can hold
)

// The codes of single units; the others are read.
const (
	CodeUnknownKey Code = "unknownKey" // a row without a key, or with one that is none
	CodeRepeated   Code = "repeated"   // a key that stands twice with different translations
	CodeFormula    Code = "formula"    // a formula in place of a text
	CodePartly     Code = "partly"     // some of a unit's segments are translated
	CodeUnitLong   Code = "unitLong"   // a translation longer than a text can be
)

// Refusal ends the reading of a file.
type Refusal struct {
	Code  Code
	Limit int
}

func (r Refusal) Error() string { return "translation file: " + string(r.Code) }

// Problem is what one unit of a file has wrong.
type Problem struct {
	Code Code
	Row  int // counted from 1
	Word string
}

func (p Problem) Error() string { return fmt.Sprintf("%s in row %d", p.Code, p.Row) }
