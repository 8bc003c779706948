//go:build !windows

package storage

// killedCode is the exit code of a process that a signal ended.
const killedCode = -1
