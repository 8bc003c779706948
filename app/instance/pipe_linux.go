package instance

import (
	"net"
	"os"
	"strconv"
	"syscall"
)

// address returns a name in Linux's abstract namespace, which leaves no file
// behind when the program is killed.
func address(name string) string { return "@" + name }

// clearStale has nothing to clear: abstract names end with their program.
func clearStale(string) {}

// owner names this user among those of the machine.
func owner() (string, error) { return strconv.Itoa(os.Getuid()), nil }

// sameUser tells whether the program at the other end belongs to this user:
// anybody on the machine can reach an abstract name, or take it first.
func sameUser(c *net.UnixConn) bool {
	raw, err := c.SyscallConn()
	if err != nil {
		return false
	}
	var peer *syscall.Ucred
	var peerErr error
	err = raw.Control(func(fd uintptr) {
		peer, peerErr = syscall.GetsockoptUcred(int(fd), syscall.SOL_SOCKET, syscall.SO_PEERCRED)
	})
	return err == nil && peerErr == nil && int(peer.Uid) == os.Getuid()
}
