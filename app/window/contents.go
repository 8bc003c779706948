package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// The steps in which a goal is written.
const (
	stepGoal = iota
	stepMeasures
	stepResponsible
	stepIndicators
	stepReview
	contentsSteps
)

// contentsStepNames name the steps, for journeys and for the texts "step.…".
var contentsStepNames = [contentsSteps]string{"goal", "measures", "bodies", "indicators", "review"}

// contentsPage is the contents of a programme: at the left its sections and
// goals, beside them the five steps in which the chosen goal is written.
type contentsPage struct {
	editor
	at       place
	pane     *contentsPane
	paneOpen bool // in a narrow window

	targets   map[model.EntityID]targetMode // how an indicator's target is being given
	otherTime map[model.EntityID]bool       // measures whose time is being written in words
	choosing  map[model.EntityID]bool       // indicators whose kind is being chosen
	adding    model.EntityID                // the measure to which a body is being added
	warned    map[int]bool                  // steps whose missing parts have been shown

	root  *fyne.Container
	main  *fyne.Container
	steps *ui.StepHeader
}

func newContentsPage(w *Window, at place) *contentsPage {
	p := &contentsPage{
		at: at, otherTime: map[model.EntityID]bool{}, choosing: map[model.EntityID]bool{},
		targets: map[model.EntityID]targetMode{}, warned: map[int]bool{},
	}
	p.editor = newEditor(w, p, "contents")
	p.at.Step = min(max(at.Step, 0), contentsSteps-1)
	return p
}

func (p *contentsPage) name() string {
	switch p.kind() {
	case model.KindGoal:
		return "contents/" + contentsStepNames[p.at.Step]
	case model.KindSection:
		return "contents/section"
	}
	return "contents"
}

func (p *contentsPage) place() place { return p.at }

// flush keeps what has been typed and not yet kept.
func (p *editor) flush() error { return p.draft.flush() }

// first returns the control with which a person begins on the page: on an empty
// list the button that adds to it, and where a goal is only read the way on.
func (p *contentsPage) first() fyne.Focusable {
	for _, key := range []string{p.start, "add"} {
		if control, ok := p.keys[key]; ok {
			return control
		}
	}
	if p.readOnly() && p.kind() == model.KindGoal {
		return p.w.frame.next
	}
	return nil
}

// kind returns what is chosen: a goal, a section or, for "", nothing.
func (p *contentsPage) kind() model.Kind {
	state := p.w.work.State()
	if e := state.Element(p.at.Element); e != nil && state.Present(p.at.Element) {
		return e.Kind
	}
	return ""
}

// settle chooses what stands above the chosen element when that has been
// removed or put aside.
func (p *contentsPage) settle() {
	state := p.w.work.State()
	for p.at.Element != "" && (!state.Present(p.at.Element) || state.Element(p.at.Element).Value(model.FieldAside).Bool()) {
		p.at.Element = state.Parent(p.at.Element)
	}
	if kind := p.kind(); kind != model.KindGoal && kind != model.KindSection {
		p.at.Element = ""
	}
}

// goal returns the chosen goal and its section, which may be nil.
func (p *contentsPage) goal() (*model.Goal, *model.Section) {
	return p.w.work.Programme().Goal(p.at.Element)
}

// readOnly tells whether the content can only be looked at.
func (p *editor) readOnly() bool { return p.w.work.ReadOnly() }

// content builds the page anew.
func (p *contentsPage) content() fyne.CanvasObject {
	p.settle()
	p.main = container.NewStack()
	if p.pane == nil || p.pane.kit != p.w.kit || p.pane.readOnly != p.readOnly() {
		p.pane = newContentsPane(p)
	}
	p.scroll = nil
	p.fill()
	// The order is that of Tab, and in a narrow window that of drawing.
	parts := []fyne.CanvasObject{p.pane.root, p.main}
	if p.w.frame.narrow {
		parts = []fyne.CanvasObject{p.main, p.pane.root}
	}
	line := upright()
	p.root = container.New(&contentsLayout{page: p, line: line}, append(parts, line)...)
	return p.root
}

// show builds what stands beside the pane anew and leaves the keyboard where
// it was, or puts it at a key when one is given.
func (p *contentsPage) show(focus ...string) {
	p.settle()
	lost := p.buildAnew(func() {
		p.fill()
		p.pane.fill()
	}, focus...)
	if lost && p.first() != nil {
		p.focusNow(p.first())
	}
}

// fill builds what stands beside the pane.
func (p *contentsPage) fill() {
	p.keys, p.updates, p.start = map[string]fyne.Focusable{}, nil, ""
	p.steps = nil
	var page fyne.CanvasObject
	switch p.kind() {
	case model.KindGoal:
		page = p.wizard()
	case model.KindSection:
		page = p.scrolling(p.sectionPage())
	default:
		page = p.scrolling(p.overview())
	}
	p.main.Objects = []fyne.CanvasObject{page}
	p.main.Refresh()
	p.freshen()
}

// freshen brings what follows from a text up to date: rows, marks, counts.
func (p *contentsPage) freshen() {
	for _, update := range p.updates {
		update()
	}
	p.pane.fill()
}

// relaid lays out anew what has grown or shrunk.
func (p *contentsPage) relaid() { p.main.Refresh() }

// scrolling puts content into the page's scroller, which keeps its place when
// the same page is built anew.
func (p *editor) scrolling(content fyne.CanvasObject) fyne.CanvasObject {
	margin := p.w.margin()
	inner := ui.NewInset(theme.Space8, margin, theme.Space16, margin, content)
	if p.scroll == nil {
		p.body = container.New(&flowLayout{editor: p}, inner)
		p.scroll = ui.NewScroll(p.w.kit, p.body)
		return p.scroll
	}
	p.body.Objects = []fyne.CanvasObject{inner}
	p.body.Refresh()
	p.scroll.Refresh()
	return p.scroll
}

// flowLayout gives a scrolled content the height that the scroller's width asks
// for, which is known before the content is laid out.
type flowLayout struct{ editor *editor }

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, object := range objects {
		object.Resize(size)
		object.Move(fyne.Position{})
	}
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width, height := float32(0), float32(0)
	if l.editor.scroll != nil {
		width = l.editor.scroll.Size().Width
	}
	for _, object := range objects {
		height = max(height, ui.HeightFor(object, width))
	}
	return fyne.NewSize(0, height)
}

// go to an element and step, with everything typed kept.
func (p *contentsPage) choose(id model.EntityID, step int, focus ...string) {
	if err := p.flush(); err != nil {
		p.w.tell(err)
		return
	}
	p.paneOpen = false
	if p.at.Element != id || p.at.Step != step {
		p.warned, p.problems = map[int]bool{}, map[string]string{}
		p.scroll, p.adding = nil, ""
	}
	p.at.Element, p.at.Step = id, step
	p.w.window.Canvas().Unfocus()
	p.show(focus...)
	if len(focus) == 0 && p.first() != nil {
		p.focusNow(p.first())
	}
	p.w.rememberPlace()
	p.root.Refresh()
}

// edit keeps what is typed, makes one step on the programme and shows it.
func (p *editor) edit(change func(*model.Step) error, focus ...string) bool {
	if err := p.flush(); err != nil {
		p.w.tell(err)
		return false
	}
	done := p.w.edit(change)
	p.page.show(focus...)
	return done
}

// togglePane opens or closes the side pane where it has no room of its own.
func (p *contentsPage) togglePane() {
	p.paneOpen = !p.paneOpen
	p.root.Refresh()
	if p.paneOpen {
		p.w.window.Canvas().Focus(p.pane.search.Focusable())
		return
	}
	if p.first() != nil {
		p.focusNow(p.first())
	}
}

// contentsPaneWidth is the width of the side pane in pixels at text size 1.
const contentsPaneWidth = 340

// contentsLayout places the main part, the pane and the line between them. In
// a narrow window the pane lies over the main part while it is open.
type contentsLayout struct {
	page *contentsPage
	line fyne.CanvasObject
}

func (l *contentsLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	main, pane, line := l.page.main, l.page.pane.root, l.line
	width := min(contentsPaneWidth*l.page.w.scale(), size.Width)
	narrow := l.page.w.frame.narrow
	if narrow && !l.page.paneOpen {
		pane.Hide()
		line.Hide()
	} else {
		pane.Show()
		line.Show()
	}
	left := width
	if narrow {
		left = 0
	}
	main.Move(fyne.NewPos(left, 0))
	main.Resize(fyne.NewSize(size.Width-left, size.Height))
	pane.Move(fyne.Position{})
	pane.Resize(fyne.NewSize(width-1, size.Height))
	line.Move(fyne.NewPos(width-1, 0))
	line.Resize(fyne.NewSize(1, size.Height))
}

func (l *contentsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 300) }

// inContents returns what does something on the contents page, or tells that it
// is done there.
func (w *Window) inContents(do func(*contentsPage)) func() {
	return func() {
		p, there := w.page.(*contentsPage)
		if !there {
			w.inform("contents.onlyThere")
			return
		}
		do(p)
	}
}

// onGoal tells whether a goal is chosen, and tells the person when none is.
func (p *contentsPage) onGoal() bool {
	if p.kind() == model.KindGoal {
		return true
	}
	p.w.inform("contents.chooseGoal")
	return false
}

// stuck keeps what is typed and tells whether that failed.
func (p *editor) stuck() bool {
	err := p.flush()
	p.w.tell(err)
	return err != nil
}
