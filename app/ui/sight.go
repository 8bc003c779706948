package ui

import (
	"image"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tavoitekartta/app/e2estatus"
)

// sight gathers where the controls of a window are, while its objects are walked
// through from the outermost to the innermost.
type sight struct {
	canvas   fyne.Canvas
	around   []image.Rectangle // the scrollers that the walk is in, the innermost last
	open     []sightObject     // the objects that the walk is in
	controls []e2estatus.Control
}

// sightObject is an object that the walk is in.
type sightObject struct {
	object  fyne.CanvasObject
	control int // number of the control that it is, -1 for none
	words   []string
	scrolls bool
}

// controlsOf returns the controls of a window, and what stands there to be read.
// Of a window with a dialog or a menu above it only that.
func controlsOf(window fyne.Window) []e2estatus.Control {
	s := &sight{canvas: window.Canvas()}
	walkObjects(s.canvas, s.enter, s.leave)
	return s.controls
}

func (s *sight) enter(object fyne.CanvasObject, at fyne.Position) {
	if len(s.open) == 0 {
		s.begin(object)
	}
	place := s.pixels(at, object.Size())
	entered := sightObject{object: object, control: -1}
	around := s.around[len(s.around)-1]
	if label, words, is := nameOf(object); is && !place.Empty() {
		control := e2estatus.Control{Label: label, Words: words, Place: place, Around: around}
		if entry, typed := object.(*textEntry); typed {
			control.Value = entry.Text
		}
		entered.control = len(s.controls)
		s.controls = append(s.controls, control)
	}
	if _, scrolls := object.(fyne.Scrollable); scrolls {
		entered.scrolls = true
		s.around = append(s.around, place.Intersect(around))
	}
	s.open = append(s.open, entered)
}

// begin starts with another tree of objects: the content, the menu, or one that
// lies above the others and takes all presses.
func (s *sight) begin(root fyne.CanvasObject) {
	if top := s.canvas.Overlays().Top(); top == root {
		s.controls = nil
	}
	s.around = []image.Rectangle{s.pixels(fyne.Position{}, s.canvas.Size())}
}

// leave gives a control that says nothing the words that were drawn in it. What
// has other controls in it and says nothing is none: it only passes presses on.
func (s *sight) leave(object fyne.CanvasObject) {
	last := len(s.open) - 1
	left := s.open[last]
	s.open = s.open[:last]
	if line, drawn := object.(*canvas.Text); drawn && line.Text != "" {
		left.words = append(left.words, line.Text)
	}
	if left.scrolls {
		s.around = s.around[:len(s.around)-1]
	}
	if left.control >= 0 && s.controls[left.control].Label == "" {
		if holds := len(s.controls) > left.control+1; holds || len(left.words) == 0 {
			s.controls = slices.Delete(s.controls, left.control, left.control+1)
		} else {
			s.controls[left.control].Label = strings.Join(left.words, ", ")
		}
	}
	if last > 0 {
		s.open[last-1].words = append(s.open[last-1].words, left.words...)
	}
}

// nameOf returns what an object is called and whether it is words alone; is tells
// whether it is a control or words at all. A list is neither: its rows are.
func nameOf(object fyne.CanvasObject) (label string, words, is bool) {
	if _, isWidget := object.(fyne.Widget); !isWidget {
		return "", false, false
	}
	focusable, takesFocus := object.(fyne.Focusable)
	_, pressed := object.(fyne.Tappable)
	switch accessible, speaks := object.(fyne.Accessible); {
	case speaks && !pressed && accessible.AccessibilityRole() == fyne.AccessibleRoleContainer:
		return "", false, false
	case takesFocus:
		return LabelOf(focusable), false, true
	case speaks:
		return accessible.AccessibilityLabel(), !pressed, true
	}
	return "", false, pressed
}

// pixels is a part of the canvas in pixels of the window.
func (s *sight) pixels(at fyne.Position, size fyne.Size) image.Rectangle {
	left, top := s.canvas.PixelCoordinateForPosition(at)
	right, bottom := s.canvas.PixelCoordinateForPosition(at.Add(size))
	return image.Rect(left, top, right, bottom)
}

// walkObjects calls enter and leave with each visible object of a canvas. Fyne
// 2.8 has no public way to the objects that a widget draws; the canvas of a real
// window walks through them for its painter, in a method whose callbacks have a
// type of an internal package. A canvas without that method has nothing to walk.
func walkObjects(canvas fyne.Canvas, enter func(fyne.CanvasObject, fyne.Position), leave func(fyne.CanvasObject)) {
	walk := reflect.ValueOf(canvas).MethodByName("WalkTrees")
	if !walk.IsValid() {
		return
	}
	object := func(node reflect.Value) fyne.CanvasObject {
		return node.MethodByName("Obj").Call(nil)[0].Interface().(fyne.CanvasObject)
	}
	visit := walk.Type().In(0)
	walk.Call([]reflect.Value{
		reflect.MakeFunc(visit, func(arguments []reflect.Value) []reflect.Value {
			enter(object(arguments[0]), arguments[1].Interface().(fyne.Position))
			return nil
		}),
		reflect.MakeFunc(visit, func(arguments []reflect.Value) []reflect.Value {
			leave(object(arguments[0]))
			return nil
		}),
	})
}
