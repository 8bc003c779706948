package main

import (
	"context"
	"testing"
	"time"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/instance"
)

// A later start that comes while the window is going finds neither window nor
// desk: Fyne would let it run beside the closing of the folder.
func TestAWindowThatIsGoingAnswersNobody(t *testing.T) {
	later := &laterStarts{program: commands.Program{Version: version, Folders: newFolders()}, opened: make(chan struct{})}
	later.ready(nil, nil)
	later.end()
	for _, request := range []instance.Request{{ComeForward: true}, {Args: []string{"list"}, Language: "en"}} {
		answered := make(chan instance.Reply, 1)
		go func() { answered <- later.answer(context.Background(), request) }()
		select {
		case reply := <-answered:
			if reply.Exit == 0 || len(reply.Stderr) == 0 {
				t.Errorf("%+v is answered with %d, %q", request, reply.Exit, reply.Stderr)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%+v waits for a window that is gone", request)
		}
	}
}
