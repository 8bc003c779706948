package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// MarkKind is one of the program's signs. A sign never stands for itself alone:
// its word stands beside it, in a legend, or is told on focus and hover.
type MarkKind string

// The signs of doing, writing and programme states.
const (
	MarkNotStarted    MarkKind = "not-started"     // hollow circle
	MarkUnderWay      MarkKind = "under-way"       // half circle: doing under way, writing not finished
	MarkDone          MarkKind = "done"            // disc with check: completed, written
	MarkLate          MarkKind = "late"            // diamond with !
	MarkNotCarriedOut MarkKind = "not-carried-out" // circle with bar
	MarkOngoing       MarkKind = "ongoing"         // arrow
	MarkMissing       MarkKind = "missing"         // triangle with !
	MarkInformation   MarkKind = "information"     // circle with i: no schedule of its own, no baseline
	MarkScheduled     MarkKind = "scheduled"       // calendar: on its years, before anything is followed up
	MarkUnknown       MarkKind = "unknown"         // circle with ?: not known how far it has come
	MarkDraft         MarkKind = "draft"           // pen
	MarkDeciding      MarkKind = "deciding"        // §
	MarkLocked        MarkKind = "locked"          // lock
	MarkApproved      MarkKind = "approved"        // seal
	MarkExpired       MarkKind = "expired"         // square
	MarkSuperseded    MarkKind = "superseded"      // two sheets
)

// markLook is how a sign is drawn, and the badge around it where it has one.
type markLook struct {
	icon   IconName
	color  fyne.ThemeColorName
	tint   fyne.ThemeColorName // ground of the badge
	border fyne.ThemeColorName
}

var markLooks = map[MarkKind]markLook{
	MarkNotStarted:    {IconCircle, theme.ColorMuted, theme.ColorSurface, theme.ColorBorder},
	MarkUnderWay:      {IconHalfDisc, theme.ColorPrimary, theme.ColorSurface, theme.ColorBorder},
	MarkDone:          {IconCheckDisc, theme.ColorOK, theme.ColorOKTint, theme.ColorOK},
	MarkLate:          {IconLate, theme.ColorErr, theme.ColorErrTint, theme.ColorErr},
	MarkNotCarriedOut: {IconCircleBar, theme.ColorMuted, theme.ColorSunk, theme.ColorLine},
	MarkOngoing:       {IconArrowRight, theme.ColorPrimary, theme.ColorSurface, theme.ColorPrimary},
	MarkMissing:       {IconWarning, theme.ColorWarn, theme.ColorWarnTint, theme.ColorWarn},
	MarkInformation:   {IconInformation, theme.ColorMuted, theme.ColorSunk, theme.ColorLine},
	MarkScheduled:     {IconCalendar, theme.ColorPrimary, theme.ColorSurface, theme.ColorBorder},
	MarkUnknown:       {IconHelp, theme.ColorMuted, theme.ColorSurface, theme.ColorBorder},
	MarkDraft:         {IconPen, theme.ColorText, theme.ColorSurface, theme.ColorBorder},
	MarkDeciding:      {IconSectionSign, theme.ColorPrimary, theme.ColorPrimaryTint, theme.ColorPrimary},
	MarkLocked:        {IconLock, theme.ColorWarn, theme.ColorWarnTint, theme.ColorWarn},
	MarkApproved:      {IconSeal, theme.ColorOK, theme.ColorOKTint, theme.ColorOK},
	MarkExpired:       {IconSquare, theme.ColorMuted, theme.ColorSunk, theme.ColorLine},
	MarkSuperseded:    {IconTwoSheets, theme.ColorMuted, theme.ColorSunk, theme.ColorLine},
}

// MarkKinds lists every sign in the order of the look's table.
func MarkKinds() []MarkKind {
	return []MarkKind{
		MarkNotStarted, MarkUnderWay, MarkDone, MarkLate, MarkNotCarriedOut, MarkOngoing, MarkMissing,
		MarkInformation, MarkScheduled, MarkUnknown, MarkDraft, MarkDeciding, MarkLocked, MarkApproved, MarkExpired, MarkSuperseded,
	}
}

// MarkColor returns the colour of a sign and of its word.
func MarkColor(kind MarkKind) fyne.ThemeColorName { return markLooks[kind].color }

// Mark is a sign that stands alone. Its word is read out, and shown while the
// pointer is over it.
type Mark struct {
	Icon

	Kind MarkKind
	Word string

	kit *Kit
	tip func() // removes the shown word
}

var (
	_ fyne.Accessible   = (*Mark)(nil)
	_ desktop.Hoverable = (*Mark)(nil)
)

// NewMark returns a sign alone, for places where many of one kind stand and a
// legend tells their words.
func NewMark(kit *Kit, kind MarkKind, word string) *Mark {
	look := markLooks[kind]
	mark := &Mark{Icon: Icon{Name: look.icon, Color: look.color, Side: theme.IconSize}, Kind: kind, Word: word, kit: kit}
	mark.ExtendBaseWidget(mark)
	return mark
}

// MouseIn is called by Fyne.
func (m *Mark) MouseIn(*desktop.MouseEvent) {
	m.MouseOut()
	m.tip = m.kit.showTip(m, m.Word)
}

// MouseMoved is called by Fyne.
func (m *Mark) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (m *Mark) MouseOut() {
	if m.tip != nil {
		m.tip()
		m.tip = nil
	}
}

// AccessibilityLabel is read out by screen readers.
func (m *Mark) AccessibilityLabel() string { return m.Word }

// AccessibilityRole is told to screen readers.
func (m *Mark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// NewMarkWithWord returns a sign with its word beside it, both in the sign's
// colour.
func NewMarkWithWord(kind MarkKind, word string, size fyne.ThemeSizeName) *fyne.Container {
	look := markLooks[kind]
	return NewRow(theme.Space8, nil,
		NewIcon(look.icon, look.color),
		NewLine(word, size, look.color, true))
}

// NewMarkAbout is [NewMarkWithWord] for a word that does not say what it is
// about: read out, that comes first.
func NewMarkAbout(about string, kind MarkKind, word string, size fyne.ThemeSizeName) *fyne.Container {
	look := markLooks[kind]
	line := NewLine(word, size, look.color, true)
	line.Speech = Spoken{Label: about, Value: word}.String()
	return NewRow(theme.Space8, nil, NewIcon(look.icon, look.color), line)
}

// NewSavedNote returns the quiet line that says when everything was saved.
func NewSavedNote(word string) *fyne.Container {
	return NewRow(theme.Space8, nil,
		NewIconSized(IconCheck, theme.ColorOK, theme.IconSmall),
		NewLine(word, theme.TextSecondary, theme.ColorOK, true))
}

// StateBadge says in which state a programme or a text is: sign and word on a
// tinted ground. Where there is too little room the word is broken into lines.
type StateBadge struct {
	widget.BaseWidget

	kind MarkKind
	icon *Icon
	word *Label
}

var (
	_ fyne.Accessible = (*StateBadge)(nil)
	_ Flowing         = (*StateBadge)(nil)
)

// NewStateBadge returns a badge with the sign of kind and a word, which begins
// with a capital letter.
func NewStateBadge(kind MarkKind, word string) *StateBadge {
	badge := &StateBadge{
		icon: NewIconSized("", theme.ColorText, theme.IconSmall),
		word: NewBoldLabel(word, theme.TextSecondary),
	}
	badge.ExtendBaseWidget(badge)
	badge.Set(kind, word)
	return badge
}

// Set changes the state.
func (b *StateBadge) Set(kind MarkKind, word string) {
	look := markLooks[kind]
	b.kind = kind
	b.icon.Set(look.icon, look.color)
	b.word.Text, b.word.Color = word, look.color
	b.word.Refresh()
	b.Refresh()
}

// HeightFor returns the badge's height at a width.
func (b *StateBadge) HeightFor(width float32) float32 {
	return b.word.HeightFor(b.wordWidth(width)) + 2*badgePadding()
}

// AccessibilityLabel is read out by screen readers.
func (b *StateBadge) AccessibilityLabel() string { return b.word.AccessibilityLabel() }

// AccessibilityRole is told to screen readers.
func (b *StateBadge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (b *StateBadge) CreateRenderer() fyne.WidgetRenderer {
	renderer := &badgeRenderer{badge: b, ground: canvas.NewRectangle(nil)}
	renderer.Refresh()
	return renderer
}

// badgePadding is the room above and below the word: a badge of one line is 26
// pixels high at normal text size.
func badgePadding() float32 { return fynetheme.Size(theme.Space4) * 0.75 }

func badgeSide() float32 { return fynetheme.Size(theme.Space8) + 1 }

func (b *StateBadge) wordWidth(width float32) float32 {
	return width - 2*badgeSide() - fynetheme.Size(theme.IconSmall) - fynetheme.Size(theme.Space4) - 1
}

type badgeRenderer struct {
	badge  *StateBadge
	ground *canvas.Rectangle
}

func (r *badgeRenderer) MinSize() fyne.Size {
	words := r.badge.word.NaturalWidth()
	return fyne.NewSize(words-r.badge.wordWidth(0)+1, LineHeight(theme.TextSecondary)+2*badgePadding())
}

func (r *badgeRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	side := fynetheme.Size(theme.IconSmall)
	r.badge.icon.Resize(fyne.NewSquareSize(side))
	line := LineHeight(theme.TextSecondary)
	r.badge.icon.Move(fyne.NewPos(badgeSide(), badgePadding()+(line-side)/2))
	width := r.badge.wordWidth(size.Width)
	r.badge.word.Resize(fyne.NewSize(width, r.badge.word.HeightFor(width)))
	r.badge.word.Move(fyne.NewPos(size.Width-badgeSide()-width, badgePadding()))
}

func (r *badgeRenderer) Refresh() {
	look := markLooks[r.badge.kind]
	r.ground.FillColor, r.ground.StrokeColor = fynetheme.Color(look.tint), fynetheme.Color(look.border)
	r.ground.StrokeWidth = fynetheme.Size(theme.StrokeThin)
	r.ground.CornerRadius = fynetheme.Size(theme.RadiusState)
	r.ground.Refresh()
	r.badge.icon.Refresh()
	r.badge.word.Refresh()
	r.Layout(r.badge.Size())
}

func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.badge.icon, r.badge.word}
}

func (r *badgeRenderer) Destroy() {}
