package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// HouseSignKind is what a [HouseSign] shows.
type HouseSignKind int

// The kinds of house signs.
const (
	SignHouse      HouseSignKind = iota
	SignFoundation               // a block of granite
	SignFollowUp                 // a hollow square
)

// HouseSign is the small sign of a section in a list: a house in its colours, the
// foundation's block, the follow-up's square.
type HouseSign struct {
	Kind  HouseSignKind
	House int // which colours
}

// colours returns the sign's fill and stroke.
func (s HouseSign) colours() (fill, stroke fyne.ThemeColorName) {
	switch s.Kind {
	case SignFoundation:
		return theme.ColorGranite, theme.ColorGranite
	case SignFollowUp:
		return theme.ColorSurface, theme.ColorBorder
	}
	return theme.Facade(s.House), theme.Roof(s.House)
}

// house draws a sign of a side's length with its upper left corner at a place.
func (s *sketch) house(sign HouseSign, x, y, side float32) {
	fill, stroke := sign.colours()
	switch sign.Kind {
	case SignFoundation:
		s.box(x, y+side/3, side, side*2/3, fill, "", 0)
	case SignFollowUp:
		s.box(x+side/9, y+side/9, side*7/9, side*7/9, fill, stroke, 0).StrokeWidth = fynetheme.Size(theme.StrokeField)
	default:
		wall := s.box(x+side/7, y+side*0.4, side*5/7, side*0.55, fill, stroke, 0)
		wall.StrokeWidth = fynetheme.Size(theme.StrokeField)
		points := []fyne.Position{fyne.NewPos(0, side*0.45), fyne.NewPos(side/2, 0), fyne.NewPos(side, side*0.45)}
		roof := canvas.NewArbitraryPolygon(points, fynetheme.Color(stroke))
		put(roof, x, y+side*0.03, side, side*0.45)
		s.objects = append(s.objects, roof)
	}
}

// SignEntry is the sign of a section and its name.
type SignEntry struct {
	Sign     HouseSign
	Word     string
	Language string
}

// NewSignLegend sets signs with the names of their sections side by side, in as
// many lines as the width asks for.
func NewSignLegend(entries ...SignEntry) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(entries))
	for i, entry := range entries {
		words := NewLine(entry.Word, theme.TextSmallest, theme.ColorText, false)
		objects[i] = NewRow(theme.Space8, nil, newSignPicture(entry.Sign), words)
	}
	return NewWrap(theme.Space16, theme.Space4, objects...)
}

// signPicture is a sign that stands beside its words.
type signPicture struct{ sketchWidget }

func newSignPicture(sign HouseSign) *signPicture {
	picture := &signPicture{}
	picture.min = func() fyne.Size { return fyne.NewSquareSize(fynetheme.Size(theme.IconSmall)) }
	picture.begin(picture, func(s *sketch, size fyne.Size) {
		side := picture.min().Width
		s.house(sign, (size.Width-side)/2, (size.Height-side)/2, side)
	})
	return picture
}
