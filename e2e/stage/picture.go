package stage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"time"
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

// dump is the display's memory with the places of its parts.
type dump struct {
	memory        []byte
	width, height int
	start         int // of the first row
	rowSize       int // in bytes
}

// readDump reads the header of a dump of 24-bit colour in 32-bit pixels, least
// byte first, which is what the displays of this package have.
func readDump(memory []byte) (dump, error) {
	if len(memory) < dumpHeaderFields*4 {
		return dump{}, errors.New("the display's memory is shorter than its header")
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(memory[i*4:])) }
	headerSize, version, byteOrder, bitsPerPixel, colours := field(0), field(1), field(7), field(11), field(19)
	if version != dumpVersion || byteOrder != 0 || bitsPerPixel != 8*bytesPerPixel {
		return dump{}, fmt.Errorf("the display's memory has version %d, byte order %d, %d bits a pixel; want %d, 0, %d",
			version, byteOrder, bitsPerPixel, dumpVersion, 8*bytesPerPixel)
	}
	d := dump{memory: memory, width: field(4), height: field(5), start: headerSize + colours*dumpColourSize, rowSize: field(12)}
	if len(memory) < d.start+d.rowSize*d.height {
		return dump{}, errors.New("the display's memory is shorter than its rows")
	}
	return d, nil
}

// place is the offset of a pixel: blue, green, red, nothing.
func (d dump) place(at image.Point) int {
	return d.start + at.Y*d.rowSize + at.X*bytesPerPixel
}

func (d dump) picture() *Picture {
	picture := image.NewRGBA(image.Rect(0, 0, d.width, d.height))
	for y := range d.height {
		for x := range d.width {
			pixel := d.memory[d.place(image.Pt(x, y)):]
			picture.SetRGBA(x, y, color.RGBA{R: pixel[2], G: pixel[1], B: pixel[0], A: 0xff})
		}
	}
	return &Picture{picture}
}

// Picture is what the display shows now.
func (s *Stage) Picture() *Picture {
	s.t.Helper()
	return s.readFrame().picture()
}

func (s *Stage) readFrame() dump {
	s.t.Helper()
	memory, err := os.ReadFile(s.frame)
	if err != nil {
		s.t.Fatalf("read the display's memory: %v", err)
	}
	d, err := readDump(memory)
	if err != nil {
		s.t.Fatal(err)
	}
	return d
}

// SavePicture writes what the display shows now as a PNG.
func (s *Stage) SavePicture(path string) {
	s.t.Helper()
	if err := s.Picture().save(path); err != nil {
		s.t.Fatal(err)
	}
}

// A picture has settled when so many looks in a row, so long apart, show the
// same but for a caret's worth of pixels.
const (
	settledLooks = 4
	settledEvery = 150 * time.Millisecond
	caretPixels  = 200
)

// SaveSettledPicture waits until the display no longer changes and writes it as
// a PNG.
func (s *Stage) SaveSettledPicture(path string) {
	s.t.Helper()
	if err := s.SettledPicture().save(path); err != nil {
		s.t.Fatal(err)
	}
}

// SettledPicture waits until the display no longer changes.
func (s *Stage) SettledPicture() *Picture {
	s.t.Helper()
	look := time.NewTicker(settledEvery)
	defer look.Stop()
	before, same := s.Picture(), 0
	for end := time.Now().Add(Patience); same < settledLooks; {
		if time.Now().After(end) {
			s.t.Fatalf("the display did not settle")
		}
		<-look.C
		now := s.Picture()
		if same++; before.differences(now) > caretPixels {
			same = 0
		}
		before = now
	}
	return before
}

// differences counts the pixels in which two pictures of one size differ.
func (p *Picture) differences(other *Picture) int { return differing(p.Pix, other.Pix) }

// Changed is the smallest rectangle that holds all in which a later picture of
// the same size differs.
func (p *Picture) Changed(later *Picture) image.Rectangle {
	var changed image.Rectangle
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		for x := p.Rect.Min.X; x < p.Rect.Max.X; x++ {
			if p.RGBAAt(x, y) != later.RGBAAt(x, y) {
				changed = changed.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return changed
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

// Save writes the part of the picture within the rectangle as a PNG.
func (p *Picture) Save(path string, within image.Rectangle) error {
	return p.part(within).save(path)
}

// part is a copy of what lies within the rectangle.
func (p *Picture) part(within image.Rectangle) *Picture {
	part := image.NewRGBA(image.Rectangle{Max: within.Intersect(p.Rect).Size()})
	draw.Draw(part, part.Rect, p, within.Intersect(p.Rect).Min, draw.Src)
	return &Picture{part}
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
	if err := encoder.Encode(file, p.withPalette()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return file.Close()
}

// lookEvery is how often the display's memory is looked at; small beside what is
// measured, large beside the cost of a look.
const lookEvery = time.Millisecond

// AwaitLight waits until the pixel is light (a light window's ground) or is not
// (the empty display's black). It looks at the display and not at what a program
// says, so that programs of others can be timed alike.
func (s *Stage) AwaitLight(at image.Point, light bool) {
	s.t.Helper()
	place := s.readFrame().place(at)
	file, err := os.Open(s.frame)
	if err != nil {
		s.t.Fatalf("open the display's memory: %v", err)
	}
	defer file.Close()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	pixel := make([]byte, bytesPerPixel)
	for end := time.Now().Add(Patience); time.Now().Before(end); <-look.C {
		if _, err := file.ReadAt(pixel, int64(place)); err != nil {
			s.t.Fatalf("read the display's memory: %v", err)
		}
		if isLight := min(pixel[0], pixel[1], pixel[2]) > 0x80; isLight == light {
			return
		}
	}
	s.t.Fatalf("the display at %v did not come to be light: %t", at, light)
}
