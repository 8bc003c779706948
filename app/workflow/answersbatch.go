package workflow

import (
	"context"
	"errors"
	"slices"

	"tavoitekartta/model"
)

// AnswersFile is a worksheet that came back, held against the programme.
type AnswersFile struct {
	Name    string
	Preview *AnswersPreview // nil for one that cannot be taken
	Err     error           // why it cannot
}

// AnswersBatch is what one or several worksheets would write together.
type AnswersBatch struct {
	Files []AnswersFile
	Rows  []AnswerRow // in printing order, file after file
}

// AnswerRow is what is offered for one answer: of a body, on a measure or an
// indicator, for a year.
type AnswerRow struct {
	AnswerLine               // of the first file that offers one
	Offers     []AnswerOffer // those that differ, in the order of the files
	Chosen     int           // of the offers, or one of the two below
}

// What is chosen of a row besides its offers.
const (
	AnswerStands    = -1 // what stands is kept
	AnswerUndecided = -2 // a person has to choose
)

// AnswerOffer is an answer with the number of its file.
type AnswerOffer struct {
	File  int
	After model.FollowUpAnswer
}

// ErrAnswersUndecided says that answers exclude each other and none was chosen.
var ErrAnswersUndecided = errors.New("answers are not decided")

// GatherAnswers puts the answers of several worksheets together. Where one would
// replace what was answered before, or two files differ, a person has to choose.
func GatherAnswers(files []AnswersFile) *AnswersBatch {
	type spot struct {
		element, body model.EntityID
		year          int
	}
	batch, at := &AnswersBatch{Files: files}, map[spot]int{}
	for number, file := range files {
		if file.Preview == nil {
			continue
		}
		for _, line := range file.Preview.Lines {
			place := spot{line.Element, line.Body, line.After.Year}
			row, known := at[place]
			if !known {
				row = len(batch.Rows)
				at[place] = row
				batch.Rows = append(batch.Rows, AnswerRow{AnswerLine: line})
			}
			batch.Rows[row].offer(AnswerOffer{number, line.After})
		}
	}
	for i := range batch.Rows {
		if batch.Rows[i].Clashes() {
			batch.Rows[i].Chosen = AnswerUndecided
		}
	}
	return batch
}

// offer adds an answer that is not offered yet.
func (r *AnswerRow) offer(offer AnswerOffer) {
	if !slices.ContainsFunc(r.Offers, func(o AnswerOffer) bool { return o.After == offer.After }) {
		r.Offers = append(r.Offers, offer)
	}
}

// Clashes tells whether a person has to choose: an offer would replace something
// that was answered before, or the files differ.
func (r *AnswerRow) Clashes() bool {
	return len(r.Offers) > 1 || r.Before.ID != "" && replaces(r.Before, r.After)
}

// replaces tells whether an answer puts something else in place of what stands,
// rather than adding to it.
func replaces(before, after model.FollowUpAnswer) bool {
	return before.Status != model.StatusUnknown && after.Status != before.Status ||
		before.Value != "" && after.Value != before.Value ||
		before.Remark != "" && after.Remark != before.Remark
}

// Undecided returns the first row that waits for a choice, -1 for none.
func (b *AnswersBatch) Undecided() int {
	return slices.IndexFunc(b.Rows, func(r AnswerRow) bool { return r.Chosen == AnswerUndecided })
}

// chosen are the lines that are written.
func (b *AnswersBatch) chosen() []AnswerLine {
	var lines []AnswerLine
	for _, row := range b.Rows {
		if row.Chosen >= 0 && row.Chosen < len(row.Offers) {
			line := row.AnswerLine
			line.After = row.Offers[row.Chosen].After
			lines = append(lines, line)
		}
	}
	return lines
}

// PreviewBatch is what would be written as it is chosen, with what follows for
// the measures' status.
func (w *Work) PreviewBatch(b *AnswersBatch) *AnswersPreview {
	p := &AnswersPreview{Lines: b.chosen()}
	reader := answersReader{work: w, preview: p, predecessors: map[model.EntityID][]model.EntityID{}}
	of := map[model.EntityID][]AnswerLine{}
	for _, line := range p.Lines {
		of[line.Element] = append(of[line.Element], line)
	}
	for g := range w.Programme().AllGoals() {
		for i := range g.Measures {
			if lines := of[g.Measures[i].ID]; len(lines) > 0 {
				reader.statusOf(g, &g.Measures[i], lines)
			}
		}
	}
	return p
}

// TakeBatch writes what is chosen of a batch, as one step, and returns how many
// answers that were. It is [ErrAnswersUndecided] while something waits for a
// choice.
func (w *Work) TakeBatch(ctx context.Context, b *AnswersBatch) (int, error) {
	if b.Undecided() >= 0 {
		return 0, ErrAnswersUndecided
	}
	p := w.PreviewBatch(b)
	return len(p.Lines), w.TakeAnswers(ctx, p)
}
