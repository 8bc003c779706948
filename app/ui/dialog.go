package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// Dialog asks one thing above a dimmed window. It has the focus inside itself
// when it opens, Enter does the primary action, Escape cancels, and the focus
// goes back to where it was.
//
// Fyne's own dialog does none of these. It is an overlay of ours and not Fyne's
// pop-up, so that lists and tips inside it have a layer of the window's size.
type Dialog struct {
	kit      *Kit
	title    string
	content  fyne.CanvasObject
	buttons  []fyne.CanvasObject
	primary  *Button
	first    fyne.Focusable
	onCancel func()

	canvas  fyne.Canvas
	overlay *dialogOverlay
	opener  fyne.Focusable
	keys    func(*fyne.KeyEvent)
}

// NewDialog returns a dialog with a title over a content. It needs a button by
// WithPrimary or WithCancel before it is shown.
func NewDialog(kit *Kit, title string, content fyne.CanvasObject) *Dialog {
	return &Dialog{kit: kit, title: title, content: content}
}

// WithPrimary adds the button that Enter presses. The dialog closes when accept
// returns true; otherwise it stays, and accept has said in it what is missing.
// It returns the dialog.
func (d *Dialog) WithPrimary(label string, accept func() bool) *Dialog {
	d.primary = NewButton(d.kit, ButtonPrimary, label, func() {
		if accept == nil || accept() {
			d.Close()
		}
	})
	d.buttons = append(d.buttons, d.primary)
	return d
}

// WithCancel adds the button that Escape presses; onCancel may be nil. It
// returns the dialog.
func (d *Dialog) WithCancel(label string, onCancel func()) *Dialog {
	d.onCancel = onCancel
	d.buttons = append(d.buttons, NewButton(d.kit, ButtonSecondary, label, d.Cancel))
	return d
}

// WithFirst sets what has the focus at first, a field for instance. It returns
// the dialog.
func (d *Dialog) WithFirst(first fyne.Focusable) *Dialog {
	d.first = first
	return d
}

// Show opens the dialog over a window.
func (d *Dialog) Show(canvas fyne.Canvas) {
	if d.canvas != nil {
		return
	}
	d.canvas, d.opener = canvas, canvas.Focused()
	canvas.Unfocus()
	layer := container.NewWithoutLayout()
	d.overlay = newDialogOverlay(d, layer)
	d.kit.layers = append(d.kit.layers, layer)
	d.kit.dialogs = append(d.kit.dialogs, d)
	d.keys = canvas.OnTypedKey()
	canvas.SetOnTypedKey(d.typedKey)
	canvas.Overlays().Add(d.overlay)
	switch {
	case d.first != nil:
		canvas.Focus(d.first)
	case d.primary != nil:
		canvas.Focus(d.primary)
	case len(d.buttons) > 0:
		canvas.Focus(d.buttons[0].(fyne.Focusable))
	}
}

// typedKey is what the keys do when nothing in the dialog has the focus.
func (d *Dialog) typedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		d.Cancel()
	case fyne.KeyReturn, fyne.KeyEnter:
		d.Accept()
	}
}

// Accept presses the primary button.
func (d *Dialog) Accept() {
	if d.primary != nil {
		d.primary.Press()
		return
	}
	d.Cancel()
}

// Cancel closes the dialog as Escape does.
func (d *Dialog) Cancel() {
	if d.canvas == nil {
		return
	}
	d.Close()
	if d.onCancel != nil {
		d.onCancel()
	}
}

// Close takes the dialog away and gives the focus back to what opened it, unless
// the answer has put it elsewhere.
func (d *Dialog) Close() {
	if d.canvas == nil {
		return
	}
	canvas := d.canvas
	d.canvas = nil
	canvas.Unfocus()
	canvas.Overlays().Remove(d.overlay)
	canvas.SetOnTypedKey(d.keys)
	at := slices.Index(d.kit.dialogs, d)
	d.kit.dialogs = slices.Delete(d.kit.dialogs, at, at+1)
	d.kit.layers = slices.Delete(d.kit.layers, at+1, at+2)
	if d.opener != nil && canvas.Focused() == nil {
		canvas.Focus(d.opener)
	}
}

// Confirm asks a question with a yes and a no in its own words, as "Poista" and
// "Säilytä", over a window. It is closed when onYes is called, which may build the
// page anew and say where the focus goes.
func Confirm(kit *Kit, canvas fyne.Canvas, title, question, yes, no string, onYes func()) *Dialog {
	dialog := NewDialog(kit, title, NewLabel(question, theme.TextBody))
	dialog.WithPrimary(yes, func() bool {
		// Closed first: what follows may open another dialog or another page.
		dialog.Close()
		if onYes != nil {
			onYes()
		}
		return false
	}).WithCancel(no, nil)
	dialog.Show(canvas)
	return dialog
}

// dialogOverlay dims the window and shows the dialog's card in its middle.
type dialogOverlay struct {
	widget.BaseWidget

	dialog *Dialog
	layer  *fyne.Container
	body   *fyne.Container
}

var _ fyne.Tappable = (*dialogOverlay)(nil)

func newDialogOverlay(dialog *Dialog, layer *fyne.Container) *dialogOverlay {
	overlay := &dialogOverlay{dialog: dialog, layer: layer}
	overlay.ExtendBaseWidget(overlay)
	// The primary button stands at the right, as Next does on a page.
	buttons := slices.Clone(dialog.buttons)
	slices.Reverse(buttons)
	filler := container.NewWithoutLayout()
	row := NewRow("", filler, append([]fyne.CanvasObject{filler}, buttons...)...)
	scroll := NewScroll(dialog.kit, NewMargin(theme.FocusMargin, dialog.content))
	overlay.body = container.New(&dialogBody{content: dialog.content},
		NewInset("", theme.FocusMargin, theme.Space8, theme.FocusMargin, NewBoldLabel(dialog.title, theme.TextSection)),
		scroll,
		NewInset(theme.Space16, "", "", "", row),
	)
	return overlay
}

// Tapped swallows presses beside the card.
func (o *dialogOverlay) Tapped(*fyne.PointEvent) {}

// dialogWidth is the widest that a card becomes, in body text sizes.
const dialogWidth = 36

// CreateRenderer is called by Fyne.
func (o *dialogOverlay) CreateRenderer() fyne.WidgetRenderer {
	dim, card := newFrame(), newFrame()
	restyle := func() {
		dim.FillColor = color.NRGBA{A: 0x80}
		card.paint(theme.ColorSurface, theme.ColorBorder, theme.StrokeThin)
	}
	restyle()
	return &drawing{
		owner:   o,
		objects: []fyne.CanvasObject{dim.Rectangle, card.Rectangle, o.body, o.layer},
		restyle: restyle,
		minSize: func() fyne.Size { return o.body.MinSize() },
		layout: func(size fyne.Size) {
			padding, room := fynetheme.Size(theme.Space24), fynetheme.Size(theme.Space16)
			dim.place(fyne.Position{}, size, 0)
			width := min(dialogWidth*fynetheme.Size(theme.TextBody), size.Width-2*room-2*padding)
			width = max(width, min(o.dialog.content.MinSize().Width, size.Width-2*room-2*padding))
			height := min(HeightFor(o.body, width), size.Height-2*room-2*padding)
			corner := fyne.NewPos((size.Width-width)/2, (size.Height-height)/2)
			card.place(corner.SubtractXY(padding, padding), fyne.NewSize(width+2*padding, height+2*padding), fynetheme.Size(theme.RadiusCard))
			o.body.Move(corner)
			o.body.Resize(fyne.NewSize(width, height))
			o.layer.Resize(size)
		},
	}
}

// dialogBody stacks the title, the content and the buttons; the content scrolls
// when the window is too low.
type dialogBody struct {
	content fyne.CanvasObject
}

func (b *dialogBody) contentHeight(width float32) float32 {
	margin := 2 * fynetheme.Size(theme.FocusMargin)
	return HeightFor(b.content, width-margin) + margin
}

// HeightFor returns the height of the whole at a width.
func (b *dialogBody) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width) + b.contentHeight(width) + HeightFor(objects[2], width)
}

// Layout is called by Fyne.
func (b *dialogBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, buttons := HeightFor(objects[0], size.Width), HeightFor(objects[2], size.Width)
	heights := []float32{title, max(0, size.Height-title-buttons), buttons}
	top := float32(0)
	for index, object := range objects {
		object.Move(fyne.NewPos(0, top))
		object.Resize(fyne.NewSize(size.Width, heights[index]))
		top += heights[index]
	}
}

// MinSize is called by Fyne.
func (b *dialogBody) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[2].MinSize().Width, objects[0].MinSize().Height+objects[2].MinSize().Height)
}
