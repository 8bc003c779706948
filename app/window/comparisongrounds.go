package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/comparison"
)

// amendment is a motion by which the programme's text was changed, numbered as
// the page tells of it.
type amendment struct {
	name     string
	motion   model.Motion
	decision model.Decision
}

func (p *comparisonPage) decisions() []model.Decision {
	if p.programmes[right] == nil {
		return nil
	}
	return p.sides[right].Decisions(p.programmes[right])
}

// amendments are the motions that changed the text.
func (p *comparisonPage) amendments() []amendment {
	var all []amendment
	for _, d := range p.decisions() {
		for _, m := range d.Motions {
			if m.ChangesText {
				name := p.w.t("report.motion." + string(m.Kind))
				all = append(all, amendment{fmt.Sprintf("%s %d", name, len(all)+1), m, d})
			}
		}
	}
	return all
}

// groundOf names the amendment that has a row's new words in its own, "" where
// none has: which motion changed which row is recorded nowhere else.
func (p *comparisonPage) groundOf(row *comparison.Row) string {
	for _, a := range p.amendments() {
		if words, _ := a.motion.Text.Best(p.w.language); row.QuotedIn(words) {
			return a.name
		}
	}
	return ""
}

// grounds are the decisions of the later moment: the amendments of the text,
// what else was proposed and voted on, and what is no text of the programme. It
// is nil where nothing of that was recorded.
func (p *comparisonPage) grounds() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space12)
	for _, a := range p.amendments() {
		column.Add(p.amendmentCard(a))
	}
	p.addGroup(column, "compare.otherGrounds", p.otherGrounds())
	p.addGroup(column, "compare.notText", p.notText())
	if len(column.Objects) > 0 {
		column.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("compare.openDecision"),
			func() { w.openView(viewDecision) }).WithTrailingIcon(ui.IconArrowRight)))
	}
	if others := p.elsewhere(); len(p.shown) > 0 {
		for _, other := range others {
			column.Add(ui.NewRow("", nil, other))
		}
	}
	if len(column.Objects) == 0 {
		return nil
	}
	return column
}

func (p *comparisonPage) addGroup(column *fyne.Container, key string, lines []fyne.CanvasObject) {
	if len(lines) == 0 {
		return
	}
	column.Add(ui.NewFlush(ui.NewBoldLabel(p.w.t(key), theme.TextSubhead)))
	for _, line := range lines {
		column.Add(ui.NewFlush(line))
	}
}

func (p *comparisonPage) amendmentCard(a amendment) fyne.CanvasObject {
	w := p.w
	content := ui.NewColumn(theme.Space4, ui.NewRow(theme.Space8, nil, ui.NewIcon(ui.IconLink, theme.ColorPrimary),
		ui.NewLine(a.name, theme.TextSubhead, theme.ColorText, true)))
	if outcome := p.outcome(a.motion); outcome != nil {
		content.Add(outcome)
	}
	if words := w.organAndDay(&a.decision); words != "" {
		content.Add(ui.NewMutedLabel(words, theme.TextSecondary))
	}
	if words, l := a.motion.Text.Best(w.language); words != "" {
		text := ui.NewLabel(words, theme.TextSecondary)
		text.Language = string(l)
		content.Add(text)
	}
	ground := canvas.NewRectangle(w.color(theme.ColorSurface))
	ground.CornerRadius = fynetheme.Size(theme.RadiusListCard)
	ground.StrokeColor, ground.StrokeWidth = w.color(theme.ColorBorder), fynetheme.Size(theme.StrokeThin)
	return ui.NewFlush(&fyne.Container{
		Layout:  &stackLayout{},
		Objects: []fyne.CanvasObject{ground, ui.NewInset(theme.Space12, theme.Space16, theme.Space12, theme.Space16, content)},
	})
}

// outcome is how a motion ended, with its mark, nil when that is not recorded.
func (p *comparisonPage) outcome(m model.Motion) fyne.CanvasObject {
	w := p.w
	if m.Outcome == "" {
		return nil
	}
	words, mark := w.t("outcome."+string(m.Outcome)), ui.MarkNotCarriedOut
	if m.Outcome.Approves() {
		mark = ui.MarkDone
	}
	if m.Unanimous {
		words += " " + w.t("decision.unanimously")
	}
	return ui.NewMarkWithWord(mark, words, theme.TextSecondary)
}

// otherGrounds are the proposals, the votes, and the motions that left the text
// as it was.
func (p *comparisonPage) otherGrounds() []fyne.CanvasObject {
	w := p.w
	var lines []fyne.CanvasObject
	for _, d := range p.decisions() {
		where := w.organAndDay(&d)
		if words, l := d.Proposal.Best(w.language); words != "" {
			lines = append(lines, p.ground(ui.IconPen, w.t("compare.proposal"), where, words, string(l)))
		}
		for _, v := range d.Votes {
			lines = append(lines, p.ground(ui.IconDecision, w.t("decision.vote"), where, p.voted(v), ""))
		}
		for _, m := range d.Motions {
			if !m.ChangesText && (m.Kind == model.Amendment || m.Kind == model.CounterProposal) {
				lines = append(lines, p.motion(m, where))
			}
		}
	}
	return lines
}

// notText are the initiatives and resolutions beside the programme.
func (p *comparisonPage) notText() []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, d := range p.decisions() {
		where := p.w.organAndDay(&d)
		for _, m := range d.Motions {
			if !m.ChangesText && m.Kind != model.Amendment && m.Kind != model.CounterProposal {
				lines = append(lines, p.motion(m, where))
			}
		}
	}
	return lines
}

func (p *comparisonPage) motion(m model.Motion, where string) fyne.CanvasObject {
	w := p.w
	if m.Outcome != "" {
		where += " · " + strings.ToLower(w.t("outcome."+string(m.Outcome)))
	}
	if m.Unanimous {
		where += " " + w.t("decision.unanimously")
	}
	words, l := m.Text.Best(w.language)
	return p.ground(ui.IconFlag, w.t("report.motion."+string(m.Kind)), strings.TrimPrefix(where, " · "), words, string(l))
}

// voted tells the numbers of a vote, or that they are not known.
func (p *comparisonPage) voted(v model.Vote) string {
	w := p.w
	if !counted(v) {
		return w.t("decision.numbersUnknown")
	}
	return fmt.Sprintf("%s %d, %s %d, %s %d, %s %d", w.t("decision.yes"), v.Yes, w.t("decision.no"), v.No,
		w.t("decision.blank"), v.Blank, w.t("decision.absent"), v.Absent)
}

// ground is one line of the column: what, where and when, in which words.
func (p *comparisonPage) ground(icon ui.IconName, title, where, words, language string) fyne.CanvasObject {
	content := ui.NewColumn("", ui.NewBoldLabel(title, theme.TextSecondary))
	if where != "" {
		content.Add(ui.NewMutedLabel(where, theme.TextSmallest))
	}
	if words != "" {
		label := ui.NewLabel(words, theme.TextSmallest)
		label.Language = language
		content.Add(label)
	}
	return ui.NewTopRow(theme.Space8, content, ui.NewIcon(icon, theme.ColorMuted), content)
}

// elsewhere lead to the languages in which more has changed.
func (p *comparisonPage) elsewhere() []fyne.CanvasObject {
	w := p.w
	var all []fyne.CanvasObject
	for _, l := range w.contentLanguages() {
		if n := p.found.Elsewhere[l]; n > 0 {
			all = append(all, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("compare.elsewhere."+string(l), "count", n), func() {
				w.language = l
				w.rebuild()
			}).WithIcon(ui.IconTranslate))
		}
	}
	return all
}
