package workflow

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"tavoitekartta/model"
)

// ErrForked says that two data folders wrote on under one id, as when a folder
// has been copied by hand: their changes cannot be put together.
var ErrForked = errors.New("the data folder was copied as files")

// FileError is what went wrong with a file that a person named.
type FileError struct {
	Path    string
	Writing bool
	Err     error
}

func (e *FileError) Error() string { return fmt.Sprintf("file %s: %v", e.Path, e.Err) }

// Unwrap gives the cause.
func (e *FileError) Unwrap() error { return e.Err }

// Unpack opens a backup or a file from another laptop; the caller closes it. Its
// errors are [*FileError]s.
func (d *Desk) Unpack(ctx context.Context, path, passphrase string) (Unpacked, error) {
	unpacked, err := d.store.Unpack(ctx, path, passphrase)
	if err != nil {
		return nil, &FileError{Path: path, Err: err}
	}
	return unpacked, nil
}

// Export writes a checked copy of everything to a file, with the names of
// persons when asked; those go out under a passphrase alone. Its errors are
// [*FileError]s.
func (d *Desk) Export(ctx context.Context, path, passphrase string, names bool) (BackupInfo, error) {
	export := d.store.ExportBackup
	if names {
		export = d.store.ExportMove
	}
	info, err := export(ctx, path, passphrase)
	if err != nil {
		return info, &FileError{Path: path, Writing: true, Err: err}
	}
	return info, nil
}

// Relation says how a programme in a file stands to the one kept here.
type Relation int

// The relations.
const (
	Same     Relation = iota // both know the same changes
	Older                    // the programme here has gone on since
	Newer                    // the file knows changes that are not here
	Apart                    // each knows changes that the other lacks
	OnlyFile                 // not here
	OnlyHere                 // not in the file
)

// Holding is one programme of a file beside the one kept here.
type Holding struct {
	Programme model.EntityID
	File      *model.Summary // nil when only here
	Here      *model.Summary // nil when only in the file
	Relation  Relation
	Coming    int  // changes in the file that are not here
	Leaving   int  // changes here that are not in the file
	Binned    bool // in the file it lies in the bin
}

// Compare sets what a file holds beside what is kept here: what would come, and
// what a restoring of the whole would put aside. Programmes that would change
// come first. It touches nothing that the window edits, so it may run beside it.
func (d *Desk) Compare(ctx context.Context, u Unpacked) ([]Holding, error) {
	holdings := map[model.EntityID]*Holding{}
	at := func(id model.EntityID) *Holding {
		if holdings[id] == nil {
			holdings[id] = &Holding{Programme: id}
		}
		return holdings[id]
	}
	for _, read := range []struct {
		list func(context.Context) ([]model.Summary, error)
		put  func(*Holding, *model.Summary)
	}{
		{u.Programmes, func(h *Holding, s *model.Summary) { h.File = s }},
		{u.Discarded, func(h *Holding, s *model.Summary) { h.File, h.Binned = s, true }},
		{d.store.Programmes, func(h *Holding, s *model.Summary) { h.Here = s }},
		{d.store.Discarded, func(h *Holding, s *model.Summary) { h.Here = s }},
	} {
		list, err := read.list(ctx)
		if err != nil {
			return nil, fmt.Errorf("compare with file: %w", err)
		}
		for i := range list {
			read.put(at(list[i].ID), &list[i])
		}
	}
	var all []Holding
	for _, h := range holdings {
		if err := d.relate(ctx, u, h); err != nil {
			return nil, fmt.Errorf("compare with file: %w", err)
		}
		all = append(all, *h)
	}
	slices.SortFunc(all, func(a, b Holding) int {
		return cmp.Or(cmp.Compare(b.Relation, a.Relation), cmp.Compare(b.changed(), a.changed()), cmp.Compare(a.Programme, b.Programme))
	})
	return all, nil
}

func (h Holding) changed() int64 {
	if h.File != nil {
		return h.File.ChangedMillis
	}
	return h.Here.ChangedMillis
}

// relate counts the changes that one side has and the other lacks.
func (d *Desk) relate(ctx context.Context, u Unpacked, h *Holding) error {
	var err error
	if h.File != nil {
		if h.Coming, err = lacking(ctx, u.Log(h.Programme), d.store.Log(h.Programme), h.Here != nil); err != nil {
			return err
		}
	}
	if h.Here != nil {
		if h.Leaving, err = lacking(ctx, d.store.Log(h.Programme), u.Log(h.Programme), h.File != nil); err != nil {
			return err
		}
	}
	switch {
	case h.Here == nil:
		h.Relation = OnlyFile
	case h.File == nil:
		h.Relation = OnlyHere
	case h.Coming > 0 && h.Leaving > 0:
		h.Relation = Apart
	case h.Coming > 0:
		h.Relation = Newer
	case h.Leaving > 0:
		h.Relation = Older
	}
	return nil
}

// lacking counts the changes of a log that another does not hold.
func lacking(ctx context.Context, of, in model.Log, there bool) (int, error) {
	var known model.VersionVector
	if there {
		var err error
		if known, err = in.Head(ctx); err != nil {
			return 0, err
		}
	}
	changes, err := model.ReadLog(ctx, of, known)
	return len(changes), err
}

// Taken is what taking programmes out of a file came to.
type Taken struct {
	Programmes    int // that have something new
	Changes       int
	Clashes       int              // open in the programmes afterwards
	Clashing      []model.EntityID // the programmes that have clashes
	VersionsApart int              // locked versions of the file that differ from those here and stay out
}

// Take brings programmes of a file in: their changes are merged with those kept
// here, with the approved versions and their documents, names that are not known
// here, and the settings that nobody has chosen here yet. A programme that is in the bin here comes out of it. Errors: [ErrForked], and
// those of the store; programmes taken before the error stay.
func (d *Desk) Take(ctx context.Context, u Unpacked, programmes ...model.EntityID) (Taken, error) {
	var taken Taken
	archived, err := u.Archived(ctx)
	if err != nil {
		return taken, fmt.Errorf("take programmes: %w", err)
	}
	for _, id := range programmes {
		head, err := d.store.Log(id).Head(ctx)
		if err == nil {
			err = d.takeProgramme(ctx, u, id, &taken)
		}
		if err == nil {
			err = d.store.Recover(ctx, id)
		}
		if err == nil && len(head) == 0 && slices.Contains(archived, id) {
			err = d.store.Archive(ctx, id, true)
		}
		if err != nil {
			return taken, fmt.Errorf("take programme %s: %w", id, err)
		}
	}
	if err := d.store.AddNames(ctx, u.Names()); err != nil {
		return taken, fmt.Errorf("take names: %w", err)
	}
	if err := d.takeSettings(ctx, u); err != nil {
		return taken, fmt.Errorf("take settings: %w", err)
	}
	return taken, nil
}

func (d *Desk) takeProgramme(ctx context.Context, u Unpacked, id model.EntityID, taken *Taken) error {
	changes, err := model.Merge(ctx, d.store.Log(id), u.Log(id))
	switch {
	case errors.Is(err, model.ErrBrokenChain), errors.Is(err, model.ErrMissingChange):
		return fmt.Errorf("%w: %w", ErrForked, err)
	case err != nil:
		return err
	}
	if len(changes) > 0 {
		taken.Programmes++
		taken.Changes += len(changes)
	}
	if err := d.takeVersions(ctx, u, id, taken); err != nil {
		return err
	}
	state, err := d.store.Load(ctx, id)
	if err != nil {
		return err
	}
	d.finder.index.Put(state)
	if clashes := len(state.Clashes()); clashes > 0 {
		taken.Clashes += clashes
		taken.Clashing = append(taken.Clashing, id)
	}
	return nil
}

// takeVersions keeps versions that are not here, and what those here lack.
func (d *Desk) takeVersions(ctx context.Context, u Unpacked, id model.EntityID, taken *Taken) error {
	theirs, err := u.Versions(ctx, id)
	if err != nil {
		return err
	}
	ours, err := d.store.Versions(ctx, id)
	if err != nil {
		return err
	}
	for _, v := range theirs {
		at := slices.IndexFunc(ours, func(o model.Version) bool { return o.Number == v.Number })
		if at >= 0 && ours[at].Fingerprint != v.Fingerprint {
			taken.VersionsApart++
			continue
		}
		if at >= 0 && (!ours[at].ApprovedAt.IsZero() || v.ApprovedAt.IsZero()) {
			continue // frozen here, or no more in the file than here
		}
		documents := make([][]byte, len(v.Documents))
		for i := range documents {
			if documents[i], err = u.Document(ctx, id, v.Number, i); err != nil {
				return err
			}
		}
		if err := d.store.SaveVersion(ctx, v, documents); err != nil {
			return err
		}
	}
	return nil
}

// takeSettings takes what nobody has chosen here: the municipality's name, crest
// and colour, the window's language and size, and who writes.
func (d *Desk) takeSettings(ctx context.Context, u Unpacked) error {
	for _, key := range []string{
		SettingMunicipality + string(model.Finnish), SettingMunicipality + string(model.Swedish), SettingCrest, SettingColour,
		SettingLanguage, SettingTheme, SettingTextSize, SettingWriter, SettingLastWork,
	} {
		kept, err := d.store.Setting(ctx, key)
		if err != nil {
			return err
		}
		theirs, err := u.Setting(ctx, key)
		if err != nil {
			return err
		}
		if kept != "" || theirs == "" {
			continue
		}
		if err := d.store.SetSetting(ctx, key, theirs); err != nil {
			return err
		}
	}
	return nil
}

// OwnSettings returns what has been chosen at this computer: the window's
// language and looks, and who writes.
func (d *Desk) OwnSettings(ctx context.Context) (map[string]string, error) {
	own := map[string]string{}
	for _, key := range []string{SettingLanguage, SettingTheme, SettingTextSize, SettingWriter} {
		value, err := d.store.Setting(ctx, key)
		if err != nil {
			return nil, fmt.Errorf("read settings: %w", err)
		}
		own[key] = value
	}
	return own, nil
}

// KeepSettings keeps settings that are not empty, as after a backup from before
// they were chosen has been restored.
func (d *Desk) KeepSettings(ctx context.Context, settings map[string]string) error {
	for key, value := range settings {
		if value == "" {
			continue
		}
		if err := d.store.SetSetting(ctx, key, value); err != nil {
			return fmt.Errorf("keep settings: %w", err)
		}
	}
	return nil
}
