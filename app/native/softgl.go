package native

// SoftwareOpenGLFolder is the folder beside the program, and OpenGLName the
// library in it.
const (
	SoftwareOpenGLFolder = "softgl"
	OpenGLName           = "opengl32.dll"
)
