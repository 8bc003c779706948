// Package pdf paints laid-out pages into a PDF file with gofpdf.
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
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

const family = "report"

// Options are what the pages do not say.
type Options struct {
	// Created stands in the file as its dates of creation and change.
	Created time.Time
	// Producer names the program.
	Producer string
	// Progress is told how many pages of how many are painted. It may be nil.
	Progress func(done, total int)
}

// Write paints the result's pages and writes the file. When the context ends
// it returns the context's error and writes nothing.
func Write(ctx context.Context, w io.Writer, result *layout.Result, faces layout.Faces, options Options) error {
	p := newPainter(result, faces, options)
	for i := range result.Pages {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("paint page %d: %w", i+1, err)
		}
		p.page(&result.Pages[i])
		if options.Progress != nil {
			options.Progress(i+1, len(result.Pages))
		}
	}
	var raw bytes.Buffer
	if err := p.file.Output(&raw); err != nil {
		return fmt.Errorf("build pdf: %w", err)
	}
	finished, err := finish(raw.Bytes(), result.Language)
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

// painter draws operations with gofpdf.
type painter struct {
	file   *gofpdf.Fpdf
	result *layout.Result
	links  map[string]int
	marks  []layout.Bookmark
	bold   bool
	size   float64
}

func newPainter(result *layout.Result, faces layout.Faces, options Options) *painter {
	file := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt", Size: gofpdf.SizeType{Wd: layout.PageWidth, Ht: layout.PageHeight},
	})
	file.SetCatalogSort(true)
	file.SetCompression(true)
	file.SetAutoPageBreak(false, 0)
	file.SetMargins(0, 0, 0)
	file.SetCreationDate(options.Created)
	file.SetModificationDate(options.Created)
	file.SetTitle(plain(result.Title), true)
	file.SetAuthor(plain(result.Author), true)
	file.SetSubject(plain(result.Subject), true)
	file.SetCreator(options.Producer, true)
	file.SetProducer(options.Producer, true)
	file.AddUTF8FontFromBytes(family, "", bytes.Clone(faces.Regular.Data()))
	file.AddUTF8FontFromBytes(family, "B", bytes.Clone(faces.Bold.Data()))
	file.SetLineJoinStyle("round")
	file.SetLineCapStyle("butt")
	p := &painter{file: file, result: result, links: map[string]int{}, marks: result.Outline}
	for name := range result.Targets {
		p.links[name] = 0
	}
	return p
}

// plain keeps what the PDF writer's strings can hold: it panics on characters
// beyond the basic plane.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, text)
}

func (p *painter) page(page *layout.Page) {
	p.file.AddPage()
	p.size = 0
	for len(p.marks) > 0 && p.marks[0].Page == page.Number {
		p.font(false, 10)
		p.file.Bookmark(plain(p.marks[0].Title), p.marks[0].Level, p.marks[0].Y)
		p.marks = p.marks[1:]
	}
	for _, operation := range page.Operations {
		switch o := operation.(type) {
		case layout.Text:
			p.text(o)
		case layout.Drawn:
			p.shape(o.Shape)
		case layout.Picture:
			p.picture(o)
		case layout.Link:
			p.link(o)
		}
	}
}

func (p *painter) font(bold bool, size float64) {
	if p.bold == bold && p.size == size {
		return
	}
	style := ""
	if bold {
		style = "B"
	}
	p.file.SetFont(family, style, size)
	p.bold, p.size = bold, size
}

func (p *painter) text(t layout.Text) {
	actual, replaced := actualText(t)
	if t.String == "" && !replaced {
		return
	}
	p.font(t.Bold, t.Size)
	r, g, b := channels(t.Color)
	p.file.SetTextColor(r, g, b)
	if !replaced {
		p.file.Text(t.X, t.Y, t.String)
		return
	}
	p.file.RawWriteStr("/Span <</ActualText " + hexText(actual) + ">> BDC\n")
	p.file.Text(t.X, t.Y, t.String)
	p.file.RawWriteStr("EMC\n")
}

// actualText is what a reader should find instead of the drawn text: the whole
// word at the first piece of a broken one and nothing at the others, the
// source where the font lacks its characters.
func actualText(t layout.Text) (string, bool) {
	switch {
	case t.Fragment == 1:
		return strings.ReplaceAll(t.Word, "\u00AD", ""), true
	case t.Fragment > 1:
		_, rest, found := strings.Cut(t.Source, " ")
		if found {
			return " " + rest, true
		}
		return "", true
	case strings.ContainsRune(t.String, '\uFFFD'):
		return t.Source, true
	}
	return "", false
}

func hexText(text string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	out.WriteString(">")
	return out.String()
}

func channels(color document.Color) (r, g, b int) {
	value, err := strconv.ParseUint(strings.TrimPrefix(string(color), "#"), 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return int(value >> 16 & 0xFF), int(value >> 8 & 0xFF), int(value & 0xFF)
}

// prepare sets colours and pen for a closed shape and returns gofpdf's word
// for how to draw it; empty draws nothing.
func (p *painter) prepare(paint document.Paint) string {
	style := ""
	if paint.Fill != "" {
		r, g, b := channels(paint.Fill)
		p.file.SetFillColor(r, g, b)
		style = "F"
	}
	if paint.Stroke != "" && paint.StrokeWidth > 0 {
		p.pen(paint.Stroke, paint.StrokeWidth)
		style += "D"
	}
	return style
}

func (p *painter) pen(color document.Color, width float64) {
	r, g, b := channels(color)
	p.file.SetDrawColor(r, g, b)
	p.file.SetLineWidth(width)
}

func (p *painter) shape(shape document.Shape) {
	switch s := shape.(type) {
	case document.Rectangle:
		style := p.prepare(s.Paint)
		if style == "" {
			return
		}
		if s.Radius > 0 {
			p.file.RoundedRect(s.X, s.Y, s.Width, s.Height, s.Radius, "1234", style)
			return
		}
		p.file.Rect(s.X, s.Y, s.Width, s.Height, style)
	case document.Polygon:
		if style := p.prepare(s.Paint); style != "" {
			points := make([]gofpdf.PointType, len(s.Points))
			for i, point := range s.Points {
				points[i] = gofpdf.PointType{X: point.X, Y: point.Y}
			}
			p.file.Polygon(points, style)
		}
	case document.Circle:
		if style := p.prepare(s.Paint); style != "" {
			p.file.Circle(s.X, s.Y, s.Radius, style)
		}
	case document.Line:
		p.pen(s.Color, s.Width)
		if s.Dash > 0 {
			p.file.SetDashPattern([]float64{s.Dash, s.Dash}, 0)
			defer p.file.SetDashPattern(nil, 0)
		}
		p.file.Line(s.From.X, s.From.Y, s.To.X, s.To.Y)
	}
}

// link makes a link over its box. gofpdf numbers links as they are made, so
// one is made at its first use.
func (p *painter) link(l layout.Link) {
	target, known := p.result.Targets[l.Anchor]
	if !known {
		return
	}
	number := p.links[l.Anchor]
	if number == 0 {
		number = p.file.AddLink()
		p.links[l.Anchor] = number
		p.file.SetLink(number, target.Y, target.Page)
	}
	p.file.Link(l.X, l.Y, l.Width, l.Height, number)
}

// picture draws a PNG. The same bytes stand in the file once.
func (p *painter) picture(picture layout.Picture) {
	name := fmt.Sprintf("%x", sha256.Sum256(picture.PNG))
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	p.file.RegisterImageOptionsReader(name, options, bytes.NewReader(picture.PNG))
	p.file.ImageOptions(name, picture.X, picture.Y, picture.Width, picture.Height, false, options, 0, "")
}
