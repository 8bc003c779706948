// Package outcome reads what the program made (its commands' answers, the text
// of its PDFs) and the case that it is compared with: Vaasa's programme for
// 2019–2022 as transcribed in model/testdata.
package outcome

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Case is the transcription of one printed programme.
type Case struct {
	Counts   Counts    `json:"counts"`
	Sections []Section `json:"sections"`
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

// Vaasa2019 reads the case from the project's own copy, wherever below the
// module's root the test runs.
func Vaasa2019() (Case, error) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return Case{}, fmt.Errorf("find the module's root: %w", err)
	}
	file := filepath.Join(strings.TrimSpace(string(root)), "model", "testdata", "vaasa-2019-2022.json")
	text, err := os.ReadFile(file)
	if err != nil {
		return Case{}, fmt.Errorf("read the case: %w", err)
	}
	var c Case
	if err := json.Unmarshal(text, &c); err != nil {
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
