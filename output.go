package main

import "io"

// output is where commands write.
type output struct {
	stdout, stderr io.Writer
	show           func() // to be called when the command is done
}
