package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// note is a short text of a control, wrapped at the width it is given: a label,
// a hint, an error with its mark. An empty note takes no room.
type note struct {
	widget.BaseWidget

	text   string
	size   fyne.ThemeSizeName
	line   fyne.ThemeSizeName
	colour fyne.ThemeColorName
	bold   bool
	icon   IconName
	width  float32
}

func newNote(size, line fyne.ThemeSizeName, colour fyne.ThemeColorName, bold bool) *note {
	created := &note{size: size, line: line, colour: colour, bold: bold}
	created.ExtendBaseWidget(created)
	return created
}

func (n *note) withIcon(icon IconName) *note {
	n.icon = icon
	return n
}

func (n *note) set(text string) {
	if n.text == text {
		return
	}
	n.text = text
	n.Refresh()
}

// fit tells the note how wide it may be.
func (n *note) fit(width float32) { n.width = width }

func (n *note) indent() float32 {
	if n.icon == "" {
		return 0
	}
	return fynetheme.Size(theme.IconSmall) + fynetheme.Size(theme.Space4)
}

func (n *note) lines() []string {
	if n.text == "" {
		return nil
	}
	if n.width <= n.indent() {
		return []string{n.text}
	}
	return wrapWords(n.text, n.width-n.indent(), func(text string) float32 {
		return fyne.MeasureText(text, fynetheme.Size(n.size), fyne.TextStyle{Bold: n.bold}).Width
	})
}

// wrapWords breaks a text at its spaces into lines no wider than width, where
// words allow.
func wrapWords(text string, width float32, measure func(string) float32) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && measure(longer) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// CreateRenderer is called by Fyne.
func (n *note) CreateRenderer() fyne.WidgetRenderer {
	r := &noteRenderer{note: n, icon: NewIconSized(n.icon, n.colour, theme.IconSmall)}
	r.fill()
	return r
}

type noteRenderer struct {
	note  *note
	icon  *Icon
	lines []*inkText
}

func (r *noteRenderer) fill() {
	r.lines = r.lines[:0]
	for _, line := range r.note.lines() {
		r.lines = append(r.lines, newInkText(line, r.note.size, r.note.colour, r.note.bold))
	}
	r.icon.Hidden = r.note.icon == "" || r.note.text == ""
}

func (r *noteRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.icon}
	for _, line := range r.lines {
		objects = append(objects, line.Text)
	}
	return objects
}

func (r *noteRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(len(r.note.lines()))*fynetheme.Size(r.note.line))
}

func (r *noteRenderer) Layout(fyne.Size) {
	r.fill()
	height := fynetheme.Size(r.note.line)
	for index, line := range r.lines {
		line.placeMiddle(r.note.indent(), float32(index)*height, height)
	}
	side := r.icon.MinSize()
	r.icon.Resize(side)
	r.icon.Move(fyne.NewPos(0, (height-side.Height)/2))
}

func (r *noteRenderer) Refresh() {
	r.Layout(r.note.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

func (r *noteRenderer) Destroy() {}
