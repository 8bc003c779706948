package main

import (
	_ "embed" // the notices and the licence, which stand at the root by custom
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"tavoitekartta/app/crashlog"
	"tavoitekartta/app/native"
	"tavoitekartta/app/window"
)

//go:embed THIRD-PARTY-NOTICES.md
var notices string

//go:embed LICENSE
var licence string

// commitLength is how many digits of a commit tell it from all others.
const commitLength = 12

// about is what the window's page about the program tells.
func (d *desktop) about() window.About {
	about := window.About{
		System: native.System(), Notices: notices, Licence: licence,
		UsualFolder: d.wanted.Usual, Repaired: d.repaired, Told: d.toldOfCrash,
	}
	if build, known := debug.ReadBuildInfo(); known {
		readBuild(&about, build)
	}
	about.Crash, _ = crashlog.Last(d.wanted.Folder)
	_, about.NewCrash = crashlog.Read(d.wanted.Folder)
	return about
}

// toldOfCrash notes that the newest report of a crash was told.
func (d *desktop) toldOfCrash() {
	if err := crashlog.MarkShown(d.wanted.Folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// readBuild takes the versions that Go has written into the program. The commit
// is there only when it was built from a repository with -buildvcs.
func readBuild(about *window.About, build *debug.BuildInfo) {
	about.Go = strings.TrimPrefix(build.GoVersion, "go")
	for _, module := range build.Deps {
		switch module.Path {
		case "fyne.io/fyne/v2":
			about.Fyne = module.Version
		case "github.com/dgraph-io/badger/v4":
			about.Badger = module.Version
		}
	}
	for _, setting := range build.Settings {
		switch setting.Key {
		case "vcs.revision":
			about.Commit = setting.Value[:min(commitLength, len(setting.Value))]
		case "vcs.time":
			about.Built = setting.Value[:min(len("2006-01-02"), len(setting.Value))]
		}
	}
}
