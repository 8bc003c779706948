//go:build !windows

package native

// UserLanguages lists the languages in which the user reads the system, the best
// first, as "sv-FI". Elsewhere than on Windows the environment tells.
func UserLanguages() []string { return nil }
