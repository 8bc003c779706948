//go:build !windows

package picture_test

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/pdf"
	"tavoitekartta/reports/picture"
)

// The printed page, drawn by another program, is the judge of the painted one.
func TestAPageLooksAsItIsPrinted(t *testing.T) {
	faces, page := fonts(t), sample()
	painter, err := picture.New(faces)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var file bytes.Buffer
	laid := &layout.Result{Language: "fi", Title: "Sivu", Pages: []layout.Page{page},
		Elements: []layout.Element{{Role: layout.RoleDocument, Parent: -1}}}
	if err := pdf.Write(context.Background(), &file, laid, faces, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "sivu.pdf"), file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	printer := exec.Command("pdftoppm", "-png", "-scale-to-x", "600", "-scale-to-y", "-1", "-singlefile", "sivu.pdf", "sivu")
	printer.Dir = folder
	if out, err := printer.CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, out)
	}
	printed, err := os.Open(filepath.Join(folder, "sivu.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer printed.Close()
	want, err := png.Decode(printed)
	if err != nil {
		t.Fatal(err)
	}
	const columns, rows = 60, 84
	wanted, got := gray(want, columns, rows), gray(painter.Paint(&page, 600), columns, rows)
	sum, worst := 0.0, 0.0
	for i := range wanted {
		difference := wanted[i] - got[i]
		if difference < 0 {
			difference = -difference
		}
		sum += difference
		worst = max(worst, difference)
	}
	if mean := sum / float64(len(wanted)); mean > 0.006 || worst > 0.2 {
		t.Errorf("differs from the printed page by %.4f in the mean, %.3f at the worst square", mean, worst)
	}
}
