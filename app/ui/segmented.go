package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// SegmentedControl is a choice of one among few, side by side in one frame, as
// FI | SV. It is one stop of the Tab order: the arrow keys choose.
type SegmentedControl struct {
	pressable

	OnChanged func(index int)

	label    string
	options  []string
	speeches []string
	icons    []IconName
	chosen   int
}

var _ fyne.Accessible = (*SegmentedControl)(nil)

// NewSegmentedControl returns a control with the first option chosen. The label
// is read out and not shown.
func NewSegmentedControl(kit *Kit, label string, options ...string) *SegmentedControl {
	control := &SegmentedControl{label: label, options: options, speeches: options}
	control.begin(kit, control, func() { control.choose((control.chosen + 1) % max(1, len(control.options))) })
	control.key = control.typedKey
	return control
}

// WithSpeech sets what is read out for each option instead of a short form such
// as FI. It returns the control.
func (s *SegmentedControl) WithSpeech(speeches ...string) *SegmentedControl {
	s.speeches = speeches
	return s
}

// WithIcons puts an icon before each option. It returns the control.
func (s *SegmentedControl) WithIcons(icons ...IconName) *SegmentedControl {
	s.icons = icons
	return s
}

func (s *SegmentedControl) typedKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.chosen + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.chosen - 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.options) - 1)
	default:
		return false
	}
	return true
}

// Chosen returns the index of the chosen option.
func (s *SegmentedControl) Chosen() int { return s.chosen }

// SetChosen chooses an option, without OnChanged being called.
func (s *SegmentedControl) SetChosen(index int) {
	if index < 0 || index >= len(s.options) || index == s.chosen {
		return
	}
	s.chosen = index
	s.Refresh()
}

func (s *SegmentedControl) choose(index int) {
	before := s.chosen
	s.SetChosen(index)
	if s.chosen != before && s.OnChanged != nil {
		s.OnChanged(s.chosen)
	}
}

// Tapped is called by Fyne: the segment under the pointer is chosen.
func (s *SegmentedControl) Tapped(event *fyne.PointEvent) {
	s.kit.Focus(s)
	margin := fynetheme.Size(theme.FocusMargin)
	width := (s.Size().Width - 2*margin) / float32(max(1, len(s.options)))
	s.choose(int(max(0, event.Position.X-margin) / width))
}

// AccessibilityLabel is the label and the chosen option.
func (s *SegmentedControl) AccessibilityLabel() string { return s.Spoken().String() }

// Spoken is what a screen reader is told, in its parts.
func (s *SegmentedControl) Spoken() Spoken {
	spoken := Spoken{Label: s.label}
	if s.chosen < len(s.speeches) {
		spoken.Value, spoken.Hint = s.speeches[s.chosen], place(s.kit.words, s.chosen, len(s.options))
	}
	return spoken
}

// AccessibilityRole is a button's.
func (s *SegmentedControl) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (s *SegmentedControl) CreateRenderer() fyne.WidgetRenderer {
	ground, chosen, marks := newFrame(), newFrame(), newFocusMarks()
	objects := []fyne.CanvasObject{ground.Rectangle, chosen.Rectangle}
	words := make([]*inkText, len(s.options))
	for index, option := range s.options {
		words[index] = newInkText(option, theme.TextSecondary, theme.ColorText, false)
		objects = append(objects, words[index].Text)
	}
	icons := make([]*Icon, min(len(s.icons), len(words)))
	for index := range icons {
		icons[index] = NewIcon(s.icons[index], theme.ColorText)
		objects = append(objects, icons[index])
	}
	restyle := func() {
		ground.paint(theme.ColorSurface, theme.ColorBorder, theme.StrokeThin)
		chosen.paint(theme.ColorPrimary, "", "")
		for index, text := range words {
			text.colour, text.TextStyle.Bold = theme.ColorText, index == s.chosen
			if index == s.chosen {
				text.colour = theme.ColorOnPrimary
			}
			text.restyle()
			if index < len(icons) {
				icons[index].Set(s.icons[index], text.colour)
			}
		}
		marks.restyle(s.focused)
	}
	restyle()
	beside := func() float32 { // what an icon takes of its segment
		if len(icons) == 0 {
			return 0
		}
		return fynetheme.Size(theme.IconSize) + fynetheme.Size(theme.Space8)
	}
	segment := func() float32 {
		width := fynetheme.Size(theme.HitTarget) + fynetheme.Size(theme.Space8)
		for _, option := range s.options {
			bold := fyne.MeasureText(option, fynetheme.Size(theme.TextSecondary), fyne.TextStyle{Bold: true}).Width
			width = max(width, beside()+bold+2*fynetheme.Size(theme.Space12))
		}
		return width
	}
	return &drawing{
		owner:   s,
		objects: append(objects, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size {
			margin := fynetheme.Size(theme.FocusMargin)
			return fyne.NewSize(segment()*float32(len(s.options))+2*margin, fynetheme.Size(theme.HitTarget)+2*margin)
		},
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
			box := fyne.NewSize(size.Width-2*margin, fynetheme.Size(theme.HitTarget))
			corner := fyne.NewPos(margin, (size.Height-box.Height)/2)
			ground.place(corner, box, radius)
			marks.place(corner, box, radius)
			width := box.Width / float32(max(1, len(s.options)))
			chosen.place(corner.AddXY(width*float32(s.chosen), 0), fyne.NewSize(width, box.Height), 0)
			chosen.roundEnds(s.chosen == 0, s.chosen == len(s.options)-1, radius)
			for index, text := range words {
				x := corner.X + width*float32(index) + (width-text.MinSize().Width-beside())/2
				if index < len(icons) {
					placeIcon(icons[index], x, corner.Y, box.Height)
					x += beside()
				}
				text.placeMiddle(x, corner.Y, box.Height)
			}
		},
	}
}
