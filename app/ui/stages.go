package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Measures of stages in pixels at normal text size.
const (
	stageDisc   = 32
	stageIndent = 46 // where the words begin
	stageLine   = 2
)

// StageState says how far a stage is.
type StageState int

// The states of a stage.
const (
	StageAhead StageState = iota
	StageCurrent
	StageDone
)

// Stage is one of the numbered parts that a matter goes through.
type Stage struct {
	State StageState
	Title string
	Note  string // beside the title: "kirjattu 21.1.2019"
	Body  fyne.CanvasObject
}

// NewStages sets stages below each other, each with a disc of its number or a
// check, joined by a line: the way that the matter goes.
func NewStages(stages ...Stage) *fyne.Container {
	layout := &stagesLayout{}
	box := &fyne.Container{Layout: layout}
	for index, stage := range stages {
		part := newStagePart(index+1, stage)
		if index+1 < len(stages) {
			part.line = canvas.NewRectangle(fynetheme.Color(theme.ColorBorder))
			box.Add(part.line)
		}
		layout.parts = append(layout.parts, part)
		box.Add(part.disc)
		box.Add(part.sign)
		box.Add(part.heading)
		box.Add(part.body)
	}
	return box
}

// stagePart are the objects of one stage; the last one has no line.
type stagePart struct {
	disc, line          *canvas.Rectangle
	sign, heading, body fyne.CanvasObject
}

func newStagePart(number int, stage Stage) stagePart {
	fill, frame, ink := theme.ColorSurface, theme.ColorBorder, theme.ColorText
	switch stage.State {
	case StageDone:
		fill, frame, ink = theme.ColorOK, theme.ColorOK, theme.ColorSurface
	case StageCurrent:
		fill, frame, ink = theme.ColorPrimary, theme.ColorPrimary, theme.ColorOnPrimary
	}
	disc := canvas.NewRectangle(fynetheme.Color(fill))
	disc.StrokeColor, disc.StrokeWidth = fynetheme.Color(frame), fynetheme.Size(theme.StrokeThin)
	disc.CornerRadius = scaled(stageDisc) / 2
	var sign fyne.CanvasObject = NewLine(strconv.Itoa(number), theme.TextChip, ink, true)
	if stage.State == StageDone {
		sign = NewIcon(IconCheck, ink)
	}
	title := NewLine(stage.Title, theme.TextSection, theme.ColorText, true)
	note := NewMutedLabel(stage.Note, theme.TextSecondary)
	return stagePart{disc: disc, sign: sign, heading: NewRow(theme.Space12, note, title, note), body: stage.Body}
}

type stagesLayout struct {
	parts []stagePart
	width float32
}

// place calls put for the top and the heights of each stage and returns the
// height of all.
func (l *stagesLayout) place(width float32, put func(part stagePart, top, heading, body, bottom float32)) float32 {
	y, room := float32(0), max(0, width-scaled(stageIndent))
	for index, part := range l.parts {
		heading := max(scaled(stageDisc), HeightFor(part.heading, room))
		body := HeightFor(part.body, room)
		bottom := y + heading + body
		if index+1 < len(l.parts) {
			bottom += fynetheme.Size(theme.Space12)
		}
		put(part, y, heading, body, bottom)
		y = bottom
	}
	return y
}

func (l *stagesLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	side, left := scaled(stageDisc), scaled(stageIndent)
	margin := fynetheme.Size(theme.FocusMargin)
	l.place(size.Width, func(part stagePart, top, heading, body, bottom float32) {
		disc := top + (heading-side)/2
		put(part.disc, 0, disc, side, side)
		sign := part.sign.MinSize()
		put(part.sign, (side-sign.Width)/2, disc+(side-sign.Height)/2, sign.Width, sign.Height)
		high := HeightFor(part.heading, size.Width-left)
		put(part.heading, left, top+(heading-high)/2, size.Width-left, high)
		// The controls of the body stand within the room of their focus rings.
		put(part.body, left-margin, top+heading, size.Width-left+margin, body)
		if part.line != nil {
			put(part.line, (side-stageLine)/2, disc+side+margin, stageLine, bottom-disc-side-2*margin)
		}
	})
}

// HeightFor is the height of all stages.
func (l *stagesLayout) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	return l.place(width, func(stagePart, float32, float32, float32, float32) {})
}

func (l *stagesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, part := range l.parts {
		width = max(width, part.body.MinSize().Width, scaled(stageIndent))
	}
	width += scaled(stageIndent)
	return fyne.NewSize(width, l.HeightFor(objects, max(width, l.width)))
}
