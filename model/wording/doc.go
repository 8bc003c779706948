// Package wording proposes what a council's own words mean: the kind, target
// and unit of an indicator, the timetable of a measure.
//
// Its words:
//   - A wording is what the council wrote, in one language; it is never changed.
//   - A proposal is what the wording seems to say; a person confirms it. What
//     the wording does not say is left empty, never guessed.
//   - A cue is a word, or a part of one, that speaks for a kind of indicator.
//     In Finnish the last cue rules the others ("kyselyyn vastanneiden määrä"
//     is a count), in Swedish and English the first.
//   - A part is one of several indicators written into one wording.
//
// The rules know stems and endings, no whole wordings of any programme. The
// kinds are those that the indicators of V19 fall in.
//
// The package is pure; it imports model and model/text.
package wording
