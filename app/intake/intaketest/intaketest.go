// Package intaketest builds the program's examples for tests.
package intaketest

import (
	"bytes"
	"testing"
	"time"

	"tavoitekartta/app/intake"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// Example returns the state of an example as the program takes it in; names are
// those of [assets.Examples].
func Example(t testing.TB, name string) *model.State {
	t.Helper()
	return Build(t, Description(t, name))
}

// Description reads an example of [assets.Examples].
func Description(t testing.TB, name string) intake.Description {
	t.Helper()
	data, err := assets.Example(name)
	if err != nil {
		t.Fatal(err)
	}
	described, err := intake.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return described
}

// Build writes a description into an empty state.
func Build(t testing.TB, described intake.Description) *model.State {
	t.Helper()
	state := model.NewState()
	step := state.Begin(model.Writer{Replica: "e9jq0v39cdgj2", NextSeq: 1, At: time.UnixMilli(1_700_000_000_000)})
	if _, err := described.Build(step); err != nil {
		t.Fatal(err)
	}
	return state
}
