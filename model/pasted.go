package model

import (
	"regexp"
	"strings"

	"tavoitekartta/model/text"
)

// PastedBlock is a part of a chapter that pasted text holds.
type PastedBlock struct {
	Role BlockRole
	Body string
}

// How word processors write list items as plain text.
var (
	bulleted = regexp.MustCompile(`^\s*[•·▪●○◦‣⁃*\-–—]\s+`)
	numbered = regexp.MustCompile(`^\s*\(?\d{1,3}[.)]\s+`)
)

// PastedBlocks turns text that was copied elsewhere into parts of a chapter:
// lines with tabs are a table, lines that begin with "–", "•" or the like a
// list, with "1." a numbered list, every other line a paragraph. Text that is
// one paragraph gives one part; nothing gives none.
func PastedBlocks(pasted string) []PastedBlock {
	pasted = strings.ReplaceAll(strings.ReplaceAll(pasted, "\r\n", "\n"), "\r", "\n")
	if rows, table := text.SplitPasted(pasted); table && tabbedThroughout(pasted, len(rows)) {
		return []PastedBlock{{TableBlock, Grid(rows).String()}}
	}
	var blocks []PastedBlock
	for _, line := range strings.Split(pasted, "\n") {
		block, joins := pastedLine(line)
		if block.Body == "" {
			continue
		}
		if last := len(blocks) - 1; joins && last >= 0 && blocks[last].Role == block.Role {
			blocks[last].Body += "\n" + block.Body
			continue
		}
		blocks = append(blocks, block)
	}
	for i, block := range blocks {
		if block.Role.Tabular() {
			blocks[i].Body = ReadGrid(block.Body).String()
		}
	}
	return blocks
}

// tabbedThroughout tells whether the text, which has that many rows as a table,
// is one as a whole. Fewer rows than lines come of quoted cells with line breaks.
func tabbedThroughout(pasted string, rows int) bool {
	lines, tabbed := 0, true
	for _, line := range strings.Split(pasted, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		tabbed = tabbed && isRow(line)
	}
	return tabbed || lines > rows
}

// isRow tells whether the line is a row of a table: it has a tab after its first
// word, which is no mark of a list.
func isRow(line string) bool {
	return strings.Contains(strings.TrimLeft(line, " \t"), "\t") && !startsItem(line)
}

// startsItem tells whether the line is a list item whose mark is parted from
// its text by a tab, as Word copies lists.
func startsItem(line string) bool {
	return strings.Count(line, "\t") == 1 && (bulleted.MatchString(line) || numbered.MatchString(line))
}

// pastedLine reads one line, and whether it goes on with the part before it
// when that is of the same kind.
func pastedLine(line string) (block PastedBlock, joins bool) {
	rest := strings.TrimSpace(line)
	switch {
	case isRow(line):
		return PastedBlock{TableBlock, strings.TrimRight(line, " \t")}, true
	case bulleted.MatchString(rest):
		return PastedBlock{ListBlock, text.Clean(bulleted.ReplaceAllString(rest, ""))}, true
	case numbered.MatchString(rest):
		return PastedBlock{NumberedBlock, text.Clean(numbered.ReplaceAllString(rest, ""))}, true
	}
	return PastedBlock{ParagraphBlock, text.Clean(rest)}, false
}
