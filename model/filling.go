package model

// Filling writes elements with a step until the first error, which it keeps:
// whoever writes a whole programme asks for it once, at the end.
type Filling struct {
	Step *Step
	Err  error
}

// Add adds an element behind the others of its parent and returns its id, "" after
// an error.
func (f *Filling) Add(parent EntityID, kind Kind) EntityID {
	if f.Err != nil {
		return ""
	}
	var id EntityID
	id, f.Err = f.Step.Add(parent, kind, "")
	return id
}

// Set gives a field its value, of a type that [ValueOf] knows; what is empty, zero
// or false stays not set.
func (f *Filling) Set(id EntityID, field Field, v any) {
	if v == false || v == 0 {
		return
	}
	if value := ValueOf(v); f.Err == nil && value != nil {
		f.Err = f.Step.Set(id, field, value)
	}
}

// SetTexts gives a field its text in each language that it has.
func (f *Filling) SetTexts(id EntityID, base Field, t Text) {
	if f.Err == nil {
		f.Err = f.Step.SetTexts(id, base, t)
	}
}
