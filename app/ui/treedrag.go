package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// treeDrag is a row on its way by pointer.
type treeDrag struct {
	id    string // empty while nothing is dragged
	level int
	y     float32 // of the pointer, in the tree's body
	to    treeDrop
}

// treeDrop is a place between two rows.
type treeDrop struct {
	parent string
	index  int // among the children, the dragged row left out
	y      float32
	valid  bool
}

// dragged follows the pointer, which is told from the row's corner.
func (t *Tree) dragged(row *treeRow, event *fyne.DragEvent) {
	if t.OnMove == nil {
		return
	}
	if t.drag.id == "" {
		flat := row.flat()
		t.drag = treeDrag{id: flat.row.ID, level: flat.level}
	}
	t.drag.y = row.Position().Y + event.Position.Y
	t.scrollAtEdge()
	t.drag.to = t.dropAt(t.drag.y)
	t.body.Refresh()
}

// dragEnd asks for the move.
func (t *Tree) dragEnd() {
	drag := t.drag
	t.drag = treeDrag{}
	t.body.Refresh()
	if drag.id == "" || !drag.to.valid || t.OnMove == nil {
		return
	}
	if from, ok := t.find(drag.id); ok && from.parent == drag.to.parent && from.index == drag.to.index {
		return
	}
	t.OnMove(drag.id, drag.to.parent, drag.to.index)
}

func (t *Tree) find(id string) (flatRow, bool) {
	for _, flat := range t.flat {
		if flat.row.ID == id {
			return flat, true
		}
	}
	return flatRow{}, false
}

// scrollAtEdge scrolls while the pointer is near the upper or lower edge.
func (t *Tree) scrollAtEdge() {
	const step = 12
	edge := fynetheme.Size(theme.Space24)
	offset, height := t.scroll.Offset.Y, t.scroll.Size().Height
	switch {
	case t.drag.y < offset+edge:
		offset -= step
	case t.drag.y > offset+height-edge:
		offset += step
	default:
		return
	}
	furthest := max(0, t.tops[len(t.flat)]-height)
	t.scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, offset), furthest)))
}

// dropAt returns the place for the dragged row that is nearest to y: a section
// goes between sections, a goal between the goals of an open section or, over a
// section's own row, to that section's end.
func (t *Tree) dropAt(y float32) treeDrop {
	best, nearest := treeDrop{}, float32(-1)
	offer := func(drop treeDrop) {
		distance := max(drop.y-y, y-drop.y)
		if nearest < 0 || distance < nearest {
			drop.valid = true
			best, nearest = drop, distance
		}
	}
	left := 0 // siblings counted so far, the dragged row left out
	for index, flat := range t.flat {
		bottom := t.tops[index+1]
		switch {
		case t.drag.level == 0:
			if flat.level > 0 {
				continue
			}
			offer(treeDrop{parent: "", index: left, y: t.tops[index]})
			if flat.row.ID != t.drag.id {
				left++
			}
		case flat.level == 0:
			left = 0
			if t.open[flat.row.ID] {
				offer(treeDrop{parent: flat.row.ID, index: 0, y: bottom})
			} else {
				offer(treeDrop{parent: flat.row.ID, index: len(flat.row.Children) - t.holds(flat.row, t.drag.id), y: (t.tops[index] + bottom) / 2})
			}
		default:
			if flat.row.ID != t.drag.id {
				left++
			}
			offer(treeDrop{parent: flat.parent, index: left, y: bottom})
		}
	}
	if t.drag.level == 0 {
		offer(treeDrop{parent: "", index: left, y: t.tops[len(t.flat)]})
	}
	return best
}

// holds is 1 when a section has a goal, otherwise 0.
func (t *Tree) holds(section *TreeRow, id string) int {
	for i := range section.Children {
		if section.Children[i].ID == id {
			return 1
		}
	}
	return 0
}

// placeDrop draws the line at which a dragged row would stand.
func (b *treeBody) placeDrop(width float32) {
	to := b.tree.drag.to
	if b.tree.drag.id == "" || !to.valid {
		b.drop.Hide()
		return
	}
	thick := scaled(3)
	b.drop.FillColor = fynetheme.Color(theme.ColorPrimary)
	b.drop.CornerRadius = thick / 2
	left := scaled(treeLeft) + scaled(goalIndent)*float32(b.tree.drag.level)
	b.drop.Move(fyne.NewPos(left, to.y-thick/2))
	b.drop.Resize(fyne.NewSize(width-left-scaled(treeRight), thick))
	b.drop.Show()
}
