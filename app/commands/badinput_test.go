package commands_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// programmersWords are what an error looks like that nobody has put into words;
// the last ones are the command-line library's.
var programmersWords = regexp.MustCompile(`panic|goroutine|runtime error|%!|<nil>|no such file|invalid character|unexpected|permission denied|` +
	`unknown flag|expected|missing flags|did you mean|command\.|error\.|finding\.|\{|\}`)

// badInput is a command that is refused.
type badInput struct {
	name    string
	args    []string // ID stands for the example's id
	content string   // of the file F.json, "" for none
	want    string   // in the complaint
}

// report is a report of the example of a kind.
func report(kind string, options ...string) []string {
	return append([]string{"report", "ID", "--kind", kind, "--lang", "fi", "--out", "a.pdf"}, options...)
}

func TestBadInputGetsASentenceAndAnExitCode(t *testing.T) {
	long := strings.Repeat("ä", 5000)
	whole := strings.Replace(decision, "DAY", "", 1)
	change := func(old, with string) string { return strings.Replace(whole, old, with, 1) }
	cases := []badInput{
		{"an unknown command", []string{"frobnicate"}, "", "Tuntematon komento: frobnicate"},
		{"a command in Finnish", []string{"luettele"}, "", "Tuntematon komento: luettele"},
		{"a command of emoji", []string{"🏠"}, "", "🏠"},
		{"right-to-left text", []string{"שלום"}, "", "שלום"},
		{"an over-long command", []string{long}, "", "…"},
		{"an empty word", []string{""}, "", "puuttuu jotakin"},
		{"control characters", []string{"\x1b[2J\x00"}, "", "Tuntematon komento"},
		{"a document that is not there", []string{"ohjelma.pdf"}, "", "ohjelma.pdf"},
		{"two documents", []string{"ohjelma.pdf", "toinen.pdf"}, "", "toinen.pdf"},
		{"an unknown option", []string{"list", "--colour"}, "", "Tuntematon valitsin: --colour"},
		{"an unknown option alone", []string{"--colour"}, "", "Tuntematon valitsin: --colour"},
		{"a word too many", []string{"list", "all"}, "", "Ylimääräinen sana: all"},
		{"a value for a switch", []string{"show", "ID", "--json=maybe"}, "", "vajaa|puuttuu jotakin"},
		{"an option without its value", []string{"list", "--data-dir"}, "", "puuttuu jotakin"},
		{"an empty data folder", []string{"--data-dir", "", "list"}, "", "ei ole mahdollinen"},
		{"an unknown language", []string{"--language", "se", "list"}, "", "Tuntematon kieli: se"},
		{"no language", []string{"list", "--language"}, "", "puuttuu jotakin"},
		{"an unknown example", []string{"example", "espoo"}, "", "Esimerkkiä espoo ei ole"},
		{"a path as example", []string{"example", "../texts/fi"}, "", "ei ole"},
		{"show nothing", []string{"show"}, "", "show ID"},
		{"show an unknown id", []string{"show", "abc-1", "--json"}, "", "Ohjelmaa abc-1 ei ole"},
		{"show a negative number", []string{"show", "-5"}, "", "-5"},
		{"show a year", []string{"show", "20222"}, "", "20222"},
		{"show two", []string{"show", "ID", "ID"}, "", "Ylimääräinen sana"},
		{"check nothing", []string{"check"}, "", "check ID"},
		{"check an unknown id", []string{"check", "🏠"}, "", "🏠"},
		{"send nothing", []string{"export-translation"}, "", "export-translation ID"},
		{"send for no language", []string{"export-translation", "ID", "--to", "se", "--out", "a.xlsx"}, "", "Kieltä ”se” ei tunneta"},
		{"send for a language not in use", []string{"export-translation", "ID", "--to", "en", "--out", "a.xlsx"}, "", "Kielet valitaan ohjelman tiedoissa"},
		{"send for the first language", []string{"export-translation", "ID", "--to", "fi", "--out", "a.xlsx"}, "", "Käännettävää ei ole"},
		{"send as a PDF", []string{"export-translation", "ID", "--to", "sv", "--out", "a.pdf"}, "", ".xlsx tai .xlf"},
		{"send into a missing folder", []string{"export-translation", "ID", "--to", "sv", "--out", "no/where/a.xlf"}, "", "Kansiota " + filepath.Join("no", "where") + " ei ole"},
		{"take nothing", []string{"import-translation", "ID"}, "", "import-translation ID FILE"},
		{"take a missing file", []string{"import-translation", "ID", "none.xlsx"}, "", "none.xlsx"},
		{"take no translation", []string{"import-translation", "ID", "F.json"}, "{}", "ei ole Excel-työkirja"},
		{"take another programme's", []string{"import-translation", "ID", "F.json"}, `<xliff version="2.0" srcLang="fi" trgLang="sv"><file original="abc-1"/></xliff>`, "toisen ohjelman"},
		{"take no answers", []string{"import-answers"}, "", "import-answers FILE"},
		{"take answers of a missing file", []string{"import-answers", "none.pdf"}, "", "none.pdf"},
		{"take answers of no PDF", []string{"import-answers", "F.json"}, "{}", "Tiedosto ei ole PDF"},
		{"take answers of a PDF that was printed", []string{"import-answers", "F.json"}, "%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n", "ei ole kenttiä"},
		{"take answers for another folder", []string{"import-answers", "F.json"},
			"%PDF-1.7\n1 0 obj\n<</Type /Catalog /AcroForm <</Fields [<</T (worksheet:programme) /V (abc-1)>> <</T (worksheet:year) /V (2020)>>]>>>>\nendobj\n", "on toisen ohjelman. Mitään ei ole muutettu"},
		{"report nothing", []string{"report"}, "", "report ID"},
		{"report without a file", []string{"report", "ID", "--lang", "fi"}, "", "--out FILE"},
		{"report without a language", []string{"report", "ID", "--out", "a.pdf"}, "", "--lang"},
		{"report an unknown id", []string{"report", "abc-1", "--lang", "fi", "--out", "a.pdf"}, "", "abc-1"},
		{"report an unknown kind", []string{"report", "ID", "--kind", "poster", "--lang", "fi", "--out", "a.pdf"}, "", "Raporttia poster ei ole"},
		{"report of an unknown goal", report("extract", "--goal", "99.1"), "", "Tavoitetta ”99.1” ei ole"},
		{"report of a goal of emoji", report("extract", "--goal", "🏠"), "", "Tavoitetta ”🏠” ei ole"},
		{"report of no handling", report("agenda", "--handling", "valtuusto"), "", "Käsittelyä ”valtuusto” ei ole. Käsittelyt:"},
		{"report of a goal without words", report("extract", "--goal", ""), "", "Tavoitteet:"},
		{"report of a goal where none is asked", report("programme", "--goal", "1.1"), "", "programme ei käytä valitsinta --goal"},
		{"report of a section where none is asked", report("body", "--section", "1"), "", "ei käytä valitsinta --section"},
		{"report with lines where there are none", report("agenda", "--empty-lines"), "", "ei käytä valitsinta --empty-lines"},
		{"report of a year where none is asked", report("agenda", "--year", "2026"), "", "ei käytä valitsinta --year"},
		{"report of an unknown section", report("sections", "--section", "1", "--section", "99"), "", "Kokonaisuutta ”99” ei ole"},
		{"report of two sections in one word", report("sections", "--section", "1,2"), "", "Kokonaisuutta ”1,2” ei ole"},
		{"report of an unknown body", report("body", "--body", "Liikuntahalli"), "", "Vastuutahoa ”Liikuntahalli” ei ole"},
		{"report of a draft as approved", report("approved"), "", "lukitusta tai hyväksytystä ohjelmasta"},
		{"report of a worksheet's year 20222", report("worksheet", "--year", "20222"), "", "Vuotta ei tunnisteta: 20222"},
		{"report of a worksheet's year in words", report("worksheet", "--year", "ensi"), "", "Vuotta ei tunnisteta: ensi"},
		{"report an unknown language", []string{"report", "ID", "--lang", "se", "--out", "a.pdf"}, "", "kielellä se"},
		{"report two unknown languages", []string{"report", "ID", "--lang", "fi+se", "--out", "a.pdf"}, "", "fi+se"},
		{"report into a folder", []string{"report", "ID", "--lang", "fi", "--out", "."}, "", "kansio"},
		{"report into a missing folder", []string{"report", "ID", "--lang", "fi", "--out", "no/where/a.pdf"}, "", "Kansiota " + filepath.Join("no", "where") + " ei ole"},
		{"report under a file", []string{"report", "ID", "--lang", "fi", "--out", "F.json/a.pdf"}, "{}", "Kansiota F.json ei ole"},
		{"approve nothing", []string{"approve"}, "", "approve ID"},
		{"approve without a decision", []string{"approve", "ID"}, "", "--decision"},
		{"approve an unknown id", []string{"approve", "abc-1", "--decision", "F.json"}, whole, "abc-1"},
		{"a missing decision", []string{"approve", "ID", "--decision", "none.json"}, "", "Tiedostoa none.json ei ole"},
		{"a folder as decision", []string{"approve", "ID", "--decision", "."}, "", "kansio"},
		{"garbage as decision", []string{"approve", "ID", "--decision", "F.json"}, "PK\x03\x04", "ei ole luettavassa muodossa"},
		{"an empty decision", []string{"approve", "ID", "--decision", "F.json"}, "{}", "meetingDate: Kokouspäivä puuttuu"},
		{"a list as decision", []string{"approve", "ID", "--decision", "F.json"}, "[]", "aaltosulkeissa"},
		{"an unknown field", []string{"approve", "ID", "--decision", "F.json"}, change(`"organ"`, `"body": 1, "organ"`), "Tuntematon kenttä: body"},
		{"year 0", []string{"approve", "ID", "--decision", "F.json"}, change("2019-01-21", "0000-01-21"), "meetingDate: Päivää ei tunnisteta: 0000-01-21"},
		{"year 20222", []string{"approve", "ID", "--decision", "F.json"}, change("2019-01-21", "20222-01-21"), "20222-01-21"},
		{"minutes before the meeting", []string{"approve", "ID", "--decision", "F.json"}, change("2019-01-23", "2018-01-23"), "minutes[0].doneOn: Päivä on ennen kokousta"},
		{"a negative vote", []string{"approve", "ID", "--decision", "F.json"}, change(`"unanimous": true`, `"vote": {"no": -3}`), "vote.no: Luku ei voi olla negatiivinen"},
		{"a worded vote", []string{"approve", "ID", "--decision", "F.json"}, change(`"unanimous": true`, `"vote": {"no": "kolme"}`), "vote.no"},
		{"an over-long text", []string{"approve", "ID", "--decision", "F.json"}, change("Hyväksyttiin.", strings.Repeat("a", 20001)), "text: Liian pitkä"},
		{"a decision that returns", []string{"approve", "ID", "--decision", "F.json"}, change(`"approved"`, `"returned"`), "outcome: Päätös ei hyväksy ohjelmaa"},
		{"a second backup", []string{"backup", "x"}, "", "Ylimääräinen sana"},
		{"restore a missing file", []string{"restore", "none"}, "", "ei ole"},
		{"restore a folder", []string{"restore", "."}, "", "kansio"},
		{"doctor with words", []string{"doctor", "please"}, "", "Ylimääräinen sana"},
		{"version with words", []string{"version", "1"}, "", "Ylimääräinen sana"},
	}
	d := newDesk(t)
	id := d.example()
	before := d.done("show", id, "--json")
	for _, c := range append(cases, unwritable()...) {
		t.Run(c.name, func(t *testing.T) {
			if c.content != "" {
				d.file("F.json", c.content)
			}
			args := make([]string, len(c.args))
			for i, arg := range c.args {
				args[i] = strings.ReplaceAll(arg, "ID", id)
			}
			a := d.give(args...)
			checkRefusal(t, a, c.want)
			if after := d.done("show", id, "--json"); after != before {
				t.Error("the programme was changed")
			}
			if _, err := os.Stat(filepath.Join(d.dir, "a.pdf")); err == nil {
				t.Error("a file was written")
			}
		})
	}
}

func checkRefusal(t *testing.T, a answer, want string) {
	t.Helper()
	if a.outcome.Exit == 0 || a.outcome.Window != nil {
		t.Errorf("exit %d, window %v", a.outcome.Exit, a.outcome.Window)
	}
	if a.out != "" {
		t.Errorf("stdout: %q", a.out)
	}
	if len(strings.Fields(a.complaint)) < 3 || programmersWords.MatchString(a.complaint) {
		t.Errorf("no sentence for a person: %q", a.complaint)
	}
	if !regexp.MustCompile(strings.ReplaceAll(regexp.QuoteMeta(want), `\|`, "|")).MatchString(a.complaint) {
		t.Errorf("said %q, want %q", a.complaint, want)
	}
	if strings.ContainsFunc(a.complaint, func(r rune) bool { return r < ' ' && r != '\n' }) {
		t.Errorf("control characters in %q", a.complaint)
	}
}

func TestTroubleWithTheFolderGetsASentence(t *testing.T) {
	cases := []struct {
		name string
		err  error
		args []string
		want string
	}{
		{"a full disk", errFull, []string{"list"}, "tarvitaan 64 megatavua, vapaana on 3"},
		{"other things in the folder", errNotStore, []string{"list"}, "muuta kuin tämän ohjelman tietoja"},
		{"damage", errDamaged, []string{"example", "vaasa-2019-2022"}, "vahingoittunut"},
		{"something nobody knows", errStrange, []string{"list"}, "odottamatonta"},
		{"no store to examine", errNotStore, []string{"doctor"}, "ei ole tämän ohjelman tietoja"},
		{"a file that is no backup", errNotStore, []string{"restore", "F.json"}, "F.json ei ole varmuuskopio"},
		{"a damaged backup", errDamaged, []string{"restore", "F.json"}, "Varmuuskopio F.json on vahingoittunut"},
		{"a folder that stays held", errHeld, []string{"list"}, "Toinen ohjelma käyttää tietokansiota"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.file("F.json", "{}")
			d.folders.fail = c.err
			a := d.give(c.args...)
			checkRefusal(t, a, c.want)
			if strings.Count(a.complaint, "\n") != 1 {
				t.Errorf("said more than once: %q", a.complaint)
			}
		})
	}
}

func TestWhatIsDoneStaysDoneWhenClosingFails(t *testing.T) {
	d := newDesk(t)
	d.folders.closing = errFull
	a := d.give("example", "vaasa-2019-2022")
	if a.outcome.Exit != 0 || !strings.Contains(a.out, "on ladattu") || !strings.HasPrefix(a.complaint, "Komento tehtiin, mutta") {
		t.Errorf("%+v", a)
	}
}

func TestEveryLanguageIsSpoken(t *testing.T) {
	d := newDesk(t)
	cases := []struct {
		lang string
		args []string
		want string
	}{
		{"fi_FI.UTF-8", nil, "Tuntematon komento"},
		{"sv_FI.UTF-8", nil, "Okänt kommando"},
		{"en_GB", nil, "Unknown command"},
		{"C", nil, "Tuntematon komento"},
		{"fi_FI", []string{"--language", "sv"}, "Okänt kommando"},
		{"sv_FI", []string{"--language=en"}, "Unknown command"},
	}
	for _, c := range cases {
		d.lang = c.lang
		if a := d.give(append(c.args, "x")...); !strings.Contains(a.complaint, c.want) {
			t.Errorf("%s %q: %q", c.lang, c.args, a.complaint)
		}
	}
}
