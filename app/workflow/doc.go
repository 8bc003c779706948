// Package workflow holds what a person does with programmes: begin one, write
// its contents, undo, decide, approve, print. The window and the commands call
// it and show what it says.
//
// It knows no window (no Fyne) and neither database nor paper: it declares the
// [Store] and the [Reporter] that it needs, and main joins them. Its errors are
// the domain's; [Sentence] names the text that tells one to a person.
package workflow
