package model

import (
	"slices"
	"testing"
)

func TestANameThatItsActUsesOtherwiseIsPointedOut(t *testing.T) {
	both := func(fi, sv string) Text { return Text{}.With(Finnish, fi).With(Swedish, sv) }
	for _, c := range []struct {
		name      string
		programme Programme
		want      []NameNotice
	}{
		{
			"Vaasa 2019–2022", Programme{
				Title: both("Kotouttamisohjelma 2019–2022", "Integrationsprogram 2019–2022"), Kind: IntegrationProgramme,
				FirstYear: 2019, LastYear: 2022, LegalBasis: FormerIntegrationAct,
			}, nil,
		},
		{
			"Vaasa 2023–2026 goes on under the new act and was made under the old one", Programme{
				Title: both("Vaasan kotoutumisohjelma", "Vasa stads integrationsprogram"), Kind: IntegrationProgramme,
				FirstYear: 2023, LastYear: 2026, LegalBasis: FormerIntegrationAct,
			}, nil,
		},
		{"without an act, before 2025", Programme{Title: both("Kotoutumisohjelma", ""), FirstYear: 2023}, nil},
		{
			"a word of the new act, in both languages", Programme{
				Title: both("Kunnan kotoutumisohjelma 2026–2029", "Kommunens integrationsprogram"), Kind: ActionProgramme,
				FirstYear: 2026, LastYear: 2029, LegalBasis: IntegrationAct,
			},
			[]NameNotice{{NameOfInitialServices, FieldTitle, Finnish}, {NameOfInitialServices, FieldTitle, Swedish}},
		},
		{
			"the former name, in small letters and in the subtitle", Programme{
				Subtitle:  both("Kaupungin KOTOUTTAMISOHJELMA", "Stadens program för integrationsfrämjande"),
				FirstYear: 2025, LegalBasis: FormerIntegrationAct,
			},
			[]NameNotice{{NameOfFormerAct, FieldSubtitle, Finnish}, {NameOfFormerAct, FieldSubtitle, Swedish}},
		},
		{
			"the kind alone", Programme{Title: both("Yhdessä 2026–2029", ""), Kind: IntegrationProgramme, FirstYear: 2026},
			[]NameNotice{{NameOfFormerAct, FieldProgrammeKind, ""}},
		},
		{
			"the package of early services itself", Programme{
				Title: both("Kotoutumisohjelma", "Integrationsprogram"), Kind: InitialServices, FirstYear: 2026, LegalBasis: IntegrationAct,
			}, nil,
		},
		{
			"a programme of the past that names the new act by mistake", Programme{
				Title: both("Kotouttamisohjelma", ""), FirstYear: 2019, LastYear: 2022, LegalBasis: IntegrationAct,
			}, nil,
		},
		{
			"an action programme", Programme{
				Title: both("Kotoutumisen toimenpideohjelma", "Åtgärdsprogram för integration"), Kind: ActionProgramme,
				FirstYear: 2026, LegalBasis: IntegrationAct,
			}, nil,
		},
	} {
		if got := c.programme.NamesUsedOtherwise(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
