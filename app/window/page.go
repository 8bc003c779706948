package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/model"
)

// page is one page of the window.
type page interface {
	// name says where the person is: "start", "contents/measures".
	name() string
	// content builds what the page shows.
	content() fyne.CanvasObject
	// first returns the control that gets the focus when the page opens, or nil.
	first() fyne.Focusable
	// flush keeps what has been typed and not yet kept. An error keeps the
	// page open; the window tells it.
	flush() error
}

// stepping is a page with Back and Next, which the menu and keys reach too.
type stepping interface {
	page
	back()
	next()
}

// focusKeeping is a page that can be built anew without the keyboard being lost.
type focusKeeping interface {
	page
	// keepFocus notes which control has the focus and returns what gives it
	// back to that control of the page built anew.
	keepFocus() (restore func())
}

// opening is a page that reads something beside the window once it is shown.
type opening interface {
	page
	opened()
}

// placed is a page that can say where the person left off, so that the start
// page can lead back there.
type placed interface {
	page
	place() place
}

// place is a spot in a programme: an element, and the step of the wizard.
type place struct {
	Programme model.EntityID `json:"programme"`
	Element   model.EntityID `json:"element,omitempty"`
	Step      int            `json:"step,omitempty"`
	Chapters  bool           `json:"chapters,omitempty"` // the element is a chapter, where texts are written
	Details   string         `json:"details,omitempty"`  // the part of the programme's own facts, when they are shown
}
