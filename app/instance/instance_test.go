package instance

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// firstVariable makes this test program the first instance of the folder that
// it names: it tells when it listens and ends when its input does.
const firstVariable = "TAVOITEKARTTA_TEST_FIRST"

func TestMain(m *testing.M) {
	if folder := os.Getenv(firstVariable); folder != "" {
		os.Exit(beFirst(folder))
	}
	os.Exit(m.Run())
}

func beFirst(folder string) int {
	l, err := Listen(folder)
	if errors.Is(err, ErrTaken) {
		fmt.Println("taken")
		return 3
	}
	if err != nil {
		return 1
	}
	go l.Serve(context.Background(), func(ctx context.Context, r Request) Reply {
		if r.ComeForward {
			fmt.Println("forward")
			return Reply{}
		}
		if r.Args[0] == "wait" {
			fmt.Println("waiting")
			<-ctx.Done()
			fmt.Println("gone")
		}
		return Reply{
			Stdout: []byte(strings.Join(r.Args, "|") + " in " + r.Dir + " in " + r.Language),
			Stderr: []byte{0xff, 0}, Exit: 7,
		}
	})
	fmt.Println("listening")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	return 0
}

// first is a first instance in a process of its own.
type first struct {
	t     *testing.T
	run   *exec.Cmd
	lines *bufio.Scanner
}

func startFirst(t *testing.T, folder string) *first {
	t.Helper()
	run := exec.Command(os.Args[0])
	run.Env = append(os.Environ(), firstVariable+"="+folder)
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := run.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = run.Process.Kill()
		_ = run.Wait()
	})
	return &first{t, run, bufio.NewScanner(out)}
}

func (f *first) says(want string) {
	f.t.Helper()
	if !f.lines.Scan() || f.lines.Text() != want {
		f.t.Fatalf("the first instance said %q, want %q", f.lines.Text(), want)
	}
}

func TestASecondProcessReachesTheFirst(t *testing.T) {
	folder := t.TempDir()
	if _, err := Ask(t.Context(), folder, Request{ComeForward: true}); !errors.Is(err, ErrAbsent) {
		t.Fatalf("with nobody there: %v", err)
	}
	process := startFirst(t, folder)
	process.says("listening")

	if _, err := Ask(t.Context(), folder, Request{ComeForward: true}); err != nil {
		t.Fatal(err)
	}
	process.says("forward")

	reply, err := Ask(t.Context(), folder, Request{Args: []string{"list", "ä ö"}, Dir: "/somewhere", Language: "sv"})
	if err != nil {
		t.Fatal(err)
	}
	if string(reply.Stdout) != "list|ä ö in /somewhere in sv" || string(reply.Stderr) != "\xff\x00" || reply.Exit != 7 {
		t.Errorf("%+v", reply)
	}

	again := startFirst(t, folder)
	again.says("taken")

	elsewhere := startFirst(t, t.TempDir())
	elsewhere.says("listening")
}

func TestAKilledFirstInstanceLeavesThePlace(t *testing.T) {
	folder := t.TempDir()
	process := startFirst(t, folder)
	process.says("listening")
	if err := process.run.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = process.run.Wait()
	if _, err := Ask(t.Context(), folder, Request{ComeForward: true}); !errors.Is(err, ErrAbsent) {
		t.Fatalf("after its end: %v", err)
	}
	startFirst(t, folder).says("listening")
}

func TestTheFirstInstanceLearnsThatNobodyWaits(t *testing.T) {
	folder := t.TempDir()
	process := startFirst(t, folder)
	process.says("listening")
	ctx, stop := context.WithCancel(t.Context())
	asked := make(chan error, 1)
	go func() {
		_, err := Ask(ctx, folder, Request{Args: []string{"wait"}})
		asked <- err
	}()
	process.says("waiting")
	stop()
	if err := <-asked; !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	process.says("gone")
}

func TestOneFolderHasOneNameByWhateverWay(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	want := mustName(t, filepath.Join(folder, "data", "new"))
	for _, way := range []string{"data/new", "data/../data/new", "./data//new/"} {
		if got := mustName(t, way); got != want {
			t.Errorf("%s: %s; want %s", way, got, want)
		}
	}
	if mustName(t, "data/other") == want {
		t.Error("two folders have one name")
	}
}

func mustName(t *testing.T, folder string) string {
	t.Helper()
	name, err := nameOf(folder)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestNonsenseOnThePipeIsNoAnswer(t *testing.T) {
	for _, said := range []string{"", "HTTP/1.1 200 OK\n", greeting, greeting + "nonsense"} {
		folder := t.TempDir()
		pipe, err := listen(mustName(t, folder))
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			c, err := pipe.Accept()
			if err != nil {
				return
			}
			_, _ = c.Write([]byte(said))
			_ = c.Close()
		}()
		if _, err := Ask(t.Context(), folder, Request{Args: []string{"list"}}); !errors.Is(err, ErrSilent) {
			t.Errorf("%q: %v", said, err)
		}
		_ = pipe.Close()
	}
}

func TestNonsenseFromAnAskerEndsNothing(t *testing.T) {
	folder := t.TempDir()
	process := startFirst(t, folder)
	process.says("listening")
	name := mustName(t, folder)
	for _, said := range []string{"", "GET / HTTP/1.1\r\n\r\n", "{", `{"args": 5}`, strings.Repeat("[", 5000)} {
		c, err := dial(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = c.Write([]byte(said))
		_ = c.Close()
	}
	if _, err := Ask(t.Context(), folder, Request{ComeForward: true}); err != nil {
		t.Fatal(err)
	}
	process.says("forward")
}
