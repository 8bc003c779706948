package reports_test

import (
	"testing"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
)

// What a document carries is the whole programme that it was made of.
func TestADocumentCarriesTheProgrammeThatItWasMadeOf(t *testing.T) {
	for _, example := range assets.Examples() {
		for _, kind := range []string{"programme", "approved"} {
			p := exampleOf(t, example)
			if kind == "approved" && !p.State.Locked() {
				p.State = model.Approved
			}
			o := options(model.Finnish)
			o.Kind = kind
			data, err := pdffile.Attachment(render(t, p, o), interchange.FileName)
			if err != nil {
				t.Fatalf("%s %s: %v", example, kind, err)
			}
			file, err := interchange.Decode(data)
			if err != nil {
				t.Fatalf("%s %s: %v", example, kind, err)
			}
			if file.Kind != kind || !interchange.Same(&file.Programme, &p) {
				t.Errorf("%s %s: the data are not those of the programme", example, kind)
			}
		}
	}
}
