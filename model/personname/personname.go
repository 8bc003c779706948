// Package personname finds the names of persons in a programme and takes them
// out, for an edition without names.
//
// Words. A [Found] name stands in the key ring under a person's random id, or
// in a text that may hold one (a preparer, an author, an address). Which are
// taken out is for a person to choose: [Found.Likely] is a proposal. Names in
// the midst of other texts are found only where they are those of a person in
// the key ring, word for word. The package imports the model alone.
package personname

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tavoitekartta/model"
)

// Place says as what a name stands in a programme.
type Place string

// The places of names.
const (
	Minutes   Place = "minutes" // signs, certifies or checks the minutes
	Dissent   Place = "dissent"
	Contact   Place = "contact"
	Address   Place = "address" // of a contact or of the programme: may be made of a name
	Preparer  Place = "preparer"
	Presenter Place = "presenter"
	Author    Place = "author" // of a chapter, or who is quoted
	Acceptor  Place = "acceptor"
)

// Found is a name, or a text that may be one.
type Found struct {
	Key    string // the same for the same name as long as it stands there
	Place  Place
	Name   string
	Person model.PersonID // "" for a text
	Likely bool           // proposed to be taken out
}

// Find lists the names of a programme in the order in which it is printed, each
// person and each text once. Names gives those of the key ring.
func Find(p *model.Programme, names func(model.PersonID) string) []Found {
	var all []Found
	seen := map[string]bool{}
	visit(p, func(place Place, person model.PersonID, texts []*string) {
		if person != "" && names != nil {
			if name := names(person); name != "" && !seen["person/"+string(person)] {
				seen["person/"+string(person)] = true
				all = append(all, Found{"person/" + string(person), place, name, person, true})
			}
		}
		for _, text := range texts {
			key := keyOf(place, *text)
			if strings.TrimSpace(*text) != "" && !seen[key] {
				seen[key] = true
				all = append(all, Found{key, place, *text, "", likely(place, *text)})
			}
		}
	})
	return all
}

func keyOf(place Place, text string) string { return string(place) + "/" + text }

// visit calls f with each place of a name: the person, and the texts that may be
// one, which f may alter.
func visit(p *model.Programme, f func(Place, model.PersonID, []*string)) {
	text := func(place Place, t *model.Text) { f(place, "", []*string{&t.Fi, &t.Sv, &t.En}) }
	for i := range p.Chapters {
		c := &p.Chapters[i]
		text(Author, &c.AuthorRole)
		for j := range c.Blocks {
			text(Author, &c.Blocks[j].AuthorRole)
		}
	}
	bodies := func(list []model.Responsibility) {
		for i := range list {
			f(Acceptor, "", []*string{&list[i].AcceptedBy})
		}
	}
	for g := range p.AllGoals() {
		bodies(g.Bodies)
		for i := range g.Measures {
			bodies(g.Measures[i].Bodies)
		}
	}
	for i := range p.Contacts {
		f(Contact, p.Contacts[i].Person, nil)
		text(Contact, &p.Contacts[i].Role)
		f(Address, "", []*string{&p.Contacts[i].Address})
	}
	f(Address, "", []*string{&p.Address})
	for i := range p.Decisions {
		d := &p.Decisions[i]
		text(Preparer, &d.Preparer)
		text(Presenter, &d.Presenter)
		for j := range d.Dissents {
			f(Dissent, d.Dissents[j].Person, nil)
		}
		for j := range d.Minutes {
			f(Minutes, d.Minutes[j].Person, nil)
			text(Minutes, &d.Minutes[j].RoleText)
		}
	}
}

// likely tells whether a text looks like a person's name, or like an address
// made of one: two words beginning with capitals beside each other, or two words
// with a point between before an @. A role ("kehittämispäällikkö") does not.
func likely(place Place, text string) bool {
	if local, _, is := strings.Cut(text, "@"); place == Address {
		return is && strings.Contains(local, ".")
	}
	before := false
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '(' || r == ')' }) {
		first, size := utf8.DecodeRuneInString(word)
		second, _ := utf8.DecodeRuneInString(word[size:])
		capital := unicode.IsUpper(first) && unicode.IsLower(second)
		if capital && before {
			return true
		}
		before = capital
	}
	return false
}

// Removal is the choice of names that are taken out, by their keys.
type Removal map[string]bool

// Proposed is the choice that takes out all that is likely a name.
func Proposed(found []Found) Removal {
	chosen := Removal{}
	for _, name := range found {
		if name.Likely {
			chosen[name.Key] = true
		}
	}
	return chosen
}

// Persons are the persons whose names are taken out.
func (r Removal) Persons(found []Found) map[model.PersonID]bool {
	persons := map[model.PersonID]bool{}
	for _, name := range found {
		if name.Person != "" && r[name.Key] {
			persons[name.Person] = true
		}
	}
	return persons
}

// From returns the programme with the chosen names taken out: each text that is
// one becomes the word for it, in its language, and so does the name of a person
// wherever another text holds it word for word. An address takes the word of the
// first language. The programme given stays as it is.
func (r Removal) From(p model.Programme, found []Found, word func(model.Language) string) model.Programme {
	fresh := clone(reflect.ValueOf(p)).Interface().(model.Programme)
	visit(&fresh, func(place Place, _ model.PersonID, texts []*string) {
		for i, text := range texts {
			if *text == "" || !r[keyOf(place, *text)] {
				continue
			}
			language := fresh.FirstLanguage
			if len(texts) > 1 {
				language = model.Languages()[i]
			}
			*text = word(language)
		}
	})
	var names []string
	for _, name := range found {
		if name.Person != "" && r[name.Key] && strings.Contains(strings.TrimSpace(name.Name), " ") {
			names = append(names, strings.TrimSpace(name.Name))
		}
	}
	// The longest first, so that no name is cut by another within it.
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	replace(reflect.ValueOf(&fresh).Elem(), names, word)
	return fresh
}

// replace takes names out of all texts under a value.
func replace(v reflect.Value, names []string, word func(model.Language) string) {
	if t, is := v.Addr().Interface().(*model.Text); is {
		for _, l := range model.Languages() {
			text := t.In(l)
			for _, name := range names {
				text = strings.ReplaceAll(text, name, word(l))
			}
			*t = t.With(l, text)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			replace(v.Field(i), names, word)
		}
	case reflect.Slice:
		for i := range v.Len() {
			replace(v.Index(i), names, word)
		}
	}
}

// clone copies a value with its lists.
func clone(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		fresh := reflect.New(v.Type()).Elem()
		fresh.Set(v)
		for i := range v.NumField() {
			if kind := v.Field(i).Kind(); kind == reflect.Struct || kind == reflect.Slice {
				fresh.Field(i).Set(clone(v.Field(i)))
			}
		}
		return fresh
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			fresh.Index(i).Set(clone(v.Index(i)))
		}
		return fresh
	}
	return v
}
