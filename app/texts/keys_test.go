package texts

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
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
