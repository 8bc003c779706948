package anydocument

import (
	"fmt"
	"slices"

	"tavoitekartta/reports/document"
)

const labelLetters = 120 // of a field, which stands on the page of its label

// table grows a table of any columns, in each form; some of its cells are
// paired, some empty, some missing.
func (s *seed) table() document.Table {
	t := document.Table{Form: document.TableForm(s.pick(5)), Continued: s.words(), Caption: s.words(), Note: s.text(), Wide: s.pick(5) == 4, KeepWithNext: s.pick(4) == 3}
	for range 1 + s.pick(7) {
		t.Columns = append(t.Columns, document.Column{
			Title: s.words(), Width: s.length(0, 120), Align: document.Align(s.pick(3)), Language: s.language(), Least: float64(5 * s.pick(5)),
		})
	}
	paired := make([]bool, len(t.Columns))
	for i := range paired {
		paired[i] = s.pick(3) == 2
	}
	reaching := -1 // the first of the paired columns
	if s.yes() {
		reaching = slices.Index(paired, true)
	}
	for range s.pick(9) {
		row := document.Row{Label: s.words(), BlankLines: max(0, s.pick(12)-8)}
		for column := range len(t.Columns) - max(0, s.pick(len(t.Columns)+4)-4) {
			row.Cells = append(row.Cells, s.cell(paired[column], column == reaching))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (s *seed) cell(paired, reaching bool) document.Cell {
	cell := document.Cell{Paired: paired, Heading: s.pick(4) == 3, Reaching: reaching}
	for range s.pick(6) {
		cell.Entries = append(cell.Entries, s.paragraphs(3))
	}
	return cell
}

// formGroup grows fields below a bar, and a paragraph among them.
func (s *seed) formGroup() document.FormGroup {
	group := document.FormGroup{Title: document.Plain("Toimenpide"), Anchor: s.anchor(), Continued: s.words()}
	if s.yes() {
		lifted := s.brief(labelLetters)
		group.Title = s.name()
		lifted()
	}
	for range 1 + s.pick(5) {
		group.Blocks = append(group.Blocks, s.formRow())
	}
	group.Blocks = append(group.Blocks, s.headed())
	return group
}

// fieldName is another one each time.
func (s *seed) fieldName() string {
	s.fields++
	return fmt.Sprintf("field%d", s.fields)
}

// formRow grows fields, each with a name of its own.
func (s *seed) formRow() document.FormRow {
	var row document.FormRow
	for range s.pick(4) {
		lifted := s.brief(labelLetters)
		field := document.FormField{
			Kind: document.FieldKind(s.pick(3)), Name: s.fieldName(), Label: s.text(), Tooltip: s.said(),
			Lines: s.pick(9), Grows: s.pick(4) == 3, Share: float64(s.pick(4)), Required: s.yes(),
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
			field.Hint = []string{"", "aloittamatta · käynnissä · valmis"}[s.pick(2)]
		case document.CheckField:
			field.Value = []string{"", document.Checked}[s.pick(2)]
		}
		row.Fields = append(row.Fields, field)
	}
	return row
}
