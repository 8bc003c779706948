package interchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"tavoitekartta/model"
)

// The names by which files are known.
const (
	// Format is what every file names first.
	Format = "tavoitekartta-programme"
	// FormatVersion is the form that this program writes, and the newest that
	// it reads.
	FormatVersion = 1
	// FileName is the name of the file in a document.
	FileName = "programme.json"
	// MediaType is its media type.
	MediaType = "application/json"
)

// File is what a document carries along.
type File struct {
	Format        string           `json:"format"`
	FormatVersion int              `json:"formatVersion"`
	Kind          string           `json:"kind"`    // of the document: "programme"
	Edition       []model.Language `json:"edition"` // the languages that it is printed in, in their order
	Record        Record           `json:"record,omitzero"`
	// Persons are the names that the pages show, by the random ids that stand
	// in the programme.
	Persons   map[model.PersonID]string `json:"persons,omitempty"`
	Programme model.Programme           `json:"programme"`
}

// Record is what an archive and a case management system need to know;
// docs/record.md tells what each property means. What is not known is empty.
type Record struct {
	RegisterNumber  string `json:"registerNumber,omitempty"`
	Organ           string `json:"organ,omitempty"`
	Paragraph       string `json:"paragraph,omitempty"`
	DecisionDate    string `json:"decisionDate,omitempty"` // ISO 8601
	ValidFrom       string `json:"validFrom,omitempty"`    // ISO 8601
	ValidUntil      string `json:"validUntil,omitempty"`   // ISO 8601
	State           string `json:"state,omitempty"`
	Fingerprint     string `json:"fingerprint,omitempty"` // SHA-256 of the frozen content, 64 hexadecimal digits
	Confidentiality string `json:"confidentiality,omitempty"`
	RetentionClass  string `json:"retentionClass,omitempty"`
}

// Encode writes a file of the programme: compact JSON, the same bytes every
// time. Ideas put aside stay out, since no page shows them; of the persons only
// those go along whom names gives a name.
func Encode(kind string, edition []model.Language, record Record, p model.Programme, names func(model.PersonID) string) ([]byte, error) {
	p.Aside = nil
	file := File{
		Format: Format, FormatVersion: FormatVersion, Kind: kind, Edition: slices.Clone(edition),
		Record: record, Programme: listed(reflect.ValueOf(p)).Interface().(model.Programme),
	}
	if file.Edition == nil {
		file.Edition = []model.Language{}
	}
	for _, person := range persons(&p) {
		name := ""
		if names != nil {
			name = names(person)
		}
		if name == "" {
			continue
		}
		if file.Persons == nil {
			file.Persons = map[model.PersonID]string{}
		}
		file.Persons[person] = name
	}
	var out bytes.Buffer
	writer := json.NewEncoder(&out)
	writer.SetEscapeHTML(false)
	if err := writer.Encode(file); err != nil {
		return nil, fmt.Errorf("encode programme %s: %w", p.ID, err)
	}
	return out.Bytes(), nil
}

// persons are those whom the programme names by their ids.
func persons(p *model.Programme) []model.PersonID {
	var all []model.PersonID
	for _, c := range p.Contacts {
		all = append(all, c.Person)
	}
	for _, d := range p.Decisions {
		for _, m := range d.Minutes {
			all = append(all, m.Person)
		}
		for _, o := range d.Dissents {
			all = append(all, o.Person)
		}
	}
	return slices.DeleteFunc(all, func(id model.PersonID) bool { return id == "" })
}

// listed is a copy of the value with an empty list in the place of each list
// that is not there, so that a frozen programme is written like any other.
func listed(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		fresh := reflect.New(v.Type()).Elem()
		fresh.Set(v)
		for i := range v.NumField() {
			if kind := v.Field(i).Kind(); kind == reflect.Struct || kind == reflect.Slice {
				fresh.Field(i).Set(listed(v.Field(i)))
			}
		}
		return fresh
	case reflect.Slice:
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			fresh.Index(i).Set(listed(v.Index(i)))
		}
		return fresh
	}
	return v
}
