package window

import "time"

// idleSecond is how long a field rests before what was typed in it is kept.
const idleSecond = time.Second

// draft keeps what is typed in the fields of a page: each field's text one idle
// second after the last keystroke, or when the field is left, or when the page
// is left in any way. Saving happens in the window's goroutine.
type draft struct {
	window  *Window
	pending map[string]func() error // by field; what keeps it
	order   []string
	timer   *time.Timer
}

func newDraft(w *Window) *draft { return &draft{window: w, pending: map[string]func() error{}} }

// typed notes that a field has changed; keep is called when it is time.
func (d *draft) typed(field string, keep func() error) {
	if _, waiting := d.pending[field]; !waiting {
		d.order = append(d.order, field)
	}
	d.pending[field] = keep
	d.window.showPending()
	if d.timer != nil {
		d.timer.Stop()
	}
	d.timer = time.AfterFunc(idleSecond, func() {
		d.window.options.Post(func() { d.window.tell(d.flush()) })
	})
}

// flush keeps everything that waits, now. What could not be kept goes on waiting.
func (d *draft) flush() error {
	if d.timer != nil {
		d.timer.Stop()
	}
	for len(d.order) > 0 {
		field := d.order[0]
		if err := d.pending[field](); err != nil {
			return err
		}
		delete(d.pending, field)
		d.order = d.order[1:]
	}
	d.window.showSaved()
	return nil
}
