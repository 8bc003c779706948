package ui

import (
	"time"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Words gives the texts of the interface by key, with pairs of placeholder name
// and value; texts.Catalogue is one.
type Words interface {
	T(key string, arguments ...any) string
}

// Kit is what the controls of one window share: the words of the interface, the
// scrollers that follow the focus, and the layers above the content on which
// lists and tips are drawn. A control is given the kit when it is made.
type Kit struct {
	words   Words
	canvas  fyne.Canvas
	scrolls []weak.Pointer[container.Scroll]
	layers  []*fyne.Container // the window's, then one for each open dialog
	dialogs []*Dialog         // open, the topmost last
	made    []fyne.Focusable  // while Controls builds
	noting  bool

	onEscape func() bool                        // when no dialog is open
	onKey    func(key fyne.KeyName) (done bool) // of the window, before the control's own
}

// NewKit returns the kit of a window whose interface speaks the words. The
// window's content is stacked under Layer.
func NewKit(words Words) *Kit {
	return &Kit{
		words:  words,
		layers: []*fyne.Container{container.NewWithoutLayout()},
	}
}

// Words returns the words of the interface.
func (k *Kit) Words() Words { return k.words }

// SetCanvas names the window's canvas, so that the focus can be set before the
// first frame is drawn.
func (k *Kit) SetCanvas(canvas fyne.Canvas) { k.canvas = canvas }

// Layer returns what is stacked above the window's content:
//
//	window.SetContent(container.NewStack(content, kit.Layer()))
//
// Suggestions and tips are drawn there. They are not Fyne overlays because an
// overlay takes the focus from the entry that the person is typing in.
func (k *Kit) Layer() fyne.CanvasObject { return k.layers[0] }

func (k *Kit) topLayer() *fyne.Container { return k.layers[len(k.layers)-1] }

// float shows an object on the top layer under an anchor, or above it when
// there is more room. It returns what removes the object again.
func (k *Kit) float(object, anchor fyne.CanvasObject, size fyne.Size) func() {
	layer := k.topLayer()
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(anchor).Subtract(driver.AbsolutePositionForObject(layer))
	corner := top.AddXY(0, anchor.Size().Height)
	if space := layer.Size(); !space.IsZero() {
		below, above := space.Height-corner.Y, top.Y
		if below < size.Height && above > below {
			size.Height = min(size.Height, above)
			corner.Y = top.Y - size.Height
		}
		size.Height = min(size.Height, space.Height-corner.Y)
		size.Width = min(size.Width, space.Width)
		corner.X = max(0, min(corner.X, space.Width-size.Width))
	}
	object.Resize(size)
	object.Move(corner)
	layer.Add(object)
	return func() { layer.Remove(object) }
}

// OnEscape sets what Escape does when no dialog is open and the control that has
// the focus has no use for the key; closed tells whether it did anything.
func (k *Kit) OnEscape(closed func() bool) { k.onEscape = closed }

// OnKey sets what a key does in every control, before the control's own meaning
// of it. Fyne gives keys without Ctrl or Alt to the control that has the focus
// alone, not to the main menu: F1 is such a key.
func (k *Kit) OnKey(done func(key fyne.KeyName) bool) { k.onKey = done }

// Typed does what a key does in every control and tells whether it does anything;
// while a dialog is open it does nothing.
func (k *Kit) Typed(key fyne.KeyName) bool {
	return len(k.dialogs) == 0 && k.onKey != nil && k.onKey(key)
}

// escape does what Escape does when the control that has the focus has no use
// for it: it cancels the topmost dialog. It tells whether there was one.
func (k *Kit) escape() bool {
	if len(k.dialogs) == 0 {
		return k.onEscape != nil && k.onEscape()
	}
	k.dialogs[len(k.dialogs)-1].Cancel()
	return true
}

// enter does what Enter does in a field of one line: within a dialog it presses
// the primary button. It tells whether there was one.
func (k *Kit) enter() bool {
	if len(k.dialogs) == 0 {
		return false
	}
	k.dialogs[len(k.dialogs)-1].Accept()
	return true
}

// NewScroll returns a vertical scroller that brings into view whichever of the
// kit's controls inside it gets the focus.
func NewScroll(kit *Kit, content fyne.CanvasObject) *container.Scroll {
	scroll := container.NewVScroll(content)
	kit.scrolls = append(kit.scrolls, weak.Make(scroll))
	return scroll
}

// Reveal scrolls each of the kit's scrollers so far that the object is seen.
// Widgets call it when they get the focus: Fyne moves the focus with Tab and
// leaves the scroll offset alone.
func (k *Kit) Reveal(object fyne.CanvasObject) {
	if canvasOf(object) == nil {
		k.revealWhenDrawn(object)
		return
	}
	for _, scroll := range k.scrollsAround(object) {
		bringIntoView(scroll, object)
	}
}

// drawnWithin is how long an object that was put on the canvas may wait for its
// first frame.
const drawnWithin = time.Second

// revealWhenDrawn reveals an object after its first frame: only then does Fyne
// know where it stands.
func (k *Kit) revealWhenDrawn(object fyne.CanvasObject) {
	frames := &fyne.Animation{Duration: drawnWithin}
	frames.Tick = func(float32) {
		if canvasOf(object) == nil {
			return
		}
		frames.Stop()
		k.Reveal(object)
	}
	frames.Start()
}

// revealFocused scrolls so far that the control inside it that has the focus is
// seen.
func (k *Kit) revealFocused(scroll *container.Scroll) {
	canvas := canvasOf(scroll)
	if canvas == nil {
		return
	}
	control, ok := canvas.Focused().(fyne.CanvasObject)
	if !ok {
		return
	}
	if entry, ok := control.(*textEntry); ok {
		control = entry.whole
	}
	if movesWith(control, scroll.Content) {
		bringIntoView(scroll, control)
	}
}

// scrollsAround returns the kit's scrollers that hold an object, and forgets
// those that are gone.
func (k *Kit) scrollsAround(object fyne.CanvasObject) []*container.Scroll {
	var around []*container.Scroll
	alive := k.scrolls[:0]
	for _, pointer := range k.scrolls {
		scroll := pointer.Value()
		if scroll == nil {
			continue
		}
		alive = append(alive, pointer)
		if scroll.Content != nil && scroll.Visible() && movesWith(object, scroll.Content) {
			around = append(around, scroll)
		}
	}
	k.scrolls = alive
	return around
}

// movesWith tells whether an object is inside a content. Fyne's objects do not
// know their parents, so the content is moved and moved back.
func movesWith(object, content fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	home := content.Position()
	before := driver.AbsolutePositionForObject(object)
	content.Move(home.AddXY(0, 1))
	after := driver.AbsolutePositionForObject(object)
	content.Move(home)
	return before != after
}

func bringIntoView(scroll *container.Scroll, object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	space := fynetheme.Size(theme.Space12)
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(scroll).Y
	// What has just come to say what is wrong with it is still as low as before.
	bottom := top + max(object.Size().Height, HeightFor(object, object.Size().Width))
	offset := scroll.Offset
	switch height := scroll.Size().Height; {
	case top < 0 || bottom-top > height-2*space:
		offset.Y += top - space
	case bottom > height:
		offset.Y += bottom - height + space
	default:
		return
	}
	furthest := max(0, scroll.Content.Size().Height-scroll.Size().Height)
	offset.Y = max(0, min(offset.Y, furthest))
	scroll.ScrollToOffset(offset)
}

// canvasOf returns the canvas on which an object stands, or nil.
func canvasOf(object fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(object)
}

// Focus gives the focus to a control of the window, also to one that was put
// there just now: Fyne learns of an object's canvas at the next frame alone.
func (k *Kit) Focus(control fyne.Focusable) {
	object, ok := control.(fyne.CanvasObject)
	if !ok {
		return
	}
	for _, target := range []fyne.Canvas{canvasOf(object), k.canvas, canvasOf(k.Layer())} {
		if target != nil {
			target.Focus(control)
			return
		}
	}
}

// Controls calls build and returns the controls that were made meanwhile, in
// their order: a page that is built anew finds in them the one that had the
// focus before.
func (k *Kit) Controls(build func()) []fyne.Focusable {
	before, noting := k.made, k.noting
	k.made, k.noting = nil, true
	build()
	made := k.made
	k.made, k.noting = before, noting
	return made
}

func (k *Kit) note(control fyne.Focusable) {
	if k.noting {
		k.made = append(k.made, control)
	}
}

// LabelOf returns what a control is called, without its value: the first thing
// that a screen reader says of it. It is "" for what has no name.
func LabelOf(control fyne.Focusable) string {
	switch c := control.(type) {
	case *textEntry:
		return c.spoken().Label
	case interface{ Spoken() Spoken }:
		return c.Spoken().Label
	case fyne.Accessible:
		return c.AccessibilityLabel()
	}
	return ""
}
