package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// sidedLayout sets a main and a side column next to each other, or under each
// other where the main one would become too narrow.
type sidedLayout struct {
	side, least float32
	gap         fyne.ThemeSizeName
	width       float32
}

// NewSided sets a column beside the main content, at its right and side pixels
// wide. Where the main content would be narrower than least pixels, the column
// stands below it. Both are measured at normal text size.
func NewSided(side, least float32, gap fyne.ThemeSizeName, mainContent, sideContent fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{
		Layout:  &sidedLayout{side: side, least: least, gap: gap},
		Objects: []fyne.CanvasObject{mainContent, sideContent},
	}
}

// split returns the main column's width, and whether the side column folds.
func (s *sidedLayout) split(width float32) (mainWidth float32, folded bool) {
	mainWidth = width - scaled(s.side) - fynetheme.Size(s.gap)
	if mainWidth < scaled(s.least) {
		return width, true
	}
	return mainWidth, false
}

func (s *sidedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	gap := fynetheme.Size(s.gap)
	mainWidth, folded := s.split(size.Width)
	mainHeight := HeightFor(objects[0], mainWidth)
	objects[0].Move(fyne.Position{})
	if folded {
		objects[0].Resize(fyne.NewSize(mainWidth, mainHeight))
		objects[1].Move(fyne.NewPos(0, mainHeight+gap))
		objects[1].Resize(fyne.NewSize(size.Width, HeightFor(objects[1], size.Width)))
		return
	}
	objects[0].Resize(fyne.NewSize(mainWidth, max(mainHeight, size.Height)))
	objects[1].Move(fyne.NewPos(mainWidth+gap, 0))
	objects[1].Resize(fyne.NewSize(scaled(s.side), HeightFor(objects[1], scaled(s.side))))
}

func (s *sidedLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	mainWidth, folded := s.split(width)
	if folded {
		return HeightFor(objects[0], width) + fynetheme.Size(s.gap) + HeightFor(objects[1], width)
	}
	return max(HeightFor(objects[0], mainWidth), HeightFor(objects[1], scaled(s.side)))
}

func (s *sidedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[0].MinSize().Width, objects[1].MinSize().Width)
	return fyne.NewSize(width, s.HeightFor(objects, max(width, s.width)))
}
