package translationfile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"tavoitekartta/model"
)

// looksLikeXML tells whether a file begins as XML, in UTF-8 or with the mark of
// UTF-16, which some translators' programs write.
func looksLikeXML(data []byte) bool {
	head, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data[:min(len(data), 512)])
	if err != nil && !errors.Is(err, transform.ErrShortSrc) {
		return false
	}
	return strings.HasPrefix(strings.TrimSpace(string(head)), "<")
}

// xliff reads XLIFF 2. Other programs' additions are passed over, and so are the
// marks within a text; a unit that was cut into segments is joined again.
func (r *reading) xliff(data []byte) error {
	source := transform.NewReader(bytes.NewReader(data), unicode.BOMOverride(transform.Nop))
	walk := xliffWalk{reading: r, tokens: xml.NewDecoder(source)}
	// The bytes have been brought to UTF-8 already, whatever the head says.
	walk.tokens.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		token, err := walk.tokens.Token()
		switch {
		case errors.Is(err, io.EOF) && walk.root && len(walk.path) == 0:
			return nil
		case errors.Is(err, io.EOF) && !walk.root:
			return Refusal{Code: CodeUnreadable}
		case err != nil:
			return Refusal{Code: CodeBroken}
		}
		if err := walk.take(token); err != nil {
			return err
		}
	}
}

// xliffWalk is the place in an XLIFF document that is being read.
type xliffWalk struct {
	*reading
	tokens *xml.Decoder
	path   []string // names of the elements that are open
	root   bool     // the document's own element has been seen

	key       string // of the unit that is being read
	row       int
	unitDepth int // how deep the unit stands, 0 outside one
	parts     []xliffPart
	into      *strings.Builder // the text that is being read, or nil
	intoDepth int
}

// xliffPart is a segment of a unit, or what stands between two.
type xliffPart struct {
	between        bool // <ignorable>
	source, target strings.Builder
}

func (w *xliffWalk) take(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return w.start(token)
	case xml.EndElement:
		return w.end()
	case xml.CharData:
		if w.into != nil {
			w.into.Write(token)
			if w.into.Len() > maxUnpacked/4 {
				return Refusal{CodeTooLarge, MaxMegabytes}
			}
		}
	case xml.Directive:
		if bytes.HasPrefix(bytes.ToUpper(token), []byte("DOCTYPE")) {
			return Refusal{Code: CodeNotOurs} // a document type has no place in XLIFF 2
		}
	}
	return nil
}

func (w *xliffWalk) start(e xml.StartElement) error {
	w.path = append(w.path, e.Name.Local)
	if len(w.path) > maxDepth {
		return Refusal{Code: CodeBroken}
	}
	if len(w.path) == 1 {
		return w.document(e)
	}
	switch {
	case e.Name.Local == "file" && len(w.path) == 2 && w.file.Programme == "":
		w.file.Programme = model.EntityID(attribute(e, "original"))
	case e.Name.Local == "unit" && w.unitDepth == 0:
		w.key, w.unitDepth, w.parts = attribute(e, "id"), len(w.path), nil
		w.row++
	case w.unitDepth > 0 && (e.Name.Local == "segment" || e.Name.Local == "ignorable") && len(w.path) == w.unitDepth+1:
		w.parts = append(w.parts, xliffPart{between: e.Name.Local == "ignorable"})
	case len(w.parts) > 0 && w.into == nil && w.inSegment():
		last := &w.parts[len(w.parts)-1]
		switch e.Name.Local {
		case "source":
			w.into, w.intoDepth = &last.source, len(w.path)
		case "target":
			w.into, w.intoDepth = &last.target, len(w.path)
		}
	}
	return nil
}

// inSegment tells whether the element that has just begun stands in a segment or
// between two, and not in another program's addition to the unit.
func (w *xliffWalk) inSegment() bool {
	if w.unitDepth == 0 || len(w.path) != w.unitDepth+2 {
		return false
	}
	within := w.path[w.unitDepth]
	return within == "segment" || within == "ignorable"
}

func (w *xliffWalk) document(e xml.StartElement) error {
	w.root = true
	if e.Name.Local != "xliff" {
		return Refusal{Code: CodeNotOurs}
	}
	if !strings.HasPrefix(attribute(e, "version"), "2") {
		return Refusal{Code: CodeOldXLIFF}
	}
	w.file.Source = languageOf(attribute(e, "srcLang"))
	w.file.Target = languageOf(attribute(e, "trgLang"))
	return nil
}

// languageOf reads "sv" and "sv-FI".
func languageOf(tag string) model.Language {
	first, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return model.Language(first)
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func (w *xliffWalk) end() error {
	depth := len(w.path)
	w.path = w.path[:depth-1]
	switch depth {
	case w.intoDepth:
		w.into, w.intoDepth = nil, 0
	case w.unitDepth:
		w.unitDepth = 0
		return w.endOfUnit()
	}
	return nil
}

func (w *xliffWalk) endOfUnit() error {
	var original, translation strings.Builder
	empty, written := 0, 0
	for i := range w.parts {
		p := &w.parts[i]
		original.WriteString(p.source.String())
		switch {
		case p.target.Len() > 0:
			translation.WriteString(p.target.String())
		case p.between:
			translation.WriteString(p.source.String())
		}
		switch {
		case p.between || blank(p.source.String()):
		case blank(p.target.String()):
			empty++
		default:
			written++
		}
	}
	parts := w.parts
	w.parts = nil
	if empty > 0 && written > 0 {
		w.problem(CodePartly, w.row, parts[0].source.String())
		return nil
	}
	if written == 0 {
		translation.Reset()
	}
	return w.unit(w.key, Unit{Original: original.String(), Translation: translation.String(), Row: w.row})
}
