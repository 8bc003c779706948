// Package model holds an integration programme and its rules: sections, goals,
// measures, responsible bodies, indicators, decisions, and the one list of
// changes of which every state of a programme is made.
//
// Words. An [Element] is anything with an identity: the programme itself, a
// section, a goal, a measure, an indicator, a body, a decision. A [Field] is
// one editable value of an element; a text has one field for each language. A
// [Change] sets one field of one element. A [State] is a set of changes
// applied; [Programme] is its typed reading, which screens, reports and
// commands use. A [Step] gathers the changes of one act of the user.
//
// Package model imports no window, no database, no paper, no file and no
// clock: time, randomness and language come in as arguments.
//
// Promises about bytes. A change, a value and the canonical content are CBOR
// in core deterministic encoding (RFC 8949, 4.2.1), so equal content has equal
// bytes and one SHA-256. Integer map keys of encoded structs are never reused.
package model
