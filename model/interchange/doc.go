// Package interchange is a programme as data that goes along in a document.
//
// Words. A [File] is what the document carries: the typed programme that its
// pages show, which document it is, and its [Record] for archives and case
// management. [Encode] writes a file, [Decode] reads one that may come from
// anybody, [File.Build] makes a programme of it with ids of its own, and
// [Same] tells whether two programmes are the same but for their ids.
//
// Files are strangers: size, number and depth have limits, every field is
// known or the file is refused, and no file makes the program stop. The package
// imports the model alone.
//
// Promise about bytes: the same programme gives the same bytes. A file names
// its form; docs/programme.schema.json is the form's JSON Schema. A form once
// read stays readable; whatever adds a field raises [FormatVersion].
package interchange
