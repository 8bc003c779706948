package instance

import (
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// pipeListener is a named pipe on which the first instance listens. Windows
// makes a pipe of as many ends as there are conversations; one that nobody has
// come to yet always stands ready, so that the name stays taken.
type pipeListener struct {
	path    string
	rights  *windows.SecurityAttributes
	closing windows.Handle // event: no longer accept

	accepting sync.Mutex     // held while somebody is waited for
	next      windows.Handle // the end that nobody has come to
	closed    bool
	ending    sync.Once
}

// listen makes the pipe of a name; ErrTaken when another program has it. It
// lets this user in and nobody else, and no program of another machine.
func listen(name string) (*pipeListener, error) {
	user, err := owner()
	if err != nil {
		return nil, err
	}
	descriptor, err := windows.SecurityDescriptorFromString(onlyFor(user))
	if err != nil {
		return nil, fmt.Errorf("rights of the pipe: %w", err)
	}
	l := &pipeListener{path: address(name), rights: &windows.SecurityAttributes{SecurityDescriptor: descriptor}}
	l.rights.Length = uint32(unsafe.Sizeof(*l.rights))
	if taken(l.path) {
		return nil, ErrTaken
	}
	if l.next, err = l.newEnd(windows.FILE_FLAG_FIRST_PIPE_INSTANCE); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTaken, err)
	}
	if l.closing, err = windows.CreateEvent(nil, 1, 0, nil); err != nil {
		return nil, errors.Join(fmt.Errorf("listen on the pipe: %w", err), windows.CloseHandle(l.next))
	}
	return l, nil
}

// onlyFor is the security descriptor (SDDL) that allows all to one account and
// inherits nothing.
func onlyFor(user string) string { return "D:P(A;;GA;;;" + user + ")" }

// taken tells whether a program listens already. Of two that begin at once
// FILE_FLAG_FIRST_PIPE_INSTANCE lets one listen; wine 8 overlooks that flag, so
// this is asked before.
func taken(path string) bool {
	end, err := openPipe(path, time.Now())
	if err == nil {
		_ = windows.CloseHandle(end)
	}
	return err == nil || errors.Is(err, windows.ERROR_PIPE_BUSY) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

func (l *pipeListener) newEnd(flags uint32) (windows.Handle, error) {
	const (
		kind   = windows.PIPE_TYPE_BYTE | windows.PIPE_READMODE_BYTE | windows.PIPE_WAIT | windows.PIPE_REJECT_REMOTE_CLIENTS
		buffer = 64 << 10 // bytes each way
	)
	name, err := windows.UTF16PtrFromString(l.path)
	if err != nil {
		return windows.InvalidHandle, err
	}
	flags |= windows.PIPE_ACCESS_DUPLEX | windows.FILE_FLAG_OVERLAPPED
	return windows.CreateNamedPipe(name, flags, kind, windows.PIPE_UNLIMITED_INSTANCES, buffer, buffer, 0, l.rights)
}

// Accept waits for the next program that asks; net.ErrClosed behind Close.
func (l *pipeListener) Accept() (connection, error) {
	l.accepting.Lock()
	defer l.accepting.Unlock()
	if l.closed {
		return nil, net.ErrClosed
	}
	if err := l.await(); err != nil {
		return nil, err
	}
	next, err := l.newEnd(0)
	if err != nil {
		// The conversation is given up, so that the name stays taken.
		return nil, errors.Join(err, windows.DisconnectNamedPipe(l.next))
	}
	c := os.NewFile(uintptr(l.next), l.path)
	l.next = next
	return c, nil
}

// await waits until somebody has come to the end that stands ready.
func (l *pipeListener) await() error {
	came, err := windows.CreateEvent(nil, 1, 0, nil)
	if err != nil {
		return err
	}
	defer windows.CloseHandle(came) //nolint:errcheck // nothing is lost with it
	waiting := &windows.Overlapped{HEvent: came}
	switch err := windows.ConnectNamedPipe(l.next, waiting); {
	case errors.Is(err, windows.ERROR_PIPE_CONNECTED), err == nil:
		return nil
	case errors.Is(err, windows.ERROR_NO_DATA): // came and went again
		if err := windows.DisconnectNamedPipe(l.next); err != nil {
			return err
		}
		return l.await()
	case !errors.Is(err, windows.ERROR_IO_PENDING):
		return err
	}
	which, err := windows.WaitForMultipleObjects([]windows.Handle{came, l.closing}, false, windows.INFINITE)
	if err == nil && which == windows.WAIT_OBJECT_0 {
		return nil
	}
	// The system writes into waiting until the wait is over.
	var n uint32
	_ = windows.CancelIoEx(l.next, waiting)
	_ = windows.GetOverlappedResult(l.next, waiting, &n, true)
	return net.ErrClosed
}

// Close ends listening; conversations go on.
func (l *pipeListener) Close() (err error) {
	l.ending.Do(func() {
		err = windows.SetEvent(l.closing)
		l.accepting.Lock()
		defer l.accepting.Unlock()
		l.closed = true
		err = errors.Join(err, windows.CloseHandle(l.next), windows.CloseHandle(l.closing))
	})
	return err
}
