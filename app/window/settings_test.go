package window

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/colour"
)

func TestEveryOfferedColourCarriesWhiteText(t *testing.T) {
	for _, preset := range presetColours {
		value := preset.value
		if value == "" {
			value = usualColour
		}
		if c, err := colour.Parse(value); err != nil || colour.Contrast(c, colour.White) < colour.ForText {
			t.Errorf("%s: %v, %v", preset.name, c, err)
		}
	}
}

func (p person) identity() workflow.Identity {
	p.Helper()
	identity, err := p.window.desk.Identity(context.Background())
	must(p, err)
	return identity
}

func TestTheMunicipalityShowsItself(t *testing.T) {
	p, _ := withExample(t, "fi")
	p.window.openSettings()
	p.window.page.(*settingsPage).choose(2)
	p.fill("settings.municipalityName.fi", "Esimerkkikunta")
	p.fill("settings.municipalityName.sv", "Exempelkommun")
	must(t, p.window.page.flush())
	p.wants("name", p.identity().Name, model.Text{Fi: "Esimerkkikunta", Sv: "Exempelkommun"})

	path := filepath.Join(t.TempDir(), "vaakuna.png")
	var picture bytes.Buffer
	must(t, png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 40, 50))))
	must(t, os.WriteFile(path, picture.Bytes(), 0o600))
	p.fill("settings.crestFile", path)
	p.tap("settings.crestTake")
	if len(p.identity().Crest) == 0 {
		t.Fatal("the crest is not kept")
	}
	must(t, os.Remove(path))
	p.window.goHome()
	p.tells("Esimerkkikunta")
	p.window.newProgramme()
	p.wants("owner", p.window.page.(*newProgrammePage).answers.Owner.Sv, "Exempelkommun")

	p.window.openSettings()
	p.window.page.(*settingsPage).choose(2)
	p.tap("settings.crestRemove")
	if p.identity().Crest != nil {
		t.Error("the crest is still kept")
	}
}

func TestTheSampleShowsWhetherTheTextIsLightOrDark(t *testing.T) {
	p, _ := withExample(t, "sv")
	p.window.openSettings()
	p.window.page.(*settingsPage).choose(2)
	p.fill("settings.ownColour", "sininen")
	p.tap("settings.colourTake")
	p.wants("problem", p.problemOf("settings.ownColour"), p.window.t("settings.colourMalformed"))
	p.wants("kept", p.identity().Colour, "")
	for _, c := range []struct{ typed, key, contrast string }{
		{"#0000FF", "settings.contrast", "8,6"}, {"#FFFF00", "settings.contrastDark", "14,3"},
		{"#808080", "settings.contrastDark", "5,3"}, {"#FFFFFF", "settings.contrastDark", "15,4"}, {"#000000", "settings.contrast", "21,0"},
	} {
		p.fill("settings.ownColour", c.typed)
		p.tap("settings.colourTake")
		p.wants("kept", p.identity().Colour, c.typed)
		if words := p.window.t(c.key, "contrast", c.contrast); !p.shows(words) {
			t.Errorf("%s is not told: %q", c.typed, words)
		}
	}
}

func TestAPictureThatIsNoneIsToldAtItsField(t *testing.T) {
	p, _ := withExample(t, "fi")
	p.window.openSettings()
	p.window.page.(*settingsPage).choose(2)
	path := filepath.Join(t.TempDir(), "vaakuna.svg")
	must(t, os.WriteFile(path, []byte("<svg/>"), 0o600))
	for typed, key := range map[string]string{path: "error.crestFormat", "": "care.fileMissing", path + "x": "error.file.missing"} {
		p.fill("settings.crestFile", typed)
		p.tap("settings.crestTake")
		p.wants("problem", p.problemOf("settings.crestFile"), p.window.t(key, "file", filepath.Base(typed)))
	}
}

func TestSettingsTakeEffectAtOnceAndStay(t *testing.T) {
	p, _ := withExample(t, "fi")
	p.window.openSettings()
	p.choose1(p.window.t("welcome.language")+": På svenska", workflow.SettingLanguage, "sv")
	p.wants("word", p.window.t("settings.title"), "Inställningar")
	p.choose1(p.window.t("settings.textSize")+": 125 %", workflow.SettingTextSize, "125")
	p.wants("size", p.window.textSize(), float32(1.25))
	p.choose1(p.window.t("settings.theme")+": "+p.window.t("menu.dark"), workflow.SettingTheme, "dark")
	p.window.page.(*settingsPage).choose(1)
	p.fill("welcome.writer", "ordförande")
	must(t, p.window.page.flush())
	writer, err := p.window.desk.Writer(context.Background())
	must(t, err)
	p.wants("writer", writer, "ordförande")
}

// choose1 presses a chip and looks what was kept.
func (p person) choose1(label, setting, want string) {
	p.Helper()
	p.labelled(label).(interface{ Press() }).Press()
	kept, err := p.store.Setting(context.Background(), setting)
	must(p, err)
	p.wants(setting, kept, want)
}
