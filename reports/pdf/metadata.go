package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// The namespaces of properties that XMP does not define itself.
const (
	namespaceUA     = "http://www.aiim.org/pdfua/ns/id/"
	namespaceRecord = document.RecordNamespace
)

// metadata is the file's XMP (ISO 16684-1): what PDF/UA and PDF/A are claimed,
// the description of the document, and what an archive and a case management
// system need to know of the record. Properties of namespaces that PDF/A does
// not know are described by an extension schema (ISO 19005-3, 6.6.2.3).
func metadata(result *layout.Result, options Options) string {
	var x xmp
	x.line(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>`)
	x.line(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	x.line(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="` +
		namespaceUA + `" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:record="` + namespaceRecord + `">`)
	x.line(`<pdfuaid:part>1</pdfuaid:part>`)
	if part := options.Conformance.archivePart(); part > 0 {
		x.line(fmt.Sprintf(`<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>`, part))
	}
	x.line(`<dc:format>application/pdf</dc:format>`)
	titles, subjects := []inLanguage{{result.Language, result.Title}}, []inLanguage{{result.Language, result.Subject}}
	for _, other := range result.Names {
		titles = append(titles, inLanguage{other.Language, other.Title})
		subjects = append(subjects, inLanguage{other.Language, other.Subject})
	}
	x.alternatives("dc:title", titles)
	x.alternatives("dc:description", subjects)
	x.list("dc:creator", "Seq", []string{result.Author})
	x.list("dc:language", "Bag", languages(result))
	moment := options.Created.UTC().Format(time.RFC3339)
	for _, property := range []struct{ name, value string }{
		{"xmp:CreateDate", moment}, {"xmp:ModifyDate", moment}, {"xmp:MetadataDate", moment},
		{"xmp:CreatorTool", options.Producer}, {"pdf:Producer", options.Producer}, {"pdf:Keywords", result.Keywords},
	} {
		x.property(property.name, property.value)
	}
	for _, property := range result.Record.Properties() {
		x.property("record:"+property.Name, property.Value)
	}
	x.line(`</rdf:Description>`)
	if options.Conformance.archivePart() > 0 {
		x.extensionSchemas(result.Record.Properties())
	}
	x.line(`</rdf:RDF></x:xmpmeta>`)
	x.WriteString(`<?xpacket end="w"?>`)
	return x.String()
}

// xmp gathers lines of XML.
type xmp struct{ strings.Builder }

func (x *xmp) line(text string) {
	x.WriteString(text)
	x.WriteByte('\n')
}

// escaped is a text as XML content; what XML cannot hold becomes the
// replacement character.
func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text))
	return out.String()
}

func (x *xmp) property(name, value string) {
	if value != "" {
		x.line("<" + name + ">" + escaped(value) + "</" + name + ">")
	}
}

// inLanguage is a value in the language that it is for.
type inLanguage struct{ language, value string }

// alternatives writes a property in each language; the first is the usual one.
func (x *xmp) alternatives(name string, values []inLanguage) {
	if values[0].value == "" {
		return
	}
	var items strings.Builder
	for _, in := range append([]inLanguage{{"x-default", values[0].value}}, values...) {
		if in.value != "" {
			items.WriteString(`<rdf:li xml:lang="` + escaped(in.language) + `">` + escaped(in.value) + "</rdf:li>")
		}
	}
	x.line("<" + name + "><rdf:Alt>" + items.String() + "</rdf:Alt></" + name + ">")
}

func (x *xmp) list(name, kind string, values []string) {
	var items strings.Builder
	for _, value := range values {
		if value != "" {
			items.WriteString("<rdf:li>" + escaped(value) + "</rdf:li>")
		}
	}
	if items.Len() > 0 {
		x.line("<" + name + "><rdf:" + kind + ">" + items.String() + "</rdf:" + kind + "></" + name + ">")
	}
}

// languages are those of the document's parts, each once.
func languages(result *layout.Result) []string {
	list := []string{result.Language}
	seen := map[string]bool{result.Language: true}
	for i := range result.Pages {
		if language := result.Pages[i].Language; language != "" && !seen[language] {
			seen[language] = true
			list = append(list, language)
		}
	}
	return list
}

// extensionSchemas describes the properties of PDF/UA's namespace and of the
// record's.
func (x *xmp) extensionSchemas(record []document.Property) {
	x.line(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`)
	x.line(`<pdfaExtension:schemas><rdf:Bag>`)
	x.schema("PDF/UA identification schema", namespaceUA, "pdfuaid", "Integer", "internal",
		[]document.Property{{Name: "part", Description: "Part of ISO 14289 to which the document conforms"}})
	if len(record) > 0 {
		x.schema("Record of a municipal programme", namespaceRecord, "record", "Text", "external", record)
	}
	x.line(`</rdf:Bag></pdfaExtension:schemas></rdf:Description>`)
}

func (x *xmp) schema(name, namespace, prefix, valueType, category string, properties []document.Property) {
	x.line(`<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>` + name + `</pdfaSchema:schema><pdfaSchema:namespaceURI>` + namespace +
		`</pdfaSchema:namespaceURI><pdfaSchema:prefix>` + prefix + `</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>`)
	for _, p := range properties {
		x.line(`<rdf:li rdf:parseType="Resource"><pdfaProperty:name>` + p.Name + `</pdfaProperty:name><pdfaProperty:valueType>` + valueType +
			`</pdfaProperty:valueType><pdfaProperty:category>` + category + `</pdfaProperty:category><pdfaProperty:description>` +
			escaped(p.Description) + `</pdfaProperty:description></rdf:li>`)
	}
	x.line(`</rdf:Seq></pdfaSchema:property></rdf:li>`)
}
