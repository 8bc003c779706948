// Package law reads what the acts on integration and their guidance say of the
// contents of a programme: a checklist for each act, each item restated shortly, with
// its source and the day on which that was read.
//
// A list is data (assets/law/*.json) and is shown as guidance, never as a block. An
// item names a topic of the model, by which the program finds what in a programme
// speaks to it. A point whose contents could not be checked at a source is not in
// the lists. The package may not import Fyne.
package law
