package commands

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"tavoitekartta/app/instance"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/workflow"
)

// Folders reaches data folders; main joins it with the store.
type Folders interface {
	// Open opens a data folder and makes it when it is missing. The folder is
	// held until the function returned with the desk is called.
	Open(ctx context.Context, folder string) (*workflow.Desk, func() error, error)
	// Backups lists a folder's backups, the newest first, without opening it.
	Backups(folder string) ([]workflow.BackupInfo, error)
	// Restore makes a folder hold what a backup holds.
	Restore(ctx context.Context, folder, backup, passphrase string) error
	// Doctor examines a folder and changes nothing.
	Doctor(ctx context.Context, folder string) (Health, error)
	// Repair puts a damaged folder right from its backups and its journal.
	Repair(ctx context.Context, folder string) (Repaired, error)
	// DoctorChild examines a folder in this process and writes what Doctor
	// reads: damage can end the process that reads it.
	DoctorChild(ctx context.Context, out io.Writer, folder string) error
	// Explain gives the code of an error of the store (a text
	// "error.store.<code>") with what fills its places, or "".
	Explain(err error) (code string, args map[string]string)
}

// Health is what an examination of a data folder found.
type Health struct {
	Programmes int
	Findings   []HealthFinding // none for a sound folder
}

// HealthFinding is one thing that is not as it should be.
type HealthFinding struct {
	Part string // "tables", "change chain"; see the texts "command.doctor.part.…"
	Code string // "unreadable", "missing", "different", "broken", "died"
}

// Repaired tells what a repair came to.
type Repaired struct {
	Complete  bool   // nothing that was saved is missing
	NamesLost bool   // persons' names could not be read
	Kept      string // the folder in which the damaged data is kept
}

// Program is what commands need of the rest of the program.
type Program struct {
	Version string
	System  string // the operating system and what the program was built with, one line
	Folders Folders
	// Beside is the folder that the program itself lies in, absolute; "" when it
	// is not known.
	Beside string
	// Patience is how long to wait for a folder that another program has open.
	Patience time.Duration
}

// Call is one command as it was given.
type Call struct {
	Args   []string // without the program's name
	Dir    string   // the folder to which file names are relative
	Getenv func(string) string
	Stdout io.Writer
	Stderr io.Writer
}

// Outcome says what came of a call: an exit code, or the wish for a window.
type Outcome struct {
	Exit   int
	Window *Window // nil when the call was a command
}

// Window is the wish for the window.
type Window struct {
	Folder   string         // the data folder, absolute
	Language texts.Language // asked for with --language, else ""
	Usual    bool           // the folder is the one that is used when none is given
	Document string         // the document to show, absolute, or ""
}

// The exit codes.
const (
	exitDone       = 0
	exitRefused    = 1
	exitMisunderst = 2
)

// Run does a command, in the first instance when there is one. Without a
// command it says that a window is wanted.
func (p Program) Run(ctx context.Context, call Call) Outcome {
	s := newSession(ctx, p, call)
	task, exit := s.understand()
	if task == nil {
		return Outcome{Exit: exit}
	}
	if wish, window := task.(*windowTask); window {
		return s.wantWindow(wish.Document)
	}
	if task.needs() == nothing {
		return Outcome{Exit: task.do(s)}
	}
	return Outcome{Exit: s.runOnFolder(task)}
}

// wantWindow is the wish for the window, if there can be one, with a document or
// none.
func (s *session) wantWindow(document *string) Outcome {
	shown := ""
	if document != nil {
		in, ok := s.readable(*document)
		if !ok {
			return Outcome{Exit: exitRefused}
		}
		_ = in.Close() // only whether it can be read was wanted
		shown = s.path(*document)
	}
	if !hasDisplay(s.call.Getenv) {
		return Outcome{Exit: s.complain("command.noDisplay")}
	}
	usual := s.folder == s.program.defaultFolder(s.call.Getenv)
	return Outcome{Window: &Window{Folder: s.folder, Language: s.asked, Usual: usual, Document: shown}}
}

// OpenPatiently opens a data folder, and waits a while for one that another
// command holds.
func (p Program) OpenPatiently(ctx context.Context, folder string) (*workflow.Desk, func() error, error) {
	for waited := time.Duration(0); ; waited += heldPause {
		desk, closeFolder, err := p.Folders.Open(ctx, folder)
		if err == nil || waited >= p.Patience {
			return desk, closeFolder, err
		}
		if code, _ := p.Folders.Explain(err); code != codeHeld {
			return nil, nil, err
		}
		select {
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		case <-time.After(heldPause):
		}
	}
}

// ChildFlag makes doctor examine a folder in this process.
const ChildFlag = "--child"

// codeHeld is the code of the error of a folder that another program holds.
const codeHeld = "held"

// Refusal is the reply to a request that an error keeps from being done.
func (p Program) Refusal(r instance.Request, cause error) instance.Reply {
	var complaint bytes.Buffer
	s := newSession(context.Background(), p, remote(r, nil, &complaint))
	exit := s.fail(cause)
	return instance.Reply{Stderr: complaint.Bytes(), Exit: exit}
}

// remote is the call that a request stands for.
func remote(r instance.Request, stdout, stderr io.Writer) Call {
	return Call{
		Args: r.Args, Dir: r.Dir, Stdout: stdout, Stderr: stderr,
		Getenv: func(name string) string {
			if name == "LANG" {
				return r.Language
			}
			return ""
		},
	}
}

// Perform does what a later start asks of this one, which has the data folder
// open at the desk. Args, Dir and Language are the request's; the reply is what
// [Program.Run] would have written.
func (p Program) Perform(ctx context.Context, desk *workflow.Desk, r instance.Request) instance.Reply {
	var out, complaints bytes.Buffer
	s := newSession(ctx, p, remote(r, &out, &complaints))
	s.desk = desk
	task, exit := s.understand()
	restore, isRestore := task.(*restoreTask)
	switch {
	case task == nil:
	case isRestore && restore.File == nil:
		exit = restore.list(s)
	case task.needs() == closedFolder:
		exit = s.complain("command.windowOpen")
	default:
		exit = task.do(s)
	}
	return instance.Reply{Stdout: out.Bytes(), Stderr: complaints.Bytes(), Exit: exit}
}

// heldPause is the time between two tries at a folder that another command has
// open.
const heldPause = 100 * time.Millisecond

// runOnFolder hands the task to the first instance, or does it here. A folder
// that another command holds is free again soon, so that is waited for.
func (s *session) runOnFolder(task task) int {
	for waited := time.Duration(0); ; waited += heldPause {
		reply, err := instance.Ask(s.ctx, s.folder, instance.Request{
			Args: s.call.Args, Dir: s.call.Dir, Language: string(s.words.Language()),
		})
		switch {
		case err == nil:
			s.write(reply.Stdout)
			_, _ = s.call.Stderr.Write(reply.Stderr)
			return reply.Exit
		case s.ctx.Err() != nil:
			return s.complain("error.cancelled")
		case !errors.Is(err, instance.ErrAbsent):
			return s.complain("command.windowSilent")
		}
		exit, complaints, held := s.runHere(task)
		if !held || waited >= s.program.Patience {
			_, _ = s.call.Stderr.Write(complaints)
			return exit
		}
		select {
		case <-s.ctx.Done():
			return s.complain("error.cancelled")
		case <-time.After(heldPause):
		}
	}
}

// runHere does the task in this process and keeps what it complains of, since
// nothing is to be said of a folder that is held before the last try.
func (s *session) runHere(task task) (exit int, complaints []byte, held bool) {
	var kept bytes.Buffer
	stderr := s.call.Stderr
	s.call.Stderr, s.held = &kept, false
	exit = s.doOpened(task)
	s.call.Stderr = stderr
	return exit, kept.Bytes(), s.held
}

func (s *session) doOpened(task task) int {
	if task.needs() == closedFolder {
		return task.do(s)
	}
	desk, closeFolder, err := s.program.Folders.Open(s.ctx, s.folder)
	if err != nil {
		return s.fail(err)
	}
	s.desk = desk
	exit := task.do(s)
	s.desk = nil
	if err := closeFolder(); err != nil {
		// The folder is closed all the same, and what was saved is on the disk.
		s.complain("command.closedBadly")
	}
	return exit
}
