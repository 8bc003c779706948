package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// Measures of the shell in pixels at normal text size.
const (
	NarrowBelow   = 1100 // a window narrower than this has no room for rail and pane
	PaneWidth     = 340
	headHeight    = 60
	headNarrow    = 52
	footHeight    = 64
	footNarrow    = 54
	shellLeast    = 560
	shellLeastLow = 320
)

// Head is what the shell's head shows, from left to right; what is nil is left
// out.
type Head struct {
	Back       fyne.CanvasObject // to the list of programmes; not in a narrow window
	Title      string
	ShortTitle string // for a narrow window; empty is the title
	Language   string // of both
	State      *StateBadge
	Saved      fyne.CanvasObject
	Search     fyne.CanvasObject // not in a narrow window
	Languages  fyne.CanvasObject // FI | SV
}

// Shell is a window's frame around a programme: head, rail of views, side pane,
// content and foot. In a narrow window the rail and the pane become buttons in
// the head, which open them as drawers over the content.
type Shell struct {
	widget.BaseWidget

	kit     *Kit
	head    Head
	title   *Label
	views   *Button
	pages   *Button
	rail    *Rail
	pane    fyne.CanvasObject
	content fyne.CanvasObject
	foot    fyne.CanvasObject
	scrim   *scrim
	narrow  bool
	drawer  fyne.CanvasObject // the rail or the pane while it is open in a narrow window
	lines   [3]*canvas.Rectangle
	grounds [4]*canvas.Rectangle
}

// NewShell returns a shell with a rail; the rest is set as views come and go.
func NewShell(kit *Kit, rail *Rail) *Shell {
	shell := &Shell{kit: kit, rail: rail, title: NewBoldLabel("", theme.TextSection)}
	shell.ExtendBaseWidget(shell)
	words := kit.Words()
	shell.views = NewButton(kit, ButtonSecondary, words.T("rail.views"), func() { shell.toggle(shell.rail) }).WithIcon(IconMenu).Compact()
	shell.pages = NewButton(kit, ButtonSecondary, words.T("rail.contents"), func() { shell.toggle(shell.pane) }).WithIcon(IconContents).Compact()
	shell.scrim = newScrim(shell.CloseDrawer)
	if rail != nil {
		rail.escape = shell.CloseDrawer
	}
	for i := range shell.lines {
		shell.lines[i] = canvas.NewRectangle(nil)
	}
	for i := range shell.grounds {
		shell.grounds[i] = canvas.NewRectangle(nil)
	}
	return shell
}

// SetHead changes what the head shows.
func (s *Shell) SetHead(head Head) {
	s.head = head
	s.Refresh()
}

// SetView changes the side pane, the content and the foot; the pane and the foot
// may be nil. A content with the method SetNarrow(bool) is told of the width.
func (s *Shell) SetView(pane, content, foot fyne.CanvasObject) {
	s.pane, s.content, s.foot = pane, content, foot
	s.drawer = nil
	s.Refresh()
}

// Rail returns the rail.
func (s *Shell) Rail() *Rail { return s.rail }

// IsNarrow tells whether the rail and the pane are buttons.
func (s *Shell) IsNarrow() bool { return s.narrow }

// OpenViews puts the focus on the rail, opening its drawer in a narrow window.
func (s *Shell) OpenViews() {
	if s.rail == nil {
		return
	}
	if s.narrow && s.drawer != fyne.CanvasObject(s.rail) {
		s.toggle(s.rail)
		return
	}
	s.kit.Focus(s.rail)
}

// CloseDrawer closes the open drawer and gives the focus back to its button.
func (s *Shell) CloseDrawer() {
	if s.drawer == nil {
		return
	}
	button := s.pages
	if s.drawer == fyne.CanvasObject(s.rail) {
		button = s.views
	}
	s.drawer = nil
	s.Refresh()
	s.kit.Focus(button)
}

func (s *Shell) toggle(drawer fyne.CanvasObject) {
	if drawer == nil || s.drawer == drawer {
		s.CloseDrawer()
		return
	}
	s.drawer = drawer
	s.Refresh()
	if control := firstFocusable(drawer); control != nil {
		s.kit.Focus(control)
	}
}

// firstFocusable returns the first control inside an object that takes the
// focus, or nil.
func firstFocusable(object fyne.CanvasObject) fyne.Focusable {
	if control, ok := object.(fyne.Focusable); ok {
		if able, ok := object.(fyne.Disableable); !ok || !able.Disabled() {
			return control
		}
	}
	if box, ok := object.(*fyne.Container); ok {
		for _, child := range box.Objects {
			if control := firstFocusable(child); control != nil {
				return control
			}
		}
	}
	return nil
}

// CreateRenderer is called by Fyne.
func (s *Shell) CreateRenderer() fyne.WidgetRenderer {
	render := &drawing{owner: s}
	render.restyle = func() {
		s.paint()
		render.objects = s.parts()
	}
	render.minSize = func() fyne.Size { return fyne.NewSize(shellLeast, shellLeastLow) }
	render.layout = func(size fyne.Size) {
		narrow := size.Width < scaled(NarrowBelow)
		if narrow != s.narrow {
			s.narrow, s.drawer = narrow, nil
		}
		s.layout(size)
		render.objects = s.parts()
	}
	render.restyle()
	return render
}

func (s *Shell) paint() {
	colours := []fyne.ThemeColorName{theme.ColorGround, theme.ColorSurface, theme.ColorPane, theme.ColorSurface}
	for i, ground := range s.grounds {
		ground.FillColor = fynetheme.Color(colours[i])
	}
	for _, line := range s.lines {
		line.FillColor = fynetheme.Color(theme.ColorLine)
	}
	s.title.Language = s.head.Language
}

// parts returns what is drawn in the order of the Tab key: head, rail, pane,
// content, foot; an open drawer comes last, above everything else. What the
// width leaves no room for is hidden.
func (s *Shell) parts() []fyne.CanvasObject {
	window, head, pane, foot := s.grounds[0], s.grounds[1], s.grounds[2], s.grounds[3]
	parts := []fyne.CanvasObject{window}
	add := func(shown bool, objects ...fyne.CanvasObject) {
		for _, object := range objects {
			switch {
			case isNil(object):
			case shown:
				object.Show()
				parts = append(parts, object)
			default:
				object.Hide()
			}
		}
	}
	add(true, head, s.lines[0])
	add(s.narrow && s.rail != nil, s.views)
	add(s.narrow && s.pane != nil, s.pages)
	add(!s.narrow, s.head.Back)
	add(true, s.title, s.head.State, s.head.Saved)
	add(!s.narrow, s.head.Search)
	add(true, s.head.Languages)
	if !s.narrow {
		add(true, s.rail)
		add(s.pane != nil, pane, s.lines[2], s.pane)
	}
	add(true, s.content)
	add(s.foot != nil, foot, s.lines[1], s.foot)
	add(s.drawer != nil, s.scrim)
	if s.narrow {
		add(s.pane != nil && s.drawer == s.pane, pane, s.lines[2], s.pane)
		add(s.drawer == fyne.CanvasObject(s.rail), s.rail)
	}
	return parts
}

// isNil tells whether an interface holds nothing or a nil pointer of ours.
func isNil(object fyne.CanvasObject) bool {
	switch o := object.(type) {
	case nil:
		return true
	case *StateBadge:
		return o == nil
	case *Rail:
		return o == nil
	}
	return false
}

func (s *Shell) layout(size fyne.Size) {
	headSize, footSize := scaled(headHeight), scaled(footHeight)
	if s.narrow {
		headSize, footSize = scaled(headNarrow), scaled(footNarrow)
	}
	if s.foot == nil {
		footSize = 0
	}
	s.layoutHead(fyne.NewSize(size.Width, headSize))

	left, height := float32(0), size.Height-headSize
	if s.rail != nil {
		width := s.rail.MinSize().Width
		put(s.rail, 0, headSize, width, height)
		if !s.narrow {
			left += width
		}
	}
	if s.pane != nil {
		s.layoutPane(left, headSize, min(scaled(PaneWidth), size.Width), height)
		if !s.narrow {
			left += scaled(PaneWidth)
		}
	}
	thin := fynetheme.Size(theme.StrokeThin)
	put(s.grounds[0], 0, 0, size.Width, size.Height)
	put(s.scrim, 0, headSize, size.Width, height)
	put(s.lines[1], left, size.Height-footSize, size.Width-left, thin)
	put(s.grounds[3], left, size.Height-footSize, size.Width-left, footSize)
	if s.foot != nil {
		margin := s.margin()
		footHeight := min(HeightFor(s.foot, size.Width-left-2*margin), footSize)
		put(s.foot, left+margin, size.Height-footSize+(footSize-footHeight)/2, size.Width-left-2*margin, footHeight)
	}
	if s.content != nil {
		setNarrow(s.content, s.narrow)
		put(s.content, left, headSize, size.Width-left, height-footSize)
	}
}

func (s *Shell) layoutPane(x, y, width, height float32) {
	thin := fynetheme.Size(theme.StrokeThin)
	put(s.grounds[2], x, y, width, height)
	put(s.lines[2], x+width-thin, y, thin, height)
	put(s.pane, x, y, width-thin, height)
}

// margin is the foot's, less the room that its buttons keep for their rings.
func (s *Shell) margin() float32 {
	if s.narrow {
		return fynetheme.Size(theme.Space16) - fynetheme.Size(theme.FocusMargin)
	}
	return fynetheme.Size(theme.Space24) - fynetheme.Size(theme.FocusMargin)
}

// layoutHead sets what belongs to the left from the left, the rest from the
// right, and gives the title what is between.
func (s *Shell) layoutHead(size fyne.Size) {
	gap := fynetheme.Size(theme.Space12)
	put(s.grounds[1], 0, 0, size.Width, size.Height)
	put(s.lines[0], 0, size.Height-fynetheme.Size(theme.StrokeThin), size.Width, fynetheme.Size(theme.StrokeThin))
	left, right := gap, size.Width-fynetheme.Size(theme.Space16)
	middle := func(object fyne.CanvasObject, x, width, height float32) {
		put(object, x, (size.Height-height)/2, width, height)
	}
	fromRight := func(object fyne.CanvasObject) {
		if isNil(object) {
			return
		}
		need := object.MinSize()
		right -= need.Width
		middle(object, right, need.Width, need.Height)
		right -= gap
	}
	fromLeft := func(object fyne.CanvasObject) {
		if isNil(object) {
			return
		}
		need := object.MinSize()
		middle(object, left, need.Width, need.Height)
		left += need.Width + gap
	}
	fromRight(s.head.Languages)
	if s.narrow {
		if s.rail != nil {
			fromLeft(s.views)
		}
		if s.pane != nil {
			fromLeft(s.pages)
		}
	} else {
		fromRight(s.head.Search)
		fromLeft(s.head.Back)
	}
	fromRight(s.head.Saved)

	s.title.Text = s.head.Title
	if s.narrow && s.head.ShortTitle != "" {
		s.title.Text = s.head.ShortTitle
	}
	room := right - left
	if s.head.State != nil {
		room -= s.head.State.MinSize().Width + gap
	}
	s.title.TextSize = theme.TextSection
	width := min(s.title.NaturalWidth()+1, max(0, room))
	if s.title.HeightFor(width) > LineHeight(theme.TextSection) {
		// A long title takes two smaller lines rather than being cut.
		s.title.TextSize = theme.TextSecondary
		width = min(s.title.NaturalWidth()+1, max(0, room))
	}
	middle(s.title, left, width, s.title.HeightFor(width))
	s.title.Refresh()
	left += width + gap
	if s.head.State != nil {
		fromLeft(s.head.State)
	}
}

func put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(max(0, width), max(0, height)))
}

const scrimAlpha = 0x66

// scrim lies between the content and an open drawer: pressing it closes the
// drawer.
type scrim struct {
	widget.BaseWidget

	shade *canvas.Rectangle
	press func()
}

func newScrim(press func()) *scrim {
	s := &scrim{shade: canvas.NewRectangle(nil), press: press}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped is called by Fyne.
func (s *scrim) Tapped(*fyne.PointEvent) { s.press() }

// CreateRenderer is called by Fyne.
func (s *scrim) CreateRenderer() fyne.WidgetRenderer {
	restyle := func() {
		r, g, b, _ := fynetheme.Color(theme.ColorGranite).RGBA()
		s.shade.FillColor = color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: scrimAlpha}
	}
	restyle()
	return &drawing{
		owner:   s,
		objects: []fyne.CanvasObject{s.shade},
		minSize: func() fyne.Size { return fyne.Size{} },
		restyle: restyle,
		layout:  func(size fyne.Size) { s.shade.Resize(size) },
	}
}
