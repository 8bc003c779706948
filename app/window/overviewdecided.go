package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// decided says what was decided on a programme whose content is locked: which
// version, by whom and when, with which fingerprint.
func (p *overviewPage) decided() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	kind, _ := w.stateOf(programme.State)
	word := w.t("programme.stateShort." + string(programme.State))
	heading := w.t("overview.version", "number", model.Version{Number: programme.Version}.Printed())
	if programme.RecordedAfterwards {
		heading = w.t("programme.state.recorded")
	}
	column := ui.NewColumn(theme.Space8,
		ui.NewBoldLabel(heading, theme.TextSubhead))
	if programme.State != model.Draft {
		column.Add(ui.NewRow("", nil, ui.NewStateBadge(kind, word)))
	}
	if programme.RecordedAfterwards {
		column.Add(ui.NewMutedLabel(w.t("overview.recordedText"), theme.TextSecondary))
	}
	if words := w.decisionWords(programme.FinalDecision()); words != "" {
		column.Add(ui.NewLabel(words, theme.TextSecondary))
	}
	if version, err := w.work.Version(w.ctx); err == nil {
		column.Add(ui.NewMutedLabel(w.t("overview.fingerprint", "fingerprint", version.Fingerprint.Short()), theme.TextSmallest))
	}
	if open := len(w.work.State().Clashes()); open > 0 {
		words := w.t("overview.missing.clash", "count", open)
		row := ui.NewLinkRow(w.kit, ui.MarkMissing, ui.NewLabel(words, theme.TextSecondary), words, func() { w.openClashes("", "") })
		p.lines = append(p.lines, row)
		column.Add(row)
	}
	if plain := p.plainLine(); plain != nil {
		column.Add(plain)
	}
	return p.card(theme.ColorSurface, theme.ColorLine, theme.Space12, ui.NewFlush(column))
}

// decisionWords says by whom, when and in which § a decision was made.
func (w *Window) decisionWords(d *model.Decision) string {
	if d == nil {
		return ""
	}
	var parts []string
	switch name, _ := d.OrganName.Best(w.language); {
	case name != "":
		parts = append(parts, name)
	case d.Organ != "":
		parts = append(parts, w.t("organ."+string(d.Organ)))
	}
	if !d.MeetingDate.Zero() {
		parts = append(parts, w.day(d.MeetingDate))
	}
	if d.Paragraph != "" {
		parts = append(parts, "§\u00a0"+d.Paragraph)
	}
	return strings.Join(parts, " · ")
}
