package window

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// notesPage holds what is said about a programme and is no part of it: comments,
// open and settled, and the ideas that have been put aside. It shows those of
// one element with all under it, or of the whole programme.
type notesPage struct {
	editor
	on      model.EntityID // "" for the whole programme
	settled bool           // the settled comments are shown too
	editing model.EntityID // the comment whose words are being changed

	main *fyne.Container
}

// The fields in which a new comment and a new idea are typed; neither is one of
// the programme's.
const (
	newCommentField model.Field = "newComment"
	newIdeaField    model.Field = "newIdea"
)

func newNotesPage(w *Window, on model.EntityID) *notesPage {
	p := &notesPage{on: on}
	p.editor = newEditor(w, p, "notes")
	return p
}

// openNotes shows the comments on an element, "" for all, with the keyboard
// where a new one is written.
func (w *Window) openNotes(on model.EntityID) {
	if w.work == nil {
		return
	}
	w.goTo(newNotesPage(w, on))
}

func (p *notesPage) name() string          { return "notes" }
func (p *notesPage) first() fyne.Focusable { return p.keys[p.start] }
func (p *notesPage) relaid()               { p.main.Refresh() }
func (p *notesPage) next()                 {}
func (p *notesPage) back()                 { p.leave() }
func (p *notesPage) about() model.EntityID { return p.aboutOr(p.on) }
func (p *notesPage) freshen()              { freshenAll(p.updates) }
func (p *notesPage) keepFocus() func()     { return p.restoring(p.focusedKey()) }
func (p *notesPage) restoring(at string) func() {
	return func() {
		if at != "" && !p.focusOn(at) && p.first() != nil {
			p.w.kit.Focus(p.first())
		}
	}
}

func freshenAll(updates []func()) {
	for _, update := range updates {
		update()
	}
}

// aboutOr returns the element that is spoken of, the programme for "".
func (p *notesPage) aboutOr(id model.EntityID) model.EntityID {
	if id == "" {
		return p.w.work.ID()
	}
	return id
}

// content builds the page anew.
func (p *notesPage) content() fyne.CanvasObject {
	p.main, p.scroll = container.NewStack(), nil
	p.fill()
	return p.main
}

// show builds the page anew and leaves the keyboard where it was, or puts it at
// a key when one is given.
func (p *notesPage) show(focus ...string) { p.buildAnew(p.fill, focus...) }

func (p *notesPage) fill() {
	w := p.w
	if p.on != "" && !w.work.State().Present(p.on) {
		p.on = ""
	}
	p.keys, p.updates, p.start = map[string]fyne.Focusable{}, nil, ""
	column := ui.NewColumn(theme.Space12, p.heading(), p.newComment())
	open, settled := p.comments()
	if len(open)+len(settled) == 0 {
		column.Add(ui.NewFlush(ui.NewLabel(w.t("notes.none"), theme.TextBody)))
	}
	for _, c := range open {
		column.Add(p.comment(c))
	}
	if len(settled) > 0 {
		chip := ui.NewChip(w.kit, w.t("notes.showSettled", "count", len(settled)))
		chip.SetChosen(p.settled)
		chip.OnChanged = func(on bool) { p.settled = on; p.show("settled") }
		p.keys["settled"] = chip
		column.Add(ui.NewWrap("", "", chip))
	}
	if p.settled {
		for _, c := range settled {
			column.Add(p.comment(c))
		}
	}
	for _, object := range p.ideas() {
		column.Add(object)
	}
	p.main.Objects = []fyne.CanvasObject{p.scrolling(container.New(&readingLayout{width: 860 * w.scale()}, column))}
	p.main.Refresh()
	p.freshen()
}

// heading says of what the comments are, and leads back to it or to all.
func (p *notesPage) heading() fyne.CanvasObject {
	w := p.w
	words := ui.NewColumn("", ui.NewBoldLabel(w.t("notes.title"), theme.TextPage))
	row := ui.NewWrap("", "")
	if p.on != "" {
		what, where, l := w.whatAndWhere(p.on)
		name := ui.NewBoldLabel(what, theme.TextSubhead)
		name.Language = l
		words.Add(name)
		if where != "" {
			words.Add(ui.NewMutedLabel(where, theme.TextSecondary))
		}
		back := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("notes.back"), p.leave).WithIcon(ui.IconArrowLeft).Compact()
		all := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("notes.showAll"), func() { w.openNotes("") }).Compact()
		p.keys["back"], p.keys["all"] = back, all
		row.Add(back)
		row.Add(all)
	} else {
		words.Add(ui.NewMutedLabel(w.t("notes.text"), theme.TextSecondary))
	}
	return ui.NewColumn(theme.Space8, ui.NewFlush(words), row)
}

// leave goes to the element of which the comments are.
func (p *notesPage) leave() {
	if p.stuck() {
		return
	}
	if p.on == "" {
		p.w.openView(viewContents)
		return
	}
	p.w.openElement(p.on)
}

// openElement shows an element where it is written.
func (w *Window) openElement(id model.EntityID) {
	e := w.work.State().Element(id)
	if e == nil || !w.work.State().Present(id) {
		return
	}
	d := destination{at: place{Programme: w.work.ID(), Element: id}, open: map[string]model.EntityID{}}
	switch e.Kind {
	case model.KindProgramme, model.KindChapter:
		w.openDetails(id, model.FieldTitle)
		return
	case model.KindMeasure:
		d.inMeasure(w.work.State(), id)
	}
	w.openDestination(d)
}

// comments are those of the element and of all under it, open and settled, the
// newest first.
func (p *notesPage) comments() (open, settled []model.Comment) {
	state := p.w.work.State()
	for _, c := range state.Comments("") {
		switch {
		case p.on != "" && !under(state, c.On, p.on):
		case c.Settled:
			settled = append(settled, c)
		default:
			open = append(open, c)
		}
	}
	newest := func(a, b model.Comment) int { return int(min(max(b.AtMillis-a.AtMillis, -1), 1)) }
	slices.SortStableFunc(open, newest)
	slices.SortStableFunc(settled, newest)
	return open, settled
}

// under tells whether an element is another one or stands somewhere under it.
func under(state *model.State, id, above model.EntityID) bool {
	for ; id != ""; id = state.Parent(id) {
		if id == above {
			return true
		}
	}
	return false
}

// newComment asks for a comment on the element, or on the whole programme.
func (p *notesPage) newComment() fyne.CanvasObject {
	w := p.w
	on := p.about()
	field := ui.NewTextArea(w.kit, w.t("notes.new"), 2, 8).WithHint(w.t("notes.new.hint")).WithLimit(model.MaxProse)
	k := fieldKey(on, newCommentField)
	p.keepUntilAdded(field, on, newCommentField)
	add := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("notes.add"), func() {
		words := text.Clean(strings.TrimSpace(field.Text()))
		if words == "" || field.TooLong() {
			field.SetError(w.t("notes.new.missing"))
			field.Focus()
			return
		}
		if !p.added(on, newCommentField) {
			return
		}
		p.edit(func(st *model.Step) error {
			id, err := st.Add(on, model.KindComment, "")
			if err != nil {
				return err
			}
			return st.Set(id, model.FieldRemark, model.ValueOf(words))
		}, k)
	}).WithIcon(ui.IconPlus)
	p.keys["add"] = add
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8, field, ui.NewWrap("", "", add))))
}

// keepUntilAdded keeps what is typed into a field that adds something, so that
// it is there again should the person go away before adding it.
func (p *notesPage) keepUntilAdded(field *ui.Field, on model.EntityID, at model.Field) {
	k := fieldKey(on, at)
	field.SetText(p.w.misread(on, at))
	field.OnChanged = func(string) {
		field.SetError("")
		p.draft.typed(k, func() error { return p.w.setMisread(on, at, field.Text()) })
	}
	field.OnLeave = func(string) { p.w.tell(p.flush()) }
	p.register(k, field.Focusable())
}

// added empties what was kept of a field that has added its text.
func (p *notesPage) added(on model.EntityID, at model.Field) bool {
	if p.stuck() {
		return false
	}
	err := p.w.setMisread(on, at, "")
	p.w.tell(err)
	return err == nil
}

// comment is one comment: of what, its words, who said so and when, and what can
// be done with it.
func (p *notesPage) comment(c model.Comment) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	if c.On != p.about() {
		column.Add(p.subject(c.On, key(c.ID, "subject")))
	}
	if p.editing == c.ID {
		field := ui.NewTextArea(w.kit, w.t("notes.words"), 2, 8).WithLimit(model.MaxProse)
		p.bindText(field, c.ID, model.FieldRemark)
		column.Add(field)
	} else {
		column.Add(ui.NewFlush(ui.NewLabel(c.Text, theme.TextBody)))
	}
	mark := ui.NewMarkWithWord(ui.MarkUnderWay, w.t("notes.open"), theme.TextSecondary)
	settle := w.t("notes.settle")
	if c.Settled {
		mark, settle = ui.NewMarkWithWord(ui.MarkDone, w.t("notes.settled"), theme.TextSecondary), w.t("notes.reopen")
	}
	said := ui.NewMutedLabel(w.saidBy(c), theme.TextSecondary)
	column.Add(ui.NewFlush(ui.NewRow(theme.Space12, said, mark, said)))
	column.Add(p.commentActions(c, settle))
	return ui.NewFlush(w.panel(column))
}

// saidBy names who wrote a comment and when.
func (w *Window) saidBy(c model.Comment) string {
	who := w.work.NameOf(w.ctx, c.Author)
	if who == "" {
		who = w.t("notes.nameless")
	}
	return who + " · " + w.when(time.UnixMilli(c.AtMillis))
}

// subject is the element of which a comment speaks, and leads to it.
func (p *notesPage) subject(on model.EntityID, k string) fyne.CanvasObject {
	what, where, l := p.w.whatAndWhere(on)
	name := ui.NewBoldLabel(what, theme.TextSecondary)
	name.Language = l
	words := ui.NewColumn("", name)
	if where != "" {
		words.Add(ui.NewMutedLabel(where, theme.TextSmallest))
	}
	row := ui.NewLinkRow(p.w.kit, ui.MarkInformation, words, ui.Spoken{Label: what, Value: where}.String(), func() { p.w.openElement(on) })
	p.keys[k] = row
	return row
}

func (p *notesPage) commentActions(c model.Comment, settle string) fyne.CanvasObject {
	w := p.w
	row := ui.NewWrap("", "")
	act := func(what string, icon ui.IconName, words string, press func()) {
		button := ui.NewButton(w.kit, ui.ButtonQuiet, words, press).WithIcon(icon).Compact()
		p.keys[key(c.ID, what)] = button
		row.Add(button)
	}
	act("settle", ui.IconCheck, settle, func() {
		p.edit(func(st *model.Step) error { return st.Set(c.ID, model.FieldSettled, model.ValueOf(!c.Settled)) },
			fieldKey(p.about(), newCommentField))
	})
	if p.editing == c.ID {
		act("edit", ui.IconCheck, w.t("notes.done"), func() {
			if !p.stuck() {
				p.editing = ""
				p.show(key(c.ID, "edit"))
			}
		})
	} else {
		act("edit", ui.IconPen, w.t("notes.edit"), func() {
			if !p.stuck() {
				p.editing = c.ID
				p.show(fieldKey(c.ID, model.FieldRemark))
			}
		})
	}
	act("delete", ui.IconTrash, w.t("notes.delete"), func() { p.remove(c.ID, "comment") })
	return row
}

// openComments counts the comments of the programme that nobody has settled.
func (w *Window) openComments() int {
	open := 0
	for _, c := range w.work.State().Comments("") {
		if !c.Settled {
			open++
		}
	}
	return open
}
