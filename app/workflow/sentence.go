package workflow

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/app/translationfile"
	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
)

// Sentence names the text that tells an error to a person: what happened, what
// is safe, what to do next. The key is of the texts catalogue; the arguments
// fill its places. An error that nobody knows gets "error.unexpected".
func (d *Desk) Sentence(err error) (key string, args map[string]string) {
	for _, known := range []struct {
		err error
		key string
	}{
		{context.Canceled, "error.cancelled"},
		{model.ErrLocked, "error.locked"},
		{model.ErrCircle, "error.circle"},
		{model.ErrNotThere, "error.notThere"},
		{model.ErrNothingToUndo, "error.nothingToUndo"},
		{ErrNotLocked, "error.notLocked"},
		{ErrNotDecided, "error.notDecided"},
		{ErrNotFrozen, "error.notFrozen"},
		{ErrDecisionChanged, "error.decisionChanged"},
		{ErrNotRecorded, "error.notRecorded"},
		{ErrUnknownReport, "error.unknownReport"},
		{ErrReportNotApproved, "error.reportNotApproved"},
		{ErrReportWithoutGoal, "error.reportWithoutGoal"},
		{ErrReportWithoutBodies, "error.reportWithoutBodies"},
		{ErrReportWithoutSections, "error.reportWithoutSections"},
		{ErrOtherProgramme, "error.otherProgramme"},
		{ErrLanguageNotInUse, "error.languageNotInUse"},
		{ErrNothingToSend, "error.nothingToSend"},
		{ErrBeforeProgramme, "error.beforeProgramme"},
		{ErrForked, "error.forked"},
		{pdffile.ErrNoPDF, "error.carried.noPDF"},
		{pdffile.ErrEncrypted, "error.carried.encrypted"},
		{pdffile.ErrTooLarge, "error.carried.tooLarge"},
		{pdffile.ErrDamaged, "error.carried.damagedPDF"},
		{pdffile.ErrNotCarried, "error.carried.none"},
		{interchange.ErrNoProgramme, "error.carried.noProgramme"},
		{interchange.ErrNewer, "error.carried.newer"},
		{interchange.ErrTooLarge, "error.carried.tooLarge"},
		{interchange.ErrDamaged, "error.carried.damaged"},
		{interchange.ErrAltered, "error.carried.altered"},
		{ErrCrestTooLarge, "error.crestTooLarge"},
		{ErrCrestFormat, "error.crestFormat"},
		{ErrCrestDamaged, "error.crestDamaged"},
	} {
		if errors.Is(err, known.err) {
			return known.key, nil
		}
	}
	var obstacles *ObstaclesError
	var pending *PendingError
	var file *FileError
	var refused translationfile.Refusal
	var answers *AnswersError
	switch {
	case errors.As(err, &file):
		return d.fileSentence(file)
	case errors.As(err, &refused):
		return "translation.problem." + string(refused.Code), map[string]string{"limit": strconv.Itoa(refused.Limit)}
	case errors.As(err, &answers):
		return "answers.error." + string(answers.Code), nil
	case errors.As(err, &obstacles):
		return "finding." + string(obstacles.Findings[0].Code), nil
	case errors.As(err, &pending):
		return "finding." + string(pending.Codes[0]), nil
	}
	if d.explain != nil {
		if code, args := d.explain(err); code != "" {
			return "error.store." + code, args
		}
	}
	return "error.unexpected", nil
}

// fileSentence tells what is wrong with a file, or with the place where one was
// to be written.
func (d *Desk) fileSentence(failed *FileError) (key string, args map[string]string) {
	code := ""
	if d.explain != nil {
		code, args = d.explain(failed)
	}
	switch code {
	case "":
		code = "unreadable"
		if failed.Writing {
			code = "unwritten"
		}
	case "readOnly":
		code = "unreadable"
		if failed.Writing {
			code = "readOnly"
		}
	case "held":
		code = "unreadable"
		if failed.Writing {
			code = "inUse"
		}
	case "damaged", "newer", "notStore", "passphrase", "noSpace", "diskFull":
	default:
		return "error.store." + code, args
	}
	if errors.Is(failed.Err, fs.ErrNotExist) && !failed.Writing {
		code = "missing"
	}
	if args == nil {
		args = map[string]string{}
	}
	args["file"] = filepath.Base(failed.Path)
	return "error.file." + code, args
}
