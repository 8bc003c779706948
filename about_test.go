package main

import (
	"runtime/debug"
	"strings"
	"testing"

	"tavoitekartta/app/licences"
	"tavoitekartta/app/window"
)

func TestTheProgramCarriesItsLicences(t *testing.T) {
	if !strings.Contains(licence, "EUROPEAN UNION PUBLIC LICENCE v. 1.2") {
		t.Errorf("our licence begins with %.60q", licence)
	}
	if _, err := licences.Read(notices); err != nil {
		t.Error(err)
	}
}

func TestVersionsAreReadFromTheBuild(t *testing.T) {
	var about window.About
	readBuild(&about, &debug.BuildInfo{
		GoVersion: "go1.26.8",
		Deps:      []*debug.Module{{Path: "fyne.io/fyne/v2", Version: "v2.8.1"}, {Path: "github.com/dgraph-io/badger/v4", Version: "v4.9.6"}},
		Settings:  []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.time", Value: "2026-11-22T10:00:00Z"}},
	})
	if about.Go != "1.26.8" || about.Fyne != "v2.8.1" || about.Badger != "v4.9.6" || about.Commit != "0123456789ab" || about.Built != "2026-11-22" {
		t.Errorf("%+v", about)
	}
}
