package window

import (
	"testing"

	"tavoitekartta/model"
)

func TestAGoalIsAddedWhereWritingGoesOn(t *testing.T) {
	empty, begun := model.Section{ID: "empty"}, model.Section{ID: "begun", Goals: []model.Goal{{ID: "goal"}}}
	for name, c := range map[string]struct {
		programme model.Programme
		want      model.EntityID
	}{
		"nothing written yet":   {model.Programme{Sections: []model.Section{{ID: "first"}, empty}}, "first"},
		"the last begun":        {model.Programme{Sections: []model.Section{begun, {ID: "second", Goals: begun.Goals}, empty}}, "second"},
		"no sections":           {model.Programme{ID: "programme"}, "programme"},
		"goals beside sections": {model.Programme{ID: "programme", Sections: []model.Section{empty}, Goals: begun.Goals}, "programme"},
	} {
		if got := sectionToGoOn(&c.programme); got != c.want {
			t.Errorf("%s: added to %q, want %q", name, got, c.want)
		}
	}
}
