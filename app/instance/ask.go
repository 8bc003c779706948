package instance

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"time"
)

// patience is how long the first instance may take to greet. It greets from a
// goroutine of its own, so that only a stopped program is slower.
const patience = 5 * time.Second

// Ask puts a request to the first instance of a data folder and waits for its
// reply. It returns [ErrAbsent] when nobody listens and [ErrSilent] when what
// listens does not answer, or is not of this user.
func Ask(ctx context.Context, folder string, r Request) (Reply, error) {
	name, err := nameOf(folder)
	if err != nil {
		return Reply{}, err
	}
	c, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: address(name), Net: "unix"})
	if err != nil {
		return Reply{}, ErrAbsent
	}
	defer c.Close()
	if !sameUser(c) {
		return Reply{}, ErrSilent
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

func exchange(c *net.UnixConn, r Request) (Reply, error) {
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
