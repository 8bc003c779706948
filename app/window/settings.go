package window

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"tavoitekartta/app/native"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// brightnesses are the choices of the theme by their setting.
var brightnesses = map[string]theme.Brightness{
	"":      theme.BrightnessSystem,
	"light": theme.BrightnessLight,
	"dark":  theme.BrightnessDark,
}

// setting returns what the option overrules, else what was kept.
func (w *Window) setting(override, key string) string {
	if override != "" {
		return override
	}
	kept, err := w.desk.Store().Setting(w.ctx, key)
	if err != nil {
		return ""
	}
	return kept
}

// applySettings sets language, theme and text size as kept.
func (w *Window) applySettings() error {
	language := systemLanguage(w.setting(w.options.Language, workflow.SettingLanguage))
	words, err := texts.Load(language)
	if err != nil {
		return err
	}
	w.words = words
	w.kit = ui.NewKit(words)
	if w.window != nil {
		w.kit.SetCanvas(w.window.Canvas())
	}
	if err := ui.SetToolkitLanguage(language); err != nil {
		return err
	}
	w.app.Settings().SetTheme(theme.New(
		brightnesses[w.setting(w.options.Brightness, workflow.SettingTheme)], w.textSize()))
	return nil
}

// systemLanguage returns the language that was chosen, else the first of the
// system's that the interface speaks, else Finnish. On Windows the language of
// the system counts before that of dates and numbers, which is all that the
// toolkit asks for.
func systemLanguage(chosen string) texts.Language {
	wanted := []string{chosen}
	if chosen == "" {
		wanted = append(native.UserLanguages(), string(lang.SystemLocale()))
	}
	for _, name := range wanted {
		for _, l := range texts.Languages() {
			if strings.HasPrefix(name, string(l)) {
				return l
			}
		}
	}
	return texts.Finnish
}

func (w *Window) textSize() float32 {
	if w.options.TextSize > 0 {
		return w.options.TextSize
	}
	percent, err := strconv.Atoi(w.setting("", workflow.SettingTextSize))
	if err != nil || percent == 0 {
		return 1
	}
	return float32(percent) / 100
}

// change keeps a setting and dresses the window anew, the page as it was.
func (w *Window) change(key, value string) {
	if w.page != nil {
		if err := w.page.flush(); err != nil {
			w.tell(err)
			return
		}
	}
	switch key {
	case workflow.SettingLanguage:
		w.options.Language = ""
	case workflow.SettingTheme:
		w.options.Brightness = ""
		w.app.Preferences().SetString(preferenceTheme, value)
	case workflow.SettingTextSize:
		w.options.TextSize = 0
	}
	if err := w.desk.Store().SetSetting(w.ctx, key, value); err != nil {
		w.tell(err)
		return
	}
	if w.page != nil {
		// What is being typed is kept before its field goes.
		w.tell(w.page.flush())
	}
	if err := w.applySettings(); err != nil {
		w.tell(err)
		return
	}
	w.redress()
}

// redress builds the whole window anew; the focus stays where it was.
func (w *Window) redress() {
	at := w.focusedControl()
	w.dress()
	w.rebuild()
	w.focusAgain(at)
}
