package pdf_test

import (
	"bytes"
	"context"
	"crypto/md5"
	"testing"
	"time"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/pdf"
)

func TestTheDataIsAFileAssociatedWithTheDocument(t *testing.T) {
	set := faces(t)
	laid, err := layout.Document(context.Background(), document.Document{Language: "sv", Parts: []document.Part{
		{Language: "sv", Blocks: []document.Block{document.Paragraph{Text: document.Plain("Text")}}},
	}}, set)
	if err != nil {
		t.Fatal(err)
	}
	data := []byte(`{"title":"Mål"}`)
	var out bytes.Buffer
	if err := pdf.Write(context.Background(), &out, laid, set, pdf.Options{
		Created:    time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC),
		Attachment: &pdf.Attachment{Name: "programme.json", MediaType: "application/json", Description: "Innehållet", Data: data},
	}); err != nil {
		t.Fatal(err)
	}
	read, err := readFile(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	catalogue := read.dict(read.trailer["Root"])
	associated := read.list(catalogue["AF"])
	named := read.list(read.dict(read.dict(catalogue["Names"])["EmbeddedFiles"])["Names"])
	if len(associated) != 1 || len(named) != 2 || named[1] != associated[0] {
		t.Fatalf("associated %v, embedded %v", associated, named)
	}
	specification := read.dict(associated[0])
	words, _ := specification["Desc"].(str)
	if specification["AFRelationship"] != name("Data") || specification["UF"] == nil || words.words() != "Innehållet" {
		t.Errorf("the specification is %v", specification)
	}
	file, _ := read.get(read.dict(specification["EF"])["F"]).(stream)
	if !bytes.Equal(file.data, data) || file.dict["Subtype"] != name("application/json") && file.dict["Subtype"] != name("application#2Fjson") {
		t.Errorf("the file is %v with %q", file.dict, file.data)
	}
	facts := read.dict(file.dict["Params"])
	sum := md5.Sum(data)
	if facts["Size"] != float64(len(data)) || facts["CheckSum"] != str(sum[:]) {
		t.Errorf("its facts are %v", facts)
	}
}
