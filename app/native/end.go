package native

import "time"

// Ending is what a program does when the user's session ends.
type Ending struct {
	// Reason is a short sentence that Windows shows while Save or End takes long.
	Reason string
	// Save puts on the disk what is not there yet. The session may go on after:
	// another program, or the person, can still keep it from ending.
	Save func()
	// End brings the program to its end. Windows ends it when it returns.
	End func()
}

// within does an act in a goroutine of its own, and goes on without it when it
// takes too long: a program that does not answer is ended by force.
func within(patience time.Duration, act func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		act()
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
}
