package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/street"
)

func show(t *testing.T, object fyne.CanvasObject, width, height float32) fyne.Canvas {
	t.Helper()
	window := test.NewTempWindow(t, object)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(width, height))
	return window.Canvas()
}

func press(control fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		control.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func fiveSteps(t *testing.T, pressed *[]int) *StepHeader {
	t.Helper()
	return NewStepHeader(finnishKit(t), []string{"Tavoite", "Toimenpiteet", "Vastuutahot", "Mittarit", "Yhteenveto"},
		func(step int) { *pressed = append(*pressed, step) })
}

func TestTheRailShowsItsEntriesAndIsWalkedWithArrows(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var chosen []string
	rail := NewRail(finnishKit(t), []RailEntry{
		{"overview", IconOverview, "Yleiskuva"}, {"contents", IconContents, "Sisältö"}, {"reports", IconReports, "Raportit"},
	}, func(id string) { chosen = append(chosen, id) })
	rail.Choose("contents")
	shown := show(t, rail, 92, 600)
	shown.FocusNext()
	if shown.Focused() != fyne.Focusable(rail) {
		t.Fatal("Tab does not reach the rail")
	}
	press(rail, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeySpace)
	rail.items[1].Tapped(nil)
	if got := strings.Join(chosen, " "); got != "reports overview contents" {
		t.Errorf("chosen: %s", got)
	}
	if got := rail.items[1].AccessibilityLabel(); got != "Sisältö. valittu." {
		t.Errorf("read out as %q", got)
	}
	if size := rail.items[0].Size(); size.Height != 62 || rail.MinSize().Width != 92 {
		t.Errorf("an item is %v, the rail %v wide", size, rail.MinSize().Width)
	}
	rail.SetEntries(nil)
	if rail.Disabled() != true || len(test.WidgetRenderer(rail).Objects()) != 2 {
		t.Error("an empty rail still shows items or takes the focus")
	}
}

func TestEveryStepCanBePressed(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var pressed []int
	steps := fiveSteps(t, &pressed)
	steps.Set(1, []bool{true})
	show(t, steps, 886, 60)
	press(steps, fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnd, fyne.KeySpace, fyne.KeyHome, fyne.KeyEnter)
	steps.items[3].Tapped(nil)
	if len(pressed) != 4 || pressed[0] != 2 || pressed[1] != 4 || pressed[2] != 0 || pressed[3] != 3 {
		t.Errorf("pressed %v", pressed)
	}
	for index, want := range map[int]string{
		0: "Vaihe 1/5: Tavoite. kirjoitettu.", 1: "Vaihe 2/5: Toimenpiteet. nykyinen vaihe.", 2: "Vaihe 3/5: Vastuutahot.",
	} {
		if got := steps.items[index].AccessibilityLabel(); got != want {
			t.Errorf("step %d is read out as %q, want %q", index, got, want)
		}
	}
}

func TestWithoutRoomOnlyTheCurrentStepKeepsItsName(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var pressed []int
	steps := fiveSteps(t, &pressed)
	steps.Set(1, nil)
	names := func() string {
		var shown []string
		for _, text := range textsIn(steps) {
			if len(text.Text) > 1 {
				shown = append(shown, text.Text)
			}
		}
		return strings.Join(shown, " ")
	}
	steps.Resize(fyne.NewSize(886, 48))
	if got := names(); got != "Tavoite Toimenpiteet Vastuutahot Mittarit Yhteenveto" {
		t.Errorf("wide: %s", got)
	}
	steps.Resize(fyne.NewSize(420, 48))
	if got := names(); got != "Toimenpiteet" {
		t.Errorf("narrow: %s", got)
	}
	for index, item := range steps.items {
		if size := item.Size(); size.Width < 36 || size.Height < 36 {
			t.Errorf("step %d is %v", index, size)
		}
	}
	steps.Resize(fyne.NewSize(886, 48))
	steps.SetNarrow(true)
	if got := names(); got != "Toimenpiteet" {
		t.Errorf("in a narrow window: %s", got)
	}
}

func TestACardOpensByEnterSpaceAndPointer(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	opened := 0
	card := NewCard(finnishKit(t), NewLabel(longName, theme.TextBody), "Kortti", func() { opened++ })
	shown := show(t, card, 400, 300)
	shown.FocusNext()
	press(card, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	card.Tapped(&fyne.PointEvent{})
	if opened != 4 {
		t.Errorf("opened %d times, want 4", opened)
	}
	if card.AccessibilityLabel() != "Kortti" || card.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("read out as %q, %s", card.AccessibilityLabel(), card.AccessibilityRole())
	}
	if card.HeightFor(200) <= card.HeightFor(400) {
		t.Error("a narrower card is not higher")
	}
	if got := NewListCard(finnishKit(t), NewIcon(IconGrip, theme.ColorMuted), "", nil).HeightFor(300); got < 36 {
		t.Errorf("a small card is %v high", got)
	}
}

func vaasaFacts() ProgrammeFacts {
	return ProgrammeFacts{
		Heading: "Kotouttamisohjelma · Vaasa", State: MarkDraft, StateWord: "Luonnos",
		Title: "Vaasan kaupungin kotouttamisohjelma 2019–2022", Language: "fi",
		Facts: "7 kokonaisuutta · 27 tavoitetta", Share: 20.0 / 27, Percent: "74 %", ShareWord: "kirjoitettu",
		ShareCount: "20/27", LastChange: "Muutettu\ntänään 14.32",
		Sections: street.Sections([]bool{true, false}, []bool{true, true}),
	}
}

func TestAProgrammeCardTellsItsFacts(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	card := NewProgrammeCard(finnishKit(t), vaasaFacts(), nil)
	show(t, card, 476, 300)
	drawn := ""
	for _, text := range textsIn(card) {
		drawn += text.Text + "\n"
	}
	for _, want := range []string{"Kotouttamisohjelma · Vaasa", "Luonnos", "2019–2022", "7 kokonaisuutta · 27 tavoitetta", "74 %", "20/27", "tänään 14.32"} {
		if !strings.Contains(drawn, want) {
			t.Errorf("%q is not drawn in:\n%s", want, drawn)
		}
	}
	want := "Vaasan kaupungin kotouttamisohjelma 2019–2022. Kotouttamisohjelma · Vaasa, Luonnos, 74 % kirjoitettu, 20/27. 7 kokonaisuutta · 27 tavoitetta, Muutettu tänään 14.32."
	if got := card.AccessibilityLabel(); got != want {
		t.Errorf("read out as %q", got)
	}
}

func TestAProgrammeOfWhichOnlyTheStructureIsKnownHasNoShare(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	facts := vaasaFacts()
	facts.Percent, facts.ShareCount = "", ""
	card := NewProgrammeCard(finnishKit(t), facts, nil)
	if strings.Contains(card.AccessibilityLabel(), "kirjoitettu") {
		t.Errorf("read out as %q", card.AccessibilityLabel())
	}
	with := NewProgrammeCard(finnishKit(t), vaasaFacts(), nil)
	if card.HeightFor(476) >= with.HeightFor(476) {
		t.Error("the missing share takes room")
	}
}

func TestEveryStateHasAMarkAWordAndItsColour(t *testing.T) {
	useTheme(t, theme.BrightnessDark, 1)
	pictures := map[IconName]MarkKind{}
	for _, kind := range MarkKinds() {
		look := markLooks[kind]
		if other, used := pictures[look.icon]; used {
			t.Errorf("%s and %s have one picture", kind, other)
		}
		pictures[look.icon] = kind
		badge := NewStateBadge(kind, "Sana")
		show(t, badge, 120, 40)
		texts := textsIn(badge)
		if len(texts) != 1 || texts[0].Text != "Sana" || texts[0].Color != fynetheme.Color(MarkColor(kind)) {
			t.Errorf("%s: the badge draws %d texts", kind, len(texts))
		}
		mark := NewMark(finnishKit(t), kind, "Sana")
		if mark.AccessibilityLabel() != "Sana" || mark.AccessibilityRole() != fyne.AccessibleRoleText {
			t.Errorf("%s is read out as %q", kind, mark.AccessibilityLabel())
		}
	}
}

func TestAMarkAloneShowsItsWordUnderThePointer(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	kit := finnishKit(t)
	mark := NewMark(kit, MarkLate, "Myöhässä")
	show(t, container.NewStack(container.NewWithoutLayout(mark), kit.Layer()), 300, 100)
	mark.Resize(mark.MinSize())
	mark.MouseIn(nil)
	if texts := textsIn(kit.Layer()); len(texts) != 1 || texts[0].Text != "Myöhässä" {
		t.Errorf("%d texts are shown", len(texts))
	}
	mark.MouseOut()
	if texts := textsIn(kit.Layer()); len(texts) != 0 {
		t.Error("the word stays when the pointer has left")
	}
}

func TestTheViewsLookAsReviewed(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	test.AssertRendersToImage(t, "street.png", show(t, NewProgrammeCard(finnishKit(t), vaasaFacts(), nil), 360, 260))
	var opened []string
	test.AssertRendersToImage(t, "map.png", show(t, smallMap(t, &opened), 400, 380))
	tree := NewTree(finnishKit(t), threeSections(), nil)
	tree.Choose("3.1")
	shown := show(t, tree, 340, 310)
	shown.FocusNext()
	press(tree, fyne.KeyDown)
	test.AssertRendersToImage(t, "tree.png", shown)
}

func TestTheShareBarIsFilledToItsShare(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	for share, want := range map[float64]float32{0.5: 50, 1: 100, 1.7: 100, -2: 0} {
		bar := NewShareBar(share, "")
		bar.Resize(fyne.NewSize(100, 8))
		fill := test.WidgetRenderer(bar).Objects()[1].(*canvas.Rectangle)
		if fill.Size().Width != want || fill.Visible() != (want > 0) {
			t.Errorf("share %v: %v px, visible %v", share, fill.Size().Width, fill.Visible())
		}
	}
}

func smallMap(t *testing.T, opened *[]string) *StreetMap {
	t.Helper()
	return NewStreetMap(finnishKit(t), MapContent{
		Sections: []MapSection{
			{ID: "a", Name: "Työllistymisen edistäminen", Language: "fi", Count: "1/2 kirjoitettu", House: street.Sections([]bool{true, false})[0]},
			{ID: "b", Name: "Osaamisen vahvistaminen", Language: "fi", Count: "1/1 kirjoitettu", House: street.Sections([]bool{true})[0]},
		},
		Foundation: &MapBand{ID: "f", Name: "Perusta", Written: true, Facts: "1/1 kirjoitettu"},
		FollowUp:   &MapBand{ID: "u", Name: "Seuranta ja arviointi", Stops: []string{"2019", "2020"}},
	}, func(id string) { *opened = append(*opened, id) })
}

func TestTheMapShowsNamesAndCountsAndOpensSections(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var opened []string
	picture := smallMap(t, &opened)
	shown := show(t, picture, 700, 500)
	shown.FocusNext()
	press(picture, fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeySpace, fyne.KeyEnd, fyne.KeyReturn)
	if got := strings.Join(opened, " "); got != "a b f u" {
		t.Errorf("opened %s", got)
	}
	drawn := ""
	for _, text := range textsIn(picture) {
		drawn += text.Text + "\n"
	}
	for _, want := range []string{"Työllistymisen", "1/2 kirjoitettu", "Perusta", "Seuranta ja arviointi", "2020"} {
		if !strings.Contains(drawn, want) {
			t.Errorf("%q is not drawn in:\n%s", want, drawn)
		}
	}
	if got := picture.items[0].AccessibilityLabel(); got != "Työllistymisen edistäminen. 1/2 kirjoitettu." {
		t.Errorf("read out as %q", got)
	}
	if picture.HeightFor(300) <= picture.HeightFor(700) {
		t.Error("the stops of the follow-up do not go below its name in a narrow map")
	}
	for _, item := range picture.items {
		if size := item.Size(); size.Width < 36 || size.Height < 36 {
			t.Errorf("%s is %v", item.AccessibilityLabel(), size)
		}
	}
}

func TestLitWindowsNeverStandWithoutFrameAndCross(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var opened []string
	picture := smallMap(t, &opened)
	show(t, picture, 700, 500)
	lit, crosses := 0, 0
	for _, object := range test.WidgetRenderer(picture).Objects() {
		switch o := object.(type) {
		case *canvas.Rectangle:
			if o.FillColor == fynetheme.Color(theme.ColorLitWindow) {
				lit++
				if o.StrokeWidth == 0 || o.StrokeColor == nil {
					t.Error("a lit window has no frame")
				}
			}
		case *canvas.Line:
			crosses++
		}
	}
	if lit != 3 || crosses != 3*2+2 {
		t.Errorf("%d lit windows, %d lines (two for each, and the check in the roof)", lit, crosses)
	}
}

func TestTheBreadcrumbLeadsToThePlacesAbove(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var opened []string
	crumbs := NewBreadcrumb(finnishKit(t), []Crumb{{"3", "Osaamisen vahvistaminen"}, {"3.1", "Digiystävätoiminta"}},
		func(id string) { opened = append(opened, id) })
	show(t, crumbs, 500, 40)
	press(crumbs, fyne.KeyReturn, fyne.KeyRight, fyne.KeySpace)
	if got := strings.Join(opened, " "); got != "3 3.1" {
		t.Errorf("opened %s", got)
	}
	if one, two := crumbs.HeightFor(500), crumbs.HeightFor(200); one != 36 || two != 72 {
		t.Errorf("heights %v and %v", one, two)
	}
}

func TestAPageScrollsToTheHeightThatItsWidthAsksFor(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	var pressed []int
	steps := fiveSteps(t, &pressed)
	page := NewPage(finnishKit(t), NewColumn(theme.Space8, steps, NewFlush(NewLabel(strings.Repeat(longName+" ", 40), theme.TextBody))))
	show(t, page, 934, 600)
	wide := page.scroll.Content.Size().Height
	if want := HeightFor(page.content, 934-40) + 40; wide != want {
		t.Errorf("the page is %v high, want %v", wide, want)
	}
	page.Resize(fyne.NewSize(700, 600))
	if narrow := page.scroll.Content.Size().Height; narrow <= wide {
		t.Errorf("a narrower page is %v high, the wider one %v", narrow, wide)
	}
	if page.SetNarrow(true); !steps.narrow {
		t.Error("a narrow page leaves its steps all their names")
	}
}

func TestAPageBuiltAnewFindsItsControlsByName(t *testing.T) {
	kit := finnishKit(t)
	build := func() []fyne.Focusable {
		return kit.Controls(func() {
			NewField(kit, "Nimi")
			NewButton(kit, ButtonPrimary, "Seuraava", nil)
			NewStepHeader(kit, []string{"Tavoite"}, nil)
		})
	}
	first, second := build(), build()
	if len(first) != 3 || len(second) != 3 || first[0] == second[0] {
		t.Fatalf("made %d and %d controls", len(first), len(second))
	}
	if a, b := LabelOf(second[0]), LabelOf(second[1]); a != "Nimi" || !strings.HasPrefix(b, "Seuraava") {
		t.Errorf("they are called %q and %q", a, b)
	}
}
