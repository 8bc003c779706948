package model

import "strings"

// The acts on the promotion of integration, as codes of [Programme.LegalBasis].
const (
	FormerIntegrationAct = "1386/2010" // until 31.12.2024
	IntegrationAct       = "681/2023"  // from 1.1.2025
)

// firstYearOfIntegrationAct is the first year in which act 681/2023 holds.
const firstYearOfIntegrationAct = 2025

// NameCode says what is particular about a word in a programme's name.
type NameCode string

// The codes of names. Act 681/2023, 13 §, means the municipality's package of early
// services by kotoutumisohjelma, integrationsprogram; what act 1386/2010, 32 §, called
// kotouttamisohjelma, program för integrationsfrämjande, is a name that it gave up.
const (
	NameOfInitialServices NameCode = "initialServices"
	NameOfFormerAct       NameCode = "formerName"
)

// NameNotice is a word in the name of a programme that its act uses for another thing,
// or no more. It is information and stops nothing.
type NameNotice struct {
	Code     NameCode
	Field    Field    // the title, the subtitle or the kind of document
	Language Language // of the title; "" for the kind
}

// namesOfActs are the beginnings of the words, in small letters.
var namesOfActs = map[Language][]struct {
	word string
	code NameCode
}{
	Finnish: {{"kotoutumisohjelm", NameOfInitialServices}, {"kotouttamisohjelm", NameOfFormerAct}},
	Swedish: {
		{"integrationsprogram", NameOfInitialServices}, {"program för integrationsfrämjande", NameOfFormerAct},
		{"programmet för integrationsfrämjande", NameOfFormerAct},
	},
	English: {{"integration programme", NameOfInitialServices}},
}

// ActOfTime returns the act under which the programme stands: act 681/2023 for one that
// begins in 2025 or later, and for one that names it and is not over by then; else
// act 1386/2010.
func (p *Programme) ActOfTime() string {
	names := p.LegalBasis == IntegrationAct && (p.LastYear == 0 || p.LastYear >= firstYearOfIntegrationAct)
	if names || p.FirstYear >= firstYearOfIntegrationAct {
		return IntegrationAct
	}
	return FormerIntegrationAct
}

// NamesUsedOtherwise returns the words of the programme's name that its act uses for
// another thing: of titles first, and of the kind of document where no title has
// one. A programme of the former act's time has none.
func (p *Programme) NamesUsedOtherwise() []NameNotice {
	if p.ActOfTime() != IntegrationAct || p.Kind == InitialServices {
		return nil
	}
	var notices []NameNotice
	for _, l := range Languages() {
		for _, named := range []struct {
			field Field
			text  Text
		}{{FieldTitle, p.Title}, {FieldSubtitle, p.Subtitle}} {
			words := strings.ToLower(named.text.In(l))
			for _, name := range namesOfActs[l] {
				if strings.Contains(words, name.word) {
					notices = append(notices, NameNotice{Code: name.code, Field: named.field, Language: l})
				}
			}
		}
	}
	if len(notices) == 0 && p.Kind == IntegrationProgramme {
		notices = append(notices, NameNotice{Code: NameOfFormerAct, Field: FieldProgrammeKind})
	}
	return notices
}
