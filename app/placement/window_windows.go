package placement

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// windowPlacement is Windows' WINDOWPLACEMENT.
type windowPlacement struct {
	length, flags, showCmd uint32
	minimised, maximised   [2]int32
	normal                 windows.Rect
}

// Values of showCmd and flags.
const (
	showNormal         = 1
	showMinimised      = 2
	showMaximised      = 3
	restoreToMaximised = 2
)

func userProcedure(name string) *windows.LazyProc {
	return windows.NewLazySystemDLL("user32.dll").NewProc(name)
}

// withHandle calls do with the window's handle, where there is one still.
func withHandle(window fyne.Window, do func(handle uintptr)) {
	native, is := window.(driver.NativeWindow)
	if !is {
		return
	}
	native.RunNative(func(context any) {
		if w, is := context.(driver.WindowsWindowContext); is && w.HWND != 0 {
			do(w.HWND)
		}
	})
}

// placed reads where the window stands, or would stand if it were neither
// maximised nor minimised.
func placed(window fyne.Window) (p Placement, known bool) {
	withHandle(window, func(handle uintptr) {
		at := windowPlacement{length: uint32(unsafe.Sizeof(windowPlacement{}))}
		if done, _, _ := userProcedure("GetWindowPlacement").Call(handle, uintptr(unsafe.Pointer(&at))); done == 0 {
			return
		}
		p, known = fromWindows(at), true
	})
	return p, known
}

func fromWindows(at windowPlacement) Placement {
	n := at.normal
	return Placement{
		Area:      Area{Left: int(n.Left), Top: int(n.Top), Width: int(n.Right - n.Left), Height: int(n.Bottom - n.Top)},
		Maximised: at.showCmd == showMaximised || at.showCmd == showMinimised && at.flags&restoreToMaximised != 0,
	}
}

// measured leaves the areas in pixels.
func measured(_ fyne.Window, areas []Area) []Area { return areas }

// put moves the window, sizes it, and maximises it.
func put(window fyne.Window, p Placement) {
	at := windowPlacement{
		length: uint32(unsafe.Sizeof(windowPlacement{})), showCmd: showNormal,
		normal: windows.Rect{Left: int32(p.Left), Top: int32(p.Top), Right: int32(p.Left + p.Width), Bottom: int32(p.Top + p.Height)},
	}
	if p.Maximised {
		at.showCmd = showMaximised
	}
	withHandle(window, func(handle uintptr) {
		// What Windows refuses leaves the window where it is, which can be used too.
		_, _, _ = userProcedure("SetWindowPlacement").Call(handle, uintptr(unsafe.Pointer(&at)))
	})
}
