package pdffile_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
	"tavoitekartta/reports"
	"tavoitekartta/reports/anydamage"
)

// report is a document of ours.
func report(t testing.TB) []byte {
	t.Helper()
	p := model.Programme{ID: "a", Title: model.Text{Fi: "Kotouttamisohjelma"}, FirstYear: 2019, State: model.Draft, FirstLanguage: model.Finnish}
	var out bytes.Buffer
	if _, err := reports.Render(t.Context(), &out, p, reports.Options{Today: model.Date{Year: 2026, Month: 11, Day: 22}}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read reads the programme's data out of a document.
func read(t *testing.T, what string, pdf []byte) {
	t.Helper()
	data, err := pdffile.Attachment(pdf, interchange.FileName)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	file, err := interchange.Decode(data)
	if err != nil || file.Programme.Title.Fi != "Kotouttamisohjelma" {
		t.Errorf("%s: %q, %v", what, file.Programme.Title, err)
	}
}

// plainFile is a PDF of objects in the old form: a cross-reference table and
// nothing packed. The first object is the catalogue.
func plainFile(objects ...string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, body := range objects {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return out.Bytes()
}

func deflated(data []byte) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write(data)
	_ = w.Close()
	return out.String()
}

func embedded(facts, data string) string {
	return fmt.Sprintf("<</Type /EmbeddedFile %s /Length %d>>\nstream\n%s\nendstream", facts, len(data), data)
}

const (
	catalogue     = "<</Type /Catalog /Names <</EmbeddedFiles 2 0 R>>>>"
	branch        = "<</Kids [3 0 R]>>"
	leaf          = "<</Names [(other) 9 0 R (programme.json) 4 0 R]>>"
	specification = `<</F (programme#2ejson) /UF <FEFF00700072006F006700720061006D006D0065002E006A0073006F006E> /EF <</F 5 0 R>>>>`
)

func TestDocumentsOfOursAreReadAsTheyAreAndAsOthersHandThemOn(t *testing.T) {
	ours := report(t)
	read(t, "as made", ours)

	end := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(ours)
	root := regexp.MustCompile(`/Root (\d+) 0 R`).FindSubmatch(ours)
	if end == nil || root == nil {
		t.Fatal("the file is not built as this test knows it")
	}
	signed := bytes.Clone(ours)
	signed = append(signed, "\n99990 0 obj\n<</Type /Sig /Contents <00>>>\nendobj\n"...)
	start := len(signed)
	signed = fmt.Appendf(signed, "xref\n99990 1\n%010d 00000 n \ntrailer\n<</Size 99991 /Root %s 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n",
		len(ours)+1, root[1], end[1], start)
	read(t, "with a revision added", signed)

	read(t, "with its end gone", bytes.Replace(ours, []byte("startxref"), []byte("startxxxx"), 1))
	read(t, "with a wrong place of its tables", regexp.MustCompile(`startxref\n\d+`).ReplaceAll(ours, []byte("startxref\n77")))
	read(t, "with something before it", append([]byte("From: a@example.org\n\n"), ours...))
}

func TestFilesOfTheOldFormAreRead(t *testing.T) {
	got, err := pdffile.Attachment(plainFile(catalogue, branch, leaf, specification, embedded("/Filter [/FlateDecode]", deflated([]byte("data")))), "programme.json")
	if err != nil || string(got) != "data" {
		t.Errorf("%q, %v", got, err)
	}
	got, err = pdffile.Attachment(plainFile(catalogue, branch, leaf, specification, embedded("", "as it is")), "programme.json")
	if err != nil || string(got) != "as it is" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestTheNewestRevisionOfAnAttachmentCounts(t *testing.T) {
	first := plainFile(catalogue, branch, leaf, specification, embedded("", "first"))
	end := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(first)
	second := bytes.Clone(first)
	at := len(second)
	second = append(second, "5 0 obj\n"+embedded("", "second")+"\nendobj\n"...)
	start := len(second)
	second = fmt.Appendf(second, "xref\n5 1\n%010d 00000 n \ntrailer\n<</Size 6 /Root 1 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n", at, end[1], start)
	got, err := pdffile.Attachment(second, "programme.json")
	if err != nil || string(got) != "second" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestBadFilesAreRefusedEachForItsReason(t *testing.T) {
	ours := report(t)
	bomb := deflated(make([]byte, pdffile.MaxAttachment+1))
	for name, c := range map[string]struct {
		pdf  []byte
		want error
	}{
		"nothing":                 {nil, pdffile.ErrNoPDF},
		"another file":            {[]byte("PK\x03\x04"), pdffile.ErrNoPDF},
		"a head alone":            {[]byte("%PDF-1.7\n"), pdffile.ErrDamaged},
		"cut short":               {ours[:len(ours)/8], pdffile.ErrDamaged},
		"encrypted":               {bytes.Replace(plainFile(catalogue), []byte("/Root"), []byte("/Encrypt 7 0 R /Root"), 1), pdffile.ErrEncrypted},
		"nothing carried":         {plainFile("<</Type /Catalog>>"), pdffile.ErrNotCarried},
		"a bomb":                  {plainFile(catalogue, branch, leaf, specification, embedded("/Filter /FlateDecode", bomb)), pdffile.ErrTooLarge},
		"a tree of itself":        {plainFile(catalogue, "<</Kids [2 0 R]>>"), pdffile.ErrNotCarried},
		"a tree that doubles":     {plainFile(catalogue, "<</Kids ["+strings.Repeat("2 0 R ", 40)+"]>>"), pdffile.ErrTooLarge},
		"a name of itself":        {plainFile("<</Type /Catalog /Names 2 0 R>>", "2 0 R"), pdffile.ErrNotCarried},
		"an unknown filter":       {plainFile(catalogue, branch, leaf, specification, embedded("/Filter /Crypt", "x")), pdffile.ErrDamaged},
		"no file behind its name": {plainFile(catalogue, branch, leaf, specification, "null"), pdffile.ErrDamaged},
		"deep":                    {plainFile("<</Type /Catalog /A " + strings.Repeat("[", 100_000)), pdffile.ErrDamaged},
		"tables in a circle":      {bytes.Replace(plainFile("null"), []byte("/Root"), []byte("/Prev 1 /Root"), 1), pdffile.ErrDamaged},
	} {
		if _, err := pdffile.Attachment(c.pdf, interchange.FileName); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func FuzzAttachment(f *testing.F) {
	f.Add(report(f))
	f.Add(plainFile(catalogue, branch, leaf, specification, embedded("", "data")))
	f.Add(plainFile(catalogue, branch, leaf, specification, embedded("/Filter [/FlateDecode]", deflated([]byte("data")))))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/ObjStm/N 2/First 9/Length 1 0 R>>stream\n1 0 2 3 <<>>endstream endobj\nstartxref\n9\n"))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		data, err := pdffile.Attachment(pdf, interchange.FileName)
		if err == nil {
			_, _ = interchange.Decode(data)
		}
	})
}

// FuzzDamagedReport gives documents of ours with bytes changed, taken out and
// repeated: what is read out of them is what was put in, or an error.
func FuzzDamagedReport(f *testing.F) {
	ours := report(f)
	whole, err := pdffile.Attachment(ours, interchange.FileName)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{})
	f.Add([]byte{0, 1, 1, 30, 0xFF, 0xFE, 0, '7'})
	f.Add([]byte{0, 9, 4, 3, 0, 3, 4, 9, 0x80, 0, 2, 200})
	f.Fuzz(func(t *testing.T, damages []byte) {
		file := anydamage.Of(ours, damages, 1024)
		data, err := pdffile.Attachment(file, interchange.FileName)
		if err == nil && !bytes.Equal(data, whole) {
			if read, err := interchange.Decode(data); err == nil {
				t.Errorf("a damaged document gives the programme %q", read.Programme.Title)
			}
		}
		_, _ = pdffile.FormValues(file)
	})
}
