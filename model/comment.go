package model

// Comment is a remark on an element: no part of the programme, and open until
// somebody settles it.
type Comment struct {
	ID       EntityID `json:"id"`
	On       EntityID `json:"on"` // the element that it speaks of
	Text     string   `json:"text"`
	Author   PersonID `json:"author,omitempty"`
	AtMillis int64    `json:"at"` // wall clock of its last wording, Unix milliseconds
	Settled  bool     `json:"settled,omitempty"`
}

// Comments returns the comments on an element, or for "" on the whole programme
// and all that stands in it, the ideas put aside too, in printing order.
func (s *State) Comments(on EntityID) []Comment {
	var all []Comment
	s.commentsUnder(s.rootOr(on), on == "", &all)
	return all
}

func (s *State) rootOr(id EntityID) EntityID {
	if id == "" {
		return s.root
	}
	return id
}

func (s *State) commentsUnder(id EntityID, deep bool, all *[]Comment) {
	for _, e := range s.Children(id, KindComment) {
		worded, _ := e.Changed(FieldRemark)
		*all = append(*all, Comment{
			ID: e.ID, On: id, Text: e.Value(FieldRemark).Text(), Author: worded.Author,
			AtMillis: worded.AtMillis, Settled: e.Value(FieldSettled).Bool(),
		})
	}
	if !deep {
		return
	}
	for _, e := range s.Children(id, "") {
		if e.Kind != KindComment {
			s.commentsUnder(e.ID, true, all)
		}
	}
}
