package crashlog

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"
)

// secret stands for what a person has written in a programme.
const secret = "Maija Meikäläinen"

// crashVariable makes this test's own binary end in the way that it names.
const crashVariable = "CRASHLOG_TEST_END"

var ends = map[string]func(){
	"a text in another goroutine":  func() { go panic(secret); select {} },
	"a text of several lines":      func() { panic("goal\n\ngoroutine 1 [running]:\n" + secret + "(...)\n\t" + secret + ".go:1") },
	"an error":                     func() { panic(fmt.Errorf("save %s: %w", secret, os.ErrInvalid)) },
	"a value with a text":          func() { panic(struct{ name string }{secret}) },
	"a named text":                 func() { panic(named(secret)) },
	"a panic within a panic":       func() { defer func() { panic(secret + " again") }(); panic(secret) },
	"a panic that came once more":  func() { defer func() { panic(recover()) }(); panic(secret) },
	"an index out of range":        func() { index([]rune(secret), 99) },
	"nothing where something must": func() { var r *Report; r.Cause = secret },
	"a fatal error": func() {
		words := map[string]int{}
		for {
			go func() {
				for {
					words[secret]++
				}
			}()
		}
	},
	"its own will":  func() { os.Exit(3) },
	"a proper stop": func() {},
}

type named string

func index(of []rune, at int) rune { return of[at] }

func TestMain(m *testing.M) {
	folder, name, crash := strings.Cut(os.Getenv(crashVariable), "|")
	if !crash {
		os.Exit(m.Run())
	}
	watched, err := Watch(folder, Program{Version: "1.2.3", System: "plan9/mips"})
	if err != nil {
		panic(err)
	}
	ends[name]()
	watched.End()
}

// died runs a child that watches the folder and ends in the way named.
func died(t *testing.T, folder, name string) (stderr string) {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), crashVariable+"="+folder+"|"+name)
	output, err := command.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(output)
}

// oneWatch: a process has one place for its last words.
var oneWatch sync.Mutex

// nextStart is what the run after a crash does at its beginning.
func nextStart(t *testing.T, folder string) {
	t.Helper()
	oneWatch.Lock()
	defer oneWatch.Unlock()
	watched, err := Watch(folder, Program{Version: "2.0.0", System: "plan9/mips"})
	if err != nil {
		t.Fatal(err)
	}
	watched.End()
}

func TestADeathIsReportedWithoutPersonalData(t *testing.T) {
	for name, cause := range map[string]string{
		"a text in another goroutine":  withheld,
		"a text of several lines":      withheld,
		"an error":                     withheld,
		"a value with a text":          withheld,
		"a named text":                 withheld,
		"a panic within a panic":       withheld,
		"a panic that came once more":  withheld,
		"an index out of range":        "index out of range [99] with length 17",
		"nothing where something must": "invalid memory address or nil pointer dereference",
		"a fatal error":                "fatal error",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := filepath.Join(t.TempDir(), "not there yet")
			if stderr := died(t, folder, name); !strings.Contains(stderr, "goroutine ") {
				t.Fatalf("the child did not crash: %q", stderr)
			}
			if _, found := Read(folder); found {
				t.Error("a report before the next start")
			}
			nextStart(t, folder)
			report, found := Read(folder)
			if !found {
				t.Fatal("no report")
			}
			if report.Cause != cause || report.Version != "1.2.3" || report.System != "plan9/mips" {
				t.Errorf("cause %q of %q, %q", report.Cause, report.Version, report.System)
			}
			if age := time.Since(report.Ended); age < -time.Minute || age > time.Minute {
				t.Errorf("ended %v", report.Ended)
			}
			for _, word := range []string{"Maija", "Meik", "goal", "save ", folder} {
				if strings.Contains(report.Text, word) {
					t.Errorf("%q in the report:\n%s", word, report.Text)
				}
			}
			if !strings.Contains(report.Text, "\ntavoitekartta/app/crashlog.") || !strings.Contains(report.Text, "crashlog_test.go:") {
				t.Errorf("no functions in the report:\n%s", report.Text)
			}
			if names := namesIn(t, folder); names != FileName {
				t.Errorf("left in the folder: %s", names)
			}
		})
	}
}

func TestARunThatDidNotCrashLeavesNoReport(t *testing.T) {
	for _, name := range []string{"its own will", "a proper stop"} {
		folder := t.TempDir()
		died(t, folder, name)
		nextStart(t, folder)
		if names := namesIn(t, folder); names != "" {
			t.Errorf("%s: left in the folder: %s", name, names)
		}
	}
}

func TestAReportIsShownOnce(t *testing.T) {
	folder := t.TempDir()
	if err := MarkShown(folder); err != nil {
		t.Error(err)
	}
	recordOne(t, folder, "1.0.0")
	first, found := Read(folder)
	if !found || first.Path != filepath.Join(folder, FileName) {
		t.Fatalf("%v, %+v", found, first)
	}
	if err := MarkShown(folder); err != nil {
		t.Fatal(err)
	}
	if again, found := Read(folder); found {
		t.Errorf("shown again: %+v", again)
	}
	if last, found := Last(folder); !found || last != first {
		t.Errorf("the last one is %v, %+v", found, last)
	}
	recordOne(t, folder, "1.0.1")
	if next, found := Read(folder); !found || next.Version != "1.0.1" {
		t.Errorf("%v, %+v", found, next)
	}
}

func TestThreeReportsAreKept(t *testing.T) {
	folder := t.TempDir()
	for n := range 5 {
		recordOne(t, folder, fmt.Sprintf("1.0.%d", n))
	}
	if names := namesIn(t, folder); names != "crash-1.log crash-2.log crash.log" {
		t.Errorf("kept %s", names)
	}
	for name, version := range map[string]string{"crash.log": "1.0.4", "crash-1.log": "1.0.3", "crash-2.log": "1.0.2"} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !strings.HasPrefix(string(text), linePrefixProgram+version+"\n") {
			t.Errorf("%s: %.60q, %v", name, text, err)
		}
	}
}

func TestALongReportIsCutAtALine(t *testing.T) {
	folder := t.TempDir()
	stack := "goroutine 1 [running]:\n" + strings.Repeat("main.again(0x1)\n\t/home/maija/again.go:12 +0x1\n", 4000)
	if _, err := Record(folder, Program{Version: "1.0.0"}, time.Now(), secret, []byte(stack)); err != nil {
		t.Fatal(err)
	}
	if err := MarkShown(folder); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, FileName))
	if err != nil || len(text) > maxReport || len(text) < maxReport/2 {
		t.Fatalf("%d bytes, %v", len(text), err)
	}
	if _, found := Read(folder); found {
		t.Error("shown, and not known to be")
	}
	if strings.Contains(string(text), "maija") || !strings.Contains(string(text), "main.again\n\tagain.go:12\n") {
		t.Errorf("%.200s", text)
	}
}

func TestAFolderThatCannotBeWrittenToIsNotWatched(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	watched, err := Watch(file, Program{})
	if err == nil {
		t.Error("a file was watched as a folder")
	}
	watched.End() // nothing to end
}

func TestADeathInForeignCodeIsReported(t *testing.T) {
	// What Go's runtime prints on Windows when a graphics driver dies under it.
	const output = `Exception 0xc0000005 0x0 0x48 0x7ffd12345678
PC=0x7ffd12345678
signal arrived during external code execution

runtime.cgocall(0x7ff6a0b1c2d0, 0xc0000517f8)
	runtime/cgocall.go:167 +0x3e fp=0xc0000517d0 sp=0xc000051768 pc=0x7ff6a012345e
goroutine 1 gp=0xc000002380 m=0 mp=0x7ff6a1a1b2c0 [syscall, 3 minutes, locked to thread]:
github.com/go-gl/glfw/v3.4/glfw._Cfunc_glfwSwapBuffers(0x1234)
	_cgo_gotypes.go:2203 +0x50
main.main()
	C:/Users/Maija/tavoitekartta/main.go:24 +0x13
created by Maija.Meikäläinen was here
rax     0x0
`
	got := rawCause(output) + "\n" + frames(output)
	const want = `Exception 0xc0000005 0x0 0x48 0x7ffd12345678
Exception 0xc0000005 0x0 0x48 0x7ffd12345678
PC=0x7ffd12345678
signal arrived during external code execution
goroutine 1 gp=0xc000002380 m=0 mp=0x7ff6a1a1b2c0 [syscall, 3 minutes, locked to thread]:
github.com/go-gl/glfw/v3.4/glfw._Cfunc_glfwSwapBuffers
	_cgo_gotypes.go:2203
main.main
	main.go:24
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzFramesHoldNothingButShapes looks for text that comes through.
func FuzzFramesHoldNothingButShapes(f *testing.F) {
	f.Add(secret)
	f.Add("x\n" + secret)
	f.Add("goroutine 1 [running]:\n" + secret)
	f.Fuzz(func(t *testing.T, value string) {
		// The runtime sets a tab before every further line of a value.
		output := "panic: " + strings.ReplaceAll(value, "\n", "\n\t") + "\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:1 +0x1\n"
		if strings.ContainsAny(value, "\r") {
			return
		}
		want := "goroutine 1 [running]:\nmain.main\n\tmain.go:1\n"
		if got := frames(output); got != want {
			t.Errorf("%q gives %q", value, got)
		}
	})
}

func recordOne(t *testing.T, folder, version string) {
	t.Helper()
	if _, err := Record(folder, Program{Version: version}, time.Now(), errors.New(secret), debug.Stack()); err != nil {
		t.Fatal(err)
	}
}

func namesIn(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}
