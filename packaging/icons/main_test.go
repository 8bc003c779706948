package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestTheIconOfTheWindowIsTheDrawing holds the embedded picture against what is
// drawn for installers and desktops.
func TestTheIconOfTheWindowIsTheDrawing(t *testing.T) {
	t.Chdir("../..")
	folder := t.TempDir()
	if err := writeIcons(folder); err != nil {
		t.Fatal(err)
	}
	drawn, err := os.ReadFile(filepath.Join(folder, "512.png"))
	if err != nil {
		t.Fatal(err)
	}
	embedded, err := os.ReadFile("assets/icon.png")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(drawn, embedded) {
		t.Error("assets/icon.png is not what assets/icon.svg shows: go run ./packaging/icons FOLDER draws it anew")
	}
}
