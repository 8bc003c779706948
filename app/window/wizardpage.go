package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// wizardFoot is the foot of a page with steps: Back, where the person is, Next.
type wizardFoot struct {
	back   string
	onBack func()
	step   string
	next   string
	onNext func()
}

// wizardPage lays a page out: the steps above, the content scrolling, the foot
// always in sight. Steps and content are at most width pixels wide at text size 1.
func (w *Window) wizardPage(steps *ui.StepHeader, content fyne.CanvasObject, foot wizardFoot, width float32) fyne.CanvasObject {
	steps.SetNarrow(w.frame.narrow)
	top := container.New(&readingLayout{width: width * w.scale()}, ui.NewInset(theme.Space12, w.margin(), "", w.margin(), steps))
	return container.New(&wizardLayout{}, top, w.readingPage(content, width), w.foot(foot))
}

// readingPage is a scrolling page whose content is at most width pixels wide at
// text size 1, its margins included.
func (w *Window) readingPage(content fyne.CanvasObject, width float32) fyne.CanvasObject {
	return ui.NewScroll(w.kit, container.New(&readingLayout{width: width * w.scale()}, ui.NewMargin(w.margin(), content)))
}

// margin is the room at the page's sides, the same as [ui.Page] has: controls and
// the buttons of the foot stand flush with it on every page.
func (w *Window) margin() fyne.ThemeSizeName {
	if w.frame.narrow {
		return theme.Space12
	}
	return theme.PageSide
}

// bandBelowHead sets what stays in sight above a page's content on the ground of
// the foot.
func (w *Window) bandBelowHead(content fyne.CanvasObject) fyne.CanvasObject {
	room := canvas.NewRectangle(fynetheme.Color(theme.ColorSurface))
	return container.New(&stackLayout{}, room, container.NewBorder(nil, w.line(), nil, nil), content)
}

func (w *Window) foot(f wizardFoot) fyne.CanvasObject {
	back := ui.NewButton(w.kit, ui.ButtonSecondary, f.back, f.onBack).WithIcon(ui.IconArrowLeft)
	next := ui.NewButton(w.kit, ui.ButtonPrimary, f.next, f.onNext).WithTrailingIcon(ui.IconArrowRight)
	w.frame.next = next
	step := ui.NewLine(f.step, theme.TextSecondary, theme.ColorMuted, false)
	room := canvas.NewRectangle(fynetheme.Color(theme.ColorSurface))
	filler := container.NewWithoutLayout()
	row := ui.NewRow(theme.Space16, filler, back, filler, step, next)
	return container.NewStack(room, container.NewBorder(w.line(), nil, nil, nil,
		ui.NewInset(theme.Space8, w.margin(), theme.Space8, w.margin(), row)))
}

// wizardLayout sets the first object on top, the last at the bottom, and gives
// the middle one the rest.
type wizardLayout struct{}

func (*wizardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := ui.HeightFor(objects[0], size.Width)
	bottom := objects[2].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-top-bottom)))
	objects[1].Move(fyne.NewPos(0, top))
	objects[2].Resize(fyne.NewSize(size.Width, bottom))
	objects[2].Move(fyne.NewPos(0, size.Height-bottom))
}

func (*wizardLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 300) }
