package pdf

import (
	"context"
	"testing"
	"time"

	"tavoitekartta/assets"
	"tavoitekartta/reports/anydamage"
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
		_, _ = painted.finish(anydamage.Of(raw, damages, 2048), options)
	})
}
