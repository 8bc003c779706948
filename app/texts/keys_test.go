package texts

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every key written as a literal in a call of T anywhere under app stands in the
// catalogue, and the call names each of the text's placeholders.
func TestEveryKeyInTheProgramIsInTheCatalogue(t *testing.T) {
	catalogue := load(t, Finnish)
	files := token.NewFileSet()
	calls := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || !callsT(call) {
				return true
			}
			key, ok := literal(call.Args[0])
			if !ok {
				return true
			}
			calls++
			checkCall(t, catalogue, files.Position(call.Pos()), key, call)
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d literal keys", calls)
}

func checkCall(t *testing.T, catalogue *Catalogue, at token.Position, key string, call *ast.CallExpr) {
	t.Helper()
	if !catalogue.Has(key) {
		t.Errorf("%s: no text for %q", at, key)
		return
	}
	if call.Ellipsis.IsValid() {
		return
	}
	given := map[string]bool{}
	for i := 1; i < len(call.Args); i += 2 {
		name, ok := literal(call.Args[i])
		if !ok {
			return
		}
		given["{"+name+"}"] = true
	}
	for _, name := range placeholders(catalogue.messages[key].other) {
		if !given[name] {
			t.Errorf("%s: %q is called without %s", at, key, name)
		}
	}
}

func callsT(call *ast.CallExpr) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	return ok && (selector.Sel.Name == "T" || selector.Sel.Name == "t")
}

func literal(expression ast.Expr) (string, bool) {
	basic, ok := expression.(*ast.BasicLit)
	if !ok || basic.Kind != token.STRING {
		return "", false
	}
	value, err := strconv.Unquote(basic.Value)
	return value, err == nil
}

// glossary begins the keys of the standard terms: the catalogue is the one
// place where they are kept, whether or not a page says one already.
const glossary = "term."

// namedByData begin keys that end in what the data says: a month's number, the
// name of a file that comes along, a code of the store or of an act.
var namedByData = []string{
	"command.doctor.part.", "example.", "legalBasis.", "report.month.", "reports.programme", "template.",
}

// A key that is written nowhere, whole or in parts that are put together, is a
// text that nobody ever reads.
func TestEveryTextIsSomewhereInTheProgram(t *testing.T) {
	words := wordsInProgram(t)
	for key := range load(t, Finnish).messages {
		byData := slices.ContainsFunc(namedByData, func(begin string) bool { return strings.HasPrefix(key, begin) })
		if !byData && !strings.HasPrefix(key, glossary) && !words.make(key) {
			t.Errorf("nothing shows %q", key)
		}
	}
}

// wordSet are the literals of the program, without the points at their ends.
type wordSet map[string]bool

// make tells whether a key is one of the words or is put together from them.
func (w wordSet) make(key string) bool {
	if w[key] {
		return true
	}
	for at, letter := range key {
		if letter == '.' && w[key[:at]] && w.make(key[at+1:]) {
			return true
		}
	}
	return false
}

func wordsInProgram(t *testing.T) wordSet {
	t.Helper()
	words := wordSet{}
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && strings.Trim(path, "./") != "":
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if expression, ok := node.(ast.Expr); ok {
				if value, ok := literal(expression); ok {
					words[strings.Trim(value, ".")] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return words
}
