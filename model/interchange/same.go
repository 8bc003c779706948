package interchange

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"tavoitekartta/model"
)

// Same tells whether two programmes are the same but for the ids of their
// elements: content, decisions and follow-up, with each element in its place.
// How the state of a locked programme is called, and whether it was recorded
// afterwards, differs between where it was approved and where it was brought
// in, and is not compared; nor are ideas put aside.
func Same(a, b *model.Programme) bool {
	one, two := withoutIDs(a), withoutIDs(b)
	return one != nil && bytes.Equal(one, two)
}

// withoutIDs writes a programme with its elements numbered in their order in
// the place of ids, and without what is empty.
func withoutIDs(p *model.Programme) []byte {
	shown := *p
	shown.Aside = nil
	if shown.State == "" {
		shown.State = model.Draft
	}
	if shown.State.Locked() || shown.RecordedAfterwards {
		shown.State, shown.RecordedAfterwards = "", true
	}
	data, err := json.Marshal(shown)
	if err != nil {
		return nil
	}
	var tree any
	reader := json.NewDecoder(bytes.NewReader(data))
	reader.UseNumber()
	if reader.Decode(&tree) != nil {
		return nil
	}
	ids := elementIDs{}
	ids.gather(tree)
	plain, err := json.Marshal(ids.plain(tree))
	if err != nil {
		return nil
	}
	return plain
}

// elementIDs are the numbers of a programme's elements by their ids.
type elementIDs map[string]string

// The names under which elements name themselves and each other.
const (
	ownID       = "id"
	bodyID      = "body"
	successorID = "successor"
)

// gather numbers the elements in the order of the lists that hold them.
func (ids elementIDs) gather(tree any) {
	switch v := tree.(type) {
	case map[string]any:
		if id, is := v[ownID].(string); is && id != "" {
			if _, seen := ids[id]; !seen {
				ids[id] = strconv.Itoa(len(ids))
			}
		}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			ids.gather(v[name])
		}
	case []any:
		for _, item := range v {
			ids.gather(item)
		}
	}
}

// plain is the tree without what is empty, each id replaced by its number.
func (ids elementIDs) plain(tree any) any {
	switch v := tree.(type) {
	case map[string]any:
		fresh := map[string]any{}
		for name, value := range v {
			if id, is := value.(string); is && (name == ownID || name == bodyID || name == successorID) {
				if number, known := ids[id]; known {
					value = number
				}
			}
			if value = ids.plain(value); value != nil {
				fresh[name] = value
			}
		}
		if len(fresh) == 0 {
			return nil
		}
		return fresh
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = ids.plain(item)
		}
		if len(list) == 0 {
			return nil
		}
		return list
	case string:
		if v == "" {
			return nil
		}
	}
	return tree
}
