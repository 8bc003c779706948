// Package assets embeds what the program carries with it: fonts, icons, the texts of
// the interface and of the reports, examples and templates.
//
// The package holds bytes and nothing else. It imports nothing of the project
// and gives no meaning to what it embeds: the texts are parsed by app/texts,
// the fonts by whoever draws.
package assets

import "embed"

//go:embed fonts/NotoSans-Regular.ttf
var fontRegular []byte

//go:embed fonts/NotoSans-Bold.ttf
var fontBold []byte

//go:embed texts/*.json
var texts embed.FS

// FontRegular returns Noto Sans Regular as a TrueType file. The caller does
// not change the bytes.
func FontRegular() []byte { return fontRegular }

// FontBold returns Noto Sans Bold as a TrueType file. The caller does not
// change the bytes.
func FontBold() []byte { return fontBold }

// Texts returns the catalogue of texts in one language ("fi", "sv" or "en") as
// JSON: an object of keys, each a text or an object with the plural forms
// "one" and "other". The error is fs.ErrNotExist for any other language.
func Texts(language string) ([]byte, error) {
	return texts.ReadFile("texts/" + language + ".json")
}

// ToolkitTexts returns the words that the window toolkit itself shows (dialog
// buttons, the entry's context menu, the file dialog) in one language, as the
// JSON that the toolkit's translation package reads.
func ToolkitTexts(language string) ([]byte, error) {
	return texts.ReadFile("texts/toolkit." + language + ".json")
}
