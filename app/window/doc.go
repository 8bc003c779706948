// Package window is the program's window: its pages, what stands around them,
// and how a person goes from one to another.
//
// Words. A [page] is what fills the window or, in an open programme, the room
// beside the rail. A page shows and calls back; what is done to a programme it
// does through package workflow. A page is built for the state that it shows
// and built anew when that changes elsewhere (undo, another language): it holds
// nothing that a person has typed, since every field is kept as it is left or
// after an idle second ([draft]).
//
// Rules of the window, which every page keeps:
//   - One primary button a page; Next is always enabled, says what is missing
//     and goes there.
//   - Everything can be done by keyboard; the order of Tab is the order of reading.
//   - A page says where it is by its name ("contents/measures"), for journeys.
//   - No text literal: words come from the catalogue by key.
//   - Nothing of Fyne is touched outside its own goroutine.
package window
