// Notices writes THIRD-PARTY-NOTICES.md: every module that is built into the
// program on any of its systems, with the licences as their authors wrote them,
// and those of the fonts and patterns that the program carries.
//
//	go run ./packaging/notices -out THIRD-PARTY-NOTICES.md
//
// It reads the module cache, so what it says is what was built. A component
// without a licence file is an error: it may not be passed on.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("out", "THIRD-PARTY-NOTICES.md", "the file to write")
	flag.Parse()
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

func write(path string) error {
	components, err := builtIn(".", []string{"linux", "windows"})
	if err != nil {
		return err
	}
	carried, err := carriedAlong("assets", "model", "reports")
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(notices(append(components, carried...))), 0o644)
}
