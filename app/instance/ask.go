package instance

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"time"
)

// patience is how long the first instance may take to greet. It greets from a
// goroutine of its own, so that only a stopped program is slower.
const patience = 5 * time.Second

// connection is the asking end of the pipe.
type connection interface {
	io.ReadWriteCloser
	SetReadDeadline(deadline time.Time) error
}

// Ask puts a request to the first instance of a data folder and waits for its
// reply. It returns [ErrAbsent] when nobody listens and [ErrSilent] when what
// listens does not answer, or is not of this user.
func Ask(ctx context.Context, folder string, r Request) (Reply, error) {
	name, err := nameOf(folder)
	if err != nil {
		return Reply{}, err
	}
	c, err := dial(name)
	if err != nil {
		return Reply{}, err
	}
	defer c.Close()
	if r.ComeForward {
		mayComeForward(c)
	}
	defer context.AfterFunc(ctx, func() { _ = c.Close() })()
	reply, err := exchange(c, r)
	if err != nil {
		if ctx.Err() != nil {
			return Reply{}, ctx.Err()
		}
		return Reply{}, fmt.Errorf("%w: %w", ErrSilent, err)
	}
	return reply, nil
}

func exchange(c connection, r Request) (Reply, error) {
	if err := c.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return Reply{}, err
	}
	answer := bufio.NewReader(c)
	greeted, err := answer.ReadString('\n')
	if err != nil {
		return Reply{}, err
	}
	if greeted != greeting {
		return Reply{}, fmt.Errorf("greeted with %q", greeted)
	}
	if err := c.SetReadDeadline(time.Time{}); err != nil {
		return Reply{}, err
	}
	if err := write(c, r); err != nil {
		return Reply{}, err
	}
	var reply Reply
	return reply, read(answer, maxReply, &reply)
}
