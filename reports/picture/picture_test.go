package picture_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/picture"
)

func fonts(t testing.TB) layout.Faces {
	t.Helper()
	read, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func shape(s document.Shape) layout.Drawn { return layout.Drawn{Shape: s} }

// sample is a page with every kind of operation.
func sample() layout.Page {
	page := layout.Page{Number: 1, Language: "fi", Operations: []layout.Operation{
		shape(document.Rectangle{X: 60, Y: 60, Width: 200, Height: 90, Radius: 12, Paint: document.Paint{Fill: "#0E5366"}}),
		shape(document.Rectangle{X: 300, Y: 60, Width: 200, Height: 90, Paint: document.Paint{Stroke: "#A1281D", StrokeWidth: 6}}),
		shape(document.Circle{X: 150, Y: 260, Radius: 60, Paint: document.Paint{Fill: "#E0A526", Stroke: "#18272D", StrokeWidth: 4}}),
		shape(document.Polygon{Points: []document.Point{{X: 300, Y: 320}, {X: 400, Y: 200}, {X: 500, Y: 320}}, Paint: document.Paint{Fill: "#496829"}}),
		shape(document.Line{From: document.Point{X: 60, Y: 380}, To: document.Point{X: 520, Y: 380}, Width: 3, Color: "#46545B"}),
		shape(document.Line{From: document.Point{X: 60, Y: 400}, To: document.Point{X: 520, Y: 440}, Width: 4, Color: "#46545B", Dash: 20}),
		layout.Link{X: 60, Y: 460, Width: 100, Height: 20},
	}}
	var crest bytes.Buffer
	arms := image.NewRGBA(image.Rect(0, 0, 30, 40))
	draw.Draw(arms, arms.Bounds(), image.NewUniform(color.RGBA{R: 0xA1, G: 0x28, B: 0x1D, A: 0xFF}), image.Point{}, draw.Src)
	if png.Encode(&crest, arms) == nil {
		page.Operations = append(page.Operations, layout.Picture{X: 520, Y: 480, Width: 45, Height: 60, PNG: crest.Bytes()})
	}
	for line := range 16 {
		page.Operations = append(page.Operations, layout.Text{
			X: 60, Y: 480 + float64(line)*20, Size: 14, Bold: line%3 == 0, Color: "#18272D",
			String: fmt.Sprintf("Rivi %d: kotouttamisohjelma, tavoitteet ja toimenpiteet", line+1),
		})
	}
	return page
}

// gray is how dark a picture is in the squares of a grid.
func gray(picture image.Image, columns, rows int) []float64 {
	bounds, cells := picture.Bounds(), make([]float64, columns*rows)
	counts := make([]float64, columns*rows)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			cell := (y-bounds.Min.Y)*rows/bounds.Dy()*columns + (x-bounds.Min.X)*columns/bounds.Dx()
			cells[cell] += float64(r+g+b) / 3 / 0xFFFF
			counts[cell]++
		}
	}
	for i := range cells {
		cells[i] /= counts[i]
	}
	return cells
}

func TestAPictureHasThePagesProportionsAtAnyWidth(t *testing.T) {
	painter, err := picture.New(fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	page := sample()
	for _, width := range []int{-3, 0, 1, 92, 595, 1500} {
		size := painter.Paint(&page, width).Bounds().Size()
		if size.X != max(1, width) {
			t.Errorf("asked for %d, painted %d wide", width, size.X)
		}
		if high := int(float64(size.X)*layout.PageHeight/layout.PageWidth + 0.5); size.Y != max(1, high) {
			t.Errorf("%d wide: %d high, want %d", size.X, size.Y, high)
		}
	}
}

func TestOddOperationsDrawNothing(t *testing.T) {
	painter, err := picture.New(fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	page := layout.Page{Operations: []layout.Operation{
		shape(document.Line{Color: "#000000", Width: 2, Dash: 3}),
		shape(document.Polygon{Points: []document.Point{{X: 1, Y: 1}}, Paint: document.Paint{Fill: "#000000"}}),
		shape(document.Rectangle{X: -900, Y: -900, Width: 10, Height: 10, Paint: document.Paint{Fill: "#000000"}}),
		shape(document.Rectangle{X: 10, Y: 10, Width: 50, Height: 50, Paint: document.Paint{Fill: "blue"}}),
		layout.Text{X: 10, Y: 10, Size: 0, String: "nothing"},
		layout.Picture{X: 10, Y: 10, Width: 50, Height: 50, PNG: []byte("no picture")},
	}}
	for _, cell := range gray(painter.Paint(&page, 200), 1, 1) {
		if cell < 0.999 {
			t.Errorf("something was drawn: %.4f", cell)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	painter, err := picture.New(fonts(b))
	if err != nil {
		b.Fatal(err)
	}
	page := sample()
	for b.Loop() {
		painter.Paint(&page, 800)
	}
}
