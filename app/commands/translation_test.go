package commands_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTextsGoToATranslatorAndComeBack(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	out := d.done("export-translation", id, "--to", "sv", "--out", "ruotsiksi.xlf")
	if !strings.Contains(out, "tekstiä kirjoitettu tiedostoon ruotsiksi.xlf.") {
		t.Errorf("said %q", out)
	}
	path := filepath.Join(d.dir, "ruotsiksi.xlf")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// The translator fills in the first text, with another number.
	first := strings.Index(string(content), "</source>")
	filled := string(content[:first]) + "</source><target>99 texter</target>" + string(content[first+len("</source>"):])
	if err := os.WriteFile(path, []byte(filled), 0o600); err != nil {
		t.Fatal(err)
	}
	out = d.done("import-translation", id, "ruotsiksi.xlf", "--preview")
	if !strings.Contains(out, "-> 99 texter") || !strings.Contains(out, "käännöksessä 99") || !strings.Contains(out, "1 käännös otettaisiin. Mitään ei ole muutettu.") {
		t.Errorf("previewed as %q", out)
	}
	if shown := d.done("show", id, "--json"); strings.Contains(shown, "99 texter") {
		t.Error("the preview has written")
	}
	if out = d.done("import-translation", id, "ruotsiksi.xlf"); !strings.Contains(out, "1 käännös otettu.") {
		t.Errorf("said %q", out)
	}
	if shown := d.done("show", id, "--json"); !strings.Contains(shown, "99 texter") {
		t.Error("the translation is not in the programme")
	}
	d.done("export-translation", id, "--to", "sv", "--out", "kaikki.xlsx", "--all")
	if out = d.done("import-translation", id, "kaikki.xlsx"); !strings.Contains(out, "0 käännöstä otettu.") {
		t.Errorf("taken in as it was sent: %q", out)
	}
}
