package document

import "strings"

// FormRow sets fields of a form beside each other, each below its label.
type FormRow struct{ Fields []FormField }

// FormGroup is what a form asks about one thing, below a bar with its title,
// which is a heading of the second level. A group that goes on on another page
// has its bar there too, with Continued beside the title.
type FormGroup struct {
	Title     Text
	Anchor    string // as that of a heading
	Subject   string // as that of a heading
	Continued string
	Blocks    []Block
}

// FormField is a field that a reader of the file fills.
type FormField struct {
	Kind FieldKind
	// Name tells the field from all others of the document and stays the same
	// as long as what it asks does. It has no full stop: in a PDF that parts
	// the names of nested fields.
	Name  string
	Label Text
	// Tooltip says what is asked to those who come to the field without having
	// read what stands above it.
	Tooltip string
	// Value is what stands in the field: of a choice one of its values, of a
	// check box [Checked] or nothing.
	Value   string
	Choices []FieldChoice
	// Lines is the height of a text field, one when zero; where it grows, the least
	// that it has on a page without more room.
	Lines int
	Grows bool
	// Hint stands below a choice for those who fill the form on paper; a reader of
	// the file has the choices themselves.
	Hint string
	// Share is the field's part of the row, one when zero.
	Share    float64
	Required bool
}

// FieldKind is what can be put into a field.
type FieldKind int

// The kinds of fields.
const (
	TextField FieldKind = iota
	ChoiceField
	CheckField
	SignatureField // stands on a line to sign on
)

// Checked is the value of a check box that is checked.
const Checked = "On"

// FieldChoice is one of the values of a choice, in ASCII, with its words.
type FieldChoice struct{ Value, Words string }

// HiddenField says of a form what nobody needs to see: which programme and year
// it asks about.
type HiddenField struct{ Name, Value string }

func (FormRow) block()   {}
func (FormGroup) block() {}

// Shown is what the field shows: its value, of a choice the words of it.
func (f FormField) Shown() string {
	if f.Kind == CheckField {
		return ""
	}
	for _, choice := range f.Choices {
		if choice.Value == f.Value {
			return choice.Words
		}
	}
	return f.Value
}

func (r FormRow) texts(yield func(Text) bool) bool {
	for _, field := range r.Fields {
		if !all(yield, field.Label, Plain(field.Shown())) {
			return false
		}
	}
	return true
}

func (o *outliner) formRow(depth int, r FormRow) {
	for _, field := range r.Fields {
		kind := map[FieldKind]string{TextField: "text", ChoiceField: "choice", CheckField: "check"}[field.Kind]
		o.line(depth, "field %s %s %s | %s = %q", kind, field.Name, outlined(field.Label), field.Tooltip, field.Value)
		var words []string
		for _, choice := range field.Choices {
			words = append(words, choice.Value+" "+choice.Words)
		}
		if len(words) > 0 {
			o.line(depth+1, "choices %s", strings.Join(words, " | "))
		}
	}
}
