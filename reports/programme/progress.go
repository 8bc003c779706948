package programme

import (
	"fmt"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// tellsOfFollowUp tells whether a kind of report says how measures have gone.
// The others show the content that was decided on alone.
func tellsOfFollowUp(kind Kind) bool {
	return kind == BodySheet || kind == Extract || kind == Worksheet
}

// followedUp tells whether anything is known of how measures have gone. Frozen
// content holds no follow-up: without any, nothing is said of it.
func (e *edition) followedUp() bool {
	for g := range e.programme.AllGoals() {
		for i := range g.Measures {
			if m := &g.Measures[i]; m.Status != model.StatusUnknown || len(m.FollowUps) > 0 {
				return true
			}
		}
	}
	return false
}

// isLate tells whether a measure should have been done by the day of printing.
func (e *edition) isLate(m *model.Measure) bool {
	return !e.today.Zero() && (e.version == nil || e.live || e.followedUp()) && e.programme.Late(m, e.today)
}

// progress is how far a measure has come, in words; "" when nothing is known.
func (e *edition) progress(m *model.Measure) (word string, color document.Color) {
	switch {
	case e.isLate(m):
		return e.say("status.late"), lateColor
	case m.Status == model.StatusUnknown:
		return "", ""
	}
	return e.say("status." + string(m.Status)), ""
}

// lateColor marks what is late; the word stands beside.
const lateColor document.Color = "#A1281D"

// statusOrder is the order in which measures are counted by how far they are.
var statusOrder = []string{"status.late", "status.notStarted", "status.underWay", "status.completed", "status.notCarriedOut"}

// followUp says on which day the follow-up is told and how far the measures have
// come, each state with its number; "" when nothing is known of any.
func (e *edition) followUp(measures []*model.Measure) string {
	counts := map[string]int{}
	for _, m := range measures {
		if word, _ := e.progress(m); word != "" {
			counts[word]++
		}
	}
	if len(counts) == 0 || e.today.Zero() {
		return ""
	}
	var told []string
	for _, status := range statusOrder {
		if word := e.say(status); counts[word] > 0 {
			told = append(told, fmt.Sprintf("%s %d", strings.ToLower(word), counts[word]))
		}
	}
	return e.say("followUp", "day", e.day(e.today), "what", join(told...))
}

// followUpOfGoal is the follow-up of a goal's measures.
func (e *edition) followUpOfGoal(g *model.Goal) string {
	var measures []*model.Measure
	for i := range g.Measures {
		measures = append(measures, &g.Measures[i])
	}
	return e.followUp(measures)
}

// followUpOnDay is the follow-up of what a body has to do, on a line of its own.
func (e *edition) followUpOnDay(engagements []model.Engagement) string {
	var measures []*model.Measure
	for _, engagement := range engagements {
		for _, m := range engagement.Measures {
			measures = append(measures, m.Measure)
		}
	}
	told := e.followUp(measures)
	if told == "" {
		return ""
	}
	return e.say("section.followUp") + ", " + told
}
