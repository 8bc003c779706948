package commands

import (
	"context"
	"io"
	"time"

	"tavoitekartta/app/crashlog"
)

// Crashed tells in words that the program came to an unexpected end and returns
// the exit code. What a programmer needs of the panic goes to the crash log in
// the data folder, or nowhere when there is none: a stack is nothing to show to
// a person.
func (p Program) Crashed(ctx context.Context, call Call, at time.Time, cause any, stack []byte) int {
	s := newSession(ctx, p, call)
	stderr := s.call.Stderr
	s.call.Stderr = io.Discard // the line was understood once, or told about
	s.understand()
	s.call.Stderr = stderr
	if s.folder == "" {
		return s.complain("error.unexpected")
	}
	path, err := crashlog.Record(s.folder, p.Crashing(), at, cause, stack)
	if err != nil {
		return s.complain("error.unexpected")
	}
	return s.complain("command.crashed", "file", shown(path))
}

// Crashing says what program it is that may crash.
func (p Program) Crashing() crashlog.Program {
	return crashlog.Program{Version: p.Version, System: p.System}
}
