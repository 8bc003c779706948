package window

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tavoitekartta/app/texts"
)

func TestAGuideOpensInTheLanguageOfTheWindow(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	opened := ""
	p.window.options.OpenFile = func(path string) error { opened = path; return nil }
	p.window.options.GuideFile = func(name, language string) string { return "/guides/" + name + "." + language + ".pdf" }
	p.window.openGuide("coordinator")
	p.wants("opened", opened, "/guides/coordinator.fi.pdf")

	p.window.options.OpenFile = func(string) error { return errors.New("no viewer") }
	p.window.openGuide("it")
	p.wants("told without a viewer", p.window.notice.key, "error.noViewer")
}

func TestAProgramWithoutGuidesSaysWhereTheyComeFrom(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.options.OpenFile = func(string) error { t.Error("something was opened"); return nil }
	for _, find := range []func(name, language string) string{nil, func(string, string) string { return "" }} {
		p.window.options.GuideFile = find
		p.window.notice = nil
		p.window.openGuide("it")
		if p.window.notice == nil || p.window.notice.key != "guide.missing" {
			t.Errorf("told: %+v", p.window.notice)
		}
	}
}

// TestEveryGuideOfTheMenuIsWritten holds the menu against the guides' sources.
func TestEveryGuideOfTheMenuIsWritten(t *testing.T) {
	for _, guide := range guides {
		for _, language := range texts.Languages() {
			path := filepath.Join("../../docs/guides", guide.name+"."+string(language)+".md")
			if _, err := os.Stat(path); err != nil {
				t.Error(err)
			}
		}
	}
}
