package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// apartLayout sets two objects at the two ends of a line, or under each other
// where they do not fit side by side.
type apartLayout struct {
	gap   fyne.ThemeSizeName
	width float32
}

// NewApart sets words at the left and an object at the right end of a line, in
// the middle of its height. Where the words would have to be broken for it, the
// object stands below them.
func NewApart(gap fyne.ThemeSizeName, words *Label, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &apartLayout{gap: gap}, Objects: []fyne.CanvasObject{words, object}}
}

func (a *apartLayout) fits(objects []fyne.CanvasObject, width float32) bool {
	words := objects[0].(*Label).NaturalWidth() + 1
	return words+fynetheme.Size(a.gap)+objects[1].MinSize().Width <= width
}

func (a *apartLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	a.width = size.Width
	words, object := objects[0], objects[1]
	width := min(object.MinSize().Width, size.Width)
	if !a.fits(objects, size.Width) {
		height := HeightFor(words, size.Width)
		put(words, 0, 0, size.Width, height)
		put(object, 0, height+fynetheme.Size(theme.Space4), width, HeightFor(object, width))
		return
	}
	left := size.Width - width - fynetheme.Size(a.gap)
	wordsHeight, objectHeight := HeightFor(words, left), HeightFor(object, width)
	put(words, 0, (size.Height-wordsHeight)/2, left, wordsHeight)
	put(object, size.Width-width, (size.Height-objectHeight)/2, width, objectHeight)
}

func (a *apartLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	words, object := objects[0], objects[1]
	objectWidth := min(object.MinSize().Width, width)
	if !a.fits(objects, width) {
		return HeightFor(words, width) + fynetheme.Size(theme.Space4) + HeightFor(object, objectWidth)
	}
	return max(HeightFor(words, width-objectWidth-fynetheme.Size(a.gap)), HeightFor(object, objectWidth))
}

func (a *apartLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[0].MinSize().Width, scaled(80))
	return fyne.NewSize(width, a.HeightFor(objects, max(width, a.width)))
}
