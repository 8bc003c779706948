package window

import (
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// searchAtOnce is how many hits are shown at first and added at each "show more".
const searchAtOnce = 20

// searchAfter is how long after the start the programmes are read for the search:
// by then the first page stands.
const searchAfter = 1500 * time.Millisecond

// readAhead takes the programmes in before the first search. It is called
// outside the window's goroutine and touches nothing of the window.
func (w *Window) readAhead() {
	if w.ctx.Err() != nil {
		return
	}
	if _, err := w.desk.PrepareFind(w.ctx); err != nil && w.ctx.Err() == nil {
		fyne.LogError("read ahead for the search", err)
	}
	// Reading everything was the most that is read at once; what it took is the
	// system's again.
	debug.FreeOSMemory()
}

// searched is what was searched for last, so that the person comes back to the
// same results.
type searched struct {
	text       string
	everywhere bool
}

// searchPage finds words in the open programme or in all. The results change
// while the person types; Escape leads back to where the person was.
type searchPage struct {
	w         *Window
	back      page // where the person was
	backWork  *workflow.Work
	backFocus func() // gives the keyboard back to where it was
	limit     int
	reading   bool // programmes are still being taken in

	field *ui.SearchField
	list  *fyne.Container
	page  *ui.Page
	rows  []*ui.LinkRow
	hits  []search.Hit
}

// openSearch shows the search page with what was searched for last, or puts the
// keyboard into its field.
func (w *Window) openSearch() {
	if p, there := w.page.(*searchPage); there {
		p.field.Select()
		w.kit.Focus(p.field.Focusable())
		return
	}
	p := &searchPage{w: w, back: w.page, backWork: w.work, limit: searchAtOnce}
	if keeper, keeps := w.page.(focusKeeping); keeps {
		p.backFocus = keeper.keepFocus()
	}
	p.reading = true
	w.goTo(p)
	w.beside(func() {
		if _, err := w.desk.PrepareFind(w.ctx); err != nil {
			fyne.LogError("prepare search", err)
		}
	}, func() {
		p.reading = false
		if w.page == page(p) {
			p.refill()
		}
	})
}

func (p *searchPage) name() string          { return "search" }
func (p *searchPage) flush() error          { return nil }
func (p *searchPage) first() fyne.Focusable { return p.field.Focusable() }

// content builds the page anew.
func (p *searchPage) content() fyne.CanvasObject {
	w := p.w
	label := w.t("search.field")
	p.field = ui.NewSearchField(w.kit, label)
	p.field.SetText(w.searched.text)
	p.field.OnChanged = func(text string) {
		w.searched.text, p.limit = text, searchAtOnce
		p.fill()
	}
	p.field.OnEnter = func(string) { p.open(0) }
	p.field.OnKey = p.fieldKey
	back := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("search.back"), p.leave).WithIcon(ui.IconArrowLeft).Compact()
	title := ui.NewFlush(ui.NewBoldLabel(w.t("search.title"), theme.TextPage))
	column := ui.NewColumn(theme.Space8, ui.NewRow(theme.Space16, title, title, back), p.field)
	if w.work != nil {
		column.Add(p.scope())
	}
	p.list = ui.NewColumn("")
	column.Add(p.list)
	p.page = ui.NewPage(w.kit, column)
	p.page.SetNarrow(w.frame.narrow)
	p.fill()
	return p.page
}

// scope chooses between the open programme and all.
func (p *searchPage) scope() fyne.CanvasObject {
	w := p.w
	row := ui.NewChoiceRow(w.kit, w.t("search.scope"), w.t("search.scope.here"), w.t("search.scope.everywhere")).WithoutTitle()
	row.SetChosen(0)
	if w.searched.everywhere {
		row.SetChosen(1)
	}
	row.OnChanged = func(chosen []int) {
		w.searched.everywhere, p.limit = slices.Equal(chosen, []int{1}), searchAtOnce
		p.fill()
	}
	return row
}

// query is what is searched for now.
func (p *searchPage) query() search.Query {
	w := p.w
	q := search.Query{Text: w.searched.text, Limit: p.limit, Language: w.language}
	if w.work != nil {
		q.First = w.work.ID()
		if !w.searched.everywhere {
			q.Within = q.First
		}
	}
	return q
}

// fill shows what is found.
func (p *searchPage) fill() {
	w := p.w
	p.rows, p.hits = nil, nil
	p.list.Objects = nil
	words := strings.TrimSpace(w.searched.text)
	if words == "" {
		p.say("search.hint", theme.TextBody)
		p.say("search.hint.keys", theme.TextSecondary)
		p.list.Refresh()
		p.page.Refresh()
		return
	}
	q := p.query()
	found := w.desk.Find(q)
	p.hits = found.Hits
	if found.Total == 0 {
		p.nothing(q, words)
	} else {
		p.found(q, found)
	}
	if p.reading {
		p.say("search.reading", theme.TextSecondary)
	}
	p.list.Refresh()
	p.page.Refresh()
}

// refill shows what is found now, with the keyboard at the row where it was.
func (p *searchPage) refill() {
	at := -1
	for i, row := range p.rows {
		if p.w.window.Canvas().Focused() == fyne.Focusable(row) {
			at = i
		}
	}
	if at >= 0 {
		p.w.window.Canvas().Unfocus()
	}
	p.fill()
	switch {
	case at >= 0 && len(p.rows) > 0:
		p.w.kit.Focus(p.rows[min(at, len(p.rows)-1)])
	case at >= 0:
		p.w.kit.Focus(p.field.Focusable())
	}
}

func (p *searchPage) say(key string, size fyne.ThemeSizeName, arguments ...any) {
	label := ui.NewLabel(p.w.t(key, arguments...), size)
	if size != theme.TextBody {
		label.SetColor(theme.ColorMuted)
	}
	p.list.Add(ui.NewInset(theme.Space8, theme.FocusMargin, "", theme.FocusMargin, label))
}

// found lists the hits.
func (p *searchPage) found(q search.Query, found search.Results) {
	w := p.w
	count := w.t("search.count", "count", found.Total)
	if found.Total > len(found.Hits) {
		count += ". " + w.t("search.shown", "shown", len(found.Hits))
	}
	p.list.Add(ui.NewInset(theme.Space4, theme.FocusMargin, theme.Space4, theme.FocusMargin, ui.NewMutedLabel(count, theme.TextSecondary)))
	for i, h := range found.Hits {
		row := p.row(i, h, q.Within == "")
		p.rows = append(p.rows, row)
		p.list.Add(row)
	}
	if found.Total > len(found.Hits) {
		p.list.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("search.more"), p.more).Compact()))
	}
}

// more shows further hits, the keyboard at the first of them.
func (p *searchPage) more() {
	at := len(p.rows)
	p.limit += searchAtOnce
	p.w.window.Canvas().Unfocus()
	p.fill()
	if at < len(p.rows) {
		p.w.kit.Focus(p.rows[at])
	}
}

// nothing says what was searched and what else can be tried.
func (p *searchPage) nothing(q search.Query, words string) {
	w := p.w
	if q.Within == "" {
		p.say("search.none.everywhere", theme.TextBody, "words", words)
		p.say("search.none.hint", theme.TextSecondary)
		return
	}
	p.say("search.none.here", theme.TextBody, "words", words)
	p.say("search.none.hint", theme.TextSecondary)
	q.Within, q.Limit = "", 1
	if elsewhere := w.desk.Find(q).Total; elsewhere > 0 {
		widen := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("search.elsewhere", "count", elsewhere), func() {
			w.searched.everywhere = true
			w.rebuild()
			w.kit.Focus(p.field.Focusable())
		}).WithIcon(ui.IconSearch)
		p.list.Add(ui.NewInset(theme.Space12, "", "", "", ui.NewRow("", nil, widen)))
	}
}

// fieldKey goes from the field into the list, and back to where the person was.
func (p *searchPage) fieldKey(key fyne.KeyName) bool {
	switch {
	case key == fyne.KeyEscape && p.w.closeAside():
	case key == fyne.KeyEscape:
		p.leave()
	case key == fyne.KeyDown && len(p.rows) > 0:
		p.w.kit.Focus(p.rows[0])
	default:
		return false
	}
	return true
}

// rowKey goes up and down the list and from its top into the field.
func (p *searchPage) rowKey(at int, key fyne.KeyName) bool {
	switch {
	case key == fyne.KeyEscape && p.w.closeAside():
	case key == fyne.KeyEscape:
		p.leave()
	case key == fyne.KeyDown && at+1 < len(p.rows):
		p.w.kit.Focus(p.rows[at+1])
	case key == fyne.KeyUp && at > 0:
		p.w.kit.Focus(p.rows[at-1])
	case key == fyne.KeyUp:
		p.w.kit.Focus(p.field.Focusable())
	case key == fyne.KeyHome:
		p.w.kit.Focus(p.rows[0])
	case key == fyne.KeyEnd:
		p.w.kit.Focus(p.rows[len(p.rows)-1])
	default:
		return false
	}
	return true
}

// leave goes back to where the person was.
func (p *searchPage) leave() {
	w := p.w
	if p.back == nil || w.work != p.backWork {
		w.goHome()
		return
	}
	w.goTo(p.back)
	if p.backFocus != nil && w.page == p.back {
		p.backFocus()
	}
}

// open shows the element of a hit, at the field where the words stand.
func (p *searchPage) open(at int) {
	if at >= len(p.hits) {
		return
	}
	w, h := p.w, p.hits[at]
	if w.work == nil || w.work.ID() != h.Programme {
		work, err := w.desk.Open(w.ctx, h.Programme)
		if err != nil {
			w.tell(err)
			return
		}
		w.take(work)
	}
	if !w.isThere(h.Element) {
		w.tell(model.ErrNotThere)
		return
	}
	if slices.Contains(w.contentLanguages(), h.Language) {
		w.language = h.Language
	}
	field := h.Field
	if h.Kind == model.KindResponsibility && field == model.FieldBody {
		field = "" // the whole of it
	}
	w.openField(h.Element, field)
	if w.page == page(p) {
		w.openView(viewOverview) // there is no closer place
	}
}
