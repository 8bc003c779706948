//go:build pictures

package e2e

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"

	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
)

// TestPictures takes docs/pictures from the real window: every screen in Finnish
// and Swedish, light and dark, at 100 and 150 %.
func TestPictures(t *testing.T) {
	folder := flag.Arg(0)
	if folder == "" {
		t.Fatal("name the folder for the pictures after -args")
	}
	program := stage.Build(t, "tavoitekartta", t.TempDir())
	for _, language := range []string{"fi", "sv"} {
		for _, theme := range []string{"light", "dark"} {
			for _, percent := range []int{100, 150} {
				variant := fmt.Sprintf("%s-%s-%d", language, theme, percent)
				t.Run(variant, func(t *testing.T) {
					dataDir := t.TempDir()
					outcome.Ask(t, program, dataDir, "example", "vaasa-2019-2022")
					display := stage.New(t, stage.Laptop)
					window := display.Start(program, stage.Options{
						DataDir: dataDir, Dark: theme == "dark", Percent: percent, Language: language + "_FI",
					})
					for _, scene := range scenes() {
						scene.enter(window)
						display.SaveSettledPicture(filepath.Join(folder, scene.name+"-"+variant+".png"))
					}
					window.Close()
				})
			}
		}
	}
}

// scene is one screen and the way to it from the one before.
type scene struct {
	name  string
	enter func(*stage.Program)
}

func scenes() []scene {
	return []scene{
		{"start", func(p *stage.Program) { p.AwaitScreen("start") }},
	}
}
