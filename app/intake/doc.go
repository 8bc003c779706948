// Package intake reads what people bring as JSON files: descriptions of
// programmes (examples, templates) and of decisions.
//
// Words. A [Description] is a programme without ids: elements stand in their
// places and bodies are called by name. A [DecisionDescription] is what one
// organ decided. A [Problem] is one thing in a file that cannot be taken in: a
// code and the path to it; [Problems] are all of them at once, so that a file
// is mended in one go.
//
// Files are strangers: each has a limit of size, depth and count, every field
// is known or refused, and no file makes the program stop. The package imports
// the model alone; it opens no files and chooses no words.
//
// Promise about bytes: a description names its form ("form": 1). A form once
// read stays readable.
package intake
