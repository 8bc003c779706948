package pdf_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"image"
	"image/png"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"tavoitekartta/assets"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/pdf"
	"tavoitekartta/reports/typeface"
)

func faces(t testing.TB) layout.Faces {
	t.Helper()
	read, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func write(t *testing.T, blocks ...document.Block) []byte {
	t.Helper()
	return writtenOf(t, document.Document{Language: "sv", Title: "Mål 😀", Author: "Kunta", Parts: []document.Part{{Language: "sv", Blocks: blocks}}})
}

func writtenOf(t *testing.T, doc document.Document) []byte {
	t.Helper()
	set := faces(t)
	laid, err := layout.Document(context.Background(), doc, set)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = pdf.Write(context.Background(), &out, laid, set, pdf.Options{Created: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC), Producer: "Tavoitekartta"})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWidthsAreThoseOfThePDFWriter(t *testing.T) {
	set := faces(t)
	file := gofpdf.New("P", "pt", "A4", "")
	file.AddUTF8FontFromBytes("r", "", bytes.Clone(assets.FontRegular()))
	file.AddUTF8FontFromBytes("r", "B", bytes.Clone(assets.FontBold()))
	for style, face := range map[string]*typeface.Face{"": set.Regular, "B": set.Bold} {
		file.SetFont("r", style, 1000)
		checked := 0
		for r := rune(' '); r < 0x2300; r++ {
			if !face.Has(r) || face.Advance(r) == 0 {
				continue
			}
			checked++
			if want := file.GetStringSymbolWidth(string(r)); face.Advance(r) != want {
				t.Errorf("%q in %q is %d wide, the writer says %d", r, style, face.Advance(r), want)
			}
		}
		if checked < 500 {
			t.Errorf("only %d characters in %q", checked, style)
		}
	}
}

// unpacked is the file's text with everything that is deflated, inflated.
func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	var out strings.Builder
	out.Write(file)
	for rest := file; ; {
		_, after, found := bytes.Cut(rest, []byte("stream\n"))
		if !found {
			return out.String()
		}
		rest = after
		if reader, err := zlib.NewReader(bytes.NewReader(after)); err == nil {
			data, _ := io.ReadAll(reader)
			out.Write(data)
			out.WriteByte('\n')
		}
	}
}

func TestFileIsTaggedAndSaysItsLanguageTitleAndDates(t *testing.T) {
	file := write(t, document.Heading{Level: 1, Text: document.Plain("Mål"), Anchor: "a"}, document.Paragraph{Text: document.In("fi", "Teksti")})
	text := unpacked(t, file)
	for _, want := range []string{
		"/Lang (sv)", "/DisplayDocTitle true", "/Outlines", "/CreationDate (D:20260102000000Z)", "/MarkInfo <</Marked true>>",
		"/S /H1", "/S /P", "/Lang (fi)", "<pdfuaid:part>1<", "<pdfaid:part>3<", "/GTS_PDFA1", "/Span <</MCID 1 /Lang (fi)>> BDC",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
	at := bytes.LastIndex(file, []byte("startxref\n"))
	place, err := strconv.Atoi(strings.Fields(string(file[at:]))[1])
	if err != nil || !bytes.Contains(file[place:place+60], []byte("obj\n<</Type /XRef")) {
		t.Errorf("the cross-reference stream does not stand at %d", place)
	}
}

func TestTheSamePagesGiveTheSameBytes(t *testing.T) {
	blocks := []document.Block{document.Heading{Level: 1, Text: document.Plain("Mål"), Anchor: "a"}, document.Paragraph{Text: document.Plain("Text")}}
	if !bytes.Equal(write(t, blocks...), write(t, blocks...)) {
		t.Error("two files differ")
	}
}

func TestAnythingIsPaintedWithoutPanic(t *testing.T) {
	odd := "😀 مرحبا \u202e\u0000 \uFFFF " + string(rune(0x10FFFF)) + " a\u0308 �"
	write(t,
		document.Heading{Level: 1, Text: document.Plain(odd), Anchor: odd},
		document.Paragraph{Text: document.In("", odd)},
		document.ContentsList{Entries: []document.ContentsEntry{{Text: document.Plain(odd), Anchor: odd}}},
		document.Figure{Alternative: odd, Drawing: document.Drawing{Width: 50, Height: 50, Shapes: []document.Shape{
			document.Line{To: document.Point{X: 9, Y: 9}, Width: 1, Color: "#000000", Dash: 2},
			document.Label{Text: document.Plain(odd), Width: 50}, document.Polygon{}, document.Circle{Radius: 3},
		}}},
	)
}

// TestPicturesOfOneWidthStandInTheOrderOfThePages: gofpdf alone mixes them.
func TestPicturesOfOneWidthStandInTheOrderOfThePages(t *testing.T) {
	var blocks []document.Block
	for shade := range 12 {
		blocks = append(blocks, document.Illustration{Width: 60, Picture: document.Picture{
			PNG: shaded(t, uint8(shade)), Width: 8, Height: 2, Alternative: "ett färgprov",
		}})
	}
	first := write(t, append(blocks, blocks...)...)
	if found := bytes.Count(first, []byte("/Subtype /Image")); found != 12 {
		t.Errorf("the file holds %d pictures, want 12: each once", found)
	}
	if !bytes.Contains(first, []byte("/Width 8\n")) {
		t.Error("the pictures' width in pixels is lost")
	}
	for range 5 {
		if !bytes.Equal(first, write(t, append(blocks, blocks...)...)) {
			t.Fatal("the same pages give other bytes")
		}
	}
}

func TestAPictureThatCannotBeReadIsAnError(t *testing.T) {
	set := faces(t)
	doc := document.Document{Language: "sv", Parts: []document.Part{{Language: "sv", Blocks: []document.Block{
		document.Illustration{Width: 60, Picture: document.Picture{PNG: []byte("no picture"), Width: 8, Height: 2}},
	}}}}
	laid, err := layout.Document(context.Background(), doc, set)
	if err != nil {
		t.Fatal(err)
	}
	if err := pdf.Write(context.Background(), &bytes.Buffer{}, laid, set, pdf.Options{}); err == nil {
		t.Error("a picture that cannot be read is painted")
	}
}

// shaded is a PNG of 8 by 2 pixels in one shade of grey.
func shaded(t *testing.T, shade uint8) []byte {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 8, 2))
	for i := range picture.Pix {
		picture.Pix[i] = shade
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
