package ui

import "unicode"

// parted gives back to a cleaned text the space at either end of what was copied
// where the text would be joined to a word beside it.
func (e *textEntry) parted(copied, cleaned string) string {
	if cleaned == "" || e.SelectedText() != "" {
		return cleaned
	}
	given, kept, written := []rune(copied), []rune(cleaned), []rune(e.Text)
	at := min(e.CursorTextOffset(), len(written))
	lost := func(end, kept rune) bool { return unicode.IsSpace(end) && !unicode.IsSpace(kept) }
	if lost(given[0], kept[0]) && at > 0 && !unicode.IsSpace(written[at-1]) {
		cleaned = " " + cleaned
	}
	if lost(given[len(given)-1], kept[len(kept)-1]) && at < len(written) && !unicode.IsSpace(written[at]) {
		cleaned += " "
	}
	return cleaned
}
