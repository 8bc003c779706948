package interchange

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"unicode"
	"unicode/utf8"

	"tavoitekartta/model"
)

// The limits of a file. The largest programme measured, 5,000 measures, takes
// some 8 MB and 60,000 objects. Each object takes some 4 kB while a programme is
// made of it, and the time grows with the square of the longest list.
const (
	MaxBytes   = 64 << 20
	maxObjects = 150_000
	maxInList  = 20_000
	maxLevels  = 64 // of brackets; goals under goals take two each
	maxRecord  = model.MaxTitle
)

// The errors of a file that cannot be brought in.
var (
	// ErrNoProgramme says that the bytes are no file of this format.
	ErrNoProgramme = errors.New("no programme of this format")
	// ErrNewer says that a newer program has written the file.
	ErrNewer = errors.New("written in a newer form")
	// ErrTooLarge says that the file goes beyond the limits.
	ErrTooLarge = errors.New("more than any programme holds")
	// ErrDamaged says that the file is of this format but holds what no program
	// wrote there.
	ErrDamaged = errors.New("the programme's data are damaged")
	// ErrAltered says that the content is not the one whose fingerprint the file
	// carries.
	ErrAltered = errors.New("the content does not have its fingerprint")
)

// Decode reads a file. It returns [ErrNoProgramme], [ErrNewer], [ErrTooLarge],
// [ErrDamaged] or [ErrAltered].
func Decode(data []byte) (File, error) {
	if len(data) > MaxBytes {
		return File{}, ErrTooLarge
	}
	if err := measure(data); err != nil {
		return File{}, err
	}
	var head struct {
		Format        string `json:"format"`
		FormatVersion int    `json:"formatVersion"`
	}
	switch err := json.Unmarshal(data, &head); {
	case err != nil || head.Format != Format || head.FormatVersion < 1:
		return File{}, ErrNoProgramme
	case head.FormatVersion > FormatVersion:
		return File{}, ErrNewer
	}
	reader := json.NewDecoder(bytes.NewReader(data))
	reader.DisallowUnknownFields()
	var file File
	if err := reader.Decode(&file); err != nil {
		return File{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if err := sound(reflect.ValueOf(&file).Elem()); err != nil {
		return File{}, err
	}
	return file, file.unaltered()
}

// measure holds the number of objects and the depth against the limits, before
// anything is made of them, and refuses what is no UTF-8.
func measure(data []byte) error {
	if !utf8.Valid(data) {
		return ErrNoProgramme
	}
	objects, level, inText := 0, 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			inText = !inText
		case inText:
		case c == '{', c == '[':
			objects++
			level++
		case c == '}', c == ']':
			level--
		}
		if objects > maxObjects || level > maxLevels {
			return ErrTooLarge
		}
	}
	return nil
}

// Verified tells whether the file carries the fingerprint of a frozen content,
// which [Decode] has held the programme against.
func (f *File) Verified() bool { return f.Record.Fingerprint != "" }

// unaltered holds the programme against its fingerprint.
func (f *File) unaltered() error {
	if !f.Verified() {
		return nil
	}
	content, err := f.Programme.Fingerprint()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if hex.EncodeToString(content[:]) != f.Record.Fingerprint {
		return ErrAltered
	}
	return nil
}

// sound walks a value and refuses codes that no list holds, texts that are too
// long and control characters.
func sound(v reflect.Value) error {
	if known, has := words[v.Type()]; has && v.String() != "" && !slices.Contains(known, v.String()) {
		return fmt.Errorf("%w: %s %q", ErrDamaged, v.Type(), v.String())
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if err := sound(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Slice:
		if v.Len() > maxInList {
			return ErrTooLarge
		}
		for i := range v.Len() {
			if err := sound(v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			if err := errors.Join(sound(key), sound(v.MapIndex(key))); err != nil {
				return err
			}
		}
	case reflect.String:
		return soundText(v.String())
	}
	return nil
}

func soundText(s string) error {
	if utf8.RuneCountInString(s) > model.MaxProse {
		return fmt.Errorf("%w: a text too long", ErrDamaged)
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' {
			return fmt.Errorf("%w: control character %U", ErrDamaged, r)
		}
	}
	return nil
}

// words are the codes that a file may hold, by the type of the field; "" is
// always one that was not chosen.
var words = map[reflect.Type][]string{
	reflect.TypeFor[model.Language]():           codes(model.Languages()),
	reflect.TypeFor[model.ProgrammeKind]():      codes(model.ProgrammeKinds()),
	reflect.TypeFor[model.StoredState]():        codes([]model.StoredState{model.Draft, model.InDecisionMaking, model.Locked, model.Approved, model.Superseded}),
	reflect.TypeFor[model.OwnerKind]():          codes(model.OwnerKinds()),
	reflect.TypeFor[model.SectionRole]():        codes(model.SectionRoles()),
	reflect.TypeFor[model.ChapterRole]():        codes(model.ChapterRoles()),
	reflect.TypeFor[model.BlockRole]():          codes(model.BlockRoles()),
	reflect.TypeFor[model.GoalRole]():           codes(model.GoalRoles()),
	reflect.TypeFor[model.ResponsibilityRole](): codes([]model.ResponsibilityRole{model.Responsible, model.Partner}),
	reflect.TypeFor[model.Sector]():             codes(model.Sectors()),
	reflect.TypeFor[model.IndicatorKind]():      codes(model.IndicatorKinds()),
	reflect.TypeFor[model.Direction]():          codes([]model.Direction{model.Up, model.Down, model.Steady}),
	reflect.TypeFor[model.TimetableKind]():      codes([]model.TimetableKind{model.InYears, model.InSpan, model.Ongoing, model.NoOwnDate}),
	reflect.TypeFor[model.Season]():             codes([]model.Season{model.Winter, model.Spring, model.Summer, model.Autumn}),
	reflect.TypeFor[model.Organ]():              codes(model.Organs()),
	reflect.TypeFor[model.Outcome]():            codes(model.Outcomes()),
	reflect.TypeFor[model.MeasureStatus]():      codes(model.MeasureStatuses()),
	reflect.TypeFor[model.MotionKind]():         codes(model.MotionKinds()),
	reflect.TypeFor[model.MinutesRole]():        codes([]model.MinutesRole{model.Chair, model.MinutesKeeper, model.MinutesChecker}),
}

// Words are the codes that fields of a type may hold, nil for a type that holds
// other things.
func Words(t reflect.Type) []string { return slices.Clone(words[t]) }

func codes[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, c := range list {
		all[i] = string(c)
	}
	return all
}
