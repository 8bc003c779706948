package commands_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"tavoitekartta/app/intake/intaketest"
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
		state := intaketest.Example(t, name)
		if want := intaketest.Describe(state.Programme()); !reflect.DeepEqual(intaketest.Describe(got), want) {
			t.Errorf("%s is shown as\n%+v\nand was\n%+v", name, intaketest.Describe(got), want)
		}
		if got.State != state.Programme().State {
			t.Errorf("%s is shown as %s", name, got.State)
		}
	}
}
