package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"tavoitekartta/app/theme"
)

// threeCards are folded, folded and open.
func threeCards(t *testing.T) (list *MovableList, cards []*MovableCard, done *[]string) {
	t.Helper()
	useTheme(t, theme.BrightnessLight, 1)
	kit := finnishKit(t)
	done = &[]string{}
	note := func(what string) func() { return func() { *done = append(*done, what) } }
	for number := 1; number <= 2; number++ {
		card := NewFoldedCard(kit, fmt.Sprint(number), NewLabel("Neuvonta", theme.TextBody), nil,
			fmt.Sprintf("Toimenpide %d: Neuvonta", number), note(fmt.Sprintf("open %d", number)))
		card.OnDelete = note(fmt.Sprintf("delete %d", number))
		cards = append(cards, card)
	}
	cards = append(cards, NewOpenCard(kit, "3", NewField(kit, "Toimenpide suomeksi")))
	list = NewMovableList(cards...)
	list.OnMove = func(from, to int) { *done = append(*done, fmt.Sprintf("%d to %d", from, to)) }
	show(t, list, 800, 600)
	return list, cards, done
}

func TestACardIsOpenedMovedAndRemovedByKeyboard(t *testing.T) {
	_, cards, done := threeCards(t)
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	press(cards[0], fyne.KeyReturn, fyne.KeyDelete)
	cards[0].TypedShortcut(alt(fyne.KeyUp)) // it is the first already
	cards[0].TypedShortcut(alt(fyne.KeyDown))
	cards[1].TypedShortcut(alt(fyne.KeyUp))
	cards[1].Fixed().TypedShortcut(alt(fyne.KeyUp))
	if got := strings.Join(*done, ", "); got != "open 1, delete 1, 0 to 1, 1 to 0" {
		t.Errorf("done: %s", got)
	}
	if cards[0].AccessibilityLabel() != "Toimenpide 1: Neuvonta" {
		t.Errorf("read out as %q", cards[0].AccessibilityLabel())
	}
}

func TestTabGoesIntoAnOpenCardAndNotOntoIt(t *testing.T) {
	list, cards, _ := threeCards(t)
	on := fyne.CurrentApp().Driver().CanvasForObject(list)
	for range 3 {
		on.FocusNext()
	}
	if on.Focused() == fyne.Focusable(cards[2]) || on.Focused() == nil {
		t.Errorf("the third stop of Tab is %v", on.Focused())
	}
}

func TestACardIsDraggedToItsPlace(t *testing.T) {
	drag := func(card *MovableCard, fromX, toY float32) {
		position := fyne.NewPos(fromX, toY-card.Position().Y)
		card.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: position}})
		card.DragEnd()
	}
	tests := []struct {
		name string
		card int
		x, y float32
		want string
	}{
		{"below all", 0, 300, 900, "0 to 2"},
		{"above all", 1, 300, -10, "1 to 0"},
		{"between", 0, 300, 90, "0 to 1"},
		{"where it stands", 1, 300, 60, ""},
		{"an open card by its grip", 2, 20, -10, "2 to 0"},
		{"an open card between its fields", 2, 300, -10, ""},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			list, cards, done := threeCards(t)
			drag(cards[c.card], c.x, c.y)
			if got := strings.Join(*done, ", "); got != c.want {
				t.Errorf("asked for %q, want %q", got, c.want)
			}
			if list.drop.Visible() {
				t.Error("the line of the place stays")
			}
		})
	}
}

func TestEvenColumnsShareTheWidthOrStandBelowEachOther(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	first, second := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	row := NewFormRow(280, theme.Space8, first, second)
	row.Resize(fyne.NewSize(900, 100))
	if first.Size().Width != 446 || second.Position() != fyne.NewPos(454, 0) {
		t.Errorf("side by side: %v and %v", first.Size(), second.Position())
	}
	row.Resize(fyne.NewSize(500, 100))
	if first.Size().Width != 500 || second.Position().X != 0 {
		t.Errorf("below each other: %v and %v", first.Size(), second.Position())
	}
}

func TestRoomIsKeptAroundWhatIsShownAlone(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	hint := NewLabel("Vinkki", theme.TextSmallest)
	inset := NewMargin(theme.Space8, hint)
	if got := HeightFor(inset, 200); got != 34 {
		t.Errorf("shown: %v", got)
	}
	hint.Hide()
	if got := HeightFor(inset, 200); got != 0 {
		t.Errorf("hidden: %v", got)
	}
}

func TestAnswersStandBesideTheWordsOrBelowThem(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	kit := finnishKit(t)
	answer := NewButton(kit, ButtonPrimary, "Vahvista mittari", nil).Compact()
	words := NewLabel("Koulutuksen toteutuminen", theme.TextBody)
	proposal := NewProposal(words, answer)
	show(t, container.NewWithoutLayout(proposal), 900, 400)
	proposal.Resize(fyne.NewSize(800, proposal.HeightFor(800)))
	if answer.Position().Y != 0 || answer.Position().X < words.Size().Width {
		t.Errorf("wide: the answer is at %v, the words are %v", answer.Position(), words.Size())
	}
	proposal.Resize(fyne.NewSize(240, proposal.HeightFor(240)))
	if answer.Position().X != 0 || answer.Position().Y < words.Size().Height {
		t.Errorf("narrow: the answer is at %v, the words are %v", answer.Position(), words.Size())
	}
}
