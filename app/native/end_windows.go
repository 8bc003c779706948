package native

import (
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Messages (winuser.h).
const (
	messageClose           = 0x10
	messageQueryEndSession = 0x11
	messageEndSession      = 0x16
)

// The time that Save and End have. Windows asks the person after five seconds
// whether to wait for a program that has not answered.
const (
	savePatience = 4 * time.Second
	endPatience  = 20 * time.Second
)

// WatchEnd has the ending done when the session ends; release stops that. A
// window that nobody sees, on a thread of its own, hears of it: Windows asks
// every window first (WM_QUERYENDSESSION), where everything typed is saved and
// the answer is yes, then says that it ends (WM_ENDSESSION), and lets the program
// live until that is answered.
func WatchEnd(ending Ending) (release func()) {
	made, gone := make(chan windows.HWND), make(chan struct{})
	go func() {
		defer close(gone)
		watchEnd(ending, made)
	}()
	window := <-made
	return func() {
		if window != 0 {
			_, _, _ = procPostMessage.Call(uintptr(window), messageClose, 0, 0)
		}
		<-gone
	}
}

// watchEnd makes the window, gives it and answers its messages until it closes.
func watchEnd(ending Ending, made chan<- windows.HWND) {
	runtime.LockOSThread() // a window belongs to its thread
	defer runtime.UnlockOSThread()
	window, release := makeWindow("TavoitekarttaSession", ending.answer)
	made <- window
	if window == 0 {
		return // what was saved is on the disk whatever end comes
	}
	defer release()
	var message [6]uint64 // MSG (winuser.h), 48 bytes
	for {
		more, _, _ := procGetMessage.Call(uintptr(unsafe.Pointer(&message)), 0, 0, 0)
		if int32(more) <= 0 {
			return
		}
		_, _, _ = procDispatchMessage.Call(uintptr(unsafe.Pointer(&message)))
	}
}

// answer is the window's procedure.
func (e Ending) answer(window windows.HWND, message uint32, wide, long uintptr) uintptr {
	switch message {
	case messageQueryEndSession:
		e.explained(window, func() { within(savePatience, e.Save) })
		return 1
	case messageEndSession:
		if wide != 0 { // the session does end
			e.explained(window, func() { within(endPatience, e.End) })
		}
		return 0
	case messageClose:
		_, _, _ = procPostQuitMessage.Call(0)
		return 0
	}
	return defaultWindowProc(window, message, wide, long)
}

// explained does an act while Windows can tell the person what it waits for.
func (e Ending) explained(window windows.HWND, act func()) {
	if reason, err := windows.UTF16PtrFromString(e.Reason); err == nil {
		_, _, _ = procBlockReason.Call(uintptr(window), uintptr(unsafe.Pointer(reason)))
		defer procNoBlockReason.Call(uintptr(window))
	}
	act()
}
