package workflow

import (
	"context"
	"fmt"
	"time"

	"tavoitekartta/model"
)

// SettingEnding is the time at which an unexpected end was found of which nobody
// has been told, "" for none.
const SettingEnding = "ending"

// Opening tells how a data folder was found when it was opened.
type Opening struct {
	// Clean is true when the program that had it last has closed it; otherwise it
	// was killed or the power was cut.
	Clean bool
	// Replayed is how many records were put right from the journal.
	Replayed int
}

// NoteOpening keeps that the program came to an unexpected end, until a person
// is told: the next to open the folder may be a command, and not the window.
func (d *Desk) NoteOpening(ctx context.Context) error {
	if d.store.Opening().Clean {
		return nil
	}
	if err := d.store.SetSetting(ctx, SettingEnding, d.clock().Format(time.RFC3339)); err != nil {
		return fmt.Errorf("note unexpected end: %w", err)
	}
	return nil
}

// EndedUnexpectedly tells whether there was an unexpected end of which nobody has
// been told.
func (d *Desk) EndedUnexpectedly(ctx context.Context) (bool, error) {
	found, err := d.store.Setting(ctx, SettingEnding)
	if err != nil {
		return false, fmt.Errorf("look for unexpected end: %w", err)
	}
	return found != "", nil
}

// ToldOfEnding notes that a person has been told of the unexpected end.
func (d *Desk) ToldOfEnding(ctx context.Context) error {
	told, err := d.EndedUnexpectedly(ctx)
	if err != nil || !told {
		return err
	}
	if err := d.store.SetSetting(ctx, SettingEnding, ""); err != nil {
		return fmt.Errorf("note what was told: %w", err)
	}
	return nil
}

// LastSaved is the change that was kept last at a data folder.
type LastSaved struct {
	At        time.Time
	Programme model.EntityID // "" when nothing has been kept
	Title     model.Text     // of the programme
	Within    model.Text     // title of the goal or section changed, empty for none
	Language  model.Language // the programme's first
}

// LastSaved finds the change that was kept last, among the programmes outside the
// bin. It reads as much of the last programme as its opening does.
func (d *Desk) LastSaved(ctx context.Context) (LastSaved, error) {
	summaries, err := d.Programmes(ctx)
	if err != nil || len(summaries) == 0 {
		return LastSaved{}, err
	}
	newest := summaries[0] // the last changed is the first
	saved := LastSaved{
		At: newest.Changed(), Programme: newest.ID, Title: newest.Title, Language: newest.FirstLanguage,
	}
	change, err := d.lastChange(ctx, newest.ID)
	if err != nil {
		return LastSaved{}, err
	}
	state, err := d.store.Load(ctx, newest.ID)
	if err != nil {
		return LastSaved{}, fmt.Errorf("find last change of %s: %w", newest.ID, err)
	}
	for id := change.Entity; id != ""; id = state.Parent(id) {
		e := state.Element(id)
		if e == nil {
			break
		}
		if e.Kind == model.KindGoal || e.Kind == model.KindSection {
			saved.Within = e.Text(model.FieldTitle)
			break
		}
	}
	return saved, nil
}

// lastChange reads the newest change of each replica and returns the latest.
func (d *Desk) lastChange(ctx context.Context, programme model.EntityID) (last model.Change, err error) {
	log := d.store.Log(programme)
	head, err := log.Head(ctx)
	if err != nil {
		return last, fmt.Errorf("find last change of %s: %w", programme, err)
	}
	var before model.VersionVector
	for _, id := range head {
		if id.Seq > 1 {
			before = before.With(model.ChangeID{Replica: id.Replica, Seq: id.Seq - 1})
		}
	}
	changes, err := model.ReadLog(ctx, log, before)
	if err != nil {
		return last, fmt.Errorf("find last change of %s: %w", programme, err)
	}
	for _, c := range changes {
		if c.Counter >= last.Counter {
			last = c
		}
	}
	return last, nil
}
