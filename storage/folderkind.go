package storage

import (
	"path/filepath"
	"strings"
)

// FolderKind says where a data folder lies. A store belongs on a local disk,
// outside folders that another program copies elsewhere; anything else is worth
// a notice, never a refusal.
type FolderKind string

// The kinds of folder.
const (
	FolderLocal   FolderKind = "local"
	FolderSynced  FolderKind = "synced"  // OneDrive, Dropbox, Google Drive and the like
	FolderNetwork FolderKind = "network" // a share of another machine
)

// syncedNames are parts of folder names that synchronising programs make.
var syncedNames = []string{
	"onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive",
	"iclouddrive", "mobile documents", "nextcloud", "owncloud", "syncthing", "pcloud", "sharepoint",
}

// KindOfFolder tells where dir lies, from its path and from the system's word
// on the disk. The folder need not exist yet; what cannot be found out is local.
func KindOfFolder(dir string) FolderKind {
	path, err := filepath.Abs(dir)
	if err != nil {
		path = dir
	}
	if resolved, err := filepath.EvalSymlinks(existingParent(path)); err == nil && syncedPath(resolved) {
		return FolderSynced
	}
	if syncedPath(path) || inSyncedPlace(existingParent(path)) {
		return FolderSynced
	}
	if onNetwork(existingParent(path)) {
		return FolderNetwork
	}
	return FolderLocal
}

// syncedPath reports whether an element of the path bears a synced folder's
// name: "OneDrive", "OneDrive - Vaasan kaupunki", "Dropbox (Work)".
func syncedPath(path string) bool {
	elements := strings.FieldsFunc(strings.ToLower(path), func(r rune) bool { return r == '/' || r == '\\' })
	for _, element := range elements {
		for _, name := range syncedNames {
			rest, found := strings.CutPrefix(element, name)
			if found && (rest == "" || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "-")) {
				return true
			}
		}
	}
	return false
}

// existingParent is the nearest folder above or at path that exists.
func existingParent(path string) string {
	for !exists(path) {
		parent := filepath.Dir(path)
		if parent == path {
			break
		}
		path = parent
	}
	return path
}
