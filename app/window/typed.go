package window

import (
	"encoding/json"
	"fmt"

	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// settingTyped keeps what was typed into fields of dates and numbers and was
// not understood, so that it stands there again with its error.
const settingTyped = "typed"

// misread returns what was typed into a field and not understood, "" for none.
func (w *Window) misread(id model.EntityID, f model.Field) string {
	return w.misreadAll()[string(id)+"/"+string(f)]
}

func (w *Window) misreadAll() map[string]string {
	kept, err := w.desk.Store().Setting(w.ctx, settingTyped)
	all := map[string]string{}
	if err != nil || kept == "" || json.Unmarshal([]byte(kept), &all) != nil {
		return map[string]string{}
	}
	return all
}

// setMisread keeps what was not understood; "" forgets it.
func (w *Window) setMisread(id model.EntityID, f model.Field, typed string) error {
	all := w.misreadAll()
	key := string(id) + "/" + string(f)
	if all[key] == typed {
		return nil
	}
	if typed == "" {
		delete(all, key)
	} else {
		all[key] = typed
	}
	b, err := json.Marshal(all)
	if err != nil {
		return fmt.Errorf("keep what was typed: %w", err)
	}
	return w.desk.Store().SetSetting(w.ctx, settingTyped, string(b))
}

// readDate reads a date as typed and returns it as shown.
func readDate(typed string) (string, bool) {
	year, month, day, err := text.ParseDate(typed)
	if err != nil {
		return "", false
	}
	if _, err := model.NewDate(year, month, day); err != nil {
		return "", false
	}
	return text.FormatDate(year, month, day), true
}

// parsedDate returns the day that was typed, the zero day for nothing readable.
func parsedDate(typed string) model.Date {
	year, month, day, err := text.ParseDate(typed)
	if err != nil {
		return model.Date{}
	}
	d, err := model.NewDate(year, month, day)
	if err != nil {
		return model.Date{}
	}
	return d
}

// form binds fields of a page to fields of elements.
type form struct {
	w     *Window
	draft *draft
}

// text binds a field to one language of a text.
func (f form) text(field *ui.Field, id model.EntityID, base model.Field, l model.Language) *ui.Field {
	return f.plain(field, id, base.In(l))
}

// plain binds a field to a field that holds a string.
func (f form) plain(field *ui.Field, id model.EntityID, target model.Field) *ui.Field {
	if e := f.w.work.State().Element(id); e != nil {
		field.SetText(e.Value(target).Text())
	}
	f.showMisread(field, id, target)
	field.WithClean(text.Clean)
	f.bind(field, id, target, func(typed string) error {
		return f.read(id, target, typed, true, model.ValueOf(text.Clean(typed)))
	})
	return field
}

// date binds a field to a date; what is no date is kept as typed.
func (f form) date(field *ui.Field, id model.EntityID, target model.Field) *ui.Field {
	if e := f.w.work.State().Element(id); e != nil {
		if d := e.Value(target).Date(); !d.Zero() {
			field.SetText(text.FormatDate(d.Year, d.Month, d.Day))
		}
	}
	f.showMisread(field, id, target)
	f.bind(field, id, target, func(typed string) error {
		return f.read(id, target, typed, typed == "" || !parsedDate(typed).Zero(), model.ValueOf(parsedDate(typed)))
	})
	return field
}

// count binds a field to a number of votes, from 0 to 1,000.
func (f form) count(field *ui.Field, id model.EntityID, target model.Field) *ui.Field {
	if e := f.w.work.State().Element(id); e != nil && e.Value(target) != nil {
		field.SetText(fmt.Sprint(e.Value(target).Int()))
	}
	f.showMisread(field, id, target)
	f.bind(field, id, target, func(typed string) error {
		n, understood := readCount(typed)
		if typed == "" {
			return f.read(id, target, typed, true, nil)
		}
		return f.read(id, target, typed, understood, model.ValueOf(n))
	})
	return field
}

func readCount(typed string) (int, bool) {
	var n int
	canonical, err := text.ParseNumber(typed)
	if err != nil {
		return 0, false
	}
	if _, err := fmt.Sscanf(canonical, "%d", &n); err != nil || fmt.Sprint(n) != canonical || n < 0 || n > 1000 {
		return 0, false
	}
	return n, true
}

func (f form) showMisread(field *ui.Field, id model.EntityID, target model.Field) {
	if typed := f.w.misread(id, target); typed != "" {
		field.SetText(typed)
	}
}

// read keeps a value that was understood, and what was typed when it was not.
func (f form) read(id model.EntityID, target model.Field, typed string, understood bool, v model.Value) error {
	if !understood {
		return f.w.setMisread(id, target, typed)
	}
	if err := f.w.setMisread(id, target, ""); err != nil {
		return err
	}
	return f.set(id, target, v)
}

func (f form) set(id model.EntityID, target model.Field, v model.Value) error {
	return f.w.work.Edit(f.w.ctx, func(st *model.Step) error { return st.Set(id, target, v) })
}

func (f form) bind(field *ui.Field, id model.EntityID, target model.Field, keep func(typed string) error) {
	field.OnChanged = func(string) {
		f.draft.typed(string(id)+"/"+string(target), func() error {
			if field.TooLong() {
				// Over-long text is kept as typed for the person to shorten.
				return f.w.setMisread(id, target, field.Text())
			}
			return keep(field.Text())
		})
	}
	field.OnLeave = func(string) { f.w.tell(f.draft.flush()) }
}
