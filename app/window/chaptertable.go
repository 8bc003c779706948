package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// The size of a table that has no words yet.
const (
	emptyRows    = 3
	emptyColumns = 2
)

// tableOf reads a table or chart as the programme has it.
func (p *chaptersPage) tableOf(id model.EntityID) model.TableText {
	return model.ReadTable(p.w.work.State().Element(id).Text(model.FieldBodyText), p.original())
}

// gridOf is a table's grid in the language of the head; while it has no words it
// is as large as the person has made it.
func (p *chaptersPage) gridOf(id model.EntityID) model.Grid {
	g := p.tableOf(id).In(p.w.language)
	if len(g) > 0 {
		return g.Grown(1, 1)
	}
	size, found := p.sizes[id]
	if !found {
		size = model.CellPlace{Row: emptyRows, Column: emptyColumns}
	}
	return model.NewGrid(size.Row, size.Column)
}

// table is a table with its caption, and of a chart the figure below it.
func (p *chaptersPage) table(part chapterPart) fyne.CanvasObject {
	w := p.w
	caption := ui.NewProse(w.kit, w.t("chapters.caption."+string(part.Role))).Bold().WithLimit(model.MaxTitle)
	k := fieldKey(part.ID, model.FieldTitle.In(w.language))
	caption.OnEnter(func() { p.stepFrom(k, true) })
	p.bindPart(caption, part.ID, model.FieldTitle, k)
	p.commands(caption, part)
	original := ui.NewMutedLabel(part.Title.In(p.original()), theme.TextBody)
	original.Bold, original.Language = true, string(p.original())
	column := ui.NewColumn(theme.Space4,
		p.beside(ui.NewColumn("", caption, p.textNotes(part.ID, model.FieldTitle, w.language)), original),
		ui.NewInset("", theme.FocusMargin, "", theme.FocusMargin, p.grid(part)),
		p.textNotes(part.ID, model.FieldBodyText, w.language))
	if p.originalShown() && part.Body.In(p.original()) != "" {
		column.Add(ui.NewInset("", "", "", theme.FocusMargin, ui.NewMutedLabel(w.t("chapters.originalTable."+string(p.original())), theme.TextSmallest)))
		column.Add(ui.NewInset("", theme.FocusMargin, "", theme.FocusMargin, p.cells(part, part.Body.In(p.original()), p.original())))
	}
	if part.Role == model.ChartBlock {
		column.Add(p.figure(part.ID))
	}
	return ui.NewInset(theme.Space4, "", theme.Space8, "", column)
}

// grid is a table's cells to be written in.
func (p *chaptersPage) grid(part chapterPart) fyne.CanvasObject {
	w := p.w
	cells := p.gridOf(part.ID)
	columns := cells.Columns()
	label := w.t("chapters.part." + string(part.Role))
	grid := ui.NewCellGrid(w.kit, label, string(w.language), cells, cells.NumberColumn).Editable()
	at := p.cell[part.ID]
	grid.SetCursor(at.Row, at.Column)
	grid.OnChanged = func(int, int, string) {
		p.draft.typed(p.bodyKey(part), func() error { return p.keepGrid(part.ID, cells) })
		p.relaid()
	}
	grid.OnLeave = func() { w.tell(p.flush()) }
	grid.OnMove = func(row, column int) {
		p.cell[part.ID] = model.CellPlace{Row: row, Column: column}
		p.relaid()
	}
	grid.OnFocus = func() { p.activate(part.ID) }
	grid.OnPaste = func(row, column int, pasted string) bool { return p.pasteCells(part.ID, row, column, pasted) }
	grid.OnGrow = func() {
		if p.fits(model.NewGrid(len(cells)+1, columns)) {
			p.reshape(addRow)
		}
	}
	grid.OnCombined = func(key fyne.KeyName, with fyne.KeyModifier) bool { return p.combined(part.ID, key, with) }
	k := key(part.ID, "grid")
	p.register(k, grid.Focusable())
	p.keys[p.bodyKey(part)] = grid.Focusable()
	p.order = append(p.order, k)
	return grid
}

// keepGrid keeps the cells of a table in the language of the head; numbers are
// kept in every language.
func (p *chaptersPage) keepGrid(id model.EntityID, cells model.Grid) error {
	written := model.ReadGrid(cells.String()).Grown(len(cells), cells.Columns())
	err := p.w.work.Edit(p.w.ctx, func(st *model.Step) error {
		return workflow.SetTable(st, id, p.tableOf(id).With(p.w.language, written))
	})
	if err == nil {
		p.freshen()
	}
	return err
}

// reshaping is a change of a table's rows or columns at a cell.
type reshaping func(g model.Grid, at model.CellPlace) (model.Grid, model.CellPlace)

func addRow(g model.Grid, at model.CellPlace) (model.Grid, model.CellPlace) {
	return g.WithRow(at.Row + 1), model.CellPlace{Row: at.Row + 1, Column: at.Column}
}

func addColumn(g model.Grid, at model.CellPlace) (model.Grid, model.CellPlace) {
	return g.WithColumn(at.Column + 1), model.CellPlace{Row: at.Row, Column: at.Column + 1}
}

func removeRow(g model.Grid, at model.CellPlace) (model.Grid, model.CellPlace) {
	if len(g) < 2 {
		return g, at
	}
	return g.WithoutRow(at.Row), model.CellPlace{Row: min(at.Row, len(g)-2), Column: at.Column}
}

func removeColumn(g model.Grid, at model.CellPlace) (model.Grid, model.CellPlace) {
	if g.Columns() < 2 {
		return g, at
	}
	return g.WithoutColumn(at.Column), model.CellPlace{Row: at.Row, Column: min(at.Column, g.Columns()-2)}
}

// reshape changes the rows or columns of the active table in every language, at
// the cell of the cursor.
func (p *chaptersPage) reshape(change reshaping) {
	if p.stuck() {
		return
	}
	part, _ := p.activePart()
	if !part.Role.Tabular() {
		return
	}
	before := p.gridOf(part.ID)
	at := p.cell[part.ID]
	at = model.CellPlace{Row: min(at.Row, len(before)-1), Column: min(at.Column, before.Columns()-1)}
	after, to := change(before, at)
	if !p.fits(after) {
		return
	}
	p.cell[part.ID] = to
	p.sizes[part.ID] = model.CellPlace{Row: len(after), Column: after.Columns()}
	p.edit(func(st *model.Step) error {
		table := p.tableOf(part.ID).Shaped(func(g model.Grid) model.Grid {
			changed, _ := change(g, at)
			return changed
		})
		return workflow.SetTable(st, part.ID, table)
	}, key(part.ID, "grid"))
}

// pasteCells fills the cells from the cursor on with those of a spreadsheet; the
// table grows where it must.
func (p *chaptersPage) pasteCells(id model.EntityID, row, column int, pasted string) bool {
	blocks := model.PastedBlocks(pasted)
	if len(blocks) != 1 || !blocks[0].Role.Tabular() {
		return false
	}
	brought := model.ReadGrid(blocks[0].Body)
	if p.stuck() {
		return true
	}
	g := p.gridOf(id)
	g = g.Grown(max(len(g), row+len(brought)), max(g.Columns(), column+brought.Columns()))
	if !p.fits(g) {
		return true
	}
	for i, cells := range brought {
		for j, cell := range cells {
			g[row+i][column+j] = cell
		}
	}
	p.sizes[id] = model.CellPlace{Row: len(g), Column: g.Columns()}
	p.edit(func(st *model.Step) error {
		return workflow.SetTable(st, id, p.tableOf(id).With(p.w.language, g))
	}, key(id, "grid"))
	return true
}

// cells is a table's text as it is read.
func (p *chaptersPage) cells(part chapterPart, body string, l model.Language) fyne.CanvasObject {
	g := model.ReadGrid(body)
	if len(g) == 0 {
		return ui.NewMutedLabel(p.w.t("contents.notWritten"), theme.TextSecondary)
	}
	return ui.NewCellGrid(p.w.kit, p.w.t("chapters.part."+string(part.Role)), string(l), g, g.NumberColumn)
}

// readTable is a table with its caption as it is read.
func (p *chaptersPage) readTable(part chapterPart, l model.Language) fyne.CanvasObject {
	title, titleLanguage := part.Title.Best(l)
	caption := ui.NewBoldLabel(title, theme.TextBody)
	caption.Language = string(titleLanguage)
	body, language := part.Body.Best(l)
	column := ui.NewColumn(theme.Space8)
	if title != "" {
		column.Add(caption)
	}
	column.Add(p.cells(part, body, language))
	if part.Role == model.ChartBlock {
		column.Add(p.figure(part.ID))
	}
	return ui.NewInset(theme.Space8, theme.FocusMargin, theme.Space8, theme.FocusMargin, column)
}

// figure draws a chart below its numbers, names the cells that are none, and
// says in words what it shows.
func (p *chaptersPage) figure(id model.EntityID) fyne.CanvasObject {
	w := p.w
	box := ui.NewColumn(theme.Space8)
	shown := "\x00"
	p.updates = append(p.updates, func() {
		table := p.tableOf(id)
		g := table.In(w.language).Filled(table.In(p.original()))
		if g.String() == shown {
			return
		}
		shown = g.String()
		box.RemoveAll()
		chart := model.ReadChart(g)
		if len(chart.Unread) > 0 {
			at := chart.Unread[0]
			box.Add(ui.NewNotice(w.kit, ui.NoticeWarning,
				w.t("chapters.noNumber", "count", len(chart.Unread), "row", at.Row+1, "column", at.Column+1)))
		}
		if bars := barsOf(chart); len(bars) > 0 {
			box.Add(ui.NewBarChart(bars))
			box.Add(ui.NewMutedLabel(w.t("report.chart.words", "title", "", "numbers", chart.InWords()), theme.TextSmallest))
		} else {
			box.Add(ui.NewMutedLabel(w.t("chapters.noBars"), theme.TextSecondary))
		}
		p.relaid()
	})
	return ui.NewInset(theme.Space8, theme.FocusMargin, "", theme.FocusMargin, box)
}

// barsOf are a chart's bars; a group is named at its first one.
func barsOf(chart model.Chart) []ui.Bar {
	var bars []ui.Bar
	for _, group := range chart.Groups {
		for i, bar := range group.Bars {
			if bar.Written == "" && group.Name == "" {
				continue
			}
			shown := ui.Bar{Number: bar.Written, Share: float32(bar.Share), Known: bar.Known}
			if i == 0 {
				shown.Group = group.Name
			}
			if len(chart.Series) > 1 {
				shown.Series = chart.Series[i]
			}
			bars = append(bars, shown)
		}
	}
	return bars
}
