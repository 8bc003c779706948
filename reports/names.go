package reports

import (
	"fmt"

	"tavoitekartta/model"
	"tavoitekartta/model/personname"
	"tavoitekartta/reports/programme"
)

// withoutNames takes the chosen names out of what is printed. The document made
// of it is a new one: it carries no data, is not to be signed, and says on each
// page what it is.
func withoutNames(p model.Programme, choice programme.Options, removal personname.Removal) (model.Programme, programme.Options, error) {
	if len(p.Decisions) == 0 && choice.Version != nil && choice.Version.Decision.ID != "" {
		p.Decisions = append(append([]model.Decision{}, choice.Version.Handling...), choice.Version.Decision)
	}
	words := map[model.Language]string{}
	for _, language := range model.Languages() {
		word, err := programme.NameRemoved(language)
		if err != nil {
			return p, choice, fmt.Errorf("take names out: %w", err)
		}
		words[language] = word
	}
	found := personname.Find(&p, choice.Names)
	choice.WithoutNames, choice.Removed = true, removal.Persons(found)
	choice.Choice.SignatureFields = false
	return removal.From(p, found, func(l model.Language) string { return words[l] }), choice, nil
}
