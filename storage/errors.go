package storage

import (
	"errors"
	"fmt"
	"time"
)

// The failures that the store knows by name. Callers compare with errors.Is;
// those that carry facts have a type of their own beside the sentinel. In each
// of them the bytes on disk are as they were before the call.
var (
	// ErrReadOnly says that the folder or its disk cannot be written to.
	ErrReadOnly = errors.New("storage: folder is read-only")
	// ErrNoSpace says that too little of the disk is free; see NoSpaceError.
	ErrNoSpace = errors.New("storage: not enough free space")
	// ErrNewer says that a newer program wrote the data; see NewerError.
	ErrNewer = errors.New("storage: written by a newer version")
	// ErrHeld says that another program has the folder open; see HeldError.
	ErrHeld = errors.New("storage: held by another program")
	// ErrDamaged says that what is on disk cannot be trusted; see DamagedError.
	ErrDamaged = errors.New("storage: damaged")
	// ErrNotStore says that what is there is not a store of this program.
	ErrNotStore = errors.New("storage: not a store")
	// ErrNotFound says that what was asked for is not in the store.
	ErrNotFound = errors.New("storage: not found")
	// ErrPassphrase says that a backup needs a passphrase, or another one.
	ErrPassphrase = errors.New("storage: passphrase missing or wrong")
	// ErrTooLarge says that one record exceeds what a transaction can carry.
	ErrTooLarge = errors.New("storage: record too large")
	// ErrPathTooLong says that the system gives no file so long a path or name.
	ErrPathTooLong = errors.New("storage: path too long")
	// ErrBadPath says that no folder can have this name on this system.
	ErrBadPath = errors.New("storage: impossible name")
	// ErrClosed says that the store has been closed.
	ErrClosed = errors.New("storage: closed")
)

// NoSpaceError is ErrNoSpace with its numbers, in bytes.
type NoSpaceError struct {
	Needed uint64 // free bytes that the write asks for
	Free   uint64 // free bytes that there are
}

// Error implements error.
func (e *NoSpaceError) Error() string {
	return fmt.Sprintf("%v: %d bytes needed, %d free", ErrNoSpace, e.Needed, e.Free)
}

// Is makes errors.Is(err, ErrNoSpace) hold.
func (e *NoSpaceError) Is(target error) bool { return target == ErrNoSpace }

// NewerError is ErrNewer with the versions of the format.
type NewerError struct {
	Part  Part   // what was written by the newer program
	Found uint32 // version on disk
	Known uint32 // highest version that this program reads
}

// Error implements error.
func (e *NewerError) Error() string {
	return fmt.Sprintf("%v: %s has version %d, known up to %d", ErrNewer, e.Part, e.Found, e.Known)
}

// Is makes errors.Is(err, ErrNewer) hold.
func (e *NewerError) Is(target error) bool { return target == ErrNewer }

// HeldError is ErrHeld with what is known of the program that has the folder
// open. Every field is zero when it is not known.
type HeldError struct {
	PID   int       // process id of the holder
	Host  string    // name of the machine that the holder runs on
	Since time.Time // when the holder opened the folder
}

// Error implements error.
func (e *HeldError) Error() string {
	return fmt.Sprintf("%v: process %d on %q", ErrHeld, e.PID, e.Host)
}

// Is makes errors.Is(err, ErrHeld) hold.
func (e *HeldError) Is(target error) bool { return target == ErrHeld }

// Part names a part of the store, in errors and in a Report.
type Part string

// The parts of a store.
const (
	PartFolder  Part = "folder"
	PartRecord  Part = "store record"
	PartTables  Part = "tables"
	PartJournal Part = "journal"
	PartBackup  Part = "backup"
	PartKeyRing Part = "key ring"
	PartChain   Part = "change chain"
	PartState   Part = "state"
	PartVersion Part = "approved version"
)

// DamagedError is ErrDamaged with the part that is damaged and the place in it.
type DamagedError struct {
	Part  Part
	Where string // file, key or offset; for the report, never for the user
	Cause error  // may be nil
}

// Error implements error.
func (e *DamagedError) Error() string {
	text := fmt.Sprintf("%v: %s", ErrDamaged, e.Part)
	if e.Where != "" {
		text += " at " + e.Where
	}
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

// Is makes errors.Is(err, ErrDamaged) hold.
func (e *DamagedError) Is(target error) bool { return target == ErrDamaged }

// Unwrap gives the cause.
func (e *DamagedError) Unwrap() error { return e.Cause }

// damaged is a DamagedError; where is formatted with arguments.
func damaged(part Part, cause error, where string, arguments ...any) error {
	return &DamagedError{Part: part, Where: fmt.Sprintf(where, arguments...), Cause: cause}
}
