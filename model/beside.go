package model

// TakeClasses takes from the programme as it stands now how its record is
// archived: no part of the content that is frozen, and true of every document of it.
func (p *Programme) TakeClasses(now *Programme) {
	p.Confidentiality, p.RetentionClass = now.Confidentiality, now.RetentionClass
}

// TakePlainTexts gives frozen content its texts in easy language as they stand
// now. What is not in the content is passed over.
func (p *Programme) TakePlainTexts(now *Programme) {
	p.PlainText = now.PlainText
	texts := map[EntityID]Text{}
	for _, text := range now.PlainTexts() {
		texts[text.Entity] = text.Text
	}
	for i := range p.Sections {
		p.Sections[i].PlainText = texts[p.Sections[i].ID]
	}
	for g := range p.AllGoals() {
		g.PlainText = texts[g.ID]
	}
}
