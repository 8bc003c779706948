package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/comparison"
)

// comparisonSide is the width of the column of grounds in pixels at text size 1.
const comparisonSide = 268

// comparisonPage holds two moments of a programme against each other, row by
// row. Nothing is written on it; a row leads to where its element is written.
type comparisonPage struct {
	w       *Window
	history *workflow.History
	read    bool              // beside the window, after the page was built first
	moments []workflow.Moment // that can be chosen
	days    []workflow.Moment // asked for by their date
	sides   [2]workflow.Moment
	picked  [2]bool // sides that the person has chosen
	whole   bool    // all rows, not only those that differ

	programmes [2]*model.Programme
	found      comparison.Comparison
	shown      []int // rows of found that are shown
	chosen     model.EntityID
	table      *ui.CompareTable // nil when there is nothing to show
	focus      fyne.Focusable
}

func newComparisonPage(w *Window) *comparisonPage {
	return &comparisonPage{w: w, history: w.work.History()}
}

func (p *comparisonPage) name() string { return "comparison" }
func (p *comparisonPage) flush() error { return nil }

func (p *comparisonPage) first() fyne.Focusable {
	if p.table != nil {
		return p.table
	}
	return p.focus
}

func (p *comparisonPage) content() fyne.CanvasObject {
	w := p.w
	p.table, p.focus = nil, nil
	if !p.read {
		return p.empty("compare.reading")
	}
	if err := p.readMoments(); err != nil {
		w.tell(err)
		return p.empty("compare.unreadable")
	}
	if len(p.moments) < 2 {
		return p.onlyOne()
	}
	if err := p.compare(); err != nil {
		w.tell(err)
	}
	heading, side := p.heading(), p.grounds()
	var body fyne.CanvasObject
	if len(p.shown) == 0 {
		body = p.noDifference()
	} else {
		p.buildTable()
		body = p.table
	}
	layout := &comparisonLayout{window: w}
	objects := []fyne.CanvasObject{heading, body}
	switch {
	case side == nil:
	case p.table != nil && w.frame.narrow:
		p.table.WithTail(ui.NewMargin(theme.Space16, side))
	default:
		objects = append(objects, ui.NewScroll(w.kit, ui.NewMargin(theme.FocusMargin, side)))
	}
	return ui.NewScroll(w.kit, container.New(layout, objects...))
}

// opened reads the programme's changes beside the window, which takes a while
// when there are many, and shows the page then.
func (p *comparisonPage) opened() {
	if p.read {
		return
	}
	p.w.readHistory(p, func() bool { return !p.read }, func(h *workflow.History) { p.history, p.read = h, true })
}

// readMoments reads which moments there are and, where the person has chosen
// none, chooses the last two that say most: the latest and the version before
// it, or the day before it where there is none.
func (p *comparisonPage) readMoments() error {
	w := p.w
	if p.history.Stale() {
		if err := p.history.Read(w.ctx); err != nil {
			return err
		}
	}
	moments, err := p.history.Moments(w.ctx)
	if err != nil {
		return err
	}
	p.moments = append(moments, p.days...)
	if len(p.moments) < 2 {
		return nil
	}
	if !p.picked[right] || p.at(right) < 0 {
		p.sides[right] = p.moments[0]
	}
	if !p.picked[left] || p.at(left) < 0 {
		p.sides[left] = p.before(p.sides[right])
	}
	return nil
}

// The two sides.
const (
	left = iota
	right
)

// before is what a moment is best held against: the version before it, else the
// moment before it.
func (p *comparisonPage) before(m workflow.Moment) workflow.Moment {
	at := 0
	for i := range p.moments {
		if p.moments[i].Same(m) {
			at = i
		}
	}
	for _, earlier := range p.moments[at+1:] {
		if earlier.Version != nil {
			return earlier
		}
	}
	if at+1 < len(p.moments) {
		return p.moments[at+1]
	}
	return p.moments[len(p.moments)-1]
}

// at returns the place of a side among the moments, -1 when it is gone.
func (p *comparisonPage) at(side int) int {
	for i := range p.moments {
		if p.moments[i].Same(p.sides[side]) {
			return i
		}
	}
	return -1
}

// compare reads both sides and holds them against each other.
func (p *comparisonPage) compare() error {
	p.found, p.shown = comparison.Comparison{}, nil
	for side := range p.sides {
		programme, err := p.history.ProgrammeAt(p.sides[side])
		if err != nil {
			return err
		}
		p.programmes[side] = programme
	}
	p.found = comparison.Compare(p.programmes[left], p.programmes[right], p.w.language, compareWords{p.w})
	for i := range p.found.Rows {
		if p.whole || p.found.Rows[i].Differs() {
			p.shown = append(p.shown, i)
		}
	}
	return nil
}

// heading is the page's name, what is shown, how much differs, and the way from
// difference to difference.
func (p *comparisonPage) heading() fyne.CanvasObject {
	w := p.w
	title := ui.NewFlush(ui.NewLine(w.t("compare.title"), theme.TextPage, theme.ColorText, true))
	choice := ui.NewChoiceRow(w.kit, w.t("compare.show"), w.t("compare.changes"), w.t("compare.wholeText")).WithoutTitle()
	chosen := 0
	if p.whole {
		chosen = 1
	}
	choice.SetChosen(chosen)
	choice.OnChanged = func(indices []int) {
		p.whole = len(indices) > 0 && indices[0] == 1
		w.rebuild()
	}
	back := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("compare.previous"), p.back).WithIcon(ui.IconChevronLeft)
	next := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("compare.next"), p.next).WithTrailingIcon(ui.IconChevronRight)
	if w.frame.narrow {
		return ui.NewColumn("", ui.NewRow(theme.Space8, choice, title, choice, back, next),
			ui.NewFlush(ui.NewWrap(theme.Space16, "", p.counts()...)))
	}
	return ui.NewRow(theme.Space8, choice, title, choice, ui.NewRow(theme.Space16, nil, p.counts()...), back, next)
}

// counts tells how many rows were added, changed, removed and moved.
func (p *comparisonPage) counts() []fyne.CanvasObject {
	w, c := p.w, p.found.Counts
	var all []fyne.CanvasObject
	for _, n := range []struct {
		tag   ui.CompareTag
		key   string
		count int
	}{
		{ui.TagAdded, "compare.added", c.Added}, {ui.TagChanged, "compare.changed", c.Changed},
		{ui.TagRemoved, "compare.removed", c.Removed}, {ui.TagMoved, "compare.moved", c.Moved},
	} {
		all = append(all, ui.NewRow(theme.Space4, nil, ui.TagIcon(n.tag),
			ui.NewLine(w.t(n.key, "count", n.count), theme.TextSecondary, theme.ColorText, false)))
	}
	return all
}

// empty says why nothing is compared, and what to do.
func (p *comparisonPage) empty(key string, below ...fyne.CanvasObject) fyne.CanvasObject {
	w := p.w
	contents := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("compare.openContents"), func() { w.openView(viewContents) })
	p.focus = contents
	column := ui.NewColumn(theme.Space16,
		ui.NewFlush(ui.NewBoldLabel(w.t("compare.title"), theme.TextPage)),
		ui.NewFlush(ui.NewLabel(w.t(key), theme.TextBody)), ui.NewRow("", nil, contents))
	for _, object := range below {
		column.Add(object)
	}
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	return page
}

// onlyOne says that there is one moment alone, with the grounds of its decision
// where they are recorded: a programme recorded afterwards has no more (K19).
func (p *comparisonPage) onlyOne() fyne.CanvasObject {
	p.sides[right], p.programmes[right] = workflow.Moment{Kind: workflow.MomentPresent}, p.w.work.Programme()
	if grounds := p.grounds(); grounds != nil {
		return p.empty("compare.onlyOne", grounds)
	}
	return p.empty("compare.onlyOne")
}

// noDifference leaves the choice of moments and says that they are the same.
func (p *comparisonPage) noDifference() fyne.CanvasObject {
	w := p.w
	earlier, later := p.moment(left), p.moment(right)
	p.focus = earlier.Focusable()
	column := ui.NewColumn(theme.Space16, ui.NewFormRow(260, theme.Space16, earlier, later),
		ui.NewFlush(ui.NewMarkWithWord(ui.MarkDone, w.t("compare.none"), theme.TextBody)))
	for _, other := range p.elsewhere() {
		column.Add(ui.NewRow("", nil, other))
	}
	return column
}

// comparisonLayout sets the heading above the table and the column of grounds
// beside it.
type comparisonLayout struct {
	window *Window
	above  float32 // what the heading takes
}

func (l *comparisonLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scale := l.window.scale()
	margin, room := fynetheme.Size(theme.Space24)-fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.Space8)
	if l.window.frame.narrow {
		margin = fynetheme.Size(theme.Space16) - fynetheme.Size(theme.FocusMargin)
	}
	width := size.Width - 2*margin
	high := ui.HeightFor(objects[0], width)
	objects[0].Resize(fyne.NewSize(width, high))
	objects[0].Move(fyne.NewPos(margin, room))
	top := room + high + room
	l.above = top
	inner := fynetheme.Size(theme.FocusMargin)
	height := max(0, size.Height-top-room)
	if len(objects) > 2 {
		side := comparisonSide * scale
		objects[2].Resize(fyne.NewSize(side, height))
		objects[2].Move(fyne.NewPos(size.Width-margin-side, top))
		width -= side + fynetheme.Size(theme.Space16)
	}
	objects[1].Resize(fyne.NewSize(width-2*inner, height))
	objects[1].Move(fyne.NewPos(margin+inner, top))
}

// MinSize leaves some rows of the table in a low window, where the whole page
// scrolls.
func (l *comparisonLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.above+leastTable*l.window.scale())
}
