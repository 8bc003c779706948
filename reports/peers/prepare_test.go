//go:build bench && linux

package peers_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"tavoitekartta/model"
	"tavoitekartta/reports/programme"
	"tavoitekartta/storage"
)

// prepared is a programme of one size as each of the programs reads it.
type prepared struct{ folder string }

func (p prepared) store() string   { return filepath.Join(p.folder, "store") }
func (p prepared) content() string { return filepath.Join(p.folder, "programme.cbor") }
func (p prepared) typst() string   { return filepath.Join(p.folder, "report.typ") }
func (p prepared) writer() string  { return filepath.Join(p.folder, "report.fodt") }
func (p prepared) idFile() string  { return filepath.Join(p.folder, "id") }
func (p prepared) id(t *testing.T) string {
	t.Helper()
	id, err := os.ReadFile(p.idFile())
	must(t, err)
	return string(id)
}

// prepare keeps a programme of so many measures in a data folder, and its
// report as the others read it.
func (p prepared) prepare(t *testing.T, measures int) {
	t.Helper()
	store, err := storage.Open(t.Context(), p.store(), storage.Options{})
	must(t, err)
	state := model.NewState()
	step := state.Begin(model.Writer{Replica: store.Replica(), NextSeq: store.NextSeq(), At: time.Now()})
	id, err := grown(t, measures).Build(step)
	must(t, err)
	must(t, store.Save(t.Context(), state, step.Changes()))
	must(t, store.Close())
	must(t, os.WriteFile(p.idFile(), []byte(id), 0o600))
	whole := state.Programme()
	content, err := whole.CanonicalContent()
	must(t, err)
	must(t, os.WriteFile(p.content(), content, 0o600))
	doc, err := programme.Document(&whole, programme.Options{Languages: []model.Language{model.Finnish}, Today: today()})
	must(t, err)
	must(t, os.WriteFile(p.typst(), typstSource(doc), 0o600))
	must(t, os.WriteFile(p.writer(), writerSource(doc), 0o600))
}

// today stands on the pages of a draft.
func today() model.Date {
	now := time.Now()
	return model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
