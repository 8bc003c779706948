package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
)

// nameOf returns the name of a data folder's pipe, which is this user's own. A
// folder that is reached by two ways (a link, a relative path) has one name; it
// need not exist yet.
func nameOf(folder string) (string, error) {
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("name of the folder's pipe: %w", err)
	}
	user, err := owner()
	if err != nil {
		return "", fmt.Errorf("name of the folder's pipe: %w", err)
	}
	sum := sha256.Sum256([]byte(resolved(absolute)))
	return fmt.Sprintf("tavoitekartta-%s-%s", user, hex.EncodeToString(sum[:12])), nil
}

// beyondExisting gives the part of an absolute path that exists its true name,
// and leaves what is beyond as it is.
func beyondExisting(path string, trueName func(string) (string, error)) string {
	rest := ""
	for at := path; ; {
		if real, err := trueName(at); err == nil {
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
