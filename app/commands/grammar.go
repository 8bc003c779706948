package commands

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// grammar is the command line. The library reads it; its own messages are in
// English and about itself, so every refusal is told in our sentences.
type grammar struct {
	DataDir  *string `name:"data-dir"`
	Language string  `name:"language"`
	Help     bool    `name:"help" short:"h"`
	About    bool    `name:"version"`

	Window  windowTask  `cmd:"" default:"withargs" hidden:""`
	Example exampleTask `cmd:""`
	List    listTask    `cmd:""`
	Show    showTask    `cmd:""`
	Check   checkTask   `cmd:""`
	Report  reportTask  `cmd:""`
	Approve approveTask `cmd:""`
	Import  importTask  `cmd:""`

	ExportTranslation exportTranslationTask `cmd:"" name:"export-translation"`
	ImportTranslation importTranslationTask `cmd:"" name:"import-translation"`

	ImportAnswers importAnswersTask `cmd:"" name:"import-answers"`

	Backup  backupTask  `cmd:""`
	Restore restoreTask `cmd:""`
	Doctor  doctorTask  `cmd:""`
	Version versionTask `cmd:""`
}

func (g *grammar) task(name string) task {
	switch name {
	case "window":
		return &g.Window
	case "example":
		return &g.Example
	case "list":
		return &g.List
	case "show":
		return &g.Show
	case "check":
		return &g.Check
	case "report":
		return &g.Report
	case "approve":
		return &g.Approve
	case "import":
		return &g.Import
	case "export-translation":
		return &g.ExportTranslation
	case "import-translation":
		return &g.ImportTranslation
	case "import-answers":
		return &g.ImportAnswers
	case "backup":
		return &g.Backup
	case "restore":
		return &g.Restore
	case "doctor":
		return &g.Doctor
	case "version":
		return &g.Version
	}
	return nil
}

// usages are the commands in the order of the help, each as it is written.
var usages = []struct{ name, usage string }{
	{"example", "example [NAME]"},
	{"list", "list"},
	{"show", "show ID [--json]"},
	{"check", "check ID"},
	{"report", "report ID [--kind KIND] --lang fi|sv|en|fi+sv --out FILE [--section N …] [--body NAME] [--goal N] [--handling ORGAN]" +
		" [--year YEAR] [--empty-lines] [--signature-fields] [--no-attachment] [--without-names [--keep-name NAME] [--remove-name NAME]]"},
	{"approve", "approve ID --decision FILE"},
	{"import", "import FILE.pdf [--preview] [--again]"},
	{"export-translation", "export-translation ID --to fi|sv|en --out FILE [--all]"},
	{"import-translation", "import-translation ID FILE [--preview]"},
	{"import-answers", "import-answers FILE [--preview]"},
	{"backup", "backup"},
	{"restore", "restore [FILE]"},
	{"doctor", "doctor [--repair]"},
	{"version", "version"},
}

const programName = "tavoitekartta"

// windowTask is the wish for the window: no command at all, or a document that
// it is to show.
type windowTask struct {
	Document *string `arg:"" optional:""`
}

// isDocument tells whether a word that is no command names a document; any
// other is taken for a command misspelt.
func isDocument(word string) bool {
	return slices.Contains([]string{".pdf", ".json"}, strings.ToLower(filepath.Ext(word)))
}

func (*windowTask) needs() need     { return nothing }
func (*windowTask) do(*session) int { return exitDone }

// helpTask shows the commands.
type helpTask struct{}

func (helpTask) needs() need { return nothing }

// understand reads the command line. It returns the task, or nil and the exit
// code when it has told what is wrong.
func (s *session) understand() (task, int) {
	var g grammar
	parser, err := kong.New(&g, kong.Name(programName), kong.NoDefaultHelp(), kong.Exit(func(int) {}),
		kong.Writers(s.call.Stderr, s.call.Stderr))
	if err != nil {
		panic(err) // the grammar is fixed: fails in every test or never
	}
	wantsHelp := slices.Contains(s.call.Args, "--help") || slices.Contains(s.call.Args, "-h")
	chosen, err := parser.Parse(s.call.Args)
	if exit, ok := s.chooseLanguage(s.languageAsked(g.Language)); !ok {
		return nil, exit
	}
	switch {
	case wantsHelp:
		return helpTask{}, exitDone
	case err != nil:
		return nil, s.misunderstood(parser.Model, err)
	case g.About:
		return &g.Version, exitDone
	}
	t := g.task(chosen.Selected().Name)
	switch word := g.Window.Document; {
	case word == nil || isDocument(*word):
	case *word == "":
		s.complain("command.incomplete", "usage", usageOf(""))
		return nil, exitMisunderst
	default:
		s.complain("command.unknown", "command", shown(*word))
		return nil, exitMisunderst
	}
	if incomplete, is := t.(interface{ incomplete() bool }); is && incomplete.incomplete() {
		s.complain("command.incomplete", "usage", usageOf(chosen.Selected().Name))
		return nil, exitMisunderst
	}
	// At an open desk the folder was chosen by who asked.
	if s.desk == nil && (t.needs() != nothing || chosen.Selected().Name == "window") {
		if exit, ok := s.chooseFolder(g.DataDir); !ok {
			return nil, exit
		}
	}
	return t, exitDone
}

// languageAsked finds --language also in a line that was not understood.
func (s *session) languageAsked(parsed string) string {
	if parsed != "" {
		return parsed
	}
	for i, arg := range s.call.Args {
		if value, found := strings.CutPrefix(arg, "--language="); found {
			return value
		}
		if arg == "--language" && i+1 < len(s.call.Args) {
			return s.call.Args[i+1]
		}
	}
	return ""
}

func (s *session) chooseLanguage(asked string) (exit int, ok bool) {
	if asked == "" {
		return exitDone, true
	}
	language, known := knownLanguage(asked)
	if !known {
		s.complain("command.unknownLanguage", "language", shown(asked))
		return exitMisunderst, false
	}
	s.asked, s.words = language, catalogue(language)
	return exitDone, true
}

func (s *session) chooseFolder(asked *string) (exit int, ok bool) {
	folder := s.program.defaultFolder(s.call.Getenv)
	if asked != nil {
		folder = *asked
		if folder == "" || strings.ContainsRune(folder, 0) {
			return s.complain("command.badDataFolder", "folder", shown(folder)), false
		}
		folder = s.path(folder)
	}
	if folder == "" {
		return s.complain("command.noDataFolder"), false
	}
	s.folder = filepath.Clean(folder)
	return exitDone, true
}

// misunderstood tells what is wrong with a command line. The library's error
// is a text alone, so the words are looked at again here.
func (s *session) misunderstood(app *kong.Application, err error) int {
	var parse *kong.ParseError
	node := app.Node
	if errors.As(err, &parse) && parse.Context != nil && parse.Context.Selected() != nil {
		node = parse.Context.Selected()
	}
	flags := app.Flags
	if node != app.Node {
		flags = append(slices.Clone(flags), node.Flags...)
	}
	words := s.lookAgain(app, flags)
	usage := usageOf(node.Name)
	switch {
	case words.unknownFlag != "":
		s.complain("command.unknownFlag", "flag", shown(words.unknownFlag), "usage", usage)
	case len(words.rest) > 0 && isDocument(words.command):
		s.complain("command.tooMany", "argument", shown(words.rest[0]), "usage", usage)
	case words.command != "" && !isCommand(words.command):
		s.complain("command.unknown", "command", shown(words.command))
	case words.flagWithoutValue || len(words.rest) <= len(node.Positional):
		s.complain("command.incomplete", "usage", usage)
	default:
		s.complain("command.tooMany", "argument", shown(words.rest[len(node.Positional)]), "usage", usage)
	}
	return exitMisunderst
}

// line is a command line as its words show it.
type line struct {
	command          string
	rest             []string // words behind the command
	unknownFlag      string
	flagWithoutValue bool
}

func (s *session) lookAgain(app *kong.Application, flags []*kong.Flag) line {
	var seen line
	args := s.call.Args
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			if seen.command == "" {
				seen.command = arg
			} else {
				seen.rest = append(seen.rest, arg)
			}
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		at := slices.IndexFunc(flags, func(f *kong.Flag) bool { return f.Name == name })
		switch {
		case at < 0:
			if seen.unknownFlag == "" {
				seen.unknownFlag = arg
			}
		case flags[at].IsBool() || hasValue:
		case i+1 == len(args) || strings.HasPrefix(args[i+1], "-"):
			seen.flagWithoutValue = true
		default:
			i++
		}
	}
	return seen
}

func isCommand(name string) bool {
	return slices.ContainsFunc(usages, func(u struct{ name, usage string }) bool { return u.name == name })
}

// usageOf tells how a command is written; of the program itself, in general.
func usageOf(name string) string {
	for _, u := range usages {
		if u.name == name {
			return programName + " [--data-dir DIR] " + u.usage
		}
	}
	return programName + " [--data-dir DIR] [--language fi|sv|en] [FILE.pdf]"
}

func (helpTask) do(s *session) int {
	s.print("Tavoitekartta " + s.program.Version)
	s.print(s.words.T("command.about"))
	s.print("")
	s.print(s.words.T("command.usage") + ": " + usageOf(""))
	s.print(s.words.T("command.withoutCommand"))
	s.print("")
	s.print(s.words.T("command.commands") + ":")
	for _, u := range usages {
		s.print("  " + u.usage)
		s.print("      " + s.words.T("command.help."+u.name))
	}
	s.print("")
	s.print(s.words.T("command.options") + ":")
	s.print("  --data-dir DIR        " + s.words.T("command.help.dataDir"))
	s.print("  --language fi|sv|en   " + s.words.T("command.help.language"))
	s.print("  --help                " + s.words.T("command.help.help"))
	s.print("  --version             " + s.words.T("command.help.version"))
	return exitDone
}

// versionTask tells the program's version.
type versionTask struct{}

func (*versionTask) needs() need { return nothing }

func (*versionTask) do(s *session) int {
	s.print("Tavoitekartta " + s.program.Version)
	return exitDone
}
