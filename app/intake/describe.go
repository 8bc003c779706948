package intake

import "tavoitekartta/model"

// Describe returns the description of a programme's content, which [Read]
// reads and [Description.Build] builds again. Ids, persons and numbers stored at
// locking are no part of it, comments and ideas put aside neither.
func Describe(p model.Programme) Description {
	described := Description{
		Form: Form, Title: p.Title, Subtitle: p.Subtitle, Kind: p.Kind,
		FirstYear: p.FirstYear, LastYear: p.LastYear, FirstLanguage: p.FirstLanguage, Languages: p.Languages,
		PreparedBy: p.PreparedBy, CoordinatedWith: p.CoordinatedWith, FollowUpBody: p.FollowUpBody,
		LegalBasis: p.LegalBasis, LegalBasisText: p.LegalBasisText, Strategy: p.Strategy,
		ParentProgramme: p.ParentProgramme, Predecessor: p.Predecessor, Keywords: p.Keywords,
		Reimbursement: p.Reimbursement, Address: p.Address, Published: p.Published,
		RecordedAfterwards: p.RecordedAfterwards, StructureOnly: p.StructureOnly,
		Confidentiality: p.Confidentiality, RetentionClass: p.RetentionClass,
		SteeringGroup: p.SteeringGroup, PlainText: p.PlainText, Decisions: describeDecisions(p.Decisions),
	}
	for _, o := range p.Owners {
		described.Owners = append(described.Owners, Owner{o.Name, o.Kind, o.Bilingual})
	}
	for _, c := range p.Chapters {
		described.Chapters = append(described.Chapters, Chapter{c.Role, c.Title, c.Body, c.AuthorRole, describeBlocks(c.Blocks)})
	}
	for _, c := range p.Contacts {
		described.Contacts = append(described.Contacts, Contact{c.Role, c.Address})
	}
	register := registerNames(&p)
	for _, b := range p.Bodies {
		described.Bodies = append(described.Bodies, Body{
			b.Name, b.Aliases, b.Sector, b.ValidFrom, b.ValidTo, register[b.Successor],
		})
	}
	for _, s := range p.Sections {
		described.Sections = append(described.Sections, Section{s.Title, s.Role, s.Description, s.PlainText, register.goals(s.Goals)})
	}
	described.Goals = register.goals(p.Goals)
	return described
}

func describeBlocks(blocks []model.Block) []Block {
	var described []Block
	for _, b := range blocks {
		described = append(described, Block{b.Role, b.Title, b.Body, b.AuthorRole})
	}
	return described
}

// bodyNames are the bodies' names by their ids.
type bodyNames map[model.EntityID]string

func registerNames(p *model.Programme) bodyNames {
	register := bodyNames{}
	for _, b := range p.Bodies {
		register[b.ID], _ = b.Name.Best(p.FirstLanguage)
	}
	return register
}

func (register bodyNames) goals(goals []model.Goal) []Goal {
	var described []Goal
	for _, g := range goals {
		goal := Goal{
			Title: g.Title, Description: g.Description, PlainText: g.PlainText, BodiesPrinted: g.BodiesPrinted,
			Bodies: register.involvements(g.Bodies), Indicators: register.indicators(g.Indicators),
			SubGoals: register.goals(g.SubGoals), Role: g.Role,
		}
		for _, m := range g.Measures {
			goal.Measures = append(goal.Measures, Measure{
				Title: m.Title, Description: m.Description, Timetable: Timetable{m.Timetable},
				TimetablePrinted: m.TimetablePrinted, BodiesPrinted: m.BodiesPrinted,
				Bodies: register.involvements(m.Bodies), Indicators: register.indicators(m.Indicators),
				Status: m.Status, FollowUps: register.followUps(m.FollowUps),
			})
		}
		described = append(described, goal)
	}
	return described
}

func (register bodyNames) involvements(list []model.Responsibility) []Involvement {
	var described []Involvement
	for _, r := range list {
		described = append(described, Involvement{
			register[r.Body], r.Role, r.Leads, r.AcceptedBy, r.AcceptedOn, r.Reservation,
		})
	}
	return described
}

func (register bodyNames) indicators(list []model.Indicator) []Indicator {
	var described []Indicator
	for _, i := range list {
		described = append(described, Indicator{
			i.Title, i.Kind, i.Confirmed, i.Unit, i.Direction, i.BaselineValue, i.BaselineYear,
			i.BaselineSource, i.TargetTotal, i.TargetYearly, i.TargetsByYear,
			register.followUps(i.FollowUps),
		})
	}
	return described
}

func (register bodyNames) followUps(list []model.FollowUpAnswer) []FollowUp {
	var described []FollowUp
	for _, a := range list {
		described = append(described, FollowUp{a.Year, register[a.Body], a.Status, a.Value, a.Remark})
	}
	return described
}
