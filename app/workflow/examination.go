package workflow

import (
	"strings"
	"unicode"
)

// PartKey is what the texts call a part of the store: "store record" is
// "storeRecord" in "command.doctor.part.storeRecord".
func PartKey(part string) string {
	words := strings.Fields(part)
	for i, w := range words[min(1, len(words)):] {
		runes := []rune(w)
		runes[0] = unicode.ToUpper(runes[0])
		words[i+1] = string(runes)
	}
	return strings.Join(words, "")
}

// FolderFacts are what is known of the data folder.
type FolderFacts struct {
	Size, Free uint64     // bytes
	Kind       FolderKind // where it lies
}

// FolderKind says where a data folder lies.
type FolderKind string

// The kinds of folder; the last two can be changed by others under the program.
const (
	FolderLocal   FolderKind = "local"
	FolderSynced  FolderKind = "synced"
	FolderNetwork FolderKind = "network"
)

// Examination is what reading everything that is kept has found.
type Examination struct {
	Programmes int
	Changes    uint64
	Versions   int
	Backups    int // that can be read
	Findings   []ExaminationFinding
}

// ExaminationFinding is one thing that is not as it should be; see the texts
// "command.doctor.…".
type ExaminationFinding struct {
	Part string // "tables", "change chain"
	Code string // "unreadable", "missing"
}
