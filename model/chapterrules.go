package model

// chapter checks a text around the tables and its parts.
func (c *checker) chapter(ch *Chapter, path string) {
	c.tagsOf(*ch, ch.ID, path)
	for i := range ch.Blocks {
		c.block(&ch.Blocks[i], path+"."+pathIndex("blocks", i))
	}
}

// block checks a part of a chapter: the sizes that paper can show, and that a
// chart's cells are numbers. All of it is printed as it stands, so these are
// notices.
func (c *checker) block(b *Block, path string) {
	c.tagsOf(*b, b.ID, path)
	notice := func(code Code, l Language, limit int) {
		c.findings = append(c.findings, Finding{
			Severity: Notice, Code: code, Entity: b.ID, Field: FieldBodyText.In(l), Path: path + ".body", Limit: limit,
		})
	}
	for _, l := range Languages() {
		body := b.Body.In(l)
		if body == "" {
			continue
		}
		if b.Role.Listed() && len(Lines(body)) > MaxListItems {
			notice(CodeTooManyRows, l, MaxListItems)
		}
		if !b.Role.Tabular() {
			continue
		}
		g := ReadGrid(body)
		if len(g) > MaxTableRows {
			notice(CodeTooManyRows, l, MaxTableRows)
		}
		if g.Columns() > MaxTableColumns {
			notice(CodeTooManyColumns, l, MaxTableColumns)
		}
		if b.Role == ChartBlock && len(ReadChart(g).Unread) > 0 {
			notice(CodeNoNumberInChart, l, 0)
		}
	}
}
