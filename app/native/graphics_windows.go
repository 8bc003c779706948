package native

import (
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// FindGraphics tells what OpenGL the machine offers: it makes a window that
// nobody sees, with a context, and asks the driver. On a remote desktop, in a
// virtual machine or without a driver Windows answers with its own OpenGL 1.1,
// or has no pixel format for it. [UseSoftwareOpenGL] comes before, where that is
// to be asked.
func FindGraphics() Graphics {
	runtime.LockOSThread() // a context belongs to its thread
	defer runtime.UnlockOSThread()
	if procMakeCurrent.Find() != nil || procGetString.Find() != nil {
		return Graphics{}
	}
	window, release := makeWindow("TavoitekarttaGraphics", defaultWindowProc)
	if window == 0 {
		return Graphics{}
	}
	defer release()
	device, _, _ := procGetDC.Call(uintptr(window))
	if device == 0 {
		return Graphics{}
	}
	defer procReleaseDC.Call(uintptr(window), device)
	if !choosePixelFormat(device) {
		return Graphics{}
	}
	rendering, _, _ := procCreateContext.Call(device)
	if rendering == 0 {
		return Graphics{}
	}
	defer procDeleteContext.Call(rendering)
	if done, _, _ := procMakeCurrent.Call(device, rendering); done == 0 {
		return Graphics{}
	}
	defer procMakeCurrent.Call(0, 0)
	return Graphics{Version: glString(glVersion), Renderer: glString(glRenderer)}
}

// opengl32 is asked for by its bare name, as GLFW does: whichever is loaded
// answers both.
var (
	opengl32          = windows.NewLazyDLL("opengl32.dll")
	procCreateContext = opengl32.NewProc("wglCreateContext")
	procDeleteContext = opengl32.NewProc("wglDeleteContext")
	procMakeCurrent   = opengl32.NewProc("wglMakeCurrent")
	procGetString     = opengl32.NewProc("glGetString")

	gdi32                 = windows.NewLazySystemDLL("gdi32.dll")
	procChoosePixelFormat = gdi32.NewProc("ChoosePixelFormat")
	procSetPixelFormat    = gdi32.NewProc("SetPixelFormat")
)

// Names of glGetString (gl.h).
const (
	glRenderer = 0x1F01
	glVersion  = 0x1F02
)

// pixelFormatDescriptor is PIXELFORMATDESCRIPTOR (wingdi.h).
type pixelFormatDescriptor struct {
	size, version                                 uint16
	flags                                         uint32
	pixelType, colorBits                          byte
	redBits, redShift, greenBits, greenShift      byte
	blueBits, blueShift, alphaBits, alphaShift    byte
	accumBits, accumRedBits, accumGreenBits       byte
	accumBlueBits, accumAlphaBits                 byte
	depthBits, stencilBits, auxBuffers, layerType byte
	reserved                                      byte
	layerMask, visibleMask, damageMask            uint32
}

// Flags of a pixel format (wingdi.h).
const (
	pfdDoubleBuffer  = 0x1
	pfdDrawToWindow  = 0x4
	pfdSupportOpenGL = 0x20
)

// choosePixelFormat sets a format that OpenGL can draw in, if there is one.
func choosePixelFormat(device uintptr) bool {
	wanted := pixelFormatDescriptor{
		version: 1, flags: pfdDrawToWindow | pfdSupportOpenGL | pfdDoubleBuffer, colorBits: 24,
	}
	wanted.size = uint16(unsafe.Sizeof(wanted))
	format, _, _ := procChoosePixelFormat.Call(device, uintptr(unsafe.Pointer(&wanted)))
	if format == 0 {
		return false
	}
	done, _, _ := procSetPixelFormat.Call(device, format, uintptr(unsafe.Pointer(&wanted)))
	return done != 0
}

// glString asks the driver of the current context for a name.
func glString(name uintptr) string {
	text, _, _ := procGetString.Call(name)
	if text == 0 {
		return ""
	}
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&text)))
}
