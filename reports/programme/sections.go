package programme

import (
	"fmt"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/model/street"
	"tavoitekartta/reports/document"
)

// The opening house of a section, in points, and the height of the pictures of
// the foundation and the follow-up.
const (
	openingHouseWidth   = 76
	openingHouseHeight  = 79
	openingGroundHeight = 54
)

// sections are the tables of goals, section by section. The first opens a page,
// and so does each that has no room on the page of the one before.
func (e *edition) sections() []document.Block {
	var blocks []document.Block
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		blocks = append(blocks, document.PageBreak{Flowing: i > 0})
		opening := e.opening(section, i)
		if i == 0 {
			opening.Chapter, opening.ChapterAnchor = e.say("sections"), e.prefix+"sections"
		}
		blocks = append(append(blocks, opening), e.sectionBody(section, i)...)
	}
	return append(blocks, e.looseGoals()...)
}

// sectionBody is what stands below the opening of a section: its description, the
// table of its goals, and when they are worked at.
func (e *edition) sectionBody(section *model.Section, index int) []document.Block {
	var body []document.Block
	e.quiet = e.goalsUntranslated(section)
	defer func() { e.quiet = false }()
	body = append(body, paragraphs(e.text(section.Description), document.Body)...)
	if e.bare(section) {
		return body // its opening says so
	}
	if len(section.Goals) == 0 {
		return append(body, document.Paragraph{Text: document.Plain(e.missing("goals")), Style: document.BodyMuted})
	}
	body = append(body, e.goalTable(section.AllGoals()))
	if e.blankLines > 0 {
		return body // the table says when; its page is there to be written on
	}
	return append(body, e.when(section, index))
}

func appendSubGoals(goals []*model.Goal, below []model.Goal) []*model.Goal {
	for i := range below {
		goals = append(goals, &below[i])
		goals = appendSubGoals(goals, below[i].SubGoals)
	}
	return goals
}

// settled tells whether nothing is expected any more: the content is locked, or
// a programme of the past was recorded as far as it is known.
func (e *edition) settled() bool { return e.state().Locked() || e.programme.RecordedAfterwards }

// goalsUntranslated tells whether none of the texts of a section's goals is
// written in the edition's language: it is said once, below the title.
func (e *edition) goalsUntranslated(s *model.Section) bool {
	if e.foreign {
		return false
	}
	untitled := *s
	untitled.Title = model.Text{}
	share := untitled.TextShare(e.language)
	return share.Whole > 0 && share.Part == 0
}

// missing names what is not there: in a draft as still missing, in a decided
// programme as not recorded.
func (e *edition) missing(what string) string {
	if e.recorded() && what == "timetable" {
		return e.say("notRecorded.date")
	}
	if e.settled() {
		return e.say("notRecorded." + what)
	}
	return e.say("missing." + what)
}

func (e *edition) opening(s *model.Section, index int) document.Opening {
	goals, measures := 0, 0
	for g := range s.AllGoals() {
		goals++
		measures += len(g.Measures)
	}
	summary := e.say("goals", "count", goals) + " · " + e.say("measures", "count", measures)
	if goals == 0 {
		summary = ""
	}
	if e.bare(s) {
		summary = e.missing("goals")
	}
	if e.goalsUntranslated(s) && goals > 0 {
		summary += " · " + e.say("notTranslated.goals")
	}
	if e.untranslated(s.Title) {
		summary = strings.TrimPrefix(summary+" · "+e.say("notTranslated"), " · ")
	}
	role := s.Role
	if role == "" {
		role = model.House
	}
	pair := colors(e.programme, index)
	return document.Opening{
		House: sectionPicture(e.programme, index, houseScale(s)), Picture: e.say("opening.picture." + pictureName(role)),
		Eyebrow: document.Plain(e.say("section."+string(role), "number", s.Number)), Color: pair.Roof,
		Title: e.sectionTitle(s), Summary: document.Plain(summary), Anchor: e.sectionAnchor(index), Subject: string(s.ID),
	}
}

// bare tells whether nothing but its title is known of a section.
func (e *edition) bare(s *model.Section) bool { return len(s.Goals) == 0 && s.Description.Empty() }

// houseScale is smaller for a section without goals: many of them share a page.
func houseScale(s *model.Section) float64 {
	if len(s.Goals) == 0 {
		return 0.75
	}
	return 1
}

func pictureName(role model.SectionRole) string {
	if role == model.Foundation || role == model.FollowUp {
		return string(role)
	}
	return "house"
}

// openingPicture is the section's house; the foundation is a wall of granite,
// the follow-up a hollow square with the stops of a road. It is
// drawn in its usual size.
func openingPicture(p *model.Programme, index int) document.Drawing {
	return sectionPicture(p, index, 1)
}

// sectionPicture is an [openingPicture] that many times as large.
func sectionPicture(p *model.Programme, index int, scale float64) document.Drawing {
	section := &p.Sections[index]
	w := openingHouseWidth * scale
	switch section.Role {
	case model.Foundation:
		return foundationPicture(w, openingGroundHeight*scale)
	case model.FollowUp:
		return followUpPicture(w, openingGroundHeight*scale)
	}
	return housePicture(house(section), colors(p, index), scale)
}

// housePicture is one house in its colours.
func housePicture(section street.Section, pair document.HouseColors, scale float64) document.Drawing {
	w, h := openingHouseWidth*scale, openingHouseHeight*scale
	picture := document.FromStreet(street.SectionHouse(section, 0, w, h, 0), []document.HouseColors{pair}, mullionInks(pair))
	picture.Width, picture.Height = w, h
	return picture
}

// windowSign is a lit window of a house, before what a window stands for.
func windowSign(pair document.HouseColors) document.Drawing {
	const width, height, frame = 20.0, 23.0, 3.5
	left, right, top, bottom := frame, width-frame, frame, height-frame
	cross := func(x1, y1, x2, y2 float64) document.Line {
		return document.Line{From: document.Point{X: x1, Y: y1}, To: document.Point{X: x2, Y: y2}, Width: 1.2, Color: pair.Roof}
	}
	return document.Drawing{Width: width, Height: height, Shapes: []document.Shape{
		document.Rectangle{Width: width, Height: height, Radius: 2, Paint: document.Paint{Fill: pair.Facade}},
		document.Rectangle{X: left, Y: top, Width: right - left, Height: bottom - top,
			Paint: document.Paint{Fill: document.PaperInks().Lit, Stroke: pair.Roof, StrokeWidth: 1.2}},
		cross(width/2, top, width/2, bottom), cross(left, height/2, right, height/2),
	}}
}

// mullionInks gives the windows the frame colour of their house.
func mullionInks(pair document.HouseColors) document.StreetInks {
	inks := document.PaperInks()
	inks.Mullion = pair.Roof
	return inks
}

func foundationPicture(width, height float64) document.Drawing {
	drawing := document.Drawing{Width: width, Height: height}
	const courses, gap = 3, 2.0
	tall := (height - gap*(courses-1)) / courses
	for course := range courses {
		y := float64(course) * (tall + gap)
		cut := width * [...]float64{0.62, 0.36, 0.55}[course]
		for _, stone := range [][2]float64{{0, cut - gap/2}, {cut + gap/2, width}} {
			drawing.Shapes = append(drawing.Shapes, document.Rectangle{X: stone[0], Y: y, Width: stone[1] - stone[0], Height: tall,
				Paint: document.Paint{Fill: graniteColors.Roof}})
		}
	}
	return drawing
}

func followUpPicture(width, height float64) document.Drawing {
	drawing := document.Drawing{Width: width, Height: height}
	drawing.Shapes = append(drawing.Shapes, document.Rectangle{X: 0.7, Y: 0.7, Width: width - 1.4, Height: height - 0.7,
		Paint: document.Paint{Fill: "#FFFFFF", Stroke: graniteColors.Roof, StrokeWidth: 1.4}})
	y := height / 2
	drawing.Shapes = append(drawing.Shapes, document.Line{From: document.Point{X: 11, Y: y}, To: document.Point{X: width - 11, Y: y},
		Width: 1.6, Color: graniteColors.Roof})
	for stop := range 4 {
		drawing.Shapes = append(drawing.Shapes, document.Circle{X: 13 + float64(stop)*(width-26)/3, Y: y, Radius: 4,
			Paint: document.Paint{Fill: "#FFFFFF", Stroke: graniteColors.Roof, StrokeWidth: 1.6}})
	}
	return drawing
}

// when draws in which years the section's goals are worked at.
func (e *edition) when(s *model.Section, index int) document.Block {
	pair := colors(e.programme, index)
	if s.Role == model.Foundation || s.Role == model.FollowUp {
		pair = graniteColors
	}
	return e.drawnTimes(s, pair, e.say("goal"))
}

// drawnTimes draws when the goals of a section are worked at, in the colours of a
// house; title heads their column.
func (e *edition) drawnTimes(s *model.Section, pair document.HouseColors, title string) document.Block {
	timeline := document.Timeline{Goals: title, Facade: pair.Facade, Roof: pair.Roof}
	first, last := e.yearSpan(s)
	for year := first; year <= last && year > 0; year++ {
		timeline.Columns = append(timeline.Columns, document.TimelineColumn{Label: fmt.Sprint(year)})
	}
	timeline.Columns = append(timeline.Columns, document.TimelineColumn{Label: e.say("ongoing"), Ongoing: true})
	for g := range s.AllGoals() {
		timeline.Rows = append(timeline.Rows, e.timelineRow(g, first))
	}
	return document.Keep{Blocks: []document.Block{
		document.Heading{Level: 2, Text: document.Plain(e.say("when"))}, timeline,
	}}
}

// yearSpan is the programme's years, widened by measures outside them.
func (e *edition) yearSpan(s *model.Section) (first, last int) {
	first, last = e.programme.FirstYear, e.programme.LastYear
	widen := func(year int) {
		if year > 0 && (first == 0 || year < first) {
			first = year
		}
		last = max(last, year)
	}
	widen(first)
	for g := range s.AllGoals() {
		for i := range g.Measures {
			for _, span := range yearSpans(g.Measures[i].Timetable) {
				widen(span[0])
				widen(span[1])
			}
		}
	}
	return first, min(last, first+mostYears)
}

// mostYears limits the columns of a drawing; a year far outside is a slip of
// the pen that the table shows as written.
const mostYears = 14

// yearSpans are the runs of years of a timetable, first and last.
func yearSpans(t model.Timetable) [][2]int {
	switch t.Kind {
	case model.InSpan:
		return [][2]int{{t.From.Year, max(t.From.Year, t.To.Year)}}
	case model.InYears:
		var spans [][2]int
		for _, year := range t.Years {
			if n := len(spans); n > 0 && spans[n-1][1] == year-1 {
				spans[n-1][1] = year
				continue
			}
			spans = append(spans, [2]int{year, year})
		}
		return spans
	}
	return nil
}

func (e *edition) timelineRow(g *model.Goal, first int) document.TimelineRow {
	row := document.TimelineRow{Label: e.goalTitle(g)}
	counts := map[[2]int]int{}
	var words []string
	for i := range g.Measures {
		timetable := g.Measures[i].Timetable
		if timetable.Kind == model.Ongoing {
			row.Ongoing = true
			continue
		}
		for _, span := range yearSpans(timetable) {
			counts[span]++
		}
	}
	spans := make([][2]int, 0, len(counts))
	for span := range counts {
		spans = append(spans, span)
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return (a[0]-b[0])*10000 + a[1] - b[1] })
	for _, span := range spans {
		words = append(words, yearList([]int{span[0]})+spanEnd(span)+": "+e.say("measures", "count", counts[span]))
		from, to := max(span[0], first), min(span[1], first+mostYears)
		if from <= to {
			row.Spans = append(row.Spans, document.TimelineSpan{First: from - first, Last: to - first, Measures: counts[span]})
		}
	}
	if row.Ongoing {
		words = append(words, e.say("ongoing"))
	}
	row.Words = strings.Join(words, "; ")
	if row.Words == "" {
		row.Remark = e.noTimetable(g)
		row.Words = row.Remark
	}
	return row
}

func spanEnd(span [2]int) string {
	if span[0] == span[1] {
		return ""
	}
	return fmt.Sprintf("–%d", span[1])
}

// noTimetable says why nothing is drawn for a goal.
func (e *edition) noTimetable(g *model.Goal) string {
	if len(g.Measures) == 0 {
		return e.missing("measure")
	}
	for i := range g.Measures {
		if g.Measures[i].Timetable.Unset() {
			return e.missing("timetable")
		}
	}
	return e.say("noOwnDate")
}

func (e *edition) goalTitle(g *model.Goal) document.Text {
	if title := e.text(g.Title); len(title) > 0 {
		return title
	}
	return document.Plain(e.missing("goalTitle"))
}
