package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Measures of the step header in pixels at normal text size.
const (
	stepDisc = 26
	stepLine = 4
	stepLow  = 10 // between disc and line
)

// StepHeader shows the steps of a wizard: a disc with the number or a check, the
// name, and a line. Every step can be reached and pressed at any time. Where the
// names do not fit, only the current step keeps its own.
type StepHeader struct {
	roving

	names   []string
	current int
	done    []bool
	narrow  bool
}

// NewStepHeader returns the header of a wizard with named steps, standing at the
// first one. Pressing a step calls onStep with its index.
func NewStepHeader(kit *Kit, names []string, onStep func(step int)) *StepHeader {
	header := &StepHeader{names: names, done: make([]bool, len(names))}
	header.begin(kit, header, onStep)
	header.fill(len(names), header.spoken, header.drawItem)
	return header
}

// Set says which step the wizard stands at and which ones are written.
func (s *StepHeader) Set(current int, done []bool) {
	s.current = min(max(current, 0), len(s.names)-1)
	s.cursor = s.current
	s.done = make([]bool, len(s.names))
	copy(s.done, done)
	s.Refresh()
}

func (s *StepHeader) spoken(index int) string {
	words := s.kit.Words()
	said := Spoken{
		Label: words.T("step.of", "step", index+1, "steps", len(s.names)) + ": " + s.names[index],
	}
	switch {
	case index == s.current:
		said.Value = words.T("step.current")
	case s.done[index]:
		said.Value = words.T("textState.written")
	}
	return said.String()
}

// SetNarrow leaves only the current step its name, as in a narrow window; the
// page calls it.
func (s *StepHeader) SetNarrow(narrow bool) {
	if s.narrow == narrow {
		return
	}
	s.narrow = narrow
	s.Refresh()
}

// tooNarrow tells whether a width is too small for all names.
func (s *StepHeader) tooNarrow(width float32) bool {
	column := s.columnWidth(width)
	for _, name := range s.names {
		if s.nameRoom(column) < fyne.MeasureText(name, fynetheme.Size(theme.TextChip), fyne.TextStyle{Bold: true}).Width {
			return true
		}
	}
	return false
}

func (s *StepHeader) columnWidth(width float32) float32 {
	count := float32(max(1, len(s.names)))
	return (width - (count-1)*fynetheme.Size(theme.Space8)) / count
}

func (s *StepHeader) nameRoom(column float32) float32 {
	return column - scaled(stepDisc) - fynetheme.Size(theme.Space8)
}

// CreateRenderer is called by Fyne.
func (s *StepHeader) CreateRenderer() fyne.WidgetRenderer {
	render := &drawing{owner: s, objects: s.objects(), restyle: func() {}}
	render.minSize = func() fyne.Size {
		narrowest := float32(len(s.names))*fynetheme.Size(theme.HitTarget) + float32(len(s.names)-1)*fynetheme.Size(theme.Space8)
		return fyne.NewSize(narrowest+scaled(stepDisc), s.height())
	}
	render.layout = func(size fyne.Size) {
		gap, margin := fynetheme.Size(theme.Space8), fynetheme.Size(theme.FocusMargin)
		room := size.Width - 2*margin
		few, column := s.narrow || s.tooNarrow(room), s.columnWidth(room)
		small := fynetheme.Size(theme.HitTarget)
		x := margin
		for index, item := range s.items {
			width := column
			if few {
				width = small
				if index == s.current {
					width = room - float32(len(s.items)-1)*(small+gap)
				}
			}
			item.Resize(fyne.NewSize(width, s.height()))
			item.Move(fyne.NewPos(x, 0))
			x += width + gap
		}
	}
	return render
}

// height leaves room for the focus ring above the disc.
func (s *StepHeader) height() float32 {
	return 2*fynetheme.Size(theme.FocusMargin) + scaled(stepDisc+stepLow+stepLine)
}

func (s *StepHeader) drawItem(item *rovingItem) fyne.WidgetRenderer {
	disc, line := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	marks := newFocusMarks()
	number := newInkText(fmt.Sprint(item.index+1), theme.TextChip, theme.ColorText, true)
	check := NewIconSized(IconCheck, theme.ColorSurface, theme.IconSmall)
	name := newInkText(s.names[item.index], theme.TextChip, theme.ColorMuted, false)
	restyle := func() {
		current, done := item.index == s.current, s.done[item.index]
		fill, frame, ink, bar := theme.ColorSurface, theme.ColorBorder, theme.ColorText, theme.ColorLine
		switch {
		case current:
			fill, frame, ink, bar = theme.ColorPrimary, theme.ColorPrimary, theme.ColorOnPrimary, theme.ColorPrimary
		case done:
			fill, frame, ink, bar = theme.ColorOK, theme.ColorOK, theme.ColorSurface, theme.ColorOK
		}
		disc.FillColor, disc.StrokeColor = fynetheme.Color(fill), fynetheme.Color(frame)
		disc.StrokeWidth = fynetheme.Size(theme.StrokeThin)
		line.FillColor = fynetheme.Color(bar)
		number.colour, number.Hidden = ink, done && !current
		number.restyle()
		check.Hidden = !number.Hidden
		check.Set(IconCheck, theme.ColorSurface)
		name.colour, name.TextStyle.Bold = theme.ColorMuted, current
		if current || done || item.hovered {
			name.colour = theme.ColorText
		}
		name.restyle()
		marks.restyle(item.hasCursor())
	}
	restyle()
	return &drawing{
		owner:   item,
		objects: append([]fyne.CanvasObject{line, disc, number.Text, check, name.Text}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(fynetheme.Size(theme.HitTarget), s.height()) },
		layout: func(size fyne.Size) {
			top, side := fynetheme.Size(theme.FocusMargin), scaled(stepDisc)
			disc.CornerRadius = side / 2
			disc.Resize(fyne.NewSquareSize(side))
			disc.Move(fyne.NewPos(0, top))
			number.placeMiddle((side-number.MinSize().Width)/2, top, side)
			mark := check.MinSize()
			check.Resize(mark)
			check.Move(fyne.NewPos((side-mark.Width)/2, top+(side-mark.Height)/2))
			name.Hidden = s.nameRoom(size.Width) < min(name.MinSize().Width, scaled(stepDisc))
			name.placeMiddle(side+fynetheme.Size(theme.Space8), top, side)
			line.Resize(fyne.NewSize(size.Width, scaled(stepLine)))
			line.Move(fyne.NewPos(0, top+scaled(stepDisc+stepLow)))
			marks.place(fyne.NewPos(0, top), fyne.NewSquareSize(side), side/2)
		},
	}
}
