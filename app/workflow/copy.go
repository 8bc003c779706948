package workflow

import (
	"context"
	"fmt"

	"tavoitekartta/model"
)

// CopyOf makes the successor of a programme for the years given, with the
// identity of its goals kept, and opens it; see [model.Step.CopyProgramme].
// Finish may change the copy in the same step; it may be nil.
func (d *Desk) CopyOf(ctx context.Context, programme model.EntityID, firstYear, lastYear int,
	finish func(st *model.Step, root model.EntityID) error,
) (*Work, error) {
	from, err := d.store.Load(ctx, programme)
	if err != nil {
		return nil, fmt.Errorf("copy programme %s: %w", programme, err)
	}
	return d.Create(ctx, func(st *model.Step) error {
		root, err := st.CopyProgramme(from, firstYear, lastYear)
		if err != nil || finish == nil {
			return err
		}
		return finish(st, root)
	})
}
