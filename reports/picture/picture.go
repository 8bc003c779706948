// Package picture paints laid-out pages into pictures, for a preview that
// shows the very pages that are printed.
//
// A Painter knows the fonts; one is enough for all pages, and it may be used
// from several goroutines. Measures of pages are points, those of pictures are
// pixels; the scale is the picture's width over the page's. Letters stand where
// the layout put them: only their outlines are drawn anew.
package picture

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// Painter paints pages with the fonts of the reports.
type Painter struct {
	set           layout.Faces
	regular, bold *opentype.Font

	mu    sync.Mutex // an opentype.Face is used by one goroutine at a time
	faces map[letters]font.Face
}

// letters are a font at one size in pixels.
type letters struct {
	bold bool
	size float64
}

// New returns a painter with the fonts in which the pages were laid out. It
// returns an error for a font that cannot be read.
func New(faces layout.Faces) (*Painter, error) {
	regular, err := opentype.Parse(faces.Regular.Data())
	if err != nil {
		return nil, fmt.Errorf("read font of pictures: %w", err)
	}
	bold, err := opentype.Parse(faces.Bold.Data())
	if err != nil {
		return nil, fmt.Errorf("read font of pictures: %w", err)
	}
	return &Painter{set: faces, regular: regular, bold: bold, faces: map[letters]font.Face{}}, nil
}

// Paint returns a page as a picture so many pixels wide, at least one.
func (p *Painter) Paint(page *layout.Page, width int) *image.RGBA {
	width = max(1, width)
	scale := float64(width) / page.Width()
	picture := image.NewRGBA(image.Rect(0, 0, width, max(1, int(page.Height()*scale+0.5))))
	draw.Draw(picture, picture.Bounds(), image.White, image.Point{}, draw.Src)
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, operation := range page.Operations {
		switch o := operation.(type) {
		case layout.Text:
			p.text(picture, o, scale)
		case layout.Drawn:
			(&canvas{picture, scale}).shape(o.Shape)
		case layout.Picture:
			(&canvas{picture, scale}).place(o)
		case layout.Widget:
			for _, text := range o.Shown {
				p.text(picture, text, scale)
			}
		}
	}
	return picture
}

func (p *Painter) text(picture *image.RGBA, t layout.Text, scale float64) {
	if t.String == "" {
		return
	}
	ink, drawn := inkOf(t.Color)
	if !drawn {
		ink = color.RGBA{A: 0xFF}
	}
	face := p.face(letters{t.Bold, t.Size * scale})
	if face == nil {
		return
	}
	for _, stretch := range p.set.Stretches(t.String, t.Bold) {
		x, y := t.X+float64(stretch.X)*t.Size/1000, t.Y-float64(stretch.Y)*t.Size/1000
		at := fixed.Point26_6{X: fixed.Int26_6(x * scale * 64), Y: fixed.Int26_6(y * scale * 64)}
		(&font.Drawer{Dst: picture, Src: image.NewUniform(ink), Face: face, Dot: at}).DrawString(stretch.String)
	}
}

// face returns a font at a size, nil for a size that nothing can be drawn in.
func (p *Painter) face(wanted letters) font.Face {
	if known, found := p.faces[wanted]; found {
		return known
	}
	source := p.regular
	if wanted.bold {
		source = p.bold
	}
	// The size is in pixels: at 72 dots an inch a point is one.
	face, err := opentype.NewFace(source, &opentype.FaceOptions{Size: wanted.size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil
	}
	p.faces[wanted] = face
	return face
}

// inkOf reads "#RRGGBB"; the empty colour draws nothing.
func inkOf(c document.Color) (ink color.RGBA, drawn bool) {
	value, err := strconv.ParseUint(strings.TrimPrefix(string(c), "#"), 16, 32)
	if err != nil {
		return color.RGBA{}, false
	}
	return color.RGBA{R: uint8(value >> 16), G: uint8(value >> 8), B: uint8(value), A: 0xFF}, true
}
