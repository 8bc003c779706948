// Package pdffile reads the files that a PDF carries along and what is filled into
// its form, and nothing else of it.
//
// Words. An [Attachment] is a file embedded in the document, by its name; the
// [FormValues] are what stands in its fields. The
// document is found as readers find it (ISO 32000-1, 7.5): from its end through
// cross-reference tables, cross-reference streams and earlier revisions, so that
// a file that was signed, added to or rewritten by another program is read like
// the one first made. Where those tables are broken, the objects themselves are
// looked for.
//
// A document may come from anybody. Sizes, numbers, depths and the room that
// unpacking may take are limited; loops end. The package imports nothing of
// ours, opens no files and chooses no words.
package pdffile
