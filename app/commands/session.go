package commands

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// session is one command on its way: what it was given and what it needs.
type session struct {
	ctx     context.Context
	program Program
	call    Call
	words   *texts.Catalogue
	asked   texts.Language // by --language
	folder  string         // the data folder, absolute
	desk    *workflow.Desk // nil unless the task needs an open folder
	held    bool           // another program was found to hold the folder
}

// need is what a task needs of the data folder.
type need int

const (
	nothing      need = iota // no data folder at all
	openFolder               // an open one, at the desk
	closedFolder             // one that nobody has open
)

// task is a command understood. Its do writes to the session and returns the
// exit code.
type task interface {
	needs() need
	do(s *session) int
}

func newSession(ctx context.Context, p Program, call Call) *session {
	return &session{ctx: ctx, program: p, call: call, words: catalogue(environmentLanguage(call.Getenv))}
}

// print writes one line of the answer.
func (s *session) print(line string) { fmt.Fprintln(s.call.Stdout, line) }

func (s *session) write(answer []byte) { _, _ = s.call.Stdout.Write(answer) }

// complain writes a sentence to stderr and returns the exit code of a refusal.
func (s *session) complain(key string, args ...any) int {
	return s.refuse(s.words.T(key, args...))
}

// refuse writes words to stderr and returns the exit code of a refusal.
func (s *session) refuse(words string) int {
	fmt.Fprintln(s.call.Stderr, words)
	return exitRefused
}

// fail tells an error in words and returns the exit code.
func (s *session) fail(err error) int {
	key, args := "", map[string]string(nil)
	if code, filled := s.program.Folders.Explain(err); code != "" {
		s.held = s.held || code == codeHeld
		key, args = "error.store."+code, filled
	} else if s.desk != nil {
		key, args = s.desk.Sentence(err)
	} else if key = "error.unexpected"; errors.Is(err, context.Canceled) {
		key = "error.cancelled"
	}
	filled := make([]any, 0, 2*len(args))
	for place, value := range args {
		filled = append(filled, place, value)
	}
	return s.complain(key, filled...)
}

// open opens a programme, or tells why it cannot be opened.
func (s *session) open(id string) (*workflow.Work, bool) {
	known, err := s.desk.Programmes(s.ctx)
	if err != nil {
		s.fail(err)
		return nil, false
	}
	for _, summary := range known {
		if string(summary.ID) != id {
			continue
		}
		work, err := s.desk.Open(s.ctx, summary.ID)
		if err != nil {
			s.fail(err)
			return nil, false
		}
		return work, true
	}
	s.complain("command.notFound", "programme", shown(id))
	return nil, false
}

// contentLanguage is the language in which content is best shown here.
func (s *session) contentLanguage() model.Language { return model.Language(s.words.Language()) }

// best gives a text in the language of the sentences, or in any.
func (s *session) best(t model.Text) string {
	text, _ := t.Best(s.contentLanguage())
	return text
}

// path makes a file name that was given on the command line absolute.
func (s *session) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(s.call.Dir, name)
}

// problems tells what a file has wrong, one thing a line.
func (s *session) problems(file string, problems intake.Problems) int {
	s.complain("command.file.problems", "file", shown(file), "count", len(problems))
	for _, p := range problems {
		at := ""
		if p.Path != "" {
			at = shown(p.Path) + ": "
		}
		fmt.Fprintln(s.call.Stderr, at+s.problemWords(p))
	}
	return exitRefused
}

func (s *session) problemWords(p intake.Problem) string {
	key := "finding." + string(p.Code)
	if p.Code == intake.CodeWrongType {
		key += "." + p.Word
	}
	return s.words.T(key, "word", shown(p.Word))
}
