package workflow

import (
	"context"
	"fmt"
	"io"
	"time"

	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// Desk is one person's place at one data folder.
type Desk struct {
	store    Store
	reporter Reporter
	rules    *model.Rules
	clock    func() time.Time
	random   io.Reader
	explain  func(error) (code string, args map[string]string)
	finder   finder
}

// Options are what a Desk gets from outside.
type Options struct {
	Clock  func() time.Time // wall clock, for display and dates
	Random io.Reader        // source of the ids of persons
	// Explain tells the code and the details of an error of the store, "" for
	// an error that it does not know; may be nil.
	Explain func(error) (code string, args map[string]string)
}

// NewDesk returns a desk on a store.
func NewDesk(store Store, reporter Reporter, o Options) *Desk {
	return &Desk{
		store: store, reporter: reporter, rules: model.NewRules(),
		clock: o.Clock, random: o.Random, explain: o.Explain, finder: finder{index: search.New()},
	}
}

// Store returns the store, for what needs no rule: backups and settings.
func (d *Desk) Store() Store { return d.store }

// Today returns the day of the desk's clock.
func (d *Desk) Today() model.Date { return model.DateOf(d.clock()) }

// Now returns the time of the desk's clock.
func (d *Desk) Now() time.Time { return d.clock() }

// Programmes returns the summaries of all programmes, the last changed first.
func (d *Desk) Programmes(ctx context.Context) ([]model.Summary, error) {
	summaries, err := d.store.Programmes(ctx)
	if err != nil {
		return nil, fmt.Errorf("list programmes: %w", err)
	}
	return summaries, nil
}

// The names of the settings.
const (
	SettingWriter   = "writer"   // the id of the person who writes here
	SettingLanguage = "language" // of the interface
	SettingTheme    = "theme"    // light, dark or "" for the system's
	SettingTextSize = "textSize" // per cent
	SettingTimeline = "timeline" // which the timetable's page showed last: "" for the timeline, "roadmap"
	SettingLastWork = "lastWork" // where the person left off: programme, element, step
	SettingWalk     = "walk"     // through the example: "" before it was offered, else how it stands
)

// Introduce keeps who is writing at this folder, by role or initials: the name
// goes to the key ring, its random id to every change.
func (d *Desk) Introduce(ctx context.Context, name string) error {
	person, err := d.rememberPerson(ctx, name)
	if err != nil {
		return fmt.Errorf("introduce: %w", err)
	}
	if err := d.store.SetSetting(ctx, SettingWriter, string(person)); err != nil {
		return fmt.Errorf("introduce: %w", err)
	}
	return nil
}

// RenameWriter gives who is writing here another name, or takes it away when it
// is empty. The changes that were written before bear the new name too: it is
// the same person.
func (d *Desk) RenameWriter(ctx context.Context, name string) error {
	if name == "" {
		return d.ForgetWriter(ctx)
	}
	person, err := d.store.Setting(ctx, SettingWriter)
	if err != nil {
		return fmt.Errorf("rename who writes: %w", err)
	}
	if person == "" {
		return d.Introduce(ctx, name)
	}
	return d.store.PutName(ctx, model.PersonID(person), name)
}

// Writer returns who is writing here, "" before anybody has said.
func (d *Desk) Writer(ctx context.Context) (string, error) {
	person, err := d.store.Setting(ctx, SettingWriter)
	if err != nil || person == "" {
		return "", err
	}
	return d.store.Name(ctx, model.PersonID(person))
}

// ForgetWriter erases the name of who is writing here. It is then gone from
// the history of every programme; documents already approved keep what was
// printed in them.
func (d *Desk) ForgetWriter(ctx context.Context) error {
	person, err := d.store.Setting(ctx, SettingWriter)
	if err != nil || person == "" {
		return err
	}
	return d.ErasePerson(ctx, model.PersonID(person))
}

// ErasePerson erases a person's name for good. It is then gone from the history
// and the minutes of every programme; documents already approved keep what was
// printed in them.
func (d *Desk) ErasePerson(ctx context.Context, person model.PersonID) error {
	writer, err := d.store.Setting(ctx, SettingWriter)
	if err == nil {
		err = d.store.EraseName(ctx, person)
	}
	if err == nil && writer == string(person) {
		err = d.store.SetSetting(ctx, SettingWriter, "")
	}
	if err != nil {
		return fmt.Errorf("erase name: %w", err)
	}
	return nil
}

func (d *Desk) rememberPerson(ctx context.Context, name string) (model.PersonID, error) {
	person, err := model.NewPersonID(d.random)
	if err != nil {
		return "", err
	}
	return person, d.store.PutName(ctx, person, name)
}

// names returns a look-up of persons' names; an erased or unknown name is "".
func (d *Desk) names(ctx context.Context) func(model.PersonID) string {
	return func(p model.PersonID) string {
		name, err := d.store.Name(ctx, p)
		if err != nil {
			return ""
		}
		return name
	}
}

func (d *Desk) writer(ctx context.Context) (model.Writer, error) {
	person, err := d.store.Setting(ctx, SettingWriter)
	if err != nil {
		return model.Writer{}, fmt.Errorf("read who writes: %w", err)
	}
	return model.Writer{
		Replica: d.store.Replica(), Person: model.PersonID(person), NextSeq: d.store.NextSeq(), At: d.clock(),
	}, nil
}

// Create makes a new programme as one step and opens it. Build begins with
// [model.Step.CreateProgramme]; when it fails nothing is kept.
func (d *Desk) Create(ctx context.Context, build func(*model.Step) error) (*Work, error) {
	writer, err := d.writer(ctx)
	if err != nil {
		return nil, err
	}
	state := model.NewState()
	step := state.Begin(writer)
	if err := build(step); err != nil {
		return nil, fmt.Errorf("create programme: %w", err)
	}
	if err := d.store.Save(ctx, state, step.Changes()); err != nil {
		return nil, fmt.Errorf("create programme: %w", err)
	}
	d.finder.index.Put(state)
	return d.work(state), nil
}

// Open opens a programme. A version that a crash left half made is completed.
func (d *Desk) Open(ctx context.Context, programme model.EntityID) (*Work, error) {
	state, err := d.store.Load(ctx, programme)
	if err != nil {
		return nil, fmt.Errorf("open programme %s: %w", programme, err)
	}
	w := d.work(state)
	if err := w.finishVersion(ctx); err != nil {
		return nil, fmt.Errorf("open programme %s: %w", programme, err)
	}
	return w, nil
}

func (d *Desk) work(s *model.State) *Work {
	return &Work{desk: d, state: s, undo: model.NewUndoList(d.store.Replica())}
}
