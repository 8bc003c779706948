package search

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem/finnish"
)

// finnishRoots makes alike what the stemmer leaves apart: the grades of
// consonants (asunto, asunnon), nouns in -nen, -us and -uus, plurals in -oj-, and
// the common forms of verbs. Where a form can be of two words it gives both
// roots ("koulusta", "koulutusta"). The rules are those of any grammar
// (F. Karlsson, Finnish: An Essential Grammar, 1999, chapters 4 and 5).
func finnishRoots(word string) []string {
	if base, found := longVowelBase(word); found {
		return []string{base}
	}
	if base, found := verbBase(word); found {
		return []string{weakGrade(withoutVowel(base))}
	}
	word = nounBase(word)
	all := []string{finnishRoot(word)}
	for _, other := range otherBases(word) {
		all = addRoot(all, finnishRoot(other))
	}
	for _, root := range all {
		for _, other := range otherRoots(root, word) {
			all = addRoot(all, other)
		}
	}
	return all
}

// longVowels are the everyday nouns that are one long syllable, with their
// plural stems: no rule of the stemmer holds for them, nor for their compounds
// (yhteistyö, Pohjanmaa).
var longVowels = [][2]string{{"työ", "töi"}, {"maa", "mai"}}

const longVowelEndings = " n t na nä ta tä ssa ssä sta stä lla llä lta ltä lle ksi hön han hen den hin "

// longVowelBase returns the nominative of a form of such a noun.
func longVowelBase(word string) (string, bool) {
	for _, noun := range longVowels {
		for _, form := range noun {
			at := strings.LastIndex(word, form)
			if at < 0 {
				continue
			}
			if form == "töi" && strings.HasSuffix(word[:at], "s") && !strings.HasSuffix(word[:at], "is") {
				continue // järjestöissä, and not yhteistöissä
			}
			ending := word[at+len(form):]
			nominative := ending == "" && form == noun[0]
			if nominative || ending != "" && strings.Contains(longVowelEndings, " "+ending+" ") {
				return word[:at] + noun[0], true
			}
		}
	}
	return "", false
}

// nounBase gives a noun in -nen the stem of its other forms.
func nounBase(word string) string {
	if rest, found := strings.CutSuffix(word, "inen"); found && len(rest) >= 2 {
		return rest + "is"
	}
	return word
}

// verbEndings are of forms that the stemmer leaves.
var verbEndings = []string{"etaan", "etään", "ettiin", "amme", "ämme", "vat", "vät", "aisi", "äisi", "neet"}

// verbBase takes the ending off a verb.
func verbBase(word string) (string, bool) {
	for _, ending := range verbEndings {
		if rest, found := strings.CutSuffix(word, ending); found && utf8.RuneCountInString(rest) > shortestRoot {
			return rest, true
		}
	}
	return "", false
}

// otherBases are what else the form can be of.
func otherBases(word string) []string {
	var all []string
	for _, partitive := range []string{"sta", "stä"} {
		if rest, found := strings.CutSuffix(word, partitive); found {
			all = append(all, rest+"s") // koulutusta: of koulutus, and not of koulutu
		}
	}
	if strings.HasSuffix(word, "as") || strings.HasSuffix(word, "äs") {
		all = append(all, word[:len(word)-1]) // asiakas, asiakkaan
	}
	return all
}

// finnishRoot is the stem with the grade of its last consonants made weak and
// derivations made alike.
func finnishRoot(word string) string {
	root := stem(word, finnish.Stem)
	if base, found := irregular[root]; found {
		return base
	}
	return weakGrade(withoutVowel(derivation(root)))
}

// irregular are the roots of nouns whose forms no rule joins, by the stems that
// the stemmer finds.
var irregular = map[string]string{
	"lap": "laps", "las": "laps", "last": "laps", "laps": "laps",
	"mieh": "mies", "miehe": "mies", "miest": "mies", "mies": "mies",
	"tuki": "tuke", "tuen": "tuke", "tuet": "tuke", "tues": "tuke", "tuk": "tuke", "tue": "tuke", "tuel": "tuke", "tuke": "tuke",
	"laki": "lake", "lain": "lake", "lait": "lake", "lais": "lake", "lak": "lake", "lai": "lake", "laeis": "lake", "lakej": "lake", "lake": "lake",
	"vuon": "vuos", "vuot": "vuos", "vuod": "vuos", "vuode": "vuos", "vuote": "vuos", "vuosi": "vuos",
}

// derivations are endings of nouns in the forms of their stems.
var derivations = []struct{ form, base string }{
	{"uuks", "uus"}, {"uud", "uus"}, {"uut", "uus"}, {"yyks", "yys"}, {"yyd", "yys"}, {"yyt", "yys"},
	{"eyd", "eys"}, {"eyt", "eys"}, {"ks", "s"}, {"st", "s"},
	{"ej", ""}, {"oj", "o"}, {"öj", "ö"}, {"uj", "u"}, {"yj", "y"},
}

func derivation(root string) string {
	for _, d := range derivations {
		if rest, found := strings.CutSuffix(root, d.form); found && len(rest) >= 2 {
			root = rest + d.base
			break
		}
	}
	if rest, found := strings.CutSuffix(root, "mis"); found && len(rest) >= 2 {
		return rest + "m" // asuminen, asumista
	}
	return root
}

// withoutVowel takes the last vowel off where it changes with the form.
func withoutVowel(root string) string {
	for _, vowel := range []string{"a", "ä", "e", "i"} {
		if rest, found := strings.CutSuffix(root, vowel); found && utf8.RuneCountInString(rest) >= shortestRoot {
			return rest
		}
	}
	return root
}

// grades are strong and weak grades with what both become. One of a single p or
// k is no grade for all words: see [otherRoots].
var grades = []struct{ grade, common string }{
	{"nt", "n"}, {"nn", "n"}, {"ng", "nk"}, {"lt", "l"}, {"ll", "l"}, {"rt", "r"}, {"rr", "r"},
	{"mp", "m"}, {"mm", "m"}, {"kk", "k"}, {"pp", "p"}, {"tt", "t"}, {"ss", "s"}, {"hd", "ht"}, {"d", "t"},
}

// weakGrade makes the grade of the last consonants one, before a last vowel too.
func weakGrade(root string) string {
	body, vowel := root, ""
	for _, last := range []string{"o", "ö", "u", "y"} {
		if rest, found := strings.CutSuffix(root, last); found {
			body, vowel = rest, last
		}
	}
	for _, g := range grades {
		if rest, found := strings.CutSuffix(body, g.grade); found && len(rest) > 0 {
			return rest + g.common + vowel
		}
	}
	return root
}

// pluralEndings are of plurals in which the stem's a has become o.
var pluralEndings = []string{
	"ojen", "oja", "oissa", "oista", "oihin", "oilla", "oilta", "oille", "oiksi", "oina", "oita", "oiden",
	"öjen", "öjä", "öissä", "öistä", "öihin", "öillä", "öiltä", "öille", "öiksi", "öinä", "öitä", "öiden",
}

// otherRoots are further roots of the form: without the o of a plural
// (toimintojen: of toiminta), of the verb under a noun (kehittäminen:
// kehittää), with p for v (tavan: of tapa), and with its last n (jäsen).
func otherRoots(root, word string) []string {
	var all []string
	for _, ending := range pluralEndings {
		if strings.HasSuffix(word, ending) {
			rest := strings.TrimSuffix(strings.TrimSuffix(root, "o"), "ö")
			all = append(all, weakGrade(rest), weakGrade(withP(rest)))
			break
		}
	}
	if rest, found := strings.CutSuffix(root, "m"); found && utf8.RuneCountInString(rest) > shortestRoot+1 {
		all = append(all, weakGrade(withoutVowel(rest)))
	}
	all = append(all, withP(root))
	if strings.HasSuffix(word, "en") {
		all = append(all, weakGrade(word))
	}
	return all
}

// withP is a root with the strong grade of a last v.
func withP(root string) string {
	if rest, found := strings.CutSuffix(root, "v"); found && len(rest) >= 2 {
		return rest + "p"
	}
	return root
}
