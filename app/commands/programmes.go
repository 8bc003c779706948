package commands

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"tavoitekartta/app/intake"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// exampleTask lists the examples or loads one.
type exampleTask struct {
	Name *string `arg:"" optional:""`
}

func (t *exampleTask) needs() need {
	if t.Name == nil {
		return nothing
	}
	return openFolder
}

func (t *exampleTask) do(s *session) int {
	if t.Name == nil {
		for _, name := range assets.Examples() {
			s.print(name)
		}
		return exitDone
	}
	data, err := assets.Example(*t.Name)
	if err != nil {
		return s.complain("command.example.unknown", "name", shown(*t.Name), "examples", strings.Join(assets.Examples(), ", "))
	}
	described, err := intake.Read(bytes.NewReader(data))
	if err != nil {
		return s.fail(err)
	}
	work, err := s.desk.Create(s.ctx, func(step *model.Step) error {
		_, err := described.Build(step)
		return err
	})
	if err != nil {
		return s.fail(err)
	}
	s.print(s.words.T("command.example.loaded", "name", *t.Name, "programme", work.ID()))
	return exitDone
}

// listTask lists the programmes.
type listTask struct {
	JSON bool `name:"json"`
}

func (*listTask) needs() need { return openFolder }

func (t *listTask) do(s *session) int {
	summaries, err := s.desk.Programmes(s.ctx)
	if err != nil {
		return s.fail(err)
	}
	if t.JSON {
		if summaries == nil {
			summaries = []model.Summary{}
		}
		return s.printJSON(summaries)
	}
	for _, summary := range summaries {
		s.print(strings.Join([]string{
			string(summary.ID), s.stateWord(summary.State, summary.Expired(s.desk.Today())),
			years(summary.FirstYear, summary.LastYear), shown(s.best(summary.Title)),
		}, "\t"))
	}
	return exitDone
}

func (s *session) stateWord(state model.StoredState, expired bool) string {
	if expired {
		return s.words.T("programmeState.expired")
	}
	return s.words.T("programmeState." + string(state))
}

// years writes "2019–2022", "2019" for one year, "–" for none.
func years(first, last int) string {
	switch {
	case first == 0 && last == 0:
		return "–"
	case first == last || last == 0:
		return strconv.Itoa(first)
	case first == 0:
		return "–" + strconv.Itoa(last)
	}
	return fmt.Sprintf("%d–%d", first, last)
}

// showTask shows one programme: an outline to read, or all of it as JSON.
type showTask struct {
	ID   string `arg:"" optional:""`
	JSON bool   `name:"json"`
}

func (*showTask) needs() need        { return openFolder }
func (t *showTask) incomplete() bool { return t.ID == "" }

// shownProgramme is the typed programme with the numbers of its parts.
type shownProgramme struct {
	model.Programme
	Counts model.Counts `json:"counts"`
}

func (t *showTask) do(s *session) int {
	work, ok := s.open(t.ID)
	if !ok {
		return exitRefused
	}
	p := work.Programme()
	if t.JSON {
		return s.printJSON(shownProgramme{*p, p.Counts()})
	}
	share := p.WrittenShare()
	s.print(shown(s.best(p.Title)))
	s.print(years(p.FirstYear, p.LastYear) + ", " + s.stateWord(p.State, false))
	s.print(s.words.T("command.show.written", "part", share.Part, "whole", share.Whole, "percent", share.Percent()))
	for i := range p.Sections {
		s.print(p.Sections[i].Number + " " + shown(s.best(p.Sections[i].Title)))
		for g := range p.Sections[i].AllGoals() {
			s.printGoal(g)
		}
	}
	for i := range p.Goals {
		s.printGoal(&p.Goals[i])
	}
	return exitDone
}

func (s *session) printGoal(g *model.Goal) {
	s.print("  " + g.Number + " " + shown(s.best(g.Title)))
	for _, m := range g.Measures {
		s.print("    " + m.Number + " " + shown(s.best(m.Title)))
	}
}

func (s *session) printJSON(v any) int {
	var out bytes.Buffer
	writer := json.NewEncoder(&out)
	writer.SetEscapeHTML(false)
	writer.SetIndent("", "  ")
	if err := writer.Encode(v); err != nil {
		return s.fail(err)
	}
	s.write(out.Bytes())
	return exitDone
}
