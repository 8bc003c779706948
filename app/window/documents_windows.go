package window

import (
	"os"

	"golang.org/x/sys/windows"
)

// documentsFolder is the person's folder for documents, wherever Windows was
// told to keep it (in OneDrive, on another disk), else the home folder.
func documentsFolder() string {
	folder, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err == nil {
		return folder
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	return home
}
