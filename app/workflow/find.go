package workflow

import (
	"context"
	"fmt"
	"sync"

	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// finder is a desk's index of all programmes' words.
type finder struct {
	index   *search.Index
	filling sync.Mutex // one filling at a time
}

// Find answers a query over the programmes that have been taken in so far; see
// [Desk.PrepareFind]. It may be called from any goroutine.
func (d *Desk) Find(q search.Query) search.Results { return d.finder.index.Find(q) }

// PrepareFind takes in the programmes that the index does not hold yet, and
// leaves out those that have gone to the bin. It reads the store and no open
// Work, so it may run beside the editing of one. It tells whether anything came
// or went; what cannot be read is left out and told as an error, after all
// others have been taken in.
func (d *Desk) PrepareFind(ctx context.Context) (changed bool, err error) {
	d.finder.filling.Lock()
	defer d.finder.filling.Unlock()
	summaries, err := d.Programmes(ctx)
	if err != nil {
		return false, err
	}
	there := map[model.EntityID]bool{}
	for _, s := range summaries {
		there[s.ID] = true
	}
	for _, id := range d.finder.index.Programmes() {
		if !there[id] {
			d.finder.index.Remove(id)
			changed = true
		}
	}
	var failed error
	for _, s := range summaries {
		if d.finder.index.Holds(s.ID) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return changed, err
		}
		state, err := d.store.Load(ctx, s.ID)
		if err != nil {
			failed = fmt.Errorf("read %s for search: %w", s.ID, err)
			continue
		}
		d.finder.index.Put(state)
		changed = true
	}
	return changed, failed
}
