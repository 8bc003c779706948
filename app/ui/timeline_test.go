package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
)

// threeGroups are years with a group of items in each lane, an empty one and one
// of its own kind.
func threeGroups() TimelineContent {
	return TimelineContent{
		Heading: "Kokonaisuus", Columns: []string{"2019", "2020", "2021", "2022"}, Ongoing: "Jatkuva", Undated: "Ei omaa aikataulua",
		Today: 2.62, TodayWord: "14.8.2021",
		Groups: []TimelineGroup{
			{ID: "1", Title: "Osaamisen vahvistaminen", Language: "fi", Value: "4 toimenpidettä", Undated: "1 ilman aikataulua", UndatedMark: MarkInformation, Items: []TimelineItem{
				{ID: "1.1", Title: "Yhdistystoimijoiden kartoittaminen", Begins: true, Lane: TimelineUndated, Mark: MarkInformation, Word: "Ei omaa aikataulua", Value: "Ei omaa aikataulua"},
				{ID: "1.2", Title: "Vapaaehtoisten digiystävien koulutusmallin kehittäminen ja kouluttaminen", Language: "fi", Bars: []TimelineBar{{1, 2}}, Mark: MarkLate, Word: "Myöhässä", Late: true, Value: "Myöhässä, 2020"},
				{ID: "1.3", Title: "Digiystävätoiminnan koordinointi", Lane: TimelineOngoing, Mark: MarkOngoing, Word: "Käynnissä"},
				{ID: "1.4", Title: "Keväällä", Begins: true, Bars: []TimelineBar{{0.17, 0.42}}, Mark: MarkDone, Word: "Valmis"},
			}},
			{ID: "2", Title: "Perusta", Sign: HouseSign{Kind: SignFoundation}, Empty: "Toimenpiteitä ei tiedetä."},
			{ID: "3", Title: "Seuranta", Caption: "Kärki", Sign: HouseSign{Kind: SignFollowUp}, Items: []TimelineItem{
				{ID: "3.1", Title: "Arviointi", Begins: true, Bars: []TimelineBar{{0, 1}, {2, 4}}, Mark: MarkNotStarted, Word: "Aloittamatta"},
			}},
		},
	}
}

// shownTimeline is a timeline in a window.
type shownTimeline struct {
	*Timeline
	window fyne.Window
	chosen []string
}

func showTimeline(t testing.TB, content TimelineContent, size fyne.Size) *shownTimeline {
	t.Helper()
	shown := &shownTimeline{}
	shown.Timeline = NewTimeline(timelineKit(t), content, func(id string) { shown.chosen = append(shown.chosen, id) })
	shown.window = test.NewTempWindow(t, shown.Timeline)
	shown.window.SetPadded(false)
	shown.window.Resize(size)
	return shown
}

func timelineKit(t testing.TB) *Kit {
	t.Helper()
	catalogue, err := texts.Load(texts.Finnish)
	if err != nil {
		t.Fatal(err)
	}
	return NewKit(catalogue)
}

func (s *shownTimeline) row(t testing.TB, id string) *timelineRow {
	t.Helper()
	for _, row := range s.body.shown {
		if row.flat().id() == id {
			return row
		}
	}
	t.Fatalf("row %s is not in view", id)
	return nil
}

// drawn are the objects of a row.
func (s *shownTimeline) drawn(t testing.TB, id string) []fyne.CanvasObject {
	return test.WidgetRenderer(s.row(t, id)).Objects()
}

func wordsOf(objects []fyne.CanvasObject) string {
	var words []string
	for _, object := range objects {
		if text, is := object.(*canvas.Text); is {
			words = append(words, text.Text)
		}
	}
	return strings.Join(words, "|")
}

func TestTheTimelineIsWalkedByKeyboard(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	line := showTimeline(t, threeGroups(), fyne.NewSize(1234, 500))
	line.window.Canvas().FocusNext()
	if line.window.Canvas().Focused() != fyne.Focusable(line.Timeline) {
		t.Fatal("Tab does not reach the timeline")
	}
	for i, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "2"}, {fyne.KeyUp, "1"}, {fyne.KeyUp, "1"}, {fyne.KeyRight, "1"}, {fyne.KeyRight, "1.1"},
		{fyne.KeyRight, "1.1"}, {fyne.KeyDown, "1.2"}, {fyne.KeyReturn, "1.2"}, {fyne.KeyLeft, "1"}, {fyne.KeyLeft, "1"},
		{fyne.KeyDown, "2"}, {fyne.KeySpace, "2"}, {fyne.KeyRight, "2/empty"}, {fyne.KeyReturn, "2/empty"}, {fyne.KeyLeft, "2"},
		{fyne.KeyReturn, "2"}, {fyne.KeyEnd, "3"}, {fyne.KeyHome, "1"}, {fyne.KeyPageDown, "3"}, {fyne.KeyPageUp, "1"},
	} {
		press(line.Timeline, step.key)
		if got := line.cursorID(); got != step.want {
			t.Fatalf("step %d, %s: the cursor is at %s, want %s", i, step.key, got, step.want)
		}
	}
	if got := strings.Join(line.chosen, " "); got != "1.2" {
		t.Errorf("chosen: %s", got)
	}
}

func TestTheTimelineIsPressedByPointer(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	line := showTimeline(t, threeGroups(), fyne.NewSize(1234, 500))
	closed := line.row(t, "1")
	if len(closed.spots) != 3 {
		t.Fatalf("the closed group shows %d marks", len(closed.spots))
	}
	mark := closed.spots[1].icon
	closed.Tapped(&fyne.PointEvent{Position: mark.Position().AddXY(3, 3)})
	if line.IsOpen("1") || strings.Join(line.chosen, " ") != "1.2" {
		t.Errorf("a press on a mark chose %v", line.chosen)
	}
	closed.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, 20)})
	if !line.IsOpen("1") {
		t.Error("a press on a group does not open it")
	}
	item := line.row(t, "1.3")
	item.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, 20)})
	if got := strings.Join(line.chosen, " "); got != "1.2 1.3" {
		t.Errorf("chosen: %s", got)
	}
}

func TestEachRowOfTheTimelineIsReadOut(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	line := showTimeline(t, threeGroups(), fyne.NewSize(1234, 500))
	line.OpenAll(true)
	for id, want := range map[string]string{
		"1":       "Osaamisen vahvistaminen. 4 toimenpidettä, avattu, 1/3.",
		"1.2":     "Vapaaehtoisten digiystävien koulutusmallin kehittäminen ja kouluttaminen. Myöhässä, 2020, 2/4.",
		"2/empty": "Toimenpiteitä ei tiedetä.",
		"3":       "Seuranta. Kärki, avattu, 3/3.",
	} {
		if got := line.row(t, id).AccessibilityLabel(); got != want {
			t.Errorf("%s is read out as %q, want %q", id, got, want)
		}
	}
}

func TestItemsStandAtTheirTime(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	line := showTimeline(t, threeGroups(), fyne.NewSize(1234, 600))
	line.OpenAll(true)
	boxes := func(id string, fill fyne.ThemeColorName) (found []*canvas.Rectangle) {
		for _, object := range line.drawn(t, id) {
			if box, is := object.(*canvas.Rectangle); is && box.FillColor == fynetheme.Color(fill) {
				found = append(found, box)
			}
		}
		return found
	}
	within := func(what string, got, least, most float32) {
		t.Helper()
		if got < least || got > most {
			t.Errorf("%s at %v, want %v to %v", what, got, least, most)
		}
	}
	at := line.columns.at
	late := boxes("1.2", theme.ColorErrTint)[0]
	within("a late box begins", late.Position().X, at(1), at(1)+8)
	within("a late box ends", late.Position().X+late.Size().Width, at(2)-8, at(2))
	within("its height", late.Size().Height, 24, 24)
	lateness := boxes("1.2", theme.ColorErr)[0]
	within("the line of lateness ends", lateness.Position().X+lateness.Size().Width, at(2.62)-1, at(2.62)+1)
	spring := boxes("1.4", theme.Facade(0))[0]
	within("a spring begins", spring.Position().X, at(0.17), at(0.17)+8)
	within("a spring ends", spring.Position().X+spring.Size().Width, at(0.42)-8, at(0.42))
	band := boxes("1.3", theme.Facade(0))[0]
	within("a band's height", band.Size().Height, 8, 8)
	within("a band ends", band.Position().X+band.Size().Width, at(4), at(4)+8)
	today := boxes("2/empty", theme.ColorText)[0]
	within("today stands", today.Position().X, at(2.62)-2, at(2.62))
	if runs := boxes("3.1", theme.ColorSurface); len(runs) != 2 {
		t.Errorf("years apart are %d boxes", len(runs))
	}
}

func TestTitlesOfTheTimelineAreNeverCut(t *testing.T) {
	for _, width := range []float32{1234, 879, 500} {
		for _, scale := range []float32{1, 1.5} {
			t.Run(fmt.Sprintf("%v at %v", width, scale), func(t *testing.T) {
				useTheme(t, theme.BrightnessLight, scale)
				line := showTimeline(t, threeGroups(), fyne.NewSize(width, 1400))
				line.OpenAll(true)
				row := line.row(t, "1.2")
				for _, word := range strings.Fields("Vapaaehtoisten digiystävien koulutusmallin kehittäminen") {
					if joined := strings.ReplaceAll(wordsOf(line.drawn(t, "1.2")), "-|", ""); !strings.Contains(joined, word) {
						t.Errorf("%q is not in %q", word, joined)
					}
				}
				for _, object := range line.drawn(t, "1.2") {
					if text, is := object.(*canvas.Text); is && (text.Position().Y < -1 || text.Position().Y+text.Size().Height > row.Size().Height+1) {
						t.Errorf("%q is out of its row", text.Text)
					}
				}
			})
		}
	}
}

func TestOnlyManyYearsAreScrolledSideways(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	narrow := showTimeline(t, threeGroups(), fyne.NewSize(879, 500))
	if overflow := narrow.columns.total - narrow.scroll.Size().Width; overflow > 1 {
		t.Errorf("four years overflow a narrow window by %v", overflow)
	}
	content := threeGroups()
	content.Columns = nil
	for year := 1990; year <= 2030; year++ {
		content.Columns = append(content.Columns, fmt.Sprint(year))
	}
	many := showTimeline(t, content, fyne.NewSize(879, 500))
	if many.columns.total <= many.scroll.Size().Width || many.body.Size().Width < many.columns.total {
		t.Errorf("forty years are %v wide in %v", many.columns.total, many.scroll.Size().Width)
	}
	many.scroll.ScrollToOffset(fyne.NewPos(300, 0))
	many.scroll.OnScrolled(many.scroll.Offset)
	if at := many.head.Position().X; at != -300 {
		t.Errorf("the head stands at %v", at)
	}
}

func TestOnlyRowsInViewExist(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	line := showTimeline(t, manyItems(), fyne.NewSize(1234, 600))
	line.OpenAll(true)
	if count := len(line.body.shown); count > 20 {
		t.Errorf("%d rows exist", count)
	}
	press(line.Timeline, fyne.KeyEnd)
	last := line.row(t, "9.49")
	if bottom := last.Position().Y + last.Size().Height - line.scroll.Offset.Y; bottom > line.scroll.Size().Height+1 {
		t.Errorf("the last row ends at %v of %v", bottom, line.scroll.Size().Height)
	}
	if count := len(line.body.shown); count > 20 {
		t.Errorf("%d rows exist at the end", count)
	}
}

func TestManyMarksStandAsNumbers(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	line := showTimeline(t, manyItems(), fyne.NewSize(1234, 600))
	if words := wordsOf(line.drawn(t, "0")); !strings.Contains(words, "13") {
		t.Errorf("the closed group shows %q", words)
	}
}

func TestTheTimelineBuiltAnewIsWhereItWas(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	line := showTimeline(t, manyItems(), fyne.NewSize(1234, 600))
	line.Open("3", true)
	press(line.Timeline, fyne.KeyEnd)
	state := line.State()
	again := NewTimeline(line.kit, manyItems(), nil)
	again.Restore(state)
	line.window.SetContent(again)
	if !again.IsOpen("3") || again.cursorID() != "9" || again.scroll.Offset != line.scroll.Offset {
		t.Errorf("open %v, at %s, offset %v, want %v", again.IsOpen("3"), again.cursorID(), again.scroll.Offset, line.scroll.Offset)
	}
}

// manyItems are ten groups of fifty items.
func manyItems() TimelineContent {
	content := threeGroups()
	content.Groups = nil
	for i := range 10 {
		group := TimelineGroup{ID: fmt.Sprint(i), Title: fmt.Sprintf("Kokonaisuus %d, jolla on pitkä nimi luettavaksi", i), Language: "fi", Sign: HouseSign{House: i}}
		for j := range 50 {
			item := TimelineItem{
				ID: fmt.Sprintf("%d.%d", i, j), Title: fmt.Sprintf("Toimenpide %d.%d, joka kertoo pitkästi, mitä kotoutumisen hyväksi tehdään", i, j), Language: "fi",
				Begins: j%3 == 0, Bars: []TimelineBar{{float64(j % 4), float64(j%4 + 1)}}, Mark: MarkUnderWay, Word: "Käynnissä",
			}
			if j%9 == 0 {
				item.Mark, item.Word, item.Late = MarkLate, "Myöhässä", true
			}
			group.Items = append(group.Items, item)
		}
		content.Groups = append(content.Groups, group)
	}
	// The first column of each group has thirteen; make those of the first group alike.
	for j := range content.Groups[0].Items {
		item := &content.Groups[0].Items[j]
		item.Mark, item.Word, item.Late = MarkDone, "Valmis", false
	}
	return content
}

// BenchmarkTimelineToggle opens and closes all groups of a programme of 500
// measures.
func BenchmarkTimelineToggle(b *testing.B) {
	line := benchTimeline(b)
	for i := 0; b.Loop(); i++ {
		line.OpenAll(i%2 == 1)
	}
}

// BenchmarkTimelineScroll scrolls by a screen with all groups open.
func BenchmarkTimelineScroll(b *testing.B) {
	line := benchTimeline(b)
	furthest := line.tops[len(line.flat)] - line.scroll.Size().Height
	for y := float32(0); b.Loop(); y += 500 {
		if y > furthest {
			y = 0
		}
		line.scroll.ScrollToOffset(fyne.NewPos(0, y))
		line.body.Refresh()
	}
}

// BenchmarkTimelineFrame scrolls and paints the whole window by software.
func BenchmarkTimelineFrame(b *testing.B) {
	line := benchTimeline(b)
	for y := float32(0); b.Loop(); y += 60 {
		line.scroll.ScrollToOffset(fyne.NewPos(0, y))
		line.body.Refresh()
		line.window.Canvas().Capture()
	}
}

func benchTimeline(b *testing.B) *shownTimeline {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.BrightnessLight, 1))
	line := showTimeline(b, manyItems(), fyne.NewSize(1234, 600))
	line.OpenAll(true)
	return line
}
