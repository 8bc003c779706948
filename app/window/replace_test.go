package window

import (
	"context"
	"strings"
	"testing"
)

// replacePage opens the page on which a text is replaced.
func (p person) replacePage() *replacePage {
	p.Helper()
	p.window.openReplace()
	page, there := p.window.page.(*replacePage)
	if !there {
		p.Fatalf("the page is %s", p.window.page.name())
	}
	return page
}

func TestATextIsReplacedInAllOfTheProgrammeAndBroughtBack(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	page := p.replacePage()
	p.fill("replace.find", "asumisneuvo")
	p.fill("replace.with", "kotineuvo")
	texts := len(page.changes)
	if texts < 2 {
		t.Fatalf("%d texts change", texts)
	}
	p.tap("replace.do", "count", texts)
	if !p.shows("Korvattu") {
		t.Error("nothing tells that it was done")
	}
	p.wants("goal", p.titled("Kotineuvonta").Title.Fi, "Kotineuvonta")
	p.window.undo()
	p.wants("goal after undoing", p.titled("Asumisneuvonta").Title.Fi, "Asumisneuvonta")
}

func TestATextLeftOutStays(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	page := p.replacePage()
	p.fill("replace.find", "asumisneuvo")
	p.fill("replace.with", "kotineuvo")
	first := page.changes[0]
	label := p.window.kindName(first.Kind) + " · " + p.window.fieldName(first.Kind, first.Field) + page.whereIs(first)
	p.window.rebuild() // the rows are of the page's controls from then on
	p.labelled(label).(interface{ Press() }).Press()
	if page.do.Label() != p.window.t("replace.do", "count", len(page.changes)-1) {
		t.Errorf("the button says %q", page.do.Label())
	}
	page.replace()
	if got := p.window.work.State().Element(first.Element).Value(first.Field).Text(); got != first.Before {
		t.Errorf("left out, it became %q", got)
	}
}

func TestALockedProgrammeSaysThatNothingIsReplaced(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	decided(t, p.window.work)
	must(t, p.window.work.Lock(context.Background()))
	p.replacePage()
	if !p.shows(strings.Fields(p.window.t("error.locked"))[0]) {
		t.Error("it does not say why")
	}
}

func TestReplacingSaysWhatIsMissing(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	page := p.replacePage()
	p.tap("replace.do", "count", 0)
	p.wants("told", p.window.notice.key, "replace.empty")
	p.fill("replace.find", "kaivos")
	if !p.shows("kaivos") {
		t.Error("it does not say what was not found")
	}
	p.fill("replace.find", "asumisneuvo")
	page.chooseAll(false)
	page.replace()
	p.wants("told", p.window.notice.key, "replace.nothingChosen")
}
