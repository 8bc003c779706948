// Command icons draws the program's icon as PNG files, one for each size that
// installers and desktops ask for: <folder>/16.png … <folder>/512.png.
//
//	go run ./packaging/icons FOLDER
//
// The same drawing gives the same bytes.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// sizes are the sides of the pictures in pixels: those that Windows shows at
// 100 to 250 %, and those of the freedesktop icon theme.
var sizes = []int{16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512}

// smallest is the side from which on the whole drawing can be made out; below
// it, the one with fewer lines is used.
const smallest = 32

// The drawings, from the top of the checkout.
const (
	wholeDrawing = "assets/icon.svg"
	smallDrawing = "assets/icon-small.svg"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "Usage, at the top of the checkout: go run ./packaging/icons FOLDER")
		os.Exit(2)
	}
	if err := writeIcons(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// writeIcons draws every size into a folder, which it makes.
func writeIcons(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, side := range sizes {
		drawing := wholeDrawing
		if side < smallest {
			drawing = smallDrawing
		}
		source, err := os.ReadFile(drawing)
		if err != nil {
			return err
		}
		picture, err := draw(source, side)
		if err != nil {
			return fmt.Errorf("draw %s: %w", drawing, err)
		}
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(side)+".png"), picture, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// draw paints an SVG drawing into a square and returns the PNG.
func draw(source []byte, side int) ([]byte, error) {
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(source))
	if err != nil {
		return nil, err
	}
	picture := image.NewRGBA(image.Rect(0, 0, side, side))
	// The library scales shapes and not the widths of their lines.
	for index := range drawing.SVGPaths {
		drawing.SVGPaths[index].LineWidth *= float64(side) / drawing.ViewBox.W
	}
	drawing.SetTarget(0, 0, float64(side), float64(side))
	drawing.Draw(rasterx.NewDasher(side, side, rasterx.NewScannerGV(side, side, picture, picture.Bounds())), 1)
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}
