package workflow

import (
	"context"
	"errors"

	"tavoitekartta/model"
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
		{ErrBeforeProgramme, "error.beforeProgramme"},
	} {
		if errors.Is(err, known.err) {
			return known.key, nil
		}
	}
	var obstacles *ObstaclesError
	var pending *PendingError
	switch {
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
