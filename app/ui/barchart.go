package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Bar is one bar of a chart: its words stand before it, its number beside it.
type Bar struct {
	Group, Series, Number string
	Share                 float32 // of the longest bar, from 0 to 1
	Known                 bool    // without a number there is no bar
}

// NewBarChart draws bars below each other. Series names are left out where no
// bar has one. The words and numbers are text; the bars add nothing to them.
func NewBarChart(bars []Bar) *fyne.Container {
	column := NewColumn(theme.Space4)
	several := false
	for _, bar := range bars {
		several = several || bar.Series != ""
	}
	for _, bar := range bars {
		group := NewBoldLabel(bar.Group, theme.TextSecondary)
		series := NewMutedLabel(bar.Series, theme.TextSecondary)
		box := canvas.NewRectangle(fynetheme.Color(theme.ColorPrimary))
		box.Hidden = !bar.Known
		number := NewLabel(bar.Number, theme.TextSecondary)
		column.Add(&fyne.Container{
			Layout:  &barLayout{share: bar.Share, several: several},
			Objects: []fyne.CanvasObject{group, series, box, number},
		})
	}
	return column
}

// barLayout sets the words at the left, then the bar and its number.
type barLayout struct {
	share   float32
	several bool
}

// widths are those of the group's and the series' words, of the longest bar and
// of its number.
func (b *barLayout) widths(width float32) (group, series, bar, number float32) {
	group, number = 0.3*width, 0.18*width
	if b.several {
		series = 0.2 * width
	}
	return group, series, max(0, width-group-series-number-3*fynetheme.Size(theme.Space8)), number
}

func (b *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	group, series, bar, number := b.widths(size.Width)
	gap := fynetheme.Size(theme.Space8)
	put(objects[0], 0, 0, group, HeightFor(objects[0], group))
	x := group + gap
	if b.several {
		put(objects[1], x, 0, series, HeightFor(objects[1], series))
		x += series + gap
	}
	long, thick := max(1, bar*b.share), scaled(12)
	if !objects[2].Visible() {
		long = 0
	}
	put(objects[2], x, (LineHeight(theme.TextSecondary)-thick)/2, long, thick)
	put(objects[3], x+long+gap, 0, number+bar-long, HeightFor(objects[3], number+bar-long))
}

// HeightFor is the height of the highest words.
func (b *barLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	group, series, _, number := b.widths(width)
	high := max(HeightFor(objects[0], group), HeightFor(objects[3], number))
	if b.several {
		high = max(high, HeightFor(objects[1], series))
	}
	return high
}

func (b *barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaled(200), LineHeight(theme.TextSecondary))
}
