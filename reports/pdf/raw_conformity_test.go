//go:build conformity

package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports/conformity"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// The judge is not asleep: the file of the same report as gofpdf leaves it
// fails, and it passes once it is finished.
func TestAReportThatIsNotFinishedFails(t *testing.T) {
	faces, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	p := intaketest.Example(t, "vaasa-2019-2022").Programme()
	document, err := programme.Document(&p, programme.Options{Languages: []model.Language{model.Finnish}})
	if err != nil {
		t.Fatal(err)
	}
	result, err := layout.Document(t.Context(), document, faces)
	if err != nil {
		t.Fatal(err)
	}
	painter := newPainter(result, faces, Options{})
	raw, err := painter.paint(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	finished, err := painter.finish(raw, Options{})
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for name, file := range map[string][]byte{"raw.pdf": raw, "finished.pdf": finished} {
		if err := os.WriteFile(filepath.Join(folder, name), file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, flavour := range []string{conformity.Accessible, conformity.Archive3} {
		verdicts := conformity.Judge(t, flavour, folder)
		if verdicts["raw.pdf"] == "" || verdicts["finished.pdf"] != "" {
			t.Errorf("%s: the raw file %q, the finished one %q", flavour, verdicts["raw.pdf"], verdicts["finished.pdf"])
		}
		t.Logf("%s: the file of gofpdf alone %s", flavour, verdicts["raw.pdf"])
	}
}
