package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CountLabel is a sentence that begins with a figure, as "7 measures without a
// timetable" or "74 % written": the figure is bold, and the lines are broken
// as a [Label]'s are.
type CountLabel struct {
	widget.BaseWidget

	figure, rest string
	size         fyne.ThemeSizeName
	color        fyne.ThemeColorName // of the words after the figure
	figureColor  fyne.ThemeColorName
}

var (
	_ Flowing         = (*CountLabel)(nil)
	_ fyne.Accessible = (*CountLabel)(nil)
)

// NewCountLabel returns words whose beginning figure is bold and in the ink
// figureColor, the rest in color. Words that do not begin with the figure are
// not bold anywhere.
func NewCountLabel(figure, words string, size fyne.ThemeSizeName, figureColor, color fyne.ThemeColorName) *CountLabel {
	label := &CountLabel{rest: words, size: size, color: color, figureColor: figureColor}
	if rest, begins := strings.CutPrefix(words, figure); begins {
		label.figure, label.rest = figure, rest
	}
	label.ExtendBaseWidget(label)
	return label
}

func (l *CountLabel) words() string { return l.figure + l.rest }

// measure is the width of a part of the words. A line that begins with the
// figure is as wide as if the figure in it were bold.
func (l *CountLabel) measure(part string) float32 {
	size := fynetheme.Size(l.size)
	rest, begins := strings.CutPrefix(part, l.figure)
	width := fyne.MeasureText(rest, size, fyne.TextStyle{}).Width
	if begins && l.figure != "" {
		width += fyne.MeasureText(l.figure, size, fyne.TextStyle{Bold: true}).Width
	}
	return width
}

func (l *CountLabel) lines(width float32) []string {
	return breakLines(l.words(), "", width, l.measure)
}

// HeightFor returns the height of the words when they are broken at width.
func (l *CountLabel) HeightFor(width float32) float32 {
	return float32(max(1, len(l.lines(width)))) * LineHeight(l.size)
}

// AccessibilityLabel is read out by screen readers.
func (l *CountLabel) AccessibilityLabel() string { return plainText(l.words()) }

// AccessibilityRole is told to screen readers.
func (l *CountLabel) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (l *CountLabel) CreateRenderer() fyne.WidgetRenderer { return &countRenderer{label: l} }

type countRenderer struct {
	label *CountLabel
	parts []fyne.CanvasObject
}

// MinSize is one line with all of the words: where there is less room, what
// holds the label asks for [CountLabel.HeightFor].
func (r *countRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.label.measure(r.label.words())+1, LineHeight(r.label.size))
}

func (r *countRenderer) Layout(size fyne.Size) {
	l := r.label
	height := LineHeight(l.size)
	r.parts = r.parts[:0]
	for index, line := range l.lines(size.Width) {
		x, top := float32(0), float32(index)*height
		if rest, begins := strings.CutPrefix(line, l.figure); index == 0 && begins && l.figure != "" {
			figure := newInkText(l.figure, l.size, l.figureColor, true)
			figure.placeMiddle(0, top, height)
			r.parts = append(r.parts, figure.Text)
			x, line = figure.MinSize().Width, rest
		}
		words := newInkText(line, l.size, l.color, false)
		words.placeMiddle(x, top, height)
		r.parts = append(r.parts, words.Text)
	}
}

func (r *countRenderer) Refresh() {
	r.Layout(r.label.Size())
	canvas.Refresh(r.label)
}

func (r *countRenderer) Objects() []fyne.CanvasObject { return r.parts }

func (r *countRenderer) Destroy() {}
