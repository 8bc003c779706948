//go:build pictures

package e2e

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
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
					words, err := texts.Load(texts.Language(language))
					if err != nil {
						t.Fatal(err)
					}
					window := display.Start(program, stage.Options{
						DataDir: dataDir, Dark: theme == "dark", Percent: percent, Language: language + "_FI",
					})
					for _, scene := range scenes() {
						scene.enter(window, words)
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
	enter func(*stage.Program, *texts.Catalogue)
}

func scenes() []scene {
	return []scene{
		{"welcome", func(p *stage.Program, _ *texts.Catalogue) { p.AwaitScreen("welcome") }},
		{"start", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("welcome.begin"))
			p.Press("Return")
			p.AwaitScreen("start")
		}},
		{"new-programme", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("ctrl+n")
			p.Await("the wizard of a new programme", func(s stage.State) bool { return strings.HasPrefix(s.Screen, "new") })
		}},
		{"contents", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("ctrl+o")
			p.AwaitScreen("start")
			p.Press("Return") // the programme worked on last has the focus
			p.Await("the contents", func(s stage.State) bool { return strings.HasPrefix(s.Screen, "contents") })
		}},
		{"approval", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+2")
			p.AwaitScreen("decision")
		}},
		{"reports", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+3")
			p.AwaitScreen("reports")
		}},
	}
}
