package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// Proposal is a block on which the program says what it has read and a person
// answers: tinted, with an edge at its left.
type Proposal struct {
	widget.BaseWidget

	content *fyne.Container
}

var _ Flowing = (*Proposal)(nil)

// NewProposal returns a block of words with answers beside them, or below where
// there is no room.
func NewProposal(words fyne.CanvasObject, answers ...fyne.CanvasObject) *Proposal {
	proposal := &Proposal{content: NewInset(theme.Space8, theme.Space8, theme.Space8, theme.Space16,
		&fyne.Container{Layout: &proposalLayout{}, Objects: append([]fyne.CanvasObject{words}, answers...)})}
	proposal.ExtendBaseWidget(proposal)
	return proposal
}

// HeightFor returns the height of the block at a width.
func (p *Proposal) HeightFor(width float32) float32 { return HeightFor(p.content, width) }

// CreateRenderer is called by Fyne.
func (p *Proposal) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := newFrame(), newFrame()
	restyle := func() {
		ground.paint(theme.ColorWarnTint, "", "")
		edge.paint(theme.ColorWarn, "", "")
	}
	restyle()
	return &drawing{
		owner:   p,
		objects: []fyne.CanvasObject{ground.Rectangle, edge.Rectangle, p.content},
		restyle: restyle,
		minSize: func() fyne.Size { return p.content.MinSize() },
		layout: func(size fyne.Size) {
			ground.place(fyne.Position{}, size, fynetheme.Size(theme.RadiusField))
			edge.place(fyne.Position{}, fyne.NewSize(fynetheme.Size(theme.Space4), size.Height), 0)
			edge.roundEnds(true, false, fynetheme.Size(theme.RadiusBar))
			p.content.Resize(size)
		},
	}
}

// proposalLayout sets the answers after the words, or in lines below them when
// the words would have less than half of the width.
type proposalLayout struct{ width float32 }

func (l *proposalLayout) beside(objects []fyne.CanvasObject, width float32) (words float32, fits bool) {
	words = width
	for _, answer := range objects[1:] {
		words -= answer.MinSize().Width
	}
	return words - fynetheme.Size(theme.Space16), words >= width*0.42
}

func (l *proposalLayout) answers(objects []fyne.CanvasObject) *fyne.Container {
	return NewWrap("", "", objects[1:]...)
}

func (l *proposalLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	words, fits := l.beside(objects, size.Width)
	if !fits {
		height := HeightFor(objects[0], size.Width)
		objects[0].Resize(fyne.NewSize(size.Width, height))
		objects[0].Move(fyne.Position{})
		wrapLayout{}.place(objects[1:], size.Width, func(object fyne.CanvasObject, at fyne.Position, size fyne.Size) {
			object.Resize(size)
			object.Move(at.AddXY(0, height))
		})
		return
	}
	height := HeightFor(objects[0], words)
	objects[0].Resize(fyne.NewSize(words, height))
	objects[0].Move(fyne.NewPos(0, (size.Height-height)/2))
	x := size.Width
	for i := len(objects) - 1; i > 0; i-- {
		need := objects[i].MinSize()
		x -= need.Width
		objects[i].Resize(need)
		objects[i].Move(fyne.NewPos(x, (size.Height-need.Height)/2))
	}
}

// HeightFor is asked by columns.
func (l *proposalLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	words, fits := l.beside(objects, width)
	if !fits {
		return HeightFor(objects[0], width) + HeightFor(l.answers(objects), width)
	}
	height := HeightFor(objects[0], words)
	for _, answer := range objects[1:] {
		height = max(height, answer.MinSize().Height)
	}
	return height
}

func (l *proposalLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, object := range objects {
		width = max(width, object.MinSize().Width)
	}
	return fyne.NewSize(width, l.HeightFor(objects, max(width, l.width)))
}
