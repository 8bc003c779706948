package window

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow/worktest"
)

// TestEveryControlHasALabelATabPlaceAndWordsInEveryLanguage goes through all
// pages and dialogs in each language of the interface.
func TestEveryControlHasALabelATabPlaceAndWordsInEveryLanguage(t *testing.T) {
	for _, language := range texts.Languages() {
		t.Run(string(language), func(t *testing.T) {
			desk, store := worktest.NewDesk()
			p := open(t, desk, store, string(language))
			foreign := wordsOfOthers(t, language)
			seen := map[string]bool{}
			for _, s := range everyPage() {
				p.closeDialogs()
				s.way(p)
				p.wants("page", p.window.page.name(), s.page)
				seen[reflect.TypeOf(p.window.page).Elem().Name()] = true
				reached := p.tabRound()
				p.checkPlaces(s.page, reached)
				p.checkNames(s.page, reached, foreign)
				p.checkWords(s.page, foreign)
				p.checkReading(s.page)
			}
			for _, page := range pageTypes(t) {
				if !seen[page] {
					t.Errorf("no stop shows %s", page)
				}
			}
		})
	}
}

// top is what has the focus and the presses: the topmost dialog, or the content.
func (p person) top() fyne.CanvasObject {
	if dialog := p.window.window.Canvas().Overlays().Top(); dialog != nil {
		return dialog
	}
	return p.window.window.Content()
}

// closeDialogs presses Escape until no dialog is left.
func (p person) closeDialogs() {
	p.Helper()
	c := p.window.window.Canvas()
	for range 3 {
		if c.Overlays().Top() == nil {
			return
		}
		if c.Focused() == nil {
			c.FocusNext()
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	p.Fatalf("Escape does not close the dialog above %s", p.window.page.name())
}

// tabRound presses Tab until it comes to where it was, and returns what it met.
func (p person) tabRound() map[fyne.Focusable]bool {
	c := p.window.window.Canvas()
	before := c.Focused()
	reached := map[fyne.Focusable]bool{}
	c.Unfocus()
	for c.FocusNext(); c.Focused() != nil && !reached[c.Focused()]; c.FocusNext() {
		reached[c.Focused()] = true
	}
	if before != nil {
		c.Focus(before)
	}
	return reached
}

// checkPlaces fails for what takes the focus and is not met by Tab.
func (p person) checkPlaces(page string, reached map[fyne.Focusable]bool) {
	p.Helper()
	if len(reached) == 0 {
		p.Errorf("%s has no control", page)
	}
	for _, object := range test.LaidOutObjects(p.top()) {
		control, takesFocus := object.(fyne.Focusable)
		if !takesFocus || !object.Visible() || reached[control] {
			continue
		}
		if able, may := control.(fyne.Disableable); may && able.Disabled() {
			continue
		}
		p.Errorf("%s: Tab does not reach %T %q", page, control, ui.LabelOf(control))
	}
}

// checkNames fails for what takes the focus or a press and is read out as
// nothing, as a key or in another language, and for what is too low to be hit.
func (p person) checkNames(page string, reached map[fyne.Focusable]bool, foreign map[string]bool) {
	p.Helper()
	for control := range reached {
		if _, speaks := control.(fyne.Accessible); !speaks {
			p.Errorf("%s: %T has nothing to be read out", page, control)
		}
	}
	for _, object := range test.LaidOutObjects(p.top()) {
		accessible, speaks := object.(fyne.Accessible)
		_, takesFocus := object.(fyne.Focusable)
		_, pressed := object.(fyne.Tappable)
		if !speaks || !takesFocus && !pressed || !object.Visible() {
			continue
		}
		if able, may := object.(fyne.Disableable); may && able.Disabled() {
			continue
		}
		name := strings.TrimSpace(accessible.AccessibilityLabel())
		switch {
		case name == "":
			p.Errorf("%s: %T has no name", page, object)
		case accessible.AccessibilityRole() == "":
			p.Errorf("%s: %T %q does not say what it is", page, object, name)
		case keyShown.MatchString(name):
			p.Errorf("%s: %T is called %q", page, object, name)
		}
		if height := object.Size().Height; takesFocus && height < fynetheme.Size(theme.HitTarget) {
			p.Errorf("%s: %T %q is only %v high", page, object, name, height)
		}
		if control, is := object.(fyne.Focusable); is && foreign[strings.TrimSuffix(ui.LabelOf(control), ".")] {
			p.Errorf("%s: %T is called %q in another language", page, object, name)
		}
	}
}

// keyShown is what a text would look like whose words or whose number are missing.
var keyShown = regexp.MustCompile(`^[a-z][A-Za-z]+(\.[A-Za-z0-9-]+)+$|[{}]`)

// checkWords fails for words that are a key or in another language.
func (p person) checkWords(page string, foreign map[string]bool) {
	p.Helper()
	for _, words := range p.texts() {
		if keyShown.MatchString(words) {
			p.Errorf("%s shows %q", page, words)
		}
		if foreign[words] && !p.isContent(words) {
			p.Errorf("%s shows %q, which is of another language", page, words)
		}
	}
}

// isContent tells whether words stand in the open programme, which has a language
// of its own.
func (p person) isContent(words string) bool {
	if p.window.work == nil {
		return false
	}
	content, err := json.Marshal(p.window.work.Programme())
	must(p, err)
	return strings.Contains(string(content), words)
}

// wordsOfOthers are the texts that the other languages have and this one has
// not. Names of languages stand in themselves everywhere.
func wordsOfOthers(t *testing.T, language texts.Language) map[string]bool {
	t.Helper()
	others, own := map[string]bool{}, map[string]bool{}
	for _, l := range texts.Languages() {
		words, err := texts.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range words.Keys() {
			if l == language || strings.HasPrefix(key, "language.own.") {
				own[words.T(key)] = true
			} else {
				others[words.T(key)] = true
			}
		}
	}
	for words := range own {
		delete(others, words)
	}
	return others
}

// pageTypes are the types of the package's pages: those that say which control is
// their first, themselves or as a [partPage].
func pageTypes(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	const parted = "partPage"
	var types []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch declared := n.(type) {
			case *ast.FuncDecl:
				if name := receiver(declared); declared.Name.Name == "first" && name != parted {
					types = append(types, name)
				}
			case *ast.TypeSpec:
				if embeds(declared, parted) {
					types = append(types, declared.Name.Name)
				}
			}
			return true
		})
	}
	return types
}

// receiver is the type of a method whose receiver is a pointer.
func receiver(method *ast.FuncDecl) string {
	if method.Recv == nil {
		return ""
	}
	pointer, is := method.Recv.List[0].Type.(*ast.StarExpr)
	if !is {
		return ""
	}
	return pointer.X.(*ast.Ident).Name
}

// embeds tells whether a struct has another one in itself without a name.
func embeds(declared *ast.TypeSpec, other string) bool {
	structure, is := declared.Type.(*ast.StructType)
	return is && slices.ContainsFunc(structure.Fields.List, func(field *ast.Field) bool {
		name, plain := field.Type.(*ast.Ident)
		return plain && len(field.Names) == 0 && name.Name == other
	})
}
