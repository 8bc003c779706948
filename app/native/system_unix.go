//go:build unix

package native

import "golang.org/x/sys/unix"

func systemRelease() string {
	var name unix.Utsname
	if err := unix.Uname(&name); err != nil {
		return ""
	}
	return unix.ByteSliceToString(name.Release[:])
}
