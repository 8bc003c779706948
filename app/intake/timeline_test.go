package intake_test

import (
	"testing"

	"tavoitekartta/model"
)

func TestVaasaTimelineHasEveryMeasureOfTheCaseInItsLane(t *testing.T) {
	c := readCase(t)
	_, p := vaasa(t)
	p.State = model.Approved
	line := p.Timeline(model.Date{Year: 2021, Month: 8, Day: 14}, model.TimelineFilter{})
	equal(t, "columns", len(line.Years), 4)
	equal(t, "first column", line.Years[0], 2019)
	equal(t, "rows", len(line.Rows), c.Counts.Sections)
	equal(t, "measures", line.Counts.Measures, c.Counts.Measures)
	equal(t, "without a date of their own", line.Counts.Undated, c.Counts.MeasuresWithoutOwnDate)
	for i, section := range c.Sections {
		row := line.Rows[i]
		equal(t, "row", row.Title().Fi, section.Title)
		for j, goal := range section.Goals {
			for k, measure := range goal.Measures {
				placed := row.Goals[j].Measures[k]
				lane := model.YearLane
				switch {
				case measure.Ongoing:
					lane = model.OngoingLane
				case len(measure.Years) == 0:
					lane = model.UndatedLane
				}
				equal(t, "lane of "+measure.Text, placed.Lane, lane)
				if lane == model.YearLane {
					first, last := measure.Years[0], measure.Years[len(measure.Years)-1]
					equal(t, "beginning of "+measure.Text, placed.Bars[0].From, float64(first-2019))
					equal(t, "end of "+measure.Text, placed.Bars[len(placed.Bars)-1].To, float64(last-2019+1))
					equal(t, "late: "+measure.Text, placed.Late, last < 2021)
				}
			}
		}
	}
}

func TestVaasaTimelineOfABodyHasItsMeasuresAlone(t *testing.T) {
	_, p := vaasa(t)
	body := p.FindBody("Welcome office")
	all := p.Timeline(model.Date{}, model.TimelineFilter{})
	its := p.Timeline(model.Date{}, model.TimelineFilter{Body: body.ID})
	want := 0
	for g := range p.AllGoals() {
		for i := range g.Measures {
			named := false
			for _, r := range g.BodiesOf(&g.Measures[i]) {
				named = named || r.Body == body.ID
			}
			if named {
				want++
			}
		}
	}
	if its.Counts.Measures != want || want == 0 || want >= all.Counts.Measures {
		t.Errorf("%d measures, want %d of %d", its.Counts.Measures, want, all.Counts.Measures)
	}
}
