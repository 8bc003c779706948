//go:build pictures

package gallery_test

import "tavoitekartta/model"

func in(fi, sv, en string) model.Text { return model.Text{Fi: fi, Sv: sv, En: en} }

// proposed puts the programme before the council.
func proposed(p *model.Programme) { p.Decisions = []model.Decision{proposal()} }

// approved lets the council have decided.
func approved(p *model.Programme) { p.State, p.Decisions = model.Approved, decisions() }

// proposal is a sample of what is put before the council.
func proposal() model.Decision {
	return model.Decision{
		ID: "proposal", Organ: model.Council, OrganName: in("kaupunginvaltuusto", "stadsfullmäktige", "city council"), Final: true,
		MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}, Paragraph: "12", RegisterNumber: "VAASA/123/00.01/2018",
		Preparer: in("Maahanmuuttajaneuvosto", "Invandrarrådet", "Immigrant council"),
		Rationale: in(
			"Kunta laatii kotouttamisohjelman ja tarkistaa sen vähintään joka neljäs vuosi. Nykyinen ohjelma päättyy vuoden 2018 lopussa. Uuden ohjelman ovat kirjoittaneet kaupungin toimialat ja järjestöt yhdessä.",
			"Kommunen gör upp ett program för integrationsfrämjande och ser över det minst vart fjärde år. Det nuvarande programmet går ut i slutet av 2018. Stadens sektorer och föreningar har skrivit det nya programmet tillsammans.",
			"The municipality draws up an integration programme and reviews it at least every four years. The present programme ends in 2018. The city's sectors and associations have written the new one together."),
		Effects: in(
			"Ohjelma selkeyttää vastuita ja tuo neuvonnan lähemmäs asukkaita. Vaikutukset lapsiin, kieliryhmiin ja yhdenvertaisuuteen on arvioitu ennalta, ja ne ovat myönteisiä.",
			"Programmet förtydligar ansvaret och för rådgivningen närmare invånarna. Konsekvenserna för barn, språkgrupper och likabehandling har bedömts på förhand och är positiva.",
			"The programme makes responsibilities clear and brings advice closer to residents. Its effects on children, language groups and equality have been assessed beforehand and are positive."),
		Costs: in(
			"Toimenpiteet toteutetaan toimialojen vuosittaisten määrärahojen puitteissa.",
			"Åtgärderna genomförs inom ramen för sektorernas årliga anslag.",
			"The measures are carried out within the yearly appropriations of the sectors."),
		Proposal: in(
			"Kaupunginvaltuusto hyväksyy kotouttamisohjelman vuosille 2019–2022.",
			"Stadsfullmäktige godkänner integrationsprogrammet för åren 2019–2022.",
			"The city council approves the integration programme for 2019–2022."),
		Annexes: in("Kotouttamisohjelma 2019–2022\nVaikutusten ennakkoarviointi",
			"Integrationsprogram 2019–2022\nKonsekvensbedömning", "Integration programme 2019–2022\nImpact assessment"),
	}
}

// decisions are samples: the way of a programme to the council.
func decisions() []model.Decision {
	minutes := func(id model.EntityID, role model.MinutesRole, person model.PersonID, day int) model.MinutesEntry {
		return model.MinutesEntry{ID: id, Role: role, Person: person, Done: true, Digitally: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: day}}
	}
	return []model.Decision{
		{ID: "group", Organ: model.WorkingGroup, MeetingDate: model.Date{Year: 2018, Month: 11, Day: 22}, Outcome: model.OutcomeApproved},
		{ID: "board", Organ: model.Board, OrganName: in("kaupunginhallitus", "stadsstyrelsen", "city board"), Paragraph: "8",
			MeetingDate: model.Date{Year: 2019, Month: 1, Day: 14}, Outcome: model.OutcomeApproved},
		{ID: "council", Organ: model.Council, OrganName: in("kaupunginvaltuusto", "stadsfullmäktige", "city council"),
			MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}, Paragraph: "12", RegisterNumber: "VAASA/123/00.01/2018",
			Preparer: in("Maahanmuuttajaneuvosto", "Invandrarrådet", "Immigrant council"), Final: true, Outcome: model.OutcomeApproved,
			Text: in("Kaupunginvaltuusto hyväksyi kotouttamisohjelman vuosille 2019–2022.",
				"Stadsfullmäktige godkände integrationsprogrammet för åren 2019–2022.",
				"The city council approved the integration programme for 2019–2022."),
			Votes: []model.Vote{{ID: "vote", YesMeaning: in("pohjaesitys", "grundförslaget", "the proposal"),
				NoMeaning: in("hylkäys", "avslag", "rejection"), Yes: 51, No: 6, Blank: 1, Absent: 1}},
			Minutes: []model.MinutesEntry{
				minutes("m1", model.Chair, "chair", 22), minutes("m2", model.MinutesKeeper, "keeper", 22),
				minutes("m3", model.MinutesChecker, "first", 23), minutes("m4", model.MinutesChecker, "second", 24),
			}},
	}
}

// names are those of the people in the sample.
func names(id model.PersonID) string {
	return map[model.PersonID]string{
		"chair": "Maija Meikäläinen", "keeper": "Matti Mallikas", "first": "Anna Exempel", "second": "Kalle Kunta",
	}[id]
}
