package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// versionCard shows the frozen version and its fingerprint, or the draft.
func (p *decisionPage) versionCard() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	version, err := w.work.Version(w.ctx)
	frozen := err == nil && programme.State.Locked()
	title, language := programme.Title.Best(w.language)
	heading := ui.NewBoldLabel(title, theme.TextSubhead)
	heading.Language = string(language)
	words := ui.NewColumn(theme.Space8, heading, ui.NewMutedLabel(p.versionCounts(version, frozen), theme.TextSecondary))
	if frozen {
		words.Add(ui.NewBoldLabel(w.t("decision.fingerprint"), theme.TextSecondary))
		words.Add(w.sunk(ui.NewLabel(grouped(version.Fingerprint.String()), theme.TextSecondary)))
		copyButton := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("action.copy"), func() {
			w.app.Clipboard().SetContent(version.Fingerprint.String())
			w.inform("decision.copied")
		}).WithIcon(ui.IconCopy).Compact()
		words.Add(ui.NewRow(theme.Space8, nil, copyButton))
	}
	picture := ui.NewStreet(streetSections(programme.StructuralMap(), programme.StructureOnly), w.t("decision.picture"), "")
	frame := canvas.NewRectangle(w.color(theme.ColorSurface))
	frame.StrokeColor, frame.StrokeWidth = w.color(theme.ColorGranite), 2
	frame.CornerRadius = fynetheme.Size(theme.RadiusCard)
	card := container.New(&stackLayout{}, frame, ui.NewColumn("",
		p.versionHead(programme, frozen),
		ui.NewInset(theme.Space8, "", "", "", container.New(&heightLayout{height: 106 * w.scale()}, picture)),
		ui.NewMargin(theme.Space16, words)))
	if w.work.RecordedApproval() {
		return ui.NewColumn(theme.Space12, card, ui.NewMutedLabel(w.t("decision.recordedText"), theme.TextSecondary))
	}
	if !frozen {
		return card
	}
	return ui.NewColumn(theme.Space12, card, ui.NewMutedLabel(w.t("decision.lockedText"), theme.TextSecondary))
}

// versionHead is the granite upper part of the card.
func (p *decisionPage) versionHead(programme *model.Programme, frozen bool) fyne.CanvasObject {
	w := p.w
	key, icon := "decision.draftContent", ui.IconPen
	switch {
	case frozen && programme.State == model.Approved:
		key, icon = "decision.approvedContent", ui.IconSeal
	case frozen:
		key, icon = "decision.lockedContent", ui.IconLock
	case programme.RecordedAfterwards:
		key, icon = "programme.state.recorded", ui.IconSquare
	}
	small := ui.NewLabel(w.t(key), theme.TextSecondary)
	number := w.t("decision.versionNumber", "number", (&model.Version{Number: programme.Version}).Printed())
	if w.work.RecordedApproval() {
		number = w.t("programme.state.approved")
	}
	large := ui.NewBoldLabel(number, theme.TextSection)
	small.SetColor(theme.ColorOnGranite)
	large.SetColor(theme.ColorOnGranite)
	ground := canvas.NewRectangle(w.color(theme.ColorGranite))
	ground.TopLeftCornerRadius = fynetheme.Size(theme.RadiusCard)
	ground.TopRightCornerRadius = fynetheme.Size(theme.RadiusCard)
	words := ui.NewColumn("", small, large)
	return container.New(&stackLayout{}, ground, ui.NewMargin(theme.Space16,
		ui.NewRow(theme.Space16, words, ui.NewIconSized(icon, theme.ColorOnGranite, theme.IconLarge), words)))
}

// versionCounts says what the version holds, and how many pages its documents have.
func (p *decisionPage) versionCounts(version *model.Version, frozen bool) string {
	w := p.w
	programme := w.work.Programme()
	counts := programme.Counts()
	words := []string{
		w.parts(programme.StructuralMap(), counts.Goals), w.t("count.measures", "count", counts.Measures),
	}
	if programme.StructureOnly {
		words = []string{w.t("count.sections", "count", counts.Sections), w.t("start.structureOnly")}
	}
	if frozen {
		for _, d := range version.Documents {
			var languages []string
			for _, l := range d.Languages {
				languages = append(languages, w.t("language.short."+string(l)))
			}
			words = append(words, w.t("decision.pdfPages", "language", strings.Join(languages, "+"), "count", d.Pages))
		}
	}
	return strings.Join(words, " · ")
}

// sunk is a quiet block.
func (w *Window) sunk(content fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(w.color(theme.ColorSunk))
	ground.CornerRadius = fynetheme.Size(theme.RadiusField)
	return container.New(&stackLayout{}, ground, ui.NewMargin(theme.Space8, content))
}

// grouped writes a fingerprint in groups of four, four groups a line.
func grouped(hash string) string {
	var out strings.Builder
	for i := 0; i < len(hash); i += 4 {
		switch {
		case i > 0 && i%16 == 0:
			out.WriteByte('\n')
		case i > 0:
			out.WriteByte(' ')
		}
		out.WriteString(hash[i:min(i+4, len(hash))])
	}
	return out.String()
}
