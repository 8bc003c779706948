package ui

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"tavoitekartta/app/texts"
	"tavoitekartta/assets"
)

func TestChosenLanguageWinsOverTheSystems(t *testing.T) {
	t.Cleanup(func() {
		if err := SetToolkitLanguage(texts.English); err != nil {
			t.Error(err)
		}
	})
	want := map[texts.Language]string{texts.Finnish: "Liitä", texts.Swedish: "Klistra in", texts.English: "Paste"}
	for _, system := range []string{"C", "", "en_US.UTF-8", "fi_FI.UTF-8", "sv_FI.UTF-8", "de_DE.UTF-8", "se_FI.UTF-8", "POSIX", "tlh"} {
		t.Setenv("LC_ALL", system)
		t.Setenv("LANG", system)
		t.Setenv("LANGUAGE", "")
		for _, language := range []texts.Language{texts.Finnish, texts.Swedish, texts.English, texts.Finnish} {
			if err := SetToolkitLanguage(language); err != nil {
				t.Fatalf("system %q, language %s: %v", system, language, err)
			}
			if got := lang.L("Paste"); got != want[language] {
				t.Errorf("system %q, language %s: the menu says %q", system, language, got)
			}
		}
	}
	if err := SetToolkitLanguage("xx"); err == nil {
		t.Error("an unknown language was set")
	}
}

// Every word that Fyne can show stands in our files: its list comes from Fyne's
// own sources, so that a new version cannot bring in words unseen.
func TestEveryWordOfTheToolkitIsTranslated(t *testing.T) {
	folder, err := exec.Command("go", "list", "-f", "{{.Dir}}", "fyne.io/fyne/v2/lang").Output()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(source, &words); err != nil {
		t.Fatal(err)
	}
	for _, language := range texts.Languages() {
		data, err := assets.ToolkitTexts(string(language))
		if err != nil {
			t.Fatal(err)
		}
		var ours map[string]any
		if err := json.Unmarshal(data, &ours); err != nil {
			t.Fatal(err)
		}
		for word := range words {
			if ours[word] == nil || ours[word] == "" {
				t.Errorf("%s lacks %q", language, word)
			}
		}
	}
}
