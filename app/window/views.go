package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
)

// view is an entry of the rail.
type view string

// The views of an open programme.
const (
	viewOverview   view = "overview"
	viewContents   view = "contents"
	viewTimeline   view = "timeline"
	viewBodies     view = "bodies"
	viewLanguages  view = "languages"
	viewDecision   view = "decision"
	viewComparison view = "comparison"
	viewHistory    view = "history"
	viewReports    view = "reports"
)

// viewEntry says how a view is reached and which page shows it.
type viewEntry struct {
	view  view
	key   fyne.KeyName // with Alt
	icon  ui.IconName
	label string // a key of the texts
	open  func(*Window) page
	shown func(page) bool
}

// views are the views in the order of the rail. Their numbers are fixed, so that
// a hand that knows them stays right when a view comes between.
func views() []viewEntry {
	return []viewEntry{
		{
			viewOverview, fyne.Key1, ui.IconOverview, "rail.overview",
			func(w *Window) page { return newOverviewPage(w) }, isPage[*overviewPage],
		},
		{
			viewContents, fyne.Key2, ui.IconContents, "nav.contents",
			func(w *Window) page { return newContentsPage(w, w.placeInContents()) }, isPage[*contentsPage],
		},
		{
			viewTimeline, fyne.Key3, ui.IconTimeline, "nav.timeline",
			func(w *Window) page { return newTimelinePage(w) }, isPage[*timelinePage],
		},
		{
			viewBodies, fyne.Key4, ui.IconBody, "rail.bodies",
			func(w *Window) page { return newBodiesPage(w, "") }, isPage[*bodiesPage],
		},
		{
			viewLanguages, fyne.Key5, ui.IconTranslate, "languages.title",
			func(w *Window) page { return newLanguagesPage(w) }, isLanguagesPage,
		},
		{
			viewDecision, fyne.Key6, ui.IconDecision, "nav.decision",
			func(w *Window) page { return newDecisionPage(w) },
			func(p page) bool { return isPage[*decisionPage](p) || isPage[*agendaPage](p) },
		},
		{
			viewComparison, fyne.Key7, ui.IconCompare, "rail.comparison",
			func(w *Window) page { return newComparisonPage(w) }, isPage[*comparisonPage],
		},
		{
			viewHistory, fyne.Key8, ui.IconHistory, "history.title",
			func(w *Window) page { return newHistoryPage(w, "") },
			func(p page) bool { return isPage[*historyPage](p) || isPage[*dayPage](p) },
		},
		{
			viewReports, fyne.Key9, ui.IconReports, "nav.reports",
			func(w *Window) page { return newReportsPage(w) },
			func(p page) bool { return isPage[*reportsPage](p) || isPage[*answersPage](p) },
		},
	}
}

func isPage[P page](p page) bool {
	_, is := p.(P)
	return is
}

// openView shows a view of the open programme.
func (w *Window) openView(wanted view) {
	if w.work == nil {
		return
	}
	for _, v := range views() {
		if v.view == wanted {
			w.goTo(v.open(w))
		}
	}
}

// placeInContents is where the person left off in the open programme's contents.
func (w *Window) placeInContents() place {
	at := w.lastPlace()
	if at.Programme != w.work.ID() {
		at = place{Programme: w.work.ID()}
	}
	if at.Chapters {
		at = place{Programme: w.work.ID()}
	}
	at.Details = ""
	return at
}

// currentView returns the entry of the rail to which the page belongs: pages
// that have none of their own belong to the contents, the search and the shortcuts
// to where they were begun.
func (w *Window) currentView() view {
	shown := w.page
	if p, reading := shown.(*shortcutsPage); reading && p.back != nil {
		shown = p.back
	}
	if p, searching := shown.(*searchPage); searching && p.back != nil {
		shown = p.back
	}
	for _, v := range views() {
		if v.shown(shown) {
			return v.view
		}
	}
	return viewContents
}

func (w *Window) railEntries() []ui.RailEntry {
	var entries []ui.RailEntry
	for _, v := range views() {
		entries = append(entries, ui.RailEntry{ID: string(v.view), Icon: v.icon, Label: w.t(v.label)})
	}
	return entries
}
