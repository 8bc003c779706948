package anydocument

import (
	"strings"
	"unicode"

	"tavoitekartta/reports/document"
)

// vocabulary are words as programmes have them, and some that no line holds.
var vocabulary = []string{
	"tavoite", "yhdistystoimijoiden", "5 koulutuskertaa / v", "2019–2022", "Ehjä ry", "LY-verkosto", "i", "och", "läroplikt",
	"kotoutumiskoulutuksen", "maahan\u00ADmuutto\u00ADasioiden", "a\u00A0b", "S2-opetus/valmentava", "https://kunta.example/kotoutuminen?a=1&b=2",
	"järjestelmällistämättömyydelläänsäkäänköhän", "€", "100 %", "(1)", "–", "…",
}

// odd are characters that break programs: without shape, without glyph, of
// other directions, of other planes, spaces and line ends of every kind.
var odd = []rune{
	0, '\t', '\n', '\r', '\v', '\f', 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x0301, 0x0308, 0x05D0, 0x0627, 0x0645, 0x0E01, 0x1100, 0x1161,
	0x180E, 0x2003, 0x2007, 0x2009, 0x200B, 0x200D, 0x200F, 0x2010, 0x2011, 0x2028, 0x2029, 0x202E, 0x202F, 0x2060, 0x2066, 0x2212,
	0x2192, 0x25CF, 0x3000, 0x4E2D, 0xD7FF, 0xE000, 0xF0B7, 0xFE0F, 0xFEFF, 0xFFFC, 0xFFFD, 0xFFFF, 0x10000, 0x1F468, 0x1F600,
	0xE0041, 0x10FFFF, 'ﬁ', 'ß', '\\', '(', ')', '<', '>', '-', '/', ' ',
}

// string grows a text of any characters, within what is left of the letters.
func (s *seed) string() string {
	var grown string
	switch s.pick(9) {
	case 0, 1:
		grown = s.phrase(1 + s.pick(12))
	case 2:
		return ""
	case 3:
		grown = s.phrase(20 * s.pick(40))
	case 4:
		grown = strings.Repeat([]string{"x", "ä", "W", "i", "sana", "\u0308", "\u00A0", "中", "😀"}[s.pick(9)], 1+s.pick(256)+s.pick(256))
	case 5:
		count := min(s.pick(64), len(s.rest))
		grown = strings.ToValidUTF8(string(s.rest[:count]), "\uFFFD")
		s.rest = s.rest[count:]
	case 6:
		runes := make([]rune, 0, 24)
		for range 1 + s.pick(24) {
			runes = append(runes, odd[s.pick(len(odd))])
		}
		grown = string(runes)
	case 7:
		grown = strings.Repeat(s.phrase(1+s.pick(4))+[]string{"\n", "\n\n", "\r\n", "\t", " "}[s.pick(5)], 1+s.pick(50))
	case 8:
		return s.string() + s.within(string(odd[s.pick(len(odd))])) + s.string()
	}
	return s.within(grown)
}

// within cuts a text to the letters that are left.
func (s *seed) within(text string) string {
	if s.flat {
		text = strings.Map(onLine, text)
	}
	runes := []rune(text)
	runes = runes[:min(len(runes), max(0, s.letters))]
	s.letters -= len(runes)
	return string(runes)
}

// brief lets no more letters be set than so many, and no line end, until what it
// returns is called.
func (s *seed) brief(most int) (lift func()) {
	letters := s.letters
	s.letters = min(letters, most)
	given, flat := s.letters, s.flat
	s.flat = true
	return func() {
		s.letters += letters - given
		s.flat = flat
	}
}

// onLine is the character that takes the place of another in a text of one line.
func onLine(r rune) rune {
	if unicode.IsSpace(r) && r != 0xA0 {
		return ' '
	}
	return r
}

func (s *seed) phrase(words int) string {
	list := make([]string, words)
	at := s.pick(len(vocabulary))
	step := 1 + s.pick(5)
	for i := range list {
		list[i] = vocabulary[(at+i*step)%len(vocabulary)]
	}
	return strings.Join(list, " ")
}

// words are a few words of no odd characters.
func (s *seed) words() string {
	if s.pick(4) == 3 {
		return s.string()
	}
	return s.within(s.phrase(s.pick(4)))
}

// said are a few words, never none: what names a document, a field or a picture.
func (s *seed) said() string {
	if words := s.words(); strings.TrimFunc(words, unseen) != "" {
		return words
	}
	return "Sana"
}

// unseen tells of characters that say nothing to those who only hear a text.
func unseen(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// text grows a text of one run or some.
func (s *seed) text() document.Text {
	switch s.pick(5) {
	case 0, 1, 2:
		return document.Plain(s.string())
	case 3:
		return document.In(s.language(), s.string())
	}
	var text document.Text
	for range 1 + s.pick(3) {
		text = append(text, document.Run{String: s.string(), Language: s.language(), Strong: s.yes()})
	}
	return text
}

// name is a text with something in it.
func (s *seed) name() document.Text {
	if text := s.text(); strings.TrimFunc(text.String(), unseen) != "" {
		return text
	}
	return document.Plain("Otsikko")
}

func (s *seed) texts(most int) []document.Text {
	var list []document.Text
	for range s.pick(most + 1) {
		list = append(list, s.text())
	}
	return list
}

func (s *seed) paragraph() document.Paragraph {
	return document.Paragraph{Text: s.text(), Style: s.style(), Color: s.color(), KeepWithNext: s.yes(), Apart: s.yes()}
}

func (s *seed) paragraphs(most int) []document.Paragraph {
	var list []document.Paragraph
	for range s.pick(most + 1) {
		list = append(list, s.paragraph())
	}
	return list
}
