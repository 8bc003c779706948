package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/street"
)

// overview is what stands beside the pane while nothing is chosen: how far the
// programme is written, and where to go on.
func (p *contentsPage) overview() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	text := func(label fyne.CanvasObject) fyne.CanvasObject {
		return ui.NewInset("", "", "", theme.FocusMargin, label)
	}
	column := ui.NewColumn(theme.Space12, ui.NewInset(theme.Space12, "", "", theme.FocusMargin, ui.NewBoldLabel(w.t("contents.title"), theme.TextPage)), p.lockNotice())
	counts := programme.Counts()
	if counts.Goals > 0 {
		share := programme.WrittenShare()
		words := w.t("contents.writtenShare", "count", share.Part, "whole", share.Whole, "percent", share.Percent())
		if w.recorded() {
			words = w.t("overview.recorded")
		}
		picture := ui.NewStreet(houses(programme), words, "")
		column.Add(ui.NewMargin(theme.FocusMargin, ui.NewColumn(theme.Space12, ui.NewLabel(words, theme.TextBody), picture)))
	}
	if p.readOnly() {
		choose := "contents.chooseToRead"
		if counts.Goals == 0 {
			choose = "contents.chooseSectionToRead"
		}
		column.Add(text(ui.NewLabel(w.t(choose), theme.TextBody)))
		return column
	}
	next := p.nextUnwritten("")
	switch {
	case counts.Sections == 0 && counts.Goals == 0:
		column.Add(text(ui.NewLabel(w.t("contents.empty"), theme.TextBody)))
		column.Add(p.starting("addSection", ui.NewButton(w.kit, ui.ButtonPrimary, w.t("contents.addSection"), p.addSection).WithIcon(ui.IconPlus)))
		loose := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("contents.addLooseGoal"), p.addLooseGoal).WithIcon(ui.IconPlus)
		p.keys["addLooseGoal"] = loose
		column.Add(ui.NewRow("", nil, loose))
	case counts.Goals == 0:
		column.Add(text(ui.NewLabel(w.t("contents.noGoals"), theme.TextBody)))
		column.Add(p.starting("addGoal", ui.NewButton(w.kit, ui.ButtonPrimary, w.t("contents.addGoal"), p.addGoal).WithIcon(ui.IconPlus)))
	case next != "":
		goal, _ := programme.Goal(next)
		title, _ := p.title(goal.Title, "contents.untitledGoal")
		choose, first, proceed := "contents.choose", "contents.firstUnwritten", "contents.continue"
		if w.recorded() {
			choose, first, proceed = "contents.chooseRecorded", "contents.firstIncomplete", "contents.complete"
		}
		column.Add(text(ui.NewLabel(w.t(choose), theme.TextBody)))
		column.Add(text(ui.NewLabel(w.t(first, "goal", title), theme.TextBody)))
		column.Add(p.starting("continue", ui.NewButton(w.kit, ui.ButtonPrimary, w.t(proceed), func() {
			p.choose(next, p.firstGap(next))
		}).WithTrailingIcon(ui.IconArrowRight)))
	default:
		column.Add(text(ui.NewLabel(w.t("contents.allWritten"), theme.TextBody)))
	}
	return column
}

// starting registers the button with which a person begins, at its own width.
func (p *contentsPage) starting(key string, button *ui.Button) fyne.CanvasObject {
	p.register(key, button)
	return ui.NewRow("", nil, button)
}

// houses is the programme's street.
func houses(programme *model.Programme) []street.Section {
	return streetSections(programme.StructuralMap(), programme.StructureOnly)
}

func lit(s *model.Section, first model.Language) []bool {
	windows := []bool{}
	for g := range s.AllGoals() {
		windows = append(windows, g.Written(first))
	}
	return windows
}

// nextUnwritten returns the next goal after one that is not written yet, from
// the beginning again after the last; "" when all are.
func (p *contentsPage) nextUnwritten(after model.EntityID) model.EntityID {
	programme := p.w.work.Programme()
	var goals []*model.Goal
	at := -1
	for g := range programme.AllGoals() {
		if g.ID == after {
			at = len(goals)
		}
		goals = append(goals, g)
	}
	for i := range goals {
		g := goals[(at+1+i)%len(goals)]
		if g.ID != after && !g.Written(programme.FirstLanguage) {
			return g.ID
		}
	}
	return ""
}

// sectionPage shows the chosen section: its name, its role, its goals.
func (p *contentsPage) sectionPage() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	at := slices.IndexFunc(programme.Sections, func(s model.Section) bool { return s.ID == p.at.Element })
	if at < 0 {
		return p.overview()
	}
	section := &programme.Sections[at]
	head := ui.NewBoldLabel("", theme.TextPage)
	p.updates = append(p.updates, func() {
		title, language := p.title(p.w.work.State().Element(section.ID).Text(model.FieldTitle), "contents.untitledSection")
		head.Language = language
		head.SetText(title)
	})
	column := ui.NewColumn(theme.Space12,
		ui.NewInset("", theme.Space4, "", theme.FocusMargin, ui.NewColumn("", ui.NewMutedLabel(w.t("contents.sectionNumber", "number", section.Number), theme.TextSmallest), head)),
		p.lockNotice(),
		p.texts(section.ID, model.FieldTitle, "contents.sectionTitle", p.titleArea),
		p.duplicateNote(section.ID, model.KindSection, model.FieldTitle),
		p.otherClashes(section.ID),
		p.sectionRole(section),
		p.texts(section.ID, model.FieldDescription, "contents.sectionText", p.proseArea),
		p.plainText(section.ID),
	)
	column.Add(ui.NewInset(theme.Space8, "", "", theme.FocusMargin, ui.NewBoldLabel(w.t("contents.goals"), theme.TextSection)))
	if len(section.Goals) == 0 {
		column.Add(ui.NewInset("", "", "", theme.FocusMargin, ui.NewLabel(w.t("contents.noGoalsHere"), theme.TextBody)))
	}
	column.Add(p.goalList(section))
	if p.readOnly() {
		column.Add(ui.NewRow("", nil, p.historyButton(section.ID, false)))
		return column
	}
	remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("contents.deleteSection"), func() { p.remove(section.ID, "section") }).WithIcon(ui.IconTrash)
	add := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("contents.addGoal"), p.addGoal).WithIcon(ui.IconPlus)
	p.keys["addGoal"] = add
	column.Add(ui.NewWrap(theme.Space8, "", add, remove, p.historyButton(section.ID, false)))
	return column
}

// goalList lists a section's goals as rows that open them and can be moved.
func (p *contentsPage) goalList(section *model.Section) fyne.CanvasObject {
	var cards []*ui.MovableCard
	first := p.w.work.Programme().FirstLanguage
	for i := range section.Goals {
		g := &section.Goals[i]
		title, language := p.title(g.Title, "contents.untitledGoal")
		label := ui.NewLabel(title, theme.TextBody)
		label.Language = language
		mark, word := ui.MarkDone, p.w.t("contents.written")
		if lacks := len(g.Unwritten(first)); lacks > 0 {
			mark, word = ui.MarkMissing, p.w.t("count.missing", "count", lacks)
		}
		spoken := ui.Spoken{Label: fmt.Sprintf("%d %s", i+1, title), Value: word}
		card := ui.NewFoldedCard(p.w.kit, fmt.Sprint(i+1), label, ui.NewMarkWithWord(mark, word, theme.TextSecondary),
			spoken.String(), func() { p.choose(g.ID, stepGoal) })
		p.movable(card, g.ID, "goal")
		cards = append(cards, card)
	}
	return p.movableList(section.ID, model.KindGoal, cards)
}

// movable registers a folded card, which can be removed by key.
func (p *editor) movable(card *ui.MovableCard, id model.EntityID, what string) {
	p.register(key(id, "card"), card)
	if p.readOnly() {
		card.Fixed()
		return
	}
	card.OnDelete = func() { p.remove(id, what) }
}

// movableList makes a list of the cards of a parent's children of one kind.
func (p *editor) movableList(parent model.EntityID, kind model.Kind, cards []*ui.MovableCard) *ui.MovableList {
	list := ui.NewMovableList(cards...)
	if !p.readOnly() {
		list.OnMove = func(from, to int) { p.reorder(parent, kind, from, to) }
	}
	return list
}

// reorder makes the child number from of a kind the child number to, counted
// without itself.
func (p *editor) reorder(parent model.EntityID, kind model.Kind, from, to int) {
	state := p.w.work.State()
	children := state.Children(parent, kind)
	if from < 0 || from >= len(children) || to < 0 || to >= len(children) {
		return
	}
	moved := children[from]
	after, first := sibling(state, parent, moved, to)
	p.edit(func(st *model.Step) error {
		if first {
			return st.MoveFirst(moved.ID, parent)
		}
		return st.Move(moved.ID, parent, after)
	})
}

// sectionRole asks for the section's place in the structural map.
func (p *contentsPage) sectionRole(section *model.Section) fyne.CanvasObject {
	w := p.w
	roles := model.SectionRoles()
	if p.readOnly() {
		return p.readValue(w.t("contents.role"), w.t("contents.role."+string(section.Role)))
	}
	var words []string
	for _, role := range roles {
		words = append(words, w.t("contents.role."+string(role)))
	}
	choice := ui.NewSelect(w.kit, w.t("contents.role"), words...).WithHint(w.t("contents.roleHint"))
	choice.SetChosen(slices.Index(roles, section.Role))
	choice.OnChanged = func(index int) {
		p.edit(func(st *model.Step) error {
			return st.Set(section.ID, model.FieldRole, model.ValueOf(string(roles[index])))
		})
	}
	p.register(fieldKey(section.ID, model.FieldRole), choice.Focusable())
	return ui.NewFormRow(280, theme.Space8, choice, ui.NewColumn(""))
}

// addSection adds a section after the chosen one, or as the last.
func (p *contentsPage) addSection() {
	if p.readOnly() || p.stuck() {
		return
	}
	after := model.EntityID("")
	switch goal, section := p.goal(); {
	case section != nil:
		after = section.ID
	case goal == nil && p.kind() == model.KindSection:
		after = p.at.Element
	}
	p.addChild(p.w.work.ID(), model.KindSection, after)
}

// addGoal adds a goal after the chosen one, or as the last of the chosen
// section, of the last section, or of the programme.
func (p *contentsPage) addGoal() {
	if p.readOnly() || p.stuck() {
		return
	}
	programme := p.w.work.Programme()
	var parent, after model.EntityID
	switch p.kind() {
	case model.KindGoal:
		parent, after = p.w.work.State().Parent(p.at.Element), p.at.Element
	case model.KindSection:
		parent = p.at.Element
	default:
		parent = sectionToGoOn(programme)
	}
	p.addGoalUnder(parent, after)
}

// sectionToGoOn is where a goal is added when none is chosen: writing goes from
// the first section on, so it is the last that has goals, or the first. A
// programme without sections, or with goals beside them, takes it itself.
func sectionToGoOn(programme *model.Programme) model.EntityID {
	if len(programme.Sections) == 0 || len(programme.Goals) > 0 {
		return programme.ID
	}
	section := programme.Sections[0].ID
	for _, s := range programme.Sections {
		if len(s.Goals) > 0 {
			section = s.ID
		}
	}
	return section
}

func (p *contentsPage) addChild(parent model.EntityID, kind model.Kind, after model.EntityID) {
	var added model.EntityID
	done := p.w.edit(func(st *model.Step) (err error) {
		added, err = st.Add(parent, kind, after)
		return err
	})
	if done {
		p.choose(added, stepGoal)
	}
}

// remove asks and removes an element; the sentence says how it comes back.
func (p *editor) remove(id model.EntityID, what string) {
	if p.stuck() {
		return
	}
	w := p.w
	ui.Confirm(w.kit, w.window.Canvas(), w.t(p.words+".delete."+what), w.t(p.words+".confirm."+what),
		w.t("action.delete"), w.t("action.keep"), func() {
			if p.edit(func(st *model.Step) error { return st.Delete(id) }) {
				w.inform(p.words + ".deleted." + what)
			}
		})
}

// titleArea and proseArea make the fields of titles and longer texts.
func (p *editor) titleArea(label string) *ui.Field {
	return ui.NewTitleArea(p.w.kit, label, 1, 4).WithLimit(model.MaxTitle)
}

func (p *editor) proseArea(label string) *ui.Field {
	return ui.NewTextArea(p.w.kit, label, 2, 8).WithLimit(model.MaxProse)
}

// duplicateNote says that another element of the same parent has the same name.
func (p *editor) duplicateNote(id model.EntityID, kind model.Kind, base model.Field) fyne.CanvasObject {
	note := ui.NewMarkWithWord(ui.MarkInformation, p.w.t("contents.duplicate"), theme.TextSmallest)
	box := ui.NewInset("", "", "", theme.FocusMargin, note)
	box.Hide()
	p.updates = append(p.updates, func() {
		state := p.w.work.State()
		own := p.best(state.Element(id).Text(base))
		twice := false
		for _, other := range state.Children(state.Parent(id), kind) {
			twice = twice || other.ID != id && own != "" && p.best(other.Text(base)) == own
		}
		if twice == box.Visible() {
			return
		}
		if twice {
			box.Show()
		} else {
			box.Hide()
		}
		p.page.relaid()
	})
	return box
}

// lockNotice says why nothing can be changed and what to do, where that is so.
func (p *editor) lockNotice() fyne.CanvasObject {
	w := p.w
	state := w.work.Programme().State
	if !state.Locked() {
		hidden := ui.NewColumn("")
		hidden.Hide()
		return hidden
	}
	words := "contents.locked." + string(state)
	if w.work.RecordedApproval() {
		words = "contents.locked.recorded"
	}
	notice := ui.NewNotice(w.kit, ui.NoticeInformation, w.t(words))
	if w.work.RecordedApproval() {
		notice.WithAction(w.t("decision.completeRecord"), func() {
			err := w.work.CompleteRecord(w.ctx)
			w.rebuild()
			w.tell(err)
		})
	} else if state == model.Approved {
		notice.WithAction(w.t("contents.newVersion"), func() {
			if err := w.work.BeginNextVersion(w.ctx); err != nil {
				w.tell(err)
				return
			}
			w.rebuild()
			w.inform("contents.versionBegun")
		})
	}
	return ui.NewMargin(theme.FocusMargin, notice)
}
