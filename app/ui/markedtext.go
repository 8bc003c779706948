package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/text"
)

// MarkedText is a text in which words are marked: added ones bold, underlined
// and on their tint, deleted ones struck and on theirs. Colour is never alone.
// Fyne has no ground behind words in flowing text, so each line is measured and
// its pieces are set one after another.
type MarkedText struct {
	widget.BaseWidget

	Language string             // of the text, for its hyphenation: "fi", "sv" or "en"
	TextSize fyne.ThemeSizeName // theme.TextChip when not set otherwise

	kit    *Kit
	source string
	marks  []textMark
	laid   markedLines
}

// textMark is a marked part of a text, in bytes.
type textMark struct {
	text.Span
	marking text.Marking
}

// markedLines remembers the last breaking.
type markedLines struct {
	width, size float32
	lines       []text.Line
}

var (
	_ Flowing         = (*MarkedText)(nil)
	_ fyne.Accessible = (*MarkedText)(nil)
)

// NewMarkedSide shows one of two texts held against each other: for
// [text.Deleted] the earlier with what is gone from it, for [text.Added] the
// later with what is new in it.
func NewMarkedSide(kit *Kit, runs []text.Run, marking text.Marking) *MarkedText {
	side, spans := text.Side(runs, marking)
	marked := newMarkedText(kit, side)
	for _, s := range spans {
		marked.marks = append(marked.marks, textMark{s, marking})
	}
	return marked
}

// NewMarkedText shows two texts held against each other as one, what is gone
// before what came in its place.
func NewMarkedText(kit *Kit, runs []text.Run) *MarkedText {
	var joined strings.Builder
	var marks []textMark
	for i, r := range runs {
		if i > 0 && runs[i-1].Marking != text.Kept && r.Marking != text.Kept {
			joined.WriteByte(' ') // between what is gone and what came
		}
		start := joined.Len()
		joined.WriteString(r.Text)
		if ink := strings.TrimSpace(r.Text); r.Marking != text.Kept && ink != "" {
			start += strings.Index(r.Text, ink)
			marks = append(marks, textMark{text.Span{Start: start, End: start + len(ink)}, r.Marking})
		}
	}
	marked := newMarkedText(kit, joined.String())
	marked.marks = marks
	return marked
}

// found marks words that were searched for: bold, without a ground or a line.
const found text.Marking = -1

// own marks words that one of two texts alone has, where neither is the later.
const own text.Marking = -2

func isBold(marking text.Marking) bool {
	return marking == text.Added || marking == found || marking == own
}

// NewOwnWords shows a text held against another one of equal standing, with the
// words marked that it alone has.
func NewOwnWords(kit *Kit, words, other string) *MarkedText {
	side, spans := text.Side(text.Compare(other, words), text.Added)
	marked := newMarkedText(kit, side)
	for _, s := range spans {
		marked.marks = append(marked.marks, textMark{s, own})
	}
	return marked
}

// NewFoundText shows a text with the words bold that were found in it; where they
// stand is in bytes, in order.
func NewFoundText(kit *Kit, words string, where []text.Span) *MarkedText {
	marked := newMarkedText(kit, words)
	for _, s := range where {
		marked.marks = append(marked.marks, textMark{s, found})
	}
	return marked
}

func newMarkedText(kit *Kit, source string) *MarkedText {
	marked := &MarkedText{kit: kit, source: source, TextSize: theme.TextChip}
	marked.ExtendBaseWidget(marked)
	return marked
}

// HeightFor returns the height of the text when it is broken at width.
func (m *MarkedText) HeightFor(width float32) float32 {
	return float32(max(1, len(m.lines(width)))) * m.lineHeight()
}

// lineHeight leaves a little air between the grounds of two lines.
func (m *MarkedText) lineHeight() float32 { return LineHeight(m.TextSize) + scaled(2) }

// AccessibilityLabel is the text with what became of its marked parts.
func (m *MarkedText) AccessibilityLabel() string {
	var said strings.Builder
	end := 0
	for _, mark := range m.marks {
		if mark.marking == found {
			continue
		}
		said.WriteString(m.source[end:mark.Start])
		key := "marked.added"
		switch mark.marking {
		case text.Deleted:
			key = "marked.deleted"
		case own:
			key = "marked.own"
		}
		said.WriteString(m.kit.words.T(key, "words", m.source[mark.Start:mark.End]))
		end = mark.End
	}
	said.WriteString(m.source[end:])
	return plainText(said.String())
}

// AccessibilityRole is told to screen readers.
func (m *MarkedText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (m *MarkedText) CreateRenderer() fyne.WidgetRenderer { return &markedRenderer{marked: m} }

func (m *MarkedText) measure(words string, bold bool) float32 {
	return fyne.MeasureText(words, fynetheme.Size(m.TextSize), fyne.TextStyle{Bold: bold}).Width
}

// lines breaks the text. Where words are added it is measured as if all were
// bold, which is wider: a line that fits so fits with some of them bold.
func (m *MarkedText) lines(width float32) []text.Line {
	size := fynetheme.Size(m.TextSize)
	if m.laid.lines != nil && m.laid.width == width && m.laid.size == size {
		return m.laid.lines
	}
	bold := false
	for _, mark := range m.marks {
		bold = bold || isBold(mark.marking)
	}
	room := width - m.bleed()
	lines := text.Break(m.source, float64(room), func(part string) float64 { return float64(m.measure(part, bold)) },
		text.Options{Language: m.Language, KeepWords: true})
	m.laid = markedLines{width: width, size: size, lines: lines}
	return lines
}

// bleed is how far a ground reaches beyond its words, at the start of a line
// beyond the text: the words stand flush with what is above and below them.
func (m *MarkedText) bleed() float32 { return scaled(2) }

// piece is a part of a line in one look.
type piece struct {
	words   string
	marking text.Marking
}

// pieces divides a line at the marks.
func (m *MarkedText) pieces(line text.Line) []piece {
	ink := strings.TrimRight(m.source[line.Start:line.End], " \t\r\n\v\f\u0085\u2028\u2029\u200B")
	start := line.Start + len(ink) - len(strings.TrimLeft(ink, " \t\u200B"))
	end := line.Start + len(ink)
	var pieces []piece
	add := func(until int, marking text.Marking) {
		if until > start {
			words := strings.ReplaceAll(plainText(m.source[start:until]), "\t", " ")
			pieces = append(pieces, piece{words, marking})
			start = until
		}
	}
	for _, mark := range m.marks {
		if mark.End <= start || mark.Start >= end {
			continue
		}
		add(mark.Start, text.Kept)
		add(min(mark.End, end), mark.marking)
	}
	add(end, text.Kept)
	if line.Hyphenated && len(pieces) > 0 {
		pieces[len(pieces)-1].words += "-"
	}
	return pieces
}

type markedRenderer struct {
	marked  *MarkedText
	objects []fyne.CanvasObject
	width   float32
}

func (r *markedRenderer) MinSize() fyne.Size {
	m := r.marked
	width := narrowestWord * fynetheme.Size(m.TextSize)
	if laid := m.Size().Width; laid > 0 {
		return fyne.NewSize(width, m.HeightFor(laid))
	}
	return fyne.NewSize(width, m.lineHeight())
}

func (r *markedRenderer) Layout(size fyne.Size) {
	if r.objects == nil || r.width != size.Width {
		r.draw(size.Width)
	}
}

// draw sets the pieces of all lines: first the grounds, then the words and what
// goes through or under them.
func (r *markedRenderer) draw(width float32) {
	m := r.marked
	var grounds, words []fyne.CanvasObject
	for row, line := range m.lines(width) {
		x, top := float32(0), float32(row)*m.lineHeight()
		for _, p := range m.pieces(line) {
			wide := m.measure(p.words, isBold(p.marking))
			if p.marking != text.Kept && p.marking != found {
				grounds = append(grounds, r.ground(p, x, top, wide))
			}
			words = append(words, r.ink(p, x, top, wide)...)
			x += wide
		}
	}
	r.objects, r.width = append(grounds, words...), width
	if r.objects == nil {
		r.objects = []fyne.CanvasObject{}
	}
}

func (r *markedRenderer) ground(p piece, x, top, wide float32) fyne.CanvasObject {
	m := r.marked
	tint := theme.ColorAddedTint
	switch p.marking {
	case text.Deleted:
		tint = theme.ColorDeletedTint
	case own:
		tint = theme.ColorPrimaryTint
	}
	box := canvas.NewRectangle(fynetheme.Color(tint))
	box.CornerRadius = scaled(2)
	put(box, x-m.bleed(), top+scaled(1), wide+2*m.bleed(), m.lineHeight()-scaled(2))
	return box
}

func (r *markedRenderer) ink(p piece, x, top, wide float32) []fyne.CanvasObject {
	m := r.marked
	colour := theme.ColorText
	switch p.marking {
	case text.Added:
		colour = theme.ColorOK
	case text.Deleted:
		colour = theme.ColorErr
	case own:
		colour = theme.ColorPrimary
	case text.Kept, found:
	}
	line := canvas.NewText(p.words, fynetheme.Color(colour))
	line.TextSize = fynetheme.Size(m.TextSize)
	line.TextStyle.Bold = isBold(p.marking)
	natural := line.MinSize()
	y := top + (m.lineHeight()-natural.Height)/2
	put(line, x, y, wide, natural.Height)
	if p.marking == text.Kept || p.marking == found {
		return []fyne.CanvasObject{line}
	}
	stroke := canvas.NewRectangle(fynetheme.Color(colour))
	under := y + natural.Height*underline
	if p.marking == text.Deleted {
		under = y + natural.Height*strike
	}
	put(stroke, x, under, wide, max(1, scaled(1.2)))
	return []fyne.CanvasObject{line, stroke}
}

// Where the lines go, in parts of a text's height: under the baseline of Noto
// Sans, and through the middle of its small letters.
const (
	underline = 0.85
	strike    = 0.58
)

func (r *markedRenderer) Refresh() {
	r.marked.laid = markedLines{}
	r.draw(r.marked.Size().Width)
	canvas.Refresh(r.marked)
}

func (r *markedRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *markedRenderer) Destroy() {}
