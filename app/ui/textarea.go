package ui

// NewTextArea returns a field for a longer text, at least minRows high, that
// grows with the text to maxRows and scrolls inside after that. Enter begins a
// new line, Tab moves the focus.
func NewTextArea(kit *Kit, label string, minRows, maxRows int) *Field {
	area := NewField(kit, label).WithLimit(TextLimit)
	area.entry.growBetween(minRows, maxRows)
	area.entry.onEnter = nil
	return area
}

// NewTitleArea returns a field for a title: it wraps and grows as a text area
// does, but a title has no line breaks of its own, so that Enter moves on.
func NewTitleArea(kit *Kit, label string, minRows, maxRows int) *Field {
	area := NewField(kit, label)
	area.entry.growBetween(minRows, maxRows)
	return area
}
