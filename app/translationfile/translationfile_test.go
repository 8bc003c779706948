package translationfile_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"tavoitekartta/app/translationfile"
	"tavoitekartta/model"
)

const programme = "0000000000001-1"

var headings = translationfile.Headings{
	Sheet: "Käännös", Key: "Tunnus", Where: "Paikka", Original: "suomi", Translation: "ruotsi", Note: "Huomautus",
	Instruction: "Kirjoita ruotsinnos.",
}

// sent is a file with what texts can hold: line breaks, spaces at the ends of
// lines, marks of XML, and the beginning of a formula.
func sent() translationfile.File {
	f := translationfile.File{Programme: programme, Title: "Ohjelma", Source: model.Finnish, Target: model.Swedish}
	for i, pair := range [][2]string{
		{"5 koulutusta & <muuta>", ""}, {"Yksi\nKaksi  rivi\n\nKolme", "Ett\nTvå  rad\n\nTre"}, {"=1+1", "=SUM(A1)"},
		{"12.3.", "12.3."}, {"Nimi \"lainattu\" 'näin'", "Namn – åäö"},
	} {
		f.Units = append(f.Units, translationfile.Unit{
			Key: translationfile.Key{
				Entity: model.EntityID("0000000000001-" + string(rune('2'+i))), Field: model.FieldTitle,
				Print: translationfile.Print(model.Finnish, pair[0]),
			},
			Where: "Tavoite 1.2", Original: pair[0], Translation: pair[1],
		})
	}
	return f
}

func write(t testing.TB, f translationfile.File, form translationfile.Form) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := translationfile.Write(&b, f, form, headings); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsSentIsReadAgainInBothForms(t *testing.T) {
	for _, form := range translationfile.Forms() {
		t.Run(string(form), func(t *testing.T) {
			want := sent()
			got, problems, err := translationfile.Read(bytes.NewReader(write(t, want, form)))
			if err != nil || len(problems) > 0 {
				t.Fatal(err, problems)
			}
			if got.Programme != want.Programme || got.Source != want.Source || got.Target != want.Target || len(got.Units) != len(want.Units) {
				t.Fatalf("read %+v", got)
			}
			for i, u := range got.Units {
				if w := want.Units[i]; u.Key != w.Key || u.Original != w.Original || u.Translation != w.Translation {
					t.Errorf("unit %d is %+v, want %+v", i, u, w)
				}
			}
		})
	}
}

func TestKeysAreNamesForXMLAndAreReadAgain(t *testing.T) {
	key := sent().Units[0].Key
	if again, ok := translationfile.ParseKey(" " + key.String() + "\n"); !ok || again != key {
		t.Errorf("%s is read as %v, %v", key, again, ok)
	}
	for _, bad := range []string{"", "Tunnus", "0000000000001-2.title", "0000000000001-2.title.abc", "x.title.0123456789ab", "a.b.c.d"} {
		if k, ok := translationfile.ParseKey(bad); ok {
			t.Errorf("%q is read as %v", bad, k)
		}
	}
	if translationfile.Print(model.Finnish, "a") == translationfile.Print(model.Swedish, "a") {
		t.Error("a text has the same print in two languages")
	}
}

func refusalOf(t *testing.T, data []byte) translationfile.Code {
	t.Helper()
	_, _, err := translationfile.Read(bytes.NewReader(data))
	var refused translationfile.Refusal
	if err != nil && !errors.As(err, &refused) {
		t.Fatalf("no refusal: %v", err)
	}
	return refused.Code
}

func TestAFileThatIsNoneIsRefused(t *testing.T) {
	xliff := string(write(t, sent(), translationfile.XLIFF))
	book := write(t, sent(), translationfile.Workbook)
	other := excelize.NewFile()
	var foreign bytes.Buffer
	if err := other.Write(&foreign); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want translationfile.Code
	}{
		"empty":                    {nil, translationfile.CodeUnreadable},
		"a plain text":             {[]byte("Hei"), translationfile.CodeUnreadable},
		"an old workbook":          {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), translationfile.CodeUnreadable},
		"HTML":                     {[]byte("<html><body/></html>"), translationfile.CodeNotOurs},
		"XLIFF 1.2":                {[]byte(`<xliff version="1.2"/>`), translationfile.CodeOldXLIFF},
		"XLIFF of somebody else":   {[]byte(`<xliff version="2.0" srcLang="de" trgLang="fr"/>`), translationfile.CodeNotOurs},
		"XLIFF cut short":          {[]byte(xliff[:len(xliff)-60]), translationfile.CodeBroken},
		"XLIFF with a loose mark":  {[]byte(strings.Replace(xliff, "<target", "<", 1)), translationfile.CodeBroken},
		"entities that grow":       {[]byte(`<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff version="2.0">&a;</xliff>`), translationfile.CodeNotOurs},
		"too deep":                 {[]byte(`<xliff version="2.0">` + strings.Repeat("<a>", 50)), translationfile.CodeBroken},
		"a zip that is no book":    {[]byte("PK\x03\x04 nothing"), translationfile.CodeBroken},
		"a workbook cut short":     {book[:len(book)/2], translationfile.CodeBroken},
		"somebody else's workbook": {foreign.Bytes(), translationfile.CodeNotOurs},
		"too large":                {bytes.Repeat([]byte(" "), translationfile.MaxMegabytes<<20+1), translationfile.CodeTooLarge},
		"a zip that grows":         {bomb(t, book), translationfile.CodeBroken},
	} {
		t.Run(name, func(t *testing.T) {
			if got := refusalOf(t, c.data); got != c.want {
				t.Errorf("refused as %q, want %q", got, c.want)
			}
		})
	}
}

// bomb is a workbook whose sheet is 80 MB of nothing.
func bomb(t *testing.T, book []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(f.Name, "sheet1") {
			if _, err := io.Copy(part, io.LimitReader(zeros{}, 80<<20)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(part, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// edited is a workbook after an edit of its sheet.
func edited(t *testing.T, edit func(book *excelize.File, sheet string) error) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(write(t, sent(), translationfile.Workbook)))
	if err != nil {
		t.Fatal(err)
	}
	if err := edit(book, headings.Sheet); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAWorkbookIsReadWhateverWasDoneToItsRows(t *testing.T) {
	first, second := sent().Units[0].Key.String(), sent().Units[1].Key.String()
	for name, c := range map[string]struct {
		edit    func(*excelize.File, string) error
		units   int
		problem translationfile.Code
	}{
		"a row in between": {func(b *excelize.File, s string) error { return b.InsertRows(s, 4, 2) }, 5, ""},
		"a row taken out":  {func(b *excelize.File, s string) error { return b.RemoveRow(s, 3) }, 4, ""},
		"a column before":  {func(b *excelize.File, s string) error { return b.InsertCols(s, "A", 1) }, 5, ""},
		"a sheet before": {func(b *excelize.File, s string) error {
			_, err := b.NewSheet("Muuta")
			return errors.Join(err, b.MoveSheet("Muuta", s))
		}, 5, ""},
		"a number typed": {func(b *excelize.File, s string) error { return b.SetCellInt(s, "D3", 5) }, 5, ""},
		"a formula":      {func(b *excelize.File, s string) error { return b.SetCellFormula(s, "D3", "SUM(A1:A2)") }, 4, translationfile.CodeFormula},
		"a key gone":     {func(b *excelize.File, s string) error { return b.SetCellStr(s, "A4", "") }, 4, translationfile.CodeUnknownKey},
		"a key spoilt":   {func(b *excelize.File, s string) error { return b.SetCellStr(s, "A4", "x"+second) }, 4, translationfile.CodeUnknownKey},
		"a row twice": {func(b *excelize.File, s string) error {
			return errors.Join(b.SetCellStr(s, "A5", second), b.SetCellStr(s, "D5", "Annat"))
		}, 4, translationfile.CodeRepeated},
		"a row twice, empty": {func(b *excelize.File, s string) error {
			return errors.Join(b.SetCellStr(s, "A5", first), b.SetCellStr(s, "D5", "Fem"))
		}, 4, ""},
		"an original edited": {func(b *excelize.File, s string) error { return b.SetCellStr(s, "C3", "toista") }, 5, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f, problems, err := translationfile.Read(bytes.NewReader(edited(t, c.edit)))
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Units) != c.units {
				t.Errorf("%d units, want %d: %v", len(f.Units), c.units, problems)
			}
			if c.problem == "" && len(problems) > 0 || c.problem != "" && (len(problems) != 1 || problems[0].Code != c.problem || problems[0].Row == 0) {
				t.Errorf("problems %v, want %q", problems, c.problem)
			}
		})
	}
}

func TestXLIFFIsReadAsTranslatorsProgramsWriteIt(t *testing.T) {
	key := sent().Units[0].Key.String()
	body := func(segments string) string {
		return `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:x="urn:x" version="2.1" srcLang="fi-FI" trgLang="sv-FI"><file id="f" original="` +
			programme + `"><x:tool a="b">muuta</x:tool><unit id="` + key + `" x:extra="1"><notes><note>n</note></notes>` + segments + `</unit></file></xliff>`
	}
	for name, c := range map[string]struct {
		segments, want string
		problem        translationfile.Code
	}{
		"one segment":            {`<segment><source>Yksi</source><target>Ett</target></segment>`, "Ett", ""},
		"marks within":           {`<segment><source>Y</source><target>E<pc id="1">t</pc><ph id="2"/>t</target></segment>`, "Ett", ""},
		"cut into sentences":     {`<segment><source>A.</source><target>B.</target></segment><ignorable><source> </source></ignorable><segment><source>C.</source><target>D.</target></segment>`, "B. D.", ""},
		"no target":              {`<segment><source>A</source></segment>`, "", ""},
		"partly":                 {`<segment><source>A.</source><target>B.</target></segment><segment><source>C.</source><target/></segment>`, "", translationfile.CodePartly},
		"a proposal of a memory": {`<segment><source>A</source><target>B</target></segment><x:match><source>Z</source><target>Q</target></x:match>`, "B", ""},
		"escaped":                {`<segment><source>A</source><target><![CDATA[a<b]]>&amp;c</target></segment>`, "a<b&c", ""},
	} {
		for _, encoding := range []string{"UTF-8", "UTF-16"} {
			t.Run(name+" in "+encoding, func(t *testing.T) {
				data := []byte(`<?xml version="1.0" encoding="` + encoding + `"?>` + body(c.segments))
				if encoding == "UTF-16" {
					data = inUTF16(string(data))
				}
				f, problems, err := translationfile.Read(bytes.NewReader(data))
				if err != nil {
					t.Fatal(err)
				}
				if f.Source != model.Finnish || f.Target != model.Swedish {
					t.Errorf("from %s to %s", f.Source, f.Target)
				}
				if c.problem != "" {
					if len(problems) != 1 || problems[0].Code != c.problem {
						t.Errorf("problems %v", problems)
					}
					return
				}
				if len(f.Units) != 1 || f.Units[0].Translation != c.want {
					t.Errorf("read %+v, want %q", f.Units, c.want)
				}
			})
		}
	}
}

func inUTF16(s string) []byte {
	data := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(s)) {
		data = append(data, byte(unit), byte(unit>>8))
	}
	return data
}

func TestXLIFFHoldsToTheStandardsForm(t *testing.T) {
	data := write(t, sent(), translationfile.XLIFF)
	var doc struct {
		XMLName xml.Name `xml:"urn:oasis:names:tc:xliff:document:2.0 xliff"`
		Version string   `xml:"version,attr"`
		Units   []struct {
			ID      string `xml:"id,attr"`
			Segment struct {
				State string `xml:"state,attr"`
			} `xml:"segment"`
		} `xml:"file>unit"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Version != "2.0" || len(doc.Units) != 5 || doc.Units[0].Segment.State != "initial" || doc.Units[1].Segment.State != "translated" {
		t.Errorf("written %+v", doc)
	}
}

func TestATextThatNoCellHoldsIsSentAsXLIFF(t *testing.T) {
	f := sent()
	f.Units[0].Original = strings.Repeat("ä", 40_000)
	var refused translationfile.Refusal
	if err := translationfile.Write(io.Discard, f, translationfile.Workbook, headings); !errors.As(err, &refused) || refused.Code != translationfile.CodeTooLong {
		t.Errorf("a workbook: %v", err)
	}
	if err := translationfile.Write(io.Discard, f, translationfile.XLIFF, headings); err != nil {
		t.Error(err)
	}
}

func TestTheFormFollowsTheName(t *testing.T) {
	for name, want := range map[string]translationfile.Form{"a.XLSX": translationfile.Workbook, "b.xlf": translationfile.XLIFF, "c.xliff": translationfile.XLIFF, "d.pdf": "", "xlsx": ""} {
		if got, _ := translationfile.FormOf(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, form := range translationfile.Forms() {
		f.Add(write(f, sent(), form))
	}
	f.Add([]byte(`<xliff version="2.0" srcLang="fi" trgLang="sv"><file original="p"><unit id="x"><segment><target>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, _, err := translationfile.Read(bytes.NewReader(data))
		if err != nil {
			var refused translationfile.Refusal
			if !errors.As(err, &refused) {
				t.Errorf("not a refusal: %v", err)
			}
			return
		}
		var keys []string
		for _, u := range file.Units {
			keys = append(keys, string(u.Key.Entity)+"."+string(u.Key.Field))
		}
		slices.Sort(keys)
		if len(slices.Compact(keys)) != len(file.Units) {
			t.Error("a text stands twice")
		}
	})
}
