package outcome

import (
	"fmt"
	"os/exec"
	"strings"
	"unicode"
)

// PaperText is the text of the PDF at path, cell by cell in the order in which
// it was drawn.
func PaperText(path string) (string, error) {
	text, err := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		return "", fmt.Errorf("read the text of %s: %w", path, err)
	}
	return string(text), nil
}

// Missing lists those of the texts that the paper does not say. Line breaks and
// the hyphens that they bring do not count; every letter does.
func Missing(paper string, texts []string) []string {
	said := squeeze(paper)
	var missing []string
	for _, text := range texts {
		if !strings.Contains(said, squeeze(text)) {
			missing = append(missing, text)
		}
	}
	return missing
}

// squeeze leaves out what breaking lines adds or takes away.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == '-' || r == '\u2010' {
			return -1
		}
		return r
	}, text)
}
