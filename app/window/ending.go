package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// ending is an unexpected end of the program before this start, of which the start
// page tells once.
type ending struct {
	saved workflow.LastSaved
	told  bool // the card has been on the screen
}

// readEnding looks whether the program came to an unexpected end: by a crash,
// which has left a report, or by a kill or a power cut, which the folder shows.
func (w *Window) readEnding() *ending {
	unclean, err := w.desk.EndedUnexpectedly(w.ctx)
	if err != nil {
		fyne.LogError("look for an unexpected end", err)
	}
	if !unclean && !w.options.About.NewCrash {
		return nil
	}
	saved, err := w.desk.LastSaved(w.ctx)
	if err != nil {
		fyne.LogError("look for the last change", err)
	}
	if saved.Programme == "" && !w.options.About.NewCrash {
		return nil // nothing had been written
	}
	return &ending{saved: saved}
}

// toldOfEnding notes that the person has been told: the next start says nothing of it.
func (w *Window) toldOfEnding() {
	if w.ending.told {
		return
	}
	w.ending.told = true
	if err := w.desk.ToldOfEnding(w.ctx); err != nil {
		fyne.LogError("note that the end was told", err)
	}
	if w.options.About.Told != nil {
		w.options.About.Told()
	}
}

// endingCard tells of the unexpected end, nil when there was none, and returns the
// control in it that gets the focus: the page begins with the card in sight.
func (w *Window) endingCard() (fyne.CanvasObject, fyne.Focusable) {
	if w.ending == nil {
		return nil, nil
	}
	w.toldOfEnding()
	saved := w.ending.saved
	words := ui.NewColumn(theme.Space4, ui.NewBoldLabel(w.t("ending.title"), theme.TextSubhead))
	say := func(key string, arguments ...any) { words.Add(ui.NewLabel(w.t(key, arguments...), theme.TextBody)) }
	if w.options.About.NewCrash {
		say("ending.crashed", "when", w.moment(w.options.About.Crash.Ended))
	} else {
		say("ending.killed")
	}
	if saved.Programme == "" {
		say("ending.nothing")
	} else {
		say("ending.saved", "when", w.moment(saved.At))
		w.addPlace(words, saved)
		say("ending.lost")
	}
	var buttons []fyne.CanvasObject
	if saved.Programme != "" {
		buttons = append(buttons, ui.NewButton(w.kit, ui.ButtonPrimary, w.t("ending.open"), func() {
			w.openProgramme(saved.Programme)
		}).WithTrailingIcon(ui.IconArrowRight))
	}
	buttons = append(buttons,
		ui.NewButton(w.kit, ui.ButtonSecondary, w.t("ending.support"), func() { w.openAbout(aboutSupport) }),
		ui.NewButton(w.kit, ui.ButtonQuiet, w.t("action.close"), func() {
			w.ending = nil
			w.rebuild()
			w.kit.Focus(w.page.first())
		}))
	card := ui.NewColumn(theme.Space8, ui.NewFlush(words), ui.NewWrap(theme.Space8, theme.Space8, buttons...))
	return ui.NewFlush(w.panel(card)), buttons[0].(fyne.Focusable)
}

// addPlace names the goal and the programme that were changed last.
func (w *Window) addPlace(words *fyne.Container, saved workflow.LastSaved) {
	interfaceLanguage := model.Language(w.words.Language())
	title, language := saved.Title.Best(interfaceLanguage, saved.Language)
	if title == "" {
		title, language = w.t("programme.untitled"), interfaceLanguage
	}
	if within, of := saved.Within.Best(interfaceLanguage, saved.Language); within != "" {
		label := ui.NewBoldLabel(within, theme.TextBody)
		label.Language = string(of)
		words.Add(label)
	}
	label := ui.NewMutedLabel(title, theme.TextSecondary)
	label.Language = string(language)
	words.Add(label)
}
