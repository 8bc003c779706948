// Package text breaks, hyphenates, reads and writes the words of a programme.
//
// Its words:
//   - A paragraph is text as the council wrote it; a newline inside it is a
//     forced break.
//   - A line is what is drawn on one row, together with the bytes of the
//     source that it stands for. The spans of the lines, joined, give the
//     paragraph back byte by byte.
//   - A piece is what no break may divide: a syllable group, "2019–2022",
//     "5 %", "Ehjä ry".
//   - A measure is a function from drawn text to its width, in any unit. The
//     window and the paper each bring their own, so both break alike.
//   - A language is one of the codes "fi", "sv", "en".
//   - A canonical number is the decimal text that is stored: ASCII digits, "."
//     as the decimal mark, no grouping, no leading or trailing zeros.
//   - A run is a part of two texts held against each other: kept, deleted or
//     added. Kept and deleted runs are the one text, kept and added the other.
//
// The package is pure: no clock, no files, no screen, no paper. It imports the
// standard library, golang.org/x/text, github.com/rivo/uniseg and znkr.io/diff
// alone. The hyphenation patterns are embedded and unchanged;
// patterns/LICENCES.md says whose they are.
package text
