package ui

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
)

// LegendEntry is a sign and what it means.
type LegendEntry struct {
	Kind MarkKind
	Word string
}

// NewLegend sets signs with their words side by side, in as many lines as the
// width asks for.
func NewLegend(entries ...LegendEntry) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(entries))
	for i, entry := range entries {
		look := markLooks[entry.Kind]
		objects[i] = NewRow(theme.Space8, nil,
			NewIcon(look.icon, look.color),
			NewLine(entry.Word, theme.TextSmallest, theme.ColorText, false))
	}
	return NewWrap(theme.Space16, theme.Space4, objects...)
}
