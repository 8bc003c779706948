package commands

import (
	"bytes"
	"fmt"
	"slices"

	"tavoitekartta/app/printwords"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/personname"
)

// listKinds as a kind lists the kinds of reports.
const listKinds = "list"

// reportTask makes a document of a programme.
type reportTask struct {
	ID   string `arg:"" optional:""`
	Kind string `name:"kind" default:"programme"`
	Lang string `name:"lang"`
	Out  string `name:"out"`

	Sections        []string `name:"section" sep:"none"`
	Body            *string  `name:"body"`
	Goal            *string  `name:"goal"`
	Handling        *string  `name:"handling"`
	Year            *string  `name:"year"`
	EmptyLines      bool     `name:"empty-lines"`
	SignatureFields bool     `name:"signature-fields"`

	NoAttachment bool     `name:"no-attachment"`
	WithoutNames bool     `name:"without-names"`
	KeepName     []string `name:"keep-name" sep:"none"`
	RemoveName   []string `name:"remove-name" sep:"none"`
}

func (*reportTask) needs() need { return openFolder }

func (t *reportTask) incomplete() bool {
	return t.Kind != listKinds && (t.ID == "" || t.Out == "" || t.Lang == "")
}

func (t *reportTask) do(s *session) int {
	if t.Kind == listKinds {
		for _, line := range s.kindsOfReports() {
			s.print(line)
		}
		return exitDone
	}
	if !slices.Contains(s.desk.ReportKinds(), t.Kind) {
		s.complain("command.report.kind", "kind", shown(t.Kind))
		return s.list(s.kindsOfReports())
	}
	edition, err := workflow.ParseEdition(t.Lang)
	if err != nil {
		return s.complain("command.report.edition", "edition", shown(t.Lang))
	}
	work, ok := s.open(t.ID)
	if !ok {
		return exitRefused
	}
	choice, ok := t.choice(s, work.Programme())
	if !ok || !s.writable(t.Out) {
		return exitRefused
	}
	return t.write(s, work, workflow.ReportOrder{Kind: t.Kind, Edition: edition, Choice: choice})
}

// write makes the document and writes it into the file.
func (t *reportTask) write(s *session, work *workflow.Work, order workflow.ReportOrder) int {
	var document bytes.Buffer
	prepared, err := work.PrepareReport(s.ctx, order)
	if err != nil {
		return s.fail(err)
	}
	variation := workflow.Variation{NoAttachment: t.NoAttachment}
	if t.WithoutNames {
		variation.WithoutNames = t.chooseNames(s, prepared.PersonNames())
		if t.SignatureFields {
			s.print(s.words.T("reports.withoutNames.unsigned"))
		}
	}
	prepared.Vary(variation)
	if err := t.warn(s, work, prepared); err != nil {
		return s.fail(err)
	}
	result, err := prepared.Make(&document)
	if err != nil {
		return s.fail(err)
	}
	if err := writeFile(s.path(t.Out), document.Bytes()); err != nil {
		return s.complain("command.file.unwritable", "file", shown(t.Out))
	}
	s.print(s.words.T("command.report.written", "file", shown(t.Out), "count", result.Pages))
	return exitDone
}

// warn tells what the document cannot print and where that is written, before it
// is made.
func (t *reportTask) warn(s *session, work *workflow.Work, prepared *workflow.PreparedReport) error {
	missing, err := prepared.Missing()
	if err != nil {
		return err
	}
	numbers := work.TextNumbers()
	for _, sign := range work.Place(missing) {
		s.complainOf(sign, numbers)
	}
	return nil
}

// complainOf tells of a sign that cannot be printed.
func (s *session) complainOf(sign workflow.UnprintableSign, numbers map[model.EntityID]string) {
	sign.Context = shown(sign.Context)
	fmt.Fprintln(s.call.Stderr, printwords.Sentence(s.words, sign, numbers))
}

// chooseNames takes out what is likely a name and what was asked, keeps what was
// asked to be kept, and tells of each what became of it.
func (t *reportTask) chooseNames(s *session, found []personname.Found) personname.Removal {
	chosen := personname.Proposed(found)
	for _, name := range found {
		switch {
		case slices.Contains(t.KeepName, name.Name):
			delete(chosen, name.Key)
		case slices.Contains(t.RemoveName, name.Name):
			chosen[name.Key] = true
		}
		key := "command.report.nameKept"
		if chosen[name.Key] {
			key = "command.report.nameRemoved"
		}
		s.print(s.words.T(key, "name", shown(name.Name), "place", s.words.T("personName."+string(name.Place))))
	}
	return chosen
}

// kindsOfReports lists the kinds of reports, each with what it is for.
func (s *session) kindsOfReports() []string {
	var lines []string
	for _, kind := range s.desk.ReportKinds() {
		lines = append(lines, kind+": "+s.words.T("reports.kind."+kind)+". "+s.words.T("reports.kind."+kind+".for"))
	}
	return lines
}

// list writes what there is to stderr, one thing a line.
func (s *session) list(lines []string) int {
	for _, line := range lines {
		fmt.Fprintln(s.call.Stderr, "  "+line)
	}
	return exitRefused
}
