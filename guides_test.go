package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAGuideIsFoundBesideTheProgramOrInTheSystemsDocuments(t *testing.T) {
	root := t.TempDir()
	put := func(elements ...string) string {
		path := filepath.Join(append([]string{root}, elements...)...)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("%PDF"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	beside := put("Tavoitekartta", "guides", "it.fi.pdf")
	packaged := put("usr", "share", "doc", "tavoitekartta", "guides", "it.sv.pdf")
	tests := []struct {
		name, program, language, want string
	}{
		{"beside", filepath.Join(root, "Tavoitekartta"), "fi", beside},
		{"in the documents of a package", filepath.Join(root, "usr", "bin"), "sv", packaged},
		{"not in this language", filepath.Join(root, "Tavoitekartta"), "sv", ""},
		{"nowhere", root, "fi", ""},
		{"a program that does not know where it lies", "", "fi", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := guideFile(test.program)("it", test.language); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
