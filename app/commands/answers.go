package commands

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// importAnswersTask takes in what a responsible body has filled into its
// worksheet. The file says of which programme it is; what cannot be taken is
// told, the rest is.
type importAnswersTask struct {
	File    string `arg:"" optional:""`
	Preview bool   `name:"preview"`
}

func (*importAnswersTask) needs() need        { return openFolder }
func (t *importAnswersTask) incomplete() bool { return t.File == "" }

// largestWorksheet bounds what is read; a worksheet has some hundred kilobytes.
const largestWorksheet = 64 << 20

func (t *importAnswersTask) do(s *session) int {
	in, ok := s.readable(t.File)
	if !ok {
		return exitRefused
	}
	defer in.Close()
	pdf, err := io.ReadAll(io.LimitReader(in, largestWorksheet+1))
	if err != nil {
		return s.complain("command.file.unreadable", "file", shown(t.File))
	}
	if len(pdf) > largestWorksheet {
		return s.fail(&workflow.AnswersError{Code: workflow.AnswersTooLarge})
	}
	answers, err := workflow.ReadAnswers(pdf)
	if err != nil {
		return s.fail(err)
	}
	known, err := s.desk.Programmes(s.ctx)
	if err != nil {
		return s.fail(err)
	}
	if !slices.ContainsFunc(known, func(p model.Summary) bool { return p.ID == answers.Programme }) {
		return s.fail(&workflow.AnswersError{Code: workflow.AnswersOtherProgramme})
	}
	work, ok := s.open(string(answers.Programme))
	if !ok {
		return exitRefused
	}
	preview, err := work.PreviewAnswers(answers)
	if err != nil {
		return s.fail(err)
	}
	s.tellAnswers(work, preview, t.Preview)
	if t.Preview {
		s.print(s.words.T("command.answers.would", "count", len(preview.Lines), "year", preview.Year))
		return exitDone
	}
	if err := work.TakeAnswers(s.ctx, preview); err != nil {
		return s.fail(err)
	}
	s.print(s.words.T("command.answers.taken", "count", len(preview.Lines), "year", preview.Year))
	return exitDone
}

// tellAnswers tells what cannot be taken as it stands; all that would be written
// only when it is asked for.
func (s *session) tellAnswers(work *workflow.Work, p *workflow.AnswersPreview, all bool) {
	for _, answerer := range p.Answerers {
		s.print(s.words.T("answers.answerer", "answerer", shown(answerer)))
	}
	for _, until := range p.Until {
		s.print(s.words.T("answers.until", "until", shown(until)))
	}
	numbers := work.TextNumbers()
	at := func(id model.EntityID) string {
		return cmp.Or(numbers[id], s.words.T("answers.unknownPlace"))
	}
	for _, problem := range p.Problems {
		place := at(problem.Element)
		if title := s.best(problem.Title); title != "" {
			place = shown(title)
		}
		line := place + ": " + s.words.T("answers.problem."+string(problem.Code))
		if problem.Word != "" {
			line += " (" + shown(problem.Word) + ")"
		}
		fmt.Fprintln(s.call.Stderr, line)
	}
	if !all {
		return
	}
	for _, line := range p.Lines {
		place := at(line.Element)
		if body := work.Programme().Body(line.Body); body != nil {
			place += ", " + shown(s.best(body.Name))
		}
		s.print(place + ": " + s.answerWords(line.Before) + " -> " + s.answerWords(line.After))
	}
	for _, line := range p.Statuses {
		s.print(at(line.Measure) + ": " + s.words.T("answers.status", "before", s.statusWord(line.Before), "after", s.statusWord(line.After)))
	}
}

func (s *session) statusWord(status model.MeasureStatus) string {
	return s.words.T("status." + cmp.Or(string(status), "unknown"))
}

// answerWords are what was answered, in one line.
func (s *session) answerWords(a model.FollowUpAnswer) string {
	var parts []string
	if a.Status != model.StatusUnknown {
		parts = append(parts, s.statusWord(a.Status))
	}
	if a.Value != "" {
		parts = append(parts, shown(string(a.Value)))
	}
	if a.Remark != "" {
		parts = append(parts, shown(strings.ReplaceAll(a.Remark, "\n", " / ")))
	}
	if len(parts) == 0 {
		return "–"
	}
	return strings.Join(parts, "; ")
}
