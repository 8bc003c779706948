package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// lineHeights pairs every text size with its line height.
var lineHeights = map[fyne.ThemeSizeName]fyne.ThemeSizeName{
	theme.TextPage:           theme.LinePage,
	theme.TextSection:        theme.LineSection,
	theme.TextSubhead:        theme.LineSubhead,
	theme.TextBody:           theme.LineBody,
	theme.TextChip:           theme.LineChip,
	theme.TextSecondary:      theme.LineSecondary,
	theme.TextSmallest:       theme.LineSmallest,
	theme.TextProjectorTitle: theme.LineProjectorTitle,
	theme.TextProjectorHead:  theme.LineProjectorHead,
	theme.TextProjectorBody:  theme.LineProjectorBody,
}

// LineHeight returns the height in pixels of one line of text at a text size.
func LineHeight(size fyne.ThemeSizeName) float32 { return fynetheme.Size(lineHeights[size]) }

// Label is text that is read: broken into lines by the program's own line
// breaker, with the look's line height, never cut. Its height depends on its
// width, so it stands in layouts that ask for [HeightFor]: [NewColumn],
// [NewRow], [Scroll].
type Label struct {
	widget.BaseWidget

	Text     string
	Language string             // of the text, for its hyphenation: "fi", "sv" or "en"
	TextSize fyne.ThemeSizeName // theme.TextBody and so on
	Color    fyne.ThemeColorName
	Bold     bool
	Align    fyne.TextAlign
	OneLine  bool   // keeps its words on one line and asks for the width they need
	Speech   string // read out instead of words that need what stands around them

	broken brokenText
	said   bool // by the control that it stands at
}

// brokenText remembers the last breaking, which layouts ask for several times.
type brokenText struct {
	text, language string
	width, size    float32
	bold           bool
	lines          []string
}

var (
	_ Flowing         = (*Label)(nil)
	_ fyne.Accessible = (*Label)(nil)
)

// NewLabel returns text in a size and the text colour, broken into lines at the
// width that it is given.
func NewLabel(words string, size fyne.ThemeSizeName) *Label {
	label := &Label{Text: words, TextSize: size, Color: theme.ColorText}
	label.ExtendBaseWidget(label)
	return label
}

// NewBoldLabel is [NewLabel] in bold.
func NewBoldLabel(words string, size fyne.ThemeSizeName) *Label {
	label := NewLabel(words, size)
	label.Bold = true
	return label
}

// NewMutedLabel is [NewLabel] in the colour of hints and facts.
func NewMutedLabel(words string, size fyne.ThemeSizeName) *Label {
	label := NewLabel(words, size)
	label.Color = theme.ColorMuted
	return label
}

// NewLine returns text that stays on one line.
func NewLine(words string, size fyne.ThemeSizeName, color fyne.ThemeColorName, bold bool) *Label {
	label := NewLabel(words, size)
	label.Color, label.Bold, label.OneLine = color, bold, true
	return label
}

// Unspoken leaves the words to the control that the label stands at, which says
// them itself. It returns the label.
func (l *Label) Unspoken() *Label {
	l.said = true
	return l
}

// SetText changes the words.
func (l *Label) SetText(words string) {
	if l.Text == words {
		return
	}
	l.Text = words
	l.Refresh()
}

// SetColor changes the colour.
func (l *Label) SetColor(color fyne.ThemeColorName) {
	if l.Color == color {
		return
	}
	l.Color = color
	l.Refresh()
}

// HeightFor returns the height of the text when it is broken at width.
func (l *Label) HeightFor(width float32) float32 {
	return float32(max(1, len(l.lines(width)))) * LineHeight(l.TextSize)
}

// NaturalWidth returns the width of the text without any other breaks than its
// own newlines.
func (l *Label) NaturalWidth() float32 {
	widest := float32(0)
	for line := range strings.SplitSeq(plainText(l.Text), "\n") {
		widest = max(widest, l.measure(line))
	}
	return widest
}

// AccessibilityLabel is read out by screen readers.
func (l *Label) AccessibilityLabel() string {
	if l.Speech != "" {
		return l.Speech
	}
	return plainText(l.Text)
}

// AccessibilityRole is told to screen readers.
func (l *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (l *Label) CreateRenderer() fyne.WidgetRenderer { return &labelRenderer{label: l} }

func (l *Label) style() fyne.TextStyle { return fyne.TextStyle{Bold: l.Bold} }

func (l *Label) measure(words string) float32 {
	return fyne.MeasureText(words, fynetheme.Size(l.TextSize), l.style()).Width
}

func (l *Label) lines(width float32) []string {
	if l.OneLine {
		return []string{plainText(l.Text)}
	}
	size := fynetheme.Size(l.TextSize)
	now := brokenText{text: l.Text, language: l.Language, width: width, size: size, bold: l.Bold}
	then := l.broken
	if then.lines != nil && then.text == now.text && then.language == now.language &&
		then.width == now.width && then.size == now.size && then.bold == now.bold {
		return then.lines
	}
	now.lines = breakLines(l.Text, l.Language, width, l.measure)
	l.broken = now
	return now.lines
}

// narrowestWord bounds the width that a label insists on: long words are
// hyphenated and, at the worst, divided.
const narrowestWord = 6 // in text sizes

type labelRenderer struct {
	label *Label
	lines []fyne.CanvasObject
}

func (r *labelRenderer) MinSize() fyne.Size {
	label := r.label
	if label.OneLine {
		return fyne.NewSize(label.measure(plainText(label.Text)), LineHeight(label.TextSize))
	}
	width := min(label.NaturalWidth(), narrowestWord*fynetheme.Size(label.TextSize))
	if laid := label.Size().Width; laid > 0 {
		return fyne.NewSize(width, label.HeightFor(laid))
	}
	return fyne.NewSize(width, LineHeight(label.TextSize))
}

func (r *labelRenderer) Layout(size fyne.Size) {
	r.setLines(r.label.lines(size.Width))
	height := LineHeight(r.label.TextSize)
	for index, line := range r.lines {
		natural := line.MinSize().Height
		line.Resize(fyne.NewSize(size.Width, natural))
		line.Move(fyne.NewPos(0, float32(index)*height+(height-natural)/2))
	}
}

// setLines keeps one text object for each line, with the label's look.
func (r *labelRenderer) setLines(lines []string) {
	for len(r.lines) < len(lines) {
		r.lines = append(r.lines, canvas.NewText("", nil))
	}
	r.lines = r.lines[:len(lines)]
	tint, size := fynetheme.Color(r.label.Color), fynetheme.Size(r.label.TextSize)
	for index, words := range lines {
		line := r.lines[index].(*canvas.Text)
		changed := line.Text != words || line.Color != tint || line.TextSize != size ||
			line.TextStyle.Bold != r.label.Bold || line.Alignment != r.label.Align
		line.Text, line.Color, line.TextSize = words, tint, size
		line.TextStyle, line.Alignment = r.label.style(), r.label.Align
		if changed {
			line.Refresh()
		}
	}
}

func (r *labelRenderer) Refresh() {
	r.Layout(r.label.Size())
	canvas.Refresh(r.label)
}

func (r *labelRenderer) Objects() []fyne.CanvasObject { return r.lines }

func (r *labelRenderer) Destroy() {}
