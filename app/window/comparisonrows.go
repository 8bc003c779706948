package window

import (
	"slices"

	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/comparison"
	"tavoitekartta/model/text"
)

// buildTable shows the rows, with the row that was chosen chosen again.
func (p *comparisonPage) buildTable() {
	w := p.w
	p.table = ui.NewCompareTable(w.kit, w.t("compare.table"), w.t("compare.row"), p.moment(left), p.moment(right), len(p.shown), p.row)
	at := slices.IndexFunc(p.shown, func(i int) bool { return p.found.Rows[i].ID == p.chosen })
	p.table.Choose(max(0, at))
	p.chosen = p.shownRow(max(0, at)).ID
	p.table.OnChoose = func(row int) { p.chosen = p.shownRow(row).ID }
	p.table.OnOpen = func(row int) { p.open(p.shownRow(row)) }
}

func (p *comparisonPage) shownRow(row int) *comparison.Row { return &p.found.Rows[p.shown[row]] }

// row is what the table shows of a row: of one that differs the parts that do,
// after its title, by which it is known.
func (p *comparisonPage) row(at int) ui.CompareRow {
	w, row := p.w, p.shownRow(at)
	shown := ui.CompareRow{Number: row.Number, Tags: tagsOf(row)}
	if row.Number == "" {
		shown.Number = row.Owner
	}
	for i, part := range row.Parts {
		if !p.whole && i > 0 && part.Change() == comparison.Unchanged {
			continue
		}
		if i == 0 && part.Subject != comparison.Title {
			shown.Parts = append(shown.Parts, p.called(row))
		}
		if i == 0 || p.whole || part.Change() != comparison.Unchanged {
			shown.Parts = append(shown.Parts, ui.ComparePart{
				Caption: p.caption(row, part.Subject), Runs: text.Compare(part.Before, part.After), Language: string(w.language),
			})
		}
	}
	if len(row.Parts) == 0 {
		shown.Parts = append(shown.Parts, p.called(row))
	}
	if row.Moved != nil {
		shown.Parts = append(shown.Parts, p.moved(row.Moved))
	}
	if _, found := p.destination(row); found {
		shown.Link = w.t("compare.open")
	}
	if row.Change != comparison.Removed {
		shown.Ground = p.groundOf(row)
	}
	return shown
}

// called names a row that has no title in the language compared.
func (p *comparisonPage) called(row *comparison.Row) ui.ComparePart {
	name := row.Name
	if name == "" {
		name = p.w.t("compare.untitled")
	}
	run := text.Run{Text: name}
	switch row.Change {
	case comparison.Added:
		run.Marking = text.Added
	case comparison.Removed:
		run.Marking = text.Deleted
	case comparison.Changed, comparison.Unchanged:
	}
	return ui.ComparePart{Caption: p.kindOf(row), Runs: []text.Run{run}, Language: string(p.w.language)}
}

// moved tells from where to where.
func (p *comparisonPage) moved(m *comparison.Move) ui.ComparePart {
	w := p.w
	words := func(place comparison.Place) string {
		if place.Under == "" || m.Reordered {
			return place.Number
		}
		return w.t("compare.place", "number", place.Number, "under", place.Under)
	}
	caption := "compare.place.under"
	if m.Reordered {
		caption = "compare.place.order"
	}
	return ui.ComparePart{
		Caption:  w.t(caption),
		Runs:     []text.Run{{Marking: text.Deleted, Text: words(m.From)}, {Marking: text.Added, Text: words(m.To)}},
		Language: string(w.language),
	}
}

func tagsOf(row *comparison.Row) []ui.CompareTag {
	tags := map[comparison.Change]ui.CompareTag{
		comparison.Added: ui.TagAdded, comparison.Changed: ui.TagChanged, comparison.Removed: ui.TagRemoved,
	}
	var all []ui.CompareTag
	if tag, differs := tags[row.Change]; differs {
		all = append(all, tag)
	}
	if row.Moved != nil {
		all = append(all, ui.TagMoved)
	}
	if len(all) == 0 {
		all = append(all, ui.TagUnchanged)
	}
	return all
}

// caption is what a part of a row is called: its title by what the row is.
func (p *comparisonPage) caption(row *comparison.Row, s comparison.Subject) string {
	if s == comparison.Title {
		return p.kindOf(row)
	}
	return p.w.t("compare.subject." + string(s))
}

// kindOf is what the programme calls a row: a main goal, a spearhead, a measure.
func (p *comparisonPage) kindOf(row *comparison.Row) string {
	w := p.w
	for _, key := range []string{"compare.kind." + string(row.Kind) + "." + row.Role, "compare.kind." + string(row.Kind)} {
		if w.words.Has(key) {
			return w.t(key)
		}
	}
	if row.Kind == model.KindChapter && w.words.Has("report.chapter."+row.Role) {
		return w.t("report.chapter." + row.Role)
	}
	return w.kindName(row.Kind)
}

// destination is where a row's element is written, for one that is still there.
func (p *comparisonPage) destination(row *comparison.Row) (destination, bool) {
	id := row.ID
	if row.Kind == model.KindBlock {
		id = p.w.work.State().Parent(id)
	}
	return p.w.destinationOf(model.Finding{Entity: id})
}

func (p *comparisonPage) open(row *comparison.Row) {
	if d, found := p.destination(row); found {
		p.w.openDestination(d)
	}
}

// next goes to the next row that differs.
func (p *comparisonPage) next() { p.step(1, "compare.last") }

func (p *comparisonPage) back() { p.step(-1, "compare.first") }

func (p *comparisonPage) step(by int, end string) {
	w := p.w
	if p.table == nil {
		w.inform("compare.none")
		return
	}
	for at := p.table.Chosen() + by; at >= 0 && at < len(p.shown); at += by {
		if p.shownRow(at).Differs() {
			w.kit.Focus(p.table)
			p.table.Choose(at)
			return
		}
	}
	w.inform(end)
}
