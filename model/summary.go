package model

import "time"

// Summary is what the start screen shows of a programme. The store keeps it
// beside the elements, so that showing the list loads no programme.
type Summary struct {
	ID            EntityID      `json:"id" cbor:"1,keyasint"`
	Title         Text          `json:"title" cbor:"2,keyasint"`
	Kind          ProgrammeKind `json:"kind,omitempty" cbor:"3,keyasint,omitempty"`
	State         StoredState   `json:"state" cbor:"4,keyasint"`
	Version       int           `json:"version" cbor:"5,keyasint"`
	FirstYear     int           `json:"firstYear,omitempty" cbor:"6,keyasint,omitempty"`
	LastYear      int           `json:"lastYear,omitempty" cbor:"7,keyasint,omitempty"`
	Owners        []Text        `json:"owners" cbor:"8,keyasint,omitempty"`
	FirstLanguage Language      `json:"firstLanguage" cbor:"9,keyasint"`
	StructureOnly bool          `json:"structureOnly,omitempty" cbor:"10,keyasint,omitempty"`
	Counts        Counts        `json:"counts" cbor:"11,keyasint"`
	Map           StructuralMap `json:"map" cbor:"12,keyasint"`
	Untranslated  int           `json:"untranslated" cbor:"13,keyasint"` // texts that lack the second language
	Organ         Organ         `json:"organ,omitempty" cbor:"14,keyasint,omitempty"`
	DecidedOn     Date          `json:"decidedOn,omitzero" cbor:"15,keyasint,omitzero"`
	ChangedMillis int64         `json:"changed" cbor:"16,keyasint"` // wall clock of the last change, Unix milliseconds
	Bilingual     bool          `json:"bilingual,omitempty" cbor:"17,keyasint,omitempty"`
	// RecordedAfterwards says that the programme is of the past and owes no completeness.
	RecordedAfterwards bool `json:"recordedAfterwards,omitempty" cbor:"18,keyasint,omitempty"`
}

// Changed returns when the programme was last changed.
func (s Summary) Changed() time.Time { return time.UnixMilli(s.ChangedMillis) }

// SecondLanguage returns the language into which a bilingual municipality
// translates the programme.
func (s Summary) SecondLanguage() Language {
	if s.FirstLanguage == Swedish {
		return Finnish
	}
	return Swedish
}

// Expired tells whether the years of a programme that was approved, or recorded
// afterwards, have passed.
func (s Summary) Expired(today Date) bool {
	return expired(s.State, s.RecordedAfterwards, s.LastYear, today)
}

// Summary returns the summary of the state.
func (s *State) Summary() Summary {
	p := s.Programme()
	sum := Summary{
		ID: p.ID, Title: p.Title, Kind: p.Kind, State: p.State, Version: p.Version,
		FirstYear: p.FirstYear, LastYear: p.LastYear, FirstLanguage: p.FirstLanguage,
		StructureOnly: p.StructureOnly, Counts: p.Counts(), Map: p.StructuralMap(), Bilingual: p.Bilingual(),
		RecordedAfterwards: p.RecordedAfterwards,
	}
	for _, o := range p.Owners {
		sum.Owners = append(sum.Owners, o.Name)
	}
	second := sum.SecondLanguage()
	for _, ref := range s.textsOf(&p) {
		if s.TextState(ref.Entity, ref.Field, second) == TextNeedsTranslation {
			sum.Untranslated++
		}
	}
	if d := p.FinalDecision(); d != nil {
		sum.Organ, sum.DecidedOn = d.Organ, d.MeetingDate
	}
	for e := range s.Elements() {
		for _, cs := range e.Fields {
			for _, c := range cs {
				sum.ChangedMillis = max(sum.ChangedMillis, c.AtMillis)
			}
		}
	}
	return sum
}

// Expired tells whether the years of a programme that was approved, or recorded
// afterwards, have passed.
func (p *Programme) Expired(today Date) bool {
	return expired(p.State, p.RecordedAfterwards, p.LastYear, today)
}

func expired(state StoredState, recorded bool, lastYear int, today Date) bool {
	return (state == Approved || recorded && state == Draft) && lastYear > 0 && lastYear < today.Year
}
