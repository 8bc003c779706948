package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// lack is one line of what is missing: findings of a kind, told together.
type lack struct {
	name     string // of its texts, "overview.missing.…"
	language model.Language
	mark     ui.MarkKind
	findings []model.Finding
}

// lackKinds are the lines in their order, each with the codes that it gathers.
// The missing second language is told by the count of texts without it.
func lackKinds() []struct {
	name  string
	mark  ui.MarkKind
	codes []model.Code
} {
	return []struct {
		name  string
		mark  ui.MarkKind
		codes []model.Code
	}{
		{"owner", ui.MarkMissing, []model.Code{model.CodeOwnerMissing}},
		{"years", ui.MarkMissing, []model.Code{model.CodeYearsMissing}},
		{"clash", ui.MarkMissing, []model.Code{model.CodeOpenClash}},
		{"text", ui.MarkMissing, []model.Code{model.CodeTitleMissing, model.CodeMeasureTextMissing, model.CodeIndicatorUnwritten}},
		{"goal", ui.MarkMissing, []model.Code{model.CodeGoalMissing}},
		{"measure", ui.MarkMissing, []model.Code{model.CodeMeasureMissing}},
		{"timetable", ui.MarkMissing, []model.Code{model.CodeTimetableMissing}},
		{"body", ui.MarkMissing, []model.Code{model.CodeBodyMissing}},
		{"indicator", ui.MarkMissing, []model.Code{model.CodeIndicatorMissing}},
		{"outside", ui.MarkMissing, []model.Code{model.CodeOutsideProgramme}},
		{"baseline", ui.MarkInformation, []model.Code{model.CodeBaselineUnknown}},
		{"translation", ui.MarkMissing, []model.Code{model.CodeTranslationMissing}},
		{"outdated", ui.MarkMissing, []model.Code{model.CodeTranslationOutdated}},
		{"spellings", ui.MarkMissing, []model.Code{model.CodeTwoSpellings}},
		{"successor", ui.MarkMissing, []model.Code{model.CodeSuccessorMissing}},
		{"unprintable", ui.MarkMissing, []model.Code{model.CodeUnprintable}},
		{"proposal", ui.MarkNotStarted, []model.Code{model.CodeKindUnconfirmed}},
	}
}

// lacks gathers findings into lines. Texts without a language make a line for
// each language. What cannot be right is a line of its own, the first.
func lacks(findings []model.Finding) []lack {
	mistakes := lack{name: "mistake", mark: ui.MarkMissing}
	for _, f := range findings {
		if f.Severity == model.Mistake {
			mistakes.findings = append(mistakes.findings, f)
		}
	}
	all := []lack{mistakes}
	for _, kind := range lackKinds() {
		byLanguage := map[model.Language]*lack{}
		lines := []*lack{}
		for _, f := range findings {
			if f.Severity == model.Mistake || !slices.Contains(kind.codes, f.Code) {
				continue
			}
			l := model.Language("")
			if kind.name == "translation" || kind.name == "outdated" {
				l = languageOf(f.Field)
			}
			if byLanguage[l] == nil {
				byLanguage[l] = &lack{name: kind.name, mark: kind.mark, language: l}
				lines = append(lines, byLanguage[l])
			}
			byLanguage[l].findings = append(byLanguage[l].findings, f)
		}
		for _, line := range lines {
			all = append(all, *line)
		}
	}
	return slices.DeleteFunc(all, func(l lack) bool { return len(l.findings) == 0 })
}

// languageOf returns the language of a text's field, "title.sv".
func languageOf(f model.Field) model.Language {
	_, code, _ := strings.Cut(string(f), ".")
	return model.Language(code)
}

// standing is what the programme still lacks, or what has been decided when
// its content is locked.
func (p *overviewPage) standing() fyne.CanvasObject {
	w := p.w
	if w.work.ReadOnly() || w.recorded() {
		return p.decided()
	}
	column := ui.NewColumn("", ui.NewInset("", theme.Space8, "", theme.Space8, ui.NewBoldLabel(w.t("overview.missing"), theme.TextSubhead)))
	add := func(row fyne.CanvasObject) {
		if len(column.Objects) > 1 {
			column.Add(ui.NewInset("", theme.Space8, "", theme.Space8, w.line()))
		}
		column.Add(row)
	}
	for _, l := range lacks(w.work.Findings()) {
		add(p.line(l))
	}
	if open := w.openComments(); open > 0 {
		words := w.t("notes.openOnes", "count", open)
		row := ui.NewLinkRow(w.kit, ui.MarkInformation, ui.NewLabel(words, theme.TextSecondary), words, func() { w.openNotes("") })
		p.lines = append(p.lines, row)
		add(row)
	}
	if len(column.Objects) == 1 {
		column.Add(ui.NewMargin(theme.Space8, ui.NewMarkWithWord(ui.MarkDone, w.t("overview.nothingMissing"), theme.TextSecondary)))
	}
	if plain := p.plainLine(); plain != nil {
		add(plain)
	}
	return p.card(theme.ColorSurface, theme.ColorLine, theme.Space8, column)
}

// line is one thing that is missing; pressing it goes to the first such place.
func (p *overviewPage) line(l lack) fyne.CanvasObject {
	w := p.w
	words, note := p.wordsOf(l), p.noteOf(l)
	content := ui.NewColumn("", ui.NewCountLabel(fmt.Sprint(len(l.findings)), words, theme.TextSecondary, theme.ColorText, theme.ColorText))
	if note != "" {
		content.Add(ui.NewMutedLabel(note, theme.TextSmallest))
	}
	row := ui.NewLinkRow(w.kit, l.mark, content, ui.Spoken{Label: words, Value: note}.String(), func() { p.open(l) })
	p.lines = append(p.lines, row)
	return row
}

func (p *overviewPage) wordsOf(l lack) string {
	key := "overview.missing." + l.name
	if l.language != "" {
		key += "." + string(l.language)
	}
	return p.w.t(key, "count", len(l.findings))
}

// noteOf says more of a line: what is meant, or where the first such place is.
func (p *overviewPage) noteOf(l lack) string {
	w := p.w
	switch l.name {
	case "timetable", "baseline", "proposal":
		return w.t("overview.missing." + l.name + ".note")
	case "spellings":
		return strings.Join(p.spellings(l), ", ")
	case "translation":
		return p.untranslated(l.language)
	}
	what, _, _ := w.whatAndWhere(p.leading(l).Entity)
	return what
}

// spellings are the names that differ in letter case alone.
func (p *overviewPage) spellings(l lack) []string {
	w := p.w
	programme := w.work.Programme()
	var names []string
	for _, f := range l.findings {
		again := programme.Body(f.Entity)
		if again == nil {
			continue
		}
		name, _ := again.Name.Best(programme.FirstLanguage)
		for _, body := range programme.Bodies {
			other, _ := body.Name.Best(programme.FirstLanguage)
			if strings.EqualFold(strings.Join(strings.Fields(other), " "), strings.Join(strings.Fields(name), " ")) && !slices.Contains(names, other) {
				names = append(names, other)
			}
		}
	}
	return names
}

// untranslated names the section of which nothing stands in a language, or
// says how many there are.
func (p *overviewPage) untranslated(l model.Language) string {
	w := p.w
	sections := w.work.Programme().Sections
	var whole []string
	for i := range sections {
		if share := sections[i].TextShare(l); share.Whole > 0 && share.Part == 0 {
			name, _ := w.named(sections[i].Title, "contents.untitledSection")
			whole = append(whole, name)
		}
	}
	switch {
	case len(whole) == 0:
		return ""
	case len(whole) == len(sections):
		return w.t("overview.missing.everything")
	case len(whole) == 1:
		return w.t("overview.missing.wholeSection", "section", whole[0])
	}
	return w.t("overview.missing.wholeSections", "count", len(whole))
}

// leading returns the finding to which a line leads: the first one that has a
// field, else the first.
func (p *overviewPage) leading(l lack) model.Finding {
	for _, f := range l.findings {
		if _, found := p.w.destinationOf(f); found && p.hasField(f) {
			return f
		}
	}
	for _, f := range l.findings {
		if _, found := p.w.destinationOf(f); found {
			return f
		}
	}
	return l.findings[0]
}

// hasField tells whether a finding's field is asked for: a baseline is, for
// indicators of a kind that has figures.
func (p *overviewPage) hasField(f model.Finding) bool {
	if f.Code != model.CodeBaselineUnknown {
		return true
	}
	kind := p.w.work.State().Element(f.Entity).Value(model.FieldIndicatorKind).Text()
	return countable(model.IndicatorKind(kind))
}

// open shows what a line tells: texts without a language as a list, all else at
// its first place.
func (p *overviewPage) open(l lack) {
	switch l.name {
	case "translation":
		p.w.openLanguages(l.language, filterUntranslated)
	case "outdated":
		p.w.openLanguages(l.language, filterOutOfDate)
	default:
		p.w.openFinding(p.leading(l))
	}
}
