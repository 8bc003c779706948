package translationfile

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
)

// namespace is that of XLIFF 2.0 and 2.1 ("XLIFF Version 2.1", OASIS, 4.2.1).
const namespace = "urn:oasis:names:tc:xliff:document:2.0"

type xliffDocument struct {
	XMLName xml.Name  `xml:"xliff"`
	Space   string    `xml:"xmlns,attr"`
	Version string    `xml:"version,attr"`
	Source  string    `xml:"srcLang,attr"`
	Target  string    `xml:"trgLang,attr"`
	File    xliffFile `xml:"file"`
}

type xliffFile struct {
	ID       string      `xml:"id,attr"`
	Original string      `xml:"original,attr"` // the programme
	Notes    []xliffNote `xml:"notes>note,omitempty"`
	Units    []xliffUnit `xml:"unit"`
}

type xliffUnit struct {
	ID      string       `xml:"id,attr"`
	Notes   []xliffNote  `xml:"notes>note,omitempty"`
	Segment xliffSegment `xml:"segment"`
}

type xliffNote struct {
	Category string `xml:"category,attr,omitempty"`
	Text     string `xml:",chardata"`
}

type xliffSegment struct {
	ID     string     `xml:"id,attr"`
	State  string     `xml:"state,attr"`
	Source xliffText  `xml:"source"`
	Target *xliffText `xml:"target,omitempty"`
}

type xliffText struct {
	Space string `xml:"xml:space,attr"`
	Text  string `xml:",chardata"`
}

// writeXLIFF writes a file as XLIFF 2.0: one unit a text, its key as the id.
func writeXLIFF(w io.Writer, f File) error {
	doc := xliffDocument{
		Space: namespace, Version: "2.0", Source: string(f.Source), Target: string(f.Target),
		File: xliffFile{ID: "f1", Original: string(f.Programme), Notes: notes("title", f.Title)},
	}
	for i, u := range f.Units {
		unit := xliffUnit{
			ID: u.Key.String(), Notes: append(notes("location", u.Where), notes("remark", u.Note)...),
			Segment: xliffSegment{ID: "s" + strconv.Itoa(i+1), State: "initial", Source: xliffText{"preserve", u.Original}},
		}
		if u.Translation != "" {
			unit.Segment.State, unit.Segment.Target = "translated", &xliffText{"preserve", u.Translation}
		}
		doc.File.Units = append(doc.File.Units, unit)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write XLIFF: %w", err)
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(doc); err != nil {
		return fmt.Errorf("write XLIFF: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func notes(category, text string) []xliffNote {
	if text == "" {
		return nil
	}
	return []xliffNote{{category, text}}
}
