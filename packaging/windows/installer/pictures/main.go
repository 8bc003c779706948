// Command pictures draws what the installers show: a street of houses at the
// side of the first and last page and at the head of the others, each for 100,
// 150 and 200 % of scaling (side-100.bmp … head-200.bmp), and the icon
// (icon.ico) from the drawings of packaging/icons.
//
//	go run ./packaging/windows/installer/pictures ICONS FOLDER
//
// The same drawing gives the same bytes.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/bmp"
)

// scalings are the scalings of Windows that get pictures of their own, in per
// cent; NSIS stretches the nearest one for those between.
var scalings = []int{100, 150, 200}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "Usage: go run ./packaging/windows/installer/pictures ICONS FOLDER")
		os.Exit(2)
	}
	if err := writePictures(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// writePictures draws everything into a folder, which it makes; icons is the
// folder with the icon's PNG files.
func writePictures(icons, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for name, scene := range map[string]scene{"side": sideScene(), "head": headScene()} {
		for _, scaling := range scalings {
			picture, err := scene.paint(scaling)
			if err != nil {
				return fmt.Errorf("draw %s: %w", name, err)
			}
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%d.bmp", name, scaling)), picture, 0o644); err != nil {
				return err
			}
		}
	}
	icon, err := joinIcon(icons)
	if err != nil {
		return fmt.Errorf("join the icon: %w", err)
	}
	return os.WriteFile(filepath.Join(folder, "icon.ico"), icon, 0o644)
}

// paint draws a scene as a BMP file of 24 bits a pixel, which NSIS reads.
func (s scene) paint(scaling int) ([]byte, error) {
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(s.svg()))
	if err != nil {
		return nil, err
	}
	width, height := s.width*scaling/100, s.height*scaling/100
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	drawing.SetTarget(0, 0, float64(width), float64(height))
	scanner := rasterx.NewScannerGV(width, height, picture, picture.Bounds())
	drawing.Draw(rasterx.NewDasher(width, height, scanner), 1)
	var file bytes.Buffer
	if err := bmp.Encode(&file, picture); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}
