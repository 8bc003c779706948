package storage

import (
	"testing"

	"golang.org/x/sys/unix"
)

func TestNetworkFileSystemsAreKnown(t *testing.T) {
	for kind, want := range map[uint32]bool{
		unix.NFS_SUPER_MAGIC: true, unix.SMB_SUPER_MAGIC: true, 0xFF534D42: true, 0xFE534D42: true,
		unix.EXT4_SUPER_MAGIC: false, unix.TMPFS_MAGIC: false, unix.BTRFS_SUPER_MAGIC: false,
	} {
		if networkFileSystem(kind) != want {
			t.Errorf("%x", kind)
		}
	}
}
