package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the import path of the root; every package of ours lies below it.
const module = "tavoitekartta"

// layerRule says what the packages below one folder may not reach.
type layerRule struct {
	folder string
	// imports are import paths or their beginnings (whole elements) that none of
	// the folder's packages may reach, directly or through packages of ours.
	imports []string
	// direct are import paths that the folder's own files may not name. Others
	// may use them on its behalf: the model reads no files, its libraries do.
	direct []string
	// calls are functions of the standard library that its files may not name.
	calls []string
	why   string
}

// layerRules are the arrows of the house: main → app, storage, reports, assets;
// app → model, assets; storage → model; reports → model, assets.
func layerRules() []layerRule {
	const (
		fyne    = "fyne.io"
		badger  = "github.com/dgraph-io"
		gofpdf  = "github.com/jung-kurt/gofpdf"
		desktop = "fyne.io/fyne/v2/app"
	)
	clock := []string{"time.Now", "time.Since", "time.Until"}
	return []layerRule{
		{
			folder:  "model",
			imports: []string{fyne, badger, gofpdf, "app", "assets", "reports", "storage"},
			direct:  []string{"os", "os/exec", "net", "net/http"},
			calls:   clock,
			why:     "the model knows nothing of screens, disks, paper or the hour",
		},
		{
			folder:  "storage",
			imports: []string{fyne, gofpdf, "app", "assets", "reports"},
			why:     "the store keeps programmes and knows of nothing else",
		},
		{
			folder:  "reports",
			imports: []string{fyne, badger, "app", "storage"},
			calls:   clock,
			why:     "a report is made of a programme alone, the same bytes every time",
		},
		{
			folder:  "assets",
			imports: []string{module},
			why:     "assets are embedded files and no more",
		},
		{
			folder:  "app",
			imports: []string{badger, gofpdf, desktop, "reports", "storage"},
			why:     "the program sees store and reports through its own interfaces; main joins them",
		},
		windowless("app/commands"),
		windowless("app/e2estatus"),
		windowless("app/help"),
		windowless("app/instance"),
		windowless("app/intake"),
		windowless("app/law"),
		windowless("app/translationfile"),
		windowless("app/printwords"),
		windowless("app/translationwords"),
		windowless("app/workflow"),
	}
}

// windowless is the rule of a folder of the program that has no window.
func windowless(folder string) layerRule {
	return layerRule{folder: folder, imports: []string{"fyne.io"}, why: "use cases and commands run where there is no display"}
}

// sourcePackage is what the rules need to know of one package: what its files
// other than tests import and which standard functions they name.
type sourcePackage struct {
	imports map[string]bool
	calls   map[string]bool
}

// TestArrowsOfTheHouse reads the sources themselves, so that a file of any
// operating system counts, and so that Go's test cache sees them change.
func TestArrowsOfTheHouse(t *testing.T) {
	packages := readPackages(t, ".")
	for _, rule := range layerRules() {
		speaks := func(folder string) bool { return below(folder, rule.folder) }
		if !slices.ContainsFunc(slices.Collect(maps.Keys(packages)), speaks) {
			t.Errorf("the rule for %s speaks of a folder without Go files", rule.folder)
		}
	}
	for _, violation := range violations(packages, layerRules()) {
		t.Error(violation)
	}
}

// TestLayerRulesSeeViolations gives each rule what it forbids.
func TestLayerRulesSeeViolations(t *testing.T) {
	imports := func(paths ...string) sourcePackage {
		p := sourcePackage{imports: map[string]bool{}, calls: map[string]bool{}}
		for _, path := range paths {
			p.imports[path] = true
		}
		return p
	}
	tests := []struct {
		name     string
		packages map[string]sourcePackage
		want     int
	}{
		{"the model may import its own packages", map[string]sourcePackage{"model": imports(module + "/model/text"), "model/text": imports("strings")}, 0},
		{"the model may not import Fyne", map[string]sourcePackage{"model": imports("fyne.io/fyne/v2/widget")}, 1},
		{"the model may not import Badger", map[string]sourcePackage{"model/change": imports("github.com/dgraph-io/badger/v4")}, 1},
		{"the model may not import os", map[string]sourcePackage{"model": imports("os")}, 1},
		{"the model may not reach storage through another", map[string]sourcePackage{"model": imports(module + "/tool"), "tool": imports(module + "/storage")}, 1},
		{"the store may not import Fyne", map[string]sourcePackage{"storage": imports("fyne.io/fyne/v2")}, 1},
		{"the store may not import reports", map[string]sourcePackage{"storage": imports(module + "/reports")}, 1},
		{"reports may not import the store", map[string]sourcePackage{"reports/pdf": imports(module + "/storage")}, 1},
		{"reports may not ask the clock", map[string]sourcePackage{"reports": {calls: map[string]bool{"time.Now": true}}}, 1},
		{"assets may not import the model", map[string]sourcePackage{"assets": imports(module + "/model")}, 1},
		{"the program may import the model and assets", map[string]sourcePackage{"app/screens": imports(module+"/model", module+"/assets", "fyne.io/fyne/v2/widget")}, 0},
		{"the program may not import gofpdf", map[string]sourcePackage{"app": imports("github.com/jung-kurt/gofpdf")}, 1},
		{"the program may not import the store", map[string]sourcePackage{"app/workflow": imports(module + "/storage")}, 1},
		{"only main may start Fyne's desktop driver", map[string]sourcePackage{"app/ui": imports("fyne.io/fyne/v2/app")}, 1},
		{"use cases may not import Fyne", map[string]sourcePackage{"app/workflow": imports("fyne.io/fyne/v2")}, 1},
		{"commands may not reach Fyne through screens", map[string]sourcePackage{"app/commands": imports(module + "/app/screens"), "app/screens": imports("fyne.io/fyne/v2")}, 1},
		{"a name that only begins alike is another", map[string]sourcePackage{"app": imports("fyne.io/fyne/v2/appearance"), "modelling": imports("os")}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := violations(test.packages, layerRules()); len(got) != test.want {
				t.Errorf("got %d violations, want %d: %q", len(got), test.want, got)
			}
		})
	}
}

// violations lists, as sentences, where the packages (by folder) break a rule.
func violations(packages map[string]sourcePackage, rules []layerRule) []string {
	var found []string
	for _, rule := range rules {
		for _, folder := range slices.Sorted(maps.Keys(packages)) {
			if !below(folder, rule.folder) {
				continue
			}
			reached := reachable(packages, folder)
			for _, path := range slices.Sorted(maps.Keys(reached)) {
				if slices.ContainsFunc(rule.imports, func(banned string) bool { return matches(path, banned) }) {
					found = append(found, folder+" reaches "+path+" ("+reached[path]+"): "+rule.why)
				}
			}
			for _, path := range slices.Sorted(maps.Keys(packages[folder].imports)) {
				if slices.Contains(rule.direct, path) {
					found = append(found, folder+" imports "+path+": "+rule.why)
				}
			}
			for _, call := range slices.Sorted(maps.Keys(packages[folder].calls)) {
				if slices.Contains(rule.calls, call) {
					found = append(found, folder+" calls "+call+": "+rule.why)
				}
			}
		}
	}
	return found
}

// reachable gives every import path that the folder's package reaches through
// packages of ours, each with the folder whose file names it.
func reachable(packages map[string]sourcePackage, folder string) map[string]string {
	reached := map[string]string{}
	waiting := []string{folder}
	for len(waiting) > 0 {
		from := waiting[0]
		waiting = waiting[1:]
		for path := range packages[from].imports {
			if _, known := reached[path]; known {
				continue
			}
			reached[path] = "named in " + from
			if own, ok := strings.CutPrefix(path, module+"/"); ok {
				waiting = append(waiting, own)
			}
		}
	}
	return reached
}

// matches says whether the import path lies at or below what a rule bans; a ban
// without a dot or the module's name is a folder of ours.
func matches(path, banned string) bool {
	if banned != module && !strings.Contains(banned, ".") {
		banned = module + "/" + banned
	}
	return below(path, banned)
}

func below(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// readPackages parses every Go file under root but tests and test data, and
// gathers them by folder relative to root.
func readPackages(t *testing.T, root string) map[string]sourcePackage {
	t.Helper()
	packages := map[string]sourcePackage{}
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if name != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "out" || name == "bin") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		folder := path.Dir(filepath.ToSlash(file))
		if _, known := packages[folder]; !known {
			packages[folder] = sourcePackage{imports: map[string]bool{}, calls: map[string]bool{}}
		}
		return gather(parsed, packages[folder])
	})
	if err != nil {
		t.Fatalf("read the sources: %v", err)
	}
	return packages
}

// gather adds one file's imports, and the names it selects from them under the
// import's own last element ("time.Now", whatever the file calls the package).
func gather(file *ast.File, into sourcePackage) error {
	local := map[string]string{}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		into.imports[imported] = true
		name := path.Base(imported)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		local[name] = imported
	}
	ast.Inspect(file, func(node ast.Node) bool {
		selector, ok := node.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if name, ok := selector.X.(*ast.Ident); ok && local[name.Name] != "" {
			into.calls[local[name.Name]+"."+selector.Sel.Name] = true
		}
		return true
	})
	return nil
}
