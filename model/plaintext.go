package model

// PlainText is a text in easy language (selkokieli, lättläst) that was or was
// not written for a section or a goal.
type PlainText struct {
	Entity EntityID
	Kind   Kind // KindSection or KindGoal
	Number string
	Title  Text // of what it is about, in official words
	Text   Text
}

// PlainTexts returns the texts in easy language of all sections and goals, in
// printing order, those that nobody has written too: an easy-to-read edition
// (IFLA, Guidelines for easy-to-read materials) is written for its readers and
// never made from the official text.
func (p *Programme) PlainTexts() []PlainText {
	var texts []PlainText
	goal := func(g *Goal) bool {
		texts = append(texts, PlainText{g.ID, KindGoal, g.Number, g.Title, g.PlainText})
		return true
	}
	for i := range p.Sections {
		s := &p.Sections[i]
		texts = append(texts, PlainText{s.ID, KindSection, s.Number, s.Title, s.PlainText})
		eachGoal(s.Goals, goal)
	}
	eachGoal(p.Goals, goal)
	return texts
}

// PlainShare returns how many sections and goals have a text in easy language
// in language l, out of all of them.
func (p *Programme) PlainShare(l Language) Share {
	var share Share
	for _, text := range p.PlainTexts() {
		share.Whole++
		if text.Text.In(l) != "" {
			share.Part++
		}
	}
	return share
}
