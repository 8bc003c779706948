package native

import (
	"fmt"

	"golang.org/x/sys/windows"
)

func systemRelease() string {
	major, minor, build := windows.RtlGetNtVersionNumbers()
	return fmt.Sprintf("%d.%d.%d", major, minor, build)
}
