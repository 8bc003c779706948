package intake

import (
	"encoding/json"
	"reflect"

	"tavoitekartta/model"
)

// Involvement binds a body, by its name or an alias, to a goal or a measure. In
// a file a bare name stands for a responsible body; an object says more.
type Involvement struct {
	Body        string
	Role        model.ResponsibilityRole // responsible when left out
	Leads       bool
	AcceptedBy  string
	AcceptedOn  model.Date
	Reservation model.Text
}

// involvementObject is an [Involvement] written out.
type involvementObject struct {
	Body        string                   `json:"body" intake:"title"`
	Role        model.ResponsibilityRole `json:"role,omitempty"`
	Leads       bool                     `json:"leads,omitempty"`
	AcceptedBy  string                   `json:"acceptedBy,omitempty" intake:"title"`
	AcceptedOn  model.Date               `json:"acceptedOn,omitzero"`
	Reservation model.Text               `json:"reservation,omitzero" intake:"prose"`
}

func (v *Involvement) fromNode(d *decoder, n node, _ string) {
	var object involvementObject
	if _, bare := n.value.(string); bare {
		d.into(n, reflect.ValueOf(&object.Body).Elem(), "title")
	} else {
		d.into(n, reflect.ValueOf(&object).Elem(), "")
	}
	*v = Involvement(object)
	if v.Role == "" {
		v.Role = model.Responsible
	}
}

// MarshalJSON writes the short form where it says all.
func (v Involvement) MarshalJSON() ([]byte, error) {
	object := involvementObject(v)
	if object.Role == model.Responsible {
		object.Role = ""
	}
	if object == (involvementObject{Body: v.Body}) {
		return json.Marshal(v.Body)
	}
	return json.Marshal(object)
}
