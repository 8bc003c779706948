package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Flowing is what has a height that depends on its width.
type Flowing interface {
	HeightFor(width float32) float32
}

// FlowingLayout is a layout whose height depends on its width.
type FlowingLayout interface {
	fyne.Layout
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor returns the height that an object needs at a width: its own answer
// when it is [Flowing] or a container with a [FlowingLayout], and otherwise the
// height of its minimum size.
func HeightFor(object fyne.CanvasObject, width float32) float32 {
	if flowing, ok := object.(Flowing); ok {
		return flowing.HeightFor(width)
	}
	if box, ok := object.(*fyne.Container); ok {
		if flowing, ok := box.Layout.(FlowingLayout); ok {
			return flowing.HeightFor(box.Objects, width)
		}
	}
	return object.MinSize().Height
}

// columnLayout stacks objects, each as wide as the column and as high as that
// width asks for.
type columnLayout struct {
	gap   fyne.ThemeSizeName
	width float32
}

// NewColumn stacks objects from the top with a gap between them, each at the
// column's full width and at the height which that width asks for. Hidden
// objects take no room.
func NewColumn(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columnLayout{gap: gap}, Objects: objects}
}

func (c *columnLayout) space() float32 {
	if c.gap == "" {
		return 0
	}
	return fynetheme.Size(c.gap)
}

func (c *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	y := float32(0)
	for _, object := range objects {
		if !object.Visible() {
			continue
		}
		height := HeightFor(object, size.Width)
		object.Resize(fyne.NewSize(size.Width, height))
		object.Move(fyne.NewPos(0, y))
		y += height + c.space()
	}
}

func (c *columnLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	height, shown := float32(0), 0
	for _, object := range objects {
		if object.Visible() {
			height += HeightFor(object, width)
			shown++
		}
	}
	return height + float32(max(0, shown-1))*c.space()
}

func (c *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, object := range objects {
		if object.Visible() {
			width = max(width, object.MinSize().Width)
		}
	}
	return fyne.NewSize(width, c.HeightFor(objects, max(width, c.width)))
}

// rowLayout sets objects side by side; one of them takes what is left.
type rowLayout struct {
	gap   fyne.ThemeSizeName
	grow  fyne.CanvasObject
	align float32 // 0 top, 0.5 middle
	width float32
}

// NewRow sets objects side by side with a gap between them, in the middle of
// the row's height. Each is as wide as it must be, and grow, which is one of
// them or nil, takes the rest.
func NewRow(gap fyne.ThemeSizeName, grow fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &rowLayout{gap: gap, grow: grow, align: 0.5}, Objects: objects}
}

// NewTopRow is [NewRow] with the objects at the upper edge.
func NewTopRow(gap fyne.ThemeSizeName, grow fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &rowLayout{gap: gap, grow: grow}, Objects: objects}
}

// widths returns the width of each object; a hidden one has a negative width.
func (r *rowLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	used, growing, shown := float32(0), -1, 0
	for index, object := range objects {
		if !object.Visible() {
			widths[index] = -1
			continue
		}
		shown++
		if object == r.grow {
			growing = index
			continue
		}
		widths[index] = object.MinSize().Width
		used += widths[index]
	}
	if growing >= 0 {
		widths[growing] = max(0, width-used-float32(max(0, shown-1))*fynetheme.Size(r.gap))
	}
	return widths
}

func (r *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	x := float32(0)
	for index, width := range r.widths(objects, size.Width) {
		if width < 0 {
			continue
		}
		height := min(HeightFor(objects[index], width), size.Height)
		objects[index].Resize(fyne.NewSize(width, height))
		objects[index].Move(fyne.NewPos(x, (size.Height-height)*r.align))
		x += width + fynetheme.Size(r.gap)
	}
}

func (r *rowLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for index, objectWidth := range r.widths(objects, width) {
		if objectWidth >= 0 {
			height = max(height, HeightFor(objects[index], objectWidth))
		}
	}
	return height
}

func (r *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width, shown := float32(0), 0
	for _, object := range objects {
		if object.Visible() {
			width += object.MinSize().Width
			shown++
		}
	}
	width += float32(max(0, shown-1)) * fynetheme.Size(r.gap)
	return fyne.NewSize(width, r.HeightFor(objects, max(width, r.width)))
}

// wrapLayout sets objects side by side and goes on in a next line.
type wrapLayout struct{ gapX, gapY fyne.ThemeSizeName }

// NewWrap sets objects side by side, each as small as it may be, and goes on
// below where the width ends.
func NewWrap(gapX, gapY fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &placedLayout{place: wrapLayout{gapX, gapY}.place}, Objects: objects}
}

// place calls put for each visible object and returns the height of all lines.
func (w wrapLayout) place(objects []fyne.CanvasObject, width float32, put placing) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, object := range objects {
		if !object.Visible() {
			continue
		}
		size := object.MinSize()
		if x > 0 && x+size.Width > width {
			x, y, line = 0, y+line+fynetheme.Size(w.gapY), 0
		}
		size.Width = min(size.Width, max(width, 0))
		size.Height = max(size.Height, HeightFor(object, size.Width))
		put(object, fyne.NewPos(x, y), size)
		x += size.Width + fynetheme.Size(w.gapX)
		line = max(line, size.Height)
	}
	return y + line
}

// insetLayout keeps room around one object.
type insetLayout struct {
	top, right, bottom, left fyne.ThemeSizeName
}

// NewInset keeps room above, right of, below and left of an object; an empty
// name keeps none. Around a hidden object there is none either.
func NewInset(top, right, bottom, left fyne.ThemeSizeName, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: insetLayout{top, right, bottom, left}, Objects: []fyne.CanvasObject{object}}
}

// NewMargin keeps the same room on every side of an object.
func NewMargin(room fyne.ThemeSizeName, object fyne.CanvasObject) *fyne.Container {
	return NewInset(room, room, room, room, object)
}

func (insetLayout) size(name fyne.ThemeSizeName) float32 {
	if name == "" {
		return 0
	}
	return fynetheme.Size(name)
}

func (i insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, top := i.size(i.left), i.size(i.top)
	for _, object := range objects {
		object.Resize(fyne.NewSize(max(0, size.Width-left-i.size(i.right)), max(0, size.Height-top-i.size(i.bottom))))
		object.Move(fyne.NewPos(left, top))
	}
}

func (i insetLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	height, shown := float32(0), false
	for _, object := range objects {
		if object.Visible() {
			shown = true
			height = max(height, HeightFor(object, max(0, width-i.size(i.left)-i.size(i.right))))
		}
	}
	if !shown {
		return 0
	}
	return height + i.size(i.top) + i.size(i.bottom)
}

func (i insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, shown := fyne.Size{}, false
	for _, object := range objects {
		if object.Visible() {
			shown = true
			size = size.Max(object.MinSize())
		}
	}
	if !shown {
		return size
	}
	return size.AddWidthHeight(i.size(i.left)+i.size(i.right), i.size(i.top)+i.size(i.bottom))
}

// gridLayout sets objects in columns of equal width, each row as high as its
// highest object.
type gridLayout struct {
	narrowest float32
	filled    bool // no more columns than objects
	gap       fyne.ThemeSizeName
}

// NewGrid sets objects in as many columns of equal width as fit when none is
// narrower than narrowest, in pixels at normal text size. The objects of a row
// are equally high.
func NewGrid(narrowest float32, gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &placedLayout{place: gridLayout{narrowest: narrowest, gap: gap}.place}, Objects: objects}
}

// NewFormRow is [NewGrid] for the fields of a form: they share the whole width,
// and stand below each other where there is too little of it.
func NewFormRow(narrowest float32, gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &placedLayout{place: gridLayout{narrowest: narrowest, gap: gap, filled: true}.place}, Objects: objects}
}

// place calls put for each visible object and returns the height of all rows.
func (g gridLayout) place(objects []fyne.CanvasObject, width float32, put placing) float32 {
	var shown []fyne.CanvasObject
	for _, object := range objects {
		if object.Visible() {
			shown = append(shown, object)
		}
	}
	gap := fynetheme.Size(g.gap)
	narrowest := g.narrowest * fynetheme.Size(theme.Space4) / 4
	columns := max(1, int((width+gap)/(narrowest+gap)))
	if g.filled {
		columns = max(1, min(columns, len(shown)))
	}
	columnWidth := (width - float32(columns-1)*gap) / float32(columns)
	y := float32(0)
	for first := 0; first < len(shown); first += columns {
		row := shown[first:min(first+columns, len(shown))]
		height := float32(0)
		for _, object := range row {
			height = max(height, HeightFor(object, columnWidth))
		}
		if first > 0 {
			y += gap
		}
		for column, object := range row {
			put(object, fyne.NewPos(float32(column)*(columnWidth+gap), y), fyne.NewSize(columnWidth, height))
		}
		y += height
	}
	return y
}

// placing is given each visible object with its place and size.
type placing func(object fyne.CanvasObject, at fyne.Position, size fyne.Size)

// placedLayout is the layout of objects whose places follow from the width
// alone: place hands them out and returns the height of all.
type placedLayout struct {
	place func(objects []fyne.CanvasObject, width float32, put placing) float32
	width float32
}

func (p *placedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	p.place(objects, size.Width, func(object fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		object.Resize(size)
		object.Move(at)
	})
}

func (p *placedLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return p.place(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// MinSize is as wide as the widest object, and as high as the width it had last
// asks for.
func (p *placedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, object := range objects {
		if object.Visible() {
			width = max(width, object.MinSize().Width)
		}
	}
	return fyne.NewSize(width, p.HeightFor(objects, max(width, p.width)))
}

// put places an object; a negative width or height becomes none.
func put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(max(0, width), max(0, height)))
}
