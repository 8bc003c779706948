package programme

import (
	"strconv"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// inBrief is the programme in numbers, and its sections with what is in each.
func (e *edition) inBrief() []document.Block {
	figures := e.inFigures()
	if len(figures) == 0 {
		return nil
	}
	blocks := append([]document.Block{document.Heading{Level: 3, Text: document.Plain(e.say("agenda.brief"))}}, figures...)
	if sections := len(e.programme.Sections); sections == 0 || sections > mostInBrief {
		return blocks
	}
	table := document.Table{Form: document.Data, Continued: e.say("continued"), Columns: []document.Column{
		{Title: e.say("agenda.section"), Width: 102}, {Title: e.say("goals.alone"), Width: 34, Align: document.Right},
		{Title: e.say("agenda.measures"), Width: 34, Align: document.Right},
	}}
	if e.programme.Counts().Goals == 0 && e.settled() {
		table.Columns = table.Columns[:1] // no numbers are known of any
	}
	for i := range e.programme.Sections {
		row := e.sectionInBrief(&e.programme.Sections[i])
		row.Cells = row.Cells[:len(table.Columns)]
		table.Rows = append(table.Rows, row)
	}
	return append(blocks, table)
}

// mostInBrief is the number of sections at most that an item lists: those of a
// programme that has more stand in its annex.
const mostInBrief = 12

// sectionInBrief is a section with the numbers of its goals and measures. What a
// record of the past does not know is not counted.
func (e *edition) sectionInBrief(section *model.Section) document.Row {
	goals, measures := 0, 0
	for g := range section.AllGoals() {
		goals++
		measures += len(g.Measures)
	}
	cell := func(text document.Text, style document.Style) document.Cell {
		return document.Cell{Entries: []document.Entry{{{Text: text, Style: style}}}}
	}
	number := func(n int) document.Cell {
		if n == 0 && e.settled() {
			return cell(document.Plain(noDateSign), document.SmallMuted)
		}
		return cell(document.Plain(strconv.Itoa(n)), document.Small)
	}
	title := e.sectionTitle(section)
	if section.Number != "" && isHouse(section) {
		title = append(document.Plain(section.Number+" "), title...)
	}
	row := document.Row{Cells: []document.Cell{cell(title, document.Small), number(goals), number(measures)}}
	row.Cells[0].Heading = true
	return row
}

// inFigures is the programme in numbers: its years and its parts. What a record
// of the past does not know is not counted.
func (e *edition) inFigures() []document.Block {
	counts := e.programme.Counts()
	var columns [][]document.Paragraph
	figure := func(number, words string) {
		columns = append(columns, []document.Paragraph{
			{Text: document.Plain(number), Style: document.Title2}, {Text: document.Plain(words), Style: document.Small},
		})
	}
	count := func(key string, n int) {
		if n > 0 || !e.settled() {
			number, words, _ := strings.Cut(e.say(key, "count", n), " ")
			figure(number, words)
		}
	}
	if span := e.span(); span != "" {
		figure(span, e.say("figure.years"))
	}
	if len(e.programme.Sections) > 0 || len(e.programme.Goals) == 0 {
		count("figure.sections", counts.Sections)
	}
	count("goals", counts.Goals)
	count("measures", counts.Measures)
	if len(columns) == 0 {
		return nil
	}
	return []document.Block{document.Columns{Columns: columns}}
}

// languageShares tells of each of the programme's languages how much is written
// in it; of a programme in one language there is nothing to tell.
func (e *edition) languageShares() string {
	var shares []string
	for _, language := range e.programme.Languages {
		if share := textsIn(e.programme, language); share.Whole > 0 {
			shares = append(shares, e.say("figure.share", "language", e.say("inLanguage."+string(language)), "percent", share.Percent()))
		}
	}
	if len(shares) < 2 {
		return ""
	}
	return join(shares...)
}
