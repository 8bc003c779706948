package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// ErrUnexpectedFile is returned when the PDF writer's output is not built as
// this package knows it.
var ErrUnexpectedFile = errors.New("unexpected structure of the pdf")

// finish adds what gofpdf cannot say to the catalogue: the language, and that
// the title is shown instead of the file's name. The catalogue is gofpdf's
// last object, so only the place of the cross-reference table moves.
func finish(file []byte, language string) ([]byte, error) {
	const catalogue = "/Type /Catalog\n"
	at := bytes.LastIndex(file, []byte(catalogue))
	trailer := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 || trailer < at {
		return nil, fmt.Errorf("find catalogue: %w", ErrUnexpectedFile)
	}
	digits := file[trailer+len("startxref\n"):]
	length := bytes.IndexByte(digits, '\n')
	if length < 0 {
		return nil, fmt.Errorf("find cross-reference table: %w", ErrUnexpectedFile)
	}
	table, err := strconv.Atoi(string(digits[:length]))
	if err != nil || table < at {
		return nil, fmt.Errorf("read place of cross-reference table: %w", ErrUnexpectedFile)
	}
	addition := "/Lang (" + language + ")\n/ViewerPreferences <</DisplayDocTitle true>>\n"
	at += len(catalogue)
	var out bytes.Buffer
	out.Grow(len(file) + len(addition) + 8)
	out.Write(file[:at])
	out.WriteString(addition)
	out.Write(file[at : trailer+len("startxref\n")])
	out.WriteString(strconv.Itoa(table + len(addition)))
	out.Write(digits[length:])
	return out.Bytes(), nil
}
