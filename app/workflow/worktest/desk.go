package worktest

import (
	"context"
	"fmt"
	"image"
	"image/draw"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// Replica is the id of the stores that [NewDesk] makes.
const Replica model.ReplicaID = "0000000000001"

// Clock is a clock that goes one second further each time it is read, so that
// what is done later has a later time. It begins on 2.3.2026 at 14.32 UTC.
func Clock() func() time.Time {
	now := time.Date(2026, 3, 2, 14, 32, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

// NewDesk returns a desk on an empty store, and the store.
func NewDesk() (*workflow.Desk, *Store) {
	clock := Clock()
	store := NewStore(Replica, clock)
	desk := workflow.NewDesk(store, Paper{}, workflow.Options{
		Clock: clock, Random: rand.NewChaCha8([32]byte{1}), Explain: explain,
	})
	return desk, store
}

// OpenExample loads an example of the assets at the desk and opens it.
func OpenExample(t testing.TB, desk *workflow.Desk, name string) *workflow.Work {
	t.Helper()
	described := intaketest.Description(t, name)
	work, err := desk.Create(context.Background(), func(st *model.Step) error {
		_, err := described.Build(st)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return work
}

// Paper is a [workflow.Reporter] that writes a programme's title and state as
// plain text: enough to see which content was printed.
type Paper struct{}

// Kinds are those that the pages have words for.
func (Paper) Kinds() []string {
	return []string{"agenda", "approved", "body", "extract", "letter-of-intent", "plain", "programme", "sections", "worksheet"}
}

// Report writes one line for each language of the edition.
func (Paper) Report(ctx context.Context, w io.Writer, r workflow.ReportRequest) (workflow.ReportResult, error) {
	for i, l := range r.Edition {
		if err := ctx.Err(); err != nil {
			return workflow.ReportResult{}, err
		}
		if _, err := fmt.Fprintf(w, "%s %s %s%s\n", r.Kind, r.Programme.State, r.Programme.Title.In(l), chosen(r)); err != nil {
			return workflow.ReportResult{}, err
		}
		if r.Progress != nil {
			r.Progress(i+1, len(r.Edition))
		}
	}
	return workflow.ReportResult{Pages: len(r.Edition)}, nil
}

// chosen tells what was chosen besides, each behind a blank.
func chosen(r workflow.ReportRequest) string {
	var words strings.Builder
	for _, section := range r.Choice.Sections {
		words.WriteString(" section " + string(section))
	}
	if r.Choice.Body != "" {
		words.WriteString(" body " + string(r.Choice.Body))
	}
	if r.Choice.Goal != "" {
		words.WriteString(" goal " + string(r.Choice.Goal))
	}
	if r.Choice.Decision != "" {
		words.WriteString(" handling " + string(r.Choice.Decision))
	}
	if r.Choice.Year != 0 {
		fmt.Fprintf(&words, " year %d", r.Choice.Year)
	}
	if r.Choice.EmptyLines {
		words.WriteString(" lines")
	}
	if r.Choice.SignatureFields {
		words.WriteString(" signatures")
	}
	words.WriteString(beside(r))
	switch {
	case r.WithoutNames != nil:
		words.WriteString(" nameless")
	case r.NoAttachment:
		words.WriteString(" alone")
	}
	return words.String()
}

// beside tells how the record is archived, and of texts in easy language where
// those are printed.
func beside(r workflow.ReportRequest) string {
	words := ""
	if class := r.Programme.Confidentiality; class != "" {
		words += " class " + class
	}
	if r.Kind == "plain" && !r.Programme.PlainText.Empty() {
		words += " easy"
	}
	return words
}

// Lacking lists the signs above U+2FFF, beside each other as one.
func (Paper) Lacking(written string) []string {
	var signs []string
	for sign := range strings.FieldsFuncSeq(written, func(r rune) bool { return r < 0x3000 }) {
		if !slices.Contains(signs, sign) {
			signs = append(signs, sign)
		}
	}
	return signs
}

// Missing lists what is lacking of the programme's titles and its goals' titles.
func (p Paper) Missing(ctx context.Context, r workflow.ReportRequest) ([]workflow.MissingSign, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var missing []workflow.MissingSign
	for _, l := range r.Edition {
		printed := []string{r.Programme.Title.In(l), r.Identity.Name.In(l)}
		for g := range r.Programme.AllGoals() {
			printed = append(printed, g.Title.In(l))
		}
		for _, written := range printed {
			for _, sign := range p.Lacking(written) {
				missing = append(missing, workflow.MissingSign{Sign: sign, Context: written, Text: written})
			}
		}
	}
	return missing, nil
}

// Pages returns a page for each language of the edition, which speaks of the
// programme's goals in bands below each other.
func (Paper) Pages(ctx context.Context, r workflow.ReportRequest) ([]workflow.Page, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var pages []workflow.Page
	for _, l := range r.Edition {
		sheet := Sheet{words: r.Programme.Title.In(l)}
		for g := range r.Programme.AllGoals() {
			sheet.goals = append(sheet.goals, g.ID)
		}
		pages = append(pages, sheet)
	}
	return pages, nil
}

// Sheet is a page of [Paper]: white, in the proportions of A4.
type Sheet struct {
	words string
	goals []model.EntityID
}

// Picture is the empty page.
func (s Sheet) Picture(width int) image.Image {
	picture := image.NewGray(image.Rect(0, 0, width, int(float64(width)*s.Ratio())))
	draw.Draw(picture, picture.Bounds(), image.White, image.Point{}, draw.Src)
	return picture
}

// Ratio is that of A4.
func (s Sheet) Ratio() float64 { return 297.0 / 210 }

// Words are the programme's title.
func (s Sheet) Words() string { return s.words }

// Areas are the goals, each as high as the others.
func (s Sheet) Areas() []workflow.PageArea {
	var areas []workflow.PageArea
	high := 1 / float64(max(1, len(s.goals)))
	for i, goal := range s.goals {
		areas = append(areas, workflow.PageArea{Subject: goal, Y: float64(i) * high, Width: 1, Height: high})
	}
	return areas
}
