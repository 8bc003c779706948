package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// contentsPane is the side pane of the contents: the tree of sections and
// goals, a search in it, and what adds to it.
type contentsPane struct {
	page     *contentsPage
	kit      *ui.Kit // what the pane was built with: another language or theme brings another
	readOnly bool
	root     fyne.CanvasObject
	tree     *ui.Tree
	search   *ui.SearchField
	filter   *ui.Button
	gaps     *ui.Chip // while chosen, only what is not written yet is shown
	empty    *ui.Label
	loose    *ui.Button // adds a goal without a section, where there are sections
}

func newContentsPane(p *contentsPage) *contentsPane {
	w := p.w
	c := &contentsPane{page: p, kit: w.kit, readOnly: p.readOnly()}
	c.tree = ui.NewTree(w.kit, nil, func(id string) { c.chosen(model.EntityID(id)) })
	c.tree.OnMove = func(id, parent string, index int) { c.move(model.EntityID(id), model.EntityID(parent), index) }
	c.tree.OnEscape = func() {
		if p.paneOpen {
			p.togglePane()
		}
	}
	c.search = ui.NewSearchField(w.kit, w.t("contents.search"))
	c.search.OnChanged = func(string) { c.fill() }
	c.search.OnEnter = func(string) { w.window.Canvas().Focus(c.tree) }
	c.gaps = ui.NewChip(w.kit, w.t("contents.gapsOnly"))
	c.gaps.OnChanged = func(bool) { c.filtered(false) }
	c.gaps.Hide()
	c.filter = ui.NewIconButton(w.kit, ui.IconFilter, w.t("contents.gapsOnly"), func() { c.filtered(!c.gaps.Chosen()) })
	c.empty = ui.NewMutedLabel("", theme.TextSecondary)
	c.empty.Hide()
	head := ui.NewColumn(theme.Space4,
		ui.NewWrap("", "",
			ui.NewButton(w.kit, ui.ButtonQuiet, w.t("details.title"), func() { w.openDetails("", "") }).WithIcon(ui.IconPen).Compact(),
			ui.NewButton(w.kit, ui.ButtonQuiet, w.t("chapters.title"), func() { w.openChapters("", "") }).WithIcon(ui.IconDecision).Compact()),
		c.heading(), c.search, ui.NewWrap("", "", c.gaps), c.empty)
	c.loose = ui.NewButton(w.kit, ui.ButtonQuiet, w.t("contents.addLooseGoal"), p.addLooseGoal).WithIcon(ui.IconPlus).Compact()
	var foot fyne.CanvasObject = container.NewWithoutLayout()
	if !p.readOnly() {
		foot = container.NewStack(container.NewBorder(w.line(), nil, nil, nil,
			ui.NewInset(theme.Space4, theme.Space8, theme.Space4, theme.Space8, ui.NewWrap("", "",
				ui.NewButton(w.kit, ui.ButtonQuiet, w.t("contents.addGoal"), p.addGoal).WithIcon(ui.IconPlus).Compact(),
				ui.NewButton(w.kit, ui.ButtonQuiet, w.t("contents.addSection"), p.addSection).WithIcon(ui.IconPlus).Compact(),
				c.loose))))
	}
	ground := canvas.NewRectangle(w.color(theme.ColorPane))
	c.root = container.NewStack(ground, container.New(&wizardLayout{},
		ui.NewInset(theme.Space4, theme.Space8, theme.Space4, theme.Space12, head),
		ui.NewInset("", theme.Space4, "", theme.FocusMargin, c.tree), foot))
	return c
}

// heading is the pane's name, and the button of its filter.
func (c *contentsPane) heading() fyne.CanvasObject {
	words := ui.NewInset("", "", "", theme.FocusMargin, ui.NewBoldLabel(c.page.w.t("contents.title"), theme.TextSubhead))
	return ui.NewRow(theme.Space8, words, words, c.filter)
}

// filtered shows only what is not written yet, or all. The chip says so for as
// long as it lasts, and ends it.
func (c *contentsPane) filtered(on bool) {
	c.gaps.SetChosen(on)
	if on {
		c.gaps.Show()
	} else {
		c.gaps.Hide()
		c.page.w.window.Canvas().Focus(c.filter)
	}
	c.fill()
	c.root.Refresh()
}

// focused returns which of the pane's controls has the focus, "" for none.
func (c *contentsPane) focused() string {
	switch c.page.w.window.Canvas().Focused() {
	case fyne.Focusable(c.tree):
		return "tree"
	case c.search.Focusable():
		return "search"
	}
	return ""
}

func (c *contentsPane) focusOn(what string) {
	if what == "tree" {
		c.page.w.window.Canvas().Focus(c.tree)
		return
	}
	c.search.Focus()
}

func (c *contentsPane) chosen(id model.EntityID) {
	p := c.page
	step := p.at.Step
	if p.at.Element != id {
		step = stepGoal
	}
	p.choose(id, step)
}

// fill shows the programme as it stands.
func (c *contentsPane) fill() {
	p := c.page
	programme := p.w.work.Programme()
	wanted := strings.ToLower(strings.TrimSpace(c.search.Text()))
	var rows []ui.TreeRow
	for i := range programme.Sections {
		s := &programme.Sections[i]
		row := c.sectionRow(s, programme)
		whole := wanted == "" && !c.gaps.Chosen()
		for g := range s.AllGoals() {
			if c.fits(g, wanted) {
				row.Children = append(row.Children, c.goalRow(g, programme))
			}
		}
		if !whole && len(row.Children) == 0 && (c.gaps.Chosen() || !contains(s.Title, wanted)) {
			continue
		}
		rows = append(rows, row)
	}
	loose := model.Section{Goals: programme.Goals}
	for g := range loose.AllGoals() {
		if c.fits(g, wanted) {
			rows = append(rows, c.goalRow(g, programme))
		}
	}
	switch {
	case len(rows) > 0:
		c.empty.Hide()
	case wanted != "" || c.gaps.Chosen():
		c.empty.SetText(p.w.t("contents.noneFound"))
		c.empty.Show()
	default:
		c.empty.SetText(p.w.t("contents.empty"))
		c.empty.Show()
	}
	c.tree.SetRows(rows)
	// Where all goals stand in sections the menu is enough, and the tree has its room.
	if len(programme.Sections) > 0 && len(programme.Goals) > 0 {
		c.loose.Show()
	} else {
		c.loose.Hide()
	}
	if wanted != "" {
		for _, row := range rows {
			c.tree.Open(row.ID, true)
		}
	}
	if id := string(p.at.Element); c.tree.Chosen() != id {
		c.tree.Choose(id)
	}
}

// fits tells whether a goal is among those wanted: by a word in its own title
// or in one of its measures.
func (c *contentsPane) fits(g *model.Goal, wanted string) bool {
	if c.gaps.Chosen() && g.Written(c.page.w.work.Programme().FirstLanguage) {
		return false
	}
	return wanted == "" || contains(g.Title, wanted) ||
		slices.ContainsFunc(g.Measures, func(m model.Measure) bool { return contains(m.Title, wanted) })
}

func contains(t model.Text, wanted string) bool {
	for _, l := range model.Languages() {
		if strings.Contains(strings.ToLower(t.In(l)), wanted) {
			return true
		}
	}
	return false
}

func (c *contentsPane) sectionRow(s *model.Section, p *model.Programme) ui.TreeRow {
	title, language := c.page.title(s.Title, "contents.untitledSection")
	row := ui.TreeRow{ID: string(s.ID), Title: title, Language: language}
	share := s.WrittenShare(p.FirstLanguage)
	if share.Whole == 0 || p.RecordedAfterwards {
		return row
	}
	row.Word, row.Mark = fmt.Sprintf("%d/%d", share.Part, share.Whole), ui.MarkUnderWay
	switch share.Part {
	case 0:
		row.Mark = ui.MarkNotStarted
	case share.Whole:
		row.Mark = ui.MarkDone
	}
	row.Speech = c.page.w.t("overview.written", "part", share.Part, "whole", share.Whole)
	return row
}

func (c *contentsPane) goalRow(g *model.Goal, p *model.Programme) ui.TreeRow {
	title, language := c.page.title(g.Title, "contents.untitledGoal")
	if label := c.page.w.goalLabel(g); label != "" {
		title = label + ": " + title
	}
	row := ui.TreeRow{ID: string(g.ID), Title: title, Language: language, Strong: true}
	if p.RecordedAfterwards {
		return row // what is not known is no gap
	}
	lacks := len(g.Unwritten(p.FirstLanguage))
	row.Mark, row.Word = ui.MarkDone, c.page.w.t("contents.written")
	if lacks > 0 {
		row.Mark, row.Word = ui.MarkMissing, c.page.w.t("count.missing", "count", lacks)
	}
	return row
}

// move puts a section or a goal at another place of the tree.
func (c *contentsPane) move(id, parent model.EntityID, index int) {
	p := c.page
	if p.readOnly() || c.search.Text() != "" || c.gaps.Chosen() {
		p.w.inform("contents.moveWhole")
		return
	}
	state := p.w.work.State()
	e := state.Element(id)
	if e == nil {
		return
	}
	if parent == "" {
		parent = p.w.work.ID()
		if e.Kind == model.KindGoal {
			// Goals without a section stand after all sections.
			index -= len(state.Children(parent, model.KindSection))
		}
	}
	if under := state.Parent(id); state.Element(under).Kind == model.KindGoal {
		parent = under
	}
	after, first := sibling(state, parent, e, index)
	p.edit(func(st *model.Step) error {
		if first {
			return st.MoveFirst(id, parent)
		}
		return st.Move(id, parent, after)
	})
	p.w.window.Canvas().Focus(c.tree)
}

// sibling returns the element after which another one comes to be the child
// number index of a parent, or that it comes first.
func sibling(state *model.State, parent model.EntityID, moved *model.Element, index int) (after model.EntityID, first bool) {
	others := slices.DeleteFunc(state.Children(parent, moved.Kind), func(e *model.Element) bool { return e.ID == moved.ID })
	index = min(index, len(others))
	if index <= 0 {
		return "", true
	}
	return others[index-1].ID, false
}
