package reports

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"tavoitekartta/model"
	"tavoitekartta/model/colour"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/programme"
)

// ErrIdentity says that a crest cannot be read, or that a colour is none.
var ErrIdentity = errors.New("unusable identity")

// usualCover is the colour of a cover when no other is asked for (look.md,
// "Paper, A4": one flat colour).
var usualCover = colour.Colour{R: 0x0E, G: 0x53, B: 0x66}

// Identity is how the municipality that prints shows itself on the cover.
type Identity struct {
	Name   model.Text // stands where the programme names no owner
	Colour string     // "#RRGGBB", "" for the usual; a light one is written on in dark
	Crest  []byte     // a PNG, nil for none
}

// printed reads the colour and lays the crest on it, so that the file needs no
// transparency.
func (i Identity) printed() (programme.Identity, error) {
	printed := programme.Identity{Name: i.Name}
	ground := usualCover
	if i.Colour != "" {
		var err error
		if ground, err = colour.Parse(i.Colour); err != nil {
			return printed, fmt.Errorf("%w: colour: %w", ErrIdentity, err)
		}
		printed.Color = document.Color(ground.String())
		printed.Accent = document.Color(ground.Darkened(colour.ForText).String())
		if ink := colour.Ink(ground); ink != colour.White {
			printed.Ink = document.Color(ink.String())
		}
	}
	if len(i.Crest) == 0 {
		return printed, nil
	}
	picture, err := png.Decode(bytes.NewReader(i.Crest))
	if err != nil {
		return printed, fmt.Errorf("%w: crest: %w", ErrIdentity, err)
	}
	flat := image.NewRGBA(image.Rectangle{Max: picture.Bounds().Size()})
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.NRGBA{R: ground.R, G: ground.G, B: ground.B, A: 0xFF}), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, flat); err != nil {
		return printed, fmt.Errorf("%w: crest: %w", ErrIdentity, err)
	}
	printed.Crest = &document.Picture{PNG: out.Bytes(), Width: flat.Bounds().Dx(), Height: flat.Bounds().Dy()}
	return printed, nil
}
