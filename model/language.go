package model

// Language is a language of the content, as an ISO 639-1 code.
type Language string

// The languages in which a programme can be written.
const (
	Finnish Language = "fi"
	Swedish Language = "sv"
	English Language = "en"
)

// Languages lists the languages of the content in their printing order.
func Languages() []Language { return []Language{Finnish, Swedish, English} }

// Valid tells whether content can be written in the language.
func (l Language) Valid() bool { return l == Finnish || l == Swedish || l == English }

// Text is one text in each language; an empty string is a text not written.
type Text struct {
	Fi string `json:"fi,omitempty" cbor:"1,keyasint,omitempty"`
	Sv string `json:"sv,omitempty" cbor:"2,keyasint,omitempty"`
	En string `json:"en,omitempty" cbor:"3,keyasint,omitempty"`
}

// In returns the text in language l, or "" where it is not written.
func (t Text) In(l Language) string {
	switch l {
	case Finnish:
		return t.Fi
	case Swedish:
		return t.Sv
	case English:
		return t.En
	}
	return ""
}

// With returns a copy of the text with language l set to s.
func (t Text) With(l Language, s string) Text {
	switch l {
	case Finnish:
		t.Fi = s
	case Swedish:
		t.Sv = s
	case English:
		t.En = s
	}
	return t
}

// Empty tells whether the text is written in no language.
func (t Text) Empty() bool { return t == Text{} }

// Best returns the text in the first of the wished languages in which it is
// written, else in any language, with the language found.
func (t Text) Best(wished ...Language) (string, Language) {
	for _, l := range append(wished, Languages()...) {
		if s := t.In(l); s != "" {
			return s, l
		}
	}
	return "", ""
}
