package text

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean prepares typed or pasted text for keeping. The result is valid UTF-8 in
// normal form C; every kind of newline is "\n" and a tab is a space; control
// characters and those that turn the reading direction of what follows are
// gone; so are spaces at the end of a line and at both ends of the text. Soft
// hyphens, no-break spaces, joiners and direction marks stay: they are writing.
// Cleaning twice changes nothing more.
func Clean(typed string) string {
	typed = strings.ToValidUTF8(typed, "\uFFFD")
	typed = strings.ReplaceAll(typed, "\r\n", "\n")
	typed = strings.Map(cleanRune, typed)
	typed = norm.NFC.String(typed)
	lines := strings.Split(typed, "\n")
	for index, line := range lines {
		lines[index] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// cleanRune returns what a rune becomes, or -1 for none.
func cleanRune(sign rune) rune {
	switch {
	case isNewline(string(sign)):
		return '\n'
	case sign == '\t':
		return ' '
	case unicode.IsControl(sign), turnsDirection(sign), sign == '\uFEFF', isNoncharacter(sign):
		return -1
	}
	return sign
}

// turnsDirection tells the embeddings, overrides and isolates of the
// bidirectional algorithm (UAX #9), which can make text read otherwise than it
// is stored.
func turnsDirection(sign rune) bool {
	return sign >= '\u202A' && sign <= '\u202E' || sign >= '\u2066' && sign <= '\u2069'
}

func isNoncharacter(sign rune) bool {
	return sign&0xFFFE == 0xFFFE || sign >= '\uFDD0' && sign <= '\uFDEF'
}

// SplitPasted tells whether pasted text is a table and returns its cells,
// cleaned, row by row; every row has the same number of cells. Spreadsheets
// and word processors paste a tab between cells and quote a cell that holds a
// tab or newline. Text without tabs is no table: it comes back as one cell.
// Rows without any text are left out.
func SplitPasted(pasted string) (rows [][]string, table bool) {
	if !strings.Contains(strings.Trim(pasted, "\t\r\n "), "\t") {
		if pasted = Clean(pasted); pasted == "" {
			return nil, false
		}
		return [][]string{{pasted}}, false
	}
	pasted = strings.ReplaceAll(strings.ReplaceAll(pasted, "\r\n", "\n"), "\r", "\n")
	row := []string{}
	columns := 0
	for rest, more := pasted, true; more; {
		cell, end, after := cutCell(rest)
		row = append(row, Clean(cell))
		rest, more = after, end != 0
		if end == '\t' {
			continue
		}
		if slices.ContainsFunc(row, func(cell string) bool { return cell != "" }) {
			rows = append(rows, row)
			columns = max(columns, len(row))
		}
		row = []string{}
	}
	for index := range rows {
		rows[index] = append(rows[index], make([]string, columns-len(rows[index]))...)
	}
	return rows, true
}

// cutCell cuts the first cell off. end is the tab or newline after it, zero at
// the end of the text.
func cutCell(text string) (cell string, end byte, rest string) {
	if quoted, end, rest, ok := cutQuotedCell(text); ok {
		return quoted, end, rest
	}
	index := strings.IndexAny(text, "\t\n")
	if index < 0 {
		return text, 0, ""
	}
	return text[:index], text[index], text[index+1:]
}

// cutQuotedCell cuts a cell in quotation marks, inside which a doubled mark
// stands for one. A mark that is never closed at the end of a cell is text.
func cutQuotedCell(text string) (cell string, end byte, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", 0, "", false
	}
	for index := 1; index < len(text); index++ {
		if text[index] != '"' {
			continue
		}
		if strings.HasPrefix(text[index+1:], `"`) {
			index++
			continue
		}
		cell = strings.ReplaceAll(text[1:index], `""`, `"`)
		if index+1 == len(text) {
			return cell, 0, "", true
		}
		if end = text[index+1]; end == '\t' || end == '\n' {
			return cell, end, text[index+2:], true
		}
		return "", 0, "", false
	}
	return "", 0, "", false
}
