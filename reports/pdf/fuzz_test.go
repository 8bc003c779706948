package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"tavoitekartta/reports/anydocument"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/pdf"
)

// FuzzFile writes files of trees of any blocks and any texts.
func FuzzFile(f *testing.F) {
	for kind := range byte(26) {
		f.Add([]byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, kind, 7, 5, 2, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 3, 3, 39, 1, 2}, kind)
	}
	for n := range uint64(30) {
		random := rand.New(rand.NewPCG(n, 2))
		grown := make([]byte, 20+random.IntN(400))
		for i := range grown {
			grown[i] = byte(random.Uint32())
		}
		f.Add(grown, byte(n))
	}
	set := faces(f)
	f.Fuzz(func(t *testing.T, grown []byte, conformance byte) {
		result, err := layout.Document(context.Background(), anydocument.Grow(grown), set)
		if err != nil {
			t.Fatal(err)
		}
		options := pdf.Options{
			Created: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC), Producer: "Tavoitekartta",
			Conformance: pdf.Conformance(conformance % 3),
		}
		if conformance&8 != 0 {
			options.Attachment = &pdf.Attachment{Name: "programme.json", MediaType: "application/json", Description: "data", Data: grown}
		}
		var file bytes.Buffer
		err = pdf.Write(context.Background(), &file, result, set, options)
		if len(result.Pages) == 0 && errors.Is(err, pdf.ErrUnexpectedFile) {
			return // gofpdf writes no file without a page
		}
		if err != nil {
			t.Fatal(err)
		}
		sound(file.Bytes(), result, t.Errorf)
	})
}
