package pdf_test

import (
	"strings"
	"testing"

	"tavoitekartta/reports/document"
)

func fields() document.Block {
	return document.FormRow{Fields: []document.FormField{
		{Name: "a:remark", Label: document.Plain("Anmärkning"), Tooltip: "Åtgärden: anmärkning", Lines: 3, Value: "Kursen pågår"},
		{Kind: document.ChoiceField, Name: "a:status", Label: document.Plain("Läge"), Tooltip: "Åtgärden: läge", Value: "underWay", Required: true,
			Choices: []document.FieldChoice{{Value: "", Words: "– välj –"}, {Value: "underWay", Words: "pågår"}}},
		{Kind: document.CheckField, Name: "a:done", Label: document.Plain("Förverkligad"), Tooltip: "Mätaren: förverkligad", Value: document.Checked},
	}}
}

func TestFieldsHaveNameWordsValueAndAppearance(t *testing.T) {
	text := unpacked(t, write(t, fields()))
	for _, want := range []string{
		"/T (a:remark)", "/T (a:status)", "/T (a:done)", "/FT /Tx", "/FT /Ch", "/FT /Btn", "/Ff 4096", "/Ff 131074",
		"/V (underWay)", "/V /On /AS /On", "/NeedAppearances false", "/S /Form", "/Tx BMC", "/Opt [[() ", "/OBJR",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
	if strings.Count(text, "/StructParent ") != 3 {
		t.Errorf("%d fields belong to elements", strings.Count(text, "/StructParent "))
	}
}

// A person types what nobody drew: the font must hold it.
func TestFieldsTakeEveryLetterOfLatinLanguages(t *testing.T) {
	text := unpacked(t, write(t, fields()))
	_, table, _ := strings.Cut(text, "begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	if !strings.Contains(table, "<0100> <017F> <0100>") {
		t.Errorf("Latin Extended-A is not in the font:\n%.400s", table)
	}
	if strings.Contains(text, "alphabet") {
		t.Error("the alphabet is left on the page")
	}
}

func TestAFileWithoutFieldsHasNoFormAndNoFurtherLetters(t *testing.T) {
	text := unpacked(t, write(t, document.Paragraph{Text: document.Plain("Text")}))
	if strings.Contains(text, "/AcroForm") || strings.Contains(text, "<0100> <017F>") {
		t.Error("a file without fields carries a form")
	}
}

func TestASignatureFieldIsUnsignedAndBelongsToItsElement(t *testing.T) {
	text := unpacked(t, write(t, document.SignatureLines{
		Parties: []document.Signatory{
			{Name: document.Plain("Ordförande"), Field: &document.FormField{Kind: document.SignatureField, Name: "Ordförande", Tooltip: "Underskriftsfält: Å"}},
			{Name: document.Plain("Sekreterare")},
		},
		Lines: []document.SignatureLine{{Words: "Ort"}, {Words: "Underskrift", For: document.ForSignature}},
	}))
	words := "<FEFF0055006E006400650072007300" // the tooltip's beginning
	for _, want := range []string{
		"/Subtype /Widget /FT /Sig /F 4 /Rect [", "/T <FEFF004F0072006400660", "/TU " + words, "/Contents " + words, "/AP <</N ", "/StructParent ",
		"/S /Form", "/OBJR", "/SigFlags 1 ", "/NeedAppearances false", "/Tabs /S", "/DR <</Font <</NotoSans ", "<0100> <017F> <0100>",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
	if strings.Count(text, "/FT /Sig") != 1 {
		t.Errorf("%d fields, want that of the one who has one", strings.Count(text, "/FT /Sig"))
	}
	for _, never := range []string{"/Type /Sig", "/ByteRange", "/V <", "/DocMDP"} {
		if strings.Contains(text, never) {
			t.Errorf("an unsigned file holds %q", never)
		}
	}
}
