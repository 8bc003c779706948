package window

import (
	"context"

	"tavoitekartta/model"
)

// approve prints the approved version beside the window and then keeps it. What
// the minutes still lack is said, and the focus goes there.
func (p *decisionPage) approve() {
	w := p.w
	if pending := w.work.Pending(); len(pending) > 0 {
		w.show(messageError, "finding."+string(pending[0]))
		for _, m := range w.work.Programme().FinalDecision().Minutes {
			if field := p.names[m.ID]; field != nil && !m.Done {
				field.Focus()
				break
			}
		}
		return
	}
	work := w.work
	prepared, err := work.PrepareApproval(w.ctx)
	if err != nil {
		w.tell(err)
		return
	}
	ctx, cancel := context.WithCancel(w.ctx)
	progress := w.showProgress(w.t("decision.approve"), w.t("decision.printing"), cancel)
	var failed error
	w.beside(func() {
		failed = prepared.Print(ctx, progress.set)
	}, func() {
		cancelled := ctx.Err()
		cancel()
		progress.close()
		if failed == nil {
			failed = cancelled
		}
		if failed == nil {
			failed = work.CompleteApproval(w.ctx, prepared)
		}
		if w.work == work {
			w.rebuild()
		}
		w.tell(failed)
		if failed == nil && work.Programme().State == model.Approved {
			w.inform("decision.approvedNow")
		}
	})
}
