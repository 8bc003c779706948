// Package ui holds the window's own controls and drawn parts.
//
// Controls (fields, buttons, chips, selects, dialogs) show and call back; pages
// decide. Each has a label that is read out, a place in the Tab order, and
// focus marks for which it keeps theme.FocusMargin of room on every side, so
// that controls side by side need no gap and line up with texts that are inset
// by the same margin. Enter and Space press; Escape leaves a list or dialog.
//
// Drawn parts (icons, labels, marks, houses, cards) show one thing each.
//
// What a control shows comes in as arguments, in the language of the interface;
// the few words of its own it takes from the [Kit] that the window's controls
// share. Sizes and colours are tokens of package theme. What is as high as its
// width asks for is [Flowing], and stands in layouts that ask.
//
// The package knows nothing of programmes, stores or files: of the model it
// imports what is pure geometry, the street and the line breaker.
package ui
