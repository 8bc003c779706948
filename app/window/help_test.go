package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/help"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/ui"
)

// focusedLabel is what has the keyboard.
func (p person) focusedLabel() string {
	if focused := p.window.window.Canvas().Focused(); focused != nil {
		return ui.LabelOf(focused)
	}
	return ""
}

// presses types a key where the keyboard is, or at the window when it is nowhere.
func (p person) presses(key fyne.KeyName) {
	c := p.window.window.Canvas()
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: key})
		return
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: key})
}

func TestHelpStandsBesideThePageAndGivesTheKeyboardBack(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "names")
	title := p.root("title.fi")
	p.details().focusOn(title)
	p.choose("menu.helpOfPage")
	if !p.shows(p.window.helpOf(p.window.page).Title) || !p.shows("Nimi ja vuodet") {
		t.Error("the help or the page under it is not shown")
	}
	p.wants("focus", p.focusedLabel(), p.window.t("help.close"))
	p.presses(fyne.KeyEscape)
	if p.window.aside != nil || p.focus() != title {
		t.Errorf("after Escape the keyboard is at %q", p.focus())
	}
	p.choose("menu.helpOfPage")
	p.choose("menu.helpOfPage")
	p.wants("focus after F1 twice", p.focus(), title)
}

func TestEscapeOnThePageClosesTheHelp(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "names")
	p.choose("menu.helpOfPage")
	p.window.window.Canvas().Focus(p.details().tree)
	p.presses(fyne.KeyEscape)
	if p.window.aside != nil {
		t.Error("the help stays")
	}
	if p.window.window.Canvas().Focused() != fyne.Focusable(p.details().tree) {
		t.Errorf("the keyboard has moved to %q", p.focusedLabel())
	}
}

func TestHelpFollowsFromPageToPageUntilItIsClosed(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.openView(viewOverview)
	p.choose("menu.helpOfPage")
	p.window.openView(viewTimeline)
	if !p.shows(p.window.helpOf(p.window.page).Points[0][:20]) {
		t.Error("the help is not the timeline's")
	}
	p.tap("help.close")
	if p.window.aside != nil {
		t.Error("the help stays")
	}
}

func TestTheShortcutsLeadBackToTheSamePlace(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "basis")
	p.details().focusOn(p.root("strategy.fi"))
	at := p.focus()
	p.choose("menu.helpOfPage")
	p.tap("shortcuts.title")
	p.wants("page", p.window.page.name(), "shortcuts")
	p.presses(fyne.KeyEscape)
	p.wants("page", p.window.page.name(), "details/basis")
	p.wants("keyboard", p.focus(), at)
}

func TestTheShortcutsAreThoseOfTheMenu(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.choose("shortcuts.title")
	bound := 0
	for _, menu := range p.window.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut == nil {
				continue
			}
			bound++
			keys := item.Shortcut.(fyne.KeyboardShortcut)
			if words := p.window.keysInWords(keys.Mod(), keys.Key()); !p.shows(item.Label) || !p.shows(words) {
				t.Errorf("%s with %s is not shown", item.Label, words)
			}
		}
	}
	if bound < 20 {
		t.Errorf("only %d entries have keys", bound)
	}
	p.wants("a letter", p.window.keysInWords(fyne.KeyModifierShortcutDefault, fyne.KeyG), "Ctrl + G")
	p.wants("an arrow", p.window.keysInWords(fyne.KeyModifierAlt, fyne.KeyLeft), "Alt + nuoli vasemmalle")
}

// A control that learns a key, or loses one, has to say so on the page.
func TestTheShortcutsOfControlsAreTheKeysThatTheyAskFor(t *testing.T) {
	for _, control := range controlKeys() {
		told := map[string]bool{}
		for _, k := range control.keys {
			for _, key := range k.keys {
				told[string(key)] = true
			}
		}
		for _, alwaysThere := range []fyne.KeyName{anyLetter, fyne.KeyTab} {
			if !slices.Contains([]string{"grid"}, control.name) {
				delete(told, string(alwaysThere))
			}
		}
		asked := map[string]bool{}
		for _, source := range control.sources {
			for key := range keysIn(t, source) {
				asked[key] = true
			}
		}
		for key := range asked {
			if !told[key] {
				t.Errorf("%s uses %s, and the page does not say so", control.name, key)
			}
		}
		for key := range told {
			if !asked[key] {
				t.Errorf("the page gives %s the key %s, which it does not use", control.name, key)
			}
		}
	}
}

// keysIn returns the keys that a file compares with; the Enter of the number
// block stands for Return.
func keysIn(t *testing.T, source string) map[string]bool {
	t.Helper()
	values := map[string]fyne.KeyName{
		"KeyUp": fyne.KeyUp, "KeyDown": fyne.KeyDown, "KeyLeft": fyne.KeyLeft, "KeyRight": fyne.KeyRight,
		"KeyReturn": fyne.KeyReturn, "KeyEnter": fyne.KeyReturn, "KeySpace": fyne.KeySpace, "KeyEscape": fyne.KeyEscape,
		"KeyTab": fyne.KeyTab, "KeyHome": fyne.KeyHome, "KeyEnd": fyne.KeyEnd, "KeyPageUp": fyne.KeyPageUp,
		"KeyPageDown": fyne.KeyPageDown, "KeyDelete": fyne.KeyDelete, "KeyBackspace": fyne.KeyBackspace,
	}
	file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
	must(t, err)
	found := map[string]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		selected, is := node.(*ast.SelectorExpr)
		if !is || !strings.HasPrefix(selected.Sel.Name, "Key") {
			return true
		}
		switch name := selected.Sel.Name; {
		case values[name] != "":
			found[string(values[name])] = true
		case name != "KeyName" && name != "KeyEvent" && name != "KeyModifier" && !strings.HasPrefix(name, "KeyModifier"):
			t.Errorf("%s uses %s, of which the test does not know", source, name)
		}
		return true
	})
	return found
}

// Every page that the window has is helped with: each is found in the source by
// its method name, and each of the names that it gives has a page of help.
func TestNoPageIsWithoutHelp(t *testing.T) {
	book, err := help.Load(texts.Finnish)
	must(t, err)
	parsed, err := parser.ParseDir(token.NewFileSet(), ".", func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0) //nolint:staticcheck // one folder, no build tags
	must(t, err)
	names := 0
	for _, file := range parsed["window"].Files {
		for _, declared := range file.Decls {
			method, is := declared.(*ast.FuncDecl)
			if !is || method.Recv == nil || method.Name.Name != "name" {
				continue
			}
			ast.Inspect(method.Body, func(node ast.Node) bool {
				literal, is := node.(*ast.BasicLit)
				if !is || literal.Kind != token.STRING {
					return true
				}
				name, err := strconv.Unquote(literal.Value)
				must(t, err)
				if group, _, _ := strings.Cut(name, "/"); group != "" && !slices.Contains(book.Names(), name) && !partOfName(book, group) {
					t.Errorf("the page %q has no help", name)
				}
				names++
				return true
			})
		}
	}
	if names < 30 {
		t.Errorf("only %d names of pages were found", names)
	}
	p := at(t, "vaasa-2019-2022")
	for _, s := range everyPage() {
		s.way(p)
		if page, found := book.Page(p.window.page.name()); !found || page.About == "" {
			t.Errorf("the page %q has no help", p.window.page.name())
		}
	}
}

// partOfName tells whether a word is a group of help or stands after the stroke
// in a name that has help.
func partOfName(book *help.Book, word string) bool {
	return slices.ContainsFunc(book.Names(), func(name string) bool {
		group, part, _ := strings.Cut(name, "/")
		return group == word || part == word
	})
}

func TestTheShortcutsScrollByTheArrows(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.choose("shortcuts.title")
	top := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.labelled(p.window.t("search.back")).(fyne.CanvasObject)).Y
	}
	before := top()
	p.presses(fyne.KeyPageDown)
	if top() >= before {
		t.Error("Page Down does not scroll")
	}
	p.presses(fyne.KeyHome)
	p.wants("top", top(), before)
}

func TestF1ReachesTheHelpFromEveryControl(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta").ID
	p.page().choose(goal, stepGoal)
	for _, control := range append([]fyne.Focusable{nil}, p.window.controls...) {
		if control == nil {
			p.window.window.Canvas().Unfocus()
			p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		} else {
			typeKeys(control, fyne.KeyF1)
		}
		if _, there := p.window.aside.(*helpCard); !there {
			t.Fatalf("F1 at %T %q opens no help", control, ui.LabelOf(control))
		}
		p.window.closeAside()
	}
}
