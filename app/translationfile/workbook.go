package translationfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Headings are the words of a workbook, in the language of who sends it.
type Headings struct {
	Sheet, Key, Where, Original, Translation, Note string
	Instruction                                    string
}

// The columns of a workbook. When it comes back the key's column is looked for,
// and the translation's stands as far from it as here.
const (
	keyColumn = iota
	whereColumn
	originalColumn
	translationColumn
	noteColumn
)

// writeWorkbook writes a file as a workbook: a row for each text, under the
// marker and the headings. All cells are text, so that "12.3." stays what it is.
func writeWorkbook(w io.Writer, f File, h Headings) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	s := sheetWriter{book: book, name: h.Sheet}
	s.do(book.SetSheetName("Sheet1", h.Sheet))
	s.columns()
	s.row(1, []string{markerOf(f), f.Title, h.Instruction}, "quiet")
	s.row(2, []string{h.Key, h.Where, h.Original, h.Translation, h.Note}, "head")
	for i, u := range f.Units {
		for _, text := range []string{u.Original, u.Translation} {
			if len(utf16.Encode([]rune(text))) > maxCell {
				return Refusal{CodeTooLong, maxCell}
			}
		}
		s.row(i+3, []string{u.Key.String(), u.Where, u.Original, u.Translation, u.Note}, "text")
	}
	s.do(book.SetPanes(h.Sheet, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}))
	if s.err != nil {
		return fmt.Errorf("write workbook: %w", s.err)
	}
	if _, err := book.WriteTo(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// sheetWriter fills a sheet and keeps the first error.
type sheetWriter struct {
	book   *excelize.File
	name   string
	styles map[string]int
	err    error
}

func (s *sheetWriter) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *sheetWriter) columns() {
	const asText = 49 // the number format "@"
	wrapped := &excelize.Alignment{WrapText: true, Vertical: "top"}
	s.styles = map[string]int{}
	for name, style := range map[string]*excelize.Style{
		"quiet": {NumFmt: asText, Font: &excelize.Font{Color: "5A6A72"}, Alignment: &excelize.Alignment{Vertical: "top"}},
		"head":  {NumFmt: asText, Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E9ECE8"}}, Alignment: wrapped},
		"text":  {NumFmt: asText, Alignment: wrapped},
	} {
		id, err := s.book.NewStyle(style)
		s.do(err)
		s.styles[name] = id
	}
	s.do(s.book.SetColStyle(s.name, "A:E", s.styles["text"]))
	for column, width := range map[string]float64{"A": 12, "B": 34, "C": 60, "D": 60, "E": 34} {
		s.do(s.book.SetColWidth(s.name, column, column, width))
	}
}

func (s *sheetWriter) row(number int, cells []string, style string) {
	for column, text := range cells {
		name, err := excelize.CoordinatesToCellName(column+1, number)
		s.do(err)
		s.do(s.book.SetCellStr(s.name, name, text))
		s.do(s.book.SetCellStyle(s.name, name, name, s.styles[style]))
	}
}

// workbook reads a workbook. The library is guarded: it panics on some files
// that are no workbooks under their zip.
func (r *reading) workbook(data []byte) (err error) {
	defer func() {
		if recover() != nil {
			err = Refusal{Code: CodeBroken}
		}
	}()
	// Equal limits: nothing is unpacked into temporary files.
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
	})
	if err != nil {
		return Refusal{Code: CodeBroken}
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	for _, name := range book.GetSheetList() {
		found, err := r.sheet(book, name)
		if found || err != nil {
			return err
		}
	}
	return Refusal{Code: CodeNotOurs}
}

// markerWithin is the number of rows in which the marker is looked for.
const markerWithin = 20

// sheet reads a sheet of a workbook, and tells whether it was the one with texts.
func (r *reading) sheet(book *excelize.File, name string) (found bool, err error) {
	rows, err := book.Rows(name)
	if err != nil {
		return false, nil // a sheet of another kind, as a chart
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	key := -1
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return found, Refusal{Code: CodeBroken}
		}
		switch {
		case !found:
			for column, cell := range cells {
				if r.takeMarker(cell) {
					found, key = true, column
				}
			}
			if !found && number >= markerWithin {
				return false, nil
			}
		default:
			if err := r.sheetRow(book, name, number, key, cells); err != nil {
				return found, err
			}
		}
	}
	if rows.Error() != nil {
		return found, Refusal{Code: CodeBroken}
	}
	return found, nil
}

func (r *reading) sheetRow(book *excelize.File, sheet string, number, key int, cells []string) error {
	cell := func(column int) string {
		if at := key + column; at < len(cells) {
			return cells[at]
		}
		return ""
	}
	name, err := excelize.CoordinatesToCellName(key+translationColumn+1, number)
	if err != nil {
		return Refusal{Code: CodeBroken}
	}
	if _, ours := ParseKey(cell(keyColumn)); ours {
		if formula, err := book.GetCellFormula(sheet, name); err == nil && formula != "" {
			r.problem(CodeFormula, number, "="+formula)
			return nil
		}
	}
	if blank(cell(keyColumn)) && blank(cell(translationColumn)) || r.heading(cell(keyColumn), number) {
		return nil
	}
	return r.unit(cell(keyColumn), Unit{
		Where: cell(whereColumn), Original: cell(originalColumn), Translation: cell(translationColumn), Row: number,
	})
}

// heading tells whether a row is that of the headings: the one behind the marker
// without a key.
func (r *reading) heading(key string, number int) bool {
	_, ours := ParseKey(key)
	return !ours && len(r.file.Units) == 0 && len(r.problems) == 0 && number <= markerWithin
}
