package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// NoticeKind says how grave a notice is; each has its own icon beside its
// colour.
type NoticeKind int

// The kinds of notice.
const (
	NoticeInformation NoticeKind = iota
	NoticeOK
	NoticeWarning
	NoticeError
)

type noticeLook struct {
	tint, ink fyne.ThemeColorName
	icon      IconName
}

var noticeLooks = map[NoticeKind]noticeLook{
	NoticeInformation: {theme.ColorPrimaryTint, theme.ColorPrimary, IconInformation},
	NoticeOK:          {theme.ColorOKTint, theme.ColorOK, IconCheckDisc},
	NoticeWarning:     {theme.ColorWarnTint, theme.ColorWarn, IconWarning},
	NoticeError:       {theme.ColorErrTint, theme.ColorErr, IconWarning},
}

// Notice is a bar on the page that says something and may offer a way out. It
// takes no focus and blocks nothing.
type Notice struct {
	widget.BaseWidget

	kit     *Kit
	kind    NoticeKind
	words   *Label
	actions []fyne.CanvasObject
	icon    *Icon
	content *fyne.Container
}

var _ fyne.Accessible = (*Notice)(nil)

// NewNotice returns a notice of a kind.
func NewNotice(kit *Kit, kind NoticeKind, text string) *Notice {
	notice := &Notice{kit: kit, kind: kind, words: NewLabel(text, theme.TextBody)}
	notice.words.said = true
	notice.ExtendBaseWidget(notice)
	notice.compose()
	return notice
}

// WithAction adds a button at the end of the notice. It returns the notice.
func (n *Notice) WithAction(label string, onPress func()) *Notice {
	n.actions = append(n.actions, NewButton(n.kit, ButtonSecondary, label, onPress).Compact())
	n.compose()
	return n
}

// WithDismiss adds a cross that hides the notice. It returns the notice.
func (n *Notice) WithDismiss() *Notice {
	n.actions = append(n.actions, NewIconButton(n.kit, IconCross, n.kit.words.T("action.close"), n.Hide))
	n.compose()
	return n
}

// Set changes what the notice says and how grave it is, and shows it.
func (n *Notice) Set(kind NoticeKind, text string) {
	n.kind = kind
	n.words.SetText(text)
	n.icon.Set(noticeLooks[kind].icon, noticeLooks[kind].ink)
	n.Show()
	n.Refresh()
}

func (n *Notice) compose() {
	look := noticeLooks[n.kind]
	if n.icon == nil {
		n.icon = NewIcon(look.icon, look.ink)
	}
	objects := append([]fyne.CanvasObject{n.icon, n.words}, n.actions...)
	room := theme.Space8
	if len(n.actions) > 0 {
		room = theme.Space4 // the buttons have the room of their focus ring
	}
	n.content = NewInset(room, theme.Space8, room, theme.Space16, &fyne.Container{Layout: &noticeLayout{notice: n}, Objects: objects})
}

// noticeLayout sets icon, words and buttons in a row, the buttons below the
// words where these would become a narrow column beside them.
type noticeLayout struct {
	notice *Notice
	width  float32
}

// noticeWords is the least width of the words beside buttons, in pixels at
// normal text size.
const noticeWords = 260

// rows are what stands beside the icon, and below the words, which is nil where
// there is room for all side by side.
func (l *noticeLayout) rows(width float32) (beside, below *fyne.Container) {
	n := l.notice
	beside = NewRow(theme.Space8, n.words, append([]fyne.CanvasObject{n.icon, n.words}, n.actions...)...)
	words := beside.Layout.(*rowLayout).widths(beside.Objects, width)[1]
	if len(n.actions) == 0 || words >= scaled(noticeWords) {
		return beside, nil
	}
	return NewRow(theme.Space8, n.words, n.icon, n.words), NewWrap("", "", n.actions...)
}

// indent is where the words begin.
func (l *noticeLayout) indent() float32 {
	return l.notice.icon.MinSize().Width + fynetheme.Size(theme.Space8) - fynetheme.Size(theme.FocusMargin)
}

func (l *noticeLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	beside, below := l.rows(size.Width)
	height := size.Height
	if below != nil {
		height = HeightFor(beside, size.Width) + fynetheme.Size(theme.Space4)
	}
	beside.Resize(fyne.NewSize(size.Width, height))
	if below == nil {
		return
	}
	width := size.Width - l.indent()
	below.Resize(fyne.NewSize(width, HeightFor(below, width)))
	for _, action := range below.Objects {
		action.Move(action.Position().AddXY(l.indent(), height))
	}
}

func (l *noticeLayout) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	beside, below := l.rows(width)
	height := HeightFor(beside, width)
	if below != nil {
		height += fynetheme.Size(theme.Space4) + HeightFor(below, width-l.indent())
	}
	return height
}

func (l *noticeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, object := range objects {
		least.Width = max(least.Width, object.MinSize().Width)
	}
	least.Width += l.indent()
	return fyne.NewSize(least.Width, l.HeightFor(objects, max(least.Width, l.width)))
}

// AccessibilityLabel is the words.
func (n *Notice) AccessibilityLabel() string { return n.words.Text }

// AccessibilityRole is a text's.
func (n *Notice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// HeightFor returns the height of the bar at a width.
func (n *Notice) HeightFor(width float32) float32 {
	return max(HeightFor(n.content, width), fynetheme.Size(theme.HitTarget))
}

// CreateRenderer is called by Fyne.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := newFrame(), newFrame()
	restyle := func() {
		look := noticeLooks[n.kind]
		ground.paint(look.tint, "", "")
		edge.paint(look.ink, "", "")
	}
	restyle()
	return &drawing{
		owner:   n,
		objects: []fyne.CanvasObject{ground.Rectangle, edge.Rectangle, n.content},
		restyle: restyle,
		minSize: func() fyne.Size {
			least := n.content.MinSize()
			return fyne.NewSize(least.Width, n.HeightFor(max(least.Width, n.Size().Width)))
		},
		layout: func(size fyne.Size) {
			radius := fynetheme.Size(theme.RadiusField)
			ground.place(fyne.Position{}, size, radius)
			edge.place(fyne.Position{}, fyne.NewSize(fynetheme.Size(theme.Space4), size.Height), 0)
			edge.roundEnds(true, false, fynetheme.Size(theme.RadiusBar))
			n.content.Resize(size)
		},
	}
}
