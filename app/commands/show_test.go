package commands_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"tavoitekartta/app/intake"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// What is taken in is given back by "show --json", to the last vote and motion.
func TestEveryExampleIsShownAsItWasTakenIn(t *testing.T) {
	for _, name := range assets.Examples() {
		d := newDesk(t)
		loaded := strings.Fields(d.give("--data-dir", d.dir, "example", name).out)
		shown := d.give("--data-dir", d.dir, "show", loaded[len(loaded)-1], "--json")
		var got model.Programme
		if err := json.Unmarshal([]byte(shown.out), &got); err != nil {
			t.Fatalf("%s: %v in %q", name, err, shown.out+shown.complaint)
		}
		data, err := assets.Example(name)
		if err != nil {
			t.Fatal(err)
		}
		described, err := intake.Read(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		state := model.NewState()
		if _, err := described.Build(state.Begin(model.Writer{Replica: "0000000000009", NextSeq: 1})); err != nil {
			t.Fatal(err)
		}
		if want := intake.Describe(state.Programme()); !reflect.DeepEqual(intake.Describe(got), want) {
			t.Errorf("%s is shown as\n%+v\nand was\n%+v", name, intake.Describe(got), want)
		}
		if got.State != state.Programme().State {
			t.Errorf("%s is shown as %s", name, got.State)
		}
	}
}
