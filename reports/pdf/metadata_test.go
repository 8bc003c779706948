package pdf_test

import (
	"slices"
	"strings"
	"testing"

	"tavoitekartta/reports/document"
)

// The metadata say line by line what an archive and a case management system
// read; so does the dictionary of older readers.
func TestTheMetadataDescribeTheDocument(t *testing.T) {
	text := []document.Block{document.Paragraph{Text: document.Plain("Text")}}
	file := writtenOf(t, document.Document{
		Language: "fi", Title: "Ohjelma <1> & 2", Author: "Kunta", Subject: "Kotoutuminen",
		Record: document.Record{RegisterNumber: "VA/1/2019", Paragraph: "12", DecisionDate: "2019-01-21"},
		Parts:  []document.Part{{Language: "fi", Blocks: text}, {Language: "sv", Blocks: text}},
	})
	read, err := readFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if language := read.dict(read.trailer["Root"])["Lang"]; language != str("fi") {
		t.Errorf("the document is in %v", language)
	}
	metadata, _ := read.get(read.dict(read.trailer["Root"])["Metadata"]).(stream)
	lines := strings.Split(string(metadata.data), "\n")
	for _, want := range []string{
		"<pdfuaid:part>1</pdfuaid:part>",
		"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
		"<dc:format>application/pdf</dc:format>",
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ohjelma &lt;1&gt; &amp; 2</rdf:li><rdf:li xml:lang="fi">Ohjelma &lt;1&gt; &amp; 2</rdf:li></rdf:Alt></dc:title>`,
		`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Kotoutuminen</rdf:li><rdf:li xml:lang="fi">Kotoutuminen</rdf:li></rdf:Alt></dc:description>`,
		"<dc:creator><rdf:Seq><rdf:li>Kunta</rdf:li></rdf:Seq></dc:creator>",
		"<dc:language><rdf:Bag><rdf:li>fi</rdf:li><rdf:li>sv</rdf:li></rdf:Bag></dc:language>",
		"<xmp:CreateDate>2026-01-02T00:00:00Z</xmp:CreateDate>",
		"<xmp:ModifyDate>2026-01-02T00:00:00Z</xmp:ModifyDate>",
		"<xmp:CreatorTool>Tavoitekartta</xmp:CreatorTool>",
		"<pdf:Producer>Tavoitekartta</pdf:Producer>",
		"<record:registerNumber>VA/1/2019</record:registerNumber>",
		"<record:paragraph>12</record:paragraph>",
		"<record:decisionDate>2019-01-21</record:decisionDate>",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("the metadata lack %s", want)
		}
	}
	for _, property := range []string{"part", "registerNumber", "paragraph", "decisionDate"} {
		if strings.Count(string(metadata.data), "<pdfaProperty:name>"+property+"</pdfaProperty:name>") != 1 {
			t.Errorf("the extension schemas do not describe %s", property)
		}
	}
	information := read.dict(read.trailer["Info"])
	for key, want := range map[name]string{
		"Title": "Ohjelma <1> & 2", "Author": "Kunta", "Subject": "Kotoutuminen", "Producer": "Tavoitekartta", "CreationDate": "D:20260102000000Z",
	} {
		if words, _ := information[key].(str); words.words() != want {
			t.Errorf("%s is %q", key, words.words())
		}
	}
}
