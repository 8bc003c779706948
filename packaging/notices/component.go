package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// component is one piece of others' work in the program.
type component struct {
	name     string
	version  string // empty for what is carried as files, and for Go
	licences []licence
}

// licence is one licence file, as its author wrote it.
type licence struct {
	file string // relative to the component
	text string
}

// licenceName matches the names under which licences and notices are kept.
var licenceName = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|ofl)([-_.].*)?$|[-_.](licen[cs]e|ofl)(\.(txt|md))?$`)

// listedPackage is what is asked of go list about one package.
type listedPackage struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Version, Dir string
		Main               bool
		Replace            *struct{ Path, Version, Dir string }
	}
}

// builtIn lists the modules that the program in the folder is built of on any of
// the systems, and Go's own library, by name.
func builtIn(program string, systems []string) ([]component, error) {
	type module struct{ version, dir string }
	modules := map[string]module{}
	folders := map[string]map[string]bool{} // by module: the folders of packages built in
	for _, system := range systems {
		packages, err := dependencies(program, system)
		if err != nil {
			return nil, err
		}
		for _, p := range packages {
			if p.Standard || p.Module == nil || p.Module.Main {
				continue
			}
			m := module{p.Module.Version, p.Module.Dir}
			if r := p.Module.Replace; r != nil {
				m = module{r.Version, r.Dir}
			}
			modules[p.Module.Path] = m
			if folders[p.Module.Path] == nil {
				folders[p.Module.Path] = map[string]bool{}
			}
			folders[p.Module.Path][p.Dir] = true
		}
	}
	goItself, err := goLibrary()
	if err != nil {
		return nil, err
	}
	components := []component{goItself}
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		licences, err := licencesIn(modules[path].dir, func(folder string) bool {
			return concerns(folder, folders[path])
		})
		if err != nil {
			return nil, fmt.Errorf("module %s: %w", path, err)
		}
		components = append(components, component{path, modules[path].version, licences})
	}
	return components, nil
}

// dependencies asks Go what the program is built of.
func dependencies(program, system string) ([]listedPackage, error) {
	list := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", "./"+program)
	list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("list the packages for %s: %w", system, err)
	}
	var packages []listedPackage
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listedPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, fmt.Errorf("read the list of packages for %s: %w", system, err)
		}
		packages = append(packages, p)
	}
}

// goLibrary is the standard library and runtime, which are in every Go program;
// its version is that of whoever builds.
func goLibrary() (component, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return component{}, fmt.Errorf("ask Go where it is: %w", err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "LICENSE"))
	if err != nil {
		return component{}, fmt.Errorf("read Go's licence: %w", err)
	}
	return component{"Go standard library", "", []licence{{"LICENSE", string(text)}}}, nil
}

// concerns says whether a licence in the folder speaks of one of the packages:
// it stands at or above the package, or beside sources and fonts below it.
func concerns(folder string, packages map[string]bool) bool {
	for p := range packages {
		if within(p, folder) || within(folder, p) {
			return true
		}
	}
	return false
}

func within(inner, outer string) bool {
	return inner == outer || strings.HasPrefix(inner, outer+string(filepath.Separator))
}

// licencesIn reads the licence files below a folder, in order of their paths.
func licencesIn(root string, wanted func(folder string) bool) ([]licence, error) {
	var found []licence
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && path != root {
				return fs.SkipDir
			}
			return nil
		}
		if !licenceName.MatchString(entry.Name()) || strings.HasSuffix(entry.Name(), ".go") || !wanted(filepath.Dir(path)) {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		found = append(found, licence{filepath.ToSlash(relative), string(text)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, errors.New("no licence file")
	}
	return found, nil
}

// carriedAlong lists the fonts, patterns and the like in our own folders: each
// folder that holds a licence file is a component.
func carriedAlong(roots ...string) ([]component, error) {
	byFolder := map[string][]licence{}
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !licenceName.MatchString(entry.Name()) || strings.HasSuffix(entry.Name(), ".go") {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			folder := filepath.ToSlash(filepath.Dir(path))
			byFolder[folder] = append(byFolder[folder], licence{entry.Name(), string(text)})
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("look for licences in %s: %w", root, err)
		}
	}
	var carried []component
	for _, folder := range slices.Sorted(maps.Keys(byFolder)) {
		name, named := carriedNames[folder]
		if !named {
			return nil, fmt.Errorf("%s holds a licence, and carriedNames has no name for it", folder)
		}
		carried = append(carried, component{name: name, licences: byFolder[folder]})
	}
	return carried, nil
}

// carriedNames are the names of what has licences in our own folders: what the
// program carries, what stands within modules without a licence file of its own,
// and what compilers add.
var carriedNames = map[string]string{
	"assets/fonts":                             "Noto Sans",
	"model/text/patterns":                      "TeX hyphenation patterns",
	"packaging/notices/carried/gcc":            "GCC runtime library",
	"packaging/notices/carried/material-icons": "Material Design icons, in Fyne",
	"packaging/notices/carried/mingw-w64":      "mingw-w64 runtime, in the Windows program",
	"packaging/notices/carried/unicode":        "Unicode data",
	"packaging/notices/carried/wayland":        "Wayland protocols, in GLFW",
}
