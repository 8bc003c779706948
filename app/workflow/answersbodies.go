package workflow

import (
	"slices"

	"tavoitekartta/model"
)

// titleOf is what an element is called, also one that was removed.
func (w *Work) titleOf(id model.EntityID) model.Text {
	if element := w.State().Element(id); element != nil {
		return element.Text(model.FieldTitle)
	}
	return model.Text{}
}

// followJoined gives the answers of bodies that were joined to another one since
// the form was sent to that one: it goes by their names.
func (r *answersReader) followJoined(a Answers) Answers {
	given := map[answerKey]answerFields{}
	for _, key := range a.keys() {
		fields := a.given[key]
		if _, registered := r.places[key.body]; !registered {
			key.body = r.joined(key.body)
		}
		if given[key] == nil {
			given[key] = answerFields{}
		}
		for field, values := range fields {
			given[key][field] = append(given[key][field], values...)
		}
	}
	a.given = given
	return a
}

// joined is the body that goes by the name of one that is no longer in the
// register, that one itself where none does.
func (r *answersReader) joined(gone model.EntityID) model.EntityID {
	element := r.work.State().Element(gone)
	if element == nil {
		return gone
	}
	for _, language := range model.Languages() {
		if body := r.work.Programme().FindBody(element.Text(model.FieldName).In(language)); body != nil {
			return body.ID
		}
	}
	return gone
}

// before are the bodies whose duties have come to another one.
func (r *answersReader) before(body model.EntityID) []model.EntityID {
	if body == "" {
		return nil
	}
	known, is := r.predecessors[body]
	if !is {
		for _, b := range r.work.Programme().Predecessors(body) {
			known = append(known, b.ID)
		}
		r.predecessors[body] = known
	}
	return known
}

// withHeirs adds to the bodies of a measure those that came after them: who came
// after one that leads does so too.
func (r *answersReader) withHeirs(bodies []model.Responsibility) []model.Responsibility {
	all := slices.Clone(bodies)
	for _, b := range bodies {
		if heir := r.work.Programme().AnsweringFor(b.Body); heir != nil && heir.ID != b.Body {
			b.Body = heir.ID
			all = append(all, b)
		}
	}
	return all
}
