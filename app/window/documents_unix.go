//go:build !windows

package window

import (
	"os"
	"path/filepath"
)

// documentsFolder is the person's folder for documents, else the home folder.
func documentsFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	for _, name := range []string{"Documents", "Asiakirjat", "Tiedostot", "Dokument"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}
