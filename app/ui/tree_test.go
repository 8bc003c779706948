package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
)

// finnishKit returns a kit whose words are the real Finnish ones.
func finnishKit(t *testing.T) *Kit {
	t.Helper()
	catalogue, err := texts.Load(texts.Finnish)
	if err != nil {
		t.Fatal(err)
	}
	return NewKit(catalogue)
}

// shownTree is a tree in a window, with the rows of V19's third section open.
type shownTree struct {
	*Tree
	window fyne.Window
	chosen []string
	moved  []string
}

func showTree(t *testing.T, rows []TreeRow, size fyne.Size) *shownTree {
	t.Helper()
	shown := &shownTree{}
	shown.Tree = NewTree(finnishKit(t), rows, func(id string) { shown.chosen = append(shown.chosen, id) })
	shown.OnMove = func(id, parent string, index int) {
		shown.moved = append(shown.moved, fmt.Sprintf("%s to %q %d", id, parent, index))
	}
	shown.window = test.NewTempWindow(t, shown.Tree)
	shown.window.SetPadded(false)
	shown.window.Resize(size)
	return shown
}

func threeSections() []TreeRow {
	return []TreeRow{
		{ID: "1", Title: "Työllistymisen edistäminen", Language: "fi", Word: "3/4", Mark: MarkUnderWay, MarkWord: "kesken", Children: []TreeRow{
			{ID: "1.1", Title: "Työelämän verkostot"},
		}},
		{ID: "2", Title: "Asumistaitojen edistäminen", Language: "fi", Word: "2/2", Mark: MarkDone},
		{ID: "3", Title: "Osaamisen vahvistaminen", Language: "fi", Word: "2/3", Mark: MarkUnderWay, Children: []TreeRow{
			{ID: "3.1", Title: "Digiystävätoiminta", Word: "1 puuttuu", Strong: true, Mark: MarkMissing},
			{ID: "3.2", Title: "Kotoutumisen kokemusasiantuntijatoiminta", Language: "fi", Word: "Kirjoitettu", Strong: true, Mark: MarkDone},
			{ID: "3.3", Title: "Etnisten yhdistysten puheenjohtajien ja jäsenten osaamisen vahvistaminen", Language: "fi"},
		}},
	}
}

func (s *shownTree) keys(names ...fyne.KeyName) {
	for _, name := range names {
		s.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (s *shownTree) row(t *testing.T, id string) *treeRow {
	t.Helper()
	for _, row := range s.body.shown {
		if row.flat().row.ID == id {
			return row
		}
	}
	t.Fatalf("row %s is not in view", id)
	return nil
}

func TestTheTreeIsWalkedByKeyboard(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
	tree.window.Canvas().FocusNext()
	if tree.window.Canvas().Focused() != fyne.Focusable(tree.Tree) {
		t.Fatal("Tab does not reach the tree")
	}
	steps := []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "2"}, {fyne.KeyDown, "3"}, {fyne.KeyDown, "3"},
		{fyne.KeyRight, "3"}, {fyne.KeyRight, "3.1"}, {fyne.KeyRight, "3.1"},
		{fyne.KeyDown, "3.2"}, {fyne.KeyLeft, "3"}, {fyne.KeyLeft, "3"}, {fyne.KeyDown, "3"},
		{fyne.KeyHome, "1"}, {fyne.KeyUp, "1"}, {fyne.KeyEnd, "3"},
	}
	for i, step := range steps {
		tree.keys(step.key)
		if got := tree.cursorID(); got != step.want {
			t.Fatalf("step %d, %s: the cursor is at %s, want %s", i, step.key, got, step.want)
		}
	}
	tree.keys(fyne.KeyReturn)
	tree.keys(fyne.KeyDown, fyne.KeySpace)
	if got := strings.Join(tree.chosen, " "); got != "3 3.1" {
		t.Errorf("chosen: %s", got)
	}
	if !tree.IsOpen("3") || tree.Chosen() != "3.1" {
		t.Errorf("open %v, chosen %s", tree.IsOpen("3"), tree.Chosen())
	}
}

func TestTypedLettersFindATitle(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	tree.search.now = func() time.Time { return now }
	tree.Open("3", true)
	typed := func(words string, want string) {
		t.Helper()
		now = now.Add(2 * time.Second)
		for _, letter := range words {
			tree.TypedRune(letter)
		}
		if got := tree.cursorID(); got != want {
			t.Errorf("%q: the cursor is at %s, want %s", words, got, want)
		}
	}
	typed("osa", "3")
	typed("as", "2")
	typed("koke", "3.2")
	typed("ETN", "3.3")
	typed("xyz", "3.3")
}

func TestARowIsMovedByKeyboardAmongItsSiblings(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
	tree.Choose("3.2")
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown} {
		tree.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	}
	tree.Choose("3.3")
	tree.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	tree.keys(fyne.KeyHome)
	tree.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	tree.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	want := `3.2 to "3" 0, 3.2 to "3" 2, 1 to "" 1`
	if got := strings.Join(tree.moved, ", "); got != want {
		t.Errorf("moved %s, want %s", got, want)
	}
}

func TestNewRowsKeepTheCursorAndTheOpenSections(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
	tree.Choose("3.2")
	rows := threeSections()
	children := rows[2].Children
	children[0], children[1] = children[1], children[0]
	tree.SetRows(rows)
	if tree.cursorID() != "3.2" || !tree.IsOpen("3") {
		t.Errorf("cursor %s, open %v", tree.cursorID(), tree.IsOpen("3"))
	}
	rows[2].Children = nil
	tree.SetRows(rows[:1])
	if tree.cursor != 0 || len(tree.body.shown) != 1 {
		t.Errorf("cursor %d, %d rows drawn", tree.cursor, len(tree.body.shown))
	}
	tree.SetRows(nil)
	tree.keys(fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn)
	tree.TypedRune('a')
}

func TestRowsAreAsHighAsTheirTitlesAndNeverUnderAHitTarget(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
	tree.Open("3", true)
	for id, want := range map[string]float32{"2": 40, "3.1": 38, "3.2": 58} {
		row := tree.row(t, id)
		if row.Size().Height != want {
			t.Errorf("row %s is %v high, want %v", id, row.Size().Height, want)
		}
		for _, line := range textsIn(row) {
			if end := line.Position().X + line.MinSize().Width; end > 340 {
				t.Errorf("row %s: %q ends at %v", id, line.Text, end)
			}
		}
	}
	drawn := ""
	for _, line := range textsIn(tree.row(t, "3.3")) {
		drawn += line.Text + " "
	}
	if !strings.Contains(drawn, "Etnisten yhdistysten") || !strings.Contains(drawn, "vahvistaminen") {
		t.Errorf("the long title is drawn as %q", drawn)
	}
	before := tree.row(t, "3.1").Size().Height
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.BrightnessLight, 1.5))
	tree.Refresh()
	if after := tree.row(t, "3.1").Size().Height; after < 1.5*before {
		t.Errorf("height %v became %v at text size 1.5", before, after)
	}
}

func TestRowsInViewAreBrokenAnewWhenTheTreeBecomesWider(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(200, 500))
	narrow := len(textsIn(tree.row(t, "1")))
	tree.window.Resize(fyne.NewSize(500, 500))
	if wide := len(textsIn(tree.row(t, "1"))); wide >= narrow {
		t.Errorf("%d texts at 200 px, %d at 500 px", narrow, wide)
	}
}

func TestAPressAtTheArrowOpensAndElsewhereChooses(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
	tree.row(t, "3").Tapped(&fyne.PointEvent{Position: fyne.NewPos(30, 20)})
	if !tree.IsOpen("3") || len(tree.chosen) != 0 {
		t.Fatalf("open %v, chosen %v", tree.IsOpen("3"), tree.chosen)
	}
	tree.row(t, "3").Tapped(&fyne.PointEvent{Position: fyne.NewPos(30, 20)})
	if tree.IsOpen("3") {
		t.Error("a second press does not close")
	}
	tree.row(t, "1").Tapped(&fyne.PointEvent{Position: fyne.NewPos(150, 20)})
	if got := strings.Join(tree.chosen, " "); got != "1" || !tree.IsOpen("1") {
		t.Errorf("chosen %s, open %v", got, tree.IsOpen("1"))
	}
	if tree.window.Canvas().Focused() != fyne.Focusable(tree.Tree) {
		t.Error("the pointer leaves the tree without the focus")
	}
}

func TestARowIsDraggedToAnotherPlace(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	cases := []struct {
		id, under string
		down      float32 // from the upper edge of the row under the pointer
		want      string
	}{
		{"3.1", "3.2", 56, `3.1 to "3" 1`},
		{"3.3", "3", 36, `3.3 to "3" 0`},
		{"3.1", "2", 20, `3.1 to "2" 0`},
		{"3.1", "1", 20, `3.1 to "1" 1`},
		{"3", "1", 2, `3 to "" 0`},
		{"1", "2", 39, `1 to "" 1`},
		{"3.1", "3.1", 20, ""},
	}
	for _, c := range cases {
		tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
		tree.Open("3", true)
		from, under := tree.row(t, c.id), tree.row(t, c.under)
		y := under.Position().Y + c.down - from.Position().Y
		from.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, y)}})
		if !tree.body.drop.Visible() {
			t.Errorf("%s over %s: no line shows where it goes", c.id, c.under)
		}
		from.DragEnd()
		if got := strings.Join(tree.moved, ", "); got != c.want {
			t.Errorf("%s over %s at %v: %s, want %s", c.id, c.under, c.down, got, c.want)
		}
		if tree.body.drop.Visible() {
			t.Errorf("%s: the line stays", c.id)
		}
	}
}

func TestRowsAreReadOut(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, threeSections(), fyne.NewSize(340, 500))
	tree.Choose("3.1")
	for id, want := range map[string]string{
		"1":   "Työllistymisen edistäminen. 3/4, kesken, suljettu, 1/3.",
		"3":   "Osaamisen vahvistaminen. 2/3, avattu, 3/3.",
		"3.1": "Digiystävätoiminta. 1 puuttuu, valittu, 1/3.",
	} {
		if got := tree.row(t, id).AccessibilityLabel(); got != want {
			t.Errorf("row %s is read out as %q, want %q", id, got, want)
		}
	}
}

// manyRows is 400 sections of 25 goals, 10,400 rows.
func manyRows() []TreeRow {
	rows := make([]TreeRow, 400)
	for i := range rows {
		rows[i] = TreeRow{ID: fmt.Sprint(i), Title: fmt.Sprintf("%d Sosiaalisten suhteiden ja kontaktien mahdollistaminen", i), Language: "fi", Word: "2/3", Mark: MarkUnderWay}
		for j := range 25 {
			rows[i].Children = append(rows[i].Children, TreeRow{
				ID: fmt.Sprintf("%d.%d", i, j), Language: "fi", Word: "Kirjoitettu", Strong: true, Mark: MarkDone,
				Title: fmt.Sprintf("%d.%d Etnisten yhdistysten puheenjohtajien ja jäsenten osaamisen vahvistaminen", i, j),
			})
		}
	}
	return rows
}

func openAll(tree *Tree) {
	for i := range tree.rows {
		tree.open[tree.rows[i].ID] = true
	}
	tree.flatten()
	tree.Refresh()
}

func TestOfTenThousandRowsOnlyThoseInViewAreDrawn(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	tree := showTree(t, manyRows(), fyne.NewSize(340, 600))
	openAll(tree.Tree)
	if len(tree.flat) != 10_400 {
		t.Fatalf("%d rows", len(tree.flat))
	}
	tree.keys(fyne.KeyEnd)
	tree.row(t, "399.24")
	tree.keys(fyne.KeyPageUp, fyne.KeyPageUp)
	if at := tree.cursor; at > 10_390 || at < 10_350 {
		t.Errorf("two pages above the end is row %d", at)
	}
	tree.Choose("200.3")
	tree.row(t, "200.3")
	if drawn := len(tree.body.shown) + len(tree.body.spare); drawn > 40 {
		t.Errorf("%d row objects for a window of 600 px", drawn)
	}
}

func BenchmarkCursorThroughTenThousandRows(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.BrightnessLight, 1))
	catalogue, err := texts.Load(texts.Finnish)
	if err != nil {
		b.Fatal(err)
	}
	tree := NewTree(NewKit(catalogue), manyRows(), nil)
	window := test.NewTempWindow(b, tree)
	window.Resize(fyne.NewSize(340, 600))
	openAll(tree)
	for b.Loop() {
		tree.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

func BenchmarkNewRowsOfTenThousand(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.BrightnessLight, 1))
	catalogue, err := texts.Load(texts.Finnish)
	if err != nil {
		b.Fatal(err)
	}
	rows := manyRows()
	tree := NewTree(NewKit(catalogue), rows, nil)
	window := test.NewTempWindow(b, tree)
	window.Resize(fyne.NewSize(340, 600))
	openAll(tree)
	for b.Loop() {
		tree.SetRows(rows)
	}
}
