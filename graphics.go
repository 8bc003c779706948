package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/native"
)

// errNoGraphics says that a window cannot be drawn on this machine.
var errNoGraphics = errors.New("no OpenGL to draw the window with")

// findGraphics finds out, before there is a window, whether it can be drawn. The
// toolkit itself would end the program with a message for programmers, or with
// none. Software OpenGL is used wherever IT has put it beside the program.
func findGraphics(program commands.Program, wanted commands.Window) (u commands.Undrawable, ok bool) {
	folder := filepath.Join(program.Beside, native.SoftwareOpenGLFolder)
	library, err := native.UseSoftwareOpenGL(folder)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	graphics := native.FindGraphics()
	if graphics.Suffices() {
		return u, true
	}
	u = commands.Undrawable{
		Folder: folder, Refused: err != nil && library != "",
		Language: wanted.Language, Reads: native.UserLanguages(),
	}
	if graphics.Version != "" {
		u.Found = fmt.Sprintf("OpenGL %s (%s)", graphics.Version, graphics.Renderer)
	}
	return u, false
}
