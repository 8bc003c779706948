package comparison

import (
	"strings"

	"tavoitekartta/model/text"
)

// leastQuoted is how many words a motion must have in common with what was
// added before it is said to have brought it: fewer stand in any text.
const leastQuoted = 3

// QuotedIn tells whether something that the row says anew, of three words or
// more, stands word for word in another text, such as an amendment's.
func (r *Row) QuotedIn(other string) bool {
	other = spaced(other)
	for _, part := range r.Parts {
		if part.Change() == Unchanged {
			continue
		}
		for _, run := range text.Compare(part.Before, part.After) {
			added := strings.Trim(spaced(run.Text), " .,;:”“\"")
			if run.Marking == text.Added && len(strings.Fields(added)) >= leastQuoted && strings.Contains(other, added) {
				return true
			}
		}
	}
	return false
}

// spaced is a text with single spaces and in small letters.
func spaced(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
