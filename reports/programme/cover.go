package programme

import (
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// cover is shared by all editions.
func cover(editions []*edition, identity Identity) document.Block {
	first := editions[0]
	p := first.programme
	c := document.Cover{Owners: first.ownerNames(), Picture: first.say("cover.picture", "count", houses(p))}
	if other := otherOwners(first); other != "" {
		c.OwnersOther = document.In(string(otherLanguage(first)), other)
	}
	identity.show(&c, first)
	for i, e := range editions {
		if i > 0 && p.Title.In(e.language) == "" {
			continue
		}
		c.Titles = append(c.Titles, e.coverTitle().Marked(e.languageIn(first)))
	}
	for i := range p.Sections {
		if isHouse(&p.Sections[i]) {
			c.Street = append(c.Street, document.CoverHouse{Section: house(&p.Sections[i]), Colors: colors(p, i)})
		}
	}
	for i := range p.Goals {
		c.Street = append(c.Street, looseHouse(p, i))
	}
	for i, e := range editions {
		if i > 0 && e.foreign {
			continue
		}
		if preparation := e.coverPreparation(); len(preparation) > 0 {
			c.Columns = append(c.Columns, marked(preparation, e.languageIn(first)))
		}
		c.Columns = append(c.Columns, marked(e.coverDecision(), e.languageIn(first)))
	}
	return c
}

// languageIn is the edition's language where it stands in a part of another
// edition, "" in a part of its own.
func (e *edition) languageIn(part *edition) string {
	if e.language == part.language {
		return ""
	}
	return string(e.language)
}

func marked(lines []document.Paragraph, language string) []document.Paragraph {
	for i := range lines {
		lines[i].Text = lines[i].Text.Marked(language)
	}
	return lines
}

// show puts the municipality's colour and crest on a cover, and its name where
// the programme names no owner.
func (i Identity) show(c *document.Cover, first *edition) {
	c.Color, c.Ink, c.Accent = i.Color, i.Ink, i.Accent
	if i.Crest != nil {
		crest := *i.Crest
		crest.Alternative = first.say("cover.crest")
		c.Crest = &crest
	}
	if c.Owners.String() != "" {
		return
	}
	c.Owners = first.text(i.Name)
	if other := i.Name.In(otherLanguage(first)); other != "" && other != c.Owners.String() {
		c.OwnersOther = document.In(string(otherLanguage(first)), other)
	}
}

func houses(p *model.Programme) int {
	count := 0
	for i := range p.Sections {
		if isHouse(&p.Sections[i]) {
			count++
		}
	}
	return count + len(p.Goals)
}

func otherLanguage(e *edition) model.Language {
	if e.language == model.Swedish {
		return model.Finnish
	}
	return model.Swedish
}

// otherOwners are the owners' names in the country's other language, when each
// of them has one that differs.
func otherOwners(e *edition) string {
	var names []string
	for _, owner := range e.programme.Owners {
		name := owner.Name.In(otherLanguage(e))
		if name == "" || name == e.plain(owner.Name) {
			return ""
		}
		names = append(names, name)
	}
	return join(names...)
}

// coverTitle parts a title that ends in the programme's years before them.
func (e *edition) coverTitle() document.CoverName {
	title := e.text(e.programme.Title)
	if len(title) == 0 {
		title = document.Plain(e.say("untitled"))
	}
	named := document.CoverName{Title: title, Years: document.Plain(e.span())}
	if span := e.span(); span != "" {
		for i := range title {
			title[i].String = strings.TrimSpace(strings.TrimSuffix(title[i].String, span))
		}
		if title.String() == "" {
			named.Title, named.Years = document.Plain(span), nil
		}
	}
	named.Subtitle = e.text(e.programme.Subtitle)
	return named
}

func (e *edition) coverPreparation() []document.Paragraph {
	var lines []document.Paragraph
	add := func(text document.Text, style document.Style) {
		if len(text) > 0 {
			lines = append(lines, document.Paragraph{Text: text, Style: style})
		}
	}
	add(e.text(e.programme.PreparedBy), document.BodyBold)
	add(e.text(e.programme.CoordinatedWith), document.Body)
	return lines
}

// coverDecision says how far the programme has come: a draft's date, or who
// approved it where and under which number.
func (e *edition) coverDecision() []document.Paragraph {
	word := e.say("state." + string(e.state()))
	switch {
	case e.recorded() && e.state() == model.Approved:
		word = e.say("state.approvedRecorded")
	case e.recorded():
		word = e.say("state.recorded")
	}
	lines := []document.Paragraph{{Text: document.Plain(word), Style: document.BodyBold}}
	if !e.recorded() && !e.state().Locked() && !e.today.Zero() {
		lines = append(lines, document.Paragraph{Text: document.Plain(e.day(e.today))})
	}
	if e.decision != nil {
		lines = append(lines, document.Paragraph{Text: e.meetingNamed(e.decision)})
		if number := e.decision.RegisterNumber; number != "" {
			lines = append(lines, document.Paragraph{Text: document.Plain(number)})
		}
	}
	return lines
}

// meeting names the organ, the day and the § of a decision.
func (e *edition) meeting(d *model.Decision) string {
	parts := []string{capital(e.organ(d)), e.day(d.MeetingDate)}
	if d.Paragraph != "" {
		parts = append(parts, "§ "+d.Paragraph)
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// organ is the organ's own name, else the word for its kind.
func (e *edition) organ(d *model.Decision) string {
	if name := e.plain(d.OrganName); name != "" {
		return name
	}
	if d.Organ == "" {
		return ""
	}
	return e.say("organ." + string(d.Organ))
}

func capital(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return ""
}
