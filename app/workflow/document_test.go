package workflow_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/app/workflow"
)

// A file beyond what a document may be is refused by its size, and no memory is taken for it.
func TestADocumentThatIsTooLargeIsNotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := file.Truncate(pdffile.MaxBytes + 1); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = workflow.ReadDocument(file)
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; !errors.Is(err, pdffile.ErrTooLarge) || taken > 1<<20 {
		t.Errorf("%v, with %d bytes taken", err, taken)
	}
}

func TestADocumentIsReadWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if document, err := workflow.ReadDocument(file); err != nil || string(document) != "%PDF-1.7" {
		t.Errorf("%q, %v", document, err)
	}
}
