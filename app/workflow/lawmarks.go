package workflow

import (
	"context"
	"encoding/json"
	"fmt"

	"tavoitekartta/model"
)

// LawMark is what a person has said of an item of the law's checklist.
type LawMark string

// The marks of a checklist's items.
const (
	LawNotMarked    LawMark = ""
	LawHandled      LawMark = "handled"
	LawDoesNotApply LawMark = "doesNotApply"
)

// settingLawMarks begins the name of the setting that keeps a programme's marks: they
// are notes of this computer about the programme, not part of it.
const settingLawMarks = "law."

// LawMarks returns the marks of a programme by item ("681/2023 goals").
func (d *Desk) LawMarks(ctx context.Context, programme model.EntityID) (map[string]LawMark, error) {
	kept, err := d.store.Setting(ctx, settingLawMarks+string(programme))
	if err != nil {
		return nil, fmt.Errorf("read the checklist's marks: %w", err)
	}
	marks := map[string]LawMark{}
	if kept == "" {
		return marks, nil
	}
	if unknown := json.Unmarshal([]byte(kept), &marks); unknown != nil {
		clear(marks) // of an unknown form
	}
	return marks, nil
}

// MarkLaw keeps a mark of an item, and takes it away by [LawNotMarked].
func (d *Desk) MarkLaw(ctx context.Context, programme model.EntityID, item string, mark LawMark) error {
	marks, err := d.LawMarks(ctx, programme)
	if err != nil {
		return err
	}
	marks[item] = mark
	if mark == LawNotMarked {
		delete(marks, item)
	}
	b, err := json.Marshal(marks)
	if err != nil {
		return fmt.Errorf("keep the checklist's marks: %w", err)
	}
	if err := d.store.SetSetting(ctx, settingLawMarks+string(programme), string(b)); err != nil {
		return fmt.Errorf("keep the checklist's marks: %w", err)
	}
	return nil
}
