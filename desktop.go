package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/e2estatus"
	"tavoitekartta/app/instance"
	"tavoitekartta/app/window"
	"tavoitekartta/assets"
)

// applicationID is also in FyneApp.toml.
const applicationID = "fi.tavoitekartta.app"

// openWindow opens the window on a data folder and returns the exit code when
// it is closed. A window that is open on the folder comes forward instead.
func openWindow(ctx context.Context, program commands.Program, wanted commands.Window) int {
	later := &laterStarts{program: program, opened: make(chan struct{})}
	listener, err := instance.Listen(wanted.Folder)
	if errors.Is(err, instance.ErrTaken) {
		if _, err := instance.Ask(ctx, wanted.Folder, instance.Request{ComeForward: true}); err == nil {
			return 0
		}
	}
	if listener != nil {
		defer listener.Close()
		go listener.Serve(ctx, later.answer)
	}
	fyneApp := app.NewWithID(applicationID)
	fyneApp.SetIcon(fyne.NewStaticResource("icon.png", assets.ApplicationIcon()))
	desk, closeFolder, err := program.OpenPatiently(ctx, wanted.Folder)
	if err != nil {
		later.failed(err)
		return showFailure(fyneApp, program, wanted, err)
	}
	// What was saved is on the disk; what closing leaves undone the next
	// opening does.
	defer func() { _ = closeFolder() }()
	status, err := e2estatus.Dial(os.Getenv(e2estatus.Variable))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	w, err := window.New(ctx, fyneApp, window.Options{
		Desk: desk, Status: status, Language: string(wanted.Language),
		OpenFile: openFile, DataFolder: wanted.Folder, Version: program.Version,
	})
	if err != nil {
		later.failed(err)
		return showFailure(fyneApp, program, wanted, err)
	}
	w.Show()
	fyneApp.Lifecycle().SetOnStarted(func() { later.ready(desk, w) })
	fyneApp.Run()
	return 0
}

func showFailure(fyneApp fyne.App, program commands.Program, wanted commands.Window, cause error) int {
	fmt.Fprintln(os.Stderr, cause)
	code, args := program.Folders.Explain(cause)
	key := "error.unexpected"
	if code != "" {
		key = "error.store." + code
	}
	w, err := window.Failure(fyneApp, string(wanted.Language), wanted.Folder, key, args)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	w.ShowAndRun()
	return 1
}

// openFile opens a file in the system's own viewer.
func openFile(path string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", path).Start()
	case "darwin":
		return exec.Command("open", path).Start()
	}
	return exec.Command("xdg-open", path).Start()
}
