package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
)

// below returns how far the lower edge of an object is below that of the page.
func below(page *Page, object fyne.CanvasObject) float32 {
	driver := fyne.CurrentApp().Driver()
	edge := driver.AbsolutePositionForObject(object).Y + object.Size().Height
	return edge - driver.AbsolutePositionForObject(page).Y - page.Size().Height
}

func tallPage(d *desk, last fyne.CanvasObject) *Page {
	var rows []fyne.CanvasObject
	for range 6 {
		rows = append(rows, NewField(d.Kit, "Nimi"))
	}
	return NewPage(d.Kit, NewColumn(theme.Space12, append(rows, last)...))
}

func TestAFieldFocusedBeforeThePageHasASizeIsSeen(t *testing.T) {
	d := newDesk(t)
	last := NewField(d.Kit, "Tiedosto")
	page := tallPage(d, last)
	d.window = test.NewTempWindow(t, container.NewStack(page, d.Layer()))
	last.Focus()
	for _, height := range []float32{340, 260} {
		d.window.Resize(fyne.NewSize(400, height))
		if hidden := below(page, last); hidden > 0 {
			t.Errorf("at a height of %v the field reaches %v below the page", height, hidden)
		}
	}
}

func TestASentenceBelowChipsIsSeenWithThem(t *testing.T) {
	d := newDesk(t)
	chips := NewChipRow(d.Kit, "Aikataulu", "2019", "2020", "Jatkuva")
	page := tallPage(d, chips)
	d.window = test.NewTempWindow(t, container.NewStack(page, d.Layer()))
	d.window.Resize(fyne.NewSize(400, 300))
	chips.SetError("Aikataulu puuttuu. Valitse vuosi tai jatkuva.")
	d.relayout()
	chips.Focus()
	if hidden := below(page, chips); hidden > 0 {
		t.Errorf("the row reaches %v below the page", hidden)
	}
}

func TestThePageStandsStillUntilAPressedFieldIsLetGo(t *testing.T) {
	d := newDesk(t)
	last := NewField(d.Kit, "Tiedosto")
	page := tallPage(d, last)
	d.window = test.NewTempWindow(t, container.NewStack(page, d.Layer()))
	d.window.Resize(fyne.NewSize(400, 300))
	before := below(page, last)
	event := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	last.entry.MouseDown(event)
	if !last.entry.focused {
		t.Error("the press did not give the field the keyboard")
	}
	if moved := below(page, last); moved != before {
		t.Errorf("the page moved by %v under the pointer", before-moved)
	}
	last.entry.MouseUp(event)
	if hidden := below(page, last); hidden > 0 {
		t.Errorf("the field reaches %v below the page", hidden)
	}
}
