package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// goalLabel is what a programme calls a goal: "Main goal 1" or "Spearhead 2" for
// one without a section, "Sub-goal 3.1" for one under a goal, "" for all others.
func (w *Window) goalLabel(g *model.Goal) string {
	state := w.work.State()
	parent := state.Element(state.Parent(g.ID))
	switch {
	case parent == nil || parent.Kind == model.KindSection:
		return ""
	case parent.Kind == model.KindGoal:
		return w.t("goal.role.subGoal", "number", g.Number)
	case g.Role == model.OrdinaryGoal:
		return ""
	}
	return w.t("goal.role."+string(g.Role), "number", g.Number)
}

// goalRole asks what a goal without a section is called; another one has no
// choice.
func (p *contentsPage) goalRole(goal *model.Goal) fyne.CanvasObject {
	w := p.w
	if w.work.State().Parent(goal.ID) != w.work.ID() {
		return ui.NewColumn("")
	}
	roles := model.GoalRoles()
	var words []string
	for _, role := range roles {
		words = append(words, w.t("contents.goalRole."+roleName(role)))
	}
	at := max(0, slices.Index(roles, goal.Role))
	if p.readOnly() {
		return p.readValue(w.t("contents.goalRole"), words[at])
	}
	choice := ui.NewSelect(w.kit, w.t("contents.goalRole"), words...)
	choice.SetChosen(at)
	choice.OnChanged = func(index int) {
		p.edit(func(st *model.Step) error {
			// Its number counts on under another word.
			if err := st.Set(goal.ID, model.FieldNumber, nil); err != nil {
				return err
			}
			return st.Set(goal.ID, model.FieldRole, model.ValueOf(string(roles[index])))
		})
	}
	p.register(fieldKey(goal.ID, model.FieldRole), choice.Focusable())
	return choice
}

func roleName(role model.GoalRole) string {
	if role == model.OrdinaryGoal {
		return "ordinary"
	}
	return string(role)
}

// addLooseGoal adds a goal that stands without a section, after the chosen one
// or as the last, and of its kind.
func (p *contentsPage) addLooseGoal() {
	if p.readOnly() || p.stuck() {
		return
	}
	after := model.EntityID("")
	if goal, section := p.goal(); goal != nil && section == nil && p.w.work.State().Parent(goal.ID) == p.w.work.ID() {
		after = goal.ID
	}
	p.addGoalUnder(p.w.work.ID(), after)
}

// addSubGoal adds a goal under the chosen one.
func (p *contentsPage) addSubGoal() {
	if p.readOnly() || p.stuck() || !p.onGoal() {
		return
	}
	p.addGoalUnder(p.at.Element, "")
}

// addGoalUnder adds a goal; one without a section takes the role of the goal
// that it follows.
func (p *contentsPage) addGoalUnder(parent, after model.EntityID) {
	role := model.OrdinaryGoal
	if goals := p.w.work.Programme().Goals; parent == p.w.work.ID() && len(goals) > 0 {
		at := max(slices.IndexFunc(goals, func(g model.Goal) bool { return g.ID == after }), 0)
		if after == "" {
			at = len(goals) - 1
		}
		role = goals[at].Role
	}
	var added model.EntityID
	done := p.w.edit(func(st *model.Step) (err error) {
		if added, err = st.Add(parent, model.KindGoal, after); err != nil || role == model.OrdinaryGoal {
			return err
		}
		return st.Set(added, model.FieldRole, model.ValueOf(string(role)))
	})
	if done {
		p.choose(added, stepGoal)
	}
}

// goalChoices are the choices of a goal that say where it stands.
func (p *contentsPage) goalChoices(goal *model.Goal) fyne.CanvasObject {
	role := p.goalRole(goal)
	if len(p.w.work.Programme().Sections) == 0 {
		return ui.NewFormRow(280, theme.Space8, role, ui.NewColumn(""))
	}
	return ui.NewFormRow(280, theme.Space8, p.goalSection(goal), role)
}

// parts counts what stands on a map: its houses, with the foundation and the
// follow-up named apart, and the goals without a section by what they are
// called. Goals is the number of all goals, told where the words before do not
// tell it already.
func (w *Window) parts(m model.StructuralMap, goals int) string {
	var parts []string
	if len(m.Houses) > 0 || len(m.Goals) == 0 {
		parts = append(parts, w.sectionParts(m))
	}
	told := 0
	for _, role := range model.GoalRoles() {
		count := 0
		for _, house := range m.Goals {
			if house.Role == role {
				count++
			}
		}
		if count > 0 && role != model.OrdinaryGoal {
			parts = append(parts, w.t("count.goals."+string(role), "count", count))
			told += count
		}
	}
	if told == 0 || goals > told {
		parts = append(parts, w.t("count.goals", "count", goals))
	}
	return strings.Join(parts, " · ")
}

func (w *Window) sectionParts(m model.StructuralMap) string {
	words := w.t("count.sections", "count", len(m.Houses))
	switch {
	case len(m.Foundation) > 0 && len(m.FollowUp) > 0:
		words += " + " + w.t("start.foundationAndFollowUp")
	case len(m.Foundation) > 0:
		words += " + " + w.t("start.foundation")
	case len(m.FollowUp) > 0:
		words += " + " + w.t("start.followUp")
	}
	return words
}
