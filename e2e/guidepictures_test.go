//go:build pictures

package e2e

import (
	"flag"
	"image"
	"path/filepath"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// guideSharpness is the scale of the guides' pictures: on paper a pixel of the
// window is to be several dots.
const guideSharpness = 200

// guideProgramme is what is written while the pictures of the guides are taken.
type guideProgramme struct {
	newProgramme
	goal            casetest.Goal
	comment, writer string
}

func guideProgrammes() map[texts.Language]guideProgramme {
	return map[texts.Language]guideProgramme{
		texts.Finnish: {
			newProgramme: newProgramme{
				template: "Tyhjä ohjelma", title: "Kotouttamisohjelma 2027–2030", municipality: "Esimerkkikunta", firstYear: 2027, lastYear: 2030,
				preparedBy: "Monikulttuurisuusneuvosto", sections: []string{"Työ ja koulutus", "Asuminen"},
			},
			goal: casetest.Goal{
				Title:       "Jokainen pääsee kielikurssille",
				Measures:    []casetest.Measure{{Text: "Kurssipaikkoja lisätään", Years: []int{2027, 2028}}},
				Responsible: []string{"Kansalaisopisto"}, Indicators: []string{"200 kurssipaikkaa vuodessa"},
			},
			comment: "Voisiko kurssi alkaa myös kesällä?", writer: "neuvoston jäsen",
		},
		texts.Swedish: {
			newProgramme: newProgramme{
				template: "Tomt program", title: "Integrationsprogram 2027–2030", municipality: "Exempelkommun", firstYear: 2027, lastYear: 2030,
				preparedBy: "Rådet för kulturell mångfald", sections: []string{"Arbete och utbildning", "Boende"},
			},
			goal: casetest.Goal{
				Title:       "Alla får plats på en språkkurs",
				Measures:    []casetest.Measure{{Text: "Fler kursplatser ordnas", Years: []int{2027, 2028}}},
				Responsible: []string{"Medborgarinstitutet"}, Indicators: []string{"200 kursplatser per år"},
			},
			comment: "Kunde kursen börja också på sommaren?", writer: "rådsmedlem",
		},
		texts.English: {
			newProgramme: newProgramme{
				template: "Empty programme", title: "Integration programme 2027–2030", municipality: "Example Town", firstYear: 2027, lastYear: 2030,
				preparedBy: "Multicultural council", sections: []string{"Work and education", "Housing"},
			},
			goal: casetest.Goal{
				Title:       "Everyone gets a language course",
				Measures:    []casetest.Measure{{Text: "More course places are arranged", Years: []int{2027, 2028}}},
				Responsible: []string{"Adult education centre"}, Indicators: []string{"200 course places a year"},
			},
			comment: "Could a course begin in the summer too?", writer: "council member",
		},
	}
}

// TestGuidePictures takes the pictures of the user guides: parts of the real
// window in the language of the guide, while a programme is written.
func TestGuidePictures(t *testing.T) {
	folder := flag.Arg(1)
	if folder == "" {
		t.Fatal("name the folder for the guides' pictures after the one for the others")
	}
	path := stage.Build(t, "tavoitekartta", t.TempDir())
	for language, programme := range guideProgrammes() {
		t.Run(string(language), func(t *testing.T) {
			words, err := texts.Load(language)
			if err != nil {
				t.Fatal(err)
			}
			size := stage.Size{Width: stage.Laptop.Width * guideSharpness / 100, Height: stage.Laptop.Height * guideSharpness / 100}
			g := &guideCamera{folder: folder, writer: &writer{
				TB: t, display: stage.New(t, size), path: path,
				options: stage.Options{DataDir: filepath.Join(t.TempDir(), "tiedot"), Percent: guideSharpness},
				words:   words, language: model.Language(language),
			}}
			g.words, err = texts.Load(texts.Finnish)
			if err != nil {
				t.Fatal(err)
			}
			g.open()
			g.speak(language)
			g.takeAll(programme)
			g.Close()
		})
	}
}

// guideCamera takes pictures while a writer writes.
type guideCamera struct {
	*writer
	folder string
}

// takeAll writes a goal and takes the pictures on the way. Their parts of the
// window are rectangles of the laptop's display.
func (g *guideCamera) takeAll(p guideProgramme) {
	g.introduce(p.writer)
	g.Press("ctrl+n")
	g.AwaitScreen("new/template")
	g.take("template", image.Rect(140, 94, 1230, 540))
	g.Press("ctrl+o")
	g.AwaitScreen("start")
	g.create(p.newProgramme)
	g.openInTree(p.sections[0])
	g.take("add", image.Rect(92, 690, 492, 768))
	g.Press("ctrl+g")
	g.awaitEmpty("contents/goal", g.label("contents.goalTitle"))
	g.write(p.goal.Title)
	g.AwaitStored()
	g.take("goal", image.Rect(440, 94, 960, 290))
	g.take("saved", image.Rect(880, 34, 1366, 94))
	g.goOn("contents/measures")
	for _, measure := range p.goal.Measures {
		g.writeMeasure(measure)
	}
	g.finishGoal(p.goal)
	g.AwaitStored()
	g.take("review", image.Rect(440, 180, 960, 345))

	g.TabTo(g.said("notes.comment"))
	g.Press("Return")
	g.AwaitScreen("notes")
	g.write(p.comment)
	g.take("comment", image.Rect(300, 240, 820, 430))
	g.TabTo(g.said("notes.add"))
	g.Press("Return")

	g.Press("alt+9")
	g.AwaitScreen("reports")
	g.AwaitControl(stage.Spot{Label: g.said("reports.zoom")})
	g.take("report", image.Rect(940, 690, 1366, 768))
	g.Press("alt+1")
	g.AwaitScreen("overview")
	g.take("overview", image.Rect(92, 94, 1366, 590))
	g.Press("alt+6")
	g.AwaitScreen("decision")
	g.take("decision", image.Rect(92, 94, 1366, 490))
	g.Press("ctrl+o")
	g.AwaitScreen("start")
	card := g.Find(stage.Spot{Label: p.title}).Place
	g.take("start", image.Rectangle{Min: card.Min.Mul(100).Div(guideSharpness), Max: card.Max.Mul(100).Div(guideSharpness)}.Inset(-7))
	g.TabTo(g.said("care.title"))
	g.Press("Return")
	g.AwaitScreen("care/backups")
	g.take("care", image.Rect(0, 30, 1366, 416))
}

// take saves a part of the window when it has settled.
func (g *guideCamera) take(name string, within image.Rectangle) {
	g.Helper()
	within = image.Rectangle{Min: within.Min.Mul(guideSharpness).Div(100), Max: within.Max.Mul(guideSharpness).Div(100)}
	path := filepath.Join(g.folder, name+"."+string(g.words.Language())+".png")
	if err := g.display.SettledPicture().Save(path, within); err != nil {
		g.Fatal(err)
	}
}
