package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/model"
)

// atBodies shows the register of the Vaasa example with a body chosen.
func atBodies(t *testing.T, name string) (person, *bodiesPage) {
	p := at(t, "vaasa-2019-2022")
	body := p.programme().FindBody(name)
	if body == nil {
		t.Fatalf("no body %q", name)
	}
	p.window.openBodies(body.ID, "")
	return p, p.window.page.(*bodiesPage)
}

// agree answers the question that was asked with Enter.
func (p person) agree() {
	p.Helper()
	if p.window.window.Canvas().Overlays().Top() == nil {
		p.Fatal("nothing was asked")
	}
	p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestTheRegisterShowsWhatABodyMustDo(t *testing.T) {
	p, page := atBodies(t, "Kotouttamispalvelut")
	var duties int
	for _, d := range p.programme().DutiesByBody() {
		if d.Body.ID == page.body {
			duties = len(d.Duties)
			first, _ := d.Duties[0].Goal.Title.Best(model.Finnish)
			if !p.shows(first) {
				t.Errorf("the page does not show %q", first)
			}
		}
	}
	if duties == 0 || !p.shows(p.window.t("bodies.duties.count", "count", duties)) {
		t.Errorf("%d duties are not told", duties)
	}
	row := page.keys[key(page.dutiesOf(page.body)[0].ID, "duty")]
	typeKeys(row, fyne.KeyReturn)
	if !strings.HasPrefix(p.window.page.name(), "contents/") {
		t.Errorf("a duty leads to %s", p.window.page.name())
	}
}

func TestABodyIsGivenItsSuccessorByHand(t *testing.T) {
	p, page := atBodies(t, "Kotouttamispalvelut")
	p.fill("bodies.validTo", "31.12.2022")
	p.fill("bodies.validTo", "31.12.2021")
	if body := p.programme().Body(page.body); body.ValidTo.String() != "2021-12-31" {
		t.Fatalf("ends %s", body.ValidTo)
	}
	p.window.rebuild()
	if !p.shows(p.window.t("finding.successorMissing")) {
		t.Error("nothing says that the successor is missing")
	}
	p.fill("bodies.validTo", "joskus")
	if body := p.programme().Body(page.body); body.ValidTo.String() != "2021-12-31" && !body.ValidTo.Zero() {
		t.Errorf("a day that is none was kept as %s", body.ValidTo)
	}
	if !p.shows(p.window.t("field.dateInvalid")) {
		t.Error("nothing says that the day is none")
	}
}

func TestAnotherNameFindsTheBodyAndIsNotGivenTwice(t *testing.T) {
	p, page := atBodies(t, "Kotouttamispalvelut")
	p.fill("bodies.names.add", "Maahanmuuttopalvelut")
	p.tap("bodies.names.take")
	if body := p.programme().FindBody("maahanmuuttopalvelut"); body == nil || body.ID != page.body {
		t.Fatalf("found by its new name: %+v", body)
	}
	p.fill("bodies.names.add", "Kotouttamispalvelut")
	p.tap("bodies.names.take")
	if got := len(p.programme().Body(page.body).Aliases); got != 1 {
		t.Errorf("%d other names", got)
	}
}

func TestTwoEntriesAreJoinedAndPartedAgain(t *testing.T) {
	p, page := atBodies(t, "Kotouttamispalvelut")
	before := len(p.programme().Bodies)
	other := p.programme().Bodies[0]
	if other.ID == page.body {
		other = p.programme().Bodies[1]
	}
	page.joined = other.ID
	p.tap("bodies.join")
	p.agree()
	if got := len(p.programme().Bodies); got != before-1 {
		t.Fatalf("%d bodies of %d after joining", got, before)
	}
	name, _ := other.Name.Best(model.Finnish)
	if known := p.programme().FindBody(name); known == nil || known.ID != page.body {
		t.Errorf("%q is %+v", name, known)
	}
	p.window.undo()
	if got := len(p.programme().Bodies); got != before {
		t.Errorf("%d bodies of %d after undo", got, before)
	}
}

func TestABodyAcceptsItsDuties(t *testing.T) {
	p, page := atBodies(t, "Kotouttamispalvelut")
	p.tap("bodies.acceptAll")
	if page.dutiesOf(page.body)[0].Accepted() {
		t.Fatal("accepted by nobody")
	}
	if !p.shows(p.window.t("bodies.acceptedBy.missing")) {
		t.Error("nothing says who is missing")
	}
	p.fill("bodies.acceptedBy", "palvelupäällikkö")
	p.tap("bodies.acceptAll")
	for _, d := range page.dutiesOf(page.body) {
		if d.AcceptedBy != "palvelupäällikkö" || d.AcceptedOn.Zero() {
			t.Errorf("duty %s accepted by %q on %s", d.ID, d.AcceptedBy, d.AcceptedOn)
		}
	}
	first := page.dutiesOf(page.body)[0]
	page.unfoldDuty(first.ID)
	p.control(fieldKey(first.ID, model.FieldReservation.In(model.Finnish))).(interface{ SetText(string) }).SetText("Jos rahoitus järjestyy.")
	must(t, page.flush())
	if got := page.dutiesOf(page.body)[0].Reservation.Fi; got != "Jos rahoitus järjestyy." {
		t.Errorf("reservation %q", got)
	}
	if !p.shows("palvelupäällikkö") {
		t.Error("the page does not say who accepted")
	}
}

func TestABodyWithDutiesIsNotRemoved(t *testing.T) {
	p, page := atBodies(t, "Kotouttamispalvelut")
	before := len(p.programme().Bodies)
	p.tap("bodies.remove")
	if len(p.programme().Bodies) != before || len(p.window.window.Canvas().Overlays().List()) != 0 {
		t.Error("a body with duties was to be removed")
	}
	p.tap("bodies.add")
	if page.body == "" || len(p.programme().Bodies) != before+1 {
		t.Fatalf("%d bodies after adding one to %d", len(p.programme().Bodies), before)
	}
	p.hasKeyboard(fieldKey(page.body, model.FieldName.In(model.Finnish)))
	p.press("remove")
	p.agree()
	if len(p.programme().Bodies) != before {
		t.Error("a new body without duties was not removed")
	}
}
