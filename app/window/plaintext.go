package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// plainText is the folded part in which the same is said in easy language: of
// the programme, a section or a goal. It is no part of the content that is
// decided on, so it is written while that is locked too. Once unfolded it stays
// so from goal to goal, for the one who writes them all.
func (p *editor) plainText(id model.EntityID) fyne.CanvasObject {
	w := p.w
	title, state := w.t("contents.plainText"), ui.NewMutedLabel("", theme.TextSmallest)
	sign, folded := ui.IconChevronRight, w.t("tree.closed")
	if p.plainOpen {
		sign, folded = ui.IconChevronDown, w.t("tree.open")
	}
	p.updates = append(p.updates, func() { state.SetText(p.plainState(id)) })
	spoken := ui.Spoken{Label: title, Value: p.plainState(id) + ", " + folded}
	row := ui.NewPlainRow(w.kit, sign, ui.NewColumn("", ui.NewLabel(title, theme.TextBody), state), spoken.String(), func() {
		if p.stuck() {
			return
		}
		p.plainOpen = !p.plainOpen
		p.page.show(key(id, "plainText"))
	}).On(theme.ColorGround)
	p.keys[key(id, "plainText")] = row
	column := ui.NewColumn(theme.Space4, row)
	if !p.plainOpen {
		return column
	}
	explained := w.t("contents.plainText.what")
	if p.readOnly() {
		explained += " " + w.t("contents.plainText.whileLocked")
	}
	column.Add(ui.NewInset("", "", "", theme.FocusMargin, ui.NewMutedLabel(explained, theme.TextSecondary)))
	column.Add(p.writtenTexts(id, model.FieldPlainText, "contents.plainText", func(label string) *ui.Field {
		return ui.NewTextArea(w.kit, label, 4, 12).WithLimit(model.MaxProse).WithHint(w.t("contents.plainText.hint"))
	}))
	return column
}

// plainState says in which of the content's languages the text is written.
func (p *editor) plainState(id model.EntityID) string {
	written := p.w.work.State().Element(id).Text(model.FieldPlainText)
	var in []string
	languages := p.languages()
	for _, l := range languages {
		if written.In(l) != "" {
			in = append(in, p.w.t("contents.plainText.in."+string(l)))
		}
	}
	switch len(in) {
	case 0:
		return p.w.t("contents.plainText.none")
	case len(languages):
		return p.w.t("contents.plainText.all")
	}
	return p.w.t("contents.plainText.some", "languages", strings.Join(in, ", "))
}

// plainLine says on the overview how many sections and goals have a text in
// easy language, once the first is written; pressing it goes to the first that
// has none. It is nil where nobody has begun.
func (p *overviewPage) plainLine() fyne.CanvasObject {
	w := p.w
	texts := w.work.Programme().PlainTexts()
	share := w.work.Programme().PlainShare(w.language)
	if share.Part == 0 {
		return nil
	}
	at := texts[0].Entity
	for _, text := range texts {
		if text.Text.In(w.language) == "" {
			at = text.Entity
			break
		}
	}
	words := w.t("overview.plainTexts", "count", share.Part, "whole", share.Whole)
	note := w.t("overview.plainTexts.note." + string(w.language))
	mark := ui.MarkInformation
	if share.Part == share.Whole {
		mark = ui.MarkDone
	}
	content := ui.NewColumn("", ui.NewLabel(words, theme.TextSecondary), ui.NewMutedLabel(note, theme.TextSmallest))
	row := ui.NewLinkRow(w.kit, mark, content, ui.Spoken{Label: words, Value: note}.String(), func() {
		w.openField(at, model.FieldPlainText.In(w.language))
	})
	p.lines = append(p.lines, row)
	return row
}
