// Package reports makes the printed documents of a programme.
//
// A report goes through three forms, each of its own package: the document
// tree (what it says), the pages of drawing operations (where it stands), and
// the PDF. Render goes the whole way; Pages stops at the pages, for a preview
// that shows the same ones. The same programme and options give the same
// bytes: dates are arguments, and no clock, disk or window is used.
package reports

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/model/personname"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/pdf"
	"tavoitekartta/reports/picture"
	"tavoitekartta/reports/programme"
)

// KindProgramme is the programme document.
const KindProgramme = string(programme.Whole)

// Kinds are the kinds of report that can be made.
func Kinds() []string {
	var kinds []string
	for _, kind := range programme.Kinds() {
		kinds = append(kinds, string(kind))
	}
	return kinds
}

// The errors that a request can give.
var (
	ErrUnknownKind     = programme.ErrUnknownKind
	ErrNotInProgramme  = programme.ErrNotInProgramme
	ErrNotApproved     = programme.ErrNotApproved
	ErrUnknownLanguage = errors.New("unknown language of a report")
)

// Producer is the program's name in the file.
const Producer = "Tavoitekartta"

// Options say which document is made.
type Options struct {
	// Kind is the kind of report; empty means KindProgramme.
	Kind string
	// Choice is what the kind asks besides.
	Choice programme.Choice
	// Languages are its editions: one language, or two after each other.
	// Empty means the language in which the programme was written first.
	Languages []model.Language
	// Version is the frozen version that is printed, nil for a draft.
	Version *model.Version
	// FollowUp is the programme as it stands, whose follow-up is told of frozen
	// content; may be nil.
	FollowUp *model.Programme
	// Names gives the names of those who sign the minutes; may be nil.
	Names func(model.PersonID) string
	// Today is the date printed on a draft and kept in the file.
	Today model.Date
	// Identity is the municipality's, for the cover.
	Identity Identity
	// NoAttachment leaves the programme's data out; the file is then PDF/A-2a, for
	// receivers that refuse attachments.
	NoAttachment bool
	// WithoutNames are the names of persons that are taken out, by their keys; nil
	// for a document with names. The edition without names carries no data.
	WithoutNames personname.Removal
	// Progress is told how many pages of how many are painted; may be nil.
	Progress func(done, total int)
}

// Result says what was printed.
type Result struct {
	Pages int
	// Missing are the signs that the fonts lack. They are printed as a plain
	// mark, listed at the document's end, and kept for searching and copying.
	Missing []MissingSign
}

// Render writes a report of the programme as PDF. It returns ErrUnknownKind,
// ErrUnknownLanguage, ErrNotInProgramme or ErrNotApproved for a request that
// cannot be met, and the context's error when it ends; then nothing has been
// written.
func Render(ctx context.Context, w io.Writer, p model.Programme, options Options) (Result, error) {
	faces, err := faces()
	if err != nil {
		return Result{}, err
	}
	laid, missing, err := lay(ctx, p, options, faces)
	if err != nil {
		return Result{}, err
	}
	data, err := attachment(p, options, laid)
	if err != nil {
		return Result{}, err
	}
	err = pdf.Write(ctx, w, laid, faces, pdf.Options{
		Created: day(options), Producer: Producer, Progress: giving(laid, options.Progress),
		Conformance: options.conformance(), Attachment: data,
	})
	if err != nil {
		return Result{}, fmt.Errorf("render report: %w", err)
	}
	return Result{Pages: len(laid.Pages), Missing: missing}, nil
}

// giving gives up each page once it is painted: a long report is not held twice.
// Progress is told of it and may be nil.
func giving(laid *layout.Result, progress func(done, total int)) func(done, total int) {
	return func(done, total int) {
		laid.Pages[done-1].Operations = nil
		if progress != nil {
			progress(done, total)
		}
	}
}

// Archivable tells whether a kind of report is PDF/A beside PDF/UA. A form is
// not: readers open PDF/A for reading only.
func Archivable(kind string) bool { return kind != string(programme.Worksheet) }

// Preview lays a report out and returns what paints its pages. The errors are
// those of Render.
func Preview(ctx context.Context, p model.Programme, options Options) (*layout.Result, *picture.Painter, error) {
	faces, err := faces()
	if err != nil {
		return nil, nil, err
	}
	laid, _, err := lay(ctx, p, options, faces)
	if err != nil {
		return nil, nil, err
	}
	painter, err := picture.New(faces)
	if err != nil {
		return nil, nil, fmt.Errorf("preview report: %w", err)
	}
	return laid, painter, nil
}

// Pages lays a report out without painting it. The errors are those of Render.
func Pages(ctx context.Context, p model.Programme, options Options) (*layout.Result, error) {
	faces, err := faces()
	if err != nil {
		return nil, err
	}
	laid, _, err := lay(ctx, p, options, faces)
	return laid, err
}

func lay(ctx context.Context, p model.Programme, options Options, faces layout.Faces) (*layout.Result, []MissingSign, error) {
	doc, choice, err := compose(&p, options)
	if err != nil {
		return nil, nil, err
	}
	missing := missingSigns(doc, faces)
	if len(missing) > 0 {
		list, more := places(missing)
		doc, err = programme.WithMissingGlyphs(doc, choice, &p, list, more)
		if err != nil {
			return nil, nil, fmt.Errorf("compose report: %w", err)
		}
	}
	laid, err := layout.Document(ctx, doc, faces)
	if err != nil {
		return nil, nil, fmt.Errorf("render report: %w", err)
	}
	return laid, missing, nil
}

// compose makes the document tree. The programme and what is chosen come back as
// they were printed: without names where that was asked.
func compose(p *model.Programme, options Options) (document.Document, programme.Options, error) {
	none := document.Document{}
	for _, language := range options.Languages {
		if !language.Valid() {
			return none, programme.Options{}, fmt.Errorf("%w: %q", ErrUnknownLanguage, language)
		}
	}
	choice := programme.Options{
		Kind: programme.Kind(options.Kind), Choice: options.Choice,
		Languages: options.Languages, Version: options.Version, FollowUp: options.FollowUp, Names: options.Names, Today: options.Today,
	}
	identity, err := options.Identity.printed()
	if err != nil {
		return none, choice, err
	}
	choice.Identity = identity
	if options.WithoutNames != nil {
		if *p, choice, err = withoutNames(*p, choice, options.WithoutNames); err != nil {
			return none, choice, err
		}
	}
	doc, err := programme.Document(p, choice)
	if err != nil {
		return none, choice, fmt.Errorf("compose report: %w", err)
	}
	return doc, choice, nil
}

func faces() (layout.Faces, error) {
	read, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		return layout.Faces{}, fmt.Errorf("read report fonts: %w", err)
	}
	return read, nil
}

// day is the moment kept in the file: the start of today, or of a fixed day
// when none is given, so that bytes repeat.
func day(options Options) time.Time {
	date := options.Today
	if date.Zero() {
		return time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(date.Year, time.Month(date.Month), date.Day, 0, 0, 0, 0, time.UTC)
}
