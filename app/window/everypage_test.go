package window

import (
	"context"

	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// stop is a page of the window and the way there from the one before. A dialog
// that the way opens is closed before the next.
type stop struct {
	page string
	way  func(p person)
}

// everyPage goes through the pages of the window in each of their states.
func everyPage() []stop {
	step := func(n int) func(person) { return func(p person) { p.window.page.(*newProgrammePage).show(n) } }
	return []stop{
		{"welcome", func(p person) { p.window.goTo(newWelcomePage(p.window)) }},
		{"start", func(p person) { p.window.goHome() }},
		{"overview", func(p person) { p.window.startWalk() }},
		{"care/backups", func(p person) { p.window.walk.show(5) }},
		{"start", func(p person) { p.tap("walk.end"); must(p, p.store.Discard(context.Background(), firstProgramme(p))) }},
		{"examples", func(p person) { p.window.openExample() }},
		{"bringIn", func(p person) { p.window.openBringIn() }},
		{"bringIn/preview", func(p person) { p.readsDocument(carriedBy(p, "tuotu")) }},
		{"new/template", func(p person) { p.window.newProgramme() }},
		{"new/names", step(stepNames)}, {"new/bodies", step(stepBodies)}, {"new/sections", step(stepSections)},
		{"new/languages", step(stepLanguages)}, {"new/check", step(stepCheck)},
		{"new/sections", func(p person) {
			p.wizard().useTemplate("kouvola-2019-2022")
			p.wizard().show(stepSections)
		}},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "vaasa-2019-2022")) }},
		{"contents/section", func(p person) { p.choosePart(p.programme().Sections[0].ID, stepGoal) }},
		{"contents/section", func(p person) { p.unfoldPlainText(p.programme().Sections[0].ID) }},
		{"contents/section", func(p person) { p.page().remove(p.programme().Sections[0].ID, "section") }},
		{"contents/goal", stepOfGoal(stepGoal)}, {"contents/measures", stepOfGoal(stepMeasures)},
		{"contents/measures", func(p person) { p.pasteMeasures() }},
		{"contents/measures", func(p person) { p.page().addIndicator(p.goal().Measures[0].ID) }},
		{"contents/bodies", stepOfGoal(stepResponsible)}, {"contents/indicators", stepOfGoal(stepIndicators)},
		{"contents/indicators", func(p person) { p.page().addGoalIndicator() }},
		{"contents/review", stepOfGoal(stepReview)},
		{"details/names", func(p person) { p.window.openDetails("", "") }},
		{"details/owners", nextPart}, {"details/bodies", nextPart}, {"details/basis", nextPart},
		{"details/languages", nextPart},
		{"details/languages", func(p person) { p.window.page.(*detailsPage).askFirstLanguage(model.Swedish) }},
		{"details/chapters", nextPart}, {"details/contacts", nextPart}, {"details/publication", nextPart},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"about/program", func(p person) { p.window.openAbout(aboutProgram) }},
		{"about/licences", func(p person) { p.window.stepForward() }},
		{"about/licences", func(p person) { p.filterLicences("noto") }},
		{"about/licence", func(p person) { p.window.page.(*aboutPage).openLicence(0) }},
		{"about/support", func(p person) { p.window.openAbout(aboutSupport) }},
		{"overview", func(p person) { p.window.openProgramme(firstProgramme(p)); p.window.openView(viewOverview) }},
		{"overview", func(p person) { p.window.discard() }},
		{"overview", func(p person) { p.window.openHelp() }},
		{"shortcuts", func(p person) { p.window.openShortcuts() }},
		{"law", func(p person) { p.window.openLaw() }},
		{"law", func(p person) {
			p.window.page.(*lawPage).shown = 0
			p.change(func(st *model.Step) error {
				return st.Set(p.window.work.ID(), model.FieldFirstYear, model.ValueOf(2026))
			})
			p.window.rebuild()
			p.undo()
		}},
		{"comparison", func(p person) { p.compare() }},
		{"comparison", func(p person) { renameFirstGoal(p); p.window.rebuild() }},
		{"comparison", func(p person) { p.showWhole(1) }},
		{"comparison", func(p person) { p.comparison().askDay(0) }},
		{"search", func(p person) { p.window.openSearch() }},
		{"search", func(p person) { p.searchFor("kotoutuja") }},
		{"search", func(p person) { p.searchFor("kaivosten avaaminen") }},
		{"replace", func(p person) { p.window.openReplace() }},
		{"replace", func(p person) { p.fill("replace.find", "toiminta") }},
		{"notes", func(p person) { p.window.openNotes("") }},
		{"notes", func(p person) { commented(p); p.window.rebuild() }},
		{"timeline", func(p person) { p.window.openView(viewTimeline) }},
		{"timeline", func(p person) { p.window.page.(*timelinePage).openAll() }},
		{"timeline", func(p person) {
			p.window.page.(*timelinePage).choose(p.programme().Sections[0].Goals[0].Measures[0].ID)
		}},
		{"timeline/roadmap", func(p person) { p.window.page.(*timelinePage).show(true) }},
		{"bodies", func(p person) { p.window.openView(viewBodies) }},
		{"bodies", func(p person) { p.tap("bodies.acceptAll") }},
		{"languages", func(p person) { p.window.openView(viewLanguages) }},
		{"languages/text", func(p person) { p.window.stepForward() }},
		{"languages/send", func(p person) { p.window.goTo(newSendPage(p.window, model.Swedish)) }},
		{"languages/compare", func(p person) { p.window.goTo(newEditionsPage(p.window, model.Swedish)) }},
		{"languages/take", func(p person) { p.window.goTo(newTakePage(p.window)) }},
		{"languages/preview", func(p person) {
			p.window.page.(*takePage).typed = returned(p, func(i int, u *translationfile.Unit) {
				u.Translation = "Översatt " + u.Original
			})
			p.window.stepForward()
		}},
		{"chapters", func(p person) { p.window.openChapters("", "") }},
		{"chapters", func(p person) { p.window.page.(*chaptersPage).chooseRole() }},
		{"chapters", func(p person) { p.window.page.(*chaptersPage).addChapter(model.Situation) }},
		{"chapters", func(p person) { addEveryPart(p) }},
		{"decision", func(p person) { p.window.openView(viewDecision) }},
		{"agenda", func(p person) { p.tap("agenda.begin.board") }},
		{"decision", func(p person) { p.window.stepBack() }},
		{"decision", func(p person) { p.window.page.(*decisionPage).beginDecision() }},
		{"decision", func(p person) { p.tap("motion.add"); p.tap("handling.add") }},
		{"decision", func(p person) { decided(p, p.window.work); p.window.rebuild() }},
		{"decision", func(p person) { p.window.page.(*decisionPage).lock() }},
		{"decision", func(p person) { must(p, p.window.work.Lock(context.Background())); p.window.rebuild() }},
		{"decision", func(p person) { must(p, p.window.work.Approve(context.Background(), nil)); p.window.rebuild() }},
		{"decision", func(p person) { p.window.page.(*decisionPage).act() }},
		{"contents/goal", func(p person) {
			p.window.openView(viewContents)
			p.choosePart(p.programme().Sections[0].Goals[0].ID, stepGoal)
		}},
		{"contents/measures", nextPart}, {"contents/bodies", nextPart},
		{"details/names", func(p person) { p.window.openDetails("", "") }},
		{"bodies", func(p person) { p.window.openView(viewBodies) }},
		{"languages", func(p person) { p.window.openView(viewLanguages) }},
		{"chapters", func(p person) { p.window.openChapters("", "") }},
		{"replace", func(p person) { p.window.openReplace() }},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"history", func(p person) { p.window.openView(viewHistory); p.settle() }},
		{"history/day", func(p person) { p.window.openDay(p.historyPage(), p.window.desk.Today()) }},
		{"timeline/roadmap", func(p person) { p.window.openView(viewTimeline) }},
		{"timeline", func(p person) { p.window.page.(*timelinePage).show(false) }},
		{"reports", func(p person) { p.window.openView(viewReports) }},
		{"reports", func(p person) { p.window.openReport("sections", workflow.ReportChoice{}) }},
		{"reports", func(p person) { p.window.openReport(workflow.BodySheet, workflow.ReportChoice{}) }},
		{"reports", func(p person) {
			p.window.openReport(workflow.GoalExtract, workflow.ReportChoice{})
			p.openPicker("reports.goal")
		}},
		{"reports", func(p person) { p.window.openReport(workflow.Worksheet, workflow.ReportChoice{}) }},
		{"reports", func(p person) { p.window.openReport("plain", workflow.ReportChoice{}) }},
		{"reports", func(p person) { p.tap("reports.withoutNames") }},
		{"answers", func(p person) { p.window.openAnswers() }},
		{"answers/preview", func(p person) {
			p.reads(p.filled("a.pdf", model.UnderWay, "Alkoi."), p.filled("b.pdf", model.Completed, "Päättyi."))
		}},
		{"start", func(p person) { p.window.goHome() }},
		{"care/archive", func(p person) {
			must(p, p.store.Archive(context.Background(), firstProgramme(p), true))
			p.window.openCare(careArchive)
		}},
		{"start", func(p person) { p.window.goHome() }},
		{"care/backups", func(p person) {
			_, err := p.store.Backup(context.Background())
			must(p, err)
			p.window.openCare(careBackups)
		}},
		{"backup", func(p person) { p.tap("care.look"); p.settle() }},
		{"care/copy", func(p person) { p.window.openCare(careCopy) }},
		{"care/move", func(p person) { p.window.openCare(careMove) }},
		{"care/folder", func(p person) {
			p.window.openCare(careFolder)
			p.tap("care.examine")
			p.settle()
		}},
		{"care/names", func(p person) { p.window.openCare(careNames) }},
		{"care/names", func(p person) { p.introduced("S. S."); p.window.eraseName() }},
		{"care/names", func(p person) { p.window.showProgress(p.window.t("care.title"), p.window.t("care.writing"), func() {}) }},
		{"settings/look", func(p person) { p.window.openSettings() }},
		{"settings/writer", func(p person) { p.window.stepForward() }},
		{"settings/municipality", func(p person) { p.window.stepForward() }},
		{"care/bin", func(p person) {
			must(p, p.store.Discard(context.Background(), firstProgramme(p)))
			p.window.openCare(careBin)
			must(p, p.store.Recover(context.Background(), inBin(p)))
		}},
		{"bin", func(p person) {
			must(p, p.store.Discard(context.Background(), firstProgramme(p)))
			p.window.showBin()
		}},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "kouvola-2019-2022")) }},
		{"contents/goal", func(p person) {
			p.window.goTo(newContentsPage(p.window, place{Programme: p.window.work.ID(), Element: p.programme().Goals[3].ID}))
		}},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"decision", func(p person) { p.window.openView(viewDecision) }},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "vaasa-region-2012-2013")) }},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "vaasa-2019-2022")) }},
		{"clashes", func(p person) { everyClash(p); p.window.openClashes("", "") }},
		{"clashes", func(p person) { p.window.stepForward() }},
		{"clashes", func(p person) { p.window.stepForward() }},
		{"clashes", func(p person) { p.showing(model.FieldClash, model.FieldTitle.In(model.Finnish)) }},
		{"clashes", func(p person) { p.tap("clashes.merge") }},
		{"contents/goal", func(p person) { p.window.openElement(p.clashes()[0].Entity) }},
		{"clashes", func(p person) { settleAll(p); p.window.openClashes("", "") }},
		{"new/template", func(p person) { p.window.newProgramme(); p.wizard().show(stepTemplate) }},
		{"new/template", func(p person) { p.tap("template.copy") }},
		{"new/sections", func(p person) { p.wizard().show(stepSections) }},
	}
}

// addEveryPart adds a part of each kind to the chosen chapter.
func addEveryPart(p person) {
	page := p.window.page.(*chaptersPage)
	for _, role := range model.BlockRoles() {
		page.addPart(role)
	}
}

// nextPart goes on to the next step or part of the page.
func nextPart(p person) { p.window.stepForward() }

// stepOfGoal shows a step of the first goal.
func stepOfGoal(step int) func(person) {
	return func(p person) { p.choosePart(p.programme().Sections[0].Goals[0].ID, step) }
}

// choosePart shows a section, or a goal at a step, in the contents.
func (p person) choosePart(id model.EntityID, step int) { p.page().choose(id, step) }

// pasteMeasures pastes several lines into the first measure of the goal.
func (p person) pasteMeasures() {
	measure := p.goal().Measures[0]
	p.page().pasteMeasures(&measure, "Yksi\nKaksi\nKolme")
}

// introduced says who writes.
func (p person) introduced(role string) { must(p, p.window.desk.Introduce(context.Background(), role)) }
