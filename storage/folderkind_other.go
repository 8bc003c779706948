//go:build !linux && !windows

package storage

// onNetwork is not known on this system.
func onNetwork(string) bool { return false }

// inSyncedPlace is not known on this system; synced folders are known by name.
func inSyncedPlace(string) bool { return false }
