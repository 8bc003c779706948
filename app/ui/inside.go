package ui

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
)

// What is read inside each control that holds others, in the order of reading.

func (r *roving) inside() []fyne.CanvasObject      { return r.objects() }
func (r *ChipRow) inside() []fyne.CanvasObject     { return []fyne.CanvasObject{r.content} }
func (f *Field) inside() []fyne.CanvasObject       { return []fyne.CanvasObject{f.content} }
func (s *Select) inside() []fyne.CanvasObject      { return []fyne.CanvasObject{s.content} }
func (s *SearchField) inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.entry} }
func (e *textEntry) inside() []fyne.CanvasObject   { return present(e.trailing) }
func (b *BodyChip) inside() []fyne.CanvasObject    { return append(present(b.name), b.removal()...) }
func (n *Notice) inside() []fyne.CanvasObject      { return []fyne.CanvasObject{n.content} }
func (p *Proposal) inside() []fyne.CanvasObject    { return []fyne.CanvasObject{p.content} }
func (s *Surface) inside() []fyne.CanvasObject     { return present(s.content) }
func (p *Page) inside() []fyne.CanvasObject        { return []fyne.CanvasObject{p.scroll} }
func (c *SideCard) inside() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.title, c.scroll, c.buttons}
}
func (o *dialogOverlay) inside() []fyne.CanvasObject { return []fyne.CanvasObject{o.body, o.layer} }
func (l *MovableList) inside() []fyne.CanvasObject   { return []fyne.CanvasObject{l.column} }
func (g *CellGrid) inside() []fyne.CanvasObject      { return []fyne.CanvasObject{g.scroll} }
func (t *Thumbnails) inside() []fyne.CanvasObject    { return []fyne.CanvasObject{t.scroll} }
func (t *Tree) inside() []fyne.CanvasObject          { return []fyne.CanvasObject{t.scroll} }
func (t *Timeline) inside() []fyne.CanvasObject      { return []fyne.CanvasObject{t.scroll} }
func (b *compareBody) inside() []fyne.CanvasObject   { return b.objects }

// inside are the fields of an open card; a folded one says all of itself.
func (c *MovableCard) inside() []fyne.CanvasObject { return present(c.body) }

// inside are the rows in view, from the top.
func (p *rowPool[R]) inside() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, index := range slices.Sorted(maps.Keys(p.shown)) {
		rows = append(rows, p.shown[index])
	}
	return rows
}

func (l *dropList) inside() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, row := range l.rows {
		rows = append(rows, row)
	}
	return rows
}

// inside are the column heads and the rows.
func (t *CompareTable) inside() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.head.number, t.head.left, t.head.right, t.scroll}
}

// inside are the parts of a row, the earlier text before the later one.
func (r *compareRow) inside() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{r.number, r.tags}
	for _, part := range r.parts {
		parts = append(parts, part.left.caption, part.left.words, part.right.caption, part.right.words)
	}
	parts = append(parts, present(r.ground)...)
	if r.link != nil {
		parts = append(parts, r.link)
	}
	return parts
}

func (b *BodyChip) removal() []fyne.CanvasObject {
	if b.remove == nil {
		return nil
	}
	return []fyne.CanvasObject{b.remove}
}

func present(object fyne.CanvasObject) []fyne.CanvasObject {
	if object == nil {
		return nil
	}
	return []fyne.CanvasObject{object}
}
