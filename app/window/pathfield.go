package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// pathField asks for a file, typed or chosen.
type pathField struct {
	*ui.Field
	w      *Window
	choose *ui.Button
}

// pathInput is what a path field remembers while its page is built anew.
type pathInput struct {
	typed   string
	problem string // the sentence below it
}

// newPathField returns a field for a file that will be read, or with toWrite for
// one that will be written. Input keeps what is typed; suggested stands in the
// field until then.
func (w *Window) newPathField(label, hint string, input *pathInput, suggested string, toWrite bool) *pathField {
	f := &pathField{Field: ui.NewField(w.kit, label).WithHint(hint).WithLimit(1000), w: w}
	if input.typed == "" {
		input.typed = suggested
	}
	f.SetText(input.typed)
	f.SetError(input.problem)
	f.OnChanged = func(typed string) {
		input.typed, input.problem = typed, ""
		f.SetError("")
	}
	f.choose = ui.NewButton(w.kit, ui.ButtonSecondary, w.t("file.choose"), func() {
		if toWrite {
			w.chooseFolder(filepath.Dir(input.typed), func(folder string) {
				input.typed = filepath.Join(folder, filepath.Base(input.typed))
				w.rebuild()
			})
			return
		}
		w.chooseFile(filepath.Dir(input.typed), func(file string) {
			input.typed, input.problem = file, ""
			w.rebuild()
		})
	}).WithIcon(ui.IconFolder)
	return f
}

// object is the field with its button.
func (f *pathField) object() fyne.CanvasObject {
	return ui.NewColumn(theme.Space4, f.Field, ui.NewRow(theme.Space8, nil, f.choose))
}

// readPath reads the name of a file that is to be read, as typed; one without a
// folder lies in the folder for documents.
func readPath(typed string) (path string, given bool) {
	path = strings.Trim(strings.TrimSpace(typed), `"`) // as copied from Windows' file manager
	if path == "" {
		return "", false
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(documentsFolder(), path)
	}
	return filepath.Clean(path), true
}
