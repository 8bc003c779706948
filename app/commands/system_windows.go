package commands

import "golang.org/x/sys/windows"

// localData is the user's folder for data that stays on this machine. A program
// that was started without its environment is told by Windows.
func localData(getenv func(string) string) string {
	if folder := getenv("LOCALAPPDATA"); folder != "" {
		return folder
	}
	folder, err := windows.KnownFolderPath(windows.FOLDERID_LocalAppData, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return ""
	}
	return folder
}
