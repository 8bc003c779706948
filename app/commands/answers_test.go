package commands_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

func TestAnswersComeBackInAWorksheet(t *testing.T) {
	d := newDesk(t)
	id := d.example()
	var p model.Programme
	if err := json.Unmarshal([]byte(d.done("show", id, "--json")), &p); err != nil {
		t.Fatal(err)
	}
	measure, body := p.Sections[0].Goals[0].Measures[0], p.Bodies[0]
	field := "measure:" + string(measure.ID) + ":" + string(body.ID) + ":"
	pdf := worktest.FilledForm(map[string]string{
		"worksheet:programme": id, "worksheet:year": "2020", "worksheet-answerer-" + string(body.ID): "suunnittelija",
		"worksheet-until-" + string(body.ID): "31.1.2021", "worksheet-until-" + string(body.ID) + "-sv": " 31.1.2021 ",
		field + "status": "underWay", field + "remark": "Kurssit on pidetty.\nSyksyllä jatkuu.",
	})
	if err := os.WriteFile(filepath.Join(d.dir, "vastaus.pdf"), pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out := d.done("import-answers", "vastaus.pdf", "--preview")
	for _, want := range []string{
		measure.Number + ", " + body.Name.Fi + ": – -> Käynnissä; Kurssit on pidetty. / Syksyllä jatkuu.", "toimenpiteen tila: ", "Vastaajan asema: suunnittelija",
		"Lomakkeeseen merkitty palautuspäivä: 31.1.2021\n",
		"1 vastaus vuodelta 2020 otettaisiin. Mitään ei ole muutettu.",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("previewed without %q as %q", want, out)
		}
	}
	if strings.Count(out, "31.1.2021") != 1 {
		t.Errorf("the day of return is told twice: %q", out)
	}
	if shown := d.done("show", id, "--json"); strings.Contains(shown, "underWay") {
		t.Error("the preview has written")
	}
	if out = d.done("import-answers", "vastaus.pdf"); !strings.Contains(out, "1 vastaus vuodelta 2020 otettu.") {
		t.Errorf("said %q", out)
	}
	if shown := d.done("show", id, "--json"); !strings.Contains(shown, "underWay") || !strings.Contains(shown, "Syksyllä jatkuu.") {
		t.Error("the answer is not in the programme")
	}
}
