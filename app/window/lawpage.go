package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/law"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// lawPage is the checklist of the law: what the act says of the contents of a
// programme, what in this one speaks to it, and the person's own marks.
type lawPage struct {
	w     *Window
	lists []law.List
	shown int // the list that is shown
	focus fyne.Focusable
}

// openLaw shows the checklist of the act under which the open programme stands.
func (w *Window) openLaw() {
	if w.work == nil {
		return
	}
	lists, err := law.Load()
	if err != nil {
		w.tell(err)
		return
	}
	act := w.work.Programme().ActOfTime()
	shown := slices.IndexFunc(lists, func(l law.List) bool { return l.Act == act })
	w.goTo(&lawPage{w: w, lists: lists, shown: max(0, shown)})
}

func (p *lawPage) name() string          { return "law" }
func (p *lawPage) first() fyne.Focusable { return p.focus }
func (p *lawPage) flush() error          { return nil }

// content builds the page anew.
func (p *lawPage) content() fyne.CanvasObject {
	w := p.w
	p.focus = nil
	list := p.lists[p.shown]
	column := ui.NewColumn(theme.Space12,
		ui.NewFlush(ui.NewBoldLabel(w.t("law.title"), theme.TextPage)),
		ui.NewFlush(ui.NewLabel(w.t("law.text"), theme.TextBody)),
		p.acts())
	for _, notice := range w.nameNotices() {
		column.Add(notice)
	}
	language := w.words.Language()
	column.Add(ui.NewFlush(ui.NewColumn(theme.Space4,
		ui.NewBoldLabel(list.Name[language]+" ("+list.InForce[language]+")", theme.TextSubhead),
		ui.NewMutedLabel(list.Note[language], theme.TextSecondary))))
	marks, err := w.desk.LawMarks(w.ctx, w.work.ID())
	if err != nil {
		w.tell(err)
	}
	for _, item := range list.Items {
		column.Add(p.card(list.Act, item, marks))
	}
	return w.readingPage(column, 900)
}

// acts chooses between the lists.
func (p *lawPage) acts() fyne.CanvasObject {
	w := p.w
	var names []string
	for _, list := range p.lists {
		names = append(names, w.t("law.act", "act", list.Act))
	}
	choice := ui.NewSegmentedControl(w.kit, w.t("law.acts"), names...)
	choice.SetChosen(p.shown)
	choice.OnChanged = func(i int) {
		p.shown = i
		w.rebuild()
	}
	p.focus = choice
	return ui.NewRow("", nil, choice)
}

// card is one item: what is said, where it is said, what speaks to it, and the mark.
func (p *lawPage) card(act string, item law.Item, marks map[string]workflow.LawMark) fyne.CanvasObject {
	w := p.w
	language := w.words.Language()
	source := item.Source.Title[language]
	if day, err := item.Source.Day(); err == nil {
		source = w.t("law.source", "source", source, "day", w.day(day))
	}
	if item.Section != "" {
		source = item.Section + " · " + source
	}
	words := ui.NewColumn(theme.Space4, ui.NewBoldLabel(item.Words[language], theme.TextBody),
		ui.NewMutedLabel(source, theme.TextSecondary))
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space4, ui.NewFlush(words), p.found(item), p.mark(act, item, marks))))
}

// found leads to what speaks to the item, or to where it would be written.
func (p *lawPage) found(item law.Item) fyne.CanvasObject {
	w := p.w
	spots := w.work.Programme().Speaking(item.Topic, item.Stems...)
	if len(spots) == 0 {
		words := w.t("law.notFound")
		content := ui.NewColumn("", ui.NewLabel(words, theme.TextBody), ui.NewMutedLabel(w.t("law.write."+string(item.Topic)), theme.TextSecondary))
		return ui.NewLinkRow(w.kit, ui.MarkInformation, content, words+" "+w.t("law.write."+string(item.Topic)), func() { p.write(item.Topic) })
	}
	words := w.t("law.found", "count", len(spots))
	what, where, l := w.whatAndWhere(spots[0].Entity)
	content := ui.NewColumn("", ui.NewLabel(words, theme.TextBody))
	if what != "" {
		name := ui.NewMutedLabel(what, theme.TextSecondary)
		name.Language = l
		content.Add(name)
	}
	spoken := strings.Join([]string{words, what, where}, " ")
	return ui.NewLinkRow(w.kit, ui.MarkDone, content, spoken, func() { w.openField(spots[0].Entity, p.inFirst(spots[0].Field)) }).
		WithSign(ui.IconCheck, theme.ColorPrimary)
}

// inFirst is a field in the language that was written first, where it has languages.
func (p *lawPage) inFirst(field model.Field) model.Field {
	if slices.Contains([]model.Field{"", model.FieldFirstYear}, field) {
		return field
	}
	return field.In(p.w.work.Programme().FirstLanguage)
}

// write goes to where a topic would be written.
func (p *lawPage) write(topic model.Topic) {
	w := p.w
	facts := map[model.Topic]model.Field{
		model.TopicAuthorities: model.FieldCoordinatedWith, model.TopicFollowUp: model.FieldFollowUpBody,
		model.TopicStrategy: model.FieldStrategy, model.TopicPreparer: model.FieldPreparedBy, model.TopicYears: model.FieldFirstYear,
	}
	if field, isFact := facts[topic]; isFact {
		w.openDetails(w.work.ID(), p.inFirst(field))
		return
	}
	switch topic {
	case model.TopicGoals, model.TopicMeasures, model.TopicBodies, model.TopicIndicators:
		w.openView(viewContents)
	case model.TopicAssociations:
		w.openView(viewBodies)
	case model.TopicCouncil:
		w.openView(viewDecision)
	default:
		w.openChapters("", "")
	}
}

// mark is what the person says of the item.
func (p *lawPage) mark(act string, item law.Item, marks map[string]workflow.LawMark) fyne.CanvasObject {
	w := p.w
	id := act + " " + item.ID
	choices := []workflow.LawMark{workflow.LawNotMarked, workflow.LawHandled, workflow.LawDoesNotApply}
	row := ui.NewChoiceRow(w.kit, w.t("law.mark", "item", item.Words[w.words.Language()]),
		w.t("law.notMarked"), w.t("law.handled"), w.t("law.doesNotApply")).WithoutTitle()
	row.SetChosen(max(0, slices.Index(choices, marks[id])))
	row.OnChanged = func(chosen []int) {
		mark := workflow.LawNotMarked
		if len(chosen) == 1 {
			mark = choices[chosen[0]]
		}
		w.tell(w.desk.MarkLaw(w.ctx, w.work.ID(), id, mark))
	}
	return row
}

// nameNotices point out words in the programme's name that its act uses otherwise,
// with what the act calls such a programme.
func (w *Window) nameNotices() []fyne.CanvasObject {
	var notices []fyne.CanvasObject
	said := map[string]bool{}
	for _, n := range w.work.Programme().NamesUsedOtherwise() {
		l := n.Language
		if l == "" {
			l = model.Language(w.words.Language())
		}
		words := w.t("law.name." + string(n.Code) + "." + string(l))
		if !said[words] {
			notices = append(notices, ui.NewNotice(w.kit, ui.NoticeInformation, words))
		}
		said[words] = true
	}
	return notices
}
