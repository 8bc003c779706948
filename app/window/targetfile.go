package window

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model/filename"
)

// targetFile is the path of a document that will be written.
type targetFile string

func (t targetFile) name() string   { return filepath.Base(string(t)) }
func (t targetFile) folder() string { return filepath.Dir(string(t)) }

func (t targetFile) exists() bool {
	_, err := os.Lstat(string(t))
	return err == nil
}

// readTarget reads the name of a file as typed. One without a folder lies in the
// folder given, one without the ending (".pdf") gets it. When no document can be
// written there, it returns the key of the sentence that says why.
func readTarget(typed, folder, ending string) (target targetFile, wrong string) {
	path := strings.TrimSpace(typed)
	isFolder := strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		isFolder = true
	}
	if strings.TrimSpace(typed) == "" || isFolder {
		return targetFile(path), "reports.fileMissing"
	}
	if !strings.EqualFold(filepath.Ext(path), ending) {
		path += ending
	}
	target = targetFile(filepath.Clean(path))
	switch info, err := os.Stat(target.folder()); {
	case err != nil || !info.IsDir():
		return target, "reports.folderMissing"
	case len(target.name()) > filename.MaxLength:
		return target, "reports.nameTooLong"
	case runtime.GOOS == "windows" && !filename.Possible(target.name()):
		return target, "reports.nameImpossible"
	}
	if info, err := os.Stat(string(target)); err == nil && !info.Mode().IsRegular() {
		return target, "reports.fileMissing"
	}
	return target, ""
}

// suggestedFile is a file named after a title, without what file systems refuse.
func suggestedFile(folder, title, ending string) string {
	return filepath.Join(folder, filename.Suggest(title)+ending)
}

// write makes a document and writes it so that no half file is ever seen under
// its name.
func (t targetFile) write(ctx context.Context, prepared *workflow.PreparedReport) error {
	var pdf bytes.Buffer
	if _, err := prepared.Make(&pdf); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return t.writeBytes(pdf.Bytes())
}

// writeBytes writes a file so that no half one is ever seen under its name.
func (t targetFile) writeBytes(content []byte) error {
	part, err := os.CreateTemp(t.folder(), ".tavoitekartta-*.part")
	if err != nil {
		return fmt.Errorf("write document: %w", err)
	}
	defer os.Remove(part.Name())
	_, err = part.Write(content)
	if err == nil {
		err = part.Sync() // some disks tell only now that they are full
	}
	err = errors.Join(err, part.Chmod(0o644), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), string(t))
	}
	if err != nil {
		return fmt.Errorf("write document: %w", err)
	}
	return nil
}

// tellFile tells why a file was not written.
func (w *Window) tellFile(err error, path string) {
	var failed *os.PathError
	var kept *os.LinkError
	switch {
	case errors.As(err, &kept): // all was written beside, and could not take its place
		w.show(messageError, "error.file.inUse", "file", filepath.Base(path))
	case errors.As(err, &failed):
		w.tell(&workflow.FileError{Path: path, Writing: true, Err: err})
	default:
		w.tell(err)
	}
}
