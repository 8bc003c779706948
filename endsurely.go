package main

import "time"

// stopsWithin is how long Fyne may take to stop once the window is closed.
const stopsWithin = 10 * time.Second

// endSurely ends the program when the window is going and is not gone in time.
// Fyne 2.8.1 can wait for itself for ever then: its Lifecycle.WaitForEvents asks
// for a last turn of a loop that has made its last turn already. The data folder
// would stay held, by a program without a window.
func endSurely(going, gone <-chan struct{}, patience time.Duration, end func()) {
	<-going
	select {
	case <-gone:
	case <-time.After(patience):
		end()
	}
}
