package programme

import (
	"fmt"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// pageWidth is the width of the text in millimetres.
const pageWidth = 170.0

// chapters are the texts around the tables and the programme's facts.
func (e *edition) chapters() []document.Block {
	blocks := []document.Block{document.PageBreak{}}
	for i := range e.programme.Chapters {
		blocks = append(blocks, e.chapter(&e.programme.Chapters[i], fmt.Sprintf("chapter-%d", i))...)
	}
	if facts := e.facts(); len(facts) > 0 {
		blocks = append(blocks,
			document.Heading{Level: 1, Text: document.Plain(e.say("facts")), Anchor: e.prefix + "facts"},
			document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: facts})
	}
	if len(blocks) == 1 {
		return nil
	}
	return blocks
}

func (e *edition) chapterTitle(c *model.Chapter) document.Text {
	if title := e.text(c.Title); len(title) > 0 {
		return title
	}
	role := c.Role
	if role == "" {
		role = model.OtherChapters
	}
	return document.Plain(e.say("chapter." + string(role)))
}

// chapter is one text around the tables: its heading, its text, its parts, and
// who speaks in it.
func (e *edition) chapter(c *model.Chapter, anchor string) []document.Block {
	heading := document.Heading{Level: 1, Text: e.chapterTitle(c), Anchor: e.prefix + anchor, Subject: string(c.ID)}
	if e.chapterUntranslated(c) {
		heading.Summary = document.Plain(e.say("notTranslated"))
	}
	blocks := []document.Block{heading}
	body := paragraphs(e.text(c.Body), document.Body)
	speaker := e.text(c.AuthorRole)
	if c.Role == model.Quotation && len(body) > 0 {
		body, speaker = []document.Block{quotation(body, speaker)}, nil
	}
	blocks = append(blocks, body...)
	for i := range c.Blocks {
		blocks = append(blocks, e.chapterPart(&c.Blocks[i], fmt.Sprintf("%s-%d", anchor, i))...)
	}
	if len(blocks) == 1 {
		blocks = append(blocks, document.Paragraph{Text: document.Plain(e.say("missing.chapter")), Style: document.BodyMuted})
	}
	if len(speaker) > 0 {
		blocks = append(blocks, document.Paragraph{Text: speaker, Style: document.BodyBold})
	}
	return blocks
}

func (e *edition) chapterUntranslated(c *model.Chapter) bool {
	if e.untranslated(c.Body) || e.untranslated(c.Title) {
		return true
	}
	for _, b := range c.Blocks {
		if e.untranslated(b.Body) || e.untranslated(b.Title) {
			return true
		}
	}
	return false
}
