package main

import (
	"strings"
	"testing"
)

func TestEqualLicencesAreWrittenOnce(t *testing.T) {
	mit := "Permission is hereby granted, free of charge, to any person"
	page := notices([]component{
		{"example.org/a", "v1.0.0", []licence{{"LICENSE", mit + "\n"}}},
		{"example.org/b", "v2.0.0", []licence{{"COPYING", mit}}},
		{"assets/fonts", "", []licence{{"OFL.txt", "SIL Open Font License Version 1.1"}}},
	})
	for _, want := range []string{
		"| example.org/a | v1.0.0 | MIT |",
		"| assets/fonts |  | OFL-1.1 |",
		"### example.org/a (LICENSE), example.org/b (COPYING)",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing from\n%s", want, page)
		}
	}
	if n := strings.Count(page, mit); n != 1 {
		t.Errorf("the licence that two share stands %d times", n)
	}
}

func TestLicenceNames(t *testing.T) {
	tests := map[string]bool{
		"LICENSE": true, "LICENCE.md": true, "COPYING": true, "NOTICE": true, "OFL.txt": true, "UNLICENSE": true,
		"LICENSE-fi.txt": true, "hyph-sv.license.txt": true, "license_test.md": true,
		"README.md": false, "licensed.go": false, "notices": false,
	}
	for name, want := range tests {
		if got := licenceName.MatchString(name); got != want {
			t.Errorf("%s: got %t, want %t", name, got, want)
		}
	}
}
