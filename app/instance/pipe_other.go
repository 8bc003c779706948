//go:build !linux && !windows

package instance

import (
	"net"
	"os"
	"path/filepath"
	"strconv"
)

// address returns a socket in the user's own temporary folder; its name is
// short, since a socket's path has at most some hundred bytes.
func address(name string) string { return filepath.Join(os.TempDir(), name+".sock") }

// clearStale removes a socket that a killed program left behind; the caller has
// found that nobody listens on it.
func clearStale(address string) { _ = os.Remove(address) }

// owner names this user among those of the machine.
func owner() (string, error) { return strconv.Itoa(os.Getuid()), nil }

// sameUser relies on the temporary folder being the user's own.
func sameUser(*net.UnixConn) bool { return true }
