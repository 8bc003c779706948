// Package comparison reads two moments of one programme beside each other, for
// people: what a reader of the later one would want to know of the earlier.
//
// Its words:
//   - A row is one element of the programme: a goal, a measure, a chapter. Rows
//     are matched by identity and never by wording, so that a renamed goal is
//     one row and not two. They stand in the order of the later moment; what is
//     gone stands where it stood.
//   - A part is one thing that a row says: its title, its timetable, its bodies.
//   - A row has moved when it stands under something else, or in another order
//     among those that stayed beside it; the fewest that explain the new order
//     are said to have moved. A number that shifted because something came
//     before it is no move.
//
// Decisions, comments, follow-up and the programme's state are written about
// the content and are not compared. A body's new name is a change of the
// register and not of every measure that has the body.
//
// The package is pure; it imports model and model/text. Words of the interface are given as
// [Words].
package comparison
