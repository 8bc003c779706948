package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// editsListed is how many of the edits against a removal are told.
const editsListed = 8

// choice is one way to settle a clash.
type choice struct {
	heading string
	notes   []string // who and when
	body    fyne.CanvasObject
	label   string // of its button
	about   string // what the button is about, read out
	chosen  model.Value
	removes bool // so that the keyboard does not begin at it
}

// choices are the ways to settle a clash, side by side where there is room.
func (p *clashesPage) choices(c model.Clash) []fyne.CanvasObject {
	var ways []choice
	switch c.Kind {
	case model.DeleteClash:
		ways = p.removeOrKeep(c)
	case model.CircleClash:
		ways = p.circleWays(c)
	default:
		ways = p.values(c)
	}
	sides := ui.NewFormRow(320, theme.Space16)
	for _, way := range ways {
		sides.Add(p.side(c, way))
	}
	objects := []fyne.CanvasObject{sides}
	if c.Kind == model.FieldClash && p.w.isWords(c) && p.w.work.State().MaySettle(c) {
		objects = append(objects, p.merge(c))
	}
	return objects
}

// side is one way to settle, with its button.
func (p *clashesPage) side(c model.Clash, way choice) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8, ui.NewBoldLabel(way.heading, theme.TextSubhead))
	for _, note := range way.notes {
		column.Add(ui.NewMutedLabel(note, theme.TextSecondary))
	}
	column.Add(way.body)
	if w.work.State().MaySettle(c) {
		button := ui.NewButton(w.kit, ui.ButtonSecondary, way.label, func() { p.settle(c, way.chosen) }).
			WithIcon(ui.IconCheck).About(way.about)
		if p.focus == nil && !way.removes {
			p.focus = button
		}
		column.Add(ui.NewRow("", nil, button))
	}
	return ui.NewFlush(w.panel(column))
}

// values are what was written into one field, in their fixed order.
func (p *clashesPage) values(c model.Clash) []choice {
	w := p.w
	var ways []choice
	var written []string
	for _, candidate := range c.Candidates {
		written = append(written, w.clashValue(c, candidate.Value))
	}
	for i, candidate := range c.Candidates {
		by := w.work.Written(w.ctx, candidate)
		notes := []string{w.writtenWhen(by)}
		if i == 0 && c.Field != model.FieldParent {
			notes[0] += " · " + w.t("clashes.shown")
		}
		ways = append(ways, choice{
			heading: w.authorName(by.By), notes: notes, body: p.value(c, written, i),
			label: w.t("clashes.choose"), about: written[i], chosen: candidate.Value,
		})
	}
	return ways
}

// value shows one of the values; of words those are marked that it alone has.
func (p *clashesPage) value(c model.Clash, written []string, i int) fyne.CanvasObject {
	w := p.w
	other := written[0]
	if i == 0 {
		other = written[1]
	}
	_, language := c.Field.Split()
	if written[i] == "" {
		return ui.NewMutedLabel(w.t("history.empty"), theme.TextBody)
	}
	if !w.isWords(c) || other == "" {
		label := ui.NewLabel(written[i], theme.TextBody)
		label.Language = language
		return label
	}
	marked := ui.NewOwnWords(w.kit, written[i], other)
	marked.Language, marked.TextSize = language, theme.TextBody
	return marked
}

// writtenWhen says when something was written, and whether here.
func (w *Window) writtenWhen(by workflow.Written) string {
	where := "clashes.elsewhere"
	if by.Here {
		where = "clashes.here"
	}
	return w.moment(by.At) + " · " + w.t(where)
}

// removeOrKeep are the two ways of an element that one removed and another
// edited.
func (p *clashesPage) removeOrKeep(c model.Clash) []choice {
	w := p.w
	var removed []string
	for _, candidate := range c.Candidates {
		by := w.work.Written(w.ctx, candidate)
		removed = append(removed, w.authorName(by.By)+" · "+w.writtenWhen(by))
	}
	edits := ui.NewColumn(theme.Space8)
	told := p.edits(c)
	for _, e := range told[:min(len(told), editsListed)] {
		edits.Add(ui.NewColumn("", ui.NewBoldLabel(e.what, theme.TextSecondary), ui.NewLabel(e.value, theme.TextBody),
			ui.NewMutedLabel(e.by, theme.TextSmallest)))
	}
	if left := len(told) - editsListed; left > 0 {
		edits.Add(ui.NewMutedLabel(w.t("count.others", "count", left), theme.TextSecondary))
	}
	return []choice{
		{
			heading: w.t("clashes.removed"), notes: removed, body: ui.NewLabel(w.t("clashes.removedText"), theme.TextBody),
			label: w.t("clashes.remove"), chosen: model.ValueOf(true), removes: true,
		},
		{
			heading: w.t("clashes.edited"), body: edits,
			label: w.t("clashes.keep"), chosen: model.ValueOf(false),
		},
	}
}

// clashEdit is an edit as it is told.
type clashEdit struct{ what, value, by string }

// edits are what was edited in an element that was removed elsewhere. Of an
// element that was added only that is told.
func (p *clashesPage) edits(c model.Clash) []clashEdit {
	w := p.w
	added := map[model.EntityID]bool{}
	for _, e := range c.Edited {
		added[e.Entity] = added[e.Entity] || e.Field == model.FieldKind
	}
	var told []clashEdit
	for _, e := range c.Edited {
		if added[e.Entity] != (e.Field == model.FieldKind) {
			continue
		}
		kind := w.work.State().Element(e.Entity).Kind
		the := w.t("kind.the." + string(kind))
		by := w.work.Written(w.ctx, e.Candidate)
		edit := clashEdit{value: w.nameOfElement(e.Entity), by: w.authorName(by.By) + " · " + w.writtenWhen(by)}
		switch e.Field {
		case model.FieldKind:
			edit.what = w.t("history.deed.added", "what", the)
		case model.FieldParent:
			edit.what = w.t("history.deed.moved", "what", the)
		case model.FieldPosition:
			if slices.ContainsFunc(c.Edited, func(o model.Edit) bool { return o.Entity == e.Entity && o.Field == model.FieldParent }) {
				continue
			}
			edit.what = w.t("history.deed.reordered", "what", the)
		case model.FieldDeleted:
			edit.what = w.t("history.deed.restored", "what", the)
		default:
			edit.what = w.kindName(kind) + " · " + w.clashField(kind, e.Field)
			if edit.value = w.valueName(kind, e.Field, e.Value, w.nameOfElement); edit.value == "" {
				edit.value = w.t("history.empty")
			}
		}
		told = append(told, edit)
	}
	return told
}

// circleWays are the ways out of moves that would put elements under each
// other: one of them stays where it stands, or all do.
func (p *clashesPage) circleWays(c model.Clash) []choice {
	w := p.w
	state := w.work.State()
	names := map[model.EntityID]string{}
	for _, id := range c.Circle {
		names[id] = w.nameOfElement(id)
	}
	place := func(id model.EntityID, stays bool) string {
		if stays {
			return w.t("clashes.stays", "name", names[id], "place", w.placeName(state.Parent(id)))
		}
		under := model.EntityID(state.Element(id).Value(model.FieldParent).Text())
		return w.t("clashes.goes", "name", names[id], "place", names[under])
	}
	way := func(stays model.EntityID, heading, about string) choice {
		lines := ui.NewColumn(theme.Space8)
		for _, id := range c.Circle {
			lines.Add(ui.NewLabel(place(id, stays == "" || id == stays), theme.TextBody))
		}
		return choice{heading: heading, body: lines, label: w.t("clashes.choose"), about: about, chosen: model.ValueOf(stays)}
	}
	var ways []choice
	for _, id := range c.Circle {
		// Whose move holds: that of what goes under the one that stays.
		stays := w.t("clashes.stays", "name", names[id], "place", w.placeName(state.Parent(id)))
		chosen := way(id, w.t("clashes.oneStays", "name", names[id]), stays)
		for _, other := range c.Circle {
			if moved, known := state.Element(other).Changed(model.FieldParent); known && other != id {
				by := w.work.Written(w.ctx, moved)
				chosen.notes = append(chosen.notes, w.t("clashes.movedBy", "name", names[other], "who", w.authorName(by.By), "when", w.writtenWhen(by)))
			}
		}
		ways = append(ways, chosen)
	}
	return append(ways, way("", w.t("clashes.allStay"), w.t("clashes.allStay")))
}

// mergedField is under which name a text made of both is kept until it is taken.
func mergedField(f model.Field) model.Field { return "merged/" + f }

// merge lets a text be written of both.
func (p *clashesPage) merge(c model.Clash) fyne.CanvasObject {
	w := p.w
	kept := w.misread(c.Entity, mergedField(c.Field))
	if !p.merging && kept == "" {
		return ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("clashes.merge"), func() {
			p.merging = true
			w.rebuild()
			p.merged.Focus()
		}).WithIcon(ui.IconPen))
	}
	base, _ := c.Field.Split()
	if slices.Contains(proseFields, base) {
		p.merged = ui.NewTextArea(w.kit, w.t("clashes.merged"), 4, 14)
	} else {
		p.merged = ui.NewTitleArea(w.kit, w.t("clashes.merged"), 2, 10)
	}
	if p.merged.WithHint(w.t("clashes.mergedHint")).WithLimit(model.MaxProse).WithClean(text.Clean); kept == "" {
		kept = c.Candidates[0].Value.Text()
		if kept == "" {
			kept = c.Candidates[1].Value.Text()
		}
	}
	p.merged.SetText(kept)
	p.merged.OnChanged = func(string) {
		p.merged.SetError("")
		typed := p.merged
		p.draft.typed("merged", func() error { return w.setMisread(c.Entity, mergedField(c.Field), typed.Text()) })
	}
	p.merged.OnLeave = func(string) { w.tell(p.flush()) }
	take := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("clashes.take"), func() { p.takeMerged(c) }).WithIcon(ui.IconCheck)
	drop := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("clashes.dropMerged"), func() { p.dropMerged(c) })
	return ui.NewColumn(theme.Space4, p.merged, ui.NewWrap(theme.Space8, "", take, drop))
}

// takeMerged settles the clash with the text that was written of both.
func (p *clashesPage) takeMerged(c model.Clash) {
	words := text.Clean(strings.TrimSpace(p.merged.Text()))
	if words == "" || p.merged.TooLong() {
		p.merged.SetError(p.w.t("clashes.mergedMissing"))
		p.merged.Focus()
		return
	}
	p.settle(c, model.ValueOf(words))
}

func (p *clashesPage) dropMerged(c model.Clash) {
	err := p.flush()
	if err == nil {
		err = p.w.setMisread(c.Entity, mergedField(c.Field), "")
	}
	p.merging = false
	p.begin()
	p.w.tell(err)
}
