package commands

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// exportTranslationTask writes the texts to translate into a file.
type exportTranslationTask struct {
	ID  string `arg:"" optional:""`
	To  string `name:"to"`
	Out string `name:"out"`
	All bool   `name:"all"`
}

func (*exportTranslationTask) needs() need        { return openFolder }
func (t *exportTranslationTask) incomplete() bool { return t.ID == "" || t.To == "" || t.Out == "" }

func (t *exportTranslationTask) do(s *session) int {
	target := model.Language(t.To)
	if !target.Valid() {
		return s.complain("command.translation.language", "language", shown(t.To))
	}
	form, known := translationfile.FormOf(t.Out)
	if !known {
		return s.complain("command.translation.form", "file", shown(t.Out))
	}
	work, ok := s.open(t.ID)
	if !ok || !s.writable(t.Out) {
		return exitRefused
	}
	scope := workflow.SendGaps
	if t.All {
		scope = workflow.SendAll
	}
	file, err := work.TranslationFile(target, scope, translationwords.Notes(s.words, work.TextNumbers()))
	if err != nil {
		return s.fail(err)
	}
	var content bytes.Buffer
	if err := translationfile.Write(&content, file, form, translationwords.Headings(s.words, file.Source, file.Target)); err != nil {
		return s.fail(err)
	}
	if err := writeFile(s.path(t.Out), content.Bytes()); err != nil {
		return s.complain("command.file.unwritable", "file", shown(t.Out))
	}
	s.print(s.words.T("command.translation.written", "count", len(file.Units), "file", shown(t.Out)))
	return exitDone
}

// importTranslationTask takes in what a translator has written. Units that
// cannot be taken are told; the others are.
type importTranslationTask struct {
	ID      string `arg:"" optional:""`
	File    string `arg:"" optional:""`
	Preview bool   `name:"preview"`
}

func (*importTranslationTask) needs() need        { return openFolder }
func (t *importTranslationTask) incomplete() bool { return t.ID == "" || t.File == "" }

func (t *importTranslationTask) do(s *session) int {
	work, ok := s.open(t.ID)
	if !ok {
		return exitRefused
	}
	in, ok := s.readable(t.File)
	if !ok {
		return exitRefused
	}
	defer in.Close()
	file, problems, err := translationfile.Read(in)
	if err != nil {
		return s.fail(err)
	}
	preview, err := work.PreviewTranslation(file, problems)
	if err != nil {
		return s.fail(err)
	}
	s.tellPreview(work, preview, t.Preview)
	if t.Preview {
		s.print(s.words.T("command.translation.would", "count", len(preview.Lines)))
		return exitDone
	}
	if err := work.TakeTranslation(s.ctx, preview); err != nil {
		return s.fail(err)
	}
	s.print(s.words.T("command.translation.taken", "count", len(preview.Lines)))
	return exitDone
}

// tellPreview tells what cannot be taken and what is to be looked at; all that
// would be written only when it is asked for.
func (s *session) tellPreview(work *workflow.Work, p *workflow.TranslationPreview, all bool) {
	for _, problem := range p.Problems {
		fmt.Fprintf(s.call.Stderr, "%s: %s\n", s.atRow(problem.Row, problem.Word), s.words.T("translation.problem."+string(problem.Code)))
	}
	numbers := work.TextNumbers()
	for _, line := range p.Lines {
		at := translationwords.Place(s.words, line.TextRef, numbers)
		if all {
			s.print(at + ": " + shown(line.Before) + " -> " + shown(line.After))
		}
		if line.OriginalChanged {
			s.print(at + ": " + s.words.T("translation.stale"))
		}
		if !line.Figures.None() {
			s.print(at + ": " + translationwords.Figures(s.words, line.Figures))
		}
	}
}

func (s *session) atRow(row int, word string) string {
	at := s.words.T("translation.row", "row", strconv.Itoa(row))
	if word = strings.TrimSpace(word); word != "" {
		at += " (" + shown(word) + ")"
	}
	return at
}
