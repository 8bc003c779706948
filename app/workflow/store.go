package workflow

import (
	"context"
	"image"
	"io"
	"time"

	"tavoitekartta/model"
	"tavoitekartta/model/personname"
)

// Store keeps programmes. What Save has acknowledged survives the end of the
// process and of the power.
type Store interface {
	// Replica returns the id of the data folder.
	Replica() model.ReplicaID
	// NextSeq returns the number of the replica's next change.
	NextSeq() uint64
	// Programmes returns the summaries of all programmes, the last changed first.
	Programmes(ctx context.Context) ([]model.Summary, error)
	// Discarded returns the summaries of the programmes in the bin.
	Discarded(ctx context.Context) ([]model.Summary, error)
	// Discard puts a programme into the bin, and Recover takes it out again.
	Discard(ctx context.Context, programme model.EntityID) error
	Recover(ctx context.Context, programme model.EntityID) error
	// Archive puts a programme into the archive or takes it out; it stays among
	// the programmes.
	Archive(ctx context.Context, programme model.EntityID, archived bool) error
	// Archived returns which programmes are in the archive.
	Archived(ctx context.Context) ([]model.EntityID, error)
	// Remove removes a programme that is in the bin for good.
	Remove(ctx context.Context, programme model.EntityID) error
	// Load returns the state of a programme for the caller to edit; the store
	// keeps no reference to it.
	Load(ctx context.Context, programme model.EntityID) (*model.State, error)
	// Save keeps changes that have been applied to the state already, with the
	// elements that they touched and the state's summary, all or nothing.
	Save(ctx context.Context, s *model.State, changes []model.Change) error
	// Log returns the programme's list of changes. Changes appended to it are
	// applied to the stored state.
	Log(programme model.EntityID) model.Log
	// SaveVersion keeps a version with the bytes of its documents, all or
	// nothing; a version already kept may only gain its approval.
	SaveVersion(ctx context.Context, v model.Version, documents [][]byte) error
	// Versions returns a programme's versions, the first one first.
	Versions(ctx context.Context, programme model.EntityID) ([]model.Version, error)
	// Document returns the bytes of a version's document.
	Document(ctx context.Context, programme model.EntityID, version, index int) ([]byte, error)
	// PutName keeps a person's name in the key ring, apart from all else.
	PutName(ctx context.Context, person model.PersonID, name string) error
	// Name returns a person's name, "" when it is not known or was erased.
	Name(ctx context.Context, person model.PersonID) (string, error)
	// EraseName erases a person's name for good, with the key that hid it.
	EraseName(ctx context.Context, person model.PersonID) error
	// Persons returns those whose names are kept.
	Persons(ctx context.Context) ([]model.PersonID, error)
	// AddNames keeps names that came in a file, of persons not known here; an
	// erased one stays erased.
	AddNames(ctx context.Context, names map[model.PersonID]string) error
	// Setting returns a kept setting, "" when it was never set.
	Setting(ctx context.Context, key string) (string, error)
	// SetSetting keeps a setting.
	SetSetting(ctx context.Context, key, value string) error
	// Backup makes a checked backup now and returns it.
	Backup(ctx context.Context) (BackupInfo, error)
	// Backups returns the backups, the newest first and those that cannot be
	// read last.
	Backups(ctx context.Context) ([]BackupInfo, error)
	// ExportBackup writes a checked backup to a file, encrypted when there is a
	// passphrase. Names of persons are not in it.
	ExportBackup(ctx context.Context, path, passphrase string) (BackupInfo, error)
	// ExportMove writes a checked backup with the names of persons to a file;
	// without a passphrase it is refused.
	ExportMove(ctx context.Context, path, passphrase string) (BackupInfo, error)
	// Unpack opens a backup to look at it and take from it.
	Unpack(ctx context.Context, path, passphrase string) (Unpacked, error)
	// Opening tells how the data folder was found when it was opened.
	Opening() Opening
	// Facts tells of the data folder.
	Facts(ctx context.Context) (FolderFacts, error)
	// Examine reads everything that is kept and changes nothing.
	Examine(ctx context.Context) (Examination, error)
}

// Unpacked is a backup opened beside the store, until it is closed.
type Unpacked interface {
	Info() BackupInfo
	// Programmes, Discarded and Archived are what they are of a [Store].
	Programmes(ctx context.Context) ([]model.Summary, error)
	Discarded(ctx context.Context) ([]model.Summary, error)
	Archived(ctx context.Context) ([]model.EntityID, error)
	// Log returns the changes of a programme in it, to be read alone.
	Log(programme model.EntityID) model.Log
	Versions(ctx context.Context, programme model.EntityID) ([]model.Version, error)
	Document(ctx context.Context, programme model.EntityID, version, index int) ([]byte, error)
	Setting(ctx context.Context, key string) (string, error)
	// Names returns the names that it carries, nil for none.
	Names() map[model.PersonID]string
	Close() error
}

// BackupInfo is one backup file.
type BackupInfo struct {
	Path       string
	Made       time.Time
	Size       int64 // bytes
	Programmes int
	Encrypted  bool
	Names      bool // names of persons are in it
	Damaged    bool // it cannot be read; only Path and Size are known
}

// Edition is which languages a document is printed in: one, or two after each other.
type Edition []model.Language

// Reporter makes documents of a programme.
type Reporter interface {
	// Kinds are the kinds of report that it can make.
	Kinds() []string
	// Report writes a document as PDF.
	Report(ctx context.Context, w io.Writer, r ReportRequest) (ReportResult, error)
	// Pages lays a document out for being looked at: the same pages that Report
	// prints. Their pictures may be painted in any goroutine.
	Pages(ctx context.Context, r ReportRequest) ([]Page, error)
	// Missing lists what cannot be printed of a document, before it is made: each
	// sign once for each text that has it, in reading order.
	Missing(ctx context.Context, r ReportRequest) ([]MissingSign, error)
	// Lacking lists the signs of a text that cannot be printed, each once.
	Lacking(written string) []string
}

// Page is one page of a document as it is looked at before it is printed.
type Page interface {
	// Picture paints the page so many pixels wide.
	Picture(width int) image.Image
	// Ratio is the page's height over its width.
	Ratio() float64
	// Areas are what the page speaks of, in reading order.
	Areas() []PageArea
	// Words are what the page says, for being read out.
	Words() string
}

// PageArea is where a page speaks of an element of the programme, in shares of
// the page's width and height from its upper left corner.
type PageArea struct {
	Subject             model.EntityID
	X, Y, Width, Height float64
}

// ReportRequest says what to print.
type ReportRequest struct {
	Kind      string // one of the reporter's
	Edition   Edition
	Choice    ReportChoice
	Programme model.Programme
	Version   *model.Version              // the frozen version, nil for a draft
	FollowUp  *model.Programme            // as it stands, for the follow-up beside frozen content; nil for a draft
	Names     func(model.PersonID) string // names of those who sign the minutes
	Today     model.Date                  // the date printed on a draft
	Identity  Identity                    // of the municipality that prints it
	// NoAttachment leaves the programme's data out of the file.
	NoAttachment bool
	// WithoutNames are the names of persons that are taken out, nil for none.
	WithoutNames personname.Removal
	Progress     func(done, whole int) // may be nil
}

// ReportResult says what was printed.
type ReportResult struct {
	Pages int
	// Missing are the signs that the fonts lack; they were printed as a plain
	// mark.
	Missing []MissingSign
}

// MissingSign is what cannot be printed, one sign or several beside each other
// such as a word of another script, and where it stands.
type MissingSign struct {
	Sign    string
	Context string // the words around it
	Text    string // all of the text in which it stands
}
