// Package programme turns a programme into the document tree of its printed
// form: cover, contents, chapters, structural map, the tables of goals,
// roadmap, responsible bodies, contacts and the decision.
//
// An edition is the document in one language. Approved wording is printed
// verbatim, nothing shortened and nothing corrected; a text that is not
// written in the edition's language is printed as it stands in another and
// says so in words. What a draft lacks is named in words too: no cell is
// empty. The package knows no fonts, pages, clock or disk.
package programme

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// Kind is a kind of report.
type Kind string

// The kinds of reports.
const (
	Whole          Kind = "programme" // the programme document
	EasyReading    Kind = "plain"     // the easy-to-read edition
	Agenda         Kind = "agenda"    // an item of a meeting's agenda
	LetterOfIntent Kind = "letter-of-intent"
	Approved       Kind = "approved" // the same of a version that has been decided on, with how that came about
	Sections       Kind = "sections" // chosen sections, for a meeting
	BodySheet      Kind = "body"     // what one responsible body has to do
	Extract        Kind = "extract"  // one goal on a page, for a meeting
)

// composers make the parts of each kind of report.
var composers = map[Kind]func(*composition) []document.Part{
	Whole:          (*composition).whole,
	Worksheet:      (*composition).worksheet,
	EasyReading:    (*composition).easyReading,
	Agenda:         (*composition).agenda,
	LetterOfIntent: (*composition).letterOfIntent,
	Approved:       (*composition).whole,
	Sections:       (*composition).sectionReport,
	BodySheet:      (*composition).bodySheets,
	Extract:        (*composition).extracts,
}

// Kinds are the kinds of reports, in the order of their names.
func Kinds() []Kind { return slices.Sorted(maps.Keys(composers)) }

// The errors that a request can give.
var (
	// ErrUnknownKind is returned for a kind of report that there is not.
	ErrUnknownKind = errors.New("unknown kind of report")
	// ErrNotInProgramme is returned for a choice of a section, goal or body that
	// the programme does not have.
	ErrNotInProgramme = errors.New("not in the programme")
	// ErrNotApproved is returned for the approved edition of a programme that no
	// decision has locked.
	ErrNotApproved = errors.New("not approved")
)

// Options say which document is made of a programme.
type Options struct {
	// Kind is the kind of report; empty means Whole.
	Kind Kind
	// Choice is what a kind asks besides.
	Choice Choice
	// Languages are the editions in their order: one, or two after each other.
	Languages []model.Language
	// Version is the frozen version, nil for a draft or to reckon its facts
	// from the programme.
	Version *model.Version
	// FollowUp is the programme as it stands, whose follow-up is told by the kinds
	// that tell of it: frozen content holds none. It may be nil.
	FollowUp *model.Programme
	// Names gives the names of those who sign the minutes, "" for a name that
	// is not known or not to be printed. It may be nil.
	Names func(model.PersonID) string
	// WithoutNames marks the document as the edition without names of persons;
	// Removed are those in whose place it says so.
	WithoutNames bool
	Removed      map[model.PersonID]bool
	// Today is the date printed on a draft.
	Today model.Date
	// Identity is the municipality's, on the cover; the zero one has the usual
	// colour and no crest.
	Identity Identity
}

// Choice is what kinds of reports ask besides; each uses what concerns it.
type Choice struct {
	// Sections are those that are printed, all when empty.
	Sections []model.EntityID
	// Body is the responsible body whose sheet is made, every one's when empty.
	Body model.EntityID
	// Goal is the goal on an extract, each one on a page of its own when empty.
	Goal model.EntityID
	// Decision is the handling for which an agenda is made, the next one without
	// a decision when empty.
	Decision model.EntityID
	// Year is that of a follow-up.
	Year int
	// EmptyLines adds lines to fill by hand.
	EmptyLines bool
	// SignatureFields adds unsigned signature fields.
	SignatureFields bool
}

// composition is a report being put together.
type composition struct {
	programme *model.Programme
	editions  []*edition // one for each language, never none
	options   Options
}

// Identity is how the municipality that prints shows itself on the cover.
type Identity struct {
	Name  model.Text     // stands where the programme names no owner
	Color document.Color // of the cover, "" for the usual one
	Ink   document.Color // of the texts on it, "" for white
	// Accent is the colour as it is read on paper, "" for the usual one.
	Accent document.Color
	Crest  *document.Picture // nil for none; its words are the report's own
}

// Document returns a report. The error says that a language has no texts in
// the catalogue, or is ErrUnknownKind, ErrNotInProgramme or ErrNotApproved.
func Document(p *model.Programme, options Options) (document.Document, error) {
	kind := cmp.Or(options.Kind, Whole)
	compose, known := composers[kind]
	if !known {
		return document.Document{}, fmt.Errorf("%w: %q", ErrUnknownKind, kind)
	}
	if err := refused(p, kind, options); err != nil {
		return document.Document{}, err
	}
	if options.FollowUp != nil && tellsOfFollowUp(kind) {
		p = p.WithFollowUp(options.FollowUp)
	}
	languages := options.Languages
	if len(languages) == 0 {
		languages = []model.Language{firstLanguage(p)}
	}
	var editions []*edition
	for i, language := range languages {
		e, err := newEdition(p, language, options)
		if err != nil {
			return document.Document{}, err
		}
		e.several, e.later = len(languages) > 1, i > 0
		editions = append(editions, e)
	}
	first := editions[0]
	c := &composition{p, editions, options}
	return document.Document{
		Language: string(first.words.language),
		Title:    first.documentTitle(),
		Author:   first.owners(),
		Subject:  first.subject(),
		Keywords: p.Keywords.In(first.words.language),
		Names:    c.names(),
		Record:   first.record(),
		Parts:    compose(c),
		Hidden:   c.hidden(kind),
	}, nil
}

// names are what the document is called in the languages of its later editions.
func (c *composition) names() []document.Naming {
	var names []document.Naming
	for _, e := range c.editions[1:] {
		names = append(names, document.Naming{Language: string(e.language), Title: e.documentTitle(), Subject: e.subject()})
	}
	return names
}

// whole is the programme document: a cover, and each edition after it.
func (c *composition) whole() []document.Part {
	parts := []document.Part{{
		Language: string(c.editions[0].language), Blocks: []document.Block{cover(c.editions, c.options.Identity)},
	}}
	for i, e := range c.editions {
		parts = append(parts, e.part(i, e.body))
	}
	return parts
}

// each is a report without a cover: the blocks of each edition after each other.
func (c *composition) each(blocks func(*edition) []document.Block) []document.Part {
	var parts []document.Part
	for i, e := range c.editions {
		parts = append(parts, e.part(i, func() []document.Block { return blocks(e) }))
	}
	return parts
}

// firstLanguage is the language in which the programme was written first.
func firstLanguage(p *model.Programme) model.Language {
	if !p.FirstLanguage.Valid() {
		return model.Finnish
	}
	return p.FirstLanguage
}

// edition makes the document of one language.
type edition struct {
	*words
	programme *model.Programme
	version   *model.Version
	names     func(model.PersonID) string
	today     model.Date
	several   bool
	later     bool // not the first of several editions
	decision  *model.Decision
	// foreign tells that none of the programme's texts is written in the
	// edition's language: said once, not at every text.
	foreign bool
	kind    Kind
	choice  Choice
	// live says that the follow-up is told as it stands beside frozen content.
	live bool
	// withoutNames says that this is the edition without names of persons.
	withoutNames bool
	identity     Identity
	// blankLines are the lines to write on below each goal of a table.
	blankLines int
	// quiet leaves the remark out, where it has been made for a whole section
	// or would only repeat what the tables of goals say.
	quiet  bool
	prefix string
	// signatureFields counts the fields of signatures by their names.
	signatureFields map[string]int
}

func newEdition(p *model.Programme, language model.Language, options Options) (*edition, error) {
	loaded, err := loadWords(language)
	if err != nil {
		return nil, err
	}
	e := &edition{
		words: loaded, programme: p, version: options.Version, names: options.Names, today: options.Today,
		decision: p.FinalDecision(), prefix: string(language) + "-",
		kind: cmp.Or(options.Kind, Whole), live: options.FollowUp != nil, choice: options.Choice, identity: options.Identity, signatureFields: map[string]int{},
	}
	if e.names == nil {
		e.names = func(model.PersonID) string { return "" }
	}
	if e.withoutNames = options.WithoutNames; e.withoutNames {
		e.names = removedNames(e.names, options.Removed, e.say("nameRemoved"))
	}
	if e.decision == nil && e.version != nil && e.version.Decision.ID != "" {
		e.decision = &e.version.Decision
	}
	share := textsIn(p, language)
	e.foreign = share.Whole > 0 && share.Part == 0
	return e, nil
}

// textShare counts the programme's texts that stand in the edition's language.
func (e *edition) textShare() model.Share { return textsIn(e.programme, e.language) }

// textsIn counts the programme's texts that stand in a language.
func textsIn(p *model.Programme, language model.Language) model.Share {
	var share model.Share
	count := func(text model.Text) {
		if text.Empty() {
			return
		}
		share.Whole++
		if text.In(language) != "" {
			share.Part++
		}
	}
	count(p.Title)
	for _, chapter := range p.Chapters {
		count(chapter.Title)
		count(chapter.Body)
		for _, block := range chapter.Blocks {
			count(block.Title)
			count(block.Body)
			count(block.AuthorRole)
		}
	}
	for i := range p.Sections {
		section := p.Sections[i].TextShare(language)
		share.Part += section.Part
		share.Whole += section.Whole
	}
	for g := range p.AllGoals() {
		count(g.Description)
	}
	return share
}

// part is an edition's pages. A second edition of a programme that is not
// translated at all says just that.
func (e *edition) part(index int, blocks func() []document.Block) document.Part {
	part := document.Part{Language: string(e.language), Head: e.head(), Foot: e.foot()}
	if e.several {
		part.Title = e.say("edition")
	}
	if index > 0 && e.foreign {
		part.Blocks = []document.Block{
			document.Heading{Level: 1, Text: document.Plain(e.say("edition")), Anchor: e.prefix + "edition"},
			e.notTranslated(),
		}
		return part
	}
	part.Blocks = blocks()
	return part
}

// notTranslated says that a second edition would only repeat the first.
func (e *edition) notTranslated() document.Block {
	return document.Callout{Warning: true, Paragraphs: []document.Paragraph{
		{Text: document.Plain(e.say("notTranslated.whole")), Style: document.Strong},
		{Text: document.Plain(e.say("notTranslated.whole.more"))},
	}}
}

// body is the programme document after its cover.
func (e *edition) body() []document.Block {
	return slices.Concat(e.contents(), e.chapters(), e.structuralMap(), e.sections(), e.roadmap(), e.bodies(), e.contacts(),
		e.decisions(), e.approval())
}

// text is a programme's text in the edition's language, else in another one
// with its language marked.
func (e *edition) text(text model.Text) document.Text {
	found, language := text.Best(e.language, e.programme.FirstLanguage)
	if language == e.language {
		return document.Plain(found)
	}
	return document.In(string(language), found)
}

// untranslated tells whether the text needs the remark that it stands in
// another language.
func (e *edition) untranslated(text model.Text) bool {
	return !e.foreign && !e.quiet && !text.Empty() && text.In(e.language) == ""
}

func (e *edition) plain(text model.Text) string {
	found, _ := text.Best(e.language, e.programme.FirstLanguage)
	return found
}

// title is the programme's title, or the words for one that has none.
func (e *edition) title() string { return orElse(e.plain(e.programme.Title), e.say("untitled")) }

// documentTitle is what the document is called: the programme, and of a document
// about it which one it is, so that two open ones can be told apart.
func (e *edition) documentTitle() string {
	if e.kind == Whole || e.kind == Approved {
		return e.title()
	}
	return e.subject() + ": " + e.title()
}

func (e *edition) owners() string {
	var names []string
	for _, owner := range e.programme.Owners {
		names = append(names, e.plain(owner.Name))
	}
	return join(names...)
}

func (e *edition) head() document.Head {
	return document.Head{Left: e.owners(), Right: e.title()}
}

// foot holds the state, and for a locked content the § and the first 16 digits
// of its fingerprint (decisions.md, "States and versions").
func (e *edition) foot() document.Foot {
	foot := e.stateFoot()
	if e.withoutNames {
		foot.Facts += " · " + e.say("withoutNames")
	}
	return foot
}

func (e *edition) stateFoot() document.Foot {
	facts := []string{e.say("state." + string(e.state()))}
	if e.recorded() {
		return e.recordedFoot()
	}
	if !e.state().Locked() {
		if !e.today.Zero() {
			facts[0] += " " + e.day(e.today)
		}
		return document.Foot{Facts: facts[0], PageWord: e.say("page")}
	}
	if e.decision != nil && e.decision.Paragraph != "" {
		facts = append(facts, "§ "+e.decision.Paragraph)
	}
	if hash, known := e.fingerprint(); known {
		facts = append(facts, hash.Short())
	}
	return document.Foot{Facts: strings.Join(facts, " · "), PageWord: e.say("page")}
}

// recorded tells whether a programme of the past is printed as it was written
// down afterwards: no frozen content stands behind it.
func (e *edition) recorded() bool { return e.programme.RecordedAfterwards && e.version == nil }

// recordedFoot says that the page is a record made afterwards, and on which
// decision; a fingerprint would be that of the record, not of what was approved.
func (e *edition) recordedFoot() document.Foot {
	facts := []string{e.say("state.recorded")}
	if e.state() == model.Approved {
		facts[0] = e.say("state.approvedRecorded")
		if e.decision != nil {
			facts = append(facts, e.day(e.decision.MeetingDate))
			if e.decision.Paragraph != "" {
				facts = append(facts, "§ "+e.decision.Paragraph)
			}
		}
	}
	return document.Foot{Facts: strings.Join(facts, " · "), PageWord: e.say("page")}
}

func (e *edition) state() model.StoredState {
	if e.programme.State == "" {
		return model.Draft
	}
	return e.programme.State
}

// fingerprint is that of the frozen version, else of the programme as it is.
func (e *edition) fingerprint() (model.Hash, bool) {
	if e.version != nil && e.version.Fingerprint != (model.Hash{}) {
		return e.version.Fingerprint, true
	}
	if !e.state().Locked() || e.recorded() || e.withoutNames {
		return model.Hash{}, false
	}
	hash, err := e.programme.Fingerprint()
	return hash, err == nil
}

// span is the programme's years: "2019–2022".
func (e *edition) span() string {
	return years(e.programme)
}

func years(p *model.Programme) string {
	switch {
	case p.FirstYear == 0 && p.LastYear == 0:
		return ""
	case p.LastYear == 0 || p.FirstYear == p.LastYear:
		return fmt.Sprint(p.FirstYear)
	case p.FirstYear == 0:
		return fmt.Sprint(p.LastYear)
	}
	return fmt.Sprintf("%d–%d", p.FirstYear, p.LastYear)
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// paragraphs parts prose at its line feeds: a writer's Enter begins a paragraph.
func paragraphs(text document.Text, style document.Style) []document.Block {
	var blocks []document.Block
	for _, run := range text {
		for _, part := range strings.Split(strings.ReplaceAll(run.String, "\r\n", "\n"), "\n") {
			if strings.TrimSpace(part) == "" {
				continue
			}
			blocks = append(blocks, document.Paragraph{
				Text: document.Text{{String: part, Language: run.Language}}, Style: style,
			})
		}
	}
	return blocks
}
