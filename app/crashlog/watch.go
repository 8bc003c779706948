package crashlog

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// rawName is the file for the raw output; its first lines say which program
// opened it.
const rawName = ".crash"

// Watched is a run whose fatal errors are written down.
type Watched struct {
	path    string
	release func() // ends the capture of raw output
}

// Watch keeps the report of an earlier run that left raw output, and has the
// output of this one written into the folder should it die. The folder is made
// when it is missing; one program at a time watches a folder. An error means
// that this run leaves nothing behind, as in a folder that cannot be written to,
// and is no reason not to go on.
func Watch(folder string, program Program) (Watched, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return Watched{}, fmt.Errorf("watch for crashes: %w", err)
	}
	path := filepath.Join(folder, rawName)
	if err := collect(folder, path); err != nil {
		return Watched{}, err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return Watched{}, fmt.Errorf("watch for crashes: %w", err)
	}
	if _, err := file.WriteString(rawHead(program)); err != nil {
		return Watched{}, errors.Join(fmt.Errorf("watch for crashes: %w", err), file.Close())
	}
	release, err := capture(file)
	if err != nil {
		return Watched{}, fmt.Errorf("watch for crashes: %w", err)
	}
	return Watched{path, release}, nil
}

// End says that the run comes to an end as it should.
func (w Watched) End() {
	if w.path == "" {
		return
	}
	w.release()
	// What stays behind is a file without a fault in it, which the next start
	// takes over.
	_ = os.Remove(w.path)
}

func rawHead(program Program) string {
	return linePrefixProgram + program.Version + "\n" + linePrefixSystem + program.System + "\n\n"
}

// collect makes a report of raw output, and removes it.
func collect(folder, path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read raw crash: %w", err)
	}
	raw, err := readBounded(path, maxRaw)
	if err != nil {
		return fmt.Errorf("read raw crash: %w", err)
	}
	report, _ := parse(raw)
	_, output, _ := strings.Cut(raw, "\n\n")
	if isTrace(output) {
		report.Ended, report.Cause = info.ModTime(), rawCause(output)
		report.Version, report.System = oneLine(report.Version), oneLine(report.System)
		if _, err := keep(folder, report, frames(output)); err != nil {
			return err
		}
	}
	if err := os.Remove(path); err != nil {
		return fmt.Errorf("remove raw crash: %w", err)
	}
	return nil
}

// readBounded reads at most so many bytes of a file.
func readBounded(path string, bytes int64) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, bytes))
	return string(data), err
}

// captureByRuntime has Go's runtime write its last words into the file as well
// as to stderr, and closes the file: the runtime has a handle of its own.
func captureByRuntime(file *os.File) (release func(), err error) {
	err = debug.SetCrashOutput(file, debug.CrashOptions{})
	return func() { _ = debug.SetCrashOutput(nil, debug.CrashOptions{}) }, errors.Join(err, file.Close())
}
