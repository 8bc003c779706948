package document

// RecordNamespace is the XMP namespace of the record's properties; docs tell
// what each means.
const RecordNamespace = "urn:tavoitekartta:record:1#"

// Record is what an archive and a case management system need to know of a
// document. What is not known is empty and not written.
type Record struct {
	// RegisterNumber is the number of the matter in the register (diaarinumero).
	RegisterNumber string
	// Organ made the decision, at the § of its minutes, on the day (ISO 8601).
	Organ        string
	Paragraph    string
	DecisionDate string
	// ValidFrom and ValidUntil are the programme's years or days (ISO 8601).
	ValidFrom, ValidUntil string
	State                 string
	// Fingerprint is the SHA-256 of the approved content, in hex digits.
	Fingerprint string
	// Confidentiality is the publicity class, RetentionClass how long the
	// record is kept, as the municipality's information control plan names them.
	Confidentiality string
	RetentionClass  string
}

// Property is one fact of the record with what it means, in English as XMP
// schemas are.
type Property struct{ Name, Value, Description string }

// Properties are the facts that are known, in a fixed order.
func (r Record) Properties() []Property {
	var known []Property
	for _, p := range []Property{
		{"registerNumber", r.RegisterNumber, "Number of the matter in the municipality's register"},
		{"organ", r.Organ, "Organ that made the decision"},
		{"paragraph", r.Paragraph, "Section of the organ's minutes"},
		{"decisionDate", r.DecisionDate, "Day of the decision, ISO 8601"},
		{"validFrom", r.ValidFrom, "Beginning of validity, ISO 8601"},
		{"validUntil", r.ValidUntil, "End of validity, ISO 8601"},
		{"state", r.State, "State of the programme"},
		{"fingerprint", r.Fingerprint, "SHA-256 of the approved content, hexadecimal"},
		{"confidentiality", r.Confidentiality, "Publicity class of the record"},
		{"retentionClass", r.RetentionClass, "Retention class of the record"},
	} {
		if p.Value != "" {
			known = append(known, p)
		}
	}
	return known
}
