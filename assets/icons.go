package assets

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed icons/*.svg
var icons embed.FS

//go:embed icon.png
var applicationIcon []byte

// Icon returns the SVG source of the line icon called name, or nil when there
// is none. Icons are drawn on a 24 px grid with strokes of 1.8 px; the word
// currentColor stands wherever their one colour goes, so that a reader can put
// its own there.
func Icon(name string) []byte {
	source, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil
	}
	return source
}

// IconNames returns the names that [Icon] knows, in alphabetical order.
func IconNames() []string {
	entries, err := fs.ReadDir(icons, "icons")
	if err != nil {
		return nil
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = strings.TrimSuffix(entry.Name(), ".svg")
	}
	return names
}

// ApplicationIcon returns the program's own icon as PNG, 512 px square.
func ApplicationIcon() []byte { return applicationIcon }
