package native

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// UseSoftwareOpenGL loads the OpenGL library that lies in a folder (an absolute
// path), with its companions from the same folder, for all that this program
// draws. It is called before anything else asks for OpenGL. The path is "" where
// there is no such library; an error says that there is one and Windows would not
// take it, or that another is loaded already.
func UseSoftwareOpenGL(folder string) (path string, err error) {
	path = filepath.Join(folder, OpenGLName)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if _, err := windows.LoadLibraryEx(path, 0, windows.LOAD_WITH_ALTERED_SEARCH_PATH); err != nil {
		return path, fmt.Errorf("load %s: %w", path, err)
	}
	loaded, err := loadedPath(OpenGLName)
	if err != nil {
		return path, fmt.Errorf("load %s: %w", path, err)
	}
	if !strings.EqualFold(filepath.Clean(loaded), path) {
		return path, fmt.Errorf("load %s: %s was loaded before", path, loaded)
	}
	return path, nil
}

// loadedPath tells which file answers to the bare name of a library.
func loadedPath(name string) (string, error) {
	wide, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return "", err
	}
	var module windows.Handle
	if err := windows.GetModuleHandleEx(0, wide, &module); err != nil {
		return "", err
	}
	buffer := make([]uint16, windows.MAX_LONG_PATH)
	length, err := windows.GetModuleFileName(module, &buffer[0], uint32(len(buffer)))
	if err != nil {
		return "", err
	}
	return windows.UTF16ToString(buffer[:length]), nil
}
