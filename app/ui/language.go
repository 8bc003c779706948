package ui

import (
	"fmt"

	"fyne.io/fyne/v2/lang"

	"tavoitekartta/app/texts"
	"tavoitekartta/assets"
)

// SetToolkitLanguage makes Fyne's own words (the entry's context menu, its file
// dialog) speak a language, whatever the system speaks. Fyne chooses by the
// system's locale and has no setter, so our words are put in the place of the
// system's, and of English, which it falls back to.
func SetToolkitLanguage(language texts.Language) error {
	words, err := assets.ToolkitTexts(string(language))
	if err != nil {
		return fmt.Errorf("set toolkit language %q: %w", language, err)
	}
	if err := lang.AddTranslationsForLocale(words, "en"); err != nil {
		return fmt.Errorf("set toolkit language %q: %w", language, err)
	}
	// A locale without plural rules is refused; Fyne then falls back to what it
	// takes for English, and that is ours by now.
	_ = lang.AddTranslationsForLocale(words, lang.SystemLocale())
	return nil
}
