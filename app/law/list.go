package law

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tavoitekartta/app/texts"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// The limits of a file; the larger of the two lists takes 9 kB.
const (
	maxBytes = 64 << 10
	maxItems = 40
	maxWords = 400 // characters of one text
)

// ErrList says that a list does not hold what it must.
var ErrList = errors.New("bad checklist")

// Words are a text in each language of the interface.
type Words map[texts.Language]string

// List is the checklist of one act.
type List struct {
	Act     string `json:"act"` // as in Programme.LegalBasis
	Name    Words  `json:"name"`
	InForce Words  `json:"inForce"`
	Note    Words  `json:"note"` // what the list is and is not
	Items   []Item `json:"items"`
}

// Item is one thing of which the act or its guidance speaks.
type Item struct {
	ID      string      `json:"id"`
	Words   Words       `json:"words"`             // restated
	Section string      `json:"section,omitempty"` // of the act, "" for guidance
	Topic   model.Topic `json:"topic"`
	Stems   []string    `json:"stems,omitempty"` // words that speak to it too, in small letters
	Source  Source      `json:"source"`
}

// Source is the text that an item restates.
type Source struct {
	Title Words  `json:"title"`
	Page  string `json:"page"` // its address
	Read  string `json:"read"` // the day, 2006-01-02
}

// Day returns the day on which the source was read.
func (s Source) Day() (model.Date, error) {
	t, err := time.Parse(time.DateOnly, s.Read)
	if err != nil {
		return model.Date{}, fmt.Errorf("%w: day %q", ErrList, s.Read)
	}
	return model.DateOf(t), nil
}

// Load returns the checklists that come with the program, that of the act in force
// first. The error is [ErrList] or speaks of the file.
func Load() ([]List, error) {
	var lists []List
	for _, name := range assets.Laws() {
		data, err := assets.Law(name)
		if err != nil {
			return nil, fmt.Errorf("load checklist %s: %w", name, err)
		}
		list, err := Read(data)
		if err != nil {
			return nil, fmt.Errorf("read checklist %s: %w", name, err)
		}
		lists = append(lists, list)
	}
	slices.SortFunc(lists, func(a, b List) int {
		return strings.Compare(year(b.Act), year(a.Act))
	})
	return lists, nil
}

// year is the year of an act's number, "2023" of "681/2023".
func year(act string) string {
	_, after, _ := strings.Cut(act, "/")
	return after
}

// Read returns a checklist from JSON. The error is [ErrList] for one that is too
// large, has an unknown field, lacks a language or names a topic that the model does
// not know.
func Read(data []byte) (List, error) {
	if len(data) > maxBytes {
		return List{}, fmt.Errorf("%w: more than %d bytes", ErrList, maxBytes)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var list List
	if err := decoder.Decode(&list); err != nil {
		return List{}, fmt.Errorf("%w: %w", ErrList, err)
	}
	return list, list.check()
}

func (l List) check() error {
	if l.Act == "" || len(l.Items) == 0 || len(l.Items) > maxItems {
		return fmt.Errorf("%w: act %q with %d items", ErrList, l.Act, len(l.Items))
	}
	all := []Words{l.Name, l.InForce, l.Note}
	seen := map[string]bool{}
	for _, item := range l.Items {
		if item.ID == "" || seen[item.ID] {
			return fmt.Errorf("%w: item %q", ErrList, item.ID)
		}
		seen[item.ID] = true
		if !slices.Contains(model.Topics(), item.Topic) || item.Topic == model.TopicWords && len(item.Stems) == 0 {
			return fmt.Errorf("%w: topic %q of %s", ErrList, item.Topic, item.ID)
		}
		if item.Source.Page == "" {
			return fmt.Errorf("%w: no source of %s", ErrList, item.ID)
		}
		if _, err := item.Source.Day(); err != nil {
			return err
		}
		all = append(all, item.Words, item.Source.Title)
	}
	for _, words := range all {
		for _, language := range texts.Languages() {
			if said := words[language]; strings.TrimSpace(said) == "" || len([]rune(said)) > maxWords {
				return fmt.Errorf("%w: %s: %q", ErrList, language, said)
			}
		}
	}
	return nil
}
