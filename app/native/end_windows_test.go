package native

import (
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	procFindWindow  = user32.NewProc("FindWindowW")
	procSendMessage = user32.NewProc("SendMessageW")
)

// tellSession sends a message as Windows does when the session ends, and waits
// for the answer.
func tellSession(t *testing.T, message, wide uintptr) uintptr {
	t.Helper()
	class, err := windows.UTF16PtrFromString("TavoitekarttaSession")
	if err != nil {
		t.Fatal(err)
	}
	window, _, _ := procFindWindow.Call(uintptr(unsafe.Pointer(class)), 0)
	if window == 0 {
		t.Fatal("no window hears of the session's end")
	}
	answer, _, _ := procSendMessage.Call(window, message, wide, 0)
	return answer
}

func TestTheEndOfTheSessionIsAnsweredWhenEverythingIsSaved(t *testing.T) {
	var heard []string
	release := WatchEnd(Ending{
		Reason: "Tallennetaan ä",
		Save:   func() { heard = append(heard, "save") },
		End:    func() { heard = append(heard, "end") },
	})
	if answer := tellSession(t, messageQueryEndSession, 0); answer != 1 || len(heard) != 1 || heard[0] != "save" {
		t.Errorf("asked: answer %d, heard %q", answer, heard)
	}
	tellSession(t, messageEndSession, 0) // the person changed their mind
	if len(heard) != 1 {
		t.Errorf("the session goes on: heard %q", heard)
	}
	tellSession(t, messageQueryEndSession, 0)
	tellSession(t, messageEndSession, 1)
	if len(heard) != 3 || heard[2] != "end" {
		t.Errorf("the session ends: heard %q", heard)
	}
	release()
}

func TestTheSessionIsWatchedAgainAfterARelease(t *testing.T) {
	for range 3 {
		ended := false
		release := WatchEnd(Ending{Save: func() {}, End: func() { ended = true }})
		tellSession(t, messageEndSession, 1)
		release()
		if !ended {
			t.Error("not heard")
		}
	}
}
