package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// Each writing is drawn by its own letters, by what means the same, or it is
// told which of it cannot be drawn.
func TestEveryWritingIsDrawnOrToldOf(t *testing.T) {
	set := faces(t)
	type writing struct{ name, source, drawn, lacking string }
	same := func(name, source string) writing { return writing{name, source, source, ""} }
	lacks := func(name, source, drawn, lacking string) writing { return writing{name, source, drawn, lacking} }
	cases := []writing{
		same("Finnish", "Äiti öylätti Åbo šakki Ž"),
		{"decomposed Finnish, as macOS pastes it", "A\u0308iti o\u0308yla\u0308tti A\u030Abo", "Äiti öylätti Åbo", ""},
		same("Northern Sámi", "áčđŋšŧž ÁČĐŊŠŦŽ"),
		same("Skolt and Inari Sámi", "âʹǥǧǩʒǯ Â Ǥ Ǧ Ǩ Ʒ Ǯ õ å ä"),
		same("Russian", "Добро пожаловать, Ёлка и Щукин"),
		same("Ukrainian", "Ласкаво просимо: ґанок, їжак, єнот"),
		same("Estonian", "Õpetaja Šmidt, žanr, öö, üks"),
		same("Somali", "Soo dhowow, Cabdullaahi Xasan"),
		same("Vietnamese", "Nguyễn Thị Hồng Ngọc"),
		same("Turkish, Kurdish, Azerbaijani", "ğışİ êîûç əğ"),
		same("Romanian and Polish", "șțăîâ łąęśźż"),
		same("Greek", "Καλώς ήρθατε"),
		{"no-break, narrow and thin spaces", "10\u00A0000\u202F€\u2009km", "10\u00A0000\u202F€\u2009km", ""},
		{"a soft hyphen", "koti\u00ADkunta", "kotikunta", ""},
		same("dashes and the no-break hyphen", "S2\u2011opetus 1\u20122 2019–2022 —"),
		{"a minus sign", "−5", "–5", ""},
		{"arrows", "A → B ← C", "A –› B ‹– C", ""},
		{"greater and less", "≥ 50 %, ≤ 3, ≠, ≈", ">\u0332 50 %, <\u0332 3, =\u0338, ~\u0303", ""},
		{"bullets of a word processor", "\uF0B7 a ● b ▪ c ■ d ◦ e • f", "• a • b • c • d • e • f", ""},
		same("fractions and figures above and below", "½ ¼ ¾ ⅓ ⅔ m² m³ H₂O 10⁶"),
		same("ligatures", "ﬁ ﬂ ﬃ œ æ"),
		same("signs of an office", "§ € £ % ‰ ° ± × ÷ µ © ® ™ № † …"),
		same("quotation marks", "”suora” ’ei’ »kulma« „alas“"),
		{"marks that no letter holds", "q\u0301 m\u0308", "q\u0301 m\u0308", ""},
		{"a direction mark and a joiner", "a\u200Eb\u200Dc\uFEFF", "abc", ""},
		{"control characters", "a\x00b\x1Bc\u0085d", "abcd", ""},
		{"newlines and a tab", "a\r\nb\nc\td", "a b c d", ""},
		{"a sign with its plain form", "™\uFE0E ©\uFE0F", "™ ©", ""},
		lacks("an emoji", "hymy 😀", "hymy �", "😀"),
		lacks("an emoji with a colour of skin", "👍🏽!", "�!", "👍🏽"),
		lacks("a family of emoji is one sign", "a 👨\u200D👩\u200D👧 b", "a � b", "👨\u200D👩\u200D👧"),
		lacks("a flag is one sign", "🇫🇮", "�", "🇫🇮"),
		lacks("a heart of two characters", "❤\uFE0F", "�", "❤\uFE0F"),
		lacks("a key is one sign", "1\uFE0F\u20E3", "�", "1\uFE0F\u20E3"),
		lacks("an Arabic word is told as one", "sana مرحبا!", "sana �����!", "مرحبا"),
		lacks("Hebrew", "שלום", "����", "שלום"),
		lacks("Chinese", "你好 x", "�� x", "你好"),
		lacks("Thai with its marks", "น้ำ", "�", "น้ำ"),
		lacks("private use", "a\uE000", "a�", "\uE000"),
		lacks("check marks and boxes", "✓ ☐", "� �", "✓|☐"),
		lacks("a letter that was lost", "p\uFFFDiv\uFFFD", "p�iv�", "\uFFFD|\uFFFD"),
		lacks("bytes that are no text", "a\xED\xA0\x80b", "a���b", "\xED\xA0\x80"),
		lacks("a mark beside an emoji", "😀\u0301", "�", "😀\u0301"),
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if drawn := set.Drawable(c.source); drawn != c.drawn {
				t.Errorf("%q is drawn as %q, want %q", c.source, drawn, c.drawn)
			}
			var lacking []string
			for at, sign := range set.Lacking(c.source) {
				if c.source[at:at+len(sign)] != sign {
					t.Errorf("%q does not stand at %d of %q", sign, at, c.source)
				}
				lacking = append(lacking, sign)
			}
			if got := strings.Join(lacking, "|"); got != c.lacking {
				t.Errorf("%q lacks %q, want %q", c.source, got, c.lacking)
			}
			if boxes := strings.Count(set.Drawable(c.source), "�"); (boxes > 0) != (len(lacking) > 0) {
				t.Errorf("%q: %d boxes, told of %q", c.source, boxes, lacking)
			}
			result := lay(t, set, documentOf(document.Paragraph{Text: document.Plain(c.source)}))
			check(t, documentOf(document.Paragraph{Text: document.Plain(c.source)}), result)
		})
	}
}

func TestMarksStandOverTheMiddleOfTheirLetters(t *testing.T) {
	set := faces(t)
	if whole := set.Stretches("Nguyễn Õ", false); len(whole) != 1 || whole[0] != (layout.Stretch{String: "Nguyễn Õ"}) {
		t.Errorf("letters without marks are parted: %v", whole)
	}
	for _, bold := range []bool{false, true} {
		face := set.Regular
		if bold {
			face = set.Bold
		}
		for _, c := range []struct {
			letter, mark rune
			above        bool
		}{{'q', 0x301, true}, {'M', 0x308, true}, {'W', 0x303, true}, {'g', 0x331, false}, {'>', 0x332, false}} {
			stretches := set.Stretches(fmt.Sprintf("ab%c%cc", c.letter, c.mark), bold)
			if len(stretches) != 3 || stretches[1].String != string(c.mark) || stretches[2].String != "c" {
				t.Fatalf("parted as %v", stretches)
			}
			letter := face.Bounds(c.letter).Moved(face.Advance('a')+face.Advance('b'), 0)
			mark := face.Bounds(c.mark).Moved(stretches[1].X, stretches[1].Y)
			if apart := letter.Left + letter.Right - mark.Left - mark.Right; apart < -2 || apart > 2 {
				t.Errorf("%c%c: the mark stands %d beside the middle", c.letter, c.mark, apart/2)
			}
			if c.above && mark.Bottom < letter.Top || !c.above && mark.Top > letter.Bottom {
				t.Errorf("%c%c: the mark %v lies on the letter %v", c.letter, c.mark, mark, letter)
			}
			if want := face.Advance('a') + face.Advance('b') + face.Advance(c.letter); stretches[2].X != want {
				t.Errorf("%c%c: what follows begins at %d, want %d", c.letter, c.mark, stretches[2].X, want)
			}
		}
	}
}

func TestSeveralMarksOfALetterStandOverEachOther(t *testing.T) {
	set := faces(t)
	stretches := set.Stretches("m\u0308\u0301", false)
	lower := set.Regular.Bounds(0x308).Moved(stretches[1].X, stretches[1].Y)
	upper := set.Regular.Bounds(0x301).Moved(stretches[2].X, stretches[2].Y)
	if len(stretches) != 3 || upper.Bottom < lower.Top {
		t.Errorf("%v: the accent %v lies on the dots %v", stretches, upper, lower)
	}
}

func TestATextSaysThatItIsDrawnOtherwise(t *testing.T) {
	set := faces(t)
	for source, replaced := range map[string]bool{
		"sana": false, "a\u0308": false, "10\u00A0000 €": false, "koti\u00ADkunta": false, "–5": false,
		"−5": true, "a → b": true, "hymy 😀": true, "q\u0301": true, "●": true,
	} {
		result := lay(t, set, documentOf(document.Paragraph{Text: document.Plain(source)}))
		told := slices.ContainsFunc(result.Pages[0].Operations, func(o layout.Operation) bool {
			text, is := o.(layout.Text)
			return is && text.Replaced
		})
		if told != replaced {
			t.Errorf("%q: told %t, want %t", source, told, replaced)
		}
	}
}
