package crashlog

import (
	"fmt"
	"path"
	"regexp"
	"runtime"
	"strings"
)

// withheld stands for a value that may be anybody's words.
const withheld = "panic (value withheld)"

// The shapes of Go's own lines (runtime/traceback.go, runtime/panic.go,
// runtime/error.go, runtime/signal_*.go). Arguments are left out of calls: an
// integer among them can be a letter.
var (
	goroutineLine = regexp.MustCompile(`^(?:goroutine \d+)[^\[\n"]*\[[a-zA-Z0-9 ,()./?]+\]:$`)
	callLine      = regexp.MustCompile(`^((?:created by )?[\pL\pN_./@~%*()\[\]·,\-]+?)(?:\([^()]*\))?( in goroutine \d+)?$`)
	fileLine      = regexp.MustCompile(`^\t(\S.*\.(?:go|s|c|h|m)):(\d+)(?: \+0x[0-9a-f]+)?(?: .*)?$`)
	fatalLine     = regexp.MustCompile(`^(?:fatal error|runtime): [a-zA-Z0-9 ,:;'()=/_.*+-]+$`)
	signalLine    = regexp.MustCompile(`^(?:\[signal [A-Za-z0-9 =:_]+\]|SIG[A-Z]+: [a-z ]+|Exception 0x[0-9a-fx ]+|PC=0x[0-9a-f]+.*|signal arrived during [a-z ]+)$`)
	runtimeError  = regexp.MustCompile(`^(?:` +
		`invalid memory address or nil pointer dereference|integer divide by zero|integer overflow|` +
		`(?:index|slice bounds) out of range \[[0-9:%xv]*\](?: with (?:length|capacity) \d+)?|` +
		`makeslice: (?:len|cap) out of range|negative shift amount|` +
		`hash of unhashable type \S+|comparing uncomparable type \S+|` +
		`assignment to entry in nil map|(?:close of|send on) (?:closed|nil) channel|close of nil channel|` +
		`cannot convert slice with length \d+ to array or pointer to array with length \d+)`)
)

// causeOf gives the kind of a recovered panic.
func causeOf(value any) string {
	if fault, ok := value.(runtime.Error); ok {
		if words := runtimeError.FindString(strings.TrimPrefix(fault.Error(), "runtime error: ")); words != "" {
			return words
		}
	}
	return fmt.Sprintf("panic of type %T (value withheld)", value)
}

// rawCause gives the kind of a fatal error from the raw output.
func rawCause(output string) string {
	for line := range strings.Lines(output) {
		line = strings.TrimRight(line, "\r\n")
		if value, found := strings.CutPrefix(line, "panic: "); found {
			if words := runtimeError.FindString(strings.TrimPrefix(value, "runtime error: ")); words != "" {
				return words
			}
			return withheld
		}
		if fatalLine.MatchString(line) || signalLine.MatchString(line) {
			return line
		}
	}
	// The runtime says what is wrong before it takes to the second file
	// (runtime.fatal), so that the trace alone is there.
	return "fatal error"
}

// isTrace says whether the output is that of a death.
func isTrace(output string) bool {
	for line := range strings.Lines(output) {
		if goroutineLine.MatchString(strings.TrimRight(line, "\r\n")) {
			return true
		}
	}
	return false
}

// frames gives what is harmless of a trace: goroutines, the functions they were
// in, and the lines of source.
func frames(trace string) string {
	var kept strings.Builder
	within, called := false, false // a goroutine's calls; a call whose file comes next
	for line := range strings.Lines(trace) {
		line = strings.TrimRight(line, "\r\n")
		switch file := fileLine.FindStringSubmatch(line); {
		case line == "":
			if within {
				kept.WriteString("\n")
			}
			within, called = false, false
		case goroutineLine.MatchString(line):
			within, called = true, false
			kept.WriteString(line + "\n")
		case called && file != nil:
			called = false
			fmt.Fprintf(&kept, "\t%s:%s\n", withoutFolder(file[1]), file[2])
		case within && !strings.HasPrefix(line, "\t"):
			call := callLine.FindStringSubmatch(line)
			called = call != nil
			if called {
				kept.WriteString(call[1] + call[2] + "\n")
			}
		case !within && (fatalLine.MatchString(line) || signalLine.MatchString(line)):
			kept.WriteString(line + "\n")
		}
	}
	return kept.String()
}

// withoutFolder leaves a module's own name of a source file, which says where
// nothing is on this machine, and of any other the last part.
func withoutFolder(file string) string {
	slashed := strings.ReplaceAll(file, `\`, "/")
	if strings.HasPrefix(slashed, "/") || strings.Contains(slashed, ":") {
		return path.Base(slashed)
	}
	return slashed
}

// oneLine bounds what another program wrote about itself.
func oneLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if len(s) > 200 {
		s = s[:200]
	}
	return s
}
