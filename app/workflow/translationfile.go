package workflow

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tavoitekartta/app/translationfile"
	"tavoitekartta/model"
)

// Errors of files for translators.
var (
	ErrOtherProgramme   = errors.New("the file holds another programme's texts")
	ErrLanguageNotInUse = errors.New("the programme is not written in the file's language")
	ErrNothingToSend    = errors.New("there are no texts to translate")
)

// TranslationScope says which texts are sent to a translator.
type TranslationScope int

// The scopes.
const (
	SendGaps TranslationScope = iota // what is not translated or out of date
	SendAll
)

// TranslationNotes are the words beside the texts that are sent.
type TranslationNotes struct {
	Where     func(model.TextRef) string // names a text's place
	OutOfDate string                     // said of a translation that is out of date
}

// TranslationFile gathers the texts that are to be translated into language l,
// in printing order, each with the translation that it has. It returns
// [ErrNothingToSend] when there are none, and [ErrLanguageNotInUse].
func (w *Work) TranslationFile(l model.Language, scope TranslationScope, n TranslationNotes) (translationfile.File, error) {
	source := w.SourceFor(l)
	if !w.writtenIn(l) || source == l {
		return translationfile.File{}, fmt.Errorf("send for translation: %w: %s", ErrLanguageNotInUse, l)
	}
	title, _ := w.Programme().Title.Best(source)
	f := translationfile.File{Programme: w.ID(), Title: title, Source: source, Target: l}
	for _, t := range w.Standings(l) {
		original := w.stored(t.TextRef, source)
		if t.Original == l || strings.TrimSpace(original) == "" || scope == SendGaps && !t.Gap() {
			continue
		}
		unit := translationfile.Unit{
			Key:   translationfile.Key{Entity: t.Entity, Field: t.Field, Print: translationfile.Print(source, original)},
			Where: n.Where(t.TextRef), Original: w.Readable(t.TextRef, source), Translation: w.Readable(t.TextRef, l),
		}
		if t.State == model.TextOutOfDate {
			unit.Note = n.OutOfDate
		}
		f.Units = append(f.Units, unit)
	}
	if len(f.Units) == 0 {
		return f, ErrNothingToSend
	}
	return f, nil
}

func (w *Work) writtenIn(l model.Language) bool {
	for _, own := range w.ContentLanguages() {
		if own == l {
			return true
		}
	}
	return false
}

// TranslationLine is one text that a file would write.
type TranslationLine struct {
	model.TextRef
	Row             int
	Original        string // as it stands now
	Before, After   string // the translation
	OriginalChanged bool   // since the file was made; the translation will be out of date
	Figures         model.FigureDifference
}

// The codes of units that cannot be taken, beside those of [translationfile].
// Their words stand under "translation.problem.<code>" too.
const (
	CodeTextGone     translationfile.Code = "textGone"     // the element is no longer there
	CodeTextLocked   translationfile.Code = "textLocked"   // the content is locked
	CodeTextOriginal translationfile.Code = "textOriginal" // this is the language in which the text was written first
)

// TranslationPreview is what a file would write, before it is written.
type TranslationPreview struct {
	Source, Target  model.Language
	Lines           []TranslationLine
	Problems        []translationfile.Problem // units that cannot be taken
	Same, Untouched int                       // units that say what stands already; units without a translation
}

// Changed counts the lines whose original has changed since the file was made.
func (p *TranslationPreview) Changed() int {
	return p.count(func(l *TranslationLine) bool { return l.OriginalChanged })
}

// Replacing counts the lines that replace another translation.
func (p *TranslationPreview) Replacing() int {
	return p.count(func(l *TranslationLine) bool { return l.Before != "" })
}

// Differing counts the lines whose figures differ from the original's.
func (p *TranslationPreview) Differing() int {
	return p.count(func(l *TranslationLine) bool { return !l.Figures.None() })
}

func (p *TranslationPreview) count(is func(*TranslationLine) bool) int {
	n := 0
	for i := range p.Lines {
		if is(&p.Lines[i]) {
			n++
		}
	}
	return n
}

// PreviewTranslation holds a file that came back against the programme and
// changes nothing. Problems are those of reading the file. It returns
// [ErrOtherProgramme] or [ErrLanguageNotInUse] for a file that does not belong here.
func (w *Work) PreviewTranslation(f translationfile.File, problems []translationfile.Problem) (*TranslationPreview, error) {
	switch {
	case f.Programme != w.ID():
		return nil, ErrOtherProgramme
	case !w.writtenIn(f.Target) || f.Source == f.Target:
		return nil, ErrLanguageNotInUse
	}
	p := &TranslationPreview{Source: f.Source, Target: f.Target, Problems: append([]translationfile.Problem(nil), problems...)}
	for _, u := range f.Units {
		w.previewUnit(p, u)
	}
	return p, nil
}

func (w *Work) previewUnit(p *TranslationPreview, u translationfile.Unit) {
	ref, there := w.textOf(u.Key)
	refuse := func(code translationfile.Code) {
		p.Problems = append(p.Problems, translationfile.Problem{Code: code, Row: u.Row, Word: brief(u.Translation)})
	}
	after := ""
	if there {
		after = w.kept(ref, u.Translation)
	}
	switch {
	case strings.TrimSpace(u.Translation) == "" || there && after == "":
		p.Untouched++
		return
	case !there:
		refuse(CodeTextGone)
		return
	}
	line := TranslationLine{TextRef: ref, Row: u.Row, Original: w.stored(ref, p.Source), Before: w.stored(ref, p.Target), After: after}
	switch {
	case line.Before == after:
		p.Same++
		return
	case w.state.OriginalLanguage(ref.Entity, ref.Field) == p.Target:
		refuse(CodeTextOriginal)
		return
	case !w.MayTranslate(ref, p.Target):
		refuse(CodeTextLocked)
		return
	}
	line.OriginalChanged = translationfile.Print(p.Source, line.Original) != u.Key.Print
	line.Figures = model.CompareFigures(line.Original, p.Source, after, p.Target)
	p.Lines = append(p.Lines, line)
}

// textOf finds the text that a key names; a key can name any field.
func (w *Work) textOf(k translationfile.Key) (model.TextRef, bool) {
	e := w.state.Element(k.Entity)
	if e == nil || !w.state.Present(k.Entity) {
		return model.TextRef{}, false
	}
	for _, base := range model.TranslatedFields(e.Kind) {
		if base == k.Field {
			return model.TextRef{Entity: k.Entity, Kind: e.Kind, Field: base}, !e.Text(base).Empty()
		}
	}
	return model.TextRef{}, false
}

// brief cuts a text that is quoted in a sentence.
func brief(s string) string {
	const longest = 60
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return s
}

// TakeTranslation writes what a preview shows, as one step. A translation whose
// original has changed since the file was made is marked as out of date.
func (w *Work) TakeTranslation(ctx context.Context, p *TranslationPreview) error {
	return w.Edit(ctx, func(st *model.Step) error {
		for _, line := range p.Lines {
			if err := st.SetText(line.Entity, line.Field, p.Target, line.After); err != nil {
				return err
			}
			if !line.OriginalChanged {
				continue
			}
			if err := st.MarkOutOfDate(line.Entity, line.Field, p.Target); err != nil {
				return err
			}
		}
		return nil
	})
}
