package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"tavoitekartta/app/texts"
	"tavoitekartta/assets"
)

// SetToolkitLanguage makes Fyne's own words (the entry's context menu, its
// file dialog) speak a language, whatever the system speaks. Fyne chooses by
// the system's locale and has no setter, so our words are put in the place of
// the system's, and of English, which it falls back to.
func SetToolkitLanguage(language texts.Language) error {
	words, err := assets.ToolkitTexts(string(language))
	if err != nil {
		return fmt.Errorf("set toolkit language %q: %w", language, err)
	}
	for _, locale := range []fyne.Locale{"en", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale(words, locale); err != nil {
			return fmt.Errorf("set toolkit language %q for %s: %w", language, locale, err)
		}
	}
	return nil
}
