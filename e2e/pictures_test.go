//go:build pictures

package e2e

import (
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
)

// TestPictures takes docs/pictures from the real window: every screen in Finnish
// and Swedish, light and dark, at 100 and 150 %.
func TestPictures(t *testing.T) {
	folder := flag.Arg(0)
	if folder == "" {
		t.Fatal("name the folder for the pictures after -args")
	}
	program := stage.Build(t, "tavoitekartta", t.TempDir())
	for _, language := range []string{"fi", "sv"} {
		for _, theme := range []string{"light", "dark"} {
			for _, percent := range []int{100, 150} {
				variant := fmt.Sprintf("%s-%s-%d", language, theme, percent)
				t.Run(variant, func(t *testing.T) {
					dataDir := t.TempDir()
					// The one taken in last is worked on first.
					for _, example := range []string{
						"vaasa-region-2012-2013", "vaasa-2023-2026", "kouvola-2019-2022", "vaasa-2019-2022",
					} {
						outcome.Ask(t, program, dataDir, "example", example)
					}
					display := stage.New(t, stage.Laptop)
					words, err := texts.Load(texts.Language(language))
					if err != nil {
						t.Fatal(err)
					}
					options := stage.Options{DataDir: dataDir, Dark: theme == "dark", Percent: percent, Language: language + "_FI"}
					window := display.Start(program, options)
					for _, scene := range scenes() {
						scene.enter(window, words)
						display.SaveSettledPicture(filepath.Join(folder, scene.name+"-"+variant+".png"))
					}
					window.Kill()
					window = display.Start(program, options)
					window.AwaitScreen("start")
					display.SaveSettledPicture(filepath.Join(folder, "ending-"+variant+".png"))
					window.Close()
				})
			}
		}
	}
}

// scene is one screen and the way to it from the one before.
type scene struct {
	name  string
	enter func(*stage.Program, *texts.Catalogue)
}

func scenes() []scene {
	return []scene{
		{"welcome", func(p *stage.Program, _ *texts.Catalogue) { p.AwaitScreen("welcome") }},
		{"start", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("welcome.begin"))
			p.Press("Return")
			p.AwaitScreen("start")
		}},
		{"walk", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("walk.title"))
			p.Press("Return")
			p.AwaitScreen("overview")
		}},
		{"walk-timeline", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("walk.next"))
			p.Press("Return")
			p.AwaitScreen("contents/measures")
			p.TabTo(words.T("walk.next"))
			p.Press("Return")
			p.AwaitScreen("timeline")
		}},
		{"new-programme", func(p *stage.Program, _ *texts.Catalogue) {
			step(p, "Escape", "start")
			p.Press("ctrl+n")
			p.Await("the wizard of a new programme", func(s stage.State) bool { return strings.HasPrefix(s.Screen, "new") })
		}},
		{"overview", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("ctrl+o")
			p.AwaitScreen("start")
			p.Press("Return") // the programme worked on last has the focus
			p.AwaitScreen("overview")
		}},
		{"help", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("F1")
			p.Await("the help beside the page", func(s stage.State) bool { return strings.HasPrefix(s.Focus, words.T("help.close")) })
		}},
		{"shortcuts", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("Escape")
			step(p, "shift+F1", "shortcuts")
		}},
		{"contents", func(p *stage.Program, _ *texts.Catalogue) {
			step(p, "Escape", "overview")
			p.Press("Return") // so has the next thing to do
			p.AwaitScreen("contents/measures")
		}},
		{"goal", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+Left", "contents/goal") }},
		{"bodies", func(p *stage.Program, words *texts.Catalogue) {
			step(p, "alt+Right", "contents/measures")
			// The example has a measure without a timetable; the wizard asks for it.
			p.Press("alt+Right")
			p.Await("the missing timetable", func(s stage.State) bool { return strings.HasPrefix(s.Focus, words.T("contents.timetable")+":") })
			p.Press("space")
			step(p, "alt+Right", "contents/bodies")
		}},
		{"indicators", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+Right", "contents/indicators") }},
		{"review", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+Right", "contents/review") }},
		{"details", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("ctrl+i")
			p.AwaitScreen("details/names")
		}},
		{"details-texts", func(p *stage.Program, _ *texts.Catalogue) {
			for _, part := range []string{"owners", "bodies", "basis", "languages", "chapters"} {
				step(p, "alt+Right", "details/"+part)
			}
		}},
		{"law", func(p *stage.Program, _ *texts.Catalogue) { step(p, "ctrl+j", "law") }},
		{"notes", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("ctrl+k")
			p.AwaitScreen("notes")
		}},
		{"bodies-register", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+4")
			p.AwaitScreen("bodies")
		}},
		{"timeline", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+3")
			p.AwaitScreen("timeline")
			for range 2 { // the third section shows its measures
				p.Press("Down")
			}
			p.Press("Return")
		}},
		{"roadmap", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("timeline.kind"))
			step(p, "Right", "timeline/roadmap")
		}},
		{"chapters", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("ctrl+l")
			p.AwaitScreen("chapters")
		}},
		{"languages", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+5")
			p.AwaitScreen("languages")
		}},
		{"languages-text", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+Right", "languages/text") }},
		{"languages-editions", func(p *stage.Program, words *texts.Catalogue) {
			step(p, "alt+5", "languages")
			p.TabTo(words.T("languages.compare"))
			p.Press("Return")
			p.AwaitScreen("languages/compare")
		}},
		{"languages-send", func(p *stage.Program, words *texts.Catalogue) {
			step(p, "alt+5", "languages")
			p.TabTo(words.T("languages.send"))
			p.Press("Return")
			p.AwaitScreen("languages/send")
			// The test's own folder would stand in the picture.
			p.Fill(words.T("languages.file"), "/home/koordinaattori/Asiakirjat/Kotouttamisohjelma 2019–2022 fi-sv.xlsx")
		}},
		{"search", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("ctrl+f")
			p.AwaitScreen("search")
			p.Fill(words.T("search.field"), "kotoutujille")
		}},
		{"replace", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("ctrl+h")
			p.AwaitScreen("replace")
			p.Fill(words.T("replace.find"), "neuvonta")
			p.Fill(words.T("replace.with"), "ohjaus")
		}},
		{"approval", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+6")
			p.AwaitScreen("decision")
		}},
		{"comparison", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+7") // the timetable chosen above is the difference
			p.AwaitScreen("comparison")
		}},
		{"history", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("alt+8")
			p.AwaitScreen("history")
		}},
		{"history-day", func(p *stage.Program, words *texts.Catalogue) {
			p.Fill(words.T("history.day"), time.Now().Format("2.1.2006"))
			p.TabTo(words.T("history.showProgramme"))
			p.Press("Return")
			p.AwaitScreen("history/day")
		}},
		{"reports", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("alt+9")
			p.AwaitScreen("reports")
			if isNarrow(p, words) {
				p.Press("Return") // the first document is chosen
				p.Await("its choices", func(s stage.State) bool { return s.Focus != words.T("reports.kind.programme") })
			}
			fillReport(p, words)
		}},
		{"reports-extract", func(p *stage.Program, words *texts.Catalogue) { chooseReport(p, words, "programme", "extract") }},
		{"reports-goals", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("reports.goal"))
			p.Press("Return")
			p.AwaitFocus(words.T("reports.pickSearch"))
		}},
		{"reports-worksheet", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("Escape")
			chooseReport(p, words, "extract", "worksheet")
		}},
		{"answers", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("reports.readAnswers"))
			p.Press("Return")
			p.AwaitScreen("answers")
		}},
		{"agenda", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("alt+6")
			p.AwaitScreen("decision")
			p.TabBackTo(words.T("agenda.begin.board"))
			p.Press("Return")
			p.AwaitScreen("agenda")
		}},
		{"reports-letters", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("report.decision.proposal"))
			p.Type("Ohjelma ")
			p.Paste("hyväksytään 🙂")
			p.Press("Tab")
			p.AwaitStored()
			step(p, "alt+Right", "reports")
			fillReport(p, words)
			p.TabBackTo(words.T("reports.handling"))
			p.AwaitControl(stage.Spot{Label: words.T("print.place",
				"place", words.T("translation.kind.decision")+", "+words.T("translation.field.proposal"), "language", words.T("language.fi"))})
		}},
		{"reports-preview", func(p *stage.Program, words *texts.Catalogue) {
			if isNarrow(p, words) {
				p.TabTo(words.T("reports.view"))
				p.Press("Right")
				p.AwaitControl(stage.Spot{Label: words.T("reports.zoom")})
				return
			}
			p.TabTo(words.T("reports.zoom"))
			p.Press("Right")
			p.AwaitValue(words.T("reports.pageWidth"))
		}},
		{"care", func(p *stage.Program, words *texts.Catalogue) {
			toCare(p, words)
			p.Press("Return") // a backup of this moment
			toCare(p, words)  // what is told of it names the test's own folder
		}},
		{"care-backup", func(p *stage.Program, words *texts.Catalogue) {
			p.TabTo(words.T("care.look"))
			p.Press("Return")
			p.AwaitScreen("backup")
		}},
		{"settings", func(p *stage.Program, _ *texts.Catalogue) {
			p.Press("ctrl+comma")
			p.AwaitScreen("settings/look")
		}},
		{"settings-municipality", func(p *stage.Program, _ *texts.Catalogue) {
			step(p, "alt+Right", "settings/writer")
			step(p, "alt+Right", "settings/municipality")
		}},
		{"about-licences", func(p *stage.Program, words *texts.Catalogue) {
			p.Press("ctrl+o")
			p.AwaitScreen("start")
			p.TabTo(words.T("menu.about"))
			p.Press("Return")
			p.AwaitScreen("about/program")
			step(p, "alt+Right", "about/licences")
		}},
		{"about-licence", func(p *stage.Program, _ *texts.Catalogue) { step(p, "Return", "about/licence") }},
		programme("overview-kouvola", "Kaikkien Kouvola 2019–2022", "Kaikkien Kouvola 2019–2022", "alt+1", "overview"),
		{"contents-kouvola", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+2", "contents") }},
		{"approval-kouvola", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+6", "decision") }},
		programme("overview-vaasa-2023", "Vaasan kaupungin kotouttamisohjelma 2023–2026", "Vasa stads integrationsprogram 2023–2026", "alt+1", "overview"),
		{"roadmap-vaasa-2023", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+3", "timeline/roadmap") }},
		programme("overview-region", "Maahanmuuttajasta kuntalaiseksi", "Maahanmuuttajasta kuntalaiseksi", "alt+1", "overview"),
		{"roadmap-region", func(p *stage.Program, _ *texts.Catalogue) { step(p, "alt+3", "timeline/roadmap") }},
	}
}

// toCare opens the care of the data folder from the programmes.
func toCare(p *stage.Program, words *texts.Catalogue) {
	p.Press("ctrl+o")
	p.AwaitScreen("start")
	p.TabTo(words.T("care.title"))
	p.Press("Return")
	p.AwaitScreen("care/backups")
}

// chooseReport goes with the arrows from one kind of report to another that stands
// below it, and chooses that one.
func chooseReport(p *stage.Program, words *texts.Catalogue, from, to string) {
	if isNarrow(p, words) {
		p.TabTo(words.T("reports.view"))
		p.Press("Left") // from its choices to the list
		p.AwaitControl(stage.Spot{Label: words.T("reports.kind." + from)})
		p.TabTo(words.T("reports.kind." + from))
	} else {
		p.TabBackTo(words.T("reports.kind." + from))
	}
	kinds := []string{"programme", "agenda", "approved", "sections", "extract", "body", "worksheet", "letter-of-intent", "plain"}
	for at := slices.Index(kinds, from); at < slices.Index(kinds, to); at++ {
		p.Press("Down")
		p.AwaitFocus(words.T("reports.kind." + kinds[at+1]))
	}
	p.Press("Return")
	if isNarrow(p, words) {
		p.Await("its choices", func(s stage.State) bool { return s.Focus != words.T("reports.kind."+to) })
	}
}

// isNarrow tells whether the page of reports shows one of its parts at a time.
func isNarrow(p *stage.Program, words *texts.Catalogue) bool { return p.Sees(words.T("reports.view")) }

// fillReport names a file of a person's: the test's own folder would stand in
// the picture.
func fillReport(p *stage.Program, words *texts.Catalogue) {
	p.Fill(words.T("reports.file"), "/home/koordinaattori/Asiakirjat/Kotouttamisohjelma 2019–2022.pdf")
	p.Press("Tab") // what is typed is parted into folder and name
	p.AwaitFocus(words.T("reports.choose"))
}

// programme is a scene of another programme, reached by its card, which is
// called so in Finnish and in Swedish.
func programme(name, finnish, swedish, keys, screen string) scene {
	return scene{name, func(p *stage.Program, words *texts.Catalogue) {
		title := finnish
		if words.Language() == "sv" {
			title = swedish
		}
		p.Press("ctrl+o")
		p.AwaitScreen("start")
		p.TabTo(title)
		p.Press("Return")
		p.Await("the programme", func(s stage.State) bool { return s.Screen != "start" })
		step(p, keys, screen)
	}}
}

// step goes one step or part on or back.
func step(p *stage.Program, keys, screen string) {
	p.Press(keys)
	p.AwaitScreen(screen)
}
