package instance

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// Links need rights that ordinary users lack; letters and short names are what
// Windows confuses.
func TestAFolderInOtherLettersHasOneName(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Tietokansio Åsa Öhman")
	if err := windows.CreateDirectory(wide(t, folder), nil); err != nil {
		t.Fatal(err)
	}
	want := mustName(t, filepath.Join(folder, "uusi"))
	for _, way := range []string{
		strings.ToUpper(folder), strings.ToLower(folder), filepath.ToSlash(folder), shortName(t, folder), `\\?\` + folder,
	} {
		if got := mustName(t, filepath.Join(way, "Uusi")); got != want {
			t.Errorf("%s: %s; want %s", way, got, want)
		}
	}
}

func wide(t *testing.T, text string) *uint16 {
	t.Helper()
	converted, err := windows.UTF16PtrFromString(text)
	if err != nil {
		t.Fatal(err)
	}
	return converted
}

func shortName(t *testing.T, path string) string {
	t.Helper()
	short := make([]uint16, windows.MAX_PATH)
	n, err := windows.GetShortPathName(wide(t, path), &short[0], uint32(len(short)))
	if err != nil {
		t.Fatal(err)
	}
	return windows.UTF16ToString(short[:n])
}

func TestThePipeLetsOnlyThisUserIn(t *testing.T) {
	folder := t.TempDir()
	pipe, err := listen(mustName(t, folder))
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	go func() {
		for {
			c, err := pipe.Accept()
			if err != nil {
				return
			}
			defer c.Close()
		}
	}()
	handle, err := openPipe(address(mustName(t, folder)), time.Now().Add(patience))
	if err != nil {
		t.Fatal(err)
	}
	defer windows.CloseHandle(handle) //nolint:errcheck // was only read from
	descriptor, err := windows.GetSecurityInfo(handle, windows.SE_KERNEL_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		t.Fatal(err)
	}
	user, err := owner()
	if err != nil {
		t.Fatal(err)
	}
	said := descriptor.String()
	if strings.Count(said, "(") != 1 || !strings.Contains(said, ";"+user+")") {
		t.Errorf("the pipe lets in %s; want %s alone", said, user)
	}
	if !servedByThisUser(handle) {
		t.Error("its own pipe is taken for another user's")
	}
}

func TestANameThatIsTakenIsToldFromOneThatIsFree(t *testing.T) {
	folder := t.TempDir()
	if _, err := dial(mustName(t, folder)); !errors.Is(err, ErrAbsent) {
		t.Fatal(err)
	}
	first, err := Listen(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Listen(strings.ToUpper(folder)); !errors.Is(err, ErrTaken) {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Listen(folder)
	if err != nil {
		t.Fatal("after closing:", err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
}
