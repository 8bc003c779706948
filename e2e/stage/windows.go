package stage

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// Windows is a small Windows of wine's in a folder of its own, in which programs
// run whose windows open on a [Stage]. It has one user, Åsa Öhman.
type Windows struct {
	t      testing.TB
	stage  *Stage
	script string // packaging/windows/wine.sh, which makes it and speaks to it
	prefix string
}

// windowsLayout is the only layout on the keyboard: wine asks for the layout
// once, at its start, and knows the letters of the first alone.
const windowsLayout = "fi"

// NewWindows makes a Windows on the stage that ends with the test. All that runs
// in it has the stage's display: wine asks for one once, for all its programs.
func (s *Stage) NewWindows() *Windows {
	t := s.t
	t.Helper()
	s.run("setxkbmap", "-layout", windowsLayout)
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		t.Fatalf("find the module's root: %v", err)
	}
	w := &Windows{
		t: t, stage: s, prefix: filepath.Join(t.TempDir(), "windows"),
		script: filepath.Join(strings.TrimSpace(string(root)), "packaging", "windows", "wine.sh"),
	}
	w.do("", "make")
	t.Cleanup(func() { w.do("", "end") })
	return w
}

// Run runs a program to its end with Windows in a language ("fi") and returns
// what it wrote; an exit code other than 0 fails the test. The path is either
// system's.
func (w *Windows) Run(language, path string, args ...string) string {
	w.t.Helper()
	return w.do(language, "run", append([]string{path}, args...)...)
}

// Await waits until no program runs any more.
func (w *Windows) Await() {
	w.t.Helper()
	w.do("", "wait")
}

// Scale sets the scale at which programs show themselves, in per cent.
func (w *Windows) Scale(percent int) {
	w.t.Helper()
	w.do("", "scale", strconv.Itoa(percent))
}

// Home is the user's folder.
func (w *Windows) Home() string {
	return filepath.Join(w.prefix, "drive_c", "users", "Åsa Öhman")
}

// Outside is where this machine keeps a file of the drive C.
func (w *Windows) Outside(path string) string {
	rest := strings.TrimPrefix(strings.ReplaceAll(path, `\`, "/"), "C:/")
	return filepath.Join(w.prefix, "drive_c", filepath.FromSlash(rest))
}

// Inside is the path by which Windows knows a file of the drive C.
func (w *Windows) Inside(path string) string {
	w.t.Helper()
	rest, err := filepath.Rel(filepath.Join(w.prefix, "drive_c"), path)
	if err != nil {
		w.t.Fatalf("%s does not lie in this Windows: %v", path, err)
	}
	return `C:\` + strings.ReplaceAll(rest, "/", `\`)
}

// do asks the script for one thing. What Windows starts for itself may live on
// and keep its output open, so it goes to a file.
func (w *Windows) do(language, action string, args ...string) string {
	w.t.Helper()
	file, err := os.CreateTemp(w.t.TempDir(), "wine")
	if err != nil {
		w.t.Fatal(err)
	}
	defer file.Close()
	command := exec.Command(w.script, append([]string{action, w.prefix}, args...)...)
	command.Env = append(os.Environ(), "DISPLAY="+w.stage.display)
	if language != "" {
		command.Env = append(command.Env, "WINE_LANGUAGE="+language)
	}
	command.Stdout, command.Stderr = file, file
	failed := command.Run()
	out, err := os.ReadFile(file.Name())
	if err != nil {
		w.t.Fatal(err)
	}
	if failed != nil {
		w.t.Fatalf("wine.sh %s %s: %v\n%s", action, strings.Join(args, " "), failed, out)
	}
	return string(out)
}

// command is a program not started yet, Windows' language that of the options.
func (w *Windows) command(path string, options Options) *exec.Cmd {
	w.t.Helper()
	language, _, _ := strings.Cut(options.Language, "_")
	if language == "" {
		language = "fi"
	}
	ask := exec.Command(w.script, "environment", w.prefix)
	ask.Env = append(os.Environ(), "WINE_LANGUAGE="+language)
	variables, err := ask.Output()
	if err != nil {
		w.t.Fatalf("ask for the environment of %s: %v", w.prefix, err)
	}
	command := exec.Command("wine", append([]string{path}, options.arguments()...)...)
	command.Env = append(strings.Split(strings.TrimSpace(string(variables)), "\n"), "DISPLAY="+w.stage.display)
	return command
}

// listenForWindows listens where a program in wine 8 can reach it: it has no
// Unix sockets.
func listenForWindows() (net.Listener, error) { return net.Listen("tcp", "127.0.0.1:0") }

// deadKeys are the keys for the marks above letters that the layout has no key
// of its own for, by their combining characters.
var deadKeys = map[rune]string{
	'\u0300': "dead_grave", '\u0301': "dead_acute", '\u0302': "dead_circumflex", '\u0303': "dead_tilde",
	'\u0308': "dead_diaeresis", '\u030c': "dead_caron",
}

// altGr is the key right of the space bar, by its number: the key that xdotool
// would press for the same shift is one that wine does not know.
const altGr = "108"

// withAltGr are the keys that give a letter together with AltGr.
var withAltGr = map[rune]string{
	'–': "minus", '@': "2", '£': "3", '$': "4", '€': "e", '{': "7", '[': "8", ']': "9", '}': "0", '\\': "plus", '|': "less",
}

// strokes are the keys for a letter that takes two, one after the other, on a
// Finnish keyboard, "é" or "Š"; none for any other.
func strokes(letter rune) []string {
	if strings.ContainsRune("åäöÅÄÖ", letter) {
		return nil
	}
	parts := []rune(norm.NFD.String(string(letter)))
	if len(parts) != 2 || deadKeys[parts[1]] == "" {
		return nil
	}
	return []string{deadKeys[parts[1]], string(parts[0])}
}

// typeInWindows types a text as [Program.Type] does. There is no other layout to
// borrow a letter from, so keys are pressed as people press them, and not faster:
// wine keeps one letter with a mark at a time, and asks whether AltGr is down
// when it comes to a letter, not when that was typed.
func (p *Program) typeInWindows(text string) {
	p.stage.t.Helper()
	letters := []rune(text)
	for from := 0; from < len(letters); {
		until := from
		for until < len(letters) && strokes(letters[until]) == nil && withAltGr[letters[until]] == "" {
			until++
		}
		p.typePlain(string(letters[from:until]))
		if until == len(letters) {
			return
		}
		p.awaitTyped(string(letters[:until]))
		from = until + 1
		if key := withAltGr[letters[until]]; key != "" {
			p.stage.run("xdotool", "keydown", altGr, "key", key)
			p.awaitTyped(string(letters[:from]))
			p.stage.run("xdotool", "keyup", altGr)
			continue
		}
		p.Press(strokes(letters[until])...)
		p.awaitTyped(string(letters[:from]))
	}
}

// awaitTyped waits until what has been typed stands before the caret.
func (p *Program) awaitTyped(text string) {
	p.stage.t.Helper()
	p.Await("the letters "+text, func(s State) bool { return strings.HasSuffix(s.Value, text) })
}
