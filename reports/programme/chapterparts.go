package programme

import (
	"math"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// chapterPart is one part of a chapter; one without any words is left out.
func (e *edition) chapterPart(b *model.Block, anchor string) []document.Block {
	switch b.Role {
	case model.TableBlock:
		return e.dataTable(b)
	case model.ChartBlock:
		return e.chart(b)
	}
	text := e.text(b.Body)
	if strings.TrimSpace(text.String()) == "" {
		return nil
	}
	switch b.Role {
	case model.HeadingBlock:
		return []document.Block{document.Heading{Level: 2, Text: text, Anchor: e.prefix + anchor}}
	case model.ListBlock, model.NumberedBlock:
		return []document.Block{document.List{Items: items(text), Numbered: b.Role == model.NumberedBlock}}
	case model.QuotationBlock:
		return []document.Block{quotation(paragraphs(text, document.Body), e.text(b.AuthorRole))}
	}
	return paragraphs(text, document.Body)
}

// items parts a list's text at its line feeds.
func items(text document.Text) []document.Text {
	var list []document.Text
	for _, run := range text {
		for _, line := range model.Lines(run.String) {
			list = append(list, document.Text{{String: line, Language: run.Language}})
		}
	}
	return list
}

func quotation(body []document.Block, speaker document.Text) document.Block {
	q := document.Quotation{Speaker: speaker}
	for _, block := range body {
		if paragraph, is := block.(document.Paragraph); is {
			q.Paragraphs = append(q.Paragraphs, paragraph)
		}
	}
	return q
}

// caption names a table or a figure above it.
func (e *edition) caption(b *model.Block) []document.Block {
	title := e.text(b.Title)
	if len(title) == 0 {
		return nil
	}
	return []document.Block{document.Paragraph{Text: title, Style: document.BodyBold, KeepWithNext: true}}
}

// cells are the words of a table in the edition's language, and the original
// for those that are not translated.
type cells struct {
	own, original             model.Grid
	ownLanguage, originalFrom string // "" for the edition's
}

// cells reads a table's text in the edition's language. Where its words are not
// translated, the cell keeps the original's.
func (e *edition) cells(b *model.Block) cells {
	body, language := b.Body.Best(e.language, e.programme.FirstLanguage)
	c := cells{own: model.ReadGrid(body)}
	if language != e.language {
		c.ownLanguage = string(language)
		return c
	}
	first, original := b.Body.Best(e.programme.FirstLanguage)
	g := model.ReadGrid(first)
	if original != e.language && len(g) == len(c.own) && g.Columns() == c.own.Columns() {
		c.original, c.originalFrom = g, string(original)
	}
	return c
}

func (c cells) text(row, column int) document.Text {
	if words := c.own[row][column]; words != "" || c.original == nil {
		return document.In(c.ownLanguage, words)
	}
	return document.In(c.originalFrom, c.original[row][column])
}

// sentence ends a title as one, with room for what follows.
func sentence(title string) string {
	if title == "" {
		return ""
	}
	return strings.TrimRight(title, ".") + ". "
}

// dataTable sets a table of a chapter. One with more columns than paper holds is
// set as several tables, each with the first column.
func (e *edition) dataTable(b *model.Block) []document.Block {
	c := e.cells(b)
	if len(c.own) == 0 {
		return nil
	}
	blocks := e.caption(b)
	columns := c.own.Columns()
	for from := 1; from == 1 || from < columns; from += model.MaxTableColumns - 1 {
		shown := []int{0}
		for i := from; i < min(columns, from+model.MaxTableColumns-1); i++ {
			shown = append(shown, i)
		}
		blocks = append(blocks, e.dataColumns(b, c, shown))
	}
	return blocks
}

// dataColumns is a table of the columns shown.
func (e *edition) dataColumns(b *model.Block, c cells, shown []int) document.Block {
	t := document.Table{Form: document.Data, Caption: e.plain(b.Title), Continued: e.say("continued")}
	weights := 0.0
	for _, i := range shown {
		weights += columnWeight(c.own, i)
	}
	for _, i := range shown {
		column := document.Column{Width: math.Round(10*pageWidth*columnWeight(c.own, i)/weights) / 10}
		if title := c.text(0, i); len(title) > 0 {
			column.Title, column.Language = title[0].String, title[0].Language
		}
		if c.own.NumberColumn(i) {
			column.Align = document.Right
		}
		t.Columns = append(t.Columns, column)
	}
	for row := 1; row < len(c.own); row++ {
		var set document.Row
		for n, i := range shown {
			cell := document.Cell{Heading: n == 0 && !c.own.NumberColumn(i)}
			if words := c.text(row, i); len(words) > 0 {
				cell.Entries = []document.Entry{{{Text: words, Style: document.Small}}}
			}
			set.Cells = append(set.Cells, cell)
		}
		t.Rows = append(t.Rows, set)
	}
	return t
}

// columnWeight is a column's share: words need more room than numbers, and many
// columns share alike.
func columnWeight(g model.Grid, column int) float64 {
	if g.Columns() > 6 || g.NumberColumn(column) {
		return 1
	}
	return 2
}

// chart sets a chart as bars with their numbers beside.
func (e *edition) chart(b *model.Block) []document.Block {
	c := e.cells(b)
	if len(c.own) == 0 {
		return nil
	}
	read := model.ReadChart(c.own.Filled(c.original))
	if len(read.Series) == 0 || len(read.Groups) == 0 {
		return e.dataTable(b)
	}
	figure := document.Chart{Alternative: e.say("chart.words", "title", sentence(e.plain(b.Title)), "numbers", read.InWords())}
	for i := range read.Series {
		figure.Series = append(figure.Series, c.text(0, i+1))
	}
	for i, group := range read.Groups {
		set := document.ChartGroup{Name: c.text(i+1, 0)}
		for j, bar := range group.Bars {
			set.Bars = append(set.Bars, document.ChartBar{Number: c.text(i+1, j+1), Share: bar.Share, Known: bar.Known})
		}
		figure.Groups = append(figure.Groups, set)
	}
	return append(e.caption(b), figure)
}
