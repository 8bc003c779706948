package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// nameOf returns the name of a data folder's pipe. A folder that is reached by
// two ways (a link, a relative path) has one name; it need not exist yet.
func nameOf(folder string) (string, error) {
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("name of the folder's pipe: %w", err)
	}
	absolute = resolved(absolute)
	if runtime.GOOS == "windows" {
		absolute = strings.ToLower(absolute)
	}
	sum := sha256.Sum256([]byte(absolute))
	return fmt.Sprintf("tavoitekartta-%d-%s", os.Getuid(), hex.EncodeToString(sum[:12])), nil
}

// resolved follows the links in the part of the path that exists.
func resolved(path string) string {
	rest := ""
	for at := path; ; {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		parent := filepath.Dir(at)
		if parent == at {
			return path
		}
		rest = filepath.Join(filepath.Base(at), rest)
		at = parent
	}
}
