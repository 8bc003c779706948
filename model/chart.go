package model

import (
	"strings"

	"github.com/shopspring/decimal"

	"tavoitekartta/model/text"
)

// Chart is the reading of a chart's grid: a group of bars for each row below
// the head, a bar in it for each further column.
type Chart struct {
	Series []string // the heads of the further columns
	Groups []ChartGroup
	// Unread are the cells that stand where a number is wanted and are none.
	Unread []CellPlace
}

// ChartGroup is a row of a chart.
type ChartGroup struct {
	Name string
	Bars []ChartBar // one for each series
}

// ChartBar is one number of a chart.
type ChartBar struct {
	Written string  // as it stands in its cell, "" for none
	Share   float64 // of the greatest number of the chart, from 0 to 1
	Known   bool    // the cell holds a number
}

// CellPlace is a cell by its row and column, both counted from 0.
type CellPlace struct{ Row, Column int }

// ReadChart reads the numbers of a chart. What is no number is named in Unread
// and has no bar.
func ReadChart(g Grid) Chart {
	var c Chart
	if len(g) == 0 {
		return c
	}
	c.Series = append(c.Series, g[0][min(1, len(g[0])):]...)
	greatest := decimal.Zero
	numbers := map[CellPlace]decimal.Decimal{}
	for i, row := range g[1:] {
		for j, cell := range row[min(1, len(row)):] {
			at := CellPlace{i + 1, j + 1}
			canonical, err := text.ParseNumber(cell)
			number, malformed := decimal.NewFromString(canonical)
			switch {
			case cell == "":
			case err != nil || malformed != nil:
				c.Unread = append(c.Unread, at)
			default:
				numbers[at] = number
				greatest = decimal.Max(greatest, number)
			}
		}
	}
	for i, row := range g[1:] {
		group := ChartGroup{Name: row[0]}
		for j, cell := range row[min(1, len(row)):] {
			bar := ChartBar{Written: cell}
			var number decimal.Decimal
			if number, bar.Known = numbers[CellPlace{i + 1, j + 1}]; bar.Known && !greatest.IsZero() {
				bar.Share = number.Div(greatest).InexactFloat64()
			}
			group.Bars = append(group.Bars, bar)
		}
		c.Groups = append(c.Groups, group)
	}
	return c
}

// InWords tells the numbers for those who do not see the figure: "Suomi: 2019
// 12, 2020 14; Ruotsi: …". A cell without a number is "–".
func (c Chart) InWords() string {
	var groups []string
	for _, group := range c.Groups {
		var bars []string
		for i, bar := range group.Bars {
			written := bar.Written
			if !bar.Known {
				written = "–"
			}
			bars = append(bars, strings.TrimSpace(c.Series[i]+" "+written))
		}
		groups = append(groups, strings.Trim(group.Name+": "+strings.Join(bars, ", "), ": "))
	}
	return strings.Join(groups, "; ")
}
