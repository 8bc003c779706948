package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/workflow"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

func openDesk(t *testing.T, folder string) *workflow.Desk {
	t.Helper()
	desk, closeFolder, err := newFolders().Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := closeFolder(); err != nil {
			t.Error(err)
		}
	})
	return desk
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestEverythingMovesToASecondDataFolder(t *testing.T) {
	first := openDesk(t, filepath.Join(t.TempDir(), "ensimmäinen"))
	must(t, first.Introduce(t.Context(), "sihteeri"))
	must(t, first.Store().SetSetting(t.Context(), workflow.SettingMunicipality+"fi", "Esimerkkikunta"))
	data, err := assets.Example("kouvola-2019-2022") // approved, with its version
	must(t, err)
	described, err := intake.Read(bytes.NewReader(data))
	must(t, err)
	work, err := first.Create(t.Context(), func(st *model.Step) error {
		_, err := described.Build(st)
		return err
	})
	must(t, err)
	stick := filepath.Join(t.TempDir(), "muutto.tkbackup")
	_, err = first.Export(t.Context(), stick, "kolme sanaa 7", true)
	must(t, err)

	second := openDesk(t, filepath.Join(t.TempDir(), "toinen"))
	if _, err := second.Unpack(t.Context(), stick, "väärä"); err == nil {
		t.Fatal("opened with another passphrase")
	} else if key, args := second.Sentence(err); key != "error.file.passphrase" || args["file"] != "muutto.tkbackup" {
		t.Error(key, args)
	}
	opened, err := second.Unpack(t.Context(), stick, "kolme sanaa 7")
	must(t, err)
	defer func() { must(t, opened.Close()) }()
	holdings, err := second.Compare(t.Context(), opened)
	must(t, err)
	if len(holdings) != 1 || holdings[0].Relation != workflow.OnlyFile {
		t.Fatalf("%+v", holdings)
	}
	_, err = second.Take(t.Context(), opened, holdings[0].Programme)
	must(t, err)
	moved, err := second.Open(t.Context(), work.ID())
	must(t, err)
	writer, err := second.Writer(t.Context())
	must(t, err)
	identity, err := second.Identity(t.Context())
	must(t, err)
	if moved.State().Digest() != work.State().Digest() || writer != "sihteeri" || identity.Name.Fi != "Esimerkkikunta" {
		t.Errorf("writer %q, %+v", writer, identity)
	}
	if second.Store().Replica() == first.Store().Replica() {
		t.Error("the second folder goes on under the id of the first")
	}
}

func TestWhereNothingCanBeWrittenIsToldAsSuch(t *testing.T) {
	desk := openDesk(t, filepath.Join(t.TempDir(), "tiedot"))
	folder := filepath.Join(t.TempDir(), "lukittu")
	must(t, os.Mkdir(folder, 0o500))
	if os.Geteuid() == 0 {
		folder = "/proc/1" // nothing stops the administrator elsewhere
	}
	_, err := desk.Export(t.Context(), filepath.Join(folder, "kopio.tkbackup"), "", false)
	var file *workflow.FileError
	if !errors.As(err, &file) {
		t.Fatal(err)
	}
	if key, _ := desk.Sentence(err); key != "error.file.readOnly" && key != "error.file.unwritten" && key != "error.file.noSpace" {
		t.Errorf("it says %s", key)
	}
}
