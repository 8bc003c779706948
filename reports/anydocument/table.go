package anydocument

import (
	"fmt"

	"tavoitekartta/reports/document"
)

const labelLetters = 400 // of a field, which stands on the page of its label

// table grows a table of any columns, in each form; some of its cells are
// paired, some empty, some missing.
func (s *seed) table() document.Table {
	t := document.Table{Form: document.TableForm(s.pick(4)), Continued: s.words(), Caption: s.words(), Note: s.text(), Wide: s.pick(5) == 4}
	for range 1 + s.pick(7) {
		t.Columns = append(t.Columns, document.Column{
			Title: s.words(), Width: s.length(0, 120), Align: document.Align(s.pick(3)), Language: s.language(),
		})
	}
	paired := make([]bool, len(t.Columns))
	for i := range paired {
		paired[i] = s.pick(3) == 2
	}
	for range s.pick(9) {
		row := document.Row{Label: s.words(), BlankLines: max(0, s.pick(12)-8)}
		for column := range len(t.Columns) - max(0, s.pick(len(t.Columns)+4)-4) {
			row.Cells = append(row.Cells, s.cell(paired[column]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (s *seed) cell(paired bool) document.Cell {
	cell := document.Cell{Paired: paired, Heading: s.pick(4) == 3}
	for range s.pick(6) {
		cell.Entries = append(cell.Entries, s.paragraphs(3))
	}
	return cell
}

// formRow grows fields, each with a name of its own.
func (s *seed) formRow() document.FormRow {
	var row document.FormRow
	for range s.pick(4) {
		s.fields++
		lifted := s.brief(labelLetters)
		field := document.FormField{
			Kind: document.FieldKind(s.pick(3)), Name: fmt.Sprintf("field%d", s.fields), Label: s.text(), Tooltip: s.words(),
			Lines: s.pick(9), Share: float64(s.pick(4)), Required: s.yes(),
		}
		lifted()
		switch field.Kind {
		case document.TextField:
			field.Value = s.string()
		case document.ChoiceField:
			for n := range 1 + s.pick(4) {
				field.Choices = append(field.Choices, document.FieldChoice{Value: fmt.Sprintf("v%d", n), Words: s.words()})
			}
			field.Value = field.Choices[s.pick(len(field.Choices))].Value
		case document.CheckField:
			field.Value = []string{"", document.Checked}[s.pick(2)]
		}
		row.Fields = append(row.Fields, field)
	}
	return row
}
