package model

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// Value is what a field holds, as deterministic CBOR; nil is "not set".
// Equal values have equal bytes.
type Value []byte

// ErrMalformedValue says that bytes are not a value of the wanted type.
var ErrMalformedValue = errors.New("malformed value")

var (
	encoding = mustEncoding()
	decoding = mustDecoding()
)

func mustEncoding() cbor.EncMode {
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err) // fixed options: fails at start or never
	}
	return mode
}

func mustDecoding() cbor.DecMode {
	mode, err := cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		TagsMd:           cbor.TagsForbidden,
		UTF8:             cbor.UTF8RejectInvalid,
		MaxNestedLevels:  24,
		MaxArrayElements: 1 << 20,
		MaxMapPairs:      1 << 20,
	}.DecMode()
	if err != nil {
		panic(err) // fixed options: fails at start or never
	}
	return mode
}

// Marshal encodes v as deterministic CBOR, the form of every record.
func Marshal(v any) ([]byte, error) { return encoding.Marshal(v) }

// Unmarshal decodes what [Marshal] wrote; duplicate keys, tags, indefinite
// lengths and broken UTF-8 are refused.
func Unmarshal(b []byte, v any) error { return decoding.Unmarshal(b, v) }

// ValueOf encodes a string, bool, int, [Date], [Timetable] or list of strings.
// The empty string and the zero timetable and date become nil: not set.
func ValueOf(v any) Value {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		if v == "" {
			return nil
		}
	case Language:
		return ValueOf(string(v))
	case EntityID:
		return ValueOf(string(v))
	case PersonID:
		return ValueOf(string(v))
	case Kind:
		return ValueOf(string(v))
	case Number:
		return ValueOf(string(v))
	case Date:
		return ValueOf(v.String())
	case []string:
		if len(v) == 0 {
			return nil
		}
	case Timetable:
		if v.Unset() {
			return nil
		}
	}
	b, err := encoding.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("value of %T cannot be encoded: %v", v, err)) // a programming mistake, no input leads here
	}
	return b
}

// Equal tells whether two values are the same.
func (v Value) Equal(other Value) bool { return bytes.Equal(v, other) }

// Text returns the value as a string, "" when it is not set or no string.
func (v Value) Text() string {
	if s, plain := v.shortText(); plain {
		return s
	}
	return decodeAs[string](v)
}

// shortText reads a text of under 256 bytes, which nearly all are, without the
// decoder: whole programmes are read at every page.
func (v Value) shortText() (string, bool) {
	switch {
	case len(v) == 0:
		return "", true
	case v[0] >= 0x60 && v[0] < 0x78 && len(v) == 1+int(v[0]-0x60):
		return string(v[1:]), true
	case v[0] == 0x78 && len(v) >= 2 && len(v) == 2+int(v[1]):
		return string(v[2:]), true
	}
	return "", false
}

// Bool returns the value as a truth value, false when it is not set.
func (v Value) Bool() bool { return decodeAs[bool](v) }

// Int returns the value as an integer, 0 when it is not set.
func (v Value) Int() int { return decodeAs[int](v) }

// List returns the value as a list of strings, nil when it is not set.
func (v Value) List() []string { return decodeAs[[]string](v) }

// Timetable returns the value as a timetable, the unset one when it is none.
func (v Value) Timetable() Timetable { return decodeAs[Timetable](v) }

// Date returns the value as a date, the zero date when it is none.
func (v Value) Date() Date {
	d, _ := ParseISODate(v.Text())
	return d
}

func decodeAs[T any](v Value) T {
	var out T
	if len(v) == 0 {
		return out
	}
	if err := decoding.Unmarshal(v, &out); err != nil {
		var zero T
		return zero
	}
	return out
}

// ValueType is the type of a field's values.
type ValueType int

// The types of values.
const (
	TextValue ValueType = iota + 1
	BoolValue
	IntValue
	ListValue
	TimetableValue
	DateValue
	NumberValue
	ReferenceValue
)

// maxTextBytes bounds one text at intake; the window's own limits are lower.
const maxTextBytes = 1 << 18

// Check returns [ErrMalformedValue] unless v is not set or of type t, in the
// one deterministic encoding.
func (t ValueType) Check(v Value) error {
	if v == nil {
		return nil
	}
	decoded, err := t.decode(v)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrMalformedValue, err)
	}
	if !ValueOf(decoded).Equal(v) {
		return fmt.Errorf("%w: not in deterministic encoding", ErrMalformedValue)
	}
	return nil
}

func (t ValueType) decode(v Value) (any, error) {
	switch t {
	case TextValue, ReferenceValue:
		s, err := decode[string](v)
		if err == nil && len(s) > maxTextBytes {
			err = errors.New("text too long")
		}
		return s, err
	case NumberValue:
		s, err := decode[string](v)
		if err == nil && !Number(s).Valid() {
			err = errors.New("no number")
		}
		return s, err
	case DateValue:
		s, err := decode[string](v)
		if err != nil {
			return nil, err
		}
		d, err := ParseISODate(s)
		return d, err
	case BoolValue:
		return decode[bool](v)
	case IntValue:
		return decode[int](v)
	case ListValue:
		return decode[[]string](v)
	case TimetableValue:
		tt, err := decode[Timetable](v)
		if err == nil {
			err = tt.wellFormed()
		}
		return tt, err
	}
	return nil, errors.New("unknown type")
}

func decode[T any](v Value) (T, error) {
	var out T
	err := decoding.Unmarshal(v, &out)
	return out, err
}
