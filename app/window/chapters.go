package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// chaptersPage is where the texts around the tables are written. At the left are
// the chapters in their printing order; beside them the chosen one stands as a
// page of text, whose parts are written in their place.
type chaptersPage struct {
	editor
	at      place
	choice  bool                               // the purposes of a new chapter are shown
	active  model.EntityID                     // the part that the bar above the text is for
	atStart string                             // the key of the field whose cursor begins before its text
	cell    map[model.EntityID]model.CellPlace // where the cursor of each table stood
	sizes   map[model.EntityID]model.CellPlace // how large a table without words is
	order   []string                           // the keys that the arrow keys walk through

	main *fyne.Container
	tree *ui.Tree
	bar  *partBar
}

// newChaptersPage opens the chapter of a place, or the first one.
func newChaptersPage(w *Window, at place) *chaptersPage {
	p := &chaptersPage{at: at, cell: map[model.EntityID]model.CellPlace{}, sizes: map[model.EntityID]model.CellPlace{}}
	p.at.Details, p.at.Chapters = "", true
	p.editor = newEditor(w, p, "chapters")
	p.switchAbove = true
	return p
}

// openChapters shows the chapters, the keyboard where a text of a chapter or of
// one of its parts is written.
func (w *Window) openChapters(id model.EntityID, field model.Field) {
	if w.work == nil {
		return
	}
	state := w.work.State()
	at := place{Programme: w.work.ID(), Element: id}
	if e := state.Element(id); e != nil && e.Kind == model.KindBlock {
		at.Element = state.Parent(id)
	}
	p := newChaptersPage(w, at)
	base, suffix := field.Split()
	if l := model.Language(suffix); slices.Contains(w.work.Programme().Languages, l) {
		w.language = l
	} else if field != "" {
		field = base.In(w.language)
	}
	w.goTo(p)
	if w.page == edited(p) && id != "" {
		p.active = id
		if !p.focusOn(fieldKey(id, field)) {
			p.focusOn(fieldKey(id, model.FieldBodyText.In(w.language)))
		}
	}
}

func (p *chaptersPage) name() string { return "chapters" }

func (p *chaptersPage) place() place { return p.at }

// chapter returns the chosen chapter, nil where there is none.
func (p *chaptersPage) chapter() *model.Chapter {
	chapters := p.w.work.Programme().Chapters
	for i := range chapters {
		if chapters[i].ID == p.at.Element {
			return &chapters[i]
		}
	}
	return nil
}

// settle chooses the first chapter when the chosen one is not there.
func (p *chaptersPage) settle() {
	if p.chapter() != nil {
		return
	}
	p.at.Element, p.active = "", ""
	if chapters := p.w.work.Programme().Chapters; len(chapters) > 0 {
		p.at.Element = chapters[0].ID
	}
}

// first returns the control with which a person begins.
func (p *chaptersPage) first() fyne.Focusable {
	if control, ok := p.keys[p.start]; ok {
		return control
	}
	for _, k := range []string{"add", "chapters"} {
		if control, ok := p.keys[k]; ok {
			return control
		}
	}
	return p.tree
}

// content builds the page anew.
func (p *chaptersPage) content() fyne.CanvasObject {
	w := p.w
	p.settle()
	p.main = container.NewStack()
	p.scroll = nil
	p.tree = ui.NewTree(w.kit, nil, func(id string) { p.choose(model.EntityID(id)) })
	p.tree.OnMove = func(id, _ string, index int) { p.moveChapter(model.EntityID(id), index) }
	p.fill()
	if w.frame.narrow {
		return p.main
	}
	heading := ui.NewInset(theme.Space12, theme.Space16, theme.Space8, theme.Space16, ui.NewBoldLabel(w.t("chapters.title"), theme.TextSubhead))
	foot := fyne.CanvasObject(container.NewWithoutLayout())
	if !p.readOnly() {
		add := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("chapters.add"), p.chooseRole).WithIcon(ui.IconPlus).Compact()
		foot = container.NewBorder(w.line(), nil, nil, nil, ui.NewInset(theme.Space4, theme.Space8, theme.Space4, theme.Space8, ui.NewWrap("", "", add)))
	}
	pane := container.NewStack(canvas.NewRectangle(w.color(theme.ColorPane)),
		container.New(&wizardLayout{}, heading, ui.NewInset("", theme.Space4, "", theme.Space4, p.tree), foot))
	return container.New(&paneLayout{width: detailsPaneWidth * w.scale()}, pane, p.main, upright())
}

// show builds what stands beside the chapters anew and leaves the keyboard where
// it was, or puts it at a key when one is given.
func (p *chaptersPage) show(focus ...string) {
	p.buildAnew(func() {
		p.settle()
		p.fill()
		p.atStart = ""
	}, focus...)
}

// fill builds what stands beside the chapters.
func (p *chaptersPage) fill() {
	p.keys, p.updates, p.start, p.bar = map[string]fyne.Focusable{}, nil, "", nil
	chapter := p.chapter()
	var top fyne.CanvasObject = container.NewWithoutLayout()
	var page fyne.CanvasObject
	switch {
	case p.choice || chapter == nil:
		page = p.scrolling(p.roleChoice())
	default:
		if !p.readOnly() {
			top = p.toolbar(chapter)
		}
		page = p.scrolling(container.New(&readingLayout{width: chapterWidth * p.w.scale()}, p.text(chapter)))
	}
	p.main.Objects = []fyne.CanvasObject{container.New(&wizardLayout{}, top, page, p.w.foot(p.foot()))}
	p.main.Refresh()
	p.freshen()
}

// chapterWidth is the greatest width of a chapter's text, in pixels at text
// size 1: wide enough for a text and its original side by side.
const chapterWidth = 980

func (p *chaptersPage) foot() wizardFoot {
	w := p.w
	chapters := w.work.Programme().Chapters
	f := wizardFoot{back: w.t("nav.contents"), onBack: p.back, next: w.t("contents.toContents"), onNext: p.next}
	at := p.index()
	if at >= 0 {
		f.step = w.t("chapters.number", "number", at+1, "count", len(chapters))
	}
	if at > 0 {
		f.back = w.t("action.back")
	}
	if at+1 < len(chapters) {
		title, _ := p.chapterTitle(&chapters[at+1])
		f.next = w.t("action.nextTo", "step", shortened(title))
	}
	return f
}

// index is the chosen chapter's among all, -1 for none.
func (p *chaptersPage) index() int {
	return slices.IndexFunc(p.w.work.Programme().Chapters, func(c model.Chapter) bool { return c.ID == p.at.Element })
}

// choose goes to a chapter, with everything typed kept.
func (p *chaptersPage) choose(id model.EntityID, focus ...string) {
	if p.stuck() {
		return
	}
	if p.at.Element != id {
		p.scroll, p.active = nil, ""
	}
	p.at.Element, p.choice = id, false
	p.w.window.Canvas().Unfocus()
	p.show(focus...)
	if len(focus) == 0 {
		p.focusNow(p.first())
	}
	p.w.rememberPlace()
}

func (p *chaptersPage) next() {
	chapters := p.w.work.Programme().Chapters
	if at := p.index(); at+1 < len(chapters) && at >= 0 {
		p.choose(chapters[at+1].ID)
		return
	}
	p.w.openView(viewContents)
}

func (p *chaptersPage) back() {
	switch at := p.index(); {
	case p.choice && at >= 0:
		p.choose(p.at.Element)
	case at > 0:
		p.choose(p.w.work.Programme().Chapters[at-1].ID)
	default:
		p.w.openView(viewContents)
	}
}

// chapterTitle is a chapter's title, or the word for its purpose.
func (p *chaptersPage) chapterTitle(c *model.Chapter) (title, language string) {
	words, l := c.Title.Best(p.w.language)
	if words == "" {
		return p.w.t("report.chapter." + string(roleOf(c))), ""
	}
	return words, string(l)
}

func roleOf(c *model.Chapter) model.ChapterRole {
	if c.Role == "" {
		return model.OtherChapters
	}
	return c.Role
}

// freshen brings what follows from a text up to date: the notes below the parts
// and the row of the chapter.
func (p *chaptersPage) freshen() {
	for _, update := range p.updates {
		update()
	}
	var rows []ui.TreeRow
	chapters := p.w.work.Programme().Chapters
	for i := range chapters {
		c := &chapters[i]
		title, language := p.chapterTitle(c)
		if role := p.w.t("report.chapter." + string(roleOf(c))); role != title {
			title = role + ": " + title
		}
		row := ui.TreeRow{ID: string(c.ID), Title: title, Language: language, Mark: ui.MarkDone, MarkWord: p.w.t("contents.written")}
		if !c.Written(p.w.language) {
			row.Word, row.Mark, row.Strong, row.MarkWord = p.w.t("details.missing"), ui.MarkMissing, true, ""
		}
		rows = append(rows, row)
	}
	p.tree.SetRows(rows)
	if id := string(p.at.Element); p.tree.Chosen() != id {
		p.tree.Choose(id)
	}
}

// relaid lays out anew what has grown or shrunk.
func (p *chaptersPage) relaid() { p.main.Refresh() }

// keepFocus is that of a page with a list beside what is edited.
func (p *chaptersPage) keepFocus() (restore func()) {
	return p.keepFocusBeside(func() *ui.Tree { return p.tree })
}
