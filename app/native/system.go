package native

import "runtime"

// System names the operating system and what the program was built with, for
// support: "windows/amd64 10.0.19045, go1.26.8".
func System() string {
	name := runtime.GOOS + "/" + runtime.GOARCH
	if release := systemRelease(); release != "" {
		name += " " + release
	}
	return name + ", " + runtime.Version()
}
