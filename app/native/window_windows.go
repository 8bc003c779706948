package native

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32                = windows.NewLazySystemDLL("user32.dll")
	procRegisterClass     = user32.NewProc("RegisterClassExW")
	procUnregisterClass   = user32.NewProc("UnregisterClassW")
	procCreateWindow      = user32.NewProc("CreateWindowExW")
	procDestroyWindow     = user32.NewProc("DestroyWindow")
	procDefaultWindowProc = user32.NewProc("DefWindowProcW")
	procGetMessage        = user32.NewProc("GetMessageW")
	procDispatchMessage   = user32.NewProc("DispatchMessageW")
	procPostMessage       = user32.NewProc("PostMessageW")
	procPostQuitMessage   = user32.NewProc("PostQuitMessage")
	procGetDC             = user32.NewProc("GetDC")
	procReleaseDC         = user32.NewProc("ReleaseDC")
	procBlockReason       = user32.NewProc("ShutdownBlockReasonCreate")
	procNoBlockReason     = user32.NewProc("ShutdownBlockReasonDestroy")
)

// windowClass is WNDCLASSEXW (winuser.h).
type windowClass struct {
	size, style                        uint32
	procedure                          uintptr
	classExtra, windowExtra            int32
	instance, icon, cursor, background windows.Handle
	menuName, className                *uint16
	smallIcon                          windows.Handle
}

// defaultWindowProc answers messages as Windows does.
func defaultWindowProc(window windows.HWND, message uint32, wide, long uintptr) uintptr {
	answer, _, _ := procDefaultWindowProc.Call(uintptr(window), uintptr(message), wide, long)
	return answer
}

// classOwnContext is CS_OWNDC, which an OpenGL window has (winuser.h).
const classOwnContext = 0x20

// makeWindow makes a window of this thread that is never shown, of a class of
// its own. It is top-level: one for messages alone hears no broadcasts. The
// window is 0 when Windows would not.
func makeWindow(name string, procedure func(windows.HWND, uint32, uintptr, uintptr) uintptr) (windows.HWND, func()) {
	wide, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, nil
	}
	class := windowClass{style: classOwnContext, procedure: windows.NewCallback(procedure), className: wide}
	class.size = uint32(unsafe.Sizeof(class))
	if registered, _, _ := procRegisterClass.Call(uintptr(unsafe.Pointer(&class))); registered == 0 {
		return 0, nil
	}
	unregister := func() { _, _, _ = procUnregisterClass.Call(uintptr(unsafe.Pointer(wide)), 0) }
	window, _, _ := procCreateWindow.Call(0, uintptr(unsafe.Pointer(wide)), uintptr(unsafe.Pointer(wide)),
		0, 0, 0, 1, 1, 0, 0, 0, 0)
	if window == 0 {
		unregister()
		return 0, nil
	}
	return windows.HWND(window), func() {
		_, _, _ = procDestroyWindow.Call(window)
		unregister()
	}
}
