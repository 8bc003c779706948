package instance

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"sync"
)

// Listener is the first instance's end of the pipe.
type Listener struct {
	pipe *pipeListener
}

// Listen begins to listen for a data folder, which need not exist yet. It
// returns [ErrTaken] when another program does so already.
func Listen(folder string) (*Listener, error) {
	name, err := nameOf(folder)
	if err != nil {
		return nil, err
	}
	pipe, err := listen(name)
	if err != nil {
		return nil, err
	}
	return &Listener{pipe: pipe}, nil
}

// Serve answers requests with handle, each in a goroutine of its own, until the
// listener is closed; then it waits for those under way and returns. The
// context of handle ends with ctx and when the one who asked goes away.
func (l *Listener) Serve(ctx context.Context, handle func(context.Context, Request) Reply) {
	var underWay sync.WaitGroup
	defer underWay.Wait()
	for {
		c, err := l.pipe.Accept()
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return
			}
			continue
		}
		underWay.Go(func() {
			defer c.Close()
			answer(ctx, c, handle)
		})
	}
}

// Close ends listening.
func (l *Listener) Close() error { return l.pipe.Close() }

func answer(ctx context.Context, c connection, handle func(context.Context, Request) Reply) {
	if _, err := io.WriteString(c, greeting); err != nil {
		return
	}
	asked := bufio.NewReader(c)
	var request Request
	if err := read(asked, maxRequest, &request); err != nil {
		return
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		// Nothing more is said; what comes is the end.
		_, _ = io.Copy(io.Discard, c)
		stop()
	}()
	// Who asked may be gone by now, and then nobody reads the answer.
	_ = write(c, handle(ctx, request))
}
