package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/crashlog"
	"tavoitekartta/app/e2estatus"
	"tavoitekartta/app/instance"
	"tavoitekartta/app/native"
	"tavoitekartta/app/placement"
	"tavoitekartta/app/window"
	"tavoitekartta/app/workflow"
	"tavoitekartta/assets"
	"tavoitekartta/storage"
)

// applicationID is also in FyneApp.toml.
const applicationID = "fi.tavoitekartta.app"

// garbagePercent is how much garbage may lie beside what the window uses before
// it is collected. Half of Go's own: a window stands open all day and allocates
// little, and ten thousand measures leave three times what stays of them when
// they are read.
const garbagePercent = 50

// openWindow opens the window on a data folder and returns the exit code when
// it is closed. A window that is open on the folder comes forward instead.
func openWindow(ctx context.Context, program commands.Program, call commands.Call, wanted commands.Window) int {
	debug.SetGCPercent(garbagePercent)
	later := &laterStarts{program: program, opened: make(chan struct{})}
	listener, err := instance.Listen(wanted.Folder)
	if errors.Is(err, instance.ErrTaken) {
		reply, asked := instance.Ask(ctx, wanted.Folder, instance.Request{ComeForward: true, Document: wanted.Document})
		if asked == nil && reply.Exit == 0 {
			return 0
		}
		// A window that is going has left the pipe by now; one that shows why it
		// could not open the folder has not.
		if listener, err = instance.Listen(wanted.Folder); errors.Is(err, instance.ErrTaken) && asked == nil {
			return 0
		}
	}
	stopListening := func() { later.end() }
	if listener != nil {
		stopListening = func() {
			later.end()
			listener.Close()
		}
		go listener.Serve(ctx, later.answer)
	}
	defer stopListening()
	if u, ok := findGraphics(program, wanted); !ok {
		later.failed(errNoGraphics)
		return program.Refuse(ctx, call, u)
	}
	// A folder that cannot be written to is told of when it is opened.
	watched, _ := crashlog.Watch(wanted.Folder, program.Crashing())
	fyneApp := app.NewWithID(applicationID)
	fyneApp.SetIcon(fyne.NewStaticResource("icon.png", assets.ApplicationIcon()))
	d := &desktop{program: program, wanted: wanted, app: fyneApp, later: later, closeFolder: func() error { return nil }, keepTyped: func() {}}
	release := d.watchSession(commands.Words(wanted.Language, call.Getenv).T("session.saving"))
	released := func() {
		watched.End()
		release()
	}
	defer d.end(released)
	d.window = window.Prepare(fyneApp, programName)
	later.shown = d.window
	keeper := placement.Keeper{Window: d.window, Preferences: fyneApp.Preferences(), Areas: screenAreas}
	// A session that ends does not say so: what is known then is from here.
	fyneApp.Lifecycle().SetOnExitedForeground(keeper.Keep)
	fyneApp.Lifecycle().SetOnStarted(func() {
		keeper.Restore()
		go func() {
			folder := d.open(ctx)
			fyne.Do(func() { d.fill(ctx, folder) })
		}()
	})
	// From here on a later start finds nobody, and waits for the folder itself.
	going, leave := context.WithCancel(ctx)
	defer leave()
	gone := make(chan struct{})
	go endSurely(going.Done(), gone, stopsWithin, func() {
		stopListening()
		d.end(released)
		os.Exit(d.exit)
	})
	d.window.SetOnClosed(func() {
		stopListening()
		keeper.Keep()
		leave()
	})
	d.window.ShowAndRun()
	close(gone)
	stopListening()
	return d.exit
}

// watchSession has what is typed kept and the folder closed when the person logs
// off or the machine is shut down; the person can be shown the reason why that
// takes a moment. The release function is called when the folder is closed.
func (d *desktop) watchSession(reason string) (release func()) {
	closed := make(chan struct{})
	stopWatching := native.WatchEnd(native.Ending{
		Reason: reason,
		Save:   func() { fyne.DoAndWait(func() { d.keepTyped() }) },
		End: func() {
			fyne.Do(d.app.Quit)
			<-closed
		},
	})
	return func() {
		close(closed)
		stopWatching()
	}
}

// end keeps what is typed and closes the folder, also on the way out of a panic.
// A session that ends closes the window without asking, and Fyne 2.8 does not
// wait for its hook OnStopped, which would often come too late.
func (d *desktop) end(release func()) {
	defer release()
	// What was saved is on the disk; what closing leaves undone the next
	// opening does.
	defer func() { _ = d.closeFolder() }()
	d.keepTyped()
}

// folderWarnings are the texts that warn of folders which another program or
// another machine may change under the store.
var folderWarnings = map[storage.FolderKind]string{
	storage.FolderSynced:  "warning.folderSynced",
	storage.FolderNetwork: "warning.folderNetwork",
}

// programName is the window's title until a programme is open.
const programName = "Tavoitekartta"

// desktop is one run of the window.
type desktop struct {
	program     commands.Program
	wanted      commands.Window
	app         fyne.App
	window      fyne.Window
	later       *laterStarts
	closeFolder func() error
	keepTyped   func() // puts what is being typed on the disk
	status      *e2estatus.Reporter
	exit        int
	repaired    bool // a repair has been tried
}

// openedFolder is what came of opening the data folder.
type openedFolder struct {
	desk  *workflow.Desk
	close func() error
	cause error
}

// open opens the data folder, beside the window's goroutine: the first frame
// does not wait for it.
func (d *desktop) open(ctx context.Context) openedFolder {
	desk, closeFolder, err := d.program.OpenPatiently(ctx, d.wanted.Folder)
	return openedFolder{desk, closeFolder, err}
}

// fill shows what is in the folder, or why it could not be opened.
func (d *desktop) fill(ctx context.Context, folder openedFolder) {
	if folder.cause != nil {
		d.fail(ctx, folder.cause)
		return
	}
	d.closeFolder = folder.close
	if err := d.reachJourney(); err != nil {
		d.fail(ctx, err)
		return
	}
	// The signal that ends the program does not keep what is typed from the disk.
	w, err := window.New(context.WithoutCancel(ctx), d.app, d.window, window.Options{
		Desk: folder.desk, Status: d.status, Language: string(d.wanted.Language),
		OpenFile: openFile, ShowFile: showFile, GuideFile: guideFile(d.program.Beside), DataFolder: d.wanted.Folder, Version: d.program.Version,
		ReadFocus:     readFocus(d.window),
		FolderWarning: folderWarnings[storage.KindOfFolder(d.wanted.Folder)], Restore: d.restore,
		About: d.about(),
	})
	if err != nil {
		d.fail(ctx, err)
		return
	}
	d.keepTyped = func() {
		if err := w.Flush(); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	d.later.ready(folder.desk, w)
	if d.wanted.Document != "" {
		w.OpenDocument(d.wanted.Document)
	}
}

// fail says why the window stays empty. A damaged folder can be repaired there.
func (d *desktop) fail(ctx context.Context, cause error) {
	d.exit = 1
	fmt.Fprintln(os.Stderr, cause)
	trouble := window.Trouble{Language: string(d.wanted.Language), Folder: d.wanted.Folder, Key: "error.unexpected"}
	code, args := d.program.Folders.Explain(cause)
	if code != "" {
		trouble.Key, trouble.Args = "error.store."+code, args
	}
	if code == "damaged" && !d.repaired {
		trouble.Repair = func() { d.repair(ctx) }
	} else {
		d.later.failed(cause)
	}
	if err := window.Failure(d.window, trouble); err != nil {
		fmt.Fprintln(os.Stderr, err)
		d.window.Close()
		return
	}
	if d.reachJourney() == nil {
		d.status.Report(e2estatus.State{Screen: "failure", Message: trouble.Key})
	}
}

// reachJourney connects once to the journey test that wants to know what the
// window shows; without one, nobody is told.
func (d *desktop) reachJourney() (err error) {
	if d.status == nil {
		d.status, err = e2estatus.Dial(os.Getenv(e2estatus.Variable))
	}
	return err
}

// repair puts a damaged folder right, once, and opens it. The damaged data stay
// beside.
func (d *desktop) repair(ctx context.Context) {
	d.repaired = true
	_, err := d.program.Folders.Repair(ctx, d.wanted.Folder)
	folder := openedFolder{cause: err}
	if err == nil {
		folder = d.open(ctx)
	}
	fyne.Do(func() {
		d.exit = 0
		d.fill(ctx, folder)
	})
}

// restore makes the data folder hold what a backup holds: the folder is closed,
// exchanged and opened again while the window stands. The desk is nil when it
// could not be opened again; the window says why then.
func (d *desktop) restore(ctx context.Context, backup, passphrase string) (*workflow.Desk, error) {
	// The folder is closed whatever error comes back.
	if err := d.closeFolder(); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	failed := d.program.Folders.Restore(ctx, d.wanted.Folder, backup, passphrase)
	folder := d.open(ctx)
	fyne.DoAndWait(func() {
		if folder.cause != nil {
			d.closeFolder, d.keepTyped = func() error { return nil }, func() {}
			d.fail(ctx, folder.cause)
			return
		}
		d.closeFolder = folder.close
		d.later.reopened(folder.desk)
	})
	return folder.desk, errors.Join(failed, folder.cause)
}
