package document

import "strings"

// Letterhead opens a document that has no cover: a band in the municipality's
// colour with its crest and name, over the whole width of the first page. It is
// the first block of its part, and the page that it stands on has no running
// head.
type Letterhead struct {
	// Owners stand at the left, their names in another language at the right.
	Owners      Text
	OwnersOther Text
	// Color, Ink and Accent are as those of a [Cover]. A band with an ink of its own
	// is light, and ends in a line.
	Color, Ink, Accent Color
	// Crest stands before the owners, nil for none.
	Crest *Picture
}

// SignatureLines are places to sign, two in a row, one for each party.
type SignatureLines struct {
	Parties []Signatory
	// Lines are those of each party: place and time, signature, name in clear,
	// role.
	Lines []SignatureLine
}

// SignatureLine is a line to write on, with the words below it.
type SignatureLine struct {
	Words string
	For   SignatureLineUse
}

// SignatureLineUse is what stands on a line of its own accord.
type SignatureLineUse int

// The uses of lines.
const (
	ByHand        SignatureLineUse = iota // nothing: it is written
	ForSignature                          // the party's field, where it has one
	ForPersonName                         // the person's name, where it is known
)

// Signatory is a party that signs.
type Signatory struct {
	Name Text
	// Person is the name in clear of the one who signs, "" where it is not known.
	Person string
	// Field takes an electronic signature, nil for a line to sign by hand.
	Field *FormField
}

// Signed tells whether the party's field stands in the place of the line.
func (l SignatureLine) Signed(party Signatory) bool {
	return l.For == ForSignature && party.Field != nil
}

// Named tells whether the person's name stands on the line.
func (l SignatureLine) Named(party Signatory) bool {
	return l.For == ForPersonName && party.Person != ""
}

func (Letterhead) block()     {}
func (SignatureLines) block() {}

func (s SignatureLines) texts(yield func(Text) bool) bool {
	for _, party := range s.Parties {
		if !all(yield, party.Name) {
			return false
		}
		for _, line := range s.Lines {
			if line.For == ForPersonName && !all(yield, Plain(party.Person)) || !all(yield, Plain(line.Words)) {
				return false
			}
		}
	}
	return true
}

func (o *outliner) signatureLines(depth int, s SignatureLines) {
	for _, party := range s.Parties {
		var lines []string
		for _, line := range s.Lines {
			words := line.Words
			if line.For == ForPersonName && party.Person != "" {
				words = party.Person + " (" + words + ")"
			}
			lines = append(lines, words)
		}
		o.line(depth, "to sign %s | %s", outlined(party.Name), strings.Join(lines, " | "))
		if party.Field != nil {
			o.line(depth+1, "field signature %s | %s", party.Field.Name, party.Field.Tooltip)
		}
	}
}
