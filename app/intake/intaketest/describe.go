package intaketest

import (
	"tavoitekartta/app/intake"
	"tavoitekartta/model"
)

// Describe returns the description of a programme's content, which [intake.Read]
// reads and [intake.Description.Build] builds again. Ids, persons and numbers stored at
// locking are no part of it, comments and ideas put aside neither: so tests compare
// what was read with what was built of it.
func Describe(p model.Programme) intake.Description {
	described := intake.Description{
		Form: intake.Form, Title: p.Title, Subtitle: p.Subtitle, Kind: p.Kind,
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
		described.Owners = append(described.Owners, intake.Owner{Name: o.Name, Kind: o.Kind, Bilingual: o.Bilingual})
	}
	for _, c := range p.Chapters {
		described.Chapters = append(described.Chapters, intake.Chapter{
			Role: c.Role, Title: c.Title, Body: c.Body, AuthorRole: c.AuthorRole,
			Blocks: describeBlocks(c.Blocks),
		})
	}
	for _, c := range p.Contacts {
		described.Contacts = append(described.Contacts, intake.Contact{Role: c.Role, Address: c.Address})
	}
	register := registerNames(&p)
	for _, b := range p.Bodies {
		described.Bodies = append(described.Bodies, intake.Body{
			Name: b.Name, Aliases: b.Aliases, Sector: b.Sector, ValidFrom: b.ValidFrom, ValidTo: b.ValidTo,
			Successor: register[b.Successor],
		})
	}
	for _, s := range p.Sections {
		described.Sections = append(described.Sections, intake.Section{
			Title: s.Title, Role: s.Role, Description: s.Description, PlainText: s.PlainText,
			Goals: register.goals(s.Goals),
		})
	}
	described.Goals = register.goals(p.Goals)
	return described
}

func describeBlocks(blocks []model.Block) []intake.Block {
	var described []intake.Block
	for _, b := range blocks {
		described = append(described, intake.Block{Role: b.Role, Title: b.Title, Body: b.Body, AuthorRole: b.AuthorRole})
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

func (register bodyNames) goals(goals []model.Goal) []intake.Goal {
	var described []intake.Goal
	for _, g := range goals {
		goal := intake.Goal{
			Title: g.Title, Description: g.Description, PlainText: g.PlainText, BodiesPrinted: g.BodiesPrinted,
			Bodies: register.involvements(g.Bodies), Indicators: register.indicators(g.Indicators),
			SubGoals: register.goals(g.SubGoals), Role: g.Role,
		}
		for _, m := range g.Measures {
			goal.Measures = append(goal.Measures, intake.Measure{
				Title: m.Title, Description: m.Description, Timetable: intake.Timetable{Timetable: m.Timetable},
				TimetablePrinted: m.TimetablePrinted, BodiesPrinted: m.BodiesPrinted,
				Bodies: register.involvements(m.Bodies), Indicators: register.indicators(m.Indicators),
				Status: m.Status, FollowUps: register.followUps(m.FollowUps),
			})
		}
		described = append(described, goal)
	}
	return described
}

func (register bodyNames) involvements(list []model.Responsibility) []intake.Involvement {
	var described []intake.Involvement
	for _, r := range list {
		described = append(described, intake.Involvement{
			Body: register[r.Body], Role: r.Role, Leads: r.Leads, AcceptedBy: r.AcceptedBy,
			AcceptedOn: r.AcceptedOn, Reservation: r.Reservation,
		})
	}
	return described
}

func (register bodyNames) indicators(list []model.Indicator) []intake.Indicator {
	var described []intake.Indicator
	for _, i := range list {
		described = append(described, intake.Indicator{
			Title: i.Title, Kind: i.Kind, Confirmed: i.Confirmed, Unit: i.Unit, Direction: i.Direction,
			BaselineValue: i.BaselineValue, BaselineYear: i.BaselineYear, BaselineSource: i.BaselineSource,
			TargetTotal: i.TargetTotal, TargetYearly: i.TargetYearly, TargetsByYear: i.TargetsByYear,
			FollowUps: register.followUps(i.FollowUps),
		})
	}
	return described
}

func (register bodyNames) followUps(list []model.FollowUpAnswer) []intake.FollowUp {
	var described []intake.FollowUp
	for _, a := range list {
		described = append(described, intake.FollowUp{
			Year: a.Year, Body: register[a.Body], Status: a.Status, Value: a.Value, Remark: a.Remark,
		})
	}
	return described
}

func describeDecisions(decisions []model.Decision) []intake.Decision {
	var described []intake.Decision
	for _, d := range decisions {
		one := intake.Decision{
			Organ: d.Organ, OrganName: d.OrganName, MeetingDate: d.MeetingDate, Paragraph: d.Paragraph,
			RegisterNumber: d.RegisterNumber, Preparer: d.Preparer, Presenter: d.Presenter, Proposal: d.Proposal,
			Rationale: d.Rationale, Effects: d.Effects, Costs: d.Costs, Annexes: d.Annexes, Appeal: d.Appeal,
			Text: d.Text, Outcome: d.Outcome, Unanimous: d.Unanimous, Final: d.Final,
		}
		for _, v := range d.Votes {
			one.Votes = append(one.Votes, intake.Vote{
				YesMeaning: v.YesMeaning, NoMeaning: v.NoMeaning, NumbersUnknown: v.NumbersUnknown, Yes: v.Yes,
				No: v.No, Blank: v.Blank, Absent: v.Absent,
			})
		}
		for _, m := range d.Motions {
			one.Motions = append(one.Motions, intake.Motion{
				Kind: m.Kind, Text: m.Text, Outcome: m.Outcome, Unanimous: m.Unanimous,
				ChangesText: m.ChangesText,
			})
		}
		for _, o := range d.Dissents {
			one.Dissents = append(one.Dissents, intake.Dissent{Text: o.Text})
		}
		for _, m := range d.Minutes {
			one.Minutes = append(one.Minutes, intake.Minutes{
				Role: m.Role, RoleText: m.RoleText, Done: m.Done, DoneOn: m.DoneOn, Digitally: m.Digitally,
			})
		}
		described = append(described, one)
	}
	return described
}
