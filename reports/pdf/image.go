package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"tavoitekartta/reports/layout"
)

// orderStep parts the widths of a file's pictures. It stays far below a pixel
// for more pictures than a document can have.
const orderStep = 1.0 / (1 << 20)

// picture draws a PNG. The same bytes stand in the file once. One that cannot be
// read is an error of the whole file.
func (p *painter) picture(picture layout.Picture) {
	name := fmt.Sprintf("%x", sha256.Sum256(picture.PNG))
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	if p.file.GetImageInfo(name) == nil {
		info := p.file.RegisterImageOptionsReader(name, options, bytes.NewReader(picture.PNG))
		if info == nil {
			return
		}
		p.images++
		if err := order(info, p.images); err != nil {
			p.file.SetError(err)
			return
		}
	}
	p.file.ImageOptions(name, picture.X, picture.Y, picture.Width, picture.Height, false, options, 0, "")
}

// order gives a picture its place among those of the file. gofpdf 1.16.2 keeps
// them in a map and writes them sorted by width alone, so two of one width would
// change places from run to run. It writes a width without its fraction: there
// the number of the picture fits, through the one door that gofpdf has, gob.
func order(info *gofpdf.ImageInfoType, number int) error {
	encoded, err := info.GobEncode()
	if err != nil {
		return fmt.Errorf("order picture: %w", err)
	}
	var image struct {
		data, mask    []byte
		object        int
		width, height float64
		space         string
		palette       []byte
		bits          int
		filter, parms string
		transparent   []int
		scale, dots   float64
	}
	fields := []any{&image.data, &image.mask, &image.object, &image.width, &image.height, &image.space, &image.palette,
		&image.bits, &image.filter, &image.parms, &image.transparent, &image.scale, &image.dots}
	decoder := gob.NewDecoder(bytes.NewReader(encoded))
	for _, field := range fields {
		if err := decoder.Decode(field); err != nil {
			return fmt.Errorf("order picture: %w", err)
		}
	}
	image.width += float64(number) * orderStep
	var out bytes.Buffer
	encoder := gob.NewEncoder(&out)
	for _, field := range fields {
		if err := encoder.Encode(field); err != nil {
			return fmt.Errorf("order picture: %w", err)
		}
	}
	if err := info.GobDecode(out.Bytes()); err != nil {
		return fmt.Errorf("order picture: %w", err)
	}
	return nil
}
