package pdf

import (
	"crypto/md5" //nolint:gosec // the checksum that ISO 32000-1, 7.11.4.1 asks for
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"tavoitekartta/reports/layout"
)

// Attachment is a file that the document carries along: the data that its
// pages show.
type Attachment struct {
	Name        string // ASCII, with the suffix
	MediaType   string
	Description string
	Data        []byte
}

// finish makes of gofpdf's file one that is tagged, described and complete:
// all but the drawing on the pages is written here.
func (p *painter) finish(raw []byte, options Options) ([]byte, error) {
	result, m := p.result, p.marking
	file, err := readObjects(raw)
	if err != nil {
		return nil, err
	}
	file.deflater = p.deflater
	for _, number := range append(file.find("/Type /Catalog\n"), file.find("/Producer ")...) {
		file.bodies[number] = nil // written anew
	}
	if err := file.addFonts(p.drawn); err != nil {
		return nil, err
	}
	pages := file.find("<</Type /Page\n")
	if len(pages) != len(result.Pages) {
		return nil, fmt.Errorf("find %d pages of %d: %w", len(pages), len(result.Pages), ErrUnexpectedFile)
	}
	if err := file.fill(pages, m.contents); err != nil {
		return nil, err
	}
	for i, page := range pages {
		if err := file.extend(page, fmt.Sprintf("/StructParents %d /Tabs /S", i)); err != nil {
			return nil, err
		}
	}
	annotations, form, err := file.annotations(m.annotated, result, pages)
	if err != nil {
		return nil, err
	}
	tree := structure{objects: file, result: result, marking: m, pages: pages, annotations: annotations}
	root := tree.build()
	catalogue := "<</Type /Catalog /Pages 1 0 R /Lang " + literal(result.Language) +
		" /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>" +
		fmt.Sprintf(" /StructTreeRoot %s", root) +
		fmt.Sprintf(" /Metadata %s", file.addStream("/Type /Metadata /Subtype /XML", []byte(metadata(result, options))))
	if outline := file.outline(result.Outline, pages); outline != 0 {
		catalogue += fmt.Sprintf(" /Outlines %s /PageMode /UseOutlines", outline)
	}
	catalogue += form
	if options.Conformance.archivePart() > 0 {
		profile := file.addStream("/N 3 /Filter /FlateDecode", file.deflated(colourProfile()))
		catalogue += fmt.Sprintf(" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"+
			" /Info (sRGB IEC61966-2.1) /DestOutputProfile %s>>]", profile)
	}
	if options.Attachment != nil && options.Conformance == Archive3 {
		catalogue += file.attach(*options.Attachment, options.Created)
	}
	number := file.add(catalogue + ">>")
	information := file.add(information(result, options))
	return file.write(number, information), nil
}

// information is the dictionary that older readers show.
func information(result *layout.Result, options Options) string {
	var out strings.Builder
	out.WriteString("<<")
	for _, entry := range []struct{ name, text string }{
		{"Title", result.Title}, {"Author", result.Author}, {"Subject", result.Subject}, {"Keywords", result.Keywords},
		{"Creator", options.Producer}, {"Producer", options.Producer},
	} {
		if entry.text != "" {
			fmt.Fprintf(&out, "/%s %s ", entry.name, textString(entry.text))
		}
	}
	moment := pdfDate(options.Created)
	fmt.Fprintf(&out, "/CreationDate (%s) /ModDate (%s)>>", moment, moment)
	return out.String()
}

func pdfDate(moment time.Time) string { return moment.UTC().Format("D:20060102150405Z") }

// attach embeds a file that belongs to the document as its data (ISO 19005-3,
// annex E) and returns what the catalogue says of it.
func (o *objects) attach(a Attachment, created time.Time) string {
	sum := md5.Sum(a.Data) //nolint:gosec // no secret depends on it
	subtype := strings.ReplaceAll(a.MediaType, "/", "#2F")
	stream := o.addStream(fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Params <</Size %d /ModDate (%s) /CheckSum <%s>>> /Filter /FlateDecode",
		subtype, len(a.Data), pdfDate(created), hex.EncodeToString(sum[:])), o.deflated(a.Data))
	specification := o.add(fmt.Sprintf("<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Data /EF <</F %s /UF %s>>>>",
		literal(a.Name), textString(a.Name), textString(a.Description), stream, stream))
	return fmt.Sprintf(" /AF [%s] /Names <</EmbeddedFiles <</Names [%s %s]>>>>", specification, literal(a.Name), specification)
}
