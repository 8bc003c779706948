// Notices writes THIRD-PARTY-NOTICES.md: every module that is built into the
// program on any of its systems, with the licences as their authors wrote them,
// those of the fonts and patterns that the program carries, and those of what
// toolkits and compilers add to it.
//
//	go run ./packaging/notices            writes the page
//	go run ./packaging/notices -check     says whether the page is up to date
//
// It reads the module cache, so what it says is what was built. A component
// without a licence file is an error: it may not be passed on.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

// page is where the notices stand, from the module's root.
const page = "THIRD-PARTY-NOTICES.md"

func main() {
	check := flag.Bool("check", false, "only say whether the page is up to date")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

func run(check bool) error {
	components, err := builtIn(".", []string{"linux", "windows", "darwin"})
	if err != nil {
		return err
	}
	carried, err := carriedAlong("assets", "model", "reports", "packaging/notices/carried")
	if err != nil {
		return err
	}
	wanted := notices(append(components, carried...))
	if !check {
		return os.WriteFile(page, []byte(wanted), 0o644)
	}
	found, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	if string(found) != wanted {
		return errors.New(page + " is out of date; make notices writes it anew")
	}
	return nil
}
