package storage

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// onNetwork reports whether the path is a share or lies on a mapped drive.
func onNetwork(path string) bool {
	volume := filepath.VolumeName(path)
	if strings.HasPrefix(volume, `\\`) && !strings.HasPrefix(volume, `\\?\`) && !strings.HasPrefix(volume, `\\.\`) {
		return true
	}
	if strings.HasPrefix(strings.ToUpper(volume), `\\?\UNC`) {
		return true
	}
	root, err := windows.UTF16PtrFromString(strings.TrimPrefix(volume, `\\?\`) + `\`)
	if err != nil {
		return false
	}
	return windows.GetDriveType(root) == windows.DRIVE_REMOTE
}

// inSyncedPlace reports whether the path lies where Windows or a program of its
// own carries files elsewhere, whatever the folders are called.
func inSyncedPlace(path string) bool {
	for _, name := range []string{
		"OneDrive", "OneDriveConsumer", "OneDriveCommercial", // where OneDrive was set up
		"APPDATA", // goes along with roaming profiles
	} {
		if place := os.Getenv(name); place != "" && within(path, place) {
			return true
		}
	}
	return inCloud(path) || volumeOfGoogle(path)
}

// within reports whether path is folder or lies in it.
func within(path, folder string) bool {
	relative, err := filepath.Rel(folder, path) // in letters of either case
	return err == nil && relative != ".." && !strings.HasPrefix(relative, `..\`)
}

// inCloud reports whether a folder on the way carries the marks of the Cloud
// Files API, by which OneDrive, iCloud and others keep placeholders.
func inCloud(path string) bool {
	for at := path; ; at = filepath.Dir(at) {
		if cloudFolder(at) {
			return true
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}

func cloudFolder(path string) bool {
	name, err := systemPath(path)
	if err != nil {
		return false
	}
	var found windows.Win32finddata
	search, err := windows.FindFirstFile(name, &found)
	if err != nil {
		return false
	}
	defer windows.FindClose(search) //nolint:errcheck // was only read from
	return cloudMarks(found.FileAttributes, found.Reserved0)
}

// cloudMarks knows the attributes and the reparse tags of placeholders
// (IO_REPARSE_TAG_CLOUD, _1 to _F: the provider's number is in the tag).
func cloudMarks(attributes, reparseTag uint32) bool {
	const (
		recallOnOpen       = 0x0004_0000
		recallOnDataAccess = 0x0040_0000
		cloudTag           = 0x9000_001A
		provider           = 0x0000_F000
	)
	if attributes&(recallOnOpen|recallOnDataAccess) != 0 {
		return true
	}
	return attributes&windows.FILE_ATTRIBUTE_REPARSE_POINT != 0 && reparseTag&^provider == cloudTag
}

// volumeOfGoogle reports whether the path lies on the drive that Google Drive
// makes, whose folders are called by words of the person's language.
func volumeOfGoogle(path string) bool {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	if err != nil {
		return false
	}
	label := make([]uint16, windows.MAX_PATH+1)
	if err := windows.GetVolumeInformation(root, &label[0], uint32(len(label)), nil, nil, nil, nil, 0); err != nil {
		return false
	}
	return strings.HasPrefix(strings.ToLower(windows.UTF16ToString(label)), "google drive")
}
