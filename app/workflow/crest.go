package workflow

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // municipalities have both
	"image/png"
	"io"

	"golang.org/x/image/draw"
)

// The limits of a crest.
const (
	CrestMegabytes = 10       // of the file
	crestPixels    = 40 << 20 // of the picture, before it is scaled
	crestSide      = 400      // pixels of the kept one: 14 mm at 720 dots an inch
)

// The errors of a picture that cannot be taken as a crest.
var (
	ErrCrestTooLarge = errors.New("the picture is too large")
	ErrCrestFormat   = errors.New("the picture is neither PNG nor JPEG")
	ErrCrestDamaged  = errors.New("the picture cannot be read")
)

// ReadCrest reads a PNG or JPEG and returns it as the PNG that is kept: scaled
// down to 400 pixels, eight bits a channel, without anything else that the file
// held. It returns [ErrCrestTooLarge], [ErrCrestFormat] or [ErrCrestDamaged]; no
// more than [CrestMegabytes] are read.
func ReadCrest(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, CrestMegabytes<<20+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCrestDamaged, err)
	}
	if len(data) > CrestMegabytes<<20 {
		return nil, ErrCrestTooLarge
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat), err == nil && format != "png" && format != "jpeg":
		return nil, ErrCrestFormat
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrCrestDamaged, err)
	case config.Width < 1 || config.Height < 1 || config.Width > crestPixels/config.Height:
		return nil, ErrCrestTooLarge
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCrestDamaged, err)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, scaledDown(picture, crestSide)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCrestDamaged, err)
	}
	return out.Bytes(), nil
}

// scaledDown makes the longer side of a picture at most side pixels.
func scaledDown(picture image.Image, side int) image.Image {
	size := picture.Bounds().Size()
	longest := max(size.X, size.Y)
	if longest > side {
		size = image.Pt(max(1, size.X*side/longest), max(1, size.Y*side/longest))
	}
	scaled := image.NewNRGBA(image.Rectangle{Max: size})
	draw.CatmullRom.Scale(scaled, scaled.Bounds(), picture, picture.Bounds(), draw.Src, nil)
	return scaled
}
