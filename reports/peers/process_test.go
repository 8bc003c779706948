//go:build bench && linux

package peers_test

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// usage is what a whole process took, with all that it started, by the kernel's
// own account: seconds of the processors, whoever else used the machine, and the
// most memory in megabytes of the largest of its processes.
type usage struct{ cpu, memory float64 }

// measured runs a command to its end. Nothing large may have been done in this
// process before: a child's peak begins at what its parent held when it started.
func measured(t *testing.T, command *exec.Cmd) usage {
	t.Helper()
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", command.Path, err, out)
	}
	took, is := command.ProcessState.SysUsage().(*syscall.Rusage)
	if !is {
		t.Fatal("the system keeps no account of processes")
	}
	seconds := func(v syscall.Timeval) float64 { return (time.Duration(v.Nano())).Seconds() }
	return usage{cpu: seconds(took.Utime) + seconds(took.Stime), memory: float64(took.Maxrss) / 1024}
}

// median is the middle one by processor time, with the middle one of memory.
func median(all []usage) usage {
	middle := func(of func(usage) float64) float64 {
		return of(slices.SortedFunc(slices.Values(all), func(a, b usage) int { return cmp.Compare(of(a), of(b)) })[(len(all)-1)/2])
	}
	return usage{middle(func(u usage) float64 { return u.cpu }), middle(func(u usage) float64 { return u.memory })}
}

// printer is a program that makes the report of a prepared programme.
type printer struct {
	name    string
	command func(t *testing.T, from prepared, target string) *exec.Cmd
	// start is what its first breath takes that is not its own: an interpreter's.
	start float64
}

// print makes the report once.
func (p printer) print(t *testing.T, from prepared, target string) usage {
	t.Helper()
	took := measured(t, p.command(t, from, target))
	took.cpu -= p.start
	return took
}

// ours reads the programme's content out of a file, as the others read their
// sources, and writes the report.
func ours(t *testing.T, folder string) printer {
	program := build(t, "tavoitekartta/reports/peers/testdata/print", folder)
	return printer{name: "ours", command: func(_ *testing.T, from prepared, target string) *exec.Cmd {
		return exec.Command(program, from.content(), target)
	}}
}

// wholeProgram is the command "report" of the program that people have, with its
// window's libraries loaded and the data folder opened.
func wholeProgram(t *testing.T, folder string) printer {
	program := build(t, "tavoitekartta", folder)
	return printer{name: "command", command: func(t *testing.T, from prepared, target string) *exec.Cmd {
		return exec.Command(program, "--data-dir", from.store(), "report", from.id(t), "--lang", "fi", "--out", target)
	}}
}

func build(t *testing.T, path, folder string) string {
	t.Helper()
	program := filepath.Join(folder, filepath.Base(path))
	if out, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", program, path).CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", path, err, out)
	}
	return program
}

// typstPrinter is typst as its Python package has it: the library itself, so the
// start of Python is measured by itself and taken off.
func typstPrinter(t *testing.T, python, fonts string) printer {
	const compile = `import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True, pdf_standards=["ua-1"])`
	var starts []usage
	for range 5 {
		starts = append(starts, measured(t, exec.Command(python, "-c", "pass")))
	}
	return printer{name: "typst", start: median(starts).cpu, command: func(_ *testing.T, from prepared, target string) *exec.Cmd {
		return exec.Command(python, "-c", compile, from.typst(), target, fonts)
	}}
}

// writerPrinter is LibreOffice without a window. Its profile, which the first
// start makes, is made by a run that is not counted.
func writerPrinter(t *testing.T, fonts string) printer {
	folder := t.TempDir()
	settings := filepath.Join(folder, "fonts.conf")
	must(t, os.WriteFile(settings, fmt.Appendf(nil, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>%s</dir><dir>/usr/share/fonts</dir><cachedir>%s/cache</cachedir></fontconfig>`, fonts, folder), 0o600))
	const filter = `pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"3"}}`
	return printer{name: "LibreOffice", command: func(t *testing.T, from prepared, target string) *exec.Cmd {
		command := exec.Command("soffice", "-env:UserInstallation=file://"+folder+"/profile", "--headless",
			"--convert-to", filter, "--outdir", filepath.Dir(target), from.writer())
		command.Env = append(os.Environ(), "FONTCONFIG_FILE="+settings)
		return command
	}}
}

// output is where a printer is told to write: LibreOffice names its file itself.
func (p printer) output(t *testing.T, from prepared) string {
	folder := filepath.Join(from.folder, p.name)
	must(t, os.MkdirAll(folder, 0o700))
	return filepath.Join(folder, strings.TrimSuffix(filepath.Base(from.writer()), ".fodt")+".pdf")
}
