// Package casetest holds a printed programme as it was written down from its
// scan, Vaasa's for 2019–2022. The example, the reports and the journeys are
// checked against it, so it is never changed to suit them.
package casetest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"

	"tavoitekartta/model"
)

//go:embed vaasa-2019-2022.json
var vaasa2019 []byte

// Case is the transcription of one printed programme.
type Case struct {
	Programme     Programme                  `json:"programme"`
	Counts        Counts                     `json:"counts"`
	Sections      []Section                  `json:"sections"`
	Roadmap       map[string]json.RawMessage `json:"roadmap"` // titles of goals by year, as far as the scan shows them
	StructuralMap StructuralMap              `json:"structuralMap"`
}

// Programme is what the case says of the programme itself.
type Programme struct {
	Title       model.Text `json:"title"`
	Subtitle    model.Text `json:"subtitle"`
	Years       [2]int     `json:"years"` // first and last
	PreparedBy  string     `json:"preparedBy"`
	Coordinated string     `json:"coordinatedWith"`
	ContactRole string     `json:"contactRole"`
	Address     string     `json:"address"`
	Greetings   Greetings  `json:"greetings"`
}

// Greetings is the chapter before the sections.
type Greetings struct {
	Title      model.Text `json:"title"`
	AuthorRole string     `json:"authorRole"`
}

// StructuralMap names the sections by their place in the map.
type StructuralMap struct {
	Houses     []string `json:"houses"`
	Foundation string   `json:"foundation"`
	FollowUp   string   `json:"followUp"`
}

// Counts are the case's own sums, which the program's must equal.
type Counts struct {
	Sections   int `json:"sections"`
	Goals      int `json:"goals"`
	Measures   int `json:"measures"`
	Indicators int `json:"indicators"`
	// MeasuresWithoutOwnDate have neither years nor "jatkuva" of their own.
	MeasuresWithoutOwnDate int `json:"measuresWithoutOwnDate"`
}

// Section is one section with its goals; Kind is empty for a house of the
// structural map, otherwise "foundation" or "follow-up".
type Section struct {
	Title string `json:"title"`
	Kind  string `json:"kind"`
	Goals []Goal `json:"goals"`
}

// Goal is one goal. Where Pairs is true its bodies and indicators repeat those
// of its measures.
type Goal struct {
	Title              string    `json:"title"`
	Measures           []Measure `json:"measures"`
	Responsible        []string  `json:"responsible"`
	ResponsiblePrinted string    `json:"responsiblePrinted"`
	Indicators         []string  `json:"indicators"`
	Pairs              bool      `json:"pairs"`
}

// Measure is one measure; no Years and not Ongoing means no date of its own.
type Measure struct {
	Text               string   `json:"text"`
	Years              []int    `json:"years"`
	Ongoing            bool     `json:"ongoing"`
	Responsible        []string `json:"responsible"`
	ResponsiblePrinted string   `json:"responsiblePrinted"`
	Indicators         []string `json:"indicators"`
}

// Vaasa2019 reads the case of Vaasa 2019–2022.
func Vaasa2019() (Case, error) {
	var c Case
	if err := json.Unmarshal(vaasa2019, &c); err != nil {
		return Case{}, fmt.Errorf("read the case: %w", err)
	}
	return c, nil
}

// Texts are all that a report of the case must say: titles, measures, years,
// bodies and indicators.
func (c Case) Texts() []string {
	var texts []string
	for _, section := range c.Sections {
		texts = append(texts, section.Texts()...)
	}
	return texts
}

// Texts are all that a report of the section must say.
func (s Section) Texts() []string {
	texts := []string{s.Title}
	for _, goal := range s.Goals {
		texts = append(texts, goal.Title)
		texts = append(texts, goal.Responsible...)
		texts = append(texts, goal.Indicators...)
		for _, measure := range goal.Measures {
			texts = append(texts, measure.Text)
			for _, year := range measure.Years {
				texts = append(texts, strconv.Itoa(year))
			}
		}
	}
	return texts
}
