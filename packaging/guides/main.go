// Guides makes the user guides: what stands in docs/guides as Markdown becomes
// PDF, laid out and painted as the program's own reports are.
//
//	go run ./packaging/guides dist/guides
//
// A guide is called <name>.<language>.md, and its PDF <name>.<language>.pdf.
// Their bytes depend on the sources and on SOURCE_DATE_EPOCH alone.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"tavoitekartta/assets"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/pdf"
)

// sources is where the guides stand, from the module's root.
const sources = "docs/guides"

// epochVariable says which moment the files carry (reproducible-builds.org).
const epochVariable = "SOURCE_DATE_EPOCH"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: guides FOLDER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1], os.Getenv(epochVariable)); err != nil {
		fmt.Fprintln(os.Stderr, "guides:", err)
		os.Exit(1)
	}
}

// run makes all guides into a folder.
func run(ctx context.Context, folder, epoch string) error {
	created, err := moment(epoch)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("make the folder of the guides: %w", err)
	}
	for _, g := range guides() {
		printed, pages, err := g.print(ctx, sources, created)
		if err != nil {
			return err
		}
		path := filepath.Join(folder, g.file("pdf"))
		if err := os.WriteFile(path, printed, 0o644); err != nil {
			return fmt.Errorf("write guide: %w", err)
		}
		fmt.Printf("%s: %d %s, %d kB\n", path, pages, pageWord(pages), len(printed)/1000)
	}
	return nil
}

func pageWord(pages int) string {
	if pages == 1 {
		return "page"
	}
	return "pages"
}

// moment reads seconds since 1970; without any the files carry its beginning,
// so that two builds are alike.
func moment(epoch string) (time.Time, error) {
	if epoch == "" {
		return time.Unix(0, 0).UTC(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("read %s: %w", epochVariable, err)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// print returns a guide as PDF and its number of pages.
func (g guide) print(ctx context.Context, folder string, created time.Time) ([]byte, int, error) {
	doc, err := g.document(folder)
	if err != nil {
		return nil, 0, fmt.Errorf("guide %s: %w", g.file("md"), err)
	}
	laid, faces, err := lay(ctx, doc)
	if err != nil {
		return nil, 0, fmt.Errorf("guide %s: %w", g.file("md"), err)
	}
	var out bytes.Buffer
	if err := pdf.Write(ctx, &out, laid, faces, pdf.Options{Created: created, Producer: "Tavoitekartta"}); err != nil {
		return nil, 0, fmt.Errorf("guide %s: %w", g.file("md"), err)
	}
	return out.Bytes(), len(laid.Pages), nil
}

// lay sets a guide in the fonts of the reports.
func lay(ctx context.Context, doc document.Document) (*layout.Result, layout.Faces, error) {
	faces, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		return nil, layout.Faces{}, err
	}
	laid, err := layout.Document(ctx, doc, faces)
	return laid, faces, err
}
