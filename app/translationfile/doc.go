// Package translationfile writes the texts of a programme into a file for a
// translator and reads it when it comes back.
//
// A [File] is a list of units: a text in its original language and the same in
// the language asked for. It is written as XLIFF 2.0, which translators' programs
// read, or as a workbook (.xlsx) with one text a row. Each unit has a key, which
// both forms carry unchanged: the element, the field, and a print of the original
// as it was when the file was made. So a unit finds its place again whatever the
// translator did with rows, and it is known when the original has changed since.
//
// Files that come back are met with suspicion: their size, unpacked too, and the
// depth and number of what is in them are limited. What ends the reading is a
// [Refusal]; what concerns one unit is a [Problem], and the others are read.
//
// The package knows nothing of stores and windows and imports the model alone.
package translationfile
