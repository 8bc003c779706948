package instance

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/windows"
)

// address returns the path of a named pipe.
func address(name string) string { return `\\.\pipe\` + name }

// owner names this user: the security identifier of the account.
func owner() (string, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return "", fmt.Errorf("name of the user: %w", err)
	}
	return user.User.Sid.String(), nil
}

// clientPipe is the asking end. Its handle is kept for questions about the
// other end.
type clientPipe struct {
	*os.File
	handle windows.Handle
}

// dial reaches the listener of a name: ErrAbsent when there is none, ErrSilent
// when it has no time, is closed to this user, or is another user's.
func dial(name string) (connection, error) {
	handle, err := openPipe(address(name), time.Now().Add(patience))
	if errors.Is(err, windows.ERROR_FILE_NOT_FOUND) {
		return nil, ErrAbsent
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSilent, err)
	}
	if !servedByThisUser(handle) {
		return nil, errors.Join(ErrSilent, windows.CloseHandle(handle))
	}
	return clientPipe{os.NewFile(uintptr(handle), name), handle}, nil
}

// openPipe waits until the deadline for a listener that is just answering
// another. Whoever has taken the name must not act as this user, so they learn
// who asks and no more (SECURITY_IDENTIFICATION).
func openPipe(path string, deadline time.Time) (windows.Handle, error) {
	const flags = windows.FILE_FLAG_OVERLAPPED | windows.SECURITY_SQOS_PRESENT | windows.SECURITY_IDENTIFICATION
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return windows.InvalidHandle, err
	}
	for {
		handle, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING, flags, 0)
		if !errors.Is(err, windows.ERROR_PIPE_BUSY) || time.Now().After(deadline) {
			return handle, err
		}
		time.Sleep(busyPause)
	}
}

// busyPause is the time between two tries at a pipe that is taken for a moment.
const busyPause = 10 * time.Millisecond

// servedByThisUser tells whether the program at the other end belongs to this
// user: anybody on the machine can take a pipe's name first.
func servedByThisUser(pipe windows.Handle) bool {
	server, err := serverOf(pipe)
	if err != nil {
		return false
	}
	process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, server)
	if err != nil {
		return false
	}
	defer windows.CloseHandle(process) //nolint:errcheck // was only read from
	var token windows.Token
	if err := windows.OpenProcessToken(process, windows.TOKEN_QUERY, &token); err != nil {
		return false
	}
	defer token.Close()
	theirs, err := token.GetTokenUser()
	if err != nil {
		return false
	}
	ours, err := owner()
	return err == nil && theirs.User.Sid.String() == ours
}

func serverOf(pipe windows.Handle) (process uint32, err error) {
	err = windows.GetNamedPipeServerProcessId(pipe, &process)
	return process, err
}

// mayComeForward hands the right to take the foreground on to the program at
// the other end. Windows gives it to the program that the person started last,
// which is this one, and only flashes the taskbar for any other.
func mayComeForward(c connection) {
	pipe, isPipe := c.(clientPipe)
	if !isPipe {
		return
	}
	server, err := serverOf(pipe.handle)
	if err != nil {
		return
	}
	// Refused when this program has no such right itself; then nothing is lost.
	_, _, _ = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow").Call(uintptr(server))
}

// resolved gives the part of the path that exists its one true name: links and
// junctions followed, short names ("OHJELM~1") and drives made by subst written
// out. Windows tells no upper from lower case.
func resolved(path string) string {
	return strings.ToLower(beyondExisting(path, finalPath))
}

func finalPath(path string) (string, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return "", err
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	folder, err := windows.CreateFile(name, 0, share, nil, windows.OPEN_EXISTING, windows.FILE_FLAG_BACKUP_SEMANTICS, 0)
	if err != nil {
		return "", err
	}
	defer windows.CloseHandle(folder) //nolint:errcheck // was only read from
	final := make([]uint16, windows.MAX_LONG_PATH)
	length, err := windows.GetFinalPathNameByHandle(folder, &final[0], uint32(len(final)), 0)
	if err != nil || int(length) >= len(final) {
		return "", errors.Join(err, windows.ERROR_FILENAME_EXCED_RANGE)
	}
	return windows.UTF16ToString(final[:length]), nil
}
