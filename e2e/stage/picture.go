package stage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
)

// Picture is what a display showed at one moment.
type Picture struct{ *image.RGBA }

// Sizes and places in the dump that Xvfb keeps of its display: a header of
// big-endian 32-bit numbers, a name, a table of colours, the rows (X11's
// XWDFile.h, version 7).
const (
	dumpVersion      = 7
	dumpHeaderFields = 25
	dumpColourSize   = 12
	bytesPerPixel    = 4
)

// decodeDump reads a dump of 24-bit colour in 32-bit pixels, least byte first,
// which is what the displays of this package have.
func decodeDump(dump []byte) (*Picture, error) {
	if len(dump) < dumpHeaderFields*4 {
		return nil, errors.New("the display's memory is shorter than its header")
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(dump[i*4:])) }
	headerSize, version, width, height := field(0), field(1), field(4), field(5)
	byteOrder, bitsPerPixel, rowSize, colours := field(7), field(11), field(12), field(19)
	if version != dumpVersion || byteOrder != 0 || bitsPerPixel != 8*bytesPerPixel {
		return nil, fmt.Errorf("the display's memory has version %d, byte order %d, %d bits a pixel; want %d, 0, %d",
			version, byteOrder, bitsPerPixel, dumpVersion, 8*bytesPerPixel)
	}
	start := headerSize + colours*dumpColourSize
	if len(dump) < start+rowSize*height {
		return nil, errors.New("the display's memory is shorter than its rows")
	}
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row := dump[start+y*rowSize:]
		for x := range width {
			pixel := row[x*bytesPerPixel:]
			picture.SetRGBA(x, y, color.RGBA{R: pixel[2], G: pixel[1], B: pixel[0], A: 0xff})
		}
	}
	return &Picture{picture}, nil
}

// Colours counts the different colours within the rectangle: 1 where nothing is
// drawn yet.
func (p *Picture) Colours(within image.Rectangle) int {
	seen := map[color.RGBA]bool{}
	within = within.Intersect(p.Bounds())
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			seen[p.RGBAAt(x, y)] = true
		}
	}
	return len(seen)
}

func (p *Picture) save(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make the pictures' folder: %w", err)
	}
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("create a picture: %w", err)
	}
	defer file.Close()
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(file, p.RGBA); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return file.Close()
}
