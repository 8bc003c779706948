package document

// Letterhead opens a document that has no cover: a band in the municipality's
// colour with its crest and name, over the whole width of the first page. It is
// the first block of its part, and the page that it stands on has no running
// head.
type Letterhead struct {
	// Owners stand at the left, their names in another language at the right.
	Owners      Text
	OwnersOther Text
	// Color is the band's, the usual one when empty. White text is read on it.
	Color Color
	// Crest stands before the owners, nil for none.
	Crest *Picture
}

// SignatureLines are places to sign by hand, two in a row, one for each party.
type SignatureLines struct {
	Parties []Signatory
	// Lines name what is written on each line: place and time, signature, name
	// in clear, role.
	Lines []string
}

// Signatory is a party that signs.
type Signatory struct{ Name Text }

func (Letterhead) block()     {}
func (SignatureLines) block() {}

func (s SignatureLines) texts(yield func(Text) bool) bool {
	for _, party := range s.Parties {
		if !all(yield, party.Name) {
			return false
		}
		for _, line := range s.Lines {
			if !all(yield, Plain(line)) {
				return false
			}
		}
	}
	return true
}
