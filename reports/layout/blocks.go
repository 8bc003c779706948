package layout

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"tavoitekartta/reports/document"
)

// flow turns blocks into pieces. Between two blocks stands the greater of the
// space that the first wants after it and the second before it.
func (l *layouter) flow(ctx context.Context, blocks []document.Block) ([]piece, error) {
	var pieces []piece
	after := 0.0
	var broken *document.PageBreak // before the next block
	wide := wideBlocks(blocks)
	around := l.sheet
	defer func() { l.sheet = around }()
	for n, block := range blocks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		switch special := block.(type) {
		case document.PageBreak:
			if broken == nil || broken.Loose || broken.Flowing {
				broken = &special // the strictest of several
			}
			l.above = 0
			continue
		case document.Space:
			after = math.Max(after, special.Height)
			continue
		}
		l.sheet = sheet{around.wide || wide[n]}
		set, wants, err := l.block(ctx, block)
		if err != nil {
			return nil, err
		}
		if !drawn(set) {
			continue
		}
		if columns, ok := block.(document.Columns); ok && columns.AtBottom {
			for i := max(0, len(pieces)-2); i < len(pieces); i++ {
				pieces[i].glued = true // so that they never stand alone on a page
			}
		}
		for n := range set {
			set[n].wide = l.sheet.wide
		}
		set[0].before = math.Max(set[0].before, after)
		if broken != nil {
			set[0].breakAt(*broken)
			broken = nil
		}
		pieces = append(pieces, set...)
		if _, counted := block.(document.Keep); !counted {
			if l.above == 0 {
				l.above = -set[0].before // dropped at the top of a page
			}
			l.above += heights(set)
		}
		after = wants
	}
	return pieces, nil
}

// drawn tells whether pieces hold anything: what holds nothing begins no page.
func drawn(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool {
		return len(p.operations) > 0 || len(p.anchors) > 0 || p.row != nil || p.ruled != nil
	})
}

// block turns one block into pieces and the space wanted after it.
func (l *layouter) block(ctx context.Context, block document.Block) ([]piece, float64, error) {
	switch b := block.(type) {
	case document.Heading:
		pieces, after := l.heading(b)
		return pieces, after, nil
	case document.Paragraph:
		return l.paragraphPieces(b, 0), setting(b.Style, "").after, nil
	case document.List:
		return l.list(b), 8, nil
	case document.Quotation:
		return l.quotation(b), 12, nil
	case document.Chart:
		return l.chart(b), 14, nil
	case document.Cover:
		return l.cover(b), 0, nil
	case document.Blanks:
		return l.blanks(b), 14, nil
	case document.Notes:
		return notes(b), 14, nil
	case document.Map:
		return l.structuralMap(b), 18, nil
	case document.Opening:
		return l.opening(b), 14, nil
	case document.Table:
		return l.table(b, 10), 14, nil
	case document.ContentsList:
		return l.contents(b), 14, nil
	case document.Figure:
		return l.figure(b), 14, nil
	case document.Illustration:
		return l.illustration(b), 14, nil
	case document.Step:
		return l.step(b), 7, nil
	case document.Roadmap:
		return l.roadmap(b), 14, nil
	case document.Legend:
		return l.legend(b), 12, nil
	case document.Timeline:
		return l.timeline(b), 14, nil
	case document.Cards:
		return l.cards(b), 16, nil
	case document.Callout:
		return l.callout(b), 16, nil
	case document.Columns:
		return l.besides(b), 14, nil
	case document.FormRow:
		return l.formRow(b), l.apart(8), nil
	case document.FormGroup:
		pieces, err := l.formGroup(ctx, b)
		return pieces, 10, err
	case document.Letterhead:
		return l.letterhead(b), 30, nil
	case document.SignatureLines:
		return l.signatureLines(b), 16, nil
	case document.Keep:
		pieces, err := l.flow(ctx, b.Blocks)
		for i := range len(pieces) - 1 {
			pieces[i].kept = true
		}
		return pieces, l.apart(14), err
	}
	return nil, 0, fmt.Errorf("block %T has no layout", block)
}

type headingForm struct {
	style  document.Style
	before float64
}

var headingForms = map[int]headingForm{
	1: {document.Title1, 30},
	2: {document.Title2, 24},
	3: {document.Title3, 14},
}

// easyHeadings are those of an easy-to-read edition.
var easyHeadings = map[int]headingForm{
	1: {document.EasyTitle1, 30},
	2: {document.EasyTitle2, 28},
}

// headingRole is the role of a heading of a level. In the tree no level is
// skipped (ISO 14289-1, 7.4.2): what looks like a third level below a first is
// its second.
func (l *layouter) headingRole(level int) Role {
	l.depth = max(1, min(level, l.depth+1, 6))
	return Role(fmt.Sprintf("H%d", l.depth))
}

// longestSummary is how many lines of a summary stay on the page of its heading.
const longestSummary = 12

// heading glues a heading to what follows, its eyebrow and summary included.
func (l *layouter) heading(h document.Heading) ([]piece, float64) {
	form, known := headingForms[h.Level]
	if !known {
		form = headingForms[3]
	}
	if easy, known := easyHeadings[h.Level]; known && h.Easy {
		form = easy
	}
	set := setting(form.style, "")
	var pieces []piece
	if len(h.Eyebrow) > 0 {
		pieces = append(pieces, l.leadIn(h.Eyebrow, document.Eyebrow, l.accent)...)
	}
	element := l.open(l.headingRole(h.Level))
	l.elements[element].Subject = h.Subject
	indent := 0.0
	if len(h.Sign.Shapes) > 0 {
		indent = h.Sign.Width + signBeside
	}
	lines := l.lines(element, h.Text, set, lineWidth(form.style, l.sheet.textWidth()-indent))
	l.close()
	start := len(pieces)
	pieces = append(pieces, linePieces(lines)...)
	if indent > 0 {
		besideSign(pieces[start:], h.Sign, indent)
	}
	if h.Anchor != "" && start < len(pieces) {
		pieces[start].anchors = []anchor{{name: h.Anchor, title: plainTitle(h.Text), level: max(0, h.Level-1)}}
	}
	after := set.after
	for i := range pieces {
		pieces[i].glued = true
	}
	if len(h.Summary) > 0 {
		summary := l.lead(h.Summary, document.Lead)
		for i := range summary {
			// A summary of a paragraph's length is parted like one: held together with
			// its heading, it would be too long for a page.
			summary[i].glued = summary[i].glued || len(summary) <= longestSummary || i == len(summary)-1
		}
		pieces = append(pieces, summary...)
		after = setting(document.Lead, "").after
	}
	if len(pieces) > 0 {
		pieces[0].before = form.before
	}
	if l.grouped && len(pieces) > 0 {
		const before = 9
		pieces[0].before = before
	}
	return pieces, l.apart(after)
}

// apart is the space below a block, or the little that it is in a group of a form.
func (l *layouter) apart(space float64) float64 {
	const little = 2
	if l.grouped {
		return little
	}
	return space
}

// signBeside is the space between a sign and the heading after it.
const signBeside = 10

// besideSign sets the lines of a heading at the right of its sign.
func besideSign(lines []piece, sign document.Drawing, indent float64) {
	for i := range lines {
		for n, operation := range lines[i].operations {
			lines[i].operations[n] = operation.Moved(indent, 0)
		}
	}
	if len(lines) == 0 {
		return
	}
	var drawn []Operation
	for _, shape := range sign.Shapes {
		drawn = append(drawn, decoration(shape.Moved(0, (lines[0].height-sign.Height)/2)))
	}
	lines[0].operations = append(drawn, lines[0].operations...)
}

// plainTitle is a heading as one line of the outline.
func plainTitle(text document.Text) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text.String(), "\u00AD", "")), " ")
}

func (l *layouter) lead(text document.Text, style document.Style) []piece {
	return l.leadIn(text, style, "")
}

// leadIn is a lead in a colour, "" for that of its style.
func (l *layouter) leadIn(text document.Text, style document.Style, color document.Color) []piece {
	element := l.open(RoleParagraph)
	defer l.close()
	return linePieces(l.lines(element, text, setting(style, color), l.sheet.textWidth()))
}

// linePieces makes a piece of each line, glued as keep says.
func linePieces(lines []line) []piece {
	keep(lines)
	pieces := make([]piece, 0, len(lines))
	for i := range lines {
		pieces = append(pieces, piece{
			height: lines[i].leading, glued: lines[i].glued,
			operations: place(lines[i:i+1], 0, 0, textWidth, document.Left),
		})
	}
	return pieces
}

func (l *layouter) paragraphPieces(p document.Paragraph, before float64) []piece {
	element := l.open(RoleParagraph)
	defer l.close()
	pieces := linePieces(l.lines(element, p.Text, setting(p.Style, p.Color), lineWidth(p.Style, l.sheet.textWidth())))
	if len(pieces) > 0 {
		pieces[0].before = before
		pieces[len(pieces)-1].glued = p.KeepWithNext
	}
	return pieces
}

// opening sets the house of a section beside its title, on a granite line.
func (l *layouter) opening(o document.Opening) []piece {
	const gap = 22
	const ground = 4
	x := o.House.Width + gap
	width := l.sheet.textWidth() - x
	var texts []Operation
	y := 0.0
	stack := func(role Role, text document.Text, style document.Style, color document.Color) {
		if len(text) == 0 {
			return
		}
		element := l.open(role)
		l.elements[element].Subject = o.Subject
		lines := l.lines(element, text, setting(style, color), width)
		l.close()
		texts = append(texts, place(lines, x, y, width, document.Left)...)
		y += height(lines)
	}
	eyebrow, title := document.Eyebrow, document.Title1
	if o.Easy {
		eyebrow, title = document.EasyBold, document.EasyTitle1
	}
	stack(RoleParagraph, o.Eyebrow, eyebrow, o.Color)
	titleY := y
	stack(l.headingRole(1), o.Title, title, "")
	stack(RoleParagraph, o.Summary, document.BodyMuted, "")
	bottom := math.Max(o.House.Height, y+8)
	figure := l.open(RoleFigure)
	l.elements[figure].Alternative = o.Picture
	l.close()
	offset := math.Max(0, bottom-y-17)
	var operations []Operation
	for _, text := range texts {
		operations = append(operations, text.Moved(0, offset))
	}
	for _, shape := range o.House.Shapes {
		operations = append(operations, Drawn{Mark: Mark{Element: figure}, Shape: shape.Moved(0, bottom-o.House.Height)})
	}
	operations = append(operations, decoration(document.Rectangle{
		Y: bottom, Width: l.sheet.textWidth(), Height: ground, Paint: document.Paint{Fill: granite},
	}))
	opened := piece{height: bottom + ground, before: 28, glued: true, operations: operations}
	if o.Easy {
		const apart = 46 // from the part above it on the page
		opened.before = apart
	}
	if o.Chapter != "" {
		opened.anchors = append(opened.anchors, anchor{name: o.ChapterAnchor, title: o.Chapter, level: 0})
	}
	if o.Anchor != "" {
		opened.anchors = append(opened.anchors, anchor{name: o.Anchor, title: plainTitle(o.Title), level: 1, y: offset + titleY - 20})
	}
	return []piece{opened}
}

// figure sets a drawing as one piece; its maker sees to it that it fits on a
// page. A figure that bleeds stands at the corner of the page.
func (l *layouter) figure(f document.Figure) []piece {
	element := l.open(RoleFigure)
	l.elements[element].Alternative = f.Alternative
	defer l.close()
	operations := l.shapes(element, f.Drawing.Shapes)
	return []piece{{height: f.Drawing.Height, operations: operations, bleed: f.Bleed}}
}

// shapes turns shapes into operations; labels are broken into lines.
func (l *layouter) shapes(element int, shapes []document.Shape) []Operation {
	var operations []Operation
	for _, shape := range shapes {
		label, ok := shape.(document.Label)
		if !ok {
			operations = append(operations, Drawn{Mark: Mark{Element: element}, Shape: shape})
			continue
		}
		lines := l.lines(element, label.Text, setting(label.Style, label.Color), label.Width)
		left := label.X
		switch label.Align {
		case document.Center:
			left -= label.Width / 2
		case document.Right:
			left -= label.Width
		}
		operations = append(operations, place(lines, left, label.Y, label.Width, label.Align)...)
	}
	return operations
}

// callout sets paragraphs on a tinted ground with a strong left edge, a piece
// for each line so that a long one goes over pages.
func (l *layouter) callout(c document.Callout) []piece {
	const edge, pad = 4, 14
	fill, bar := sunk, granite
	if c.Warning {
		fill, bar = caution, warning
	}
	l.open(RoleDivision)
	defer l.close()
	var lines []line
	for i, paragraph := range c.Paragraphs {
		element := l.open(RoleParagraph)
		set := setting(paragraph.Style, paragraph.Color)
		own := l.lines(element, paragraph.Text, set, l.sheet.textWidth()-edge-2*pad)
		l.close()
		keep(own)
		if i > 0 && len(own) > 0 {
			own[0].before = 5
		}
		if len(own) > 0 && paragraph.KeepWithNext {
			own[len(own)-1].glued = true
		}
		lines = append(lines, own...)
	}
	pieces := make([]piece, 0, len(lines))
	for i := range lines {
		top, bottom := 0.0, 0.0
		if i == 0 {
			top = pad - 2
		} else {
			top = lines[i].before
		}
		if i == len(lines)-1 {
			bottom = pad - 2
		}
		tall := top + lines[i].leading + bottom
		operations := []Operation{
			decoration(document.Rectangle{Width: l.sheet.textWidth(), Height: tall + seam(i, len(lines)), Paint: document.Paint{Fill: fill}}),
			decoration(document.Rectangle{Width: edge, Height: tall + seam(i, len(lines)), Paint: document.Paint{Fill: bar}}),
		}
		operations = append(operations, place(lines[i:i+1], edge+pad, top, l.sheet.textWidth(), document.Left)...)
		pieces = append(pieces, piece{height: tall, glued: i < len(lines)-1 && (lines[i].glued || len(lines) < 16), operations: operations})
	}
	if len(pieces) > 0 {
		pieces[0].before = 16
	}
	return pieces
}

// seam lets the ground of a line reach a hair under the next one, so that no
// viewer shows a gap between them.
func seam(i, count int) float64 {
	if i == count-1 {
		return 0
	}
	return 0.3
}

// besides sets columns of short texts beside each other as one piece.
func (l *layouter) besides(c document.Columns) []piece {
	if len(c.Columns) == 0 {
		return nil
	}
	step := l.sheet.textWidth() / float64(len(c.Columns))
	width := step - columnGap
	tallest := 0.0
	var operations []Operation
	for i, column := range c.Columns {
		x := float64(i) * step
		if c.Form {
			x, width = formColumn(i)
		}
		var lines []line
		for _, paragraph := range column {
			element := l.open(RoleParagraph)
			lines = append(lines, l.lines(element, paragraph.Text, setting(paragraph.Style, paragraph.Color), width)...)
			l.close()
		}
		operations = append(operations, place(lines, x, 0, width, document.Left)...)
		tallest = math.Max(tallest, height(lines))
	}
	return []piece{{height: tallest, before: 16, operations: operations, atBottom: c.AtBottom}}
}
