package crashlog

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// FileName is the newest report's name in the data folder.
const FileName = "crash.log"

const (
	olderReports = 2        // kept beside the newest
	maxReport    = 64 << 10 // bytes
	maxRaw       = 1 << 20  // bytes of raw output that are read
)

// The lines of a report.
const (
	linePrefixProgram = "Tavoitekartta "
	linePrefixSystem  = "system: "
	linePrefixEnded   = "ended: "
	linePrefixCause   = "cause: "
	lineShown         = "shown"
)

// Program is the run that may come to an unexpected end.
type Program struct {
	Version string // of the program, as "0.1.0"
	System  string // one line, as "windows/amd64 10.0.19045, go1.26.8"
}

// Report is one unexpected end of the program.
type Report struct {
	Program
	Ended time.Time // in UTC, to the second
	Cause string    // the kind of the fault, in the words of Go's runtime
	Path  string    // the file, for support
	Text  string    // all of the file but the line that says it was shown
}

// Read returns the newest report that has not been shown yet. There is none in
// most folders, nor in one that cannot be read.
func Read(folder string) (Report, bool) {
	path := filepath.Join(folder, FileName)
	text, err := readBounded(path, maxReport)
	if err != nil {
		return Report{}, false
	}
	report, shown := parse(text)
	report.Path = path
	return report, !shown && report.Version != ""
}

// Last returns the newest report, whether or not a person has been told of it.
func Last(folder string) (Report, bool) {
	path := filepath.Join(folder, FileName)
	text, err := readBounded(path, maxReport)
	if err != nil {
		return Report{}, false
	}
	report, _ := parse(text)
	report.Path = path
	return report, report.Version != ""
}

// MarkShown notes that a person has been told of the newest report: [Read] does
// not return it again. Without a report nothing is written.
func MarkShown(folder string) error {
	file, err := os.OpenFile(filepath.Join(folder, FileName), os.O_APPEND|os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("mark crash report: %w", err)
	}
	_, err = file.WriteString(lineShown + "\n")
	if err := errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("mark crash report: %w", err)
	}
	return nil
}

// Record keeps the report of a panic that was recovered: its value and the
// stack as [runtime/debug.Stack] gives it. Of the value only the type is kept
// unless it is an error of Go's runtime. It returns the file's path.
func Record(folder string, program Program, ended time.Time, value any, stack []byte) (string, error) {
	return keep(folder, Report{Program: program, Ended: ended, Cause: causeOf(value)}, frames(string(stack)))
}

// keep writes a report as the newest one and moves the older ones on.
func keep(folder string, report Report, trace string) (string, error) {
	path := filepath.Join(folder, FileName)
	text := report.head() + "\n" + trace
	if len(text) > maxReport-len(lineShown)-1 {
		text = text[:strings.LastIndexByte(text[:maxReport-len(lineShown)-1], '\n')+1]
	}
	for n := olderReports; n > 0; n-- {
		// A report that cannot be moved is replaced: the newest one counts.
		_ = os.Rename(olderPath(folder, n-1), olderPath(folder, n))
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", fmt.Errorf("keep crash report: %w", err)
	}
	return path, nil
}

// olderPath names the report that n others have followed.
func olderPath(folder string, n int) string {
	if n == 0 {
		return filepath.Join(folder, FileName)
	}
	return filepath.Join(folder, fmt.Sprintf("crash-%d.log", n))
}

func (r Report) head() string {
	return linePrefixProgram + r.Version + "\n" +
		linePrefixSystem + r.System + "\n" +
		linePrefixEnded + r.Ended.UTC().Format(time.RFC3339) + "\n" +
		linePrefixCause + r.Cause + "\n"
}

// parse reads a report back. The version is "" where it is none.
func parse(text string) (report Report, shown bool) {
	if rest, found := strings.CutSuffix(text, "\n"+lineShown+"\n"); found {
		text, shown = rest+"\n", true
	}
	report.Text = text
	head, _, _ := strings.Cut(text, "\n\n")
	for line := range strings.Lines(head) {
		line = strings.TrimSuffix(line, "\n")
		if version, found := strings.CutPrefix(line, linePrefixProgram); found {
			report.Version = version
		}
		if system, found := strings.CutPrefix(line, linePrefixSystem); found {
			report.System = system
		}
		if ended, found := strings.CutPrefix(line, linePrefixEnded); found {
			report.Ended, _ = time.Parse(time.RFC3339, ended)
		}
		if cause, found := strings.CutPrefix(line, linePrefixCause); found {
			report.Cause = cause
		}
	}
	return report, shown
}
