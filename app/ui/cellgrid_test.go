package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func cellGrid(t *testing.T) (*desk, *CellGrid, *Field) {
	d := newDesk(t)
	cells := [][]string{{"Kieli", "2019"}, {"suomi", "12"}}
	grid := NewCellGrid(d.Kit, "Taulukko", "fi", cells, func(column int) bool { return column == 1 }).Editable()
	after := NewField(d.Kit, "Seuraava")
	d.show(600, 400, NewColumn("", grid, after))
	d.Kit.Focus(grid.entry)
	return d, grid, after
}

func TestTabWalksThroughTheCellsAndOut(t *testing.T) {
	_, grid, after := cellGrid(t)
	for _, want := range []string{"2019", "suomi", "12"} {
		grid.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		if grid.entry.Text != want {
			t.Errorf("the cursor is at %q, want %q", grid.entry.Text, want)
		}
	}
	grid.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if !after.entry.focused {
		t.Error("Tab does not lead out of the grid")
	}
	grid.kit.Focus(grid.entry)
	grid.entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	grid.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if grid.entry.Text != "suomi" {
		t.Errorf("Shift+Tab leads to %q", grid.entry.Text)
	}
}

func TestArrowsAndPointerLeadToCells(t *testing.T) {
	_, grid, _ := cellGrid(t)
	keys := []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyDown, "suomi"}, {fyne.KeyRight, "12"}, {fyne.KeyUp, "2019"}, {fyne.KeyHome, "2019"}, {fyne.KeyLeft, "Kieli"}}
	for _, c := range keys {
		grid.entry.TypedKey(&fyne.KeyEvent{Name: c.key})
		if grid.entry.Text != c.want {
			t.Errorf("%s leads to %q, want %q", c.key, grid.entry.Text, c.want)
		}
	}
	grid.Tapped(&fyne.PointEvent{Position: fyne.NewPos(grid.Size().Width-5, grid.Size().Height-5)})
	if grid.entry.Text != "12" {
		t.Errorf("a press leads to %q", grid.entry.Text)
	}
	if said := grid.entry.AccessibilityLabel(); !strings.Contains(said, "rivi 2, sarake 2") || !strings.Contains(said, "suomi") || !strings.Contains(said, "2019") {
		t.Errorf("said %q", said)
	}
}

func TestTypingInACellIsHeardAndEnterInTheLastRowGrows(t *testing.T) {
	_, grid, _ := cellGrid(t)
	grown := 0
	heard := ""
	grid.OnGrow = func() { grown++ }
	grid.OnChanged = func(row, column int, text string) { heard = text }
	grid.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	grid.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	grid.entry.TypedRune('x')
	if heard != "suomix" || grid.cells[1][0] != "suomix" {
		t.Errorf("heard %q", heard)
	}
	grid.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if grown != 1 {
		t.Errorf("grown %d times", grown)
	}
}

func TestProseDividesAtTheCursor(t *testing.T) {
	d := newDesk(t)
	field := NewProse(d.Kit, "Kappale")
	d.show(400, 300, field)
	var head, tail string
	field.OnDivide(func(before, after string) { head, tail = before, after })
	field.SetText("yksi\nkaksi")
	field.Focus()
	for range 3 {
		field.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	field.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if head != "yksi\nka" || tail != "ksi" || field.Text() != "yksi\nkaksi" {
		t.Errorf("divided into %q and %q; the field holds %q", head, tail, field.Text())
	}
}
