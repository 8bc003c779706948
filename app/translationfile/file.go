package translationfile

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"tavoitekartta/model"
)

// File is a programme's texts for a translator.
type File struct {
	Programme      model.EntityID
	Title          string // of the programme, for the translator
	Source, Target model.Language
	Units          []Unit
}

// Unit is one text to translate.
type Unit struct {
	Key         Key
	Where       string // where the text stands, for the translator
	Original    string
	Translation string // "" for not translated
	Note        string // for the translator
	Row         int    // of the file that was read, counted from 1
}

// Key names a unit in every form of file.
type Key struct {
	Entity model.EntityID
	Field  model.Field // the base, without a language
	Print  string      // of the original when the file was made, see [Print]
}

// printDigits is the length of a print: 48 bits tell the texts of one field apart.
const printDigits = 12

// Print returns the first hexadecimal digits of the SHA-256 of a text in a language.
func Print(l model.Language, text string) string {
	sum := sha256.Sum256([]byte(string(l) + "\n" + text))
	return hex.EncodeToString(sum[:])[:printDigits]
}

// String writes the key as a name that XML allows for an id.
func (k Key) String() string { return fmt.Sprintf("%s.%s.%s", k.Entity, k.Field, k.Print) }

// ParseKey reads what [Key.String] wrote.
func ParseKey(s string) (Key, bool) {
	parts := strings.Split(strings.TrimSpace(s), ".")
	if len(parts) != 3 || len(parts[2]) != printDigits || parts[1] == "" {
		return Key{}, false
	}
	if _, err := model.ParseChangeID(parts[0]); err != nil {
		return Key{}, false
	}
	return Key{model.EntityID(parts[0]), model.Field(parts[1]), parts[2]}, true
}

// Form is the form of a file, by the end of its name.
type Form string

// The forms of files.
const (
	XLIFF    Form = ".xlf"
	Workbook Form = ".xlsx"
)

// Forms lists the forms; the first one is what most people can open.
func Forms() []Form { return []Form{Workbook, XLIFF} }

// FormOf returns the form that a file's name asks for.
func FormOf(name string) (Form, bool) {
	name = strings.ToLower(name)
	for _, f := range append(Forms(), ".xliff") {
		if strings.HasSuffix(name, string(f)) {
			if f == ".xliff" {
				f = XLIFF
			}
			return f, true
		}
	}
	return "", false
}
