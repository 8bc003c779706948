// Package native speaks with the operating system about what no toolkit does:
// whether there is an OpenGL to draw a window with, the user's language, the end
// of the session.
//
// Words. The window is drawn with OpenGL 2.1. [Graphics] is what the machine has
// of it, asked with a context that is thrown away. Software OpenGL is a library
// of the same name that draws with the processor (Mesa's) and lies in the folder
// softgl beside the program; it is loaded by its whole path before anything asks
// for "opengl32.dll", and Windows gives a library that is loaded to whoever asks
// for its bare name. That holds only where the program does not import
// opengl32.dll itself: packaging/windows links it so. [WatchEnd] hears that the
// session ends (logging off, shutting down), which GLFW does not.
//
// Only Windows needs most of this; elsewhere the functions answer that all is
// well and do nothing. The package has no C and imports nothing of ours and no
// window toolkit.
package native
