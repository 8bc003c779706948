// Package pdf paints laid-out pages into a PDF file. gofpdf draws pictures and
// builds the pages; letters, shapes, fonts and all that a file says of itself are
// written here.
//
// It promises that the same pages, dates and fonts give the same bytes. Fonts
// are embedded as subsets. A text that stands for something other than what is
// drawn (the pieces of a broken word, a character that the font lacks) carries
// the source as ActualText, so that searching and copying give the words of
// the programme. Dates are arguments; the package reads no clock.
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// Options are what the pages do not say.
type Options struct {
	// Created stands in the file as its dates of creation and change.
	Created time.Time
	// Producer names the program.
	Producer string
	// Conformance is what the file claims beside PDF/UA-1.
	Conformance Conformance
	// Attachment goes along in a PDF/A-3 file, nil for none.
	Attachment *Attachment
	// Progress is told how many pages of how many are painted. It may be nil.
	Progress func(done, total int)
}

// Write paints the result's pages and writes the file. When the context ends
// it returns the context's error and writes nothing.
func Write(ctx context.Context, w io.Writer, result *layout.Result, faces layout.Faces, options Options) error {
	p := newPainter(result, faces, options)
	raw, err := p.paint(ctx, options.Progress)
	if err != nil {
		return err
	}
	finished, err := p.finish(raw, options)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if _, err := w.Write(finished); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// painter draws operations: pictures with gofpdf, letters and shapes itself.
type painter struct {
	file     *gofpdf.Fpdf
	deflater *deflater
	result   *layout.Result
	marking  *marking
	faces    layout.Faces
	// drawn are the characters drawn in the regular and in the bold weight.
	drawn [2]*lettering
	// pending are operators that the page does not have yet; height is its own, and
	// given tells that a part of its operators was given to gofpdf.
	pending []byte
	height  float64
	given   bool
	// What the page is set to.
	bold        bool
	size        float64
	ink, pencil document.Color
	stroke      float64
	// images counts the different pictures so far.
	images int
}

func newPainter(result *layout.Result, faces layout.Faces, options Options) *painter {
	file := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt", Size: gofpdf.SizeType{Wd: layout.PageWidth, Ht: layout.PageHeight},
	})
	file.SetCatalogSort(true)
	file.SetCompression(false) // all that is deflated is deflated once, at the end
	file.SetAutoPageBreak(false, 0)
	file.SetMargins(0, 0, 0)
	file.SetCreationDate(options.Created)
	file.SetModificationDate(options.Created)
	file.SetProducer(options.Producer, true)
	return &painter{file: file, deflater: &deflater{}, result: result, marking: newMarking(result), faces: faces,
		drawn: [2]*lettering{{face: faces.Regular}, {face: faces.Bold}}}
}

// paint returns gofpdf's file of all pages, which is neither tagged nor whole;
// progress may be nil.
func (p *painter) paint(ctx context.Context, progress func(done, total int)) ([]byte, error) {
	for i := range p.result.Pages {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("paint page %d: %w", i+1, err)
		}
		p.page(i, &p.result.Pages[i])
		if progress != nil {
			progress(i+1, len(p.result.Pages))
		}
	}
	var raw bytes.Buffer
	if err := p.file.Output(&raw); err != nil {
		return nil, fmt.Errorf("build pdf: %w", err)
	}
	return raw.Bytes(), nil
}

// page paints a page. Its content is compressed at once: gofpdf would hold that of
// all pages several times until the file is written. Only a page with a picture is
// gofpdf's, which keeps those.
func (p *painter) page(index int, page *layout.Page) {
	orientation := "P"
	if page.Wide {
		orientation = "L"
	}
	p.file.AddPageFormat(orientation, gofpdf.SizeType{Wd: layout.PageWidth, Ht: layout.PageHeight})
	p.draw(index, page)
	var content []byte
	if p.given {
		p.give()
	} else {
		content = bytes.Clone(p.deflater.deflated(p.pending))
		p.pending = p.pending[:0]
	}
	p.marking.contents = append(p.marking.contents, content)
}

// draw draws the operations of a page. Everything painted belongs to an element
// or is marked as an artifact.
func (p *painter) draw(index int, page *layout.Page) {
	p.ink, p.pencil, p.stroke = "", "", -1
	p.size, p.height, p.given = 0, page.Height(), false
	p.pending = append(p.pending, "0 J\n1 j\n"...) // ends are cut off, corners are round
	if index == 0 {
		p.alphabet()
	}
	p.marking.turn()
	for i, operation := range page.Operations {
		mark := operation.Marking()
		if mark.Element >= len(p.result.Elements) {
			mark = layout.Mark{Element: -1, Artifact: layout.Layout}
		}
		var says passage
		follows := false
		switch o := operation.(type) {
		case layout.Link:
			p.link(index, o)
			continue
		case layout.Widget:
			p.widget(index, o)
			continue
		case layout.Text:
			if silent(&o) {
				continue
			}
			follows = parted(&o, page.Operations[i+1:])
			says = p.passage(&o, follows)
		}
		role := layout.Role("")
		if mark.Element >= 0 {
			role = p.result.Elements[mark.Element].Role
		}
		p.pending = p.marking.begin(p.pending, index, mark, role, says)
		if role == layout.RoleFigure {
			p.marking.cover(mark.Element, index, extent(operation.Moved(0, sunk(page))))
		}
		switch o := operation.(type) {
		case layout.Text:
			p.text(&o, follows)
		case layout.Drawn:
			p.shape(o.Shape)
		case layout.Picture:
			p.give()
			p.picture(o)
		}
	}
	p.pending = p.marking.end(p.pending)
}

// give gives the pending operators to gofpdf, which draws behind them. It ends
// what it is given with a line feed.
func (p *painter) give() {
	p.given = true
	if len(p.pending) > 0 {
		p.file.RawWriteStr(string(p.pending[:len(p.pending)-1]))
		p.pending = p.pending[:0]
	}
}

// link remembers a link; where it leads nowhere it is none.
func (p *painter) link(page int, link layout.Link) {
	if _, known := p.result.Targets[link.Anchor]; known && link.Element >= 0 {
		p.marking.annotated = append(p.marking.annotated, annotated{link, page})
	}
}

// font sets weight and size of the texts that follow on the page, at the beginning of
// the first of them.
func (p *painter) font(bold bool, size float64) {
	if p.bold == bold && p.size == size {
		return
	}
	name := fontNames[0]
	if bold {
		name = fontNames[1]
	}
	p.pending = append(append(p.pending, '/'), name...)
	p.pending = append(appendNumber(append(p.pending, ' '), size), " Tf "...)
	p.bold, p.size = bold, size
}

// silent tells whether a text draws nothing and stands for nothing.
func silent(t *layout.Text) bool {
	_, replaced := actualText(t)
	return t.String == "" && !replaced
}

// parted tells whether a space is drawn behind a text: where its source has
// one that the line's end swallowed, and where the next text of the element
// stands away from it. Without it words run together when they are copied or
// read out.
func parted(t *layout.Text, following []layout.Operation) bool {
	if t.Element < 0 || strings.HasSuffix(t.String, " ") {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(t.Source); unicode.IsSpace(last) {
		return true
	}
	for _, operation := range following {
		if next, is := operation.(layout.Text); is {
			apart := next.X > t.X+t.Width+t.Size/10 || next.X < t.X || next.Y > t.Y+1
			return next.Element == t.Element && next.Fragment <= 1 && apart
		}
	}
	return false
}

// passage is what a text says of itself: a language other than its element's,
// and for what it stands where that is not what is drawn.
func (p *painter) passage(t *layout.Text, parted bool) passage {
	var says passage
	if t.Element < 0 || t.Element >= len(p.result.Elements) {
		return says
	}
	element := p.result.Elements[t.Element]
	if t.Language != element.Language && element.Role != layout.RoleFigure {
		says.language = t.Language
	}
	says.actual, says.replaced = actualText(t)
	if says.replaced && parted && !strings.HasSuffix(says.actual, " ") {
		says.actual += " "
	}
	return says
}

// text draws a text, with a space behind it where it is parted from the next.
func (p *painter) text(t *layout.Text, parted bool) {
	drawn := t.String
	if parted {
		drawn += " "
	}
	p.fill(t.Color)
	used := p.drawn[0]
	if t.Bold {
		used = p.drawn[1]
	}
	used.add(drawn)
	p.pending = append(p.pending, "BT "...)
	p.font(t.Bold, t.Size)
	if withoutMarks(drawn) {
		p.pending = appendText(p.pending, t.X, p.height-t.Y, drawn)
		return
	}
	for i, stretch := range p.faces.Stretches(drawn, t.Bold) {
		if i > 0 {
			p.pending = append(p.pending, "BT "...)
		}
		x, y := t.X+float64(stretch.X)*t.Size/1000, t.Y-float64(stretch.Y)*t.Size/1000
		p.pending = appendText(p.pending, x, p.height-y, stretch.String)
	}
}

// actualText is what a reader should find instead of the drawn text: the whole
// word at the first piece of a broken one and nothing at the others, the
// source where the font lacks its characters or draws them otherwise.
func actualText(t *layout.Text) (string, bool) {
	switch {
	case t.Fragment == 1:
		return strings.ReplaceAll(t.Word, "\u00AD", ""), true
	case t.Fragment > 1:
		_, rest, found := strings.Cut(t.Source, " ")
		if found {
			return " " + rest, true
		}
		return "", true
	case t.Replaced:
		return strings.ReplaceAll(t.Source, "\u00AD", ""), true
	}
	return "", false
}
