package native

import (
	"regexp"
	"strconv"
)

// Graphics is the OpenGL that a machine offers, in the driver's own words. All
// is empty where it offers none at all.
type Graphics struct {
	Version  string // GL_VERSION, as "4.6.0 NVIDIA 531.41" or "1.1.0"
	Renderer string // GL_RENDERER, as "GDI Generic"
}

// The oldest OpenGL that the window toolkit draws with.
const (
	neededMajor = 2
	neededMinor = 1
)

// versionNumber reads "<major>.<minor>" at the beginning (OpenGL 2.1
// specification, 6.1.11). OpenGL ES says so before the number, and is another
// thing.
var versionNumber = regexp.MustCompile(`^(\d{1,4})\.(\d{1,4})(?:[. ]|$)`)

// Suffices tells whether the window can be drawn with it.
func (g Graphics) Suffices() bool {
	found := versionNumber.FindStringSubmatch(g.Version)
	if found == nil {
		return false
	}
	major, _ := strconv.Atoi(found[1]) // at most four digits
	minor, _ := strconv.Atoi(found[2])
	return major > neededMajor || major == neededMajor && minor >= neededMinor
}
