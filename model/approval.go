package model

import "slices"

// decision checks one decision's facts. What is missing from the final one is
// an obstacle, from the others a notice.
func (c *checker) decision(d *Decision, path string) {
	c.tagsOf(*d, d.ID, path)
	severity := Notice
	if d.Final {
		severity = Obstacle
	}
	need := func(missing bool, code Code, f Field) {
		if missing {
			c.add(severity, code, d.ID, f, pathJoin(path, string(f)))
		}
	}
	need(d.Organ == "", CodeOrganMissing, FieldOrgan)
	need(d.Organ != "" && !slices.Contains(Organs(), d.Organ), CodeUnknownWord, FieldOrgan)
	need(d.MeetingDate.Zero(), CodeMeetingDateMissing, FieldMeetingDate)
	if d.Final && c.programme.RecordedAfterwards {
		// What the sources of a past decision do not tell is not asked for.
		severity = Information
	}
	if d.Final {
		need(d.Paragraph == "", CodeParagraphMissing, FieldParagraph)
		need(d.Text.Empty(), CodeDecisionTextMissing, FieldDecisionText)
		need(d.Outcome == "", CodeOutcomeMissing, FieldOutcome)
		need(d.Outcome != "" && !d.Outcome.Approves(), CodeNotApproving, FieldOutcome)
	}
	for i, v := range d.Votes {
		c.tagsOf(v, v.ID, pathJoin(path, pathIndex("votes", i)))
	}
	for i, m := range d.Minutes {
		at := pathJoin(path, pathIndex("minutes", i))
		c.tagsOf(m, m.ID, at)
		if m.Done && m.DoneOn.Zero() {
			c.add(Notice, CodeMinutesDateMissing, m.ID, FieldDoneOn, at)
		}
		if !m.DoneOn.Zero() && !d.MeetingDate.Zero() && m.DoneOn.Before(d.MeetingDate) {
			c.add(Mistake, CodeBeforeMeeting, m.ID, FieldDoneOn, at)
		}
	}
}

// FinalDecision returns the decision by which the programme stands, or nil.
func (p *Programme) FinalDecision() *Decision {
	for i := range p.Decisions {
		if p.Decisions[i].Final {
			return &p.Decisions[i]
		}
	}
	return nil
}

// Handling returns the decisions of other organs on the way to the final one.
func (p *Programme) Handling() []Decision {
	var handling []Decision
	for _, d := range p.Decisions {
		if !d.Final {
			handling = append(handling, d)
		}
	}
	return handling
}

// Obstacles returns what keeps the programme from being locked: title, owner,
// years, at least one section, the decision's facts, open clashes. A programme
// recorded afterwards owes no completeness besides these.
func (r *Rules) Obstacles(s *State) []Finding {
	findings := slices.DeleteFunc(r.Check(s), func(f Finding) bool { return f.Severity != Obstacle })
	p := s.Programme()
	if p.FinalDecision() == nil {
		findings = append(findings, Finding{
			Severity: Obstacle, Code: CodeDecisionMissing, Entity: p.ID, Field: FieldFinal, Path: "decisions",
		})
	}
	return findings
}

// Pending returns what a locked programme still waits for before it is
// approved: the minutes signed by the chair, certified by the minutes-keeper
// and checked by every checker recorded, or at least by one.
func (d *Decision) Pending() []Code {
	done := map[MinutesRole]int{}
	waiting := map[MinutesRole]int{}
	for _, m := range d.Minutes {
		if m.Done {
			done[m.Role]++
		} else {
			waiting[m.Role]++
		}
	}
	var pending []Code
	for _, role := range []struct {
		role MinutesRole
		code Code
	}{{Chair, CodeMinutesUnsigned}, {MinutesKeeper, CodeMinutesUncertified}, {MinutesChecker, CodeMinutesUnchecked}} {
		if done[role.role] == 0 || waiting[role.role] > 0 {
			pending = append(pending, role.code)
		}
	}
	return pending
}
