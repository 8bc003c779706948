package window

import "fyne.io/fyne/v2"

// anyLetter stands for typing a letter in a list.
const anyLetter fyne.KeyName = "letter"

// keysOf are keys of a control that do one thing.
type keysOf struct {
	name string // of the words, "shortcuts.<control>.<name>"
	with fyne.KeyModifier
	keys []fyne.KeyName // each does it, or each its direction of it
}

// controlKeySet are the keys of a kind of control. Sources are the files in which
// the control asks for keys; a test holds them and this table together.
type controlKeySet struct {
	name    string
	sources []string
	keys    []keysOf
}

// controlKeys are the kinds of controls in the order of the page.
func controlKeys() []controlKeySet {
	press := []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace}
	upDown := []fyne.KeyName{fyne.KeyUp, fyne.KeyDown}
	leftRight := []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight}
	ends := []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd}
	pages := []fyne.KeyName{fyne.KeyPageUp, fyne.KeyPageDown}
	escape := []fyne.KeyName{fyne.KeyEscape}
	return []controlKeySet{
		{"everywhere", []string{"../ui/pressable.go"}, []keysOf{
			{name: "tab", keys: []fyne.KeyName{fyne.KeyTab}},
			{name: "back", with: fyne.KeyModifierShift, keys: []fyne.KeyName{fyne.KeyTab}},
			{name: "press", keys: press},
			{name: "escape", keys: escape},
		}},
		{"tree", []string{"../ui/treekeys.go", "../ui/rowview.go"}, []keysOf{
			{name: "move", keys: upDown},
			{name: "open", keys: leftRight},
			{name: "ends", keys: ends},
			{name: "pages", keys: pages},
			{name: "choose", keys: press},
			{name: "letter", keys: []fyne.KeyName{anyLetter}},
			{name: "order", with: fyne.KeyModifierAlt, keys: upDown},
			{name: "escape", keys: escape},
		}},
		{"list", []string{"../ui/roving.go"}, []keysOf{
			{name: "move", keys: append(upDown, leftRight...)},
			{name: "ends", keys: ends},
			{name: "press", keys: press},
			{name: "escape", keys: escape},
		}},
		{"select", []string{"../ui/select.go", "../ui/droplist.go"}, []keysOf{
			{name: "open", keys: upDown},
			{name: "pages", keys: pages},
			{name: "choose", keys: []fyne.KeyName{fyne.KeyReturn}},
			{name: "escape", keys: escape},
		}},
		{"card", []string{"../ui/movable.go"}, []keysOf{
			{name: "delete", keys: []fyne.KeyName{fyne.KeyDelete}},
			{name: "order", with: fyne.KeyModifierAlt, keys: upDown},
		}},
		{"editor", []string{"../ui/prose.go", "chaptertext.go"}, []keysOf{
			{name: "divide", keys: []fyne.KeyName{fyne.KeyReturn}},
			{name: "join", keys: []fyne.KeyName{fyne.KeyBackspace}},
			{name: "step", keys: upDown},
			{name: "order", with: fyne.KeyModifierAlt, keys: upDown},
			{name: "after", with: fyne.KeyModifierShortcutDefault, keys: []fyne.KeyName{fyne.KeyReturn}},
		}},
		{"grid", []string{"../ui/cellgridkeys.go"}, []keysOf{
			{name: "tab", keys: []fyne.KeyName{fyne.KeyTab}},
			{name: "move", keys: append(upDown, leftRight...)},
		}},
		{"timeline", []string{"../ui/timelinekeys.go", "../ui/rowview.go"}, []keysOf{
			{name: "move", keys: upDown},
			{name: "open", keys: leftRight},
			{name: "ends", keys: ends},
			{name: "pages", keys: pages},
			{name: "choose", keys: press},
			{name: "escape", keys: escape},
		}},
		{"comparison", []string{"../ui/comparetable.go"}, []keysOf{
			{name: "move", keys: upDown},
			{name: "ends", keys: ends},
			{name: "pages", keys: pages},
		}},
	}
}
