package commands

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Crashed tells in words that the program came to an unexpected end and returns
// the exit code. What a programmer needs goes to crash.log in the data folder,
// or nowhere when there is none: a stack is nothing to show to a person.
func (p Program) Crashed(ctx context.Context, call Call, cause any, stack []byte) int {
	s := newSession(ctx, p, call)
	stderr := s.call.Stderr
	s.call.Stderr = io.Discard // the line was understood once, or told about
	s.understand()
	s.call.Stderr = stderr
	if s.folder == "" {
		return s.complain("error.unexpected")
	}
	path := filepath.Join(s.folder, "crash.log")
	report := fmt.Sprintf("Tavoitekartta %s: %v\n\n%s", p.Version, cause, stack)
	if err := os.WriteFile(path, []byte(report), 0o600); err != nil {
		return s.complain("error.unexpected")
	}
	return s.complain("command.crashed", "file", shown(path))
}
