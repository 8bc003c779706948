//go:build !windows

package crashlog

import "os"

// capture has the runtime's last words written into the file.
func capture(file *os.File) (release func(), err error) { return captureByRuntime(file) }
