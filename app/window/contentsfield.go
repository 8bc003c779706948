package window

import (
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// valueLimit is the longest text of a number or a year, in characters.
const valueLimit = 40

// languages returns the languages of the content, the one chosen in the head
// first.
func (p *editor) languages() []model.Language {
	all := []model.Language{p.w.language}
	for _, l := range p.w.work.Programme().Languages {
		if l != p.w.language {
			all = append(all, l)
		}
	}
	return all
}

// shown returns the languages whose fields are shown: in a narrow window the
// first alone until the others are asked for.
func (p *editor) shown() []model.Language {
	all := p.languages()
	if p.w.frame.narrow && !p.second {
		return all[:1]
	}
	return all
}

// best returns a text as it is written, in the language of the head where it
// stands in that.
func (p *editor) best(t model.Text) string {
	words, _ := t.Best(p.w.language)
	return words
}

// title returns a text, or words for one that is not written yet, and the
// language in which it stands.
func (p *editor) title(t model.Text, missing string) (string, string) {
	words, l := t.Best(p.w.language)
	if words == "" {
		return p.w.t(missing), ""
	}
	return words, string(l)
}

// texts asks for a text in every language that is shown, side by side where
// there is room. Label is the key of the labels, which end in the language.
func (p *editor) texts(id model.EntityID, base model.Field, label string, newField func(label string) *ui.Field) fyne.CanvasObject {
	if p.readOnly() {
		return p.readTexts(id, base, label)
	}
	return p.writtenTexts(id, base, label, newField)
}

// writtenTexts is [editor.texts] for a text that is written whatever the state
// of the content.
func (p *editor) writtenTexts(id model.EntityID, base model.Field, label string, newField func(label string) *ui.Field) fyne.CanvasObject {
	grid := ui.NewFormRow(280, theme.Space8)
	for index, l := range p.shown() {
		field := newField(p.w.t(label + "." + string(l)))
		if index > 0 {
			field.WithHint("") // said once, under the first
		}
		p.bind(field, id, base, l)
		grid.Add(ui.NewColumn("", field, p.textNotes(id, base, l)))
	}
	if !p.w.frame.narrow || len(p.languages()) < 2 || p.switchAbove && !p.readOnly() {
		return grid
	}
	return container.New(&cornerLayout{}, grid, p.languageSwitch(key(id, string(base)+"/languages")))
}

// languageSwitch shows or hides the other languages in a narrow window; k is its
// key.
func (p *editor) languageSwitch(k string) fyne.CanvasObject {
	words := p.w.t("contents.onlyIn." + string(p.w.language))
	if !p.second {
		words = p.w.t("contents.showIn." + string(p.languages()[1]))
	}
	button := ui.NewButton(p.w.kit, ui.ButtonQuiet, words, func() {
		p.second = !p.second
		p.page.show()
	}).Compact()
	p.keys[k] = button
	return button
}

// cornerLayout lays the second object over the right upper corner of the first.
type cornerLayout struct{}

func (*cornerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.Position{})
	need := objects[1].MinSize()
	objects[1].Resize(need)
	// Its lower edge is at the label's, so that its focus ring is clear of the entry.
	objects[1].Move(fyne.NewPos(size.Width-need.Width, ui.LineHeight(theme.TextSecondary)-need.Height+4))
}

func (*cornerLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return ui.HeightFor(objects[0], width)
}

func (*cornerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// bind fills a field with an element's text in one language and keeps what is
// typed in it.
func (p *editor) bind(field *ui.Field, id model.EntityID, base model.Field, l model.Language) {
	p.bindText(field, id, base.In(l))
}

// bindText is [editor.bind] for a text that has one language or none.
func (p *editor) bindText(field *ui.Field, id model.EntityID, at model.Field) {
	k := fieldKey(id, at)
	field.WithClean(text.Clean)
	written := p.w.work.State().Element(id).Value(at).Text()
	if typed := p.w.misread(id, at); typed != "" {
		written = typed
	}
	field.SetText(written)
	field.SetError(p.problems[k])
	field.OnChanged = func(string) {
		p.solved(k)
		field.SetError("")
		p.draft.typed(k, func() error { return p.keepText(id, at, field.Text()) })
	}
	field.OnLeave = func(string) { p.w.tell(p.flush()) }
	p.register(k, field.Focusable())
}

// keepText keeps a text. One that no field of the programme can hold stays as
// an unread text.
func (p *editor) keepText(id model.EntityID, at model.Field, typed string) error {
	err := p.w.work.Edit(p.w.ctx, func(st *model.Step) error {
		return st.Set(id, at, model.ValueOf(text.Clean(typed)))
	})
	if errors.Is(err, model.ErrMalformedValue) {
		return p.w.setMisread(id, at, typed)
	}
	if err != nil {
		return err
	}
	if err := p.w.setMisread(id, at, ""); err != nil {
		return err
	}
	p.page.freshen()
	return nil
}

// solved forgets what was missing at a key.
func (p *editor) solved(key string) { delete(p.problems, key) }

// textNotes are what is told under a field of a text.
func (p *editor) textNotes(id model.EntityID, base model.Field, l model.Language) fyne.CanvasObject {
	return ui.NewColumn("", p.translationNote(id, base, l), p.clashNote(id, base.In(l)))
}

// translationNote says under a field that the text is not translated, or that
// its original has changed since.
func (p *editor) translationNote(id model.EntityID, base model.Field, l model.Language) fyne.CanvasObject {
	box := ui.NewColumn("")
	shown := model.TextWritten
	p.updates = append(p.updates, func() {
		now := p.w.work.State().TextState(id, base, l)
		if now == shown {
			return
		}
		shown = now
		box.RemoveAll()
		switch now {
		case model.TextNeedsTranslation:
			box.Add(ui.NewInset("", "", "", theme.FocusMargin,
				ui.NewMarkWithWord(ui.MarkInformation, p.w.t("contents.needsTranslation"), theme.TextSmallest)))
		case model.TextOutOfDate:
			box.Add(p.outOfDate(id, base.In(l)))
		}
		p.page.relaid()
	})
	return box
}

// outOfDate says that a translation is older than its original, and lets a
// person say that it still holds.
func (p *editor) outOfDate(id model.EntityID, at model.Field) fyne.CanvasObject {
	mark := ui.NewMarkWithWord(ui.MarkMissing, p.w.t("contents.outOfDate"), theme.TextSmallest)
	holds := ui.NewButton(p.w.kit, ui.ButtonQuiet, p.w.t("contents.upToDate"), func() {
		p.edit(func(st *model.Step) error {
			// Writing the text anew says that its author has seen the original.
			written := st.State().Element(id).Value(at)
			if err := st.Set(id, at, nil); err != nil {
				return err
			}
			return st.Set(id, at, written)
		}, fieldKey(id, at))
	}).Compact()
	p.keys[fieldKey(id, at+"/upToDate")] = holds
	return ui.NewWrap(theme.Space8, "", ui.NewInset(theme.Space12, "", "", theme.FocusMargin, mark), holds)
}

// readTexts shows a text in every language in which it stands.
func (p *editor) readTexts(id model.EntityID, base model.Field, label string) fyne.CanvasObject {
	written := p.w.work.State().Element(id).Text(base)
	grid := ui.NewFormRow(280, theme.Space16)
	for _, l := range p.languages() {
		words := written.In(l)
		if words == "" && !written.Empty() && l != p.w.language {
			continue
		}
		if words == "" {
			words = p.w.t(p.emptyKey("contents.notWritten", "contents.notWritten"))
		}
		body := ui.NewLabel(words, theme.TextBody)
		body.Language = string(l)
		grid.Add(ui.NewInset("", "", "", theme.FocusMargin,
			ui.NewColumn("", ui.NewMutedLabel(p.w.t(label+"."+string(l)), theme.TextSecondary), body, p.clashNote(id, base.In(l)))))
	}
	return grid
}

// readValue shows a value under its label.
func (p *editor) readValue(label, value string) fyne.CanvasObject {
	return ui.NewInset("", "", "", theme.FocusMargin,
		ui.NewColumn("", ui.NewMutedLabel(label, theme.TextSecondary), ui.NewLabel(value, theme.TextBody)))
}

// typedValue is how a field's text is read and kept as a value that is no text.
type typedValue struct {
	shown string                                  // the value as it stands
	read  func(typed string) (model.Value, error) // ErrNumberEmpty and ErrYearEmpty are no value
}

// bindValue fills a field with a value and keeps what is typed when it can be
// read; what cannot be read stays in the field, is kept beside the programme,
// and has a sentence under it.
func (p *editor) bindValue(field *ui.Field, id model.EntityID, at model.Field, v typedValue) {
	k := fieldKey(id, at)
	field.SetText(v.shown)
	judge := func() {
		_, err := v.read(field.Text())
		if sentence := p.valueSentence(err); sentence != "" {
			field.SetError(sentence)
		}
	}
	if typed := p.w.misread(id, at); typed != "" && v.shown == "" {
		field.SetText(typed)
		judge()
	}
	field.OnChanged = func(string) {
		field.SetError("")
		p.draft.typed(k, func() error { return p.keepValue(id, at, field.Text(), v.read) })
	}
	field.OnLeave = func(string) {
		p.w.tell(p.flush())
		judge()
	}
	p.register(k, field.Focusable())
}

func (p *editor) keepValue(id model.EntityID, at model.Field, typed string, read func(string) (model.Value, error)) error {
	value, err := read(typed)
	left := ""
	if p.valueSentence(err) != "" {
		left = typed
	}
	if err := p.w.setMisread(id, at, left); err != nil {
		return err
	}
	if err := p.w.work.Edit(p.w.ctx, func(st *model.Step) error { return st.Set(id, at, value) }); err != nil {
		return err
	}
	p.page.freshen()
	return nil
}

// numberField is bound to a number of an element.
func (p *editor) numberField(label string, id model.EntityID, at model.Field) *ui.Field {
	field := ui.NewField(p.w.kit, label).WithLimit(valueLimit)
	language := string(p.w.words.Language())
	p.bindValue(field, id, at, typedValue{
		shown: text.FormatNumber(p.w.work.State().Element(id).Value(at).Text(), language),
		read: func(typed string) (model.Value, error) {
			number, err := text.ParseNumber(typed)
			return model.ValueOf(model.Number(number)), err
		},
	})
	return field
}

// yearField is bound to a year of an element.
func (p *editor) yearField(label string, id model.EntityID, at model.Field) *ui.Field {
	field := ui.NewField(p.w.kit, label).WithLimit(valueLimit)
	shown := ""
	if year := p.w.work.State().Element(id).Value(at).Int(); year != 0 {
		shown = strconv.Itoa(year)
	}
	p.bindValue(field, id, at, typedValue{shown: shown, read: func(typed string) (model.Value, error) {
		year, err := text.ParseYear(typed)
		if err != nil {
			return nil, err
		}
		return model.ValueOf(year), nil
	}})
	return field
}

// valueSentence says what is wrong with a number or a year, "" for nothing.
func (p *editor) valueSentence(err error) string {
	for _, known := range []struct {
		err error
		key string
	}{
		{text.ErrNumberInWords, "contents.number.inWords"},
		{text.ErrNumberWithWords, "contents.number.withWords"},
		{text.ErrNumberNegative, "contents.number.negative"},
		{text.ErrNumberSeveral, "contents.number.several"},
		{text.ErrNumberTooLong, "contents.number.tooLong"},
	} {
		if errors.Is(err, known.err) {
			return p.w.t(known.key)
		}
	}
	switch {
	case errors.Is(err, errDay):
		return p.w.t("field.dateInvalid")
	case err == nil, errors.Is(err, text.ErrNumberEmpty), errors.Is(err, text.ErrYearEmpty):
		return ""
	case errors.Is(err, text.ErrYearInWords), errors.Is(err, text.ErrYearMalformed),
		errors.Is(err, text.ErrYearSeveral), errors.Is(err, text.ErrYearOutOfRange):
		return p.w.t("field.yearInvalid", "from", text.FirstYear, "to", text.LastYear)
	}
	return p.w.t("field.numberInvalid")
}
