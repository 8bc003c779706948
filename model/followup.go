package model

// FollowUpAnswer is what a body answered for one year: of a measure how far it has
// come and what was done, of an indicator its value. It is no part of the
// content.
type FollowUpAnswer struct {
	ID     EntityID      `json:"id"`
	Year   int           `json:"year,omitempty" validate:"omitempty,year"`
	Body   EntityID      `json:"body,omitempty"` // who answered, of the register of bodies
	Status MeasureStatus `json:"status,omitempty"`
	Value  Number        `json:"value,omitempty"`
	Remark string        `json:"remark,omitempty"` // in whatever language it was written
}

func (s *State) readFollowUp(e *Element) FollowUpAnswer {
	return FollowUpAnswer{
		ID: e.ID, Year: e.Value(FieldYear).Int(), Body: EntityID(e.Value(FieldBody).Text()),
		Status: MeasureStatus(e.Value(FieldStatus).Text()), Value: Number(e.Value(FieldValue).Text()),
		Remark: e.Value(FieldRemark).Text(),
	}
}
