package window

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// preview shows the pages of a document before it is made: the very pages that
// are printed, laid out and painted beside the window. A place on a page leads
// to where it is written.
type preview struct {
	w      *Window
	of     previewed
	pages  []workflow.Page
	at     int
	zoom   zoom
	failed bool

	painted  map[painting]image.Image
	begun    map[painting]bool
	recently []painting // of the large ones, the newest last

	picture *ui.PagePicture
	small   *ui.Thumbnails
	count   *ui.Label
	scroll  *container.Scroll
	jump    *ui.Button
	tools   []fyne.CanvasObject // of no use without a page
}

// previewed is what a preview shows: another document or another state of the
// programme is laid out anew.
type previewed struct {
	programme *model.Programme // as it is read: every step has a reading of its own
	order     string
}

// painting is a page at a width in pixels, as a thumbnail or large.
type painting struct {
	page, width int
	large       bool
}

// zoom is how large a page is shown.
type zoom int

// The zooms. Usual is the whole page, and its width in a narrow window, where
// nobody could read it otherwise.
const (
	zoomUsual zoom = iota
	zoomWhole
	zoomWidth
)

// wide tells whether the page is as wide as the room, not whole in it.
func (v *preview) wide() bool {
	return v.zoom == zoomWidth || v.zoom == zoomUsual && v.w.frame.narrow
}

// largeKept is how many large pictures of pages are kept.
const largeKept = 6

func newPreview(w *Window) *preview {
	return &preview{w: w, painted: map[painting]image.Image{}, begun: map[painting]bool{}}
}

// show lays the document out, unless that is done already.
func (v *preview) show(order workflow.ReportOrder, variation workflow.Variation) {
	of := previewed{v.w.work.Programme(), fmt.Sprint(order, variation)}
	if of == v.of {
		v.fill()
		return
	}
	v.of, v.pages, v.failed = of, nil, false
	v.painted, v.begun, v.recently = map[painting]image.Image{}, map[painting]bool{}, nil
	prepared, err := v.w.work.PreparePreview(v.w.ctx, order)
	if err != nil {
		v.failed = true
		v.w.tell(err)
		return
	}
	prepared.Vary(variation)
	v.fill()
	var pages []workflow.Page
	v.w.beside(func() { pages, err = prepared.Pages() }, func() {
		if v.of != of {
			return
		}
		if v.failed = err != nil; v.failed {
			v.w.tell(err)
		}
		v.pages, v.at = pages, min(v.at, max(0, len(pages)-1))
		v.fill()
	})
}

// refuse shows no page: the document cannot be made.
func (v *preview) refuse() {
	v.of, v.pages, v.failed = previewed{}, nil, true
	v.fill()
}

// content builds the preview: the pages' thumbnails, above the chosen page what
// turns and enlarges it.
func (v *preview) content() fyne.CanvasObject {
	w := v.w
	v.picture, v.small = ui.NewPagePicture(w.kit), ui.NewThumbnails(w.kit)
	v.picture.OnTurn, v.picture.OnPress = v.turn, v.press
	v.small.OnChoose = func(page int) { v.open(page) }
	v.count = ui.NewLine("", theme.TextSecondary, theme.ColorMuted, false)
	back := ui.NewIconButton(w.kit, ui.IconChevronLeft, w.t("reports.pageBack"), func() { v.turn(-1) })
	forward := ui.NewIconButton(w.kit, ui.IconChevronRight, w.t("reports.pageNext"), func() { v.turn(1) })
	size := ui.NewSegmentedControl(w.kit, w.t("reports.zoom"), w.t("reports.wholePage"), w.t("reports.pageWidth"))
	size.SetChosen(map[bool]int{false: 0, true: 1}[v.wide()])
	size.OnChanged = func(i int) {
		v.zoom = []zoom{zoomWhole, zoomWidth}[i]
		v.scroll.Content.Refresh()
		v.scroll.Refresh()
	}
	v.jump = ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.jump"), v.offerJumps).WithIcon(ui.IconContents).Compact()
	v.tools = []fyne.CanvasObject{back, forward, size, v.jump}
	turning := ui.NewRow("", nil, back, v.count, forward)
	bar := ui.NewWrap(theme.Space8, theme.Space4, turning, size, v.jump)
	v.scroll = ui.NewScroll(w.kit, container.New(&previewLayout{v}, v.picture))
	body := container.New(&previewParts{}, v.small, v.scroll)
	if w.frame.narrow {
		body = container.NewStack(v.scroll)
	}
	return container.New(&wizardLayout{}, ui.NewInset(theme.Space8, theme.Space12, theme.Space4, theme.Space8, bar), body, container.NewWithoutLayout())
}

// fill shows the pages that there are.
func (v *preview) fill() {
	if v.picture == nil {
		return
	}
	w := v.w
	name := func(page int) string { return w.t("reports.pageOf", "page", page+1, "pages", len(v.pages)) }
	if len(v.pages) == 0 {
		words := w.t("reports.layingOut")
		if v.failed {
			words = w.t("reports.noPreview")
		}
		v.count.SetText(words)
		v.picture.Set(297.0/210, nil, words, "")
		v.small.Set(0, 297.0/210, nil, nil)
		v.small.Hide()
		v.showTools(!v.failed)
		return
	}
	v.showTools(true)
	page := v.pages[v.at]
	v.count.SetText(name(v.at))
	v.picture.Set(page.Ratio(), func(pixels int) image.Image { return v.paint(painting{v.at, pixels, true}) }, name(v.at), page.Words())
	v.small.Set(len(v.pages), page.Ratio(), func(page, pixels int) image.Image { return v.paint(painting{page, pixels, false}) }, name)
	v.small.Choose(v.at)
	v.small.Show()
}

// showTools shows the sheet and what turns and enlarges it, or hides it where
// there will be no page.
func (v *preview) showTools(shown bool) {
	for _, tool := range append(v.tools, v.picture) {
		if shown {
			tool.Show()
		} else {
			tool.Hide()
		}
	}
}

// paint returns a page's picture, or a white sheet while it is being painted
// beside the window.
func (v *preview) paint(wanted painting) image.Image {
	if picture, done := v.painted[wanted]; done {
		return picture
	}
	if !v.begun[wanted] && wanted.page < len(v.pages) {
		v.begun[wanted] = true
		page, of := v.pages[wanted.page], v.of
		var picture image.Image
		v.w.beside(func() { picture = page.Picture(wanted.width) }, func() {
			if v.of != of {
				return
			}
			v.keep(wanted, picture)
			if wanted.large {
				v.picture.Repaint()
			} else {
				v.small.Repaint()
			}
		})
	}
	return image.NewUniform(color.White)
}

// keep remembers a picture; of the large ones the last few.
func (v *preview) keep(p painting, picture image.Image) {
	v.painted[p] = picture
	if !p.large {
		return
	}
	v.recently = append(v.recently, p)
	if len(v.recently) > largeKept {
		oldest := v.recently[0]
		v.recently = v.recently[1:]
		delete(v.painted, oldest)
		delete(v.begun, oldest)
	}
}

// turn goes some pages on or back.
func (v *preview) turn(by int) { v.open(v.at + by) }

func (v *preview) open(page int) {
	if page < 0 || page >= len(v.pages) {
		return
	}
	v.at = page
	v.scroll.ScrollToTop()
	v.fill()
}

// press goes to where the thing at a place of the page is written.
func (v *preview) press(x, y float32) {
	if v.at >= len(v.pages) {
		return
	}
	for _, area := range v.pages[v.at].Areas() {
		if float64(y) >= area.Y && float64(y) <= area.Y+area.Height && float64(x) >= area.X-0.02 && float64(x) <= area.X+area.Width+0.02 {
			v.w.openElement(area.Subject)
			return
		}
	}
	v.w.inform("reports.nothingThere")
}

// offerJumps lists what the page speaks of; choosing goes to where it is
// written.
func (v *preview) offerJumps() {
	w := v.w
	var items []*fyne.MenuItem
	if v.at < len(v.pages) {
		for _, area := range v.pages[v.at].Areas() {
			what, _, _ := w.whatAndWhere(area.Subject)
			if strings.TrimSpace(what) != "" {
				items = append(items, fyne.NewMenuItem(shortened(what), func() { w.openElement(area.Subject) }))
			}
		}
	}
	if len(items) == 0 {
		w.inform("reports.nothingOnPage")
		return
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", slices.Clip(items)...), w.window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, v.jump.Size().Height), v.jump)
	w.window.Canvas().Focus(menu)
}

// previewParts sets the thumbnails at the left of the page.
type previewParts struct{}

func (*previewParts) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := objects[0].MinSize().Width
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[0].Move(fyne.Position{})
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
}

func (*previewParts) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width+200, 200)
}

// previewLayout gives the page the width at which it is whole in the scroller's
// view, or all of the view's width.
type previewLayout struct{ preview *preview }

func (l *previewLayout) width() float32 {
	v := l.preview
	if v.scroll == nil {
		return 200
	}
	view := v.scroll.Size()
	if v.wide() || view.Height <= 0 {
		return view.Width
	}
	per := v.picture.HeightFor(1000) / 1000
	return min(view.Width, view.Height/per)
}

func (l *previewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := l.width()
	objects[0].Resize(fyne.NewSize(width, l.preview.picture.HeightFor(width)))
	objects[0].Move(fyne.NewPos(max(0, (size.Width-width)/2), 0))
}

func (l *previewLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := l.width()
	return fyne.NewSize(0, l.preview.picture.HeightFor(width))
}
