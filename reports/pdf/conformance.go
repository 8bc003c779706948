package pdf

// Conformance says which standards a file claims beside PDF/UA-1, which every
// file does.
type Conformance int

// The conformances.
const (
	// Archive3 is PDF/A-3a: the programme's data may be embedded.
	Archive3 Conformance = iota
	// Archive2 is PDF/A-2a, for receivers that refuse attachments.
	Archive2
	// AccessibleOnly is PDF/UA-1 alone: for forms, since readers open PDF/A for
	// reading only.
	AccessibleOnly
)

// archivePart is the part of ISO 19005, 0 for none.
func (c Conformance) archivePart() int {
	switch c {
	case Archive3:
		return 3
	case Archive2:
		return 2
	}
	return 0
}
