package window

import (
	"strconv"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// saveNow keeps everything typed at once, for those who are used to asking.
func (w *Window) saveNow() {
	if w.page == nil {
		return
	}
	w.tell(w.page.flush())
	w.showSaved()
}

func (w *Window) stepForward() {
	if p, ok := w.page.(stepping); ok {
		p.next()
	}
}

func (w *Window) stepBack() {
	if p, ok := w.page.(stepping); ok {
		p.back()
	}
}

// resizeText makes all text larger or smaller by per cent, or normal for 0.
func (w *Window) resizeText(percent int) {
	now := int(w.textSize()*100 + 0.5)
	wanted := now + percent
	if percent == 0 {
		wanted = 100
	}
	wanted = min(max(wanted, int(theme.TextSizeSmallest*100)), int(theme.TextSizeLargest*100))
	w.change(workflow.SettingTextSize, strconv.Itoa(wanted))
}

// backup makes a backup now and says where it lies.
func (w *Window) backup() {
	if w.page != nil {
		if err := w.page.flush(); err != nil {
			w.tell(err)
			return
		}
	}
	info, err := w.desk.Store().Backup(w.ctx)
	if err != nil {
		w.tell(err)
		return
	}
	w.inform("backup.made", "path", info.Path)
}

// eraseName asks, and erases the name of who is writing here.
func (w *Window) eraseName() {
	name, err := w.desk.Writer(w.ctx)
	switch {
	case err != nil:
		w.tell(err)
		return
	case name == "":
		w.inform("eraseName.none")
		return
	}
	ui.Confirm(w.kit, w.window.Canvas(), w.t("menu.eraseName"), w.t("eraseName.question", "name", name),
		w.t("eraseName.erase"), w.t("action.keep"), func() {
			if err := w.desk.ForgetWriter(w.ctx); err != nil {
				w.tell(err)
				return
			}
			w.inform("eraseName.done")
		})
}
