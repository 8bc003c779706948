package pdffile_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"tavoitekartta/app/intake/pdffile"
)

// filled is a form as it was made, and a revision behind it as a program appends
// it that fills forms.
func filled(fields, revision string) []byte {
	var out bytes.Buffer
	places := map[int]int{}
	object := func(number int, body string) {
		places[number] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", number, body)
	}
	table := func(from, to, previous int) int {
		at := out.Len()
		fmt.Fprintf(&out, "xref\n%d %d\n", from, to-from)
		for number := from; number < to; number++ {
			fmt.Fprintf(&out, "%010d 00000 n \n", places[number])
		}
		fmt.Fprintf(&out, "trailer\n<</Size 9 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", previous, at)
		return at
	}
	out.WriteString("%PDF-1.7\n")
	object(1, "<</Type /Catalog /AcroForm <</Fields [2 0 R 3 0 R]>>>>")
	object(2, fields)
	object(3, "<</FT /Tx /T (other)>>")
	first := table(1, 4, 0)
	if revision != "" {
		object(2, revision)
		table(2, 3, first)
	}
	return out.Bytes()
}

func TestFieldsAreReadAsProgramsSaveThem(t *testing.T) {
	for name, c := range map[string]struct {
		fields, revision string
		field, want      string
	}{
		"nothing filled":           {`<</FT /Tx /T (a)>>`, ``, "a", ""},
		"ASCII":                    {`<</FT /Tx /T (a) /V (b\051)>>`, ``, "a", "b)"},
		"PDFDocEncoding":           {`<</FT /Tx /T (a) /V (\305\344\366 \225\235 \205 \240)>>`, ``, "a", "Åäö Łš – €"},
		"UTF-16":                   {`<</FT /Tx /T (a) /V <FEFF00C5014B>>>`, ``, "a", "Åŋ"},
		"UTF-16, lower byte first": {`<</FT /Tx /T (a) /V <FFFEC5004B01>>>`, ``, "a", "Åŋ"},
		"UTF-16 with a language":   {`<</FT /Tx /T (a) /V <FEFF001B00660069001B00C5>>>`, ``, "a", "Å"},
		"UTF-8":                    {`<</FT /Tx /T (a) /V <EFBBBFC385C58B>>>`, ``, "a", "Åŋ"},
		"a pair":                   {`<</FT /Tx /T (a) /V <FEFFD83DDE00>>>`, ``, "a", "😀"},
		"lines":                    {`<</FT /Tx /T (a) /V (b\r\nc\rd)>>`, ``, "a", "b\nc\nd"},
		"a name in UTF-16":         {`<</FT /Tx /T <FEFF00E4> /V (b)>>`, ``, "ä", "b"},
		"a box":                    {`<</FT /Btn /T (a) /V /On /AS /On>>`, ``, "a", "On"},
		"a box by its state":       {`<</FT /Btn /T (a) /AS /On>>`, ``, "a", "On"},
		"a list":                   {`<</FT /Ch /T (a) /V [(b) (c)]>>`, ``, "a", "b"},
		"filled later":             {`<</FT /Tx /T (a)>>`, `<</FT /Tx /T (a) /V (b)>>`, "a", "b"},
		"emptied later":            {`<</FT /Tx /T (a) /V (b)>>`, `<</FT /Tx /T (a)>>`, "a", ""},
		"a field within another":   {`<</FT /Tx /T (a) /Kids [<</T (b) /V (c)>>]>>`, ``, "a.b", "c"},
		"a place of a field":       {`<</FT /Tx /T (a) /V (b) /Kids [<</Subtype /Widget>>]>>`, ``, "a", "b"},
	} {
		t.Run(name, func(t *testing.T) {
			values, err := pdffile.FormValues(filled(c.fields, c.revision))
			if err != nil {
				t.Fatal(err)
			}
			if got, is := values[c.field]; !is || got != c.want {
				t.Errorf("%q, want %q", values, c.want)
			}
		})
	}
}

func TestAFileWithoutAFormIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"no PDF":    {[]byte("PK"), pdffile.ErrNoPDF},
		"no form":   {[]byte("%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n"), pdffile.ErrNoForm},
		"no object": {[]byte("%PDF-1.7\n"), pdffile.ErrDamaged},
		"a loop":    {filled(`<</Kids [2 0 R]>>`, ``), nil},
	} {
		if _, err := pdffile.FormValues(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Small files, each of which would take hours or all of the memory.
func TestFormsThatGrowWithoutBoundAreRefused(t *testing.T) {
	kids := func(kid string) string { return "/Kids [" + strings.Repeat(kid+" ", 50_000) + "]" }
	long := "(" + strings.Repeat("a", 2000) + ")"
	broken := []byte(deflated(make([]byte, 8<<20)))
	broken[len(broken)-1] ^= 1 // the checksum
	for name, file := range map[string][]byte{
		"a long name above many fields":  filled("<</T "+long+kids("<</T (b)>>")+">>", ""),
		"a long value of many fields":    filled("<</T (a) /V "+long+kids("<</T (b)>>")+">>", ""),
		"a name without end":             filled("<</T ("+strings.Repeat("a", 5000)+")>>", ""),
		"a value of two million letters": filled("<</T (a) /V ("+strings.Repeat("a", 2<<20)+")>>", ""),
		"a comment read again and again": plainFile("<</Type /Catalog /AcroForm <</Fields ["+strings.Repeat("2 0 R ", 100_000)+"]>>>>", "%"+strings.Repeat("a", 1<<20)+"\n<</T (a)>>"),
		"digits without end, again":      plainFile("<</Type /Catalog /AcroForm <</Fields ["+strings.Repeat("2 0 R ", 100_000)+"]>>>>", "<"+strings.Repeat("a", 1<<20)),
		"a stream of no use, again and again": plainFile("<</Type /Catalog /AcroForm <</Fields ["+strings.Repeat("<</T (a) /V 2 0 R>> ", 20_000)+"]>>>>",
			fmt.Sprintf("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", len(broken), broken)),
	} {
		t.Run(name, func(t *testing.T) {
			if values, err := pdffile.FormValues(file); err == nil {
				t.Errorf("%d values are read", len(values))
			}
		})
	}
}

func FuzzFormValues(f *testing.F) {
	f.Add(filled(`<</FT /Tx /T (a)>>`, `<</FT /Tx /T (a) /V (b)>>`))
	f.Add(filled(`<</T (a) /Kids [<</T (b) /V (c)>> 2 0 R]>>`, ``))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		values, err := pdffile.FormValues(pdf)
		if err == nil && len(values) == 0 {
			t.Error("a form without fields is no error")
		}
	})
}
