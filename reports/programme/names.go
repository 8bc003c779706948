package programme

import "tavoitekartta/model"

// removedNames looks names up, and gives the word for a name taken out in the
// place of those that were removed.
func removedNames(names func(model.PersonID) string, removed map[model.PersonID]bool, word string) func(model.PersonID) string {
	return func(p model.PersonID) string {
		if removed[p] {
			return word
		}
		return names(p)
	}
}

// NameRemoved is the word, in a language, for a name that was taken out.
func NameRemoved(language model.Language) (string, error) {
	loaded, err := loadWords(language)
	if err != nil {
		return "", err
	}
	return loaded.say("nameRemoved"), nil
}
