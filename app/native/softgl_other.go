//go:build !windows

package native

// UseSoftwareOpenGL loads the OpenGL library that lies in a folder. There is none
// but on Windows: elsewhere Mesa is the system's.
func UseSoftwareOpenGL(folder string) (path string, err error) { return "", nil }
