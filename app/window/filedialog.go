package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"tavoitekartta/app/ui"
)

// chooseFile asks for a file that is to be read, beginning in a folder, or in
// the folder for documents for "". Endings (".xlsx") narrow what is shown.
func (w *Window) chooseFile(from string, then func(file string), endings ...string) {
	pick := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		w.tell(err)
		if err != nil || file == nil {
			return
		}
		path := file.URI().Path()
		_ = file.Close() // only its name was wanted
		then(path)
	}, w.window)
	if len(endings) > 0 {
		pick.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	if from == "" || from == "." {
		from = documentsFolder()
	}
	showPicker(pick, from)
}

// chooseFolder asks for a folder, beginning with one. Fyne's dialog for saving
// would empty a file that is there already, before anything is made.
func (w *Window) chooseFolder(from string, then func(folder string)) {
	showPicker(dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		w.tell(err)
		if err == nil && folder != nil {
			then(folder.Path())
		}
	}, w.window), from)
}

func showPicker(pick *dialog.FileDialog, from string) {
	if folder, err := storage.ListerForURI(storage.NewFileURI(from)); err == nil {
		pick.SetLocation(folder)
	}
	pick.Show()
	pick.Resize(fyne.NewSize(800, 560)) // before Show it would end the program (fyne v2.8.1, dialog/file.go)
}

// intoFile writes into the file that a field names: what is wrong with its name
// is said there, and an existing file is replaced when the person means it.
func (w *Window) intoFile(path *ui.Field, target targetFile, wrong string, write func(targetFile)) {
	if wrong != "" {
		path.SetError(w.t(wrong))
		path.Focus()
		w.kit.Reveal(path)
		return
	}
	if !target.exists() {
		write(target)
		return
	}
	ui.Confirm(w.kit, w.window.Canvas(), w.t("reports.replace"), w.t("reports.replaceQuestion", "file", target.name()),
		w.t("reports.replace"), w.t("action.keep"), func() { write(target) })
}
