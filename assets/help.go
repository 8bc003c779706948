package assets

import "embed"

//go:embed help/*.json
var help embed.FS

// Help returns the help of the window's pages in one language ("fi", "sv" or "en")
// as JSON: an object of pages, each with a title, what it is about, what comes
// next, and points. The error is fs.ErrNotExist for any other language.
func Help(language string) ([]byte, error) { return help.ReadFile("help/" + language + ".json") }
