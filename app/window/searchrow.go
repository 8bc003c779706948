package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/search"
	"tavoitekartta/model/text"
)

// excerptLetters is how much of a long text is shown around what was found: some
// two lines.
const excerptLetters = 180

// hitSigns are the signs of the kinds of elements; none is one of doing or writing.
var hitSigns = map[model.Kind]ui.IconName{
	model.KindProgramme: ui.IconReports, model.KindSection: ui.IconContents, model.KindGoal: ui.IconFlag,
	model.KindMeasure: ui.IconCalendar, model.KindIndicator: ui.IconFollowUp, model.KindBody: ui.IconBody,
	model.KindAlias: ui.IconBody, model.KindResponsibility: ui.IconBody, model.KindOwner: ui.IconBody,
	model.KindDecision: ui.IconDecision, model.KindVote: ui.IconDecision, model.KindMotion: ui.IconDecision,
	model.KindDissent: ui.IconDecision, model.KindMinutesEntry: ui.IconDecision,
	model.KindComment: ui.IconComment, model.KindContact: ui.IconPeople, model.KindFollowUp: ui.IconFollowUp,
}

// row is a hit: the text with the words that were found, and where it stands.
func (p *searchPage) row(at int, h search.Hit, everywhere bool) *ui.LinkRow {
	words, matches := h.Excerpt(excerptLetters)
	var spans []text.Span
	for _, m := range matches {
		spans = append(spans, text.Span{Start: m.Start, End: m.End})
	}
	found := ui.NewFoundText(p.w.kit, words, spans)
	found.Language, found.TextSize = string(h.Language), theme.TextBody
	where := p.whereIs(h, everywhere)
	sign, known := hitSigns[h.Kind]
	if !known {
		sign = ui.IconReports
	}
	said := ui.Spoken{Label: words, Value: where}
	return ui.NewLinkRow(p.w.kit, ui.MarkInformation,
		ui.NewColumn("", found, ui.NewMutedLabel(where, theme.TextSecondary)), said.String(), func() { p.open(at) }).
		WithSign(sign, theme.ColorMuted).On(theme.ColorGround).OnKey(func(key fyne.KeyName) bool { return p.rowKey(at, key) })
}

// whereIs says of what kind a hit is and where it stands: "Mittari · Asumistaitojen
// edistäminen › Asumisneuvonta".
func (p *searchPage) whereIs(h search.Hit, everywhere bool) string {
	w := p.w
	kind := w.kindName(h.Kind)
	base, _ := h.Field.Split()
	own := h.Text == h.Title.In(h.Language)
	if !own && h.Field != model.FieldBody && base != model.FieldRemark {
		kind += ", " + strings.ToLower(w.fieldName(h.Kind, h.Field))
	}
	if own && h.Language != w.language {
		kind += " (" + w.t("language.short."+string(h.Language)) + ")"
	}
	parts := []string{kind}
	if h.Aside {
		parts = append(parts, w.t("search.aside"))
	}
	var path []string
	for _, s := range h.Path {
		if s.Kind == model.KindProgramme && !everywhere {
			continue
		}
		if title, _ := s.Title.Best(h.Language, w.language); title != "" {
			path = append(path, title)
		}
	}
	if title, _ := h.Title.Best(h.Language, w.language); !own && title != "" {
		path = append(path, title)
	}
	if len(path) > 0 {
		parts = append(parts, strings.Join(path, " › "))
	}
	return strings.Join(parts, " · ")
}
