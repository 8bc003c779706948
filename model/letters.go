package model

// Unprintable returns a notice for each text of the programme that has signs
// which the documents cannot print, in printing order. Lacking lists those of a
// text, each once; what can be printed is known by who prints. The programme is
// the state's reading.
func (s *State) Unprintable(p *Programme, lacking func(text string) []string) []Finding {
	var findings []Finding
	for _, ref := range s.textsOf(p) {
		e := s.Element(ref.Entity)
		for _, l := range Languages() {
			field := ref.Field.In(l)
			signs := lacking(e.Value(field).Text())
			if len(signs) == 0 {
				continue
			}
			findings = append(findings, Finding{
				Severity: Notice, Code: CodeUnprintable, Entity: ref.Entity, Field: field,
				Path: pathJoin(string(ref.Entity), string(field)), Signs: signs,
			})
		}
	}
	return findings
}
