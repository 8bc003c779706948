package workflow

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
)

// Carried is a programme that a document carries along, read and held against
// what is kept here.
type Carried struct {
	File interchange.File
	// Name is that of the document's file, kept with the programme when it is
	// brought in; "" for none.
	Name string
	// Present are the programmes here that are this one already.
	Present []PresentProgramme
}

// PresentProgramme is a programme kept here that a document carries too.
type PresentProgramme struct {
	Summary model.Summary
	Same    bool // all but ids is the same still
}

// BroughtIn is where a programme came from that a document carried.
type BroughtIn struct {
	Original    model.EntityID `json:"original"`              // its id where it was written
	Fingerprint string         `json:"fingerprint,omitempty"` // of the frozen content, in hexadecimal digits
	On          model.Date     `json:"on"`
	Name        string         `json:"name,omitempty"` // of the document's file
}

// settingBroughtIn begins the name of the setting that keeps where a programme
// came from: a note of this computer about it, not part of it.
const settingBroughtIn = "broughtIn."

// BroughtIn tells from which document a programme was brought in; ok is false
// for one that was written here.
func (d *Desk) BroughtIn(ctx context.Context, programme model.EntityID) (from BroughtIn, ok bool, err error) {
	kept, err := d.store.Setting(ctx, settingBroughtIn+string(programme))
	if err != nil {
		return BroughtIn{}, false, fmt.Errorf("read where %s came from: %w", programme, err)
	}
	readable := kept != "" && json.Unmarshal([]byte(kept), &from) == nil
	if !readable {
		from = BroughtIn{}
	}
	return from, readable, nil
}

// ReadDocument reads a document whole. One that is larger than documents may be
// is [pdffile.ErrTooLarge], before it is read where its size is known.
func ReadDocument(in fs.File) ([]byte, error) {
	var document bytes.Buffer
	if info, err := in.Stat(); err == nil && info.Mode().IsRegular() {
		if info.Size() > pdffile.MaxBytes {
			return nil, fmt.Errorf("read document: %w", pdffile.ErrTooLarge)
		}
		document.Grow(int(info.Size()) + bytes.MinRead)
	}
	if _, err := document.ReadFrom(io.LimitReader(in, pdffile.MaxBytes+1)); err != nil {
		return nil, fmt.Errorf("read document: %w", err)
	}
	return document.Bytes(), nil
}

// ReadCarried reads the programme that a PDF carries, or that stands in a file
// taken out of one. The errors are those of [pdffile.Attachment] and of
// [interchange.Decode].
func (d *Desk) ReadCarried(ctx context.Context, document []byte) (*Carried, error) {
	data := document
	if !bytes.HasPrefix(bytes.TrimSpace(document[:min(len(document), 64)]), []byte("{")) {
		var err error
		if data, err = pdffile.Attachment(document, interchange.FileName); err != nil {
			return nil, fmt.Errorf("read document: %w", err)
		}
	}
	file, err := interchange.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("read document: %w", err)
	}
	// Built once beside, so that what is offered can be brought in.
	if _, err := file.Build(model.NewState().Begin(model.Writer{Replica: d.store.Replica(), NextSeq: 1})); err != nil {
		return nil, fmt.Errorf("read document: %w", err)
	}
	carried := &Carried{File: file}
	return carried, d.findPresent(ctx, carried)
}

// findPresent finds the programmes here that are the one carried: by their own
// id, or by that of their original.
func (d *Desk) findPresent(ctx context.Context, carried *Carried) error {
	summaries, err := d.Programmes(ctx)
	if err != nil {
		return err
	}
	for _, summary := range summaries {
		from, _, err := d.BroughtIn(ctx, summary.ID)
		if err != nil {
			return err
		}
		id := carried.File.Programme.ID
		if summary.ID != id && from.Original != id {
			continue
		}
		state, err := d.store.Load(ctx, summary.ID)
		if err != nil {
			return fmt.Errorf("open programme %s: %w", summary.ID, err)
		}
		here := state.Programme()
		carried.Present = append(carried.Present, PresentProgramme{summary, interchange.Same(&carried.File.Programme, &here)})
	}
	return nil
}

// BringIn makes a programme of the one carried, with ids of its own, and keeps
// where it came from. The names that its document shows come along; a person
// whose name is known here, or was erased here, stays as he is.
func (d *Desk) BringIn(ctx context.Context, carried *Carried) (*Work, error) {
	work, err := d.Create(ctx, func(step *model.Step) error {
		_, err := carried.File.Build(step)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("bring in programme: %w", err)
	}
	if names := carried.File.Persons; len(names) > 0 {
		if err := d.store.AddNames(ctx, names); err != nil {
			return nil, fmt.Errorf("bring in names: %w", err)
		}
	}
	from, err := json.Marshal(BroughtIn{
		Original: carried.File.Programme.ID, Fingerprint: carried.File.Record.Fingerprint, On: d.Today(), Name: carried.Name,
	})
	if err == nil {
		err = d.store.SetSetting(ctx, settingBroughtIn+string(work.ID()), string(from))
	}
	if err != nil {
		return nil, fmt.Errorf("keep where the programme came from: %w", err)
	}
	return work, nil
}
