package commands

import (
	"context"
	"strings"

	"tavoitekartta/app/texts"
)

// Undrawable is a machine on which the window cannot be drawn.
type Undrawable struct {
	Found    string // its graphics, in the driver's words; "" for none
	Folder   string // where the program looks for OpenGL in software
	Refused  bool   // there is a library in it, which cannot be used
	Language texts.Language
	Reads    []string // the languages in which the user reads the system, as "sv-FI"
}

// Refuse tells a person without a window why there is none, what is safe and
// what to do, and returns the exit code.
func (p Program) Refuse(ctx context.Context, call Call, u Undrawable) int {
	var parts []string
	for _, language := range u.languages() {
		s := newSession(ctx, p, call)
		s.words = catalogue(language)
		found := u.Found
		if found == "" {
			found = s.words.T("noWindow.none")
		}
		text := s.words.T("noWindow.text", "folder", u.Folder, "found", shown(found))
		if u.Refused {
			text += "\n\n" + s.words.T("noWindow.refused", "folder", u.Folder)
		}
		parts = append(parts, text)
	}
	s := newSession(ctx, p, call)
	return s.refuse(strings.Join(parts, "\n\n—\n\n"))
}

// languages are those of the sentences: the one asked for, else the system's;
// both of the country's where the system speaks another.
func (u Undrawable) languages() []texts.Language {
	if u.Language != "" {
		return []texts.Language{u.Language}
	}
	for _, reads := range u.Reads {
		code, _, _ := strings.Cut(strings.ToLower(reads), "-")
		if language, known := knownLanguage(code); known {
			return []texts.Language{language}
		}
	}
	return []texts.Language{texts.Finnish, texts.Swedish}
}
