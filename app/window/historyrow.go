package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

const (
	// linesAtOnce is how many lines of one act are shown before it is opened,
	// and linesOpened how many then: a replacement may have thousands.
	linesAtOnce = 3
	linesOpened = 100
)

// row is an act: when, who, and what in as many lines as it has.
func (p *historyPage) row(act *model.Act) fyne.CanvasObject {
	w := p.w
	most := linesAtOnce
	if p.whole[act.Step] {
		most = linesOpened
	}
	lines := ui.NewColumn("")
	for _, l := range act.Lines[:min(most, len(act.Lines))] {
		lines.Add(p.line(act, l))
	}
	if left := len(act.Lines) - most; left > 0 {
		if most == linesAtOnce {
			lines.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("history.more", "count", left), func() { p.open(act) }).Compact()))
		} else {
			lines.Add(ui.NewFlush(ui.NewMutedLabel(w.t("count.others", "count", left), theme.TextSecondary)))
		}
	}
	when := ui.NewLine(clock(act.At.In(w.desk.Now().Location())), theme.TextSecondary, theme.ColorMuted, false)
	who := ui.NewLabel(w.authorName(p.history.By(act)), theme.TextSecondary)
	return container.New(&historyRowLayout{scale: w.scale()}, when, who, lines)
}

// open shows all lines of an act, the keyboard at the first that was hidden.
func (p *historyPage) open(act *model.Act) {
	p.whole[act.Step] = true
	at := 0
	for i, focused := range p.rows {
		if p.w.window.Canvas().Focused() == focused {
			at = i
		}
	}
	p.fill()
	p.page.Refresh()
	if at < len(p.rows) {
		p.w.kit.Focus(p.rows[at])
	}
}

// line is one thing that an act did. It leads to what it speaks of where that
// is still there, and can bring back what was before.
func (p *historyPage) line(act *model.Act, l model.HistoryLine) fyne.CanvasObject {
	w := p.w
	heading, way := p.lineHeading(act, l), p.way(act, l)
	content := ui.NewColumn("", ui.NewBoldLabel(heading, theme.TextChip))
	value, spoken := p.lineValue(act, l)
	if value != nil {
		content.Add(value)
	}
	if way != "" {
		content.Add(ui.NewMutedLabel(way, theme.TextSmallest))
	}
	icon := historySigns[l.Deed]
	var body fyne.CanvasObject
	if w.isThere(l.Entity) {
		said := ui.Spoken{Label: heading, Value: spoken, Hint: way}
		row := ui.NewLinkRow(w.kit, ui.MarkInformation, content, said.String(), func() { w.openField(l.Entity, l.Field) }).
			WithSign(icon, theme.ColorMuted).On(theme.ColorGround)
		p.rows = append(p.rows, row)
		body = row
	} else {
		sign := ui.NewIcon(icon, theme.ColorMuted)
		body = ui.NewInset(theme.Space8, theme.Space8, theme.Space8, theme.Space8, ui.NewRow(theme.Space12, content, sign, content))
	}
	button := p.bringBack(l)
	if button == nil {
		return body
	}
	if w.frame.narrow {
		return ui.NewColumn("", body, ui.NewInset("", "", theme.Space4, theme.Space24, ui.NewRow("", nil, button)))
	}
	return ui.NewRow(theme.Space8, body, body, button)
}

var historySigns = map[model.Deed]ui.IconName{
	model.DeedAdded: ui.IconPlus, model.DeedRemoved: ui.IconTrash, model.DeedRestored: ui.IconHistory,
	model.DeedChanged: ui.IconPen, model.DeedSettled: ui.IconCheck, model.DeedMoved: ui.IconGrip,
	model.DeedReordered: ui.IconGrip,
}

// lineHeading says what was done: "Toimenpide · Aikataulu", "Tavoite lisättiin".
func (p *historyPage) lineHeading(act *model.Act, l model.HistoryLine) string {
	w := p.w
	words := ""
	switch l.Deed {
	case model.DeedChanged, model.DeedSettled:
		words = w.kindName(l.Of) + " · " + w.fieldName(l.Of, l.Field)
		if l.Deed == model.DeedSettled {
			words = w.t("history.settled", "what", words)
		}
	default:
		deed := string(l.Deed)
		if l.Of == model.KindProgramme && l.Deed == model.DeedAdded {
			deed = "begun"
		}
		words = w.t("history.deed."+deed, "what", w.t("kind.the."+string(l.Of)))
	}
	switch act.Purpose {
	case model.ForUndo:
		return w.t("history.undone", "what", words)
	case model.ForRedo:
		return w.t("history.redone", "what", words)
	}
	return words
}

// lineValue shows what a line speaks of: the text with its words marked, the
// value before and after, or the name of what came or went.
func (p *historyPage) lineValue(act *model.Act, l model.HistoryLine) (value fyne.CanvasObject, spoken string) {
	w := p.w
	name := func(id model.EntityID) string { return p.nameOf(act, id) }
	switch l.Deed {
	case model.DeedChanged, model.DeedSettled:
		before, after := w.valueName(l.Of, l.Field, l.Old, name), w.valueName(l.Of, l.Field, l.New, name)
		if _, language := l.Field.Split(); language != "" && before != "" && after != "" && model.Language(language).Valid() {
			marked := ui.NewMarkedText(w.kit, text.Compare(before, after))
			marked.Language = language
			return marked, marked.AccessibilityLabel()
		}
		words := p.fromTo(before, after)
		return ui.NewLabel(words, theme.TextChip), words
	case model.DeedMoved:
		words := p.fromTo(name(model.EntityID(l.Old.Text())), name(model.EntityID(l.New.Text())))
		return ui.NewLabel(name(l.Entity), theme.TextChip), strings.Join([]string{name(l.Entity), words}, ". ")
	}
	words := name(l.Entity)
	if l.With > 0 {
		words += " · " + w.t("history.with", "count", l.With)
	}
	if words = strings.TrimPrefix(words, " · "); words == "" {
		return nil, ""
	}
	return ui.NewLabel(words, theme.TextChip), words
}

// fromTo writes a value before and after; what was or is not there has a word.
func (p *historyPage) fromTo(before, after string) string {
	w := p.w
	switch {
	case before == "":
		return after
	case after == "":
		after = w.t("history.empty")
	}
	return before + " → " + after
}

// nameOf is what an element was called at an act.
func (p *historyPage) nameOf(act *model.Act, id model.EntityID) string {
	if id == p.w.work.ID() {
		words, _ := p.w.work.Programme().Title.Best(p.w.language)
		return words
	}
	words, _ := p.history.Name(act, id).Best(p.w.language)
	return words
}

// way names what a line's element stands in, and the element where the line
// does not show it by name already.
func (p *historyPage) way(act *model.Act, l model.HistoryLine) string {
	path := p.history.Path(act, l.Entity)
	if l.Deed == model.DeedMoved {
		before, after := p.nameOf(act, model.EntityID(l.Old.Text())), p.nameOf(act, model.EntityID(l.New.Text()))
		return p.fromTo(before, after)
	}
	changed := l.Deed == model.DeedChanged || l.Deed == model.DeedSettled
	if base, _ := l.Field.Split(); len(path) > 0 && (!changed || base == model.FieldTitle || base == model.FieldName || base == model.FieldBody) {
		path = path[:len(path)-1]
	}
	var names []string
	for _, step := range path {
		words, _ := step.Name.Best(p.w.language)
		if words == "" {
			words = p.w.kindName(step.Kind)
		}
		names = append(names, words)
	}
	return strings.Join(names, " › ")
}

// bringBack is the button that brings back what a line changed or removed, nil
// where nothing can be.
func (p *historyPage) bringBack(l model.HistoryLine) fyne.CanvasObject {
	w := p.w
	act := func(label string, do func() error) fyne.CanvasObject {
		return ui.NewButton(w.kit, ui.ButtonQuiet, w.t(label), func() { p.after(do()) }).WithIcon(ui.IconUndo).Compact()
	}
	switch {
	case w.work.MayBringBack(l):
		return act("history.bringBack", func() error { return w.work.BringBack(w.ctx, l) })
	case l.Deed == model.DeedRemoved && w.work.MayRestore(l.Entity):
		return act("action.restore", func() error { return w.work.Restore(w.ctx, l.Entity) })
	}
	return nil
}

// after shows what bringing back has done: it is the newest row now.
func (p *historyPage) after(err error) {
	w := p.w
	if err == nil {
		p.shown = historyAtOnce
	}
	w.rebuild()
	w.showSaved()
	if err != nil {
		w.tell(err)
		return
	}
	w.inform("history.broughtBack")
	w.kit.Focus(p.first())
}

// The widths of the columns of when and who, in pixels at text size 1, and the
// width of a row under which they stand above what was done.
const (
	historyWhen   = 48
	historyWho    = 132
	historyFolded = 640
)

// historyRowLayout sets when and who beside what was done, or above it where
// there is too little room.
type historyRowLayout struct {
	scale float32
	width float32
}

func (l *historyRowLayout) left(width float32) float32 {
	if width < historyFolded*l.scale {
		return 0
	}
	return (historyWhen + historyWho) * l.scale
}

func (l *historyRowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	when, who, what := objects[0], objects[1], objects[2]
	left, margin := l.left(size.Width), fynetheme.Size(theme.FocusMargin)
	top := margin + fynetheme.Size(theme.Space4)
	when.Move(fyne.NewPos(margin, top))
	when.Resize(when.MinSize())
	whoWidth := historyWho*l.scale - fynetheme.Size(theme.Space8)
	if left == 0 {
		whoWidth = size.Width - historyWhen*l.scale - margin
	}
	who.Move(fyne.NewPos(margin+historyWhen*l.scale, top))
	who.Resize(fyne.NewSize(whoWidth, ui.HeightFor(who, whoWidth)))
	if left == 0 {
		top += ui.HeightFor(who, whoWidth)
	} else {
		top = 0
	}
	what.Move(fyne.NewPos(left, top))
	what.Resize(fyne.NewSize(size.Width-left, ui.HeightFor(what, size.Width-left)))
}

// HeightFor is the height of the row at a width.
func (l *historyRowLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	left, margin := l.left(width), fynetheme.Size(theme.FocusMargin)
	head := margin + fynetheme.Size(theme.Space4)
	if left == 0 {
		return head + ui.HeightFor(objects[1], width-historyWhen*l.scale-margin) + ui.HeightFor(objects[2], width)
	}
	return max(head+ui.HeightFor(objects[1], historyWho*l.scale-fynetheme.Size(theme.Space8)), ui.HeightFor(objects[2], width-left))
}

func (l *historyRowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[2].MinSize().Width
	return fyne.NewSize(width, l.HeightFor(objects, max(width, l.width)))
}
