package workflow_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
)

func picture(t *testing.T, width, height int, asJPEG bool) []byte {
	t.Helper()
	var out bytes.Buffer
	var err error
	if asJPEG {
		err = jpeg.Encode(&out, image.NewRGBA(image.Rect(0, 0, width, height)), nil)
	} else {
		err = png.Encode(&out, image.NewRGBA64(image.Rect(0, 0, width, height)))
	}
	must(t, err)
	return out.Bytes()
}

// claiming is a PNG of a few bytes that says it is enormous.
func claiming(width, height uint32) []byte {
	head := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)...)
	head = append(head, 8, 6, 0, 0, 0)
	data := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(head))
}

func TestACrestIsKeptSmallAndAsPNG(t *testing.T) {
	for name, data := range map[string][]byte{"png": picture(t, 900, 1200, false), "jpeg": picture(t, 900, 1200, true)} {
		kept, err := workflow.ReadCrest(bytes.NewReader(data))
		must(t, err)
		config, format, err := image.DecodeConfig(bytes.NewReader(kept))
		if err != nil || format != "png" || config.Width != 300 || config.Height != 400 {
			t.Errorf("%s: %s of %d × %d, %v", name, format, config.Width, config.Height, err)
		}
	}
}

func TestWhatIsNoCrestIsRefused(t *testing.T) {
	whole := picture(t, 90, 90, false)
	for name, c := range map[string]struct {
		data io.Reader
		want error
	}{
		"SVG":              {bytes.NewReader([]byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)), workflow.ErrCrestFormat},
		"nothing":          {bytes.NewReader(nil), workflow.ErrCrestFormat},
		"a hundred MB":     {io.LimitReader(endless{}, 100<<20), workflow.ErrCrestTooLarge},
		"enormous by word": {bytes.NewReader(claiming(60_000, 60_000)), workflow.ErrCrestTooLarge},
		"cut short":        {bytes.NewReader(whole[:len(whole)-20]), workflow.ErrCrestDamaged},
	} {
		if _, err := workflow.ReadCrest(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

func TestEveryColourIsPrintedAndWhatIsNoneIsNot(t *testing.T) {
	desk, store := worktest.NewDesk()
	for colour, want := range map[string]string{"#0e5366": "#0E5366", "#ffe08a": "#FFE08A", "#FFFFFF": "#FFFFFF", "sininen": "", "": ""} {
		must(t, store.SetSetting(t.Context(), workflow.SettingColour, colour))
		if identity, err := desk.Identity(t.Context()); identity.Colour != want || err != nil {
			t.Errorf("%q gives %q, %v", colour, identity.Colour, err)
		}
	}
}
