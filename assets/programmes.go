package assets

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed examples/*.json
var examples embed.FS

//go:embed templates/*.json
var templates embed.FS

// Examples returns the names of the examples that [Example] knows, in
// alphabetical order.
func Examples() []string { return namesIn(examples, "examples") }

// Example returns an example programme as JSON in the form that app/intake
// reads. The error is fs.ErrNotExist for a name that [Examples] does not hold.
func Example(name string) ([]byte, error) { return examples.ReadFile("examples/" + name + ".json") }

// Templates returns the names of the templates that [Template] knows, in
// alphabetical order.
func Templates() []string { return namesIn(templates, "templates") }

// Template returns what a new programme begins with (sections, kind,
// languages), in the form of an example. The error is fs.ErrNotExist for a
// name that [Templates] does not hold.
func Template(name string) ([]byte, error) { return templates.ReadFile("templates/" + name + ".json") }

func namesIn(folder embed.FS, name string) []string {
	entries, err := fs.ReadDir(folder, name)
	if err != nil {
		return nil
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = strings.TrimSuffix(entry.Name(), ".json")
	}
	return names
}
