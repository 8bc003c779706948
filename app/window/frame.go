package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// narrowBelow is the width in pixels, at text size 1, under which the rail and
// the side pane give way to buttons in the head.
const narrowBelow = 1100

// tightBelow is the width, likewise, under which the buttons of the head have no
// words: a small laptop whose system shows everything at 200 %.
const tightBelow = 820

// frame is what stands around a page: the head with the programme's title, its
// state, what is saved and the language of the content; the rail; and above the
// page the message that was told last.
type frame struct {
	window  *Window
	root    *fyne.Container
	head    *fyne.Container
	rail    *ui.Rail
	message *fyne.Container
	body    *fyne.Container
	saved   *fyne.Container
	aside   *fyne.Container // the card over the page's right side, empty for none
	next    *ui.Button      // of the page's foot
	narrow  bool
	tight   bool // narrower still
}

func newFrame(w *Window) *frame {
	f := &frame{window: w}
	f.head, f.message, f.body, f.saved = container.New(&stackLayout{}), container.NewStack(), container.NewStack(), container.NewStack()
	f.aside = container.NewStack()
	f.root = &fyne.Container{Layout: (*frameLayout)(f)}
	return f
}

// show shows a page in the frame.
func (f *frame) show(p page) {
	f.root.Objects = nil
	f.rail = nil
	f.head.RemoveAll()
	f.message.RemoveAll()
	f.body.RemoveAll()
	if f.window.work != nil {
		f.head.Add(f.buildHead())
		if !f.narrow {
			f.rail = f.buildRail()
			f.root.Add(f.rail)
		}
	}
	f.body.Add(p.content())
	f.root.Add(f.body)
	f.root.Add(f.head)
	f.root.Add(f.message)
	f.root.Add(f.aside)
	f.fillAside()
	f.showSaved()
	f.root.Refresh()
}

func (f *frame) buildHead() fyne.CanvasObject {
	w := f.window
	p := w.work.Programme()
	title, language := p.Title.Best(w.language)
	if title == "" {
		title = w.t("programme.untitled")
	}
	size := theme.TextSection
	if f.narrow {
		size = theme.TextSubhead
	}
	heading := ui.NewBoldLabel(title, size)
	heading.Language = string(language)
	kind, word, short := w.badge(p)
	if f.narrow {
		word = short
	}
	objects := []fyne.CanvasObject{}
	if f.narrow {
		objects = append(objects, f.headButton(ui.IconMenu, "nav.views", f.chooseView))
		if pane, ok := w.page.(withPane); ok {
			objects = append(objects, f.headButton(ui.IconContents, "nav.contents", pane.togglePane))
		}
	} else {
		objects = append(objects,
			ui.NewButton(w.kit, ui.ButtonQuiet, w.t("nav.programmes"), w.goHome).WithIcon(ui.IconChevronLeft),
			upright())
	}
	grow := &fyne.Container{
		Layout: titleLayout{narrow: f.narrow}, Objects: []fyne.CanvasObject{heading, ui.NewStateBadge(kind, word)},
	}
	objects = append(objects, grow, f.saved)
	if _, searching := w.page.(*searchPage); !searching {
		objects = append(objects, f.buildSearch())
	}
	if languages := w.contentLanguages(); len(languages) > 1 {
		objects = append(objects, f.buildLanguages(languages))
	}
	row := ui.NewRow(theme.Space16, grow, objects...)
	return container.New(&stackLayout{},
		canvas.NewRectangle(w.color(theme.ColorSurface)),
		container.NewBorder(nil, w.line(), nil, nil),
		ui.NewInset(theme.Space8, theme.Space16, theme.Space8, theme.Space16, row),
	)
}

// headButton is a button of a narrow head.
func (f *frame) headButton(icon ui.IconName, key string, press func()) *ui.Button {
	w := f.window
	if f.tight {
		return ui.NewIconButton(w.kit, icon, w.t(key), press)
	}
	return ui.NewButton(w.kit, ui.ButtonSecondary, w.t(key), press).WithIcon(icon)
}

// searchWidth is the width of what leads to the search, in pixels at text size 1.
const searchWidth = 214

// buildSearch leads to the search: it looks like a field where there is room.
func (f *frame) buildSearch() fyne.CanvasObject {
	w := f.window
	if f.narrow {
		return ui.NewIconButton(w.kit, ui.IconSearch, w.t("search.here"), w.openSearch)
	}
	return ui.NewSearchLink(w.kit, w.t("search.here"), "", searchWidth, w.openSearch)
}

func (f *frame) buildLanguages(languages []model.Language) fyne.CanvasObject {
	w := f.window
	var labels, speeches []string
	chosen := 0
	for i, l := range languages {
		labels, speeches = append(labels, w.t("language.short."+string(l))), append(speeches, w.t("language."+string(l)))
		if l == w.language {
			chosen = i
		}
	}
	control := ui.NewSegmentedControl(w.kit, w.t("nav.contentLanguage"), labels...).WithSpeech(speeches...)
	control.SetChosen(chosen)
	control.OnChanged = func(i int) {
		if err := w.page.flush(); err != nil {
			w.tell(err)
			return
		}
		w.language = languages[i]
		w.rebuild()
	}
	return control
}

func (f *frame) buildRail() *ui.Rail {
	w := f.window
	rail := ui.NewRail(w.kit, w.railEntries(), func(id string) { w.openView(view(id)) })
	rail.Choose(string(w.currentView()))
	return rail
}

// withPane is a page whose side pane opens over it where the window is narrow.
type withPane interface{ togglePane() }

// chooseView offers the views where there is no room for the rail.
func (f *frame) chooseView() {
	w := f.window
	var items []*fyne.MenuItem
	for _, entry := range w.railEntries() {
		items = append(items, fyne.NewMenuItem(entry.Label, func() { w.openView(view(entry.ID)) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.t("nav.programmes"), w.goHome))
	w.popUp(items)
}

// contentLanguages returns the languages in which the programme is written.
func (w *Window) contentLanguages() []model.Language {
	if w.work == nil {
		return nil
	}
	return w.work.Programme().Languages
}

// stateOf returns the mark and the word of a programme's state.
func (w *Window) stateOf(s model.StoredState) (ui.MarkKind, string) {
	kinds := map[model.StoredState]ui.MarkKind{
		model.Draft: ui.MarkDraft, model.InDecisionMaking: ui.MarkDeciding, model.Locked: ui.MarkLocked,
		model.Approved: ui.MarkApproved, model.Superseded: ui.MarkSuperseded,
	}
	return kinds[s], w.t("programme.state." + string(s))
}

func (f *frame) showSaved() {
	w := f.window
	f.saved.RemoveAll()
	switch {
	case w.work == nil || w.work.ReadOnly() && w.work.SavedAt().IsZero():
	case w.waiting():
		f.saved.Add(ui.NewLine(w.t("saved.pending"), theme.TextSecondary, theme.ColorMuted, false))
	case w.work.SavedAt().IsZero():
		f.saved.Add(ui.NewSavedNote(w.t("saved.all")))
	default:
		f.saved.Add(ui.NewSavedNote(w.t("saved.at", "time", clock(w.work.SavedAt()))))
	}
	f.head.Refresh()
}

func (f *frame) showMessage(m *message) {
	f.message.RemoveAll()
	if m != nil {
		kind := ui.NoticeInformation
		if m.kind == messageError {
			kind = ui.NoticeError
		}
		notice := ui.NewNotice(f.window.kit, kind, m.text)
		if m.action != "" {
			notice.WithAction(m.action, m.do)
		}
		f.message.Add(notice.WithAction(f.window.t("action.close"), f.window.dismiss))
	}
	f.root.Refresh()
}

// upright is a thin line between parts of the head.
func upright() fyne.CanvasObject {
	line := canvas.NewRectangle(fynetheme.Color(theme.ColorLine))
	line.SetMinSize(fyne.NewSize(1, fynetheme.Size(theme.HitTarget)))
	return line
}

func (w *Window) line() fyne.CanvasObject {
	line := canvas.NewRectangle(w.color(theme.ColorLine))
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

// titleLayout sets a badge after a title, which takes further lines where it
// does not fit on one. In a narrow head a title of three lines gets the badge's
// room too: the state stands on the overview and on the decision's page.
type titleLayout struct{ narrow bool }

// widths are those of the title and of the badge, 0 where it has no room.
func (l titleLayout) widths(objects []fyne.CanvasObject, width float32) (title, badge float32) {
	badge = objects[1].MinSize().Width
	room := max(0, width-badge-fynetheme.Size(theme.Space12))
	label, isLabel := objects[0].(*ui.Label)
	if !isLabel {
		return room, badge
	}
	whole := label.NaturalWidth() + 1
	if line := label.HeightFor(whole); l.narrow && label.HeightFor(room) > 2.5*line {
		return min(whole, width), 0
	}
	return min(whole, room), badge
}

func (l titleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, badge := l.widths(objects, size.Width)
	high := ui.HeightFor(objects[0], title)
	objects[0].Resize(fyne.NewSize(title, high))
	objects[0].Move(fyne.NewPos(0, (size.Height-high)/2))
	if badge == 0 {
		objects[1].Hide()
		return
	}
	objects[1].Show()
	need := objects[1].MinSize().Height
	objects[1].Resize(fyne.NewSize(badge, need))
	objects[1].Move(fyne.NewPos(title+fynetheme.Size(theme.Space12), (size.Height-need)/2))
}

// HeightFor is the height of the title's lines at a width.
func (l titleLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	title, badge := l.widths(objects, width)
	if badge == 0 {
		return ui.HeightFor(objects[0], title)
	}
	return max(ui.HeightFor(objects[0], title), objects[1].MinSize().Height)
}

func (l titleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[1].MinSize().Width, objects[1].MinSize().Height)
}

// frameLayout places the parts of a frame and notices when it becomes narrow.
type frameLayout frame

func (l *frameLayout) headHeight(width float32) float32 {
	least := 60 * l.window.scale()
	switch {
	case len(l.head.Objects) == 0:
		return 0
	case l.narrow:
		least = 52 * l.window.scale()
	}
	return max(ui.HeightFor(l.head, width), least)
}

func (l *frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	narrow, tight := size.Width < narrowBelow*l.window.scale(), size.Width < tightBelow*l.window.scale()
	if narrow != l.narrow || tight != l.tight {
		l.narrow, l.tight = narrow, tight
		fyne.Do(l.window.rebuild)
		return
	}
	head := l.headHeight(size.Width)
	l.head.Resize(fyne.NewSize(size.Width, head))
	l.head.Move(fyne.NewPos(0, 0))
	left, top := float32(0), head
	if l.rail != nil {
		left = ui.RailWidth * l.window.scale()
		l.rail.Resize(fyne.NewSize(left, size.Height-head))
		l.rail.Move(fyne.NewPos(0, head))
	}
	if len(l.message.Objects) > 0 {
		high := ui.HeightFor(l.message.Objects[0], size.Width-left)
		l.message.Resize(fyne.NewSize(size.Width-left, high))
		l.message.Move(fyne.NewPos(left, top))
		top += high
	} else {
		l.message.Resize(fyne.NewSize(0, 0))
	}
	corner, room := fyne.NewPos(left, top), fyne.NewSize(size.Width-left, size.Height-top)
	l.body.Resize(room)
	l.body.Move(corner)
	(*frame)(l).placeAside(corner, room)
}

// MinSize leaves a window that can be made small: pages scroll. A laptop of
// 1366×768 at 200 % has room for 683×384, less a title bar and a task bar.
func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(480, 280)
}
