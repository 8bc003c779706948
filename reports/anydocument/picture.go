package anydocument

import (
	"bytes"
	"image"
	"image/png"

	"tavoitekartta/reports/document"
)

// picture grows a picture of any proportions, sometimes without pixels.
func (s *seed) picture() document.Picture {
	width, height := s.pick(64), s.pick(64)
	return document.Picture{PNG: grey(width, height), Width: width, Height: height, Alternative: s.said()}
}

func (s *seed) crest() *document.Picture {
	if s.yes() {
		return nil
	}
	picture := s.picture()
	return &picture
}

// grey is a PNG of so many pixels, nil for none.
func grey(width, height int) []byte {
	if width < 1 || height < 1 {
		return nil
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.NoCompression}
	if err := encoder.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		return nil
	}
	return out.Bytes()
}
