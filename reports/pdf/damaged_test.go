package pdf

import (
	"bytes"
	"context"
	"testing"
	"time"

	"tavoitekartta/assets"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// FuzzDamagedFile gives the finisher files as gofpdf does not write them: bytes
// changed, taken out, repeated. It writes a file of them or says what is wrong.
func FuzzDamagedFile(f *testing.F) {
	set, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		f.Fatal(err)
	}
	row := document.FormRow{Fields: []document.FormField{{Name: "a", Label: document.Plain("Anmärkning"), Tooltip: "a"}}}
	doc := document.Document{Language: "sv", Title: "Mål", Parts: []document.Part{{Language: "sv", Blocks: []document.Block{
		document.Heading{Level: 1, Text: document.Plain("Mål"), Anchor: "a"}, document.Paragraph{Text: document.In("fi", "Teksti")}, row,
		document.PageBreak{}, document.ContentsList{Entries: []document.ContentsEntry{{Text: document.Plain("Mål"), Anchor: "a"}}},
	}}}}
	result, err := layout.Document(context.Background(), doc, set)
	if err != nil {
		f.Fatal(err)
	}
	options := Options{Created: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)}
	painted := newPainter(result, set, options)
	raw, err := painted.paint(context.Background(), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{})
	f.Add([]byte{0, 0, 0, 9})
	f.Add([]byte{0xFF, 0xFF, 1, 30})
	f.Add([]byte{0xFF, 0xF0, 2, 200})
	f.Fuzz(func(t *testing.T, damages []byte) {
		_, _ = painted.finish(damaged(raw, damages), options)
	})
}

// damaged changes a file where each four bytes say: at which 65536th part of it,
// what, and how much. The end, where its tables stand, is met as often as the rest.
func damaged(raw, damages []byte) []byte {
	file := bytes.Clone(raw)
	for ; len(damages) >= 4 && len(file) > 0; damages = damages[4:] {
		place, share := len(file), int(damages[0])<<8|int(damages[1])
		if share&1 == 1 {
			place = min(place, 2048)
		}
		at := len(file) - 1 - place*share>>16
		end := min(len(file), at+1+int(damages[3]))
		switch damages[2] % 5 {
		case 0:
			file[at] = damages[3]
		case 1:
			file = append(file[:at:at], file[end:]...)
		case 2:
			file = append(file[:end:end], file[at:]...)
		case 3:
			file = append(append(file[:at:at], damages[3]), file[at:]...)
		case 4: // another digit, so that places and numbers change
			if digit := bytes.IndexAny(file[at:], "0123456789"); digit >= 0 {
				file[at+digit] = '0' + damages[3]%10
			}
		}
	}
	return file
}
