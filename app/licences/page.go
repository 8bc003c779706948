package licences

import (
	"errors"
	"strings"
)

// ErrMalformed says that a page is not one that packaging/notices wrote.
var ErrMalformed = errors.New("malformed page of notices")

// Component is one piece of others' work in the program.
type Component struct {
	Name    string
	Version string // "" for fonts and the like
	Licence string // names of its licences: "BSD-3-Clause, OFL-1.1"
	Texts   []Text
}

// Text is a licence as its author wrote it.
type Text struct {
	File string // relative to the component
	Body string // lines ended by "\n", none at the end
}

// The marks of the page.
const (
	tableBegin  = "|---|---|---|"
	textHeading = "### "
	textIndent  = "    "
)

// Read reads a page, in its order. It returns ErrMalformed for any other text and
// for a component without a licence text.
func Read(page string) ([]Component, error) {
	table, texts, found := strings.Cut(page, "\n"+textHeading)
	if !found {
		return nil, ErrMalformed
	}
	components, at := readTable(table)
	for section := range strings.SplitSeq(texts, "\n"+textHeading) {
		owners, body, _ := strings.Cut(section, "\n")
		text := outdented(body)
		for owner := range strings.SplitSeq(strings.TrimSuffix(owners, ")"), "), ") {
			name, file, named := strings.Cut(owner, " (")
			index, known := at[name]
			if !named || !known {
				return nil, ErrMalformed
			}
			components[index].Texts = append(components[index].Texts, Text{file, text})
		}
	}
	for _, c := range components {
		if len(c.Texts) == 0 {
			return nil, ErrMalformed
		}
	}
	return components, nil
}

// readTable reads the components, and where each name stands among them.
func readTable(page string) (components []Component, at map[string]int) {
	at = map[string]int{}
	_, rows, _ := strings.Cut(page, tableBegin+"\n")
	for row := range strings.SplitSeq(rows, "\n") {
		cells := strings.Split(row, "|")
		if len(cells) != 5 {
			break // behind the table
		}
		c := Component{
			Name: strings.TrimSpace(cells[1]), Version: strings.TrimSpace(cells[2]), Licence: strings.TrimSpace(cells[3]),
		}
		at[c.Name] = len(components)
		components = append(components, c)
	}
	return components, at
}

// outdented takes away what sets a text off.
func outdented(block string) string {
	lines := strings.Split(strings.Trim(block, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, textIndent)
	}
	return strings.Join(lines, "\n")
}

// Matches tells whether a component has all words in its name, version or
// licences, whatever their case.
func (c Component) Matches(words string) bool {
	whole := strings.ToLower(c.Name + " " + c.Version + " " + c.Licence)
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		if !strings.Contains(whole, word) {
			return false
		}
	}
	return true
}
