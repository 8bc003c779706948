package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Measures of the bar of a vote in pixels at normal text size.
const (
	voteHeight  = 18
	voteSquare  = 12
	voteLeast   = 5 // the width of a part with one vote among hundreds
	voteBetween = 2
)

// VotePart is how many voted one way, with the word for it.
type VotePart struct {
	Word  string
	Count int
}

// voteFills are the colours of yes, no, blank and absent; each part has a frame
// and its number stands in the legend.
var voteFills = []fyne.ThemeColorName{theme.ColorPrimary, theme.ColorSurface, theme.ColorPrimaryTint, theme.ColorSunk}

// NewVoteBar shows a vote as a bar divided into its parts, in the order yes, no,
// blank, absent, over a legend with the numbers.
func NewVoteBar(parts ...VotePart) *fyne.Container {
	bar := &fyne.Container{Layout: &voteLayout{parts: parts}}
	legend := NewWrap(theme.Space16, theme.Space4)
	for index, part := range parts {
		bar.Add(voteBox(index, 0))
		square := voteBox(index, scaled(voteSquare))
		legend.Add(NewRow(theme.Space8, nil, square,
			NewLine(part.Word, theme.TextSecondary, theme.ColorText, false),
			NewLine(strconv.Itoa(part.Count), theme.TextSecondary, theme.ColorText, true)))
	}
	return NewColumn(theme.Space8, bar, legend)
}

func voteBox(index int, side float32) *canvas.Rectangle {
	box := canvas.NewRectangle(fynetheme.Color(voteFills[index%len(voteFills)]))
	box.StrokeColor, box.StrokeWidth = fynetheme.Color(theme.ColorBorder), fynetheme.Size(theme.StrokeThin)
	box.SetMinSize(fyne.NewSquareSize(side))
	return box
}

type voteLayout struct{ parts []VotePart }

func (l *voteLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	all, shown := 0, 0
	for _, part := range l.parts {
		if part.Count > 0 {
			all, shown = all+part.Count, shown+1
		}
	}
	least := scaled(voteLeast)
	room := size.Width - float32(max(0, shown-1))*voteBetween - float32(shown)*least
	x := float32(0)
	for index, object := range objects {
		count := l.parts[index].Count
		if count <= 0 {
			object.Hide()
			continue
		}
		width := least + max(0, room)*float32(count)/float32(all)
		object.Show()
		put(object, x, 0, width, size.Height)
		x += width + voteBetween
	}
}

func (l *voteLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaled(120), scaled(voteHeight))
}
