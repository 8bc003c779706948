//go:build !windows

package instance

import (
	"errors"
	"fmt"
	"net"
	"path/filepath"
)

// pipeListener is a local socket on which the first instance listens.
type pipeListener struct{ *net.UnixListener }

// Accept waits for the next program of this user that asks; net.ErrClosed
// behind Close.
func (l *pipeListener) Accept() (connection, error) {
	c, err := l.AcceptUnix()
	if err != nil {
		return nil, err
	}
	if !sameUser(c) {
		return nil, errors.Join(errStranger, c.Close())
	}
	return c, nil
}

var errStranger = errors.New("instance: asked by another user")

// listen makes the pipe of a name; ErrTaken when another program has it.
func listen(name string) (*pipeListener, error) {
	at := &net.UnixAddr{Name: address(name), Net: "unix"}
	socket, err := net.ListenUnix("unix", at)
	if err != nil {
		if c, dialErr := net.DialUnix("unix", nil, at); dialErr == nil {
			return nil, errors.Join(ErrTaken, c.Close())
		}
		clearStale(at.Name)
		socket, err = net.ListenUnix("unix", at)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTaken, err)
	}
	return &pipeListener{socket}, nil
}

// dial reaches the listener of a name: ErrAbsent when there is none, ErrSilent
// when it is not of this user.
func dial(name string) (connection, error) {
	c, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: address(name), Net: "unix"})
	if err != nil {
		return nil, ErrAbsent
	}
	if !sameUser(c) {
		return nil, errors.Join(ErrSilent, c.Close())
	}
	return c, nil
}

// mayComeForward gives nothing away: here a window comes forward when it asks.
func mayComeForward(connection) {}

// resolved follows the links in the part of the path that exists.
func resolved(path string) string {
	return beyondExisting(path, filepath.EvalSymlinks)
}
