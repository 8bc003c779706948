package window

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/model/comparison"
	"tavoitekartta/model/text"
)

// compareWords write the values of a comparison in the interface's language.
type compareWords struct{ w *Window }

var _ comparison.Words = compareWords{}

func (c compareWords) Timetable(t model.Timetable) string { return c.w.timetableWords(t) }

func (c compareWords) number(n model.Number) string {
	return text.FormatNumber(string(n), string(c.w.words.Language()))
}

func (c compareWords) Target(i *model.Indicator) string {
	switch {
	case len(i.TargetsByYear) > 0:
		var years []string
		for _, year := range slices.Sorted(maps.Keys(i.TargetsByYear)) {
			years = append(years, fmt.Sprintf("%d: %s", year, c.number(i.TargetsByYear[year])))
		}
		return strings.Join(years, ", ")
	case i.TargetYearly != "":
		return c.w.t("indicator.targetYearly", "value", c.number(i.TargetYearly))
	case i.TargetTotal != "":
		return c.w.t("indicator.targetTotal", "value", c.number(i.TargetTotal))
	}
	return ""
}

func (c compareWords) Baseline(i *model.Indicator) string {
	switch {
	case i.BaselineValue == "":
		return ""
	case i.BaselineYear == 0:
		return c.number(i.BaselineValue)
	}
	return c.number(i.BaselineValue) + " (" + strconv.Itoa(i.BaselineYear) + ")"
}

func (c compareWords) Code(s comparison.Subject, code string) string {
	if code == "" {
		return ""
	}
	begins := map[comparison.Subject]string{
		comparison.ProgrammeKind: "programme.kind.", comparison.IndicatorKind: "indicator.kind.",
		comparison.Direction: "indicator.direction.", comparison.OwnerKind: "details.ownerKind.",
		comparison.SectorOfBody: "contents.sector.",
	}
	return c.w.codeName(begins[s], code)
}

func (c compareWords) Date(d model.Date) string {
	if d.Zero() {
		return ""
	}
	return c.w.day(d)
}

func (c compareWords) Span(from, to model.Date) string {
	if from.Zero() && to.Zero() {
		return ""
	}
	return strings.TrimSpace(c.Date(from) + "–" + c.Date(to))
}

func (c compareWords) Languages(languages []model.Language) string {
	var names []string
	for _, l := range languages {
		names = append(names, c.w.codeName("language.", string(l)))
	}
	return strings.Join(names, ", ")
}
