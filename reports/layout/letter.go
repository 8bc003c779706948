package layout

import (
	"cmp"
	"math"

	"tavoitekartta/reports/document"
)

// The band of a letterhead.
const (
	letterPad   = 15.0 // above and below what stands in the band
	letterCrest = 36.0 // height of the crest
	letterLeast = 12.0 // height of a band with nothing in it
	letterEdge  = 1.5  // the line below a light band, which the paper would not end
)

// letterhead sets the band at the upper edge of the page. Its piece reaches
// above the text area, since it is the first of its page.
func (l *layouter) letterhead(b document.Letterhead) []piece {
	crest, beside := l.letterCrest(b.Crest)
	half := l.sheet.textWidth()
	if len(b.OwnersOther) > 0 {
		half = half/2 - columnGap
	}
	set := setting(document.CoverBold, b.Ink)
	left := l.bandLines(b.Owners, set, half-beside)
	right := l.bandLines(b.OwnersOther, set, half)
	tallest := math.Max(height(left), height(right))
	if b.Crest != nil {
		tallest = math.Max(tallest, letterCrest)
	}
	band := letterLeast
	if tallest > 0 {
		band = tallest + 2*letterPad
	}
	l.accent = b.Accent
	operations := []Operation{decoration(document.Rectangle{
		X: -trim, Y: -trim, Width: l.sheet.width() + 2*trim, Height: trim + band, Paint: document.Paint{Fill: cmp.Or(b.Color, primary)},
	})}
	if b.Ink != "" {
		operations = append(operations, decoration(document.Rectangle{X: -trim, Y: band - letterEdge, Width: l.sheet.width() + 2*trim,
			Height: letterEdge, Paint: document.Paint{Fill: b.Ink}}))
	}
	for _, operation := range crest {
		operations = append(operations, operation.Moved(0, (band-letterCrest)/2))
	}
	operations = append(operations, place(left, marginSide+beside, (band-height(left))/2, half-beside, document.Left)...)
	operations = append(operations, place(right, marginSide+l.sheet.textWidth()-half, (band-height(right))/2, half, document.Right)...)
	for i := range operations {
		operations[i] = operations[i].Moved(-marginSide, -textTop)
	}
	// The page has no running head: what follows keeps its distance from the band.
	return []piece{{height: band - textTop, operations: operations, glued: true, bare: true}}
}

func (l *layouter) bandLines(text document.Text, set typography, width float64) []line {
	if len(text) == 0 {
		return nil
	}
	element := l.open(RoleParagraph)
	defer l.close()
	return l.lines(element, text, set, width)
}

// letterCrest sets the crest at the margin, its upper edge at zero, and says how
// far what follows stands from the margin.
func (l *layouter) letterCrest(crest *document.Picture) (operations []Operation, beside float64) {
	if crest == nil || crest.Width < 1 || crest.Height < 1 {
		return nil, 0
	}
	const scale = letterCrest / coverCrest
	wide, high := crestSize(crest)
	element := l.open(RoleFigure)
	l.elements[element].Alternative = crest.Alternative
	l.close()
	return []Operation{Picture{
		Mark: Mark{Element: element}, X: marginSide, Y: (letterCrest - high*scale) / 2,
		Width: wide * scale, Height: high * scale, PNG: crest.PNG,
	}}, wide*scale + 12
}

// The box of a party that signs.
const (
	signGap  = 14.0
	signPad  = 15.0
	signHand = 30.0 // above a line, for the hand
	signOver = 10.0 // above a field, below what stands over it
	signTall = 42.0 // height of a field: a mark or a few words of a signature
	signLift = 2.0  // of a name above its line
	signTop  = 12.0 // above the party's name, and below all
	signBox  = (textWidth - signGap) / 2
)

// signatureLines sets a box for each party, two in a row: its name, and below
// each line what is written on it. A party alone has a box over the whole width,
// with two lines beside each other.
func (l *layouter) signatureLines(s document.SignatureLines) []piece {
	wide, across := signBox, 1
	if len(s.Parties) == 1 {
		wide, across = textWidth, 2
	}
	var pieces []piece
	for i := 0; i < len(s.Parties); i += 2 {
		pair := s.Parties[i:min(i+2, len(s.Parties))]
		names := 0.0
		for _, party := range pair {
			names = math.Max(names, height(l.lines(-1, party.Name, setting(document.Strong, ""), wide-2*signPad)))
		}
		var operations []Operation
		bottom := 0.0
		for n, party := range pair {
			set, tall := l.signatory(party, s.Lines, names, wide-2*signPad, across)
			for _, operation := range set {
				operations = append(operations, operation.Moved(float64(n)*(signBox+signGap)+signPad, 0))
			}
			bottom = math.Max(bottom, tall)
		}
		for n := range pair {
			operations = append(operations, decoration(document.Rectangle{X: float64(n) * (signBox + signGap), Width: wide, Height: bottom,
				Radius: 4, Paint: document.Paint{Stroke: border, StrokeWidth: 0.8}}))
		}
		pieces = append(pieces, piece{height: bottom, before: signGap, operations: operations})
	}
	return pieces
}

// signatory sets a party's name in the room that names have, and its lines, so
// many beside each other.
func (l *layouter) signatory(party document.Signatory, lines []document.SignatureLine, names, width float64, across int) (operations []Operation, tall float64) {
	l.open(RoleDivision)
	defer l.close()
	set, _ := l.signText(party.Name, document.Strong, signTop, width)
	operations = append(operations, set...)
	step := (width + 2*signPad) / float64(across)
	y := signTop + names
	for i := 0; i < len(lines); i += across {
		beside := lines[i:min(i+across, len(lines))]
		above, below := 0.0, 0.0
		for _, line := range beside {
			above = math.Max(above, l.signRoom(party, line, step-2*signPad))
		}
		y += above
		for n, line := range beside {
			set, words := l.signLine(party, line, step-2*signPad)
			for _, operation := range set {
				operations = append(operations, operation.Moved(float64(n)*step, y))
			}
			below = math.Max(below, words)
		}
		y += below
	}
	return operations, y + signTop
}

// signLine sets a line at zero with its words below it, and above it what stands
// on it: a field takes the place of the line to sign on.
func (l *layouter) signLine(party document.Signatory, line document.SignatureLine, width float64) (operations []Operation, below float64) {
	const step = 3.0 // between line and words
	switch {
	case line.Signed(party):
		operations = l.signatureField(*party.Field, 0, -signTall, width)
	case line.Named(party):
		set, tall := l.signText(document.Plain(party.Person), document.Body, 0, width)
		for _, operation := range set {
			operations = append(operations, operation.Moved(0, -tall-signLift))
		}
	}
	if !line.Signed(party) {
		operations = append(operations, decoration(document.Line{To: document.Point{X: width}, Width: 0.75, Color: ink}))
	}
	set, tall := l.signText(document.Plain(line.Words), document.Note, step, width)
	return append(operations, set...), step + tall
}

// signRoom is the room above a line: for the hand, a field, or a name.
func (l *layouter) signRoom(party document.Signatory, line document.SignatureLine, width float64) float64 {
	switch {
	case line.Signed(party):
		return signOver + signTall
	case line.Named(party):
		const over = 14.0
		return over + height(l.lines(-1, document.Plain(party.Person), setting(document.Body, ""), width)) + signLift
	}
	return signHand
}

func (l *layouter) signText(text document.Text, style document.Style, y, width float64) (operations []Operation, tall float64) {
	element := l.open(RoleParagraph)
	defer l.close()
	lines := l.lines(element, text, setting(style, ""), width)
	return place(lines, 0, y, width, document.Left), height(lines)
}

// signatureField sets the field of an electronic signature: its frame, and the
// widget over it. On paper it is signed by hand like a line.
func (l *layouter) signatureField(f document.FormField, x, y, width float64) []Operation {
	element := l.open(RoleForm)
	l.close()
	return []Operation{
		decoration(document.Rectangle{X: x, Y: y, Width: width, Height: signTall, Radius: 2,
			Paint: document.Paint{Fill: sunk, Stroke: border, StrokeWidth: 0.9}}),
		Widget{Mark: Mark{Element: element}, X: x, Y: y, Width: width, Height: signTall, Field: f},
	}
}
