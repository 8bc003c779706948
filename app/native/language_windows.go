package native

import "golang.org/x/sys/windows"

// UserLanguages lists the languages in which the user reads Windows, the best
// first, as "sv-FI".
func UserLanguages() []string {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil {
		return nil
	}
	return languages
}
