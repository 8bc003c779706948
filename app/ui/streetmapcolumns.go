package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// column is where a house stands on the map: its façade's left edge and width.
type column struct{ left, width float32 }

// columns returns where the houses of the map stand at a width, or nil when
// they stand in more than one row.
func (m *StreetMap) columns(width float32) []column {
	margin := fynetheme.Size(theme.FocusMargin)
	plots := m.drawing(width - 2*margin).Plots
	var columns []column
	for _, plot := range plots {
		if plot.Facade.Max.Y != plots[0].Facade.Max.Y {
			return nil
		}
		columns = append(columns, column{margin + float32(plot.Facade.Min.X), float32(plot.Facade.Width())})
	}
	return columns
}

// underLayout sets one object under each house of a map, whole rows of them
// with their captions; where the houses stand in several rows, or the columns
// are narrower than narrowest, it shows its last object instead.
type underLayout struct {
	picture   *StreetMap
	gap       fyne.ThemeSizeName
	captions  []bool // for each row: its first object is a caption as wide as the map
	narrowest float32
	width     float32
}

// UnderRow is a row of objects under the houses of a map, one for each of its
// sections in their order, with a caption above or nil.
type UnderRow struct {
	Caption fyne.CanvasObject
	Cells   []fyne.CanvasObject
}

// NewUnderMap sets rows of objects under the houses of a map, each as wide as
// its house. Instead is shown where the houses stand in several rows, or are
// narrower than the widest cell.
func NewUnderMap(picture *StreetMap, gap fyne.ThemeSizeName, rows []UnderRow, instead fyne.CanvasObject) *fyne.Container {
	under := &underLayout{picture: picture, gap: gap}
	var objects []fyne.CanvasObject
	for _, row := range rows {
		under.captions = append(under.captions, row.Caption != nil)
		if row.Caption != nil {
			objects = append(objects, row.Caption)
		}
		objects = append(objects, row.Cells...)
		for _, cell := range row.Cells {
			under.narrowest = max(under.narrowest, cell.MinSize().Width)
		}
	}
	return &fyne.Container{Layout: under, Objects: append(objects, instead)}
}

// standing returns the columns of the cells, nil where there are none.
func (u *underLayout) standing(width float32) []column {
	columns := u.picture.columns(width)
	if len(columns) == 0 || columns[0].width < u.narrowest {
		return nil
	}
	return columns
}

// place calls put for each object of the rows and returns their height.
func (u *underLayout) place(objects []fyne.CanvasObject, columns []column, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	y := float32(0)
	for _, captioned := range u.captions {
		if y > 0 {
			y += fynetheme.Size(u.gap)
		}
		if captioned {
			high := HeightFor(objects[0], width)
			put(objects[0], columns[0].left, y, width-columns[0].left, high)
			y, objects = y+high, objects[1:]
		}
		tallest := float32(0)
		for i, at := range columns {
			high := HeightFor(objects[i], at.width)
			put(objects[i], at.left, y, at.width, high)
			tallest = max(tallest, high)
		}
		y, objects = y+tallest, objects[len(columns):]
	}
	return y
}

func (u *underLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	u.width = size.Width
	rows, instead := objects[:len(objects)-1], objects[len(objects)-1]
	columns := u.standing(size.Width)
	for _, object := range rows {
		showIf(object, columns != nil)
	}
	showIf(instead, columns == nil)
	if columns == nil {
		put(instead, 0, 0, size.Width, HeightFor(instead, size.Width))
		return
	}
	u.place(rows, columns, size.Width, put)
}

// HeightFor is the height of the rows, or of what is shown instead.
func (u *underLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	rows, instead := objects[:len(objects)-1], objects[len(objects)-1]
	columns := u.standing(width)
	if columns == nil {
		return HeightFor(instead, width)
	}
	return u.place(rows, columns, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (u *underLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := scaled(240)
	return fyne.NewSize(width, u.HeightFor(objects, max(width, u.width)))
}

func showIf(object fyne.CanvasObject, shown bool) {
	if shown {
		object.Show()
		return
	}
	object.Hide()
}
